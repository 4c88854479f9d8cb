"""Which two States were members of a treaty together: a row per pair and year, made as it is asked for."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING, Any

from secdb.lookup import find_dataset, find_treaty
from secdb.reports.base import Report, last_revision
from secdb.reports.coverage import Coverage, coverage_of
from secdb.reports.members import require_basis
from secdb.reports.panels.named import NamesOfTime
from secdb.reports.panels.spans import common
from secdb.reports.panels.standing import require_unchanged, standings
from secdb.reports.panels.years import Years, require_rule

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from secdb.database.reader import Register
    from secdb.lookup import FoundTreaty
    from secdb.reports.panels.standing import Standing


@dataclass(frozen=True, slots=True)
class DyadRow:
    """Two States, `state_a` before `state_b` by code, in a year; names as of 31 December.

    `days`: of the year, on which both certainly counted; `possible_days`: on which both counted at least possibly, but
    not both certainly. `member` and `possible` (0 or 1, never both 1) are what the rule makes of these days.
    """

    state_a: str
    name_a: str
    state_b: str
    name_b: str
    year: int
    member: int
    possible: int
    days: int
    possible_days: int


@dataclass(frozen=True, slots=True)
class DyadsAsked:
    """What a table of dyads is about, and the States that it pairs, by code; years as in `PanelAsked`."""

    found: FoundTreaty
    years: Years
    rule: str
    basis: str
    dataset: str
    revision: int
    states: tuple[Standing, ...]
    asked: Years
    coverage: Coverage

    def about(self) -> dict[str, Any]:
        """Return the envelope of the report."""
        return {
            "treaty": self.found.asked,
            "title": self.found.title,
            "from": self.asked.first,
            "to": self.asked.last,
            "rule": self.rule,
            "basis": self.basis,
            "dataset": self.dataset,
            "revision": self.revision,
            **self.coverage.about(f"{self.asked.first:04}-01-01", f"{self.asked.last:04}-12-31"),
        }


def ask_dyads(  # noqa: PLR0913 - a report's options
    register: Register,
    treaty: str,
    *,
    from_: int | str,
    to: int | str,
    rule: str = "dec31",
    basis: str = "in-force",
    dataset: str = "register",
) -> DyadsAsked:
    """Return what `dyad_rows` is to answer, the periods read; parameters and errors are those of `dyads`."""
    asked = Years.between(from_, to)
    basis, rule = require_basis(basis), require_rule(rule)
    found = find_treaty(register, treaty)
    dataset = find_dataset(register, dataset)
    coverage = coverage_of(register, dataset)
    years = asked.covered(coverage)
    revision = last_revision(register)
    held = standings(register, found.treaty, dataset, basis, years.limits)
    states = tuple(one for one in held if one.maybe)
    return DyadsAsked(found, years, rule, basis, dataset, revision, states, asked, coverage)


def dyad_rows(register: Register, asked: DyadsAsked, *, done: Callable[[], None] | None = None) -> Iterator[DyadRow]:
    """Yield the rows pair by pair and year by year; `done` is called when a State has met all States after it.

    The pairs are never in memory together. Raises SecdbError at the end if somebody wrote to the register meanwhile.
    """
    of_time = NamesOfTime(register)
    last_days = [f"{year:04}-12-31" for year in asked.years.numbers]
    names = {one.state: of_time.throughout(one.state, last_days) for one in asked.states}
    met = None
    for one, other in combinations(asked.states, 2):
        if done and met not in {None, one.state}:
            done()
        met = one.state
        yield from _of_pair(one, other, asked, names)
    if done and met:
        done()
    require_unchanged(register, asked.revision)


def dyads(  # noqa: PLR0913 - a report's options
    register: Register,
    treaty: str,
    *,
    from_: int | str,
    to: int | str,
    rule: str = "dec31",
    basis: str = "in-force",
    dataset: str = "register",
) -> Report[DyadRow]:
    """Return a row per year and pair of States that count, or may count, under the treaty in these years.

    Pairs that were never members together are there too, with no days. Parameters and errors as `panel`, of one
    treaty; for more rows than memory holds, see `ask_dyads` and `dyad_rows`.
    """
    asked = ask_dyads(register, treaty, from_=from_, to=to, rule=rule, basis=basis, dataset=dataset)
    return Report("dyads", asked.about(), tuple(dyad_rows(register, asked)))


def _of_pair(one: Standing, other: Standing, asked: DyadsAsked, names: dict[str, tuple[str, ...]]) -> Iterator[DyadRow]:
    certain, maybe = common(one.certain, other.certain), common(one.maybe, other.maybe)
    verdicts = asked.years.judge(certain, maybe, asked.rule)
    named = zip(names[one.state], names[other.state], asked.years.numbers, *verdicts, strict=True)
    for name_a, name_b, year, *judged in named:
        yield DyadRow(one.state, name_a, other.state, name_b, year, *judged)
