"""Years, and what a stretch of days makes of each: how many days of it, and whether a State counts in it."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from secdb.errors import UsageError
from secdb.reports.panels.spans import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from secdb.reports.coverage import Coverage
    from secdb.reports.panels.spans import Spans

RULES = ("jan1", "dec31", "any", "all")
"""In which years a State counts: certain on the first day, on the last, on at least one, on every day."""


class Verdicts(NamedTuple):
    """What is said of each year, in order; of the days, `possible_days` are those on which nothing is certain."""

    member: Sequence[int]
    possible: Sequence[int]
    days: Sequence[int]
    possible_days: Sequence[int]


@dataclass(frozen=True, slots=True)
class Years:
    """Years in order, both ends included; `starts` and `ends` are the ordinals of their first and last days."""

    first: int
    last: int
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    lengths: tuple[int, ...]

    @classmethod
    def between(cls, first: int | str, last: int | str) -> Years:
        """Return the years from `first` to `last`. Raises UsageError for what is no year, and for a wrong order."""
        low, high = year_of(first), year_of(last)
        if low > high:
            raise UsageError(f"{low} is after {high}; give the earlier year first")
        starts = tuple(dt.date(year, 1, 1).toordinal() for year in range(low, high + 1))
        ends = tuple(dt.date(year, 12, 31).toordinal() for year in range(low, high + 1))
        return cls(low, high, starts, ends, tuple(end - start + 1 for start, end in zip(starts, ends, strict=True)))

    @property
    def limits(self) -> Span:
        """Return all days of the years."""
        return Span(self.starts[0], self.ends[-1] + 1) if self.starts else Span(1, 1)

    def covered(self, coverage: Coverage) -> Years:
        """Return the years of which every day is covered, maybe none; of part of a year nothing is counted."""
        numbers = [year for year in self.numbers if coverage.has(f"{year:04}-01-01", f"{year:04}-12-31")]
        if len(numbers) == len(self.starts):
            return self
        return Years.between(numbers[0], numbers[-1]) if numbers else Years(self.first, self.first - 1, (), (), ())

    def without(self, kept: Years) -> tuple[tuple[int, int], ...]:
        """Return the years that are not among those kept, as pairs of the first and the last."""
        if not kept.starts:
            return ((self.first, self.last),)
        around = ((self.first, kept.first - 1), (kept.last + 1, self.last))
        return tuple((first, last) for first, last in around if first <= last)

    @property
    def numbers(self) -> range:
        """Return the years as numbers."""
        return range(self.first, self.last + 1)

    def where(self, span: Span, rule: str) -> slice:
        """Return the years that count by the rule for a stretch within the limits; `all` is `any` here."""
        if rule in {"jan1", "dec31"}:
            days = self.starts if rule == "jan1" else self.ends
            return slice(bisect_left(days, span.start), bisect_left(days, span.end))
        return slice(bisect_right(self.starts, span.start) - 1, bisect_left(self.starts, span.end))

    def days(self, spans: Spans) -> list[int]:
        """Return how many days of each year lie in the stretches: full years at once, the two at the ends by hand."""
        counts = [0] * len(self.starts)
        for span in spans:
            years = self.where(span, "any")
            first, last = years.start, years.stop - 1
            if first == last:
                counts[first] += span.end - span.start
                continue
            counts[first] += self.ends[first] + 1 - span.start
            counts[first + 1 : last] = self.lengths[first + 1 : last]
            counts[last] = span.end - self.starts[last]
        return counts

    def marks(self, spans: Spans, rule: str) -> list[int]:
        """Return 1 for each year whose day of the rule lies in the stretches, else 0."""
        found = [0] * len(self.starts)
        for span in spans:
            years = self.where(span, rule)
            found[years] = [1] * (years.stop - years.start)
        return found

    def judge(self, certain: Spans, maybe: Spans, rule: str) -> Verdicts:
        """Return what the rule makes of days on which a State certainly counts, and of those on which it may."""
        days = self.days(certain)
        open_days = [all_days - sure for all_days, sure in zip(self.days(maybe), days, strict=True)]
        if rule == "any":
            member = [int(sure > 0) for sure in days]
            possible = [int(not sure and rest > 0) for sure, rest in zip(days, open_days, strict=True)]
        elif rule == "all":
            counted = list(zip(days, open_days, self.lengths, strict=True))
            member = [int(sure == length) for sure, _, length in counted]
            possible = [int(sure < length == sure + rest) for sure, rest, length in counted]
        else:
            member = self.marks(certain, rule)
            possible = [may - sure for may, sure in zip(self.marks(maybe, rule), member, strict=True)]
        return Verdicts(member, possible, days, open_days)


def year_of(text: int | str) -> int:
    """Return a year, 1 to 9999. Raises UsageError for anything else."""
    try:
        year = int(text)
    except ValueError:
        raise UsageError(f"{text!r} is not a year; write 1992") from None
    if not dt.MINYEAR <= year <= dt.MAXYEAR:
        raise UsageError(f"{year} is not a year from {dt.MINYEAR} to {dt.MAXYEAR}")
    return year


def require_rule(text: str) -> str:
    """Return the rule. Raises UsageError for a word that is none."""
    if text not in RULES:
        raise UsageError(f"the rule is one of {', '.join(RULES)}, not {text!r}")
    return text
