"""Columns side by side are read one after the other; rows of `For State` and name stay rows."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from secdb.intake.clean.mapped import Mapped

_CELL = re.compile(r"\S+(?: {1,2}\S+)*")
_LINE = re.compile(r"[^\n]*\n?")
_FOR = re.compile(r"(?:For|From|Por|Pour|За|От)\b|.*:$")
_NAME = re.compile(r"(?:[A-ZÀ-ÞА-ЯЁ][^\W\dA-ZÀ-ÞА-ЯЁ_]?\.[ ]?){1,3}[A-ZÀ-ÞА-ЯЁ][^\W\d_]*(?:-[^\W\d_]+)?")
WIDTH = 300
"""Characters of the longest line that can be one of columns."""
ROWS = 60
"""Lines of the longest block of columns."""


class Cell(NamedTuple):
    """Words of a line, `start` to `end` of the text, at `left` to `right` of the line."""

    start: int
    end: int
    left: int
    right: int


Row = list[Cell]


def uncolumned(plain: Mapped) -> Mapped:
    """Return the text with every block of columns read column by column."""
    if not re.search(r"\S {3,}\S", plain.text):
        return plain
    places: list[tuple[int, int] | str] = []
    done = 0
    for start, end, rows in _blocks(plain.text):
        places += [(done, start), *_read(plain.text, rows)]
        done = end
    return plain.pieced([*places, (done, len(plain.text))]) if places else plain


def _blocks(text: str) -> Iterator[tuple[int, int, list[Row]]]:
    """Yield the stretches of lines in which some have columns and the rest fits under them."""
    rows: list[Row] = []
    start = end = 0
    for found in _LINE.finditer(text):
        row = _cells(found[0], found.start())
        if rows and (not row or _fits(row, rows)) and len(rows) < ROWS:
            rows.append(row)
            end = found.end() if row else end
            continue
        if rows:
            yield start, end, rows
        rows = [row] if len(row) > 1 else []
        start, end = found.start(), found.end()
    if rows:
        yield start, end, rows


def _cells(line: str, start: int) -> Row:
    if len(line) > WIDTH:
        return []
    return [Cell(start + one.start(), start + one.end(), one.start(), one.end()) for one in _CELL.finditer(line)]


def _fits(row: Row, rows: list[Row]) -> bool:
    """Tell whether a line goes on with the columns above: as many cells, or fewer that each lie under one only."""
    blanks = 0
    while blanks < len(rows) and not rows[-1 - blanks]:
        blanks += 1
    columns = _columns(rows)
    if blanks > 2:  # noqa: PLR2004 - two empty lines may part rows of names, more end the block
        return False
    if len(row) > 1:
        return len(row) <= len(columns)
    cell = row[0]
    under = [left < cell.right and cell.left < right for left, right in columns]
    return (
        blanks == 0 and sum(under) == 1 and cell.right - cell.left <= max(right - left for left, right in columns) + 8
    )


def _columns(rows: list[Row]) -> list[tuple[int, int]]:
    """Return left and right of each column, by the rows that have most cells."""
    most = max(map(len, rows))
    full = [row for row in rows if len(row) == most]
    return [(min(row[i].left for row in full), max(row[i].right for row in full)) for i in range(most)]


def _read(text: str, rows: list[Row]) -> Iterator[tuple[int, int] | str]:
    """Yield the cells in reading order, each on a line, columns apart by an empty line."""
    columns = _columns(rows)
    filled = [row for row in rows if row]
    if _are_pairs(text, filled):
        for row in filled:
            yield from _lines(row)
            yield "\n"
        return
    for number in range(len(columns)):
        yield from _lines([cell for row in filled for cell in row if _column_of(cell, row, columns) == number])
        yield "\n"


def _lines(cells: list[Cell]) -> Iterator[tuple[int, int] | str]:
    for cell in cells:
        yield (cell.start, cell.end)
        yield "\n"


def _are_pairs(text: str, rows: list[Row]) -> bool:
    """Tell whether each row is `For State` and the name of who signed for it."""
    if any(len(row) != 2 for row in rows) or len(rows) < 2:  # noqa: PLR2004 - pairs
        return False
    if all(_NAME.fullmatch(text, row[1].start, row[1].end) for row in rows):
        return not any(_NAME.fullmatch(text, row[0].start, row[0].end) for row in rows)
    first = [_FOR.match(text[row[0].start : row[0].end]) is not None for row in rows]
    second = [_FOR.match(text[row[1].start : row[1].end]) is not None for row in rows]
    return all(first) and not any(second)


def _column_of(cell: Cell, row: Row, columns: list[tuple[int, int]]) -> int:
    """Return the column a cell stands in: its own number in a full row, else where it overlaps most."""
    if len(row) == len(columns):
        return row.index(cell)
    shared = [min(cell.right, right) - max(cell.left, left) for left, right in columns]
    return shared.index(max(shared))
