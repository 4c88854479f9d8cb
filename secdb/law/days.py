"""Days that may not be known, as ISO text: what is certain of their order."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Days:
    """The day of an event between two inclusive bounds; None = no bound on that side."""

    earliest: str | None
    latest: str | None

    def before(self, other: Days) -> bool:
        """Return whether this day certainly lies before the other."""
        return self.latest is not None and other.earliest is not None and self.latest < other.earliest

    def hull(self, other: Days) -> Days:
        """Return the bounds within which both days lie."""
        return Days(
            None if self.earliest is None or other.earliest is None else min(self.earliest, other.earliest),
            None if self.latest is None or other.latest is None else max(self.latest, other.latest),
        )


@dataclass(frozen=True, slots=True)
class Span:
    """A period by its four bounds; `end` is the first day on which it no longer holds, both ends None = open."""

    start_earliest: str | None
    start_latest: str | None
    end_earliest: str | None
    end_latest: str | None

    def covers(self, day: Days) -> bool:
        """Return whether it certainly holds on the day, whichever that was."""
        begun = self.start_latest is not None and day.earliest is not None and self.start_latest <= day.earliest
        return begun and (self.open or Days(None, day.latest).before(Days(self.end_earliest, None)))

    def excludes(self, day: Days) -> bool:
        """Return whether it certainly does not hold on the day."""
        return self.not_begun(day) or self.over(day)

    def not_begun(self, day: Days) -> bool:
        """Return whether the day certainly lies before it begins."""
        return day.before(Days(self.start_earliest, None))

    def over(self, day: Days) -> bool:
        """Return whether the day certainly lies after its last day."""
        return self.end_latest is not None and day.earliest is not None and self.end_latest <= day.earliest

    @property
    def open(self) -> bool:
        """Return whether no end has happened."""
        return self.end_earliest is None and self.end_latest is None

    @property
    def certain(self) -> tuple[dt.date, dt.date] | None:
        """Return the first day and the day after the last on which it certainly holds; None if there is none."""
        if self.start_latest is None or (self.end_earliest is None and not self.open):
            return None
        start = dt.date.fromisoformat(self.start_latest)
        end = dt.date.max if self.end_earliest is None else dt.date.fromisoformat(self.end_earliest)
        return (start, end) if start < end else None
