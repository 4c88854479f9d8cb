"""Signatures, in all the shapes they have.

`(Signed) NAME / office / State` stacked, wrapped, side by side or run together; `For the Republic of X` with names
under it, or with none; a name above an office, without a mark.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from secdb.intake.people.grids import Signature, grid
from secdb.intake.people.names import Name, after_ranks, is_name_line, is_office, name_at
from secdb.intake.people.offices import Block, office_block, offices_in

if TYPE_CHECKING:
    from secdb.intake.language import Language
    from secdb.intake.reading import Named, Reading

_UNREADABLE = re.compile(
    r"\s*[\[(]?\s*(?:illegible|unreadable|ilegible|illisible|неразборчиво|signature)", re.IGNORECASE
)
_LINE = re.compile(r"[^\n]+")
_NAME_BEFORE = 60
NEAR = 120
LONG_LINE = 46


def signatures(reading: Reading, start: int, end: int, *, loose: bool = True) -> list[Signature]:
    """Return the signatures in a stretch, in order. Without `loose` only those with a mark `(Signed)` count."""
    marked = _marked(reading, start, end)
    if not loose:
        return marked
    taken = [(one.start, one.end) for one in marked]
    more = [one for one in _for_state(reading, start, end) if not _overlaps(one, taken)]
    taken += [(one.start, one.end) for one in more]
    more += [one for one in _name_over_office(reading, start, end) if not _overlaps(one, taken)]
    taken += [(one.start, one.end) for one in more]
    more += [one for one in _office_over_name(reading, start, end) if not _overlaps(one, taken)]
    if not more:
        more = [one for one in grid(reading, start, end) if not _overlaps(one, taken)]
    return sorted([*marked, *more])


def _overlaps(one: Signature, taken: list[tuple[int, int]]) -> bool:
    return any(one.start < end and start < one.end for start, end in taken)


def _marked(reading: Reading, start: int, end: int) -> list[Signature]:
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
        capacity = offices[number] if number < len(offices) else offices[-1] if offices else None
        shared.append(one._replace(state=states[number], capacity=capacity, end=states[-1].end))
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
    return _made(mark, name, block, lead, reading)


def _made(mark: re.Match[str], name: Name | None, block: Block, lead: Named | None, reading: Reading) -> Signature:
    state = block.state or lead
    at = (name.start, name.end) if name else (state.start, state.end) if state else mark.span()
    if name is None:
        reading.warn("no name can be read here", *mark.span())
    start = min(mark.start(), lead.start) if lead else mark.start()
    return Signature(start, max(block.end, at[1]), name.name if name else None, at, state, block.capacity)


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
def _for(language: Language) -> re.Pattern[str]:
    return re.compile(language.of_state + r"(?=[A-ZÀ-ÞА-ЯЁ一-鿿])")


def _for_before(reading: Reading, start: int, end: int) -> Named | None:
    """Return the State of the `For the Republic of X` that leads to a signature."""
    found = list(_for(reading.words.language).finditer(reading.text, max(start, end - 200), end))
    if not found:
        return None
    states = reading.listed(found[-1].end(), end) if end - found[-1].end() < NEAR else []
    if states and not re.search(r"[^\W\d_]{3}", reading.text[states[-1].end : end].partition("\n")[0]):
        return states[0]
    return states[0] if states else None


def _for_state(reading: Reading, start: int, end: int) -> list[Signature]:
    """Return the signatures under `For the Republic of X`: those names, or the State alone when no name is there.

    One such line may be anything; two and more are a block of signatures.
    """
    heads = [
        (found.start(), state)
        for found in _for(reading.words.language).finditer(reading.text, start, end)
        if (state := _state_after(reading, found.end())) and _begins(reading.text, found.start())
    ]
    if len(heads) < 2:  # noqa: PLR2004 - a block has several
        return []
    found = []
    for number, (_, state) in enumerate(heads):
        until = heads[number + 1][0] if number + 1 < len(heads) else min(end, state.end + 300)
        names = _names_under(reading, state.end, until)
        found += [
            Signature(state.start, office.end, name.name, (name.start, name.end), state, office.capacity)
            for name, office in names
        ] or [Signature(state.start, state.end, None, (state.start, state.end), state, None)]
    return found


def _state_after(reading: Reading, place: int) -> Named | None:
    if named := reading.at(place):
        return named
    line = reading.text[place:].partition("\n")[0] if place < len(reading.text) else ""
    if len(line) > 60 or not line.strip():  # noqa: PLR2004 - a sentence
        return None
    words = re.match(r"[^(:,]*", line)
    near = reading.misprinted(place, place + (words.end() if words else 0))
    return near[0] if near else None


def _begins(text: str, place: int) -> bool:
    """Tell whether the words at a place begin a line, or follow something that is no small word."""
    before = text[max(0, place - 30) : place].rstrip(" ")
    return not before or before[-1] in "\n.:;)|*" or not re.search(r"(?:^|\W)[^\W\dA-ZА-ЯЁ_]+$", before)


def _names_under(reading: Reading, start: int, end: int) -> list[tuple[Name, Block]]:
    """Return the names up to the next `For`, each with its office if it has one."""
    names: list[tuple[Name, Block]] = []
    place = start
    while place < end and len(names) < 6:  # noqa: PLR2004 - more is a text
        office = office_block(reading, place, end)
        place = max(office.end if office.known else place, place)
        first = after_ranks(reading, place, end)
        name = name_at(reading, first, end)
        if not name or name.start != first or (" " not in name.name and "." not in name.name):
            break
        rest = reading.text[name.end : end].partition("\n")[0].strip(" ._-–*()")
        after = office_block(reading, name.end, end)
        if rest and not after.known and not re.match(r"signed", rest, re.IGNORECASE) and len(rest) > 3:  # noqa: PLR2004 - OCR
            if not names:
                names.append((name, office if office.known else after))
            break
        names.append((name, after if after.known else office))
        place = max(after.end if after.known else name.end, name.end)
    return names


def _in_prose(text: str, place: int) -> bool:
    """Tell whether the line that begins at a place goes on with a long line before it, as sentences do."""
    before = text[max(0, place - LONG_LINE - 1) : max(0, place - 1)]
    return len(before) == LONG_LINE and "\n" not in before


def _name_over_office(reading: Reading, start: int, end: int) -> list[Signature]:
    """Return the names that have a line of their own above an office of a State."""
    lines = list(_LINE.finditer(reading.text, start, end))
    found = []
    for line, following in pairwise(lines):
        first = line.start() + len(line[0]) - len(line[0].lstrip())
        if not 4 < len(line[0].strip()) < 60:  # noqa: PLR2004 - a name's length
            continue
        under = after_ranks(reading, following.start(), following.end())
        if not (is_office(reading, under) or under > following.start() + 1):
            continue
        name = is_name_line(reading, first, line.end())
        if not name or line[0].rstrip().endswith(",") or _in_prose(reading.text, line.start()):
            continue
        block = office_block(reading, following.start(), min(end, following.start() + 300))
        begins = after_ranks(reading, following.start(), following.end())
        if block.known and block.capacity and block.end > begins and (block.state or block.capacity != "other"):
            found.append(Signature(first, block.end, name.name, (name.start, name.end), block.state, block.capacity))
    return found


def _office_over_name(reading: Reading, start: int, end: int) -> list[Signature]:
    """Return the names that stand behind or under an office of a State, two and more, each at the end of a line."""
    found = []
    for line in _LINE.finditer(reading.text, start, end):
        first = line.start() + len(line[0]) - len(line[0].lstrip())
        if not is_office(reading, first) or _in_prose(reading.text, line.start()):
            continue
        block = office_block(reading, first, min(end, first + 300))
        gap = re.compile(r"[ ]?\n?[ ]?").match(reading.text, block.end, end)
        last = reading.text.find("\n", gap.end() if gap else block.end, end)
        name = is_name_line(reading, gap.end(), last if last != -1 else end) if gap and block.state else None
        if name:
            found.append(Signature(first, name.end, name.name, (name.start, name.end), block.state, block.capacity))
    return found if len(found) > 1 else []
