"""On which days a dossier looks: those asked for, else those on which something changed."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from secdb.reports.base import day, sql
from secdb.reports.coverage import coverage_of
from secdb.reports.members import standings

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Sequence

    from secdb.database.reader import Register

CHANGES = 12  # days of change that are chosen by themselves
BOUNDS = ("start_earliest", "start_latest", "end_earliest", "end_latest")


@dataclass(frozen=True, slots=True)
class Step:
    """From this ISO day on so many States are certainly members."""

    day: str
    count: int


@dataclass(frozen=True, slots=True)
class Days:
    """The days looked at, in order; all days on which the certain count changes; how many of them were left out."""

    chosen: tuple[str, ...]
    steps: tuple[Step, ...]
    left_out: int


def choose(register: Register, treaty: str, dataset: str, basis: str, on: Iterable[str | dt.date]) -> Days:
    """Return the days asked for; without any the entry into force, the days of change (of many the greatest), today.

    Of the latter those that the dataset covers, its last day for today. Raises DateError.
    """
    steps = _steps(register, treaty, dataset, basis)
    if asked := {day(one) for one in on}:
        return Days(tuple(sorted(asked)), steps, 0)
    changes = _greatest(steps)
    coverage = coverage_of(register, dataset)
    entry = register.rows("SELECT in_force_latest FROM treaties WHERE treaty = :treaty", treaty=treaty)
    today = min(day(None), coverage.last or day(None))
    entered = (row["in_force_latest"] for row in entry if row["in_force_latest"])
    chosen = {today, *changes, *(one for one in entered if coverage.has(one))}
    return Days(tuple(sorted(chosen)), steps, len(steps) - len(changes))


def _steps(register: Register, treaty: str, dataset: str, basis: str) -> tuple[Step, ...]:
    """Return the days on which the certain count changes, the first being the first on which anybody counts."""
    periods = register.rows(sql("periods"), treaty=treaty, dataset=dataset)
    coverage = coverage_of(register, dataset)
    found = {row[name] for row in periods for name in BOUNDS if row[name]} | {coverage.begin or ""} - {""}
    bounds = sorted(bound for bound in found if coverage.has(bound))
    counted = [Step(bound, _certain(register, treaty, dataset, basis, bound)) for bound in bounds]
    return tuple(now for before, now in pairwise([Step("", 0), *counted]) if now.count != before.count)


def _certain(register: Register, treaty: str, dataset: str, basis: str, on: str) -> int:
    rows = standings(register, treaty, on, basis, dataset)
    return sum(row["standing"] == "member" and row["status"] != "suspended" for row in rows)


def _greatest(steps: Sequence[Step]) -> list[str]:
    """Return the days of the greatest changes, of equal ones the earliest."""
    sizes = [(-abs(now.count - before.count), now.day) for before, now in pairwise([Step("", 0), *steps])]
    return [when for _, when in sorted(sizes)[:CHANGES]]
