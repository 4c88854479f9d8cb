"""The days of a chart: from which to which, where each stands, and what is written under them."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from secdb.reports.charts.lettering import wide

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from secdb.reports.timeline import Spell

YEARS = (1, 2, 5, 10, 20, 25, 50, 100, 200, 500, 1000)
MONTHS = (1, 3, 6)
SHORT, SHORTEST = 3 * 365, 100  # days: below, months are written; and days
BETWEEN = 12.0  # points between two words
YEAR = 365  # days shown before a last day up to which nothing is known
WITHOUT_START = 3652  # days shown before the first day known, where a membership began at any time


@dataclass(frozen=True, slots=True)
class Scale:
    """Days `first` to `last` over the points from `left` to `right`."""

    first: dt.date
    last: dt.date
    left: float
    right: float

    def place(self, day: dt.date) -> float:
        """Return where a day begins; days outside stand at the edge."""
        inside = min(max(day, self.first), self.last)
        return self.left + (self.right - self.left) * (inside - self.first).days / (self.last - self.first).days

    def holds(self, day: dt.date) -> bool:
        """Tell whether the day is on the scale."""
        return self.first <= day <= self.last

    def ticks(self, size: float) -> list[tuple[float, str]]:
        """Return places with their words, as many as fit in that size: years, or months or days of a short time."""
        choice: list[tuple[dt.date, str]] = []
        for choice in _choices(self.first, self.last):
            if sum(wide(word, size) + BETWEEN for _, word in choice) <= self.right - self.left:
                break
        return [(self.place(day), word) for day, word in choice]


def extent(spells: Sequence[Spell], first: str | None, last: str | None, today: dt.date) -> tuple[dt.date, dt.date]:
    """Return the days a chart shows: those asked for, else all that is known; up to today where a period is open."""
    starts = [day for spell in spells for day in (spell.start_earliest, spell.start_latest) if day]
    ends = [day for spell in spells for day in (spell.end_earliest, spell.end_latest) if day]
    known = [dt.date.fromisoformat(day) for day in [*starts, *ends]]
    begin = dt.date.fromisoformat(first) if first else min(known, default=today)
    if not first and any(spell.start_earliest is None for spell in spells):
        begin -= min(dt.timedelta(WITHOUT_START), begin - dt.date.min)
    if last:
        end = dt.date.fromisoformat(last)
    else:
        is_open = any(spell.end_latest is None for spell in spells)
        end = max([*known, today] if is_open or not known else known)
    if end <= begin and last and not first:
        begin = end - min(dt.timedelta(YEAR), end - dt.date.min)
    if end <= begin:
        begin, end = (begin, begin + dt.timedelta(1)) if begin < dt.date.max else (dt.date(9999, 12, 30), begin)
    return begin, end


def _choices(first: dt.date, last: dt.date) -> Iterator[list[tuple[dt.date, str]]]:
    """Yield days to name, each time fewer: of days, months or years as the time is long."""
    days = (last - first).days
    if days <= SHORTEST:
        for step in range(1, days + 2):
            found = (first + dt.timedelta(number) for number in range(0, days + 1, step))
            yield [(day, day.isoformat()) for day in found]
    elif days <= SHORT:
        yield from ([(day, day.isoformat()[:7]) for day in _months(first, last, step)] for step in MONTHS)
    else:
        yield from ([(day, str(day.year)) for day in _years(first, last, step)] for step in YEARS)


def _years(first: dt.date, last: dt.date, step: int) -> Iterator[dt.date]:
    for year in range(first.year, last.year + 1):
        if year % step == 0 and first <= dt.date(year, 1, 1) <= last:
            yield dt.date(year, 1, 1)


def _months(first: dt.date, last: dt.date, step: int) -> Iterator[dt.date]:
    for number in range(first.year * 12, last.year * 12 + 12, step):
        day = dt.date(number // 12, number % 12 + 1, 1)
        if first <= day <= last:
            yield day
