"""Dates in running text, in any of the languages read; a misprinted month is found within a few letters."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from secdb.intake.states import distance
from secdb.period.months import MONTHS

if TYPE_CHECKING:
    from collections.abc import Iterator

SLIPS = ((6, 2), (4, 1))
"""A month's name of at least so many letters may differ by so many from the one printed."""

_TO = r"(?:\s?(?:and|to|or|y|al?|et|au|и|по|&|[-\u2013\u2014])\s?)"
_NTH = r"(?:st|nd|rd|th|er|º|ª)?"
_DAY_FIRST = re.compile(
    rf"(?<![\d./-])(\d{{1,2}}){_NTH}(?:{_TO}(\d{{1,2}}){_NTH})?\.?[\s»\"\u201d,]{{1,4}}(?:day\s+of\s+|of\s+|de\s+)?"
    rf"([^\W\d_]{{3,12}})[.,]{{0,2}}\s{{1,4}}(?:del?\s+)?(1[89]\d\d|20\d\d)(?!\d)"
)
_MONTH_FIRST = re.compile(
    rf"(?<![^\W_])([^\W\d_]{{3,12}})\.?\s{{1,3}}(\d{{1,2}}){_NTH}(?:{_TO}(\d{{1,2}}){_NTH})?,?\s{{1,3}}(1[89]\d\d|20\d\d)(?!\d)"
)
_FIGURES = re.compile(
    r"(?<![\d/.-])(\d{1,2})[./](\d{1,2})[./](1[89]\d\d|20\d\d)(?!\d)|(?<![\d-])(1[89]\d\d|20\d\d)-(\d\d)-(\d\d)(?![\d-])"
)
_HAN = "〇○零一二三四五六七八九十"
_CHINESE = re.compile(rf"([\d{_HAN}]{{4}})\s?年\s?([\d{_HAN}]{{1,3}})\s?月\s?([\d{_HAN}]{{1,3}})\s?日")
_HAN_DIGITS = str.maketrans("〇○零一二三四五六七八九", "000123456789")


class Dated(NamedTuple):
    """A day that stands at `start` to `end`; not `sure` when the month is misprinted."""

    start: int
    end: int
    iso: str
    sure: bool = True


def find_dates(text: str, start: int = 0, end: int | None = None) -> list[Dated]:
    """Return the days named in a stretch of text, in order; of a range the last day."""
    found: list[Dated] = []
    for one in sorted(_all(text, start, len(text) if end is None else end)):
        if not found or one.start >= found[-1].end:
            found.append(one)
    return found


def _all(text: str, start: int, end: int) -> Iterator[Dated]:
    for one in _DAY_FIRST.finditer(text, start, end):
        yield from _made(one, one[4], one[3], one[2] or one[1])
    for one in _MONTH_FIRST.finditer(text, start, end):
        yield from _made(one, one[4], one[1], one[3] or one[2])
    for one in _FIGURES.finditer(text, start, end):
        year, month, day = (one[3], one[2], one[1]) if one[3] else (one[4], one[5], one[6])
        yield from _dated(one, year, int(month), day)
    for one in _CHINESE.finditer(text, start, end):
        yield from _dated(one, one[1].translate(_HAN_DIGITS), _number(one[2]), str(_number(one[3])))


def _made(found: re.Match[str], year: str, word: str, day: str) -> Iterator[Dated]:
    month, sure = month_of(word.lower())
    if month:
        yield from _dated(found, year, month, day, sure=sure)


def _dated(found: re.Match[str], year: str, month: int, day: str, *, sure: bool = True) -> Iterator[Dated]:
    try:
        yield Dated(found.start(), found.end(), date(int(year), month, int(day)).isoformat(), sure)
    except ValueError:  # no such day: not a date
        return


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


def _number(text: str) -> int:
    """Return what Chinese figures under 100 count."""
    if "十" not in text:
        return int(text.translate(_HAN_DIGITS))
    tens, _, ones = text.partition("十")
    return 10 * int(tens.translate(_HAN_DIGITS) or 1) + int(ones.translate(_HAN_DIGITS) or 0)
