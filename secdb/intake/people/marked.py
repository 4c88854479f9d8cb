"""Signatures with a mark, `(Signed) NAME / office / State`: stacked, wrapped, side by side or run together."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from secdb.intake.people.grids import Signature
from secdb.intake.people.names import Name, is_name_line, name_at
from secdb.intake.people.offices import Block, office_block, offices_in
from secdb.intake.places import NO_OFFICE, led

if TYPE_CHECKING:
    from secdb.intake.language import Language
    from secdb.intake.reading import Named, Reading

_UNREADABLE = re.compile(
    r"\s*[\[(]?\s*(?:illegible|unreadable|ilegible|illisible|неразборчиво|signature)", re.IGNORECASE
)
_LINE = re.compile(r"[^\n]+")
_NAME_BEFORE = 60
NEAR = 120


def marked(reading: Reading, start: int, end: int) -> list[Signature]:
    """Return the signatures in a stretch that have a mark, in order."""
    marks = list(reading.words("signed").finditer(reading.text, start, end))
    if reading.words.language.code != "en":
        marks += _english().finditer(reading.text, start, end)
        marks.sort(key=lambda mark: mark.start())
    found = []
    done = start
    before = _stands_before(reading, marks)
    for number, mark in enumerate(marks):
        until = marks[number + 1].start() if number + 1 < len(marks) else end
        one = _name_first(reading, done, mark, until) if before else _one(reading, done, mark, until)
        found.append(one)
        done = max(one.end, mark.end())
    return found if before else _side_by_side(reading, found, marks, end)


@cache
def _english() -> re.Pattern[str]:
    return re.compile(r"[(\[]\s{0,3}Signed\s{0,3}[)\]]", re.IGNORECASE)


def _side_by_side(reading: Reading, found: list[Signature], marks: list[re.Match[str]], end: int) -> list[Signature]:
    """Return the signatures, where names stand one after the other and their offices and States after all of them.

    So columns look in a text that has lost its lines: `(Signed) A (Signed) B Permanent Representative Permanent
    Representative of X of Y`.
    """
    told: list[Signature] = []
    number = 0
    while number < len(found):
        last = number
        while last + 1 < len(found) and not reading.text[found[last].end : marks[last + 1].start()].strip():
            if found[last].capacity or found[last].state:
                break
            last += 1
        until = marks[last + 1].start() if last + 1 < len(marks) else end
        told += _shared(reading, found[number : last + 1], until) if last > number else [found[number]]
        number = last + 1
    return told


def _shared(reading: Reading, group: list[Signature], until: int) -> list[Signature]:
    """Return the signatures of a row of names, each with its own of the States and offices that follow."""
    start = group[-1].at[1]
    until = min(until, start + 160 * len(group))
    states = reading.states(start, until)[: len(group)]
    if len(states) < len(group):
        return group
    offices = offices_in(reading, start, states[-1].end)
    shared = []
    for number, one in enumerate(group):
        office = offices[min(number, len(offices) - 1)] if offices else NO_OFFICE
        shared.append(
            one._replace(
                state=states[number],
                state_at=led(reading, states[number]),
                capacity=office.capacity,
                capacity_at=office.at,
                end=states[-1].end,
            )
        )
    return shared


def _stands_before(reading: Reading, marks: list[re.Match[str]]) -> bool:
    """Tell whether names stand before their marks: nothing follows the first on its line, and a name leads to it."""
    if not marks:
        return False
    line = reading.text[marks[0].end() :].partition("\n")[0]
    start = reading.text.rfind("\n", 0, marks[0].start()) + 1
    return not line.strip(" .,") and is_name_line(reading, start, marks[0].start()) is not None


def _one(reading: Reading, done: int, mark: re.Match[str], until: int) -> Signature:
    """Return the signature whose name follows its mark."""
    lead = _for_before(reading, done, mark.start())
    if _UNREADABLE.match(reading.text, mark.end(), until):
        line = reading.text.find("\n", mark.end(), until)
        return _made(mark, None, office_block(reading, line if line != -1 else until, until), lead, reading)
    name = name_at(reading, mark.end(), min(until, mark.end() + 300))
    block = office_block(reading, name.end if name else mark.end(), until)
    if name and block.capacity is None:
        first = office_block(reading, mark.end(), name.start)
        block = first if first.capacity else block
    if name and not block.known:
        above = lead.end if lead else max(done, reading.text.rfind("\n\n", 0, mark.start()))
        block = _office_in(reading, above, mark.start()) or block
    return _made(mark, name, block, lead, reading)


def _made(mark: re.Match[str], name: Name | None, block: Block, lead: Named | None, reading: Reading) -> Signature:
    state = block.state or lead
    at = (name.start, name.end) if name else (state.start, state.end) if state else mark.span()
    if name is None:
        reading.warn("no name can be read here", *mark.span())
    start = min([mark.start(), *(one.start for one in (lead, block if block.known else None) if one)])
    return Signature(
        start,
        max(block.end, at[1]),
        name.name if name else None,
        at,
        state,
        block.capacity,
        block.state_at if block.state else led(reading, lead) if lead else None,
        block.capacity_at,
        mark.span(),
    )


def _name_first(reading: Reading, done: int, mark: re.Match[str], until: int) -> Signature:
    """Return the signature whose name stands before its mark; its office stands before the name, or after the mark."""
    text = reading.text
    first = max(done, text.rfind("\n", 0, mark.start()) + 1, mark.start() - _NAME_BEFORE)
    name = name_at(reading, first, mark.start())
    after = office_block(reading, mark.end(), until)
    above = max(done, text.rfind("\n\n", 0, first), first - 200)
    before = _office_in(reading, above, first)
    block = after if after.known and not (before and before.known) else before or after
    return _made(mark, name, block, _for_before(reading, done, first), reading)


def _office_in(reading: Reading, start: int, end: int) -> Block | None:
    """Return the office that a stretch before a name holds."""
    for line in _LINE.finditer(reading.text, start, end):
        block = office_block(reading, line.start() + len(line[0]) - len(line[0].lstrip()), end)
        if block.known:
            return block
    return None


@cache
def for_pattern(language: Language) -> re.Pattern[str]:
    """Return the pattern of `For` before a name with a capital."""
    return re.compile(language.of_state + r"(?=[A-ZÀ-ÞА-ЯЁ一-鿿])")


def _for_before(reading: Reading, start: int, end: int) -> Named | None:
    """Return the State of the `For the Republic of X` that leads to a signature."""
    found = list(for_pattern(reading.words.language).finditer(reading.text, max(start, end - 200), end))
    if not found:
        return None
    states = reading.listed(found[-1].end(), end) if end - found[-1].end() < NEAR else []
    if states and not re.search(r"[^\W\d_]{3}", reading.text[states[-1].end : end].partition("\n")[0]):
        return states[0]
    return states[0] if states else None
