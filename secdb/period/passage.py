"""One status passed into another that counts too, on a day that is not known: the State counts either way.

The same rule as `passage` in secdb/reports/sql/members.sql, for what looks at many days at once.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from secdb.vocabulary import Status

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

FIRST, LAST = "", "~"  # before and after every ISO day
# a suspension stands higher than the other statuses that count
ABOVE_SUSPENDED = frozenset({Status.CONTRACTING, Status.PARTY})


class Held(NamedTuple):
    """A period of a State under a treaty, as `memberships` has it: days as ISO text, None = not known or open."""

    status: str
    start_earliest: str | None
    start_latest: str | None
    end_earliest: str | None
    end_latest: str | None
    opened_by_act: int | None
    closed_by_act: int | None

    @classmethod
    def of(cls, row: Mapping[str, Any]) -> Held:
        """Return the period in a row of `memberships`."""
        return cls(*(row[name] for name in cls._fields))

    @classmethod
    def like(cls, period: object) -> Held:
        """Return the period of an object that has these attributes among others."""
        return cls(*(getattr(period, name) for name in cls._fields))


class Stretch(NamedTuple):
    """Days as ISO text: `start` is the first, `end` the first day after them; `LAST` = no end."""

    start: str
    end: str


def passages(periods: Iterable[Held], counted: Collection[str]) -> Iterator[Stretch]:
    """Yield stretches of days on which a State certainly counts although it is not known by which status.

    `periods`: all those of the State under the treaty, suspensions too. `counted`: the statuses that count.
    """
    held = list(periods)
    counting = [one for one in held if one.status in counted]
    suspended = [
        Stretch(one.start_earliest or FIRST, one.end_latest or LAST) for one in held if one.status == Status.SUSPENDED
    ]
    for one in counting:
        if one.start_latest is None or not any(follows(other, one) for other in counting):
            continue
        # nothing may have ended the last of them by then
        stretch = Stretch(one.start_latest, max(_safe_end(other) for other in _reached(one, counting)))
        # if a suspension may last, an act that leads no higher may have changed nothing
        yield from _outside(stretch, () if one.status in ABOVE_SUSPENDED else suspended)


def follows(later: Held, earlier: Held) -> bool:
    """Tell whether one status passed into another on one event: in between the State counts either way."""
    if later.opened_by_act is None:
        return False
    on_entry_into_force = (earlier.status, later.status) == (Status.CONTRACTING, Status.PARTY)
    by_one_act = later.opened_by_act == earlier.opened_by_act
    return later.opened_by_act == earlier.closed_by_act or (on_entry_into_force and by_one_act)


def _reached(first: Held, counting: Sequence[Held]) -> list[Held]:
    """Return the periods that one passed into, those that these passed into, and so on; the first among them."""
    found = [first]
    for one in found:  # grows meanwhile
        found += [other for other in counting if other not in found and follows(other, one)]
    return found


def _safe_end(one: Held) -> str:
    """Return the first day on which something may end it, `FIRST` if that is not known.

    An end is kept as no earlier than the start: where the two are one day, an exit may have come first.
    """
    floor = one.start_earliest or min(one.start_latest or FIRST, one.end_latest or LAST)
    return FIRST if floor in {FIRST, one.end_earliest} else one.end_earliest or LAST


def _outside(stretch: Stretch, others: Iterable[Stretch]) -> Iterator[Stretch]:
    """Yield the parts of a stretch that lie in none of the others."""
    start = stretch.start
    for begin, end in sorted(others):
        if start < min(begin, stretch.end):
            yield Stretch(start, min(begin, stretch.end))
        start = max(start, end)
    if start < stretch.end:
        yield Stretch(start, stretch.end)
