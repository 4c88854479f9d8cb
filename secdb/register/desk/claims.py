"""Claims about one act that contradict each other: which act on record a new one is about, with another date.

Only claims of one kind are compared. A claim of another kind about the same event (a ratification that some count as
the accession, a withdrawal that others call a suspension) is the archivist's to say, with `contests`.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from secdb.vocabulary import ActKind, Rank

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

WINDOW = dt.timedelta(days=731)
"""Two years: how far apart the dates of claims about one event may lie, between the nearest ends of their bounds.

The known contradictions about the Collective Security Treaty lie up to 21 months apart (the return of Uzbekistan,
2006-06-23 to 2008-03-28).
"""

REPEATED = frozenset(
    {
        ActKind.DECLARATION,
        ActKind.RESERVATION,
        ActKind.OBJECTION,
        ActKind.RESERVATION_WITHDRAWAL,
        ActKind.PROLONGATION,
    }
)
"""Acts a State may do again and again: a second one is no contradiction of the first."""

_EXITS = frozenset(
    {
        ActKind.NON_RENEWAL,
        ActKind.WITHDRAWAL,
        ActKind.CESSATION,
        ActKind.EXPULSION,
        ActKind.TERMINATION,
        ActKind.EXTINCTION,
    }
)
# a State in which the treaty was in force may see it in force again after a suspension; consent is not given anew
_RESUMED = frozenset({ActKind.ENTRY_INTO_FORCE, ActKind.PARTICIPATION, ActKind.RESUMPTION})
_ENTRIES = frozenset(ActKind) - REPEATED - _EXITS - {ActKind.SUSPENSION}


@dataclass(frozen=True, slots=True)
class Claim:
    """An act as one source dates it: `act` is its number (None = not yet written), the bounds its day of effect.

    Days are inclusive, None = unbounded; `contests` is the number of the act that its group of claims hangs on.
    """

    act: int | None
    kind: ActKind
    earliest: dt.date | None
    latest: dt.date | None
    rank: Rank = Rank.NORMAL
    contests: int | None = None


def contradicted(new: Claim, on_record: Sequence[Claim]) -> Claim | None:
    """Return the act on record that a new claim contradicts, None if it contradicts none.

    `on_record` are the acts of the same dataset, treaty and State. Contradicting claims are of one kind, with dates
    not the same and at most `WINDOW` apart, and no act certainly lies between them that makes two events of them (an
    exit between two consents, a consent between two withdrawals). A date merely vaguer than another contradicts it
    too: the better one is to be ranked. Of several the nearest is meant, and the head of its group returned: the act
    that `contests` may point to. Ask `same_claim` first.
    """
    if new.kind in REPEATED:
        return None
    others = [one for one in on_record if not _is_one_group(one, new)]
    events = [one for one in _counting(on_record) if one.kind in _opposites(new.kind)]
    rivals = [
        one
        for one in others
        if one.kind == new.kind
        and _bounds(one) != _bounds(new)
        and _apart(one, new) <= WINDOW
        and not any(_is_between(event, one, new) for event in events)
    ]
    nearest = min(rivals, key=lambda one: (_apart(one, new), _middles_apart(one, new), one.act or 0), default=None)
    return None if nearest is None else _head(nearest, on_record)


def same_claim(new: Claim, on_record: Iterable[Claim]) -> Claim | None:
    """Return the act on record that says the same as a new claim, of the same kind with the same bounds, or None."""
    alike = (one for one in on_record if one.kind == new.kind and _bounds(one) == _bounds(new))
    return next((one for one in alike if one.act is None or one.act != new.act), None)


def _is_one_group(one: Claim, new: Claim) -> bool:
    """Tell whether the two are said to be about one event already, or are one act (which is being corrected)."""
    groups = [{number for number in (claim.act, claim.contests) if number is not None} for claim in (one, new)]
    return bool(groups[0] & groups[1])


def _counting(claims: Sequence[Claim]) -> list[Claim]:
    """Return the claims the derivation would take: none deprecated, none in a group where another is preferred."""
    preferred = {one.contests or one.act for one in claims if one.rank == Rank.PREFERRED}
    return [
        one
        for one in claims
        if one.rank == Rank.PREFERRED or (one.rank == Rank.NORMAL and (one.contests or one.act) not in preferred)
    ]


def _opposites(kind: ActKind) -> frozenset[ActKind]:
    """Return the kinds of act after which one of this kind is another event."""
    if kind in _EXITS or kind == ActKind.SUSPENSION:
        return _ENTRIES
    return _EXITS | {ActKind.SUSPENSION} if kind in _RESUMED else _EXITS


def _bounds(claim: Claim) -> tuple[dt.date | None, dt.date | None]:
    return claim.earliest, claim.latest


def _limits(claim: Claim) -> tuple[dt.date, dt.date]:
    return claim.earliest or dt.date.min, claim.latest or dt.date.max


def _apart(one: Claim, other: Claim) -> dt.timedelta:
    """Return the time between the nearest ends of two bounds, nothing where they overlap."""
    first, second = sorted((_limits(one), _limits(other)))
    return max(dt.timedelta(), second[0] - first[1])


def _middles_apart(one: Claim, other: Claim) -> int:
    """Return how far apart two dates are at a guess, in half days: what orders claims that overlap."""
    middles = [sum(day.toordinal() for day in _limits(claim)) for claim in (one, other)]
    return abs(middles[0] - middles[1])


def _is_between(event: Claim, one: Claim, other: Claim) -> bool:
    """Tell whether an act certainly lies after one of two claims and before the other."""
    first, second = sorted((_limits(one), _limits(other)))
    earliest, latest = _limits(event)
    return first[1] < earliest and latest < second[0]


def _head(claim: Claim, on_record: Sequence[Claim]) -> Claim:
    """Return the act that the claims of its group contest."""
    return next((one for one in on_record if claim.contests is not None and one.act == claim.contests), claim)
