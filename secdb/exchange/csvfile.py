"""Reading one CSV file strictly: UTF-8, a header, every row as wide as the header."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, BinaryIO, NamedTuple

from secdb.errors import SecdbError

if TYPE_CHECKING:
    from _csv import Reader
    from collections.abc import Iterator
    from pathlib import Path


class PackageError(SecdbError):
    """A file of a package cannot be read as what it should be; `file` and `line` (None = the whole file) say where."""

    def __init__(self, message: str, file: str, line: int | None = None) -> None:
        super().__init__(f"{file}:{line}: {message}" if line else f"{file}: {message}")
        self.file = file
        self.line = line


class Row(NamedTuple):
    """A row of a table: its values by column, None for an empty one, and where it begins."""

    file: str
    line: int
    values: dict[str, str | None]


def opened(path: Path, name: str) -> BinaryIO:
    """Open a file for reading bytes; PackageError, under the name the package has for it, when that fails."""
    try:
        return path.open("rb")
    except OSError as error:
        raise PackageError(f"cannot be opened: {error.strerror}", name) from error


def read_rows(path: Path, name: str, fields: tuple[str, ...] | None = None) -> Iterator[Row]:
    """Yield the rows of a CSV file, called `name` in messages; the header must be `fields` where those are given."""
    with opened(path, name) as file:
        reader = csv.reader(io.TextIOWrapper(file, "utf-8-sig", newline=""), strict=True)
        try:
            yield from _rows(reader, name, fields)
        except csv.Error as error:
            raise PackageError(f"broken CSV: {error}", name, reader.line_num) from error
        except UnicodeDecodeError as error:
            raise PackageError("not UTF-8; save it as UTF-8", name, _undecodable_line(path)) from error


def _rows(reader: Reader, name: str, fields: tuple[str, ...] | None) -> Iterator[Row]:
    header = _header(next(reader, None), name, fields)
    begins = reader.line_num + 1
    for cells in reader:
        if cells and len(cells) != len(header):
            raise PackageError(f"{len(cells)} values under {len(header)} columns; check the quotes", name, begins)
        if cells:
            yield Row(name, begins, {column: cell or None for column, cell in zip(header, cells, strict=True)})
        begins = reader.line_num + 1


def _header(header: list[str] | None, name: str, fields: tuple[str, ...] | None) -> list[str]:
    """Return the header when it names every column once, and those that the package says."""
    if not header:
        raise PackageError("has no header", name, 1)
    if "" in header:
        raise PackageError("the header has a column without a name", name, 1)
    if twice := next((column for column in header if header.count(column) > 1), None):
        raise PackageError(f"the header has the column {twice!r} twice", name, 1)
    if fields is not None and tuple(header) != fields:
        wanted = ", ".join(map(str, fields))
        raise PackageError(f"the header is not that of datapackage.json, which is: {wanted}", name, 1)
    return header


def _undecodable_line(path: Path) -> int | None:
    """Return the number of the first line that is not UTF-8."""
    with path.open("rb") as file:
        for number, line in enumerate(file, 1):
            try:
                line.decode("utf-8")
            except UnicodeDecodeError:
                return number
    return None
