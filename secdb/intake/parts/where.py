"""Where and when a text was made: `held in Cairo on 5 July 1998`, `Moscow, 26 May 2020`, `Done at Minsk on ...`."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from secdb.intake.clean.furniture import SYMBOL
from secdb.intake.dates import Dated, find_dates

if TYPE_CHECKING:
    from secdb.intake.language import Language
    from secdb.intake.reading import Named, Reading

_CAPITAL = r"(?:St\.|Ste\.|[A-ZÀ-ÞА-ЯЁ][^\W\d_]+(?:['’.-][^\W\d_]+)*)"
PLACE = rf"{_CAPITAL}(?:(?:[ ]|\n(?!\n))(?:(?:de|la|el|of|da|do|am|sur|upon|al)[ ])?{_CAPITAL}){{0,3}}"
_PLACE_BEFORE = re.compile(rf"({PLACE})(?:\s?\([^()\n]{{1,30}}\))?[\s,]{{1,6}}(?:le\s+|el\s+|den\s+)?$")
_HAN_BEFORE = re.compile(r"在([一-鿿]{2,8}?)(?:举行|签署|通过|发表|签订)")
_HAN_LINE = re.compile(r"\s?[于在,，、]\s?([一-鿿]{2,10}?)(?:举行|签署|通过|发表|签订|订立)?[ \t]*(?=\n|$)")
_ON = r"(?:on|from|of|el|del|du|le|les|of the|,|this|den|les|l[oe]s\s+d[ií]as)"
_MONTH_WORDS = re.compile(
    r"(?:the|on|at|from|in|of|mr|mrs|his|her|its|done|le|la|el|du|au|en|fait|hecho)\b", re.IGNORECASE
)
_DISTRIBUTION = re.compile(rf"\b(?:Distr\b|DISTR\b|GENERAL\b|{SYMBOL}(?!\w))")
_DATED = re.compile(r"\b(?:dated|de\s+fecha|dat[ée]e?s?\s+du|en\s+date\s+du)\s{1,3}(?:the\s|el\s)?$", re.IGNORECASE)
HEAD = 800
"""Characters in which a distribution header stands."""
BEFORE = 90
AFTER = 90


class When(NamedTuple):
    """A day and a place, as far as they are told, and where in the text."""

    date: Dated | None = None
    place: tuple[int, int] | None = None


def made(reading: Reading, start: int, end: int, *, verb: bool = True) -> When:
    """Return the first day of a stretch with its place; with `verb`, only where a verb tells that a text was made."""
    best = When()
    for dated in find_dates(reading.text, start, end):
        if verb and not _told(reading, dated, start, end):
            continue
        place = _place_of(reading, dated, start, end)
        if place:
            return When(dated, place)
        best = best if best.date else When(dated)
    return best


def _told(reading: Reading, dated: Dated, start: int, end: int) -> bool:
    """Tell whether a verb before a day, in Chinese behind it, says that a text was made."""
    done = reading.words("done")
    if done.search(reading.text, max(start, dated.start - 160), dated.start):
        return True
    return (
        reading.words.language.code == "zh"
        and done.search(reading.text, dated.end, min(end, dated.end + 24)) is not None
    )


def _place_of(reading: Reading, dated: Dated, start: int, end: int) -> tuple[int, int] | None:
    """Return the place named with a day: `in X on DAY`, `on DAY in X`, `in X, DAY`."""
    language = reading.words.language
    before, after = _before(language), _after(language)
    if found := before.search(reading.text, max(start, dated.start - BEFORE), dated.start):
        return _without_state(reading, *found.span("place"))
    if found := after.match(reading.text, dated.end, min(end, dated.end + AFTER)):
        return _without_state(reading, *found.span("place"))
    if found := _near(reading, dated, start, end):
        return _without_state(reading, *found.span("place"))
    if found := _HAN_BEFORE.search(reading.text, dated.end, min(end, dated.end + 30)):
        return found.span(1)
    return None


def _near(reading: Reading, dated: Dated, start: int, end: int) -> re.Match[str] | None:
    """Return `signed at X, by ..., on DAY` or `on DAY at their meeting held in X`: the place of a verb nearby."""
    pattern = _verb_and_place(reading.words.language)
    before = list(pattern.finditer(reading.text, max(start, dated.start - 160), dated.start))
    return before[-1] if before else pattern.search(reading.text, dated.end, min(end, dated.end + 120))


@cache
def _verb_and_place(language: Language) -> re.Pattern[str]:
    return re.compile(rf"(?i:{language.done})\s{{1,3}}(?i:{language.place})(?P<place>{PLACE})")


@cache
def _before(language: Language) -> re.Pattern[str]:
    return re.compile(
        rf"(?<![^\W_])(?i:{language.place})(?P<place>{PLACE})(?:,\s{{1,3}}{PLACE})?(?:\s?\([^()]{{1,30}}\))?"
        rf"[\s,]{{1,4}}(?i:{_ON})?\s{{0,3}}(?i:the\s)?$"
    )


@cache
def _after(language: Language) -> re.Pattern[str]:
    return re.compile(rf"[,\s]{{1,4}}(?i:{language.place})(?P<place>{PLACE})")


def _without_state(reading: Reading, start: int, end: int) -> tuple[int, int] | None:
    """Return the place without the State that may stand before or behind it; None when nothing else is left."""
    if re.match(r"Ciudad\s|[^\n]{3,30}\sCity$", reading.text[start:end]):
        return start, end
    for state in reading.states(max(0, start - 40), end):
        if state.start <= start < state.end < end:
            if reading.text[state.end : end].lstrip()[:1].islower():  # a town called by its State: `Andorra la Vella`
                continue
            start = state.end
        elif start < state.start and not _named_with_state(reading, start, state):
            end = state.start
    while start < end and not reading.text[start].isalnum():
        start += 1
    if "United Nations" in reading.text[start:end]:
        return None
    while end > start and reading.text[end - 1] in " \n,.":
        end -= 1
    return (start, end) if start < end else None


def _named_with_state(reading: Reading, start: int, state: Named) -> bool:
    """Tell whether a town has its State's name behind its own, as towns in Spanish have: `Antigua Guatemala`."""
    before = reading.text[start : state.start]
    return reading.words.language.code == "es" and re.fullmatch(r"[^\W\d_]+\s", before) is not None


