"""Titles of letters: `Letter dated ... from ... addressed to ...`, in every language read."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING

from secdb.intake.clean.mapped import flat
from secdb.intake.dates import find_dates
from secdb.intake.parts.where import dateline
from secdb.intake.states import distance

if TYPE_CHECKING:
    from collections.abc import Iterator

    from secdb.intake.dates import Dated
    from secdb.intake.language import Language, Words
    from secdb.intake.reading import Reading

_JOINED = re.compile(r",?\s+(?:and|y|et|и)\s+(?:(?:to|al?|au|à)\s+)?(?:(?:the|la|el|le)\s+)?", re.IGNORECASE)
_THE = re.compile(r"(?:the|al?|la|el|au|à|à\s+la)\s+", re.IGNORECASE)
_REST = re.compile(r"(?!\s*\n)[^\n.;]{3,90}")
_IN_ANNEX = re.compile(r"(?:\bto\s+(?:the\s+)?|\bde\s+las?\s+|\bà\s+la\s+|\bк\s+)$", re.IGNORECASE)
_HEAD = 600
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Heading:
    """A letter's title: where it stands, its kind, and the places of date, senders and addressee in it."""

    start: int
    end: int
    kind: str
    date: str | None
    date_at: tuple[int, int] | None
    sender: tuple[int, int]
    addressee: str | None
    addressee_at: tuple[int, int] | None
    name_at: tuple[int, int] | None = None


@cache
def _patterns(language: Language) -> list[re.Pattern[str]]:
    return [re.compile(pattern, re.IGNORECASE) for pattern in language.headings]


def find_heading(reading: Reading, start: int = 0, end: int | None = None) -> Heading | None:
    """Return the first letter's title in a stretch of text."""
    last = len(reading.text) if end is None else end
    for pattern in _patterns(reading.words.language):
        for found in _candidates(pattern, reading.text, start, last):
            return _heading(reading, found)
    return None


def heading_at(reading: Reading, place: int) -> Heading | None:
    """Return the letter's title that begins at a place, in small letters too."""
    pattern = _patterns(reading.words.language)[0]
    found = pattern.match(reading.text, place)
    return _heading(reading, found) if found else None


