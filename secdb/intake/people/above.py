"""Offices that stand above a name, and offices of others for whom somebody signs."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from secdb.intake.people.grids import is_state_line
from secdb.intake.people.names import after_ranks, is_office, name_at
from secdb.intake.people.offices import Block, office_block

if TYPE_CHECKING:
    from collections.abc import Iterator

    from secdb.intake.reading import Named, Reading

# `for the Permanent Representative`, `for and on behalf of X, Permanent Representative`.
_INSTEAD = re.compile(
    r"[\s,;]{0,3}\(?(?:for\s+and\s+on\s+behalf\s+of|on\s+behalf\s+of|for|p\.\s?p\.|pour(?:\s+et\s+au\s+nom\s+d[eu])?|au\s+nom\s+d[eu]"
    r"|por(?:\s+orden\s+del?)?|en\s+nombre\s+del?|p\.\s?o\.|за|от\s+имени)\s+(?:(?:the|le|la|el)\s+)?",
    re.IGNORECASE,
)
_ARTICLE = re.compile(r"\s*(?:(?:the|le|la|les|el|los|las)\s+|l['’]\s?)?", re.IGNORECASE)
_LINE = re.compile(r"[^\n]+")
LONGEST = 100
"""Characters of a line of an office."""
MOST = 6
"""Lines of an office."""


class Above(NamedTuple):
    """An office above a mark; `instead` tells that it is not that of the one who signs, but whom that one signs for."""

    block: Block
    instead: bool


def for_another(reading: Reading, start: int, end: int) -> Block | None:
    """Return the office of the one for whom a signature is made, where the words under a name tell of one.

    The block begins with `for`; only what follows closely counts, at the end of the name or the beginning of a line.
    """
    stretch = reading.text[start:end].partition("\n\n")[0]
    places = [start, *(start + found.end() for found in re.finditer(r"\n", stretch))]
    return next((block for place in places if (block := _instead(reading, place, end))), None)


def _instead(reading: Reading, place: int, end: int) -> Block | None:
    lead = _INSTEAD.match(reading.text, place, end)
    if lead is None or "\n\n" in lead[0]:
        return None
    first = after_ranks(reading, lead.end(), end)
    if not is_office(reading, first):
        name = name_at(reading, first, end)
        if name is None or reading.at(first) or " " not in name.name:
            return None
        first = after_ranks(reading, name.end, end)
        if not is_office(reading, first):
            return None
    block = office_block(reading, first, end)
    reading.warn("signed for another: the office is not that of who signed", lead.start(), block.end)
    return Block(lead.start(), block.end, None, block.state, True, block.state_at, None, block.unknown)  # noqa: FBT003


def office_above(reading: Reading, start: int, mark: int) -> Above | None:
    """Return the office whose lines end where a mark begins; None when other words stand between."""
    return _office_above(reading, start, mark) if _office_above(reading.aside(), start, mark) else None


def _office_above(reading: Reading, start: int, mark: int) -> Above | None:
    for line in _lines_above(reading, start, mark):
        article = _ARTICLE.match(reading.text, line, mark)
        first = article.end() if article else line
        if is_office(reading, after_ranks(reading, first, mark)):
            block = office_block(reading, first, mark)
            if block.known and not reading.text[block.end : mark].strip(" \n:.,;"):
                return Above(block, instead=False)
        other = _INSTEAD.match(reading.text, line, mark)
        if other and is_office(reading, other.end()):
            theirs = _instead(reading, line, mark)
            if theirs and not reading.text[theirs.end : mark].strip(" \n:.,;"):
                return Above(theirs, instead=True)
    return None


def _lines_above(reading: Reading, start: int, mark: int) -> Iterator[int]:
    """Yield where the short lines begin that lead to a mark, from the first one of their paragraph on."""
    text = reading.text
    last = mark - len(text[start:mark]) + len(text[start:mark].rstrip())
    first = max(start, text.rfind("\n\n", start, last) + 1)
    lines = [line for line in _LINE.finditer(text, first, last) if line[0].strip()][-MOST:]
    if all(len(line[0]) <= LONGEST for line in lines):
        yield from (line.start() + len(line[0]) - len(line[0].lstrip()) for line in lines)


def state_above(reading: Reading, start: int, mark: int) -> Named | None:
    """Return the State that is the line right above a mark."""
    text = reading.text
    last = mark - len(text[start:mark]) + len(text[start:mark].rstrip())
    first = text.rfind("\n", start, last) + 1
    return is_state_line(reading, first, last) if start < first else None
