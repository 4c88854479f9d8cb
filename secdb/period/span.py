"""Periods whose ends may not be known, and what can be said of a day."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from secdb.errors import DateError
from secdb.vocabulary import Standing

if TYPE_CHECKING:
    from datetime import date

_IN_ORDER = (
    ("start_earliest", "start_latest"),
    ("end_earliest", "end_latest"),
    ("start_earliest", "end_latest"),
)


@dataclass(frozen=True, slots=True)
class Period:
    """A half-open period: the start is its first day, the end the first day on which it no longer holds.

    Each of the two lies between its bounds (inclusive). `start_earliest` None: no lower bound; `start_latest` None:
    not certain ever to have begun. Both end bounds None: open, no end has happened; `end_earliest` alone: ended at an
    unknown day, holding until then. Raises DateError for bounds that cannot be true. A period whose start and end
    are one day is allowed (two acts on a day) and holds on no day.
    """

    start_earliest: date | None
    start_latest: date | None
    end_earliest: date | None
    end_latest: date | None

    def __post_init__(self) -> None:
        """Refuse bounds out of order, and a last end without a first."""
        if self.end_latest is not None and self.end_earliest is None:
            message = f"end_latest {self.end_latest} needs end_earliest; give the first day on which it may have ended"
            raise DateError(message)
        for low, high in _IN_ORDER:
            first, second = getattr(self, low), getattr(self, high)
            if first is not None and second is not None and first > second:
                message = f"{low} {first} is after {high} {second}; give the earlier day first"
                raise DateError(message)

    @property
    def is_open(self) -> bool:
        """True when no end has happened."""
        return self.end_earliest is None

    def standing(self, day: date) -> Standing:
        """Return what can be said of that day: MEMBER if it certainly holds, POSSIBLE if it may, else NONE.

        The same rule as `STANDING_SQL`.
        """
        begun = self.start_latest is not None and self.start_latest <= day
        if begun and (self.end_earliest is None or day < self.end_earliest):
            return Standing.MEMBER
        may_have_begun = self.start_earliest is None or self.start_earliest <= day
        if may_have_begun and (self.end_latest is None or day < self.end_latest):
            return Standing.POSSIBLE
        return Standing.NONE
