"""What can be true: every realization of uncertain acts, played through a status machine day by day.

Days are numbers. A window is the first and the last day an event may fall on, None = unbounded. Nothing here looks at
how the database derives periods.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

Window = tuple[int | None, int | None]

NONE = "none"
# what a State can be, from the least to the most; a raising act never lowers
LADDER = (NONE, "observer", "associate", "signatory", "provisional", "suspended", "contracting", "party")
CONSENTS = (
    "definitive_signature",
    "ratification",
    "acceptance",
    "approval",
    "accession",
    "succession",
    "formal_confirmation",
)
EXITS = ("non_renewal", "withdrawal", "cessation", "expulsion", "termination", "extinction")
WITHOUT_EFFECT = ("prolongation", "reservation", "declaration", "objection", "reservation_withdrawal")
RAISES = {
    "observer_admission": "observer",
    "associate_admission": "associate",
    "signature": "signatory",
    "provisional_application": "provisional",
    **dict.fromkeys(CONSENTS, "contracting"),
    "entry_into_force": "party",
    "participation": "party",
    "resumption": "party",
}
RESETS = {"suspension": "suspended", **dict.fromkeys(EXITS, NONE)}
EFFECTIVE = (*RAISES, *RESETS)

FORCE, ENDED = "treaty in force", "ended for good"


@dataclass(frozen=True)
class Event:
    """Something that happens once, on a day of its window; `kind` is a kind of act, FORCE or ENDED."""

    number: int
    kind: str
    earliest: int | None
    latest: int | None

    @property
    def exact(self) -> bool:
        return self.earliest is not None and self.earliest == self.latest

    def may_be_on(self, day: int) -> bool:
        return (self.earliest is None or self.earliest <= day) and (self.latest is None or day <= self.latest)


Situation = tuple[str, frozenset[Event]]  # the status, and what has not happened yet


def possible_statuses(
    acts: Iterable[tuple[str, Window]], force: Window | None, ends: Iterable[Window], days: int
) -> list[set[str]]:
    """Return, for each day from 0, every status the State has at the end of that day in some realization."""
    events = [Event(number, kind, *window) for number, (kind, window) in enumerate(acts)]
    events += [Event(-1, FORCE, *(force or (days + 1, None)))]
    events += [Event(-2 - number, ENDED, *window) for number, window in enumerate(ends)]
    unbounded = sum(event.earliest is None for event in events)
    situations: set[Situation] = {(NONE, frozenset(events))}
    found = []
    for day in range(-1 - unbounded, days):
        situations = {after for before in situations for after in _day(before, day)}
        if day >= 0:
            found.append({NONE if status == ENDED else status for status, _ in situations})
    return found


@cache
def _day(situation: Situation, day: int) -> frozenset[Situation]:
    """Return how the day may end: any of the events it may hold, all that it must, in any order that is allowed."""
    return frozenset(
        (_in_force(status, pending), pending)
        for status, pending in _during(situation, day)
        if not any(event.latest is not None and event.latest <= day for event in pending)
    )


def _during(situation: Situation, day: int) -> set[Situation]:
    reached, new = {situation}, [situation]
    while new:
        status, pending = new.pop()
        for event in (event for event in pending if event.may_be_on(day)):
            if any(_goes_first(other, event) for other in pending):
                continue
            after = (_after(status, event), pending - {event})
            if after not in reached:
                reached.add(after)
                new.append(after)
    return reached


def _goes_first(one: Event, other: Event) -> bool:
    """Of two acts of one exact day that lead upwards the lower comes first."""
    return (
        one.exact
        and other.exact
        and one.earliest == other.earliest
        and one.kind in RAISES
        and other.kind in RAISES
        and LADDER.index(RAISES[one.kind]) < LADDER.index(RAISES[other.kind])
    )


def _after(status: str, event: Event) -> str:
    if ENDED in {status, event.kind}:
        return ENDED
    if event.kind in RESETS:
        return RESETS[event.kind]
    return max(status, RAISES.get(event.kind, NONE), key=LADDER.index)


def _in_force(status: str, pending: frozenset[Event]) -> str:
    """Make a party of a contracting State once the treaty is in force, unless its own entry into force is to come."""
    waiting = any(event.kind in {FORCE, "entry_into_force"} for event in pending)
    return "party" if status == "contracting" and not waiting else status
