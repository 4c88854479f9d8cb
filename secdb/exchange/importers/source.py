"""Reading a source's CSV file as it is published, plain or compressed with gzip: row by row, however long it is."""

from __future__ import annotations

import csv
import gzip
import io
import zlib
from contextlib import contextmanager
from typing import TYPE_CHECKING, BinaryIO, cast

from secdb.exchange.csvfile import PackageError, opened

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

Cells = list[str]
_GZIP = b"\x1f\x8b"


@contextmanager
def read_source(path: Path) -> Iterator[tuple[Cells, Iterator[tuple[int, Cells]]]]:
    """Open a CSV file in UTF-8; give its header, and its rows with the line each begins in, empty lines left out.

    Rows are as wide as they are: the reader of the source says what becomes of one that does not fit. Raises
    PackageError for what is no such file: not to be opened, not UTF-8, broken quotes, a damaged archive, no header.
    """
    with opened(path, path.name) as raw, _unpacked(raw) as file:
        reader = csv.reader(io.TextIOWrapper(file, "utf-8-sig", newline=""), strict=True)
        try:
            header = [cell.strip() for cell in next(reader, [])]
            if not any(header):
                raise PackageError("has no header", path.name, 1)
            yield header, _rows(reader)
        except csv.Error as error:
            raise PackageError(f"broken CSV: {error}", path.name, reader.line_num) from error
        except UnicodeDecodeError as error:
            raise PackageError("not UTF-8; save it as UTF-8", path.name, reader.line_num + 1) from error
        except (EOFError, gzip.BadGzipFile, zlib.error) as error:
            raise PackageError(f"a damaged gzip file: {error}", path.name, reader.line_num + 1) from error


def require_columns(header: Cells, wanted: Sequence[str], path: Path, what: str) -> None:
    """Raise PackageError, naming the columns missing, unless the header has each wanted one, and none twice."""
    missing = [column for column in wanted if column not in header]
    if missing:
        raise PackageError(f"is not {what}: it has no column {', '.join(missing)}", path.name, 1)
    if twice := next((column for column in header if header.count(column) > 1), None):
        raise PackageError(f"the header has the column {twice!r} twice", path.name, 1)


def _unpacked(raw: BinaryIO) -> BinaryIO:
    packed = raw.read(len(_GZIP)) == _GZIP
    raw.seek(0)
    return cast("BinaryIO", gzip.GzipFile(fileobj=raw)) if packed else raw


def _rows(reader: Iterator[Cells]) -> Iterator[tuple[int, Cells]]:
    begins = reader.line_num + 1  # type: ignore[attr-defined]
    for cells in reader:
        if cells:
            yield begins, cells
        begins = reader.line_num + 1  # type: ignore[attr-defined]
