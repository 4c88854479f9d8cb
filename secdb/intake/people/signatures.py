"""Signatures, in all the shapes they have.

`(Signed) NAME / office / State` stacked, wrapped, side by side or run together; `For the Republic of X` with names
under it, or with none; a name above an office, without a mark.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from secdb.intake.people.grids import Signature, grid, is_state_line, of_block
from secdb.intake.people.marked import OPEN, for_pattern, marked
from secdb.intake.people.names import Name, after_ranks, is_name_line, is_office, name_at
from secdb.intake.people.offices import Block, office_block
from secdb.intake.people.tables import table
from secdb.intake.places import led

if TYPE_CHECKING:
    from secdb.intake.reading import Named, Reading

_LINE = re.compile(r"[^\n]+")
LONG_LINE = 46
MOST = 6
"""Lines of an office."""


def signatures(reading: Reading, start: int, end: int, *, loose: bool = True) -> list[Signature]:
    """Return the signatures in a stretch, in order. Without `loose` only those with a mark `(Signed)` count."""
    rows = table(reading, start, end)
    if rows and (loose or all(one.mark for one in rows)):
        edges = min(one.start for one in rows), max(one.end for one in rows)
        return [*marked(reading, start, edges[0]), *rows, *marked(reading, edges[1], end)]
    signed = marked(reading, start, end)
    if not loose:
        return signed
    taken = [(one.start, one.end) for one in signed]
    more = [one for one in _for_state(reading, start, end) if not _overlaps(one, taken)]
    taken += [(one.start, one.end) for one in more]
    for some in sorted((_name_over_office(reading, start, end), _office_over_name(reading, start, end)), key=_fewer):
        more += [one for one in some if not _overlaps(one, taken)]
        taken += [(one.start, one.end) for one in more]
    if not more:
        more = [one for one in grid(reading, start, end) if not _overlaps(one, taken)]
    return sorted([*signed, *more], key=lambda one: one.start)


def _fewer(found: list[Signature]) -> int:
    """Return a key that puts the shape that more signatures have first."""
    return -len(found)


def _overlaps(one: Signature, taken: list[tuple[int, int]]) -> bool:
    return any(one.start < end and start < one.end for start, end in taken)


def _for_state(reading: Reading, start: int, end: int) -> list[Signature]:
    """Return the signatures under `For the Republic of X`: those names, or the State alone when no name is there.

    One such line may be anything; two and more are a block of signatures.
    """
    heads = [
        (found.start(), state)
        for found in for_pattern(reading.words.language).finditer(reading.text, start, end)
        if _begins(reading.text, found.start()) and (state := _state_after(reading, found))
    ]
    if len(heads) < 2:  # noqa: PLR2004 - a block has several
        return []
    found = []
    for number, (_, state) in enumerate(heads):
        until = heads[number + 1][0] if number + 1 < len(heads) else min(end, state.end + 300)
        names = _names_under(reading, state.end, until)
        found += [
            of_block(reading, (state.start, max(name.end, office.end)), name, state, office) for name, office in names
        ] or [Signature(state.start, state.end, None, (state.start, state.end), state, None, led(reading, state))]
    return found


def _state_after(reading: Reading, head: re.Match[str]) -> Named | None:
    place = head.end()
    if (named := reading.at(place)) or head[0].lower().startswith(OPEN):  # a misprint may be anything
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
    headed: bool | None = None
    for number, (line, following) in enumerate(pairwise(lines)):
        first = line.start() + len(line[0]) - len(line[0].lstrip())
        if not 4 < len(line[0].strip()) < 60:  # noqa: PLR2004 - a name's length
            continue
        under = after_ranks(reading, following.start(), following.end())
        if not (is_office(reading, under) or under > following.start() + 1):
            continue
        name = is_name_line(reading, first, line.end())
        if not name or line[0].rstrip().endswith(",") or _in_prose(reading.text, line.start()):
            continue
        above = lines[number - 1] if number else None
        head = is_state_line(reading, *above.span()) if above else None
        headed = head is not None if headed is None else headed
        until = _next_state(reading, lines[number + 1 :], end) if headed else end
        block = office_block(reading, following.start(), min(until, following.start() + 300))
        begins = after_ranks(reading, following.start(), following.end())
        state = block.state or (head if headed else None)
        if block.known and block.capacity and block.end > begins and (state or block.capacity != "other"):
            found.append(of_block(reading, (first, block.end), name, state, block))
    return found


def _next_state(reading: Reading, lines: list[re.Match[str]], end: int) -> int:
    """Return where the next line begins that is a State."""
    return next((line.start() for line in lines[:MOST] if is_state_line(reading, *line.span())), end)


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
            found.append(of_block(reading, (first, name.end), name, block.state, block))
    return found if len(found) > 1 else []
