"""Where datasets differ on the membership of a treaty."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING, Any

from secdb.errors import UsageError
from secdb.lookup import find_dataset, find_treaty
from secdb.reports.base import Report, Source, last_revision, sql
from secdb.reports.comparing.alone import all_through, alone
from secdb.reports.comparing.spells import FOREVER, spells
from secdb.reports.comparing.states import differences
from secdb.reports.counting import COUNTED, EVER, course
from secdb.reports.coverage import Coverage, coverage_of
from secdb.reports.members import behind, require_basis, sources

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from secdb.database.reader import Register, Row
    from secdb.reports.comparing.spells import Spell
    from secdb.reports.comparing.states import Found
    from secdb.reports.counting import Count

TWO = 2


@dataclass(frozen=True, slots=True)
class Difference:
    """What two datasets say otherwise of a State.

    `field`: `start` and `end` of a spell of membership, `presence` of a whole spell (or of a gap) that one of them
    lacks, `status` where both know it. `a` and `b`: a day or its bounds in EDTF, an end being the first day no longer;
    `START/END` of a spell; `none` where the dataset has none. `days_apart`: the least number of days between the two, 0
    where they can be one day; None where there is no distance (no such spell, an end that has not happened).
    """

    state: str
    name: str
    field: str
    a: str
    b: str
    days_apart: int | None
    dataset_a: str
    dataset_b: str
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class _Side:
    """A dataset: the days it speaks of, each State's periods, and what proves them."""

    dataset: str
    coverage: Coverage
    periods: Mapping[str, list[Row]]
    proofs: dict[tuple[str, Any], list[Source]]

    def counted(self, state: str, basis: str) -> list[Row]:
        return [row for row in self.periods.get(state, ()) if row["status"] in COUNTED[basis]]


def compare(register: Register, treaty: str, datasets: Iterable[str], *, basis: str = "in-force") -> Report[Difference]:
    """Return in what two or more datasets differ on a treaty, pair by pair, State by State; names are the latest.

    A dataset says nothing outside the days it covers (`datasets.covers_from`, `covers_to`), and, where it holds lists
    of members and no acts, before the first list and after the last: only days of both are compared:
    `about["compared"]`. `about["counts_differ"]`: the stretches of days on which members or possible
    members are not as many; `only_a`, `only_b`: the States that on all those days certainly are members in the one and
    certainly none in the other. Of both, `from` is inclusive, `to` the first day no longer, None no limit. Bases as in
    `members`. Raises UsageError for fewer than two datasets, NotFoundError, AmbiguousError.
    """
    codes = list(dict.fromkeys(find_dataset(register, name) for name in datasets))
    if len(codes) < TWO:
        raise UsageError("name two datasets or more, as register,documents")
    basis, found = require_basis(basis), find_treaty(register, treaty)
    pairs = list(combinations([_side(register, found.treaty, code) for code in codes], TWO))
    about = {
        "treaty": found.asked,
        "title": found.title,
        "basis": basis,
        "datasets": codes,
        "revision": last_revision(register),
        "compared": [_compared(a, b) for a, b in pairs],
        "counts_differ": [stretch for a, b in pairs for stretch in _counts(a, b, basis)],
    }
    return Report("compare", about, tuple(row for a, b in pairs for row in _rows(a, b, basis)))


def _side(register: Register, treaty: str, dataset: str) -> _Side:
    periods: dict[str, list[Row]] = {}
    for row in register.rows(sql("periods"), treaty=treaty, dataset=dataset):
        periods.setdefault(row["state"], []).append(row)
    coverage = coverage_of(register, dataset).common(_listed(row for rows in periods.values() for row in rows))
    return _Side(dataset, coverage, periods, sources(register, treaty, dataset))


def _listed(periods: Iterable[Row]) -> Coverage:
    """Return the days from the first list of members to the last where periods follow from lists alone.

    Before and after there is doubt, and no claim that could differ from another.
    """
    rows = list(periods)
    if not rows or any(row["origin"] != "rosters" for row in rows):
        return Coverage(None, None)
    begun = [row["start_latest"] for row in rows if row["start_latest"]]
    known = [row["end_earliest"] for row in rows if row["end_earliest"]]
    return Coverage(min(begun, default=None), max(known, default=None))


def _compared(a: _Side, b: _Side) -> dict[str, str | None]:
    common = a.coverage.common(b.coverage)
    return {"dataset_a": a.dataset, "dataset_b": b.dataset, "from": common.begin, "to": common.end}


def _rows(a: _Side, b: _Side, basis: str) -> Iterable[Difference]:
    common = a.coverage.common(b.coverage)
    names = {state: rows[0]["name"] for side in (b, a) for state, rows in side.periods.items()}
    if common.is_empty:
        return
    for state in sorted(names, key=lambda state: (names[state], state)):
        here = [_seen(side, state, basis, common) for side in (a, b)]
        for one in differences(here[0], here[1], (a.coverage, b.coverage), common, basis):
            yield _difference(one, state, names[state], a, b)


def _seen(side: _Side, state: str, basis: str, common: Coverage) -> tuple[list[Spell], list[Row]]:
    """Return a State's spells of the days compared, and all its periods."""
    held = [spell for spell in spells(side.counted(state, basis)) if common.meets(spell.start, spell.end)]
    return held, side.periods.get(state, [])


def _difference(one: Found, state: str, name: str, a: _Side, b: _Side) -> Difference:
    cited = [
        source
        for side, periods in ((a, one.periods_a), (b, one.periods_b))
        for row in periods
        for source in behind(row, side.proofs)
    ]
    named = (state, name, one.field, one.a, one.b, one.days_apart, a.dataset, b.dataset)
    return Difference(*named, sources=tuple(dict.fromkeys(cited)))


def _counts(a: _Side, b: _Side, basis: str) -> list[dict[str, Any]]:
    """Return the stretches of the days compared on which the counts differ."""
    common = a.coverage.common(b.coverage)
    if common.is_empty:
        return []
    courses = [course(side.periods.values(), basis) for side in (a, b)]
    first = common.begin or EVER
    turns = {on for one in courses for on in one if on > first and not (common.end and on >= common.end)}
    days = sorted({first, *turns})
    said = list(zip(*(_on_each(one, days) for one in courses), strict=True))
    changed = [number for number, pair in enumerate(said) if not number or pair != said[number - 1]]
    ends = [*(days[number] for number in changed[1:]), common.end]
    found = alone(a.periods, b.periods, basis)
    return [
        {
            "dataset_a": a.dataset,
            "dataset_b": b.dataset,
            "from": days[number] or None,
            "to": end,
            "a": said[number][0]._asdict(),
            "b": said[number][1]._asdict(),
            **all_through(found, days[number], end or FOREVER),
        }
        for number, end in zip(changed, ends, strict=True)
        if said[number][0] != said[number][1]
    ]


def _on_each(counts: Mapping[str, Count], days: Iterable[str]) -> list[Count]:
    turns = list(counts)
    return [counts[turns[bisect_right(turns, on) - 1]] for on in days]
