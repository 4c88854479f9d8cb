"""Signatures with a mark, `(Signed) NAME / office / State`: stacked, wrapped, side by side or run together."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from secdb.intake.people.above import for_another, office_above, state_above
from secdb.intake.people.abreast import side_by_side
from secdb.intake.people.grids import Signature
from secdb.intake.people.names import Name, is_name_line, name_at
from secdb.intake.people.offices import Block, office_block
from secdb.intake.places import led

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from secdb.intake.language import Language
    from secdb.intake.reading import Named, Reading

_AS_PRINTED = re.compile(r"signed|sgd|s/|signature", re.IGNORECASE)
_UNREADABLE = re.compile(
    r"\s*[\[(]?\s*(?:illegible|unreadable|ilegible|illisible|неразборчиво|signature)", re.IGNORECASE
)
_LINE = re.compile(r"[^\n]+")
_NAME_BEFORE = 60
NEAR = 120
OPEN = ("from", "on ", "en ", "au ")
"""How words begin that lead to a State, and to other things as well."""
# A document's symbol, in the place of `/s/`.
_SYMBOL = re.compile(r"[Ss]/(?:\d|[A-Z]{1,6}[/.]|[A-Z]+/)")


def marked(reading: Reading, start: int, end: int) -> list[Signature]:
    """Return the signatures in a stretch that have a mark, in order."""
    marks = _marks(reading, start, end)
    if _stands_before(reading, marks):
        return list(_in_turn(reading, start, end, marks, _name_first))
    if heads := _under_offices(reading, start, end, marks) or _under_states(reading, start, end, marks):
        return heads
    return side_by_side(reading, list(_in_turn(reading, start, end, marks, _one)), marks, end)


def _in_turn(
    reading: Reading, start: int, end: int, marks: list[re.Match[str]], read: Callable[..., Signature]
) -> Iterator[Signature]:
    """Yield the signature of each mark; what one has taken is not the next one's."""
    done = start
    for number, mark in enumerate(marks):
        until = marks[number + 1].start() if number + 1 < len(marks) else end
        one = read(reading, done, mark, until)
        yield one
        done = max(one.end, mark.end())


def _under_offices(reading: Reading, start: int, end: int, marks: list[re.Match[str]]) -> list[Signature]:
    """Return the signatures whose offices stand above their marks; none unless first and last have one there only."""
    if len(marks) < 2:  # noqa: PLR2004 - a block has several
        return []
    names = [name_at(reading, mark.end(), until) for mark, until in _until(marks, end)]
    last = names[-1].end if names[-1] else marks[-1].end()
    if office_block(reading.aside(), last, end).known or not office_above(reading, start, marks[0].start()):
        return []
    found = []
    done = start
    for mark, name in zip(marks, names, strict=True):
        above = office_above(reading, done, mark.start())
        lead = _for_before(reading, done, mark.start())
        block = above.block if above else office_block(reading, mark.end(), mark.end())
        found.append(_made(mark, name, block, lead, reading)._replace(for_another=bool(above and above.instead)))
        done = name.end if name else mark.end()
    return found


def _until(marks: list[re.Match[str]], end: int) -> list[tuple[re.Match[str], int]]:
    """Return the marks, each with where the next begins."""
    return list(zip(marks, [*(mark.start() for mark in marks[1:]), end], strict=True))


def _under_states(reading: Reading, start: int, end: int, marks: list[re.Match[str]]) -> list[Signature]:
    """Return the signatures whose States stand above their marks, each a line; none unless all but one have one."""
    if len(marks) < 2:  # noqa: PLR2004 - a block has several
        return []
    edges = [start, *(mark.end() for mark in marks)]
    states = [state_above(reading, edge, mark.start()) for edge, mark in zip(edges, marks, strict=False)]
    if not states[0] or states.count(None) > 1:
        return []
    found = []
    for number, (mark, until) in enumerate(_until(marks, end)):
        following = states[number + 1] if number + 1 < len(marks) else None
        until = reading.text.rfind("\n", mark.end(), following.start) if following else until  # noqa: PLW2901
        one = _one(reading, mark.start(), mark, until)
        found.append(_for_state_above(reading, one, states[number]))
    return found


