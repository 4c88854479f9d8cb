"""Counts of members: in words where they are in doubt, and through time."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from secdb.period.passage import Held, passages
from secdb.reports.members import members
from secdb.reports.wording import verdict

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from secdb.database.reader import Register, Row
    from secdb.reports.members import Member

EVER = ""  # sorts before every day
BOUNDS = ("start_earliest", "start_latest", "end_earliest", "end_latest")
COUNTED = {
    "in-force": frozenset({"party"}),
    "consented": frozenset({"party", "contracting"}),
    "signed": frozenset({"party", "contracting", "signatory", "provisional"}),
}
"""The statuses that count on each basis."""


class Count(NamedTuple):
    """How many are members, and how many more may be."""

    member: int = 0
    possible: int = 0


def count_in_words(count: Mapping[str, int | None], doubts: Sequence[str] = (), noun: str = "") -> str:
    """Return a count as a reader says it: `6`, `6, or 7 if Uzbekistan had joined`, `6 or 7`, `6 to 9`.

    `doubts` are clauses, as `doubt` makes them; one is told where it is the only one. With a `noun` (singular) the
    number is of that: `6 members, or 7 if ...`. `no data` on a day of which the dataset does not speak.
    """
    least, more = count["member"], count["possible"]
    if least is None or more is None:
        return "no data"
    most = least + more
    if least == most:
        return _numbered(str(least), noun, most)
    if most == least + 1 and len(doubts) == 1:
        return f"{_numbered(str(least), noun, least)}, or {most} if {doubts[0]}"
    return _numbered(f"{least} {'or' if most == least + 1 else 'to'} {most}", noun, most)


def _numbered(text: str, noun: str, number: int) -> str:
    return f"{text} {noun}{'' if number == 1 else 's'}" if noun else text


def doubt(name: str, since_latest: str | None, until_earliest: str | None, closed_by: str | None, on: str) -> str:
    """Return the clause under which a possible member is one on the day: its beginning or its end is in doubt."""
    has_begun = since_latest is not None and since_latest <= on
    may_have_ended = until_earliest is not None and until_earliest <= on
    if has_begun:
        return f"{name} had not {'been suspended' if closed_by == 'suspension' else 'left'}"
    return f"{name} was one" if may_have_ended else f"{name} had joined"


def doubts_of(rows: Iterable[Member], on: str) -> list[str]:
    """Return the clauses under which those only possibly members on a day are members."""
    return [
        doubt(row.name, row.since_latest, row.until_earliest, row.closed_by, on)
        for row in rows
        if row.standing == "possible"
    ]


def told(  # noqa: PLR0913 - a report and its options
    register: Register, treaty: str, on: str, count: Mapping[str, int | None], *, basis: str, dataset: str
) -> str:
    """Return the count of members of a treaty on a day in words; who the one in doubt is, is looked up."""
    rows = members(register, treaty, on, basis=basis, dataset=dataset).rows if count["possible"] == 1 else ()
    return count_in_words(count, doubts_of(rows, on))


class Standings:
    """What can be said of one State, given all its periods under a treaty: the same rule as members.sql."""

    def __init__(self, periods: Iterable[Row], basis: str) -> None:
        held = list(periods)
        self._counting = [row for row in held if row["status"] in COUNTED[basis]]
        self._passages = list(passages(map(Held.of, held), COUNTED[basis]))
        self.turning_days = turning_days(held)

    def on(self, day: str) -> str:
        """Return the standing on a day, `member`, `possible` or `none`; `EVER` is the time before every day."""
        said = {judged(row, day) for row in self._counting}
        if "member" in said or ("possible" in said and any(start <= day < end for start, end in self._passages)):
            return "member"
        return "possible" if "possible" in said else "none"


def judged(period: Row, on: str) -> str:
    """Return what can be said of one period on a day: `member` if it certainly holds, `possible`, `none`."""
    start_earliest, start_latest, end_earliest, end_latest = (period[name] for name in BOUNDS)
    return verdict(start_earliest, start_latest, end_earliest, end_latest, on)


def turning_days(periods: Iterable[Row]) -> list[str]:
    """Return the days on which what can be said may change, in order, `EVER` first."""
    return sorted({EVER, *(row[name] for row in periods for name in BOUNDS if row[name] is not None)})


def course(states: Iterable[Sequence[Row]], basis: str) -> dict[str, Count]:
    """Return the count from each day on which it changes, the first being `EVER`; given all periods of each State."""
    steps: dict[str, list[int]] = {EVER: [0, 0]}
    for periods in states:
        before = "none"
        known = Standings(periods, basis)
        for on in known.turning_days:
            now = known.on(on)
            for word, change in ((before, -1), (now, 1)):
                if word != "none":
                    steps.setdefault(on, [0, 0])[word == "possible"] += change
            before = now
    counts: dict[str, Count] = {}
    member = possible = 0
    for on in sorted(steps):
        member, possible = member + steps[on][0], possible + steps[on][1]
        counts[on] = Count(member, possible)
    return counts
