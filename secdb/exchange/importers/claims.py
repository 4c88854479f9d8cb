"""What rows claim of a State and a treaty, and which of several rows' claims are about one event."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from secdb.exchange.importers.base import Tally
    from secdb.exchange.importers.messydates import MessyDate

CESSATION = "cessation"


class Claim(NamedTuple):
    """A dated cell: the act, the State that had the code on its date, the text, the days it lies between."""

    kind: str
    state: str
    text: str
    date: MessyDate
    column: str
    note: str | None = None
    effect: str | None = None
    """The day from which it has effect, as EDTF, where that is not its date."""


class RowClaims(NamedTuple):
    """What one row claims (its State and treaty as the source has them), and the time it speaks of, None = no limit."""

    line: int
    state_id: str
    treaty_id: str
    claims: list[Claim]
    begins: str | None
    ends: str | None

    def is_apart_from(self, other: RowClaims) -> bool:
        """Tell whether one of the two rows ends before the other begins."""
        return _ends_before(self, other) or _ends_before(other, self)


@dataclass(slots=True)
class Event:
    """A step of a State as first claimed, and other dates claimed for it, each with its row."""

    row: RowClaims
    claim: Claim
    others: list[tuple[RowClaims, Claim]] = field(default_factory=list)

    def is_same(self, row: RowClaims, claim: Claim) -> bool:
        """Tell whether a claim is about this event."""
        mine = self.claim
        return (mine.kind, mine.state) == (claim.kind, claim.state) and not self.row.is_apart_from(row)

    def states(self, claim: Claim) -> bool:
        """Tell whether the same step of the same State is claimed here with the same date."""
        stated = (self.claim, *(one for _, one in self.others))
        same = (claim.kind, claim.state, claim.date.edtf)
        return any((one.kind, one.state, one.date.edtf) == same for one in stated)


def events(rows: list[RowClaims], tally: Tally) -> list[Event]:
    """Return the events that the rows of one State and treaty claim, a repeated claim once.

    Rows of which one ends before the other begins speak of successive memberships; else another date for the same step
    contradicts the first one given. Counts both in the tally.
    """
    if len(rows) == 1:
        return [Event(rows[0], claim) for claim in rows[0].claims]
    found: list[Event] = []
    for row in rows:
        for claim in row.claims:
            if any(event.states(claim) for event in found):
                tally.notes["claims that repeat one of the same State and treaty: one act"] += 1
            elif same := next((event for event in found if event.is_same(row, claim)), None):
                tally.notes["claims that contradict one of the same State and treaty: contesting acts"] += 1
                same.others.append((row, claim))
            else:
                found.append(Event(row, claim))
    return found


def _ends_before(one: RowClaims, other: RowClaims) -> bool:
    return bool(one.ends and other.begins and one.ends < other.begins)
