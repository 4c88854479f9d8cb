"""How many are members from day to day: certainly, and possibly."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from secdb.period.passage import LAST, Held, passages
from secdb.reports.counting import COUNTED

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from secdb.reports.timeline import Spell

Stretch = tuple[dt.date, dt.date]


class Count(NamedTuple):
    """From this day on so many are members for certain, and so many possibly: these and more."""

    day: dt.date
    certain: int
    possible: int


def counts(spells: Sequence[Spell], basis: str, first: dt.date, last: dt.date) -> list[Count]:
    """Return the counts from `first` to `last`, a line for each day on which one of the two changes.

    Agrees with `members` of each day: a State that passed from one status that counts into another on a day that is
    not known is a member all the while.
    """
    steps: dict[dt.date, list[int]] = defaultdict(lambda: [0, 0])
    for place, stretches in _all_stretches(spells, basis, last + dt.timedelta(1) if last < dt.date.max else last):
        for begin, end in stretches:
            if end > first:
                steps[max(begin, first)][place] += 1
                steps[end][place] -= 1
    found, now = [Count(first, *steps.pop(first, (0, 0)))], [0, 0]
    now = [found[0].certain, found[0].possible]
    for day in sorted(steps):
        now = [now[0] + steps[day][0], now[1] + steps[day][1]]
        if day <= last and now != [found[-1].certain, found[-1].possible]:
            found.append(Count(day, now[0], now[1]))
    return found


def certain(spell: Spell, after: dt.date) -> Stretch | None:
    """Return the days on which a period holds for certain, its end exclusive and at most `after`."""
    return _stretch(spell.start_latest, spell.end_earliest, dt.date.max, after)


def possible(spell: Spell, after: dt.date) -> Stretch | None:
    """Return the days on which a period may hold, the certain ones among them."""
    return _stretch(spell.start_earliest, spell.end_latest, dt.date.min, after)


def _stretch(start: str | None, end: str | None, unknown: dt.date, after: dt.date) -> Stretch | None:
    begin = dt.date.fromisoformat(start) if start else unknown
    finish = min(dt.date.fromisoformat(end), after) if end else after
    return (begin, finish) if begin < finish else None


def _all_stretches(spells: Sequence[Spell], basis: str, after: dt.date) -> Iterator[tuple[int, list[Stretch]]]:
    """Yield State by State 0 and its certain stretches, 1 and its possible ones."""
    by_state: dict[str, list[Spell]] = defaultdict(list)
    for spell in spells:
        by_state[spell.state].append(spell)
    for held in by_state.values():
        own = [spell for spell in held if spell.status in COUNTED[basis]]
        sure = [found for spell in own if (found := certain(spell, after))]
        passing = [
            found
            for start, end in passages(map(Held.like, held), COUNTED[basis])
            if (found := _stretch(start, None if end == LAST else end, dt.date.max, after))
        ]
        yield 0, _joined([*sure, *passing])
        yield 1, _joined(found for spell in own if (found := possible(spell, after)))


def _joined(stretches: Iterable[Stretch]) -> list[Stretch]:
    found: list[Stretch] = []
    for begin, end in sorted(stretches):
        if found and begin <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((begin, end))
    return found
