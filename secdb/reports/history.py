"""All that is recorded of one State, in date order."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from secdb.lookup import find_dataset, find_state
from secdb.reports.base import Report, Source, last_revision, sql
from secdb.reports.citing import sources_of
from secdb.reports.coverage import Coverage, coverage_of

if TYPE_CHECKING:
    from secdb.database.reader import Register, Row


@dataclass(frozen=True, slots=True)
class Event:
    """Something on record of the State; the days it may have been on, None = no limit.

    `what`: `act`, `period`, `roster`, `name`, `tenure`, `statement`, `succession`, `existence` or `admission`.
    """

    date_earliest: str | None
    date_latest: str | None
    what: str
    detail: str
    treaty: str | None
    dataset: str | None
    sources: tuple[Source, ...]


def history(register: Register, state: str, *, dataset: str = "register") -> Report[Event]:
    """Return acts, periods, rosters, names, tenures, statements, successions of a State; first those without a date.

    Names, statements and successions belong to no dataset and are always told. Periods are told
    as far as the dataset covers the days on which they begin and end. Raises NotFoundError, AmbiguousError.
    """
    code = find_state(register, state)
    dataset = find_dataset(register, dataset)
    coverage = coverage_of(register, dataset)
    found = register.rows(sql("history"), state=code, dataset=dataset)
    rows = sorted((row for row in found if _is_covered(row, coverage)), key=_place)
    kinds = {row["record"] for row in rows}
    proofs = {
        kind: sources_of(register, kind, (row["record_id"] for row in rows if row["record"] == kind)) for kind in kinds
    }
    events = tuple(Event(sources=proofs[row.pop("record")].get(row.pop("record_id"), ()), **row) for row in rows)
    about = {"state": code, "name": _name(register, code), "dataset": dataset, "revision": last_revision(register)}
    about |= {"coverage": said["coverage"]} if (said := coverage.about()) else {}
    return Report("history", about, events)


def _is_covered(row: Row, coverage: Coverage) -> bool:
    """Tell whether what follows from the facts of a dataset lies within the days it speaks of."""
    return row["what"] != "period" or coverage.has(row["date_earliest"]) or coverage.has(row["date_latest"])


def _place(row: Row) -> tuple[str, ...]:
    first = row["date_earliest"] or row["date_latest"] or ""
    return (first, row["date_latest"] or "", row["treaty"] or "", row["what"], row["detail"])


def _name(register: Register, code: str) -> str:
    name: str = register.rows("SELECT state_name FROM states WHERE state = :code", code=code)[0]["state_name"]
    return name
