"""What a timeline's chart shows besides its periods: acts, and the names that States had."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from secdb.lookup import find_treaty
from secdb.reports.base import sql
from secdb.reports.charts.style import ACTS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from secdb.database.reader import Register
    from secdb.reports.base import Report
    from secdb.reports.timeline import Spell


class Act(NamedTuple):
    """An act to mark; ISO days, inclusive, None = unbounded on that side."""

    kind: str
    earliest: str | None
    latest: str | None


class Name(NamedTuple):
    """A name and the days from and to which it was valid, `until` being the first day no longer; None = no limit."""

    name: str
    since: str | None
    until: str | None


@dataclass(frozen=True, slots=True)
class Background:
    """Acts and names by the code of the State."""

    acts: Mapping[str, Sequence[Act]] = field(default_factory=dict)
    names: Mapping[str, Sequence[Name]] = field(default_factory=dict)


def background(register: Register, report: Report[Spell]) -> Background:
    """Return the acts and names that belong to a timeline, from the register that gave it."""
    about = report.about
    asked = {"treaty": find_treaty(register, about["treaty"]).treaty, "dataset": about["dataset"]}
    acts: dict[str, list[Act]] = defaultdict(list)
    for row in register.rows(sql("chart/acts"), **asked):
        if row["kind"] in ACTS:
            acts[row["state"]].append(Act(row["kind"], row["earliest"], row["latest"]))
    names: dict[str, list[Name]] = defaultdict(list)
    for row in register.rows(sql("chart/names"), **asked):
        since, until = row["start_latest"] or row["start_earliest"], row["end_earliest"] or row["end_latest"]
        names[row["state"]].append(Name(row["name"], since, until))
    return Background(dict(acts), dict(names))


def opening_acts(report: Report[Spell]) -> Background:
    """Return the acts that the periods themselves name, for a report without its register."""
    acts: dict[str, list[Act]] = defaultdict(list)
    for spell in report.rows:
        for kind, earliest, latest in (
            (spell.opened_by, spell.start_earliest, spell.start_latest),
            (spell.closed_by, spell.end_earliest, spell.end_latest),
        ):
            if kind in ACTS and (act := Act(str(kind), earliest, latest)) not in acts[spell.state]:
                acts[spell.state].append(act)
    return Background(dict(acts))