def _for_state_above(reading: Reading, one: Signature, state: Named | None) -> Signature:
    """Return a signature as one for the State above it, which its block may name again."""
    if state is None:
        return one
    same = one.state and one.state.code == state.code
    one = one._replace(start=min(one.start, state.start), end=max(one.end, state.end))
    return one if same else one._replace(state=state, state_at=led(reading, state), unknown=None)


def _marks(reading: Reading, start: int, end: int) -> list[re.Match[str]]:
    """Return the marks in a stretch; `S/2003/1099` begins with none."""
    marks = list(reading.words("signed").finditer(reading.text, start, end))
    if reading.words.language.code != "en":
        marks += _english().finditer(reading.text, start, end)
        marks.sort(key=lambda mark: mark.start())
    found = [mark for mark in marks if not _SYMBOL.match(reading.text, mark.end() - len(mark[0].strip()))]
    for mark in found:
        if reading.words.language.code == "en" and not _AS_PRINTED.search(mark[0]):
            reading.warn("read as a mark of signature, though not printed so", *mark.span())
    return found


def mark_at(reading: Reading, start: int, end: int) -> tuple[int, int] | None:
    """Return the place of the mark right at a place."""
    marks = _marks(reading, start, end)
    return marks[0].span() if marks and not reading.text[start : marks[0].start()].strip() else None


@cache
def _english() -> re.Pattern[str]:
    return re.compile(r"[(\[]\s{0,3}Signed\s{0,3}[)\]]", re.IGNORECASE)


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
        place = line if line != -1 else until
        other = for_another(reading, place, until)
        return _made(mark, None, other or office_block(reading, place, until), lead, reading)._replace(
            for_another=other is not None
        )
    name = name_at(reading, mark.end(), min(until, mark.end() + 300))
    if name and (again := _printed_again(reading, name, until)):
        return _made(mark, name, office_block(reading, again, until), lead, reading)
    block = office_block(reading, name.end if name else mark.end(), until)
    if name and (other := for_another(reading, name.end, max(block.end, min(until, name.end + NEAR)))):
        return _made(mark, name, _own(reading, name.end, other), lead, reading)._replace(for_another=True)
    if name is None and block.known:
        name = _under(reading, block.end, until)
    if name and block.capacity is None:
        first = office_block(reading, mark.end(), name.start)
        block = first if first.capacity else block
    if name and not block.known:
        if above := office_above(reading, done, mark.start()):
            return _made(mark, name, above.block, lead, reading)._replace(for_another=above.instead)
        block = _office_in(reading, max(done, reading.text.rfind("\n\n", 0, mark.start())), mark.start()) or block
    return _made(mark, name, block, lead, reading)


def _under(reading: Reading, start: int, until: int) -> Name | None:
    """Return the name that is the line under an office."""
    line = _LINE.match(reading.text, start + 1, until) if reading.text[start : start + 1] == "\n" else None
    return is_name_line(reading, *line.span()) if line else None


def _printed_again(reading: Reading, name: Name, until: int) -> int | None:
    """Return where the name ends that stands in print under the same name as signed."""
    again = name_at(reading, name.end, until)
    gap = reading.text[name.end : again.start] if again else ""
    return again.end if again and gap.strip(" ") == "\n" and again.name == name.name else None


def _own(reading: Reading, start: int, other: Block) -> Block:
    """Return the block of one who signs for another: the own office, if one is told, for the State of the other."""
    own = office_block(reading, start, other.start)
    return replace(
        other,
        capacity=own.capacity if own.known else None,
        capacity_at=own.capacity_at if own.known else None,
    )


def _made(mark: re.Match[str], name: Name | None, block: Block, lead: Named | None, reading: Reading) -> Signature:
    """Return the signature of a mark."""
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
        unknown=None if state else block.unknown,
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
    return re.compile(rf"(?:{language.of_state})(?=[A-ZÀ-ÞА-ЯЁ一-鿿])")


def _for_before(reading: Reading, start: int, end: int) -> Named | None:
    """Return the State of the `For the Republic of X` that leads to a signature."""
    found = list(for_pattern(reading.words.language).finditer(reading.text, max(start, end - 200), end))
    if not found:
        return None
    if found[-1][0].lower().startswith(OPEN):  # what follows may be anything
        return reading.at(found[-1].end())
    states = reading.listed(found[-1].end(), end) if end - found[-1].end() < NEAR else []
    return states[0] if states else None
