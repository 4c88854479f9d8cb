"""Offices under and before names: which capacity they are, and for which State."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from secdb.intake.people.names import is_office, name_at
from secdb.intake.places import NO_OFFICE, Office, Phrase, alone, phrases, tails

if TYPE_CHECKING:
    from secdb.intake.language import Language
    from secdb.intake.reading import Named, Reading

_AND = re.compile(r"(?:and|y|et|и)(?=\W)")
_SLIPPED = re.compile(r"\b(?:(?!permanent\b)p\w{8}(?=\s+r)|(?!representatives?\b)r\w{13}s?)\b", re.IGNORECASE)
_SKIP = re.compile(r"[\s,;&/–-]*")
_WORDS = re.compile(r"[^\n,;()]{3,70}")
_OF = re.compile(r"(?:of|for)\s+(?:the\s+)?|de\s+(?:la\s+|los\s+)?|del\s+|du\s+|des\s+|d['’]", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Block:
    """An office as printed at `start` to `end`: the capacity, and the State if it names one."""

    start: int
    end: int
    capacity: str | None
    state: Named | None
    known: bool
    """Whether an office was read at all."""
    state_at: Phrase | None
    capacity_at: Phrase | None


def office_block(reading: Reading, start: int, end: int) -> Block:
    """Return the ranks, offices and State that stand one after the other from a place."""
    text = reading.text
    place = last = start
    state = None
    seen = False
    while place < end:
        place = _SKIP.match(text, place, end).end()  # type: ignore[union-attr]
        apart = text.count("\n\n", last, place) and state and seen and not is_office(reading, place)
        if apart or _for(reading.words.language).match(text, place):
            break
        state_here = reading.at(place)
        following = (state_here.end if state_here.end <= end else None) if state_here else _next(reading, place, end)
        if following is None:
            following = _next_line(reading, place, end) if seen else None
        if following is None:
            break
        seen = seen or is_office(reading, place)
        state = state or state_here
        place = last = following
    if seen and state is None and (slip := _slip(reading, last, end)):
        state, last = slip, tails(reading, slip.end, end)
    office = office_of(reading, start, last)
    return Block(start, last, office.capacity, state, seen, *phrases(reading, office, state, last))


def _next_line(reading: Reading, place: int, end: int) -> int | None:
    """Return the next line when an office begins it: what stands before is a misprint or an office unknown here."""
    line = reading.text.find("\n", place, min(end, place + 60))
    if line == -1:
        return None
    first = _SKIP.match(reading.text, line, end).end()  # type: ignore[union-attr]
    if name_at(reading, place, line):
        return None
    return first if is_office(reading, first) and "\n\n" not in reading.text[line:first] else None


def _next(reading: Reading, place: int, end: int) -> int | None:
    """Return where the office, rank, link or tail at a place ends."""
    found = _piece(reading.words.language).match(reading.text, place, end)
    if found and found.end() > place:
        return found.end()
    joined = _AND.match(reading.text, place, end)
    return joined.end() if joined else None


@cache
def _for(language: Language) -> re.Pattern[str]:
    return re.compile(language.of_state)


@cache
def _piece(language: Language) -> re.Pattern[str]:
    offices = "|".join(f"(?:{pattern})" for pattern, _ in language.offices)
    edge = "" if language.code == "zh" else r"(?![^\W_])"
    link = f"|(?:{language.link})" if language.link else ""
    return re.compile(rf"(?:{language.tail})|(?:{offices}){edge}|(?:{language.ranks}){edge}\.?{link}", re.IGNORECASE)


def _slip(reading: Reading, last: int, end: int) -> Named | None:
    """Return the State after an office whose name is misprinted or unknown."""
    before = reading.text[max(0, last - 12) : last]
    of = re.search(r"(?:of|of the|de|de la|del|du|des)\s*$", before, re.IGNORECASE)
    if not of:
        return None
    words = _WORDS.match(reading.text, last, end)
    if not words:
        return None
    cut = re.search(r"\s+(?:to|at|ante|aupr|in)\b", words[0])
    named = reading.misprinted(last, last + (cut.start() if cut else len(words[0])))
    return named[0] if named else None


def offices_in(reading: Reading, start: int, end: int) -> list[Office]:
    """Return all offices in a stretch, in order; what is printed inside another is not one."""
    found: list[tuple[int, int, str]] = []
    for pattern, capacity in reading.words.listed("offices"):
        for one in pattern.finditer(reading.text, start, end):
            if not any(a < one.end() and one.start() < b for a, b, _ in found):
                found.append((*one.span(), capacity))
    return [Office(capacity, alone(first, last)) for first, last, capacity in sorted(found)]


def _warn_of_slip(reading: Reading, start: int, end: int) -> None:
    """Tell that an office is misprinted."""
    if reading.words.language.code == "en" and _SLIPPED.search(reading.text, start, end):
        reading.warn("read as an office, though not printed so", start, end)


def office_of(reading: Reading, start: int, end: int) -> Office:
    """Return the capacity that the offices in a stretch amount to; the first of the language's table decides."""
    text = reading.text[start:end]
    for pattern, capacity in reading.words.listed("offices"):
        found = pattern.search(text)
        if found and (
            found.start() == 0 or not text[found.start() - 1].isalnum() or reading.words.language.code == "zh"
        ):
            _warn_of_slip(reading, start + found.start(), start + found.end())
            return Office(capacity, alone(start + found.start(), start + found.end()))
    return NO_OFFICE
