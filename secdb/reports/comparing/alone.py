"""The States that only one of two datasets counts, and on which days: those of which both are certain."""

from __future__ import annotations

from itertools import groupby, pairwise
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

from secdb.reports.comparing.spells import FOREVER
from secdb.reports.counting import Standings

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from secdb.database.reader import Row

    Periods = Mapping[str, Sequence[Row]]

_SIDES = {("member", "none"): "a", ("none", "member"): "b"}


class Alone(NamedTuple):
    """Days on which only the dataset `side` counts a State: `begin` inclusive, `end` the first day no longer."""

    state: str
    side: str
    begin: str
    end: str


def alone(a: Periods, b: Periods, basis: str) -> list[Alone]:
    """Return the days on which a State is certainly a member in one dataset and certainly none in the other.

    `a` and `b` have all periods of each State under a treaty; States are in the order of their codes.
    """
    return [one for state in sorted({*a, *b}) for one in _of_state(state, a.get(state, ()), b.get(state, ()), basis)]


def all_through(found: Iterable[Alone], begin: str, end: str) -> dict[str, list[str]]:
    """Return the States that only one dataset counts on all days from `begin` until before `end`: by `only_a`, `b`."""
    held = [one for one in found if one.begin <= begin and end <= one.end]
    return {f"only_{side}": [one.state for one in held if one.side == side] for side in "ab"}


def _of_state(state: str, a: Sequence[Row], b: Sequence[Row], basis: str) -> Iterator[Alone]:
    known = Standings(a, basis), Standings(b, basis)
    days = sorted({day for one in known for day in one.turning_days})
    said = [(day, (known[0].on(day), known[1].on(day))) for day in days]
    runs = [(words, next(run)[0]) for words, run in groupby(said, key=itemgetter(1))]
    for (words, begin), (_, end) in pairwise([*runs, (("", ""), FOREVER)]):
        if words in _SIDES:
            yield Alone(state, _SIDES[words], begin, end)