def _candidates(pattern: re.Pattern[str], text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    for found in pattern.finditer(text, start, end):
        first = found.start("kind")
        if found["kind"] and (text[first].islower() or _IN_ANNEX.search(text, max(0, first - 12), first)):
            continue
        if not found["kind"] and (
            found.start() > _HEAD
            or text[found.start("from")].islower()
            or "(" not in found[0] + text[found.end() : found.end() + 160].partition("\n")[0]
        ):
            continue
        yield found


def _heading(reading: Reading, found: re.Match[str]) -> Heading:
    groups = found.groupdict()
    printed = groups["kind"] or reading.text[max(0, found.start() - 60) : found.start("from")]
    kind = next((kind for pattern, kind in reading.words.listed("kinds") if pattern.search(printed)), "letter")
    dated = find_dates(reading.text, *found.span("date")) if groups.get("date") else []
    name = found.span("name") if groups.get("name") else None
    if groups.get("to"):
        where, addressee = _within(reading, *found.span("to"))
        end = found.end()
    else:
        where, addressee = addressee_at(reading, found.end())
        end = where[1] if where else found.end()
    if not dated:
        dated = _date_behind(reading, end)
    if not groups["kind"]:
        line = re.compile(r"[^\n()]*(?:\([^\n()]*\))?").match(reading.text, end)
        end = line.end() if line else end
    start = found.start("kind") if groups["kind"] else found.start("from")
    if found["date"] if "date" in groups else False:
        start = min(start, found.start("date"))
    dates = dated[-1] if dated else None
    if dates and not dates.sure:
        reading.warn(f"read as {dates.iso}, though not printed so", dates.start, dates.end)
    while end > start and reading.text[end - 1] in " \n,":
        end -= 1
    return Heading(
        start,
        end,
        kind,
        dates.iso if dates else None,
        (dates.start, dates.end) if dates else None,
        found.span("from"),
        addressee,
        where,
        name,
    )


def _date_behind(reading: Reading, end: int) -> list[Dated]:
    """Return the day that stands behind a title without one: `, dated DAY`, or the dateline under it."""
    found = find_dates(reading.text, end, end + 160)[:1]
    if found and re.fullmatch(r"\W*(?:\([^()\n]*\))?\W*dated\s+", reading.text[end : found[0].start]):
        return found
    when = dateline(reading, end, end + 160)
    return [when.date] if when.date else []


def _within(reading: Reading, start: int, end: int) -> tuple[tuple[int, int] | None, str | None]:
    """Return where the addressees are in a stretch, and the English words for them."""
    named: list[tuple[int, int, str]] = []
    for pattern, meaning in reading.words.listed("addressees"):
        found = pattern.search(reading.text, start, end)
        if found and not any(a < found.end() and found.start() < b for a, b, _ in named):
            named.append((*found.span(), meaning))
    if not named:
        return (start, end), flat(_THE.sub("", reading.text[start:end], count=1))
    named.sort()
    return (named[0][0], named[-1][1]), " and the ".join(meaning for _, _, meaning in named)


def addressee_at(reading: Reading, place: int) -> tuple[tuple[int, int] | None, str | None]:
    """Return where the addressees named at a place are, and the English words for them."""
    first, last, meanings = None, place, []
    while (one := _one_at(reading, last)) is not None:
        start, last, meaning = one
        first = start if first is None else first
        meanings.append(meaning)
        joined = _JOINED.match(reading.text, last)
        if not joined or _one_at(reading, joined.end()) is None:
            break
        last = joined.end()
    if first is not None:
        return (first, last), " and the ".join(meanings)
    rest = _REST.match(reading.text, place)
    if not rest:
        return None, None
    the = _THE.match(reading.text, place, rest.end())
    start = the.end() if the else place
    words = flat(reading.text[start : rest.end()])
    return ((start, rest.end()), words) if words and words.lower() != "the" else (None, None)


def _one_at(reading: Reading, place: int) -> tuple[int, int, str] | None:
    the = _THE.match(reading.text, place)
    start = the.end() if the else place
    for prefix in ("", "UN ", "United Nations "):
        if reading.text.startswith(prefix, start):
            for pattern, meaning in reading.words.listed("addressees"):
                if found := pattern.match(reading.text, start + len(prefix)):
                    return start + len(prefix), found.end(), meaning
    return _misprinted(reading, start)


def _misprinted(reading: Reading, start: int) -> tuple[int, int, str] | None:
    """Return the addressee whose name is printed with a letter or two wrong."""
    for _, meaning in reading.words.listed("addressees"):
        wanted = _WORD.findall(meaning.lower())
        printed = list(islice(_WORD.finditer(reading.text, start, min(len(reading.text), start + 90)), len(wanted)))
        words = "".join(word[0].lower() for word in printed)
        if len(printed) == len(wanted) and distance(words, "".join(wanted), 2) is not None:
            reading.warn(f"read as {meaning}, though not printed so", start, printed[-1].end())
            return start, printed[-1].end(), meaning
    return None


def kind_of(words: Words, title: str) -> tuple[str, int] | None:
    """Return the kind that a title's first noun for a text names, and where the noun ends."""
    found = [
        (one.start(), -one.end(), kind)
        for pattern, kind in words.listed("kinds")
        for one in [_bounded(pattern).search(title)]
        if one
    ]
    return (min(found)[2], -min(found)[1]) if found else None


@cache
def _bounded(pattern: re.Pattern[str]) -> re.Pattern[str]:
    if re.search(r"[一-鿿]", pattern.pattern):
        return pattern
    return re.compile(rf"(?<![^\W_])(?:{pattern.pattern})(?![^\W_])", re.IGNORECASE)
