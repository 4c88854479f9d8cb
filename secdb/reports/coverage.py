"""The days a dataset speaks of: outside them it says neither "member" nor "not a member", it has no data."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

    from secdb.database.reader import Register, Row

Interval = tuple[str | None, str | None]  # days, both inclusive; None = no limit


@dataclass(frozen=True, slots=True)
class Coverage:
    """The days a dataset speaks of: `begin` inclusive, `end` the first day no longer; None = no limit."""

    begin: str | None
    end: str | None

    @property
    def last(self) -> str | None:
        """Return the last of the days."""
        return None if self.end is None else _moved(self.end, -1)

    @property
    def is_limited(self) -> bool:
        """Tell whether there is a day of which the dataset does not speak."""
        return self.begin is not None or self.end is not None

    @property
    def is_empty(self) -> bool:
        """Tell whether there is no such day."""
        return bool(self.begin and self.end and self.begin >= self.end)

    def has(self, *days: str | None) -> bool:
        """Tell whether the dataset speaks of each of the ISO days; None, a day nobody named, is no objection."""
        return all(
            day is None or ((self.begin is None or self.begin <= day) and (self.end is None or day < self.end))
            for day in days
        )

    def common(self, other: Coverage) -> Coverage:
        """Return the days both speak of; none if `begin` is not before `end`."""
        begin = max((one for one in (self.begin, other.begin) if one), default=None)
        return Coverage(begin, min((one for one in (self.end, other.end) if one), default=None))

    def meets(self, start: Interval, end: Interval) -> bool:
        """Tell whether what has this start and this end (the first day no longer) may hold on one of the days."""
        begins_in_time = not (self.end and start[0] and start[0] >= self.end)
        return begins_in_time and not (self.begin and end[1] and end[1] <= self.begin)

    def is_behind(self, start: Interval) -> bool:
        """Tell whether a start lies before or on the first of the days, so that it cannot be seen in them."""
        return bool(self.begin and start[1] and start[1] <= self.begin)

    def is_ahead(self, end: Interval) -> bool:
        """Tell whether an end lies after the last of the days, or has not happened."""
        return end[0] is None or bool(self.end and end[0] >= self.end)

    def start(self, start: Interval) -> Interval:
        """Return what a dataset of this coverage can know of a start: nothing of the days before."""
        earliest, latest = start
        return (None if earliest and self.begin and earliest <= self.begin else earliest, latest)

    def finish(self, end: Interval) -> Interval | None:
        """Return what a dataset of this coverage can know of an end; None where it is open for good."""
        earliest, latest = end
        if earliest is None:
            return None if self.end is None else (self.end, None)
        return (earliest, None if latest and self.end and latest >= self.end else latest)

    def seen(self, period: Row) -> Row | None:
        """Return a period as far as the days show it, None where it holds on none of them.

        One that lasts to the last of them has an end that is not known, and no act closes it: nothing is said of today.
        """
        if not self.is_limited:
            return period
        start = (period["start_earliest"], period["start_latest"])
        end = (period["end_earliest"], period["end_latest"])
        if self.is_empty or not self.meets(start, end):
            return None
        first, by = self.start(start)
        closed = {} if not self.end or not self.is_ahead(end) else {"closed_by": None, "closed_by_act": None}
        known = self.finish(end) or (None, None)
        return period | {
            "start_earliest": first,
            "start_latest": max(by, self.begin) if by and self.begin else by,
            "end_earliest": min(known[0], self.end) if known[0] and self.end else known[0],
            "end_latest": known[1],
            **closed,
        }

    def about(self, *days: str | None) -> dict[str, Any]:
        """Return what the envelope of a report on the days says of the coverage; nothing where there is no limit."""
        if not self.is_limited:
            return {}
        return {"coverage": {"from": self.begin, "to": self.last}, "covered": self.has(*days)}


def coverage_of(register: Register, dataset: str) -> Coverage:
    """Return the days that a dataset, named by its code, speaks of."""
    text = "SELECT covers_from, covers_to FROM datasets WHERE dataset = :dataset"
    [row] = register.rows(text, dataset=dataset)
    return Coverage(row["covers_from"], None if row["covers_to"] is None else _moved(row["covers_to"], 1))


def limits_in_words(about: Mapping[str, Any]) -> str:
    """Return of which days alone the dataset of a report speaks: `cow-igo speaks of 1816-01-01 to 2014-12-31 only`."""
    first, last = about["coverage"]["from"], about["coverage"]["to"]
    days = f"{first} to {last}" if first and last else f"days from {first} on" if first else f"days to {last}"
    return f"{about['dataset']} speaks of {days} only"


def no_data(about: Mapping[str, Any]) -> str | None:
    """Return what is said instead of a count where a day is not covered: `no data: cow-igo speaks of ... only`."""
    return None if about.get("covered", True) else f"no data: {limits_in_words(about)}"


def _moved(day: str, days: int) -> str | None:
    try:
        return (dt.date.fromisoformat(day) + dt.timedelta(days=days)).isoformat()
    except OverflowError:  # a coverage to the end of all days has none
        return None
