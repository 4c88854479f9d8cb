"""Grids of States and names, without marks: `Armenia: L. PETROSIAN`, `L. PETROSIAN (Armenia)`, one above the other."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from secdb.intake.people.names import is_name_line, name_at
from secdb.intake.people.offices import office_block
from secdb.intake.places import led

if TYPE_CHECKING:
    from collections.abc import Iterator

    from secdb.intake.people.names import Name
    from secdb.intake.people.offices import Block
    from secdb.intake.places import Phrase
    from secdb.intake.reading import Named, Reading

_LINE = re.compile(r"[^\n]+")
_AFTER_STATE = re.compile(r"\s*(?:[:\u2013\u2014|,-]|\.{2,}|_{2,})[\s._]*|\s{2,}")
_AFTER_NAME = re.compile(r"\s*[,(\u2013\u2014:|-]\s*(?:for\s+)?(?:the\s+)?|\s{2,}(?:the\s+)?", re.IGNORECASE)
_BEFORE_OFFICE = re.compile(r"\s*[,;(\u2013\u2014-]\s*|\s{2,}")
_THE = re.compile(r"\s*(?:the\s+|la\s+|le\s+|el\s+)?", re.IGNORECASE)
LONGEST = 110

Row = tuple["Name", "Named", "Block | None"]


class Signature(NamedTuple):
    """Who signed, `start` to `end` being the whole block; `at` has the name, or the State's when there is none.

    `mark` is the place of `(Signed)`; `state_at` and `capacity_at` are the words these two were taken from. `unknown`
    are words for a State of which nothing is known; `for_another` tells that the office is that of somebody else.
    """

    start: int
    end: int
    name: str | None
    at: tuple[int, int]
    state: Named | None
    capacity: str | None
    state_at: Phrase | None = None
    capacity_at: Phrase | None = None
    mark: tuple[int, int] | None = None
    unknown: tuple[int, int] | None = None
    for_another: bool = False


def of_block(
    reading: Reading, place: tuple[int, int], name: Name, state: Named | None, block: Block | None
) -> Signature:
    """Return the signature of a name in the office of a block, for the State that leads it or else the block's."""
    start, end = place
    at = (name.start, name.end)
    capacity, capacity_at = (block.capacity, block.capacity_at) if block else (None, None)
    if block and block.state and state in (None, block.state):
        return Signature(start, end, name.name, at, block.state, capacity, block.state_at, capacity_at)
    state_at = led(reading, state) if state else None
    unknown = block.unknown if block and state is None else None
    return Signature(start, end, name.name, at, state, capacity, state_at, capacity_at, unknown=unknown)


def grid(reading: Reading, start: int, end: int) -> list[Signature]:
    """Return the signatures of a grid in a stretch: two rows and more, each one State and one name."""
    found = list(_rows(reading, start, end)) or list(_stacked(reading, start, end))
    return found if len({one.state.code for one in found if one.state}) > 1 else []


def _rows(reading: Reading, start: int, end: int) -> Iterator[Signature]:
    for line in _LINE.finditer(reading.text, start, end):
        if len(line[0]) > LONGEST:
            continue
        first = _THE.match(reading.text, line.start(), line.end()).end()  # type: ignore[union-attr]
        state = reading.at(first)
        found = _state_first(reading, state, line.end()) if state else _name_first(reading, first, line.end())
        if found:
            yield of_block(reading, line.span(), *found)


def _state_first(reading: Reading, state: Named, end: int) -> Row | None:
    gap = _AFTER_STATE.match(reading.text, state.end, end)
    if not gap or gap.end() >= end:
        return None
    if name := is_name_line(reading, gap.end(), end):
        return name, state, None
    name = name_at(reading, gap.end(), end)
    apart = _BEFORE_OFFICE.match(reading.text, name.end, end) if name and " " in name.name else None
    block = office_block(reading, apart.end(), end) if apart else None
    whole = block and block.known and not reading.text[block.end : end].strip(" .,;*)")
    return (name, state, block) if name and whole else None


def _name_first(reading: Reading, start: int, end: int) -> Row | None:
    for gap in _AFTER_NAME.finditer(reading.text, start, end):
        block = office_block(reading, gap.end(), end)
        if block.state and not reading.text[block.end : end].strip(" ).,;*"):
            name = is_name_line(reading, start, gap.start())
            # with an honorific, or in a list with semicolons, it is told who took part
            if name is None or name.start != start or reading.text[start:end].rstrip().endswith(";"):
                return None
            return name, block.state, block
    return None


def _stacked(reading: Reading, start: int, end: int) -> Iterator[Signature]:
    """Yield the names that have a line of their own under, or above, a line that is a State."""
    lines = [line.span() for line in _LINE.finditer(reading.text, start, end) if line[0].strip()]
    states = [is_state_line(reading, *line) for line in lines]
    if sum(state is not None for state in states) < 2:  # noqa: PLR2004 - a grid has several
        return
    names = [
        None if state else is_name_line(reading, line[0], line[1]) for line, state in zip(lines, states, strict=True)
    ]
    step = next((1 if state else -1 for state, name in zip(states, names, strict=True) if state or name), 1)
    for number, state in enumerate(states):
        other = number + step
        name = names[other] if state and 0 <= other < len(names) else None
        if state and name:
            both = min(state.start, name.start), max(state.end, name.end)
            yield of_block(reading, both, name, state, None)


def is_state_line(reading: Reading, start: int, end: int) -> Named | None:
    """Return the State that a line, or a cell of a table, is."""
    first = _THE.match(reading.text, start, end).end()  # type: ignore[union-attr]
    state = reading.at(first)
    return state if state and not reading.text[state.end : end].strip(" .,:;*_") else None
