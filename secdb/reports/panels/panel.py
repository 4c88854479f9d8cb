"""Who was a member in which year: a row per State, treaty and year, made as it is asked for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from secdb.lookup import find_dataset, find_treaty
from secdb.reports.base import Report, last_revision
from secdb.reports.coverage import Coverage, coverage_of
from secdb.reports.members import require_basis
from secdb.reports.panels.named import NamesOfTime
from secdb.reports.panels.standing import COUNTED, LEVELS, require_unchanged, standings, treaties_with_periods
from secdb.reports.panels.years import Years, require_rule

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from secdb.database.reader import Register
    from secdb.reports.panels.standing import Spell, Standing
    from secdb.reports.panels.years import Verdicts

Treaties = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class PanelRow:
    """A State under a treaty in a year.

    `name`: as of 31 December. `status`: the strongest that certainly holds on the rule's day (`any`, `all`: in the
    year), those that count before those that do not; where the State is possibly a member, or none is certain, the
    strongest that may hold; None where there is none. `member`, `possible`: 0 or 1, never both 1. `days`: of the year,
    on which it certainly counted; `possible_days`: on which it possibly, but not certainly, did.
    """

    state: str
    name: str
    treaty: str
    year: int
    status: str | None
    member: int
    possible: int
    days: int
    possible_days: int


@dataclass(frozen=True, slots=True)
class PanelAsked:
    """What a panel is about; `treaties` pairs what is written in the rows with the code of the treaty.

    `years` are those of the years `asked` for that the dataset covers whole: of the others there are no rows.
    """

    treaties: Treaties
    years: Years
    rule: str
    basis: str
    dataset: str
    revision: int
    asked: Years
    coverage: Coverage

    def about(self) -> dict[str, Any]:
        """Return the envelope of the report."""
        return {
            "treaties": [asked for asked, _ in self.treaties],
            "from": self.asked.first,
            "to": self.asked.last,
            "rule": self.rule,
            "basis": self.basis,
            "dataset": self.dataset,
            "revision": self.revision,
            **self.coverage.about(f"{self.asked.first:04}-01-01", f"{self.asked.last:04}-12-31"),
        }


def ask_panel(  # noqa: PLR0913 - a report's options
    register: Register,
    treaties: str | Sequence[str] = (),
    *,
    from_: int | str,
    to: int | str,
    rule: str = "dec31",
    basis: str = "in-force",
    dataset: str = "register",
) -> PanelAsked:
    """Return what `panel_rows` is to answer, names resolved; parameters and errors are those of `panel`."""
    asked = Years.between(from_, to)
    basis, rule = require_basis(basis), require_rule(rule)
    dataset = find_dataset(register, dataset)
    coverage = coverage_of(register, dataset)
    years = asked.covered(coverage)
    named = [find_treaty(register, treaty) for treaty in ([treaties] if isinstance(treaties, str) else treaties)]
    pairs = [(found.asked, found.treaty) for found in named]
    if not named:
        pairs = [(code, code) for code in treaties_with_periods(register, dataset)]
    revision = last_revision(register)
    return PanelAsked(tuple(dict.fromkeys(pairs)), years, rule, basis, dataset, revision, asked, coverage)


def panel_rows(register: Register, asked: PanelAsked, *, done: Callable[[], None] | None = None) -> Iterator[PanelRow]:
    """Yield the rows of a panel treaty by treaty (as asked), State by State (by code), year by year.

    One treaty's periods are in memory at a time, however many rows there are; `done` is called after each treaty.
    Raises SecdbError at the end if somebody wrote to the register meanwhile.
    """
    names = _names(register, asked.years)
    for code, treaty in asked.treaties:
        for one in standings(register, treaty, asked.dataset, asked.basis, asked.years.limits):
            yield from _of_state(one, code, asked, names(one.state))
        if done:
            done()
    require_unchanged(register, asked.revision)


def panel(  # noqa: PLR0913 - a report's options
    register: Register,
    treaties: str | Sequence[str] = (),
    *,
    from_: int | str,
    to: int | str,
    rule: str = "dec31",
    basis: str = "in-force",
    dataset: str = "register",
) -> Report[PanelRow]:
    """Return a row per State that had a standing under the treaty in these years, treaty and year; all in memory.

    Args:
        register: as `secdb.open` gives it.
        treaties: one treaty or several, by code or name, or the organizations they found; none = all that have periods.
        from_: the first year.
        to: the last year, included.
        rule: in which years a State is a member: `jan1`, `dec31` = certain on that day, `any` = certain on at least
            one day, `all` = certain on every day of the year. `possible` says the same of days not certain.
        basis: what counts, as in `members`. Suspended States never count.
        dataset: whose facts.

    Periods are half-open: the day on which a membership ends is no day of it. A year that the dataset does not cover
    whole has no rows. For more rows than memory holds, see
    `ask_panel` and `panel_rows`. Raises UsageError, NotFoundError, AmbiguousError.
    """
    asked = ask_panel(register, treaties, from_=from_, to=to, rule=rule, basis=basis, dataset=dataset)
    return Report("panel", asked.about(), tuple(panel_rows(register, asked)))


def _names(register: Register, years: Years) -> Callable[[str], tuple[str, ...]]:
    """Return what gives the names of a State at the end of each year; each State is looked up once."""
    of_time = NamesOfTime(register)
    last_days = [f"{year:04}-12-31" for year in years.numbers]
    known: dict[str, tuple[str, ...]] = {}

    def names(state: str) -> tuple[str, ...]:
        if state not in known:
            known[state] = of_time.throughout(state, last_days)
        return known[state]

    return names


def _of_state(one: Standing, treaty: str, asked: PanelAsked, names: tuple[str, ...]) -> Iterator[PanelRow]:
    years, state = asked.years, one.state
    verdicts = years.judge(one.certain, one.maybe, asked.rule)
    columns = zip(names, years.numbers, _statuses(one, asked, verdicts), *verdicts, strict=True)
    for name, year, status, member, possible, days, possible_days in columns:
        yield PanelRow(state, name, treaty, year, status, member, possible, days, possible_days)


def _statuses(one: Standing, asked: PanelAsked, verdicts: Verdicts) -> list[str | None]:
    """Return the strongest status of each year: the weakest is written first, and the others over it."""
    years = asked.years
    sure: list[str | None] = [None] * len(years.starts)
    may = list(sure)
    for spell in sorted(one.spells, key=lambda spell: _strength(spell, asked.basis)):
        for span, found in ((spell.certain, sure), (spell.maybe, may)):
            if span:
                where = years.where(span, asked.rule)
                found[where] = [spell.status] * (where.stop - where.start)
    return [
        maybe if possible or certain is None else certain
        for certain, maybe, possible in zip(sure, may, verdicts.possible, strict=True)
    ]


def _strength(spell: Spell, basis: str) -> tuple[bool, int]:
    return spell.status in COUNTED[basis], LEVELS[spell.status]
