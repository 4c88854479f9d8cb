"""Finding status tables: a file or a folder, CSV or saved page; and reading the CSV."""

from __future__ import annotations

import csv
import io
import re
from typing import TYPE_CHECKING

from secdb.exchange.csvfile import PackageError, opened
from secdb.exchange.importers.mtdsg.index import INDEX, Index, find_index
from secdb.exchange.importers.mtdsg.page import read_page
from secdb.exchange.importers.mtdsg.tables import PARTICIPANT, Part, StatusTable, is_participant, parted

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from secdb.exchange.importers.base import Tally

_PAGES = {".html", ".htm", ".xhtml"}
_TABLES = {".csv"}


def found_tables(path: Path, tally: Tally) -> Iterator[StatusTable]:
    """Yield the tables at a path, one by one, in the order of chapters and treaties. Raises PackageError."""
    files = _files(path)
    if not files:
        raise PackageError("holds no status table: neither .csv nor .html", str(path))
    indexes: dict[Path, Index] = {}
    for file in files:
        name = file.relative_to(path).as_posix() if path.is_dir() else file.name
        if _is_page(file):
            yield read_page(file, name)
        else:
            if file.parent not in indexes:
                indexes[file.parent] = find_index(file.parent)
            yield _read_csv(file, name, indexes[file.parent], tally)


def _files(path: Path) -> list[Path]:
    """Return the files to read; everything but a folder is taken for what its name says, `.html` or CSV."""
    if not path.is_dir():
        return [path]
    found = [file for file in path.rglob("*") if _is_page(file) or _is_table(file)]
    beside_pages = [file for file in found if any(part.endswith("_files") for part in file.relative_to(path).parts)]
    return sorted(set(found) - set(beside_pages), key=_by_number)


def _is_page(file: Path) -> bool:
    """Tell whether a file is named as a browser names a page, or by its address, as programs that fetch pages do."""
    suffix = file.suffix.lower()
    return suffix in _PAGES or suffix.startswith(".aspx")


def _is_table(file: Path) -> bool:
    return file.suffix.lower() in _TABLES and file.name != INDEX


def _by_number(file: Path) -> list[tuple[int, str]]:
    parts = re.findall(r"[0-9]+|[^0-9]+", file.as_posix())
    return [(int(part), "") if part.isdecimal() else (-1, part) for part in parts]


def _read_csv(path: Path, name: str, index: Index, tally: Tally) -> StatusTable:
    """Return the table of a CSV file; its rows are read as they are asked for."""
    records = _records(path, name)
    header = next(records, (1, []))[1]
    if not header or not is_participant(header[0]):
        raise PackageError(f"is no status table: its first column is not {PARTICIPANT!r}", name, 1)
    about = index.about(path.stem)
    if not index.is_listed(path.stem):
        tally.notes[f"treaties without an entry in an {INDEX} beside or above: the file's name is the title"] += 1
    lines = (parted(number, cells, len(header)) for number, cells in records)
    return StatusTable(name, about, is_page=False, parts=(Part(tuple(header[1:]), lines),))


def _records(path: Path, name: str) -> Iterator[tuple[int, list[str]]]:
    """Yield each record with the line it begins on; empty lines are passed over. Raises PackageError."""
    with opened(path, name) as file:
        reader = csv.reader(io.TextIOWrapper(file, "utf-8-sig", newline=""))
        begins = 1
        try:
            for cells in reader:
                if cells:
                    yield begins, cells
                begins = reader.line_num + 1
        except csv.Error as error:
            raise PackageError(f"broken CSV: {error}", name, reader.line_num) from error
        except UnicodeDecodeError as error:
            raise PackageError("not UTF-8; save it as UTF-8", name) from error
