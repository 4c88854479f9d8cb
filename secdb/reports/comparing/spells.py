"""Spells of one State in two datasets: which belong together, and how far their days lie apart."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from secdb.period.passage import Held, follows

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from secdb.database.reader import Row
    from secdb.reports.coverage import Interval

FOREVER = "~"  # sorts after every day


@dataclass(frozen=True, slots=True)
class Spell:
    """Periods that count and pass into one another; `end` is the first day no longer."""

    start: Interval
    end: Interval
    periods: tuple[Row, ...]

    def __str__(self) -> str:
        return f"{start_text(self.start)}/{end_text(self.end)}"


def start_text(start: Interval) -> str:
    """Return a day, or the days between which it lies, as EDTF."""
    return start[0] if start[0] is not None and start[0] == start[1] else f"[{start[0] or ''}..{start[1] or ''}]"


def end_text(end: Interval) -> str:
    """Return the first day no longer likewise; `..` = open."""
    return ".." if end == (None, None) else start_text(end)


def apart(a: Interval, b: Interval) -> int:
    """Return the least number of days between two dates known by their bounds; 0 where they may be one day."""
    (first, second) = (a, b) if (a[0] or "") <= (b[0] or "") else (b, a)
    if first[1] is None or second[0] is None or second[0] <= first[1]:
        return 0
    return (dt.date.fromisoformat(second[0]) - dt.date.fromisoformat(first[1])).days


def spells(periods: Sequence[Row]) -> list[Spell]:
    """Return the spells that one State's periods make, those that count being given, in order."""
    chains: list[list[Row]] = []
    for row in sorted(periods, key=_place):
        chain = next((chain for chain in chains if follows(Held.of(row), Held.of(chain[-1]))), None)
        if chain is None:
            chains.append([row])
        else:
            chain.append(row)
    return [_spell(chain) for chain in chains]


def _place(row: Row) -> tuple[str, str]:
    return row["start_earliest"] or "", row["start_latest"] or FOREVER


def _spell(chain: Sequence[Row]) -> Spell:
    first, last = chain[0], chain[-1]
    start = (first["start_earliest"], first["start_latest"])
    return Spell(start, (last["end_earliest"], last["end_latest"]), tuple(chain))


def together(a: Iterable[Spell], b: Iterable[Spell]) -> Iterator[tuple[list[Spell], list[Spell]]]:
    """Yield the spells of two datasets that may be the same ones: those linked by days on which both may hold."""
    waiting = sorted(((spell, side) for side, all_ in enumerate((a, b)) for spell in all_), key=_begins)
    group: tuple[list[Spell], list[Spell]] = ([], [])
    end = ""
    for spell, side in waiting:
        if any(group) and (spell.start[0] or "") >= end:
            yield group
            group, end = ([], []), ""
        group[side].append(spell)
        end = max(end, spell.end[1] or FOREVER)
    if any(group):
        yield group


def _begins(item: tuple[Spell, int]) -> tuple[str, str, int]:
    spell, side = item
    return spell.start[0] or "", spell.start[1] or FOREVER, side


def gaps(held: Sequence[Spell]) -> list[Spell]:
    """Return the time between spells, as a spell of not being a member."""
    return [Spell(one.end, next_.start, ()) for one, next_ in pairwise(held)]
