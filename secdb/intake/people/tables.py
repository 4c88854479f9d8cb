"""Tables of States and names, one row for each: cells apart by bars, tabs, dots or many blanks, in any order.

The rows are those of the text as given: what cleaning made of its lines does not matter.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from secdb.intake.people.grids import Signature, is_state_line, of_block
from secdb.intake.people.marked import for_pattern, mark_at
from secdb.intake.people.names import is_name_line, name_at
from secdb.intake.people.offices import office_block
from secdb.intake.states import within

if TYPE_CHECKING:
    from collections.abc import Iterator

    from secdb.intake.people.names import Name
    from secdb.intake.people.offices import Block
    from secdb.intake.reading import Named, Reading

_APART = re.compile(r"\s*(?:[|\t\uff5c]|\.{4,}|_{3,}|\u2026{2,})\s*|[ \u00a0]{3,}")
_LINE = re.compile(r"[^\r\n]+")
_AFTER_NAME = re.compile(r"\s*[,;:(\u2013-]\s*")
_UNDER = re.compile(r"[ .]*\n[ ]*([^\n]{4,80}?)[ .,;]*(?=\n|\Z)")
_NUMBER = re.compile(r"[\W\d_]*")
LONGEST = 300
MOST = 5
"""Cells of the longest row."""

Place = tuple[int, int]


class _Row(NamedTuple):
    """The cells of a row, read: at `unknown` stands what is neither State, name, office nor mark."""

    cells: tuple[Place, ...]
    states: tuple[Named | None, ...]
    name: Name | None
    block: Block | None
    mark: Place | None
    unknown: tuple[int, ...]


def table(reading: Reading, start: int, end: int) -> list[Signature]:
    """Return the signatures of a table in a stretch; nothing unless two rows and more have each its own State."""
    if len(within(reading.found, start, end)) < 2:  # noqa: PLR2004 - a table names several States
        return []
    return _table(reading, start, end) if _table(reading.aside(), start, end) else []


def _table(reading: Reading, start: int, end: int) -> list[Signature]:
    rows = [row for cells in _lines(reading, start, end) if (row := _read(reading, cells)) and row.name]
    known = [row for row in rows if _state_of(row)]
    sure = [row for row in known if not row.unknown]
    if len({state.code for row in sure if (state := _state_of(row))}) < 2 or 2 * len(sure) < len(known):  # noqa: PLR2004
        return []
    columns = {number for row in known for number, state in enumerate(row.states) if state}
    return [one for row in rows if (one := _signature(reading, row, columns))]


def _state_of(row: _Row) -> Named | None:
    return next(filter(None, row.states), row.block.state if row.block else None)


def _signature(reading: Reading, row: _Row, columns: set[int]) -> Signature | None:
    """Return the signature of a row; in the column of States, what is none is a question."""
    if row.name is None:
        return None
    asked = [number for number in row.unknown if number in columns]
    if not (asked or _state_of(row)):
        return None
    near = reading.misprinted(*row.cells[asked[0]]) if asked else []
    state = next(filter(None, row.states), near[0] if near else None)
    block = row.block or _office_under(reading, row.name)
    place = min(cell[0] for cell in row.cells), max(cell[1] for cell in row.cells)
    one = of_block(reading, place, row.name, state, block)
    return one._replace(mark=row.mark, unknown=row.cells[asked[0]] if asked and not near else one.unknown)


def _office_under(reading: Reading, name: Name) -> Block | None:
    """Return the office that is the line under a name, as columns have them that are read one after the other."""
    line = _UNDER.match(reading.text, name.end)
    block = office_block(reading, *line.span(1)) if line else None
    return block if line and block and block.known and not block.state and block.end == line.end(1) else None


def _lines(reading: Reading, start: int, end: int) -> Iterator[tuple[Place, ...]]:
    """Yield the rows of several cells; the places are those of the text that is read."""
    whole = reading.clean.extent(start, end)
    if whole is None:
        return
    lines = [line for line in _LINE.finditer(reading.clean.original, *whole) if len(line[0]) <= LONGEST]
    parted = [cells for line in lines if 1 < len(cells := list(_cells(line[0], line.start()))) <= MOST]
    if len(parted) < 2:  # noqa: PLR2004 - a table has several
        return
    origins, text = reading.clean.origins, reading.text
    places = {origins[i]: i for i in range(end - 1, start - 1, -1) if not text[i].isspace()}
    for row in parted:
        found = [_place(places, *cell) for cell in row]
        if all(found):
            yield tuple(filter(None, found))


def _cells(line: str, start: int) -> Iterator[Place]:
    """Yield the places of the cells of a line that have any letter."""
    done = 0
    for gap in [*(found.span() for found in _APART.finditer(line)), (len(line), len(line))]:
        words = line[done : gap[0]]
        if not _NUMBER.fullmatch(words):
            first = start + done + len(words) - len(words.lstrip())
            yield first, first + len(words.strip())
        done = gap[1]


def _place(places: dict[int, int], start: int, end: int) -> Place | None:
    """Return the place of a cell in the text that is read; None when it was taken out or taken apart."""
    inside = [places[place] for place in range(start, end) if place in places]
    if not inside or inside[-1] - inside[0] >= end - start or inside != sorted(inside):
        return None
    return inside[0], inside[-1] + 1


def _read(reading: Reading, cells: tuple[Place, ...]) -> _Row | None:
    """Return a row; None when it has two States or two names."""
    states: list[Named | None] = [None] * len(cells)
    name: Name | None = None
    block: Block | None = None
    mark: Place | None = None
    unknown = []
    for number, (start, end) in enumerate(cells):
        signed = mark_at(reading, start, end)
        mark = signed or mark
        start = signed[1] if signed else start  # noqa: PLW2901 - the rest of the cell
        if start >= end:
            continue
        states[number] = _state(reading, start, end)
        person = None if states[number] else _person(reading, start, end)
        office = None if states[number] or person else office_block(reading, start, end)
        if person:
            if name:
                return None
            name, block = person[0], person[1] or block
        elif office and office.known and not reading.text[office.end : end].strip(" .,;)"):
            block = block or office
        elif not states[number]:
            unknown.append(number)
    return _Row(cells, tuple(states), name, block, mark, tuple(unknown)) if sum(map(bool, states)) < 2 else None  # noqa: PLR2004


def _state(reading: Reading, start: int, end: int) -> Named | None:
    """Return the State that a cell is, `For the Republic of` before it or not."""
    lead = for_pattern(reading.words.language).match(reading.text, start, end)
    return is_state_line(reading, lead.end() if lead else start, end)


def _person(reading: Reading, start: int, end: int) -> tuple[Name, Block | None] | None:
    """Return the name that a cell has, alone, or before or after an office."""
    words = reading.text[start:end]
    start, end = start + len(words) - len(words.lstrip(" (")), end - len(words) + len(words.rstrip(" )"))
    if alone := is_name_line(reading, start, end):
        return alone, None
    name = name_at(reading, start, end)
    gap = _AFTER_NAME.match(reading.text, name.end, end) if name and " " in name.name else None
    if name and gap:
        after = office_block(reading, gap.end(), end)
        return (name, after) if after.known and not reading.text[after.end : end].strip(" .)") else None
    before = office_block(reading, start, end)
    name = is_name_line(reading, before.end, end) if before.known else None
    return (name, before) if name else None
