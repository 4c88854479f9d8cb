"""Offices under and before names: which capacity they are, and for which State."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from secdb.intake.people.names import after_ranks, is_office, name_at
from secdb.intake.places import NO_OFFICE, Office, Phrase, alone, phrases, tails

if TYPE_CHECKING:
    from secdb.intake.language import Language
    from secdb.intake.reading import Named, Reading

_AND = re.compile(r"(?:and|y|et|и)(?=\W)")
_REPRESENTATIVE = {
    "acting_permanent_representative": re.compile(r"permanent\s+representative", re.IGNORECASE),
    "permanent_representative": re.compile(r"permanent\s+representative", re.IGNORECASE),
    "deputy_permanent_representative": re.compile(
        r"(?:deputy|vice|alternate|permanent)\s+representative", re.IGNORECASE
    ),
}
"""How the offices are printed in which the table of offices allows slips."""
_SKIP = re.compile(r"[\s,;&/–-]*")
_WORDS = re.compile(r"[^\n,;()]{3,70}")
_ARTICLE = re.compile(r"(?:the|le|la|les|el|los|las|l['’])\s*(?=\S)", re.IGNORECASE)
# `and International Cooperation of`: a portfolio that the table of offices does not know.
_PORTFOLIO = re.compile(
    r"(?<=\s)(?:and|et|y|e|и)\s+(?:(?:de|of|for)\s+)?(?:(?:la|l['’]|los|las|el|le|les)\s*)?"
    r"(?:[^\W\d_]+[,\s]\s?){1,5}?(?:of\s+(?:the\s+)?|(?:de|del|du|des)\s+(?:(?:la|los|las|el)\s+|l['’])?|d['’])",
    re.IGNORECASE,
)
_BODY = re.compile(
    r"\b(?:States|Group|Organi[sz]ation|Union|Council|Movement|Community|Nations|Parties|Bureau|Conference)\b"
)
# After `of`, what is no State: `Minister of Defence`, `Director of the Office`.
_INSTITUTION = re.compile(
    r"\b(?:mission|embassy|delegation|office|government|soviet|presidium|assembly|senate|parliament|cabinet|"
    r"committee|commission|ministers|affairs|defence|supreme|misi[oó]n|embajada|ambassade|delegaci[oó]n)\b",
    re.IGNORECASE,
)
_GENITIVE = re.compile(r"[ ][А-ЯЁ][а-яё]{3,30}(?:[ ][А-ЯЁ]?[а-яё]{3,30}){0,3}(?=[ ]?(?:\n|$))")
_REPRESENTS = re.compile(r"repr[eé]sent|представит|代表", re.IGNORECASE)
_LIKE_STATE = re.compile(
    r"\b(?:Republic|Kingdom|State|Federation|Emirate|Principality|República|Reino|République|Royaume)\b"
)


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
    unknown: tuple[int, int] | None = None
    """The words that name a State of which nothing is known."""


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
        following = state_here.end if state_here else _onward(reading, place, end, seen=seen)
        if following is None or following > end:
            break
        seen = seen or is_office(reading, place)
        state = state or state_here
        place = last = following
    unknown = None
    if seen and state is None:
        state, unknown = _named_after(reading, last, end)
        last = tails(reading, state.end, end) if state else last
        unknown = unknown if unknown and _is_of_state(reading, start, unknown) else None
    office = office_of(reading, start, last)
    return Block(start, last, office.capacity, state, seen, *phrases(reading, office, state, last), unknown)


def _onward(reading: Reading, place: int, end: int, *, seen: bool) -> int | None:
    """Return where the words at a place end that go on with an office; `seen` tells that one was read before."""
    if seen and (portfolio := _portfolio(reading, place, end)):
        return portfolio
    following = _next(reading, place, end)
    return _next_line(reading, place, end) if following is None and seen else following


def _portfolio(reading: Reading, place: int, end: int) -> int | None:
    """Return the place of the State after `and` and the rest of a portfolio."""
    found = _PORTFOLIO.match(reading.text, place, end)
    if not found or "\n\n" in found[0] or not reading.at(found.end()):
        return None
    words = re.finditer(r"[^\W\d_]+", found[0])
    return None if any(is_office(reading, place + word.start()) for word in words) else found.end()


def _is_of_state(reading: Reading, start: int, named: tuple[int, int]) -> bool:
    """Tell whether the office before words is one of a State, or they look like one: `Minister of Mines` is of none."""
    last = offices_in(reading, start, named[0])[-1:]
    words = reading.text[last[0].at.start : named[1]] if last and last[0].at else ""
    capacities = [one.capacity for one in last]
    return capacities not in ([], ["other"]) or bool(_REPRESENTS.search(words) or _LIKE_STATE.search(words))


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


def _named_after(reading: Reading, last: int, end: int) -> tuple[Named | None, tuple[int, int] | None]:
    """Return the State after an office whose name is misprinted, and the words that name it when it is not known."""
    before = reading.text[max(0, last - 12) : last]
    of = re.search(r"(?:of|of the|de|de la|del|du|des)\s*$", before, re.IGNORECASE)
    words = (_WORDS if of else _GENITIVE).match(reading.text, last, end)
    if not words:
        return None, None
    cut = re.search(r"\s+(?:to|at|ante|aupr|in|при)\b", words[0])
    until = last + (cut.start() if cut else len(words[0]))
    named = reading.misprinted(last, until)
    if named:
        return named[0], None
    first = after_ranks(reading, last, until)
    unknown = reading.text[first:until]
    told = unknown[:1].isupper() and not _INSTITUTION.search(unknown) and not _BODY.search(unknown)
    return None, (first, until) if told else None


def offices_in(reading: Reading, start: int, end: int) -> list[Office]:
    """Return all offices in a stretch, in order; what is printed inside another is not one."""
    found: list[tuple[int, int, str]] = []
    for pattern, capacity in reading.words.listed("offices"):
        for one in pattern.finditer(reading.text, start, end):
            if not any(a < one.end() and one.start() < b for a, b, _ in found):
                found.append((*one.span(), capacity))
    return [Office(capacity, alone(first, last)) for first, last, capacity in sorted(found)]


def _warn_of_slip(reading: Reading, start: int, end: int, capacity: str) -> None:
    """Tell that an office is misprinted."""
    right = _REPRESENTATIVE.get(capacity)
    if right and reading.words.language.code == "en" and not right.search(reading.text, start, end):
        reading.warn("read as an office, though not printed so", start, end)


def office_of(reading: Reading, start: int, end: int) -> Office:
    """Return the capacity that the offices in a stretch amount to; the first of the language's table decides."""
    text = reading.text[start:end]
    for pattern, capacity in reading.words.listed("offices"):
        found = pattern.search(text)
        if found and (
            found.start() == 0 or not text[found.start() - 1].isalnum() or reading.words.language.code == "zh"
        ):
            _warn_of_slip(reading, start + found.start(), start + found.end(), capacity)
            return Office(capacity, alone(start + found.start(), start + found.end()))
    return NO_OFFICE
