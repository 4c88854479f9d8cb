"""Since when, and until when, States stand under statements."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from secdb.database.reader import Register, Row

# a State that joined later stands under the statement from that day on
SIGNATORIES = """
SELECT x.statement, x.state, COALESCE(x.joined_on, x.date_earliest) AS since_earliest,
  COALESCE(x.joined_on, x.date_latest) AS since_latest, x.withdrew_on AS until
FROM signatories AS x ORDER BY x.statement
"""


@dataclass(frozen=True, slots=True)
class Stood:
    """When it began that a State, or two, stood under a statement, and the first day of it no longer; ISO days.

    `since_earliest` None: no lower bound, `since_latest` None: no upper bound; `until` None: to this day.
    """

    since_earliest: str | None
    since_latest: str | None
    until: str | None

    def together(self, other: Stood) -> Stood:
        """Return when both stood under it."""
        latest = None
        if self.since_latest is not None and other.since_latest is not None:
            latest = max(self.since_latest, other.since_latest)
        earliest = max(self.since_earliest or "", other.since_earliest or "") or None
        ends = [day for day in (self.until, other.until) if day is not None]
        return Stood(earliest, latest, min(ends, default=None))

    def within(self, first: str | None, last: str | None) -> int:
        """Tell whether it began on one of the days (both included, None = no limit): 2 certainly, 1 possibly, 0 not."""
        if self.until is not None and self.since_earliest is not None and self.until <= self.since_earliest:
            return 0  # one had withdrawn when the other joined
        ended = self.until is not None and (self.since_latest is None or self.until <= self.since_latest)
        after = first is None or (self.since_earliest is not None and first <= self.since_earliest)
        before = last is None or (self.since_latest is not None and self.since_latest <= last)
        if after and before and not ended:
            return 2
        may_after = first is None or self.since_latest is None or first <= self.since_latest
        may_before = last is None or self.since_earliest is None or self.since_earliest <= last
        return int(may_after and may_before)


def cosignatures(register: Register) -> Iterator[tuple[str, Mapping[str, Stood]]]:
    """Yield each statement with since when each State stands under it."""
    for statement, rows in groupby(register.rows(SIGNATORIES), key=lambda row: str(row["statement"])):
        states: dict[str, Stood] = {}
        for row in rows:
            stood = _stood(row)
            # a State with two signatures, say a head of State's and a minister's, stands under it once, the longer way
            states[row["state"]] = min(stood, states.get(row["state"], stood), key=_order)
        yield statement, states


def _stood(row: Row) -> Stood:
    return Stood(row["since_earliest"], row["since_latest"], row["until"])


def _order(stood: Stood) -> tuple[bool, str, str]:
    return stood.until is not None, stood.since_latest or "~", stood.since_earliest or ""
