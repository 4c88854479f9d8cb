"""Dates in running text, in any of the languages read; a misprinted one is found within a few letters."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from secdb.intake.language.numbers import NUMBER, SMALL_NUMBER, number_of
from secdb.intake.states import distance
from secdb.period.months import MONTHS

if TYPE_CHECKING:
    from collections.abc import Iterator

SLIPS = ((6, 2), (4, 1))
"""A month's name of at least so many letters may differ by so many from the one printed."""
YEARS = range(1800, 2100)

_TO = r"(?:\s?(?:and|to|or|y|al?|et|au|и|по|&|[-\u2013\u2014])\s?)"
_NTH = r"(?:st|nd|rd|th|er|º|ª)?"
# Figures as scanned pages have them: `l8` is 18, `2OO3` is 2003; one of them at least is a figure.
_DAY = r"(?:\d[\dlIO]?|(?<![^\W_])[lI]\d)(?![\dlIO])"
_YEAR = r"(?:[1lI][89][\dlIO]{2}|2[0O][\dlIO]{2})(?![\dlIO])"
_FIGURE = str.maketrans("lIO", "110")
_DAY_FIRST = re.compile(
    rf"(?<![\d./-])({_DAY}){_NTH}(?:{_TO}({_DAY}){_NTH})?\.?[\s»\"\u201d,]{{1,4}}(?:day\s+of\s+|of\s+|de\s+)?"
    rf"([^\W\d_]{{3,12}})[.,]{{0,2}}\s{{1,4}}(?:del?\s+)?({_YEAR})"
)
_MONTH_FIRST = re.compile(
    rf"(?<![^\W_])([^\W\d_]{{3,12}})\.?\s{{1,3}}({_DAY}){_NTH}(?:{_TO}({_DAY}){_NTH})?,?\s{{1,3}}({_YEAR})"
)
_IN_WORDS = re.compile(r"\bday\s+of\b|\bd[ií]as?\s+del?\b|\b(?:thousand|hundred|nineteen|mil|mille)\b", re.IGNORECASE)
_WORDS = re.compile(
    rf"(?<![^\W_])(?P<day>{SMALL_NUMBER}|\d{{1,2}}(?:st|nd|rd|th|er|º)?)[\s,]{{1,3}}(?:d[ií]as?\s{{1,3}})?(?:day\s{{1,3}})?"
    r"(?:of\s{1,3}|del?\s{1,3}(?:mes\s{1,3}de\s{1,3})?)?(?P<month>[^\W\d_]{3,12})[\s,]{1,3}"
    r"(?:(?:in\s{1,3})?the\s{1,3}year\s{1,3}(?:of\s{1,3})?|del?\s{1,3}(?:a[ñn]o\s{1,3})?|(?:de\s{1,3})?l.an\s{1,3})?"
    rf"(?P<year>{NUMBER}|1[89]\d\d|20\d\d)(?![^\W_])",
    re.IGNORECASE,
)
_FIGURES = re.compile(
    r"(?<![\d/.-])(\d{1,2})[./](\d{1,2})[./](1[89]\d\d|20\d\d)(?!\d)|(?<![\d-])(1[89]\d\d|20\d\d)-(\d\d)-(\d\d)(?![\d-])"
)
_HAN = "〇○零一二三四五六七八九十"
_CHINESE = re.compile(rf"([\d{_HAN}]{{4}})\s?年\s?([\d{_HAN}]{{1,3}})\s?月\s?([\d{_HAN}]{{1,3}})\s?日")
_HAN_DIGITS = str.maketrans("〇○零一二三四五六七八九", "000123456789")


class Dated(NamedTuple):
    """A day that stands at `start` to `end`; not `sure` when a letter or figure of it is misprinted."""

    start: int
    end: int
    iso: str
    sure: bool = True


def find_dates(text: str, start: int = 0, end: int | None = None) -> list[Dated]:
    """Return the days named in a stretch of text, in order; of a range the last day."""
    last = len(text) if end is None else end
    return [one for one in _read(text)[0] if start <= one.start and one.end <= last]


def impossible_days(text: str) -> tuple[tuple[int, int], ...]:
    """Return where days stand that no calendar has: `29 February 1993`, `31 June 2007`."""
    return _read(text)[1]


@lru_cache(maxsize=8)
def _read(text: str) -> tuple[tuple[Dated, ...], tuple[tuple[int, int], ...]]:
    """Return the days of a whole text, none within another, and where those stand that are none."""
    found: list[Dated] = []
    none: list[tuple[int, int]] = []
    for one, year, month, day, sure in sorted(_each(text, 0, len(text)), key=lambda each: each[0].span()):
        if not month or year not in YEARS or (found and one.start() < found[-1].end):
            continue
        try:
            found.append(Dated(*one.span(), date(year, month, day).isoformat(), sure))
        except ValueError:  # no such day
            none.append(one.span())
    return tuple(found), tuple(none)


def _each(text: str, start: int, end: int) -> Iterator[tuple[re.Match[str], int, int, int, bool]]:
    """Yield what has the form of a day: year, month (0: no month has this name) and day, and whether it is sure."""
    for one in _DAY_FIRST.finditer(text, start, end):
        yield _made(one, one[4], one[3], one[2] or one[1])
    for one in _MONTH_FIRST.finditer(text, start, end):
        yield _made(one, one[4], one[1], one[3] or one[2])
    for one in _FIGURES.finditer(text, start, end):
        year, month, day = (one[3], one[2], one[1]) if one[3] else (one[4], one[5], one[6])
        yield one, int(year), int(month), int(day), True
    for one in _CHINESE.finditer(text, start, end):
        yield one, han_number(one[1]), han_number(one[2]), han_number(one[3]), True
    for one in _WORDS.finditer(text, start, end) if _IN_WORDS.search(text, start, end) else ():
        day = re.match(r"\d*", one["day"])[0] or one["day"]  # type: ignore[index]
        year = number_of(one["year"]) or 0
        yield one, year if year in YEARS else 0, month_of(one["month"].lower())[0], number_of(day) or 0, True


def _made(found: re.Match[str], year: str, word: str, day: str) -> tuple[re.Match[str], int, int, int, bool]:
    month, sure = month_of(word.lower())
    figures = (year + day).isdigit()
    return found, int(year.translate(_FIGURE)), month, int(day.translate(_FIGURE)), sure and figures


@lru_cache(maxsize=2_000)
def month_of(word: str) -> tuple[int, bool]:
    """Return the month a lower-case word names (0: none), and whether it is printed right."""
    if word in MONTHS:
        return MONTHS[word], True
    allowed = next((slips for least, slips in SLIPS if len(word) >= least), 0)
    near = {
        (slips, number)
        for name, number in MONTHS.items()
        if len(name) > 3 and (slips := distance(word, name, allowed)) is not None  # noqa: PLR2004 - no short forms
    }
    best = {number for slips, number in near if slips == min(near)[0]}
    return (best.pop(), False) if len(best) == 1 else (0, False)


def han_number(text: str) -> int:
    """Return what Chinese figures count, with `十` under 100; 0 when they are no number."""
    tens, ten, ones = text.translate(_HAN_DIGITS).partition("十")
    if "十" in ones:
        return 0
    return 10 * int(tens or 1) + int(ones or 0) if ten else int(tens)