def dateline(reading: Reading, start: int, end: int) -> When:
    """Return the first `Place, day` of a stretch that is no part of a sentence."""
    for dated in find_dates(reading.text, start, end):
        if behind := _HAN_LINE.match(reading.text, dated.end):
            return When(dated, behind.span(1))
        found = _PLACE_BEFORE.search(reading.text, max(start, dated.start - 60), dated.start)
        if not found or _within_words(reading, found.start(1)):
            continue
        first = max(found.start(1), reading.text.rfind("\n", 0, found.end(1)) + 1)
        if re.search(r"(?:[A-Z]\.\s?)+$", reading.text[max(0, first - 6) : first]):  # the family name of a signatory
            first = found.end(1) - len(found[1].partition(" ")[2])
        place = _without_state(reading, first, found.end(1))
        if place and not _MONTH_WORDS.match(reading.text, place[0]):
            return When(dated, place)
    return When()


def _within_words(reading: Reading, place: int) -> bool:
    """Tell whether a sentence runs into the place: a small word stands right before it."""
    before = reading.text[max(0, place - 14) : place]
    return re.search(r"(?:\b(?:in|at|of|the|on|to|for|by|and|de|en|from)|,)\s+$", before) is not None


def line_date(reading: Reading, start: int, end: int) -> Dated | None:
    """Return the first day that has a line of its own, or a line with `of` before it."""
    return next((dated for dated in find_dates(reading.text, start, end) if _has_line(reading, dated)), None)


def _has_line(reading: Reading, dated: Dated) -> bool:
    line = reading.text[reading.text.rfind("\n", 0, dated.start) + 1 : dated.start]
    rest = reading.text[dated.end : dated.end + 40].partition("\n")[0]
    return re.fullmatch(r"[\W\d]*(?:of|on|dated|le|el)?[\W\d]*", line, re.IGNORECASE) is not None and not re.search(
        r"[^\W\d_]{2}", rest
    )


def own_dates(reading: Reading, end: int) -> list[Dated]:
    """Return the days down to a place but that of the distribution header, on which the paper went round."""
    dates = find_dates(reading.text, 0, end)
    given = line_date(reading, 0, min(end, HEAD))
    if given and _DISTRIBUTION.search(reading.text, 0, given.start):
        return [one for one in dates if one.start != given.start]
    return dates


def dated_as_told(reading: Reading, start: int, end: int) -> Dated | None:
    """Return the day with which the letter names a text: `the memorandum dated DAY`."""
    return next(
        (one for one in find_dates(reading.text, start, end) if _DATED.search(reading.text, start, one.start)), None
    )


def letterhead_date(reading: Reading, end: int) -> Dated | None:
    """Return the day on a line of its own over a text."""
    return next((dated for dated in own_dates(reading, end) if _has_line(reading, dated)), None)
