"""Reading a table made by a person, row by row: what cannot be read is a fault on its own line, the rest is read.

Only as much of the file as one record needs is held at a time. A record that does not fit is given up at its first
line, and reading goes on with the next one: a stray quote costs one row, not the rest of the file.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from typing import TYPE_CHECKING

from secdb.exchange.csvfile import PackageError, Row, opened
from secdb.exchange.lines import LineError, Lines

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from typing import BinaryIO

MAX_CELL = 1 << 20
"""Characters of the longest cell that is read."""

DELIMITERS = (",", ";", "\t")
_TABS = {".tsv", ".tab"}
_BOM = b"\xef\xbb\xbf"
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
_SAMPLE = 1 << 20  # bytes looked at to tell a file in another encoding from a file with a bad line
_REASONS = {
    "unexpected end of data": "a quote is opened and never closed",
    "field larger": f"a cell of more than {MAX_CELL:,} characters",
    "expected after": "a cell goes on after its closing quote; double the quotes inside it",
    "new-line character": "a line break outside quotes; put the cell in quotes",
}


@dataclass(frozen=True, slots=True)
class Fault:
    """A line that is no row: `cells` are its values where it could be parted into cells, `raw` is its text."""

    file: str
    line: int
    reason: str
    cells: tuple[str, ...] | None
    raw: str


@dataclass(frozen=True, slots=True)
class Table:
    """A table as read: the names of its columns, and its rows and faults in the order of the file, read once."""

    header: list[str]
    rows: Iterator[Row | Fault]


def read_table(path: Path, *, name: str | None = None) -> Table:
    """Return the header of a CSV or TSV file in UTF-8, and its rows and faults as they are asked for.

    `name` is what messages call it, by default the path. A `.tsv` is parted at tabs, others at commas, semicolons or
    tabs, whichever part the header most. An empty cell is None; empty lines are passed over. Raises PackageError for
    a file that cannot be opened, is not UTF-8, or has a header that does not name each column once.
    """
    name = str(path) if name is None else name
    # a cell that csv gives up is one that read_table calls a fault; the default (128 KB) is less than a treaty's text
    csv.field_size_limit(max(csv.field_size_limit(), MAX_CELL))
    with opened(path, name) as file:
        _require_utf8(file.read(_SAMPLE), name)
        delimiter, header = _header(_rewound(file), path, name)
    return Table(header, _rows(path, name, delimiter, header))


def _rewound(file: BinaryIO) -> Lines:
    """Return the lines of the file from the first, without a byte order mark."""
    file.seek(0)
    if file.read(len(_BOM)) != _BOM:
        file.seek(0)
    return Lines(file)


def _rows(path: Path, name: str, delimiter: str, header: list[str]) -> Iterator[Row | Fault]:
    with opened(path, name) as file:
        lines = _rewound(file)
        _record(lines, delimiter)
        while lines.begin():
            number = lines.number
            try:
                cells = _record(lines, delimiter)
                reason = _misfit(cells, header)
            except (csv.Error, LineError) as error:
                cells, reason = None, _reason(error, is_first=lines.taken <= 1)
            if cells == []:
                continue
            if cells is None or reason:
                is_whole = lines.taken <= 1
                raw = lines.give_up()
                yield Fault(name, number, reason, tuple(cells) if cells and is_whole else None, raw)
            else:
                yield Row(name, number, {column: cell or None for column, cell in zip(header, cells, strict=True)})


def _record(lines: Lines, delimiter: str) -> list[str]:
    """Return the cells of the next record, none for an empty line. Raises csv.Error, LineError."""
    return next(csv.reader(lines, delimiter=delimiter, strict=True))


def _misfit(cells: list[str], header: list[str]) -> str:
    """Return what is wrong with the cells of a record, nothing if they fit."""
    if cells and len(cells) != len(header):
        values = "1 value" if len(cells) == 1 else f"{len(cells)} values"
        return f"{values} under {len(header)} column{'s' if len(header) > 1 else ''}"
    if any(len(cell) > MAX_CELL for cell in cells):
        return _REASONS["field larger"]
    return ""


def _reason(error: Exception, *, is_first: bool) -> str:
    """Return what is wrong with the first line of a record; what broke a later line began with a quote in the first."""
    text = str(error)
    if not is_first:
        longer = " or the cell is longer than can be read" if "field larger" in text else ""
        return _REASONS["unexpected end of data"] + longer
    return next((reason for start, reason in _REASONS.items() if start in text), text)


def _header(lines: Lines, path: Path, name: str) -> tuple[str, list[str]]:
    """Return the delimiter and the names of the columns. Raises PackageError."""
    if not lines.begin():
        raise PackageError("has no header; name the columns in the first line", name, 1)
    tried: list[tuple[str, list[str]]] = []
    try:
        for delimiter in ("\t",) if path.suffix.lower() in _TABS else DELIMITERS:
            tried.append((delimiter, [cell.strip() for cell in _record(lines, delimiter)]))
            lines.rewind()
    except (csv.Error, LineError) as error:
        raise PackageError(f"the header cannot be read: {_reason(error, is_first=True)}", name, 1) from error
    found = max(tried, key=lambda one: len(one[1]))  # the first of equals
    _require_names(found[1], name)
    return found


def _require_names(header: list[str], name: str) -> None:
    """Refuse a header that does not name every column once."""
    if not any(header):
        raise PackageError("has no header; name the columns in the first line", name, 1)
    if "" in header:
        raise PackageError(f"column {header.index('') + 1} of the header has no name", name, 1)
    if twice := next((column for column in header if header.count(column) > 1), None):
        raise PackageError(f"the header has the column {twice!r} twice", name, 1)


def _require_utf8(sample: bytes, name: str) -> None:
    """Refuse a file in another encoding; where only some lines are not UTF-8, each of them is a fault."""
    if sample.startswith(_UTF_16) or b"\0" in sample.partition(b"\n")[0]:
        raise PackageError("is not UTF-8 (UTF-16, it seems); save it as UTF-8", name, 1)
    whole = sample.rpartition(b"\n")[0] if len(sample) == _SAMPLE else sample  # the last line may be cut
    lines = {number: line for number, line in enumerate(whole.split(b"\n"), 1) if line.strip()}
    bad = [number for number, line in lines.items() if not _is_utf8(line)]
    others = sum(1 for line in lines.values() if not line.isascii()) - len(bad)
    if bad and (bad[0] == 1 or (len(bad) > 1 and not others and 2 * len(bad) >= len(lines))):
        raise PackageError("is not UTF-8; save it as UTF-8", name, bad[0])


def _is_utf8(line: bytes) -> bool:
    try:
        line.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True
