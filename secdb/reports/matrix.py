"""Which States are members of which treaties on a day."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from secdb.lookup import find_dataset, find_treaty
from secdb.reports.base import Report, Source, day, last_revision, sql
from secdb.reports.citing import BATCH, sources_of
from secdb.reports.coverage import coverage_of
from secdb.reports.members import NO_DATA, behind, require_basis, sources

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Mapping, Sequence
    from typing import Any

    from secdb.database.reader import Register, Row


@dataclass(frozen=True, slots=True)
class Cell:
    """A State under a treaty: its status, what it counts as, and whether the status is certain.

    `standing`: `member`, `possible`, or `none` for a suspended State, which is never counted. A State that passed from
    one status that counts into another on an unknown day is a member although its status is not certain.
    """

    status: str
    standing: str
    certain: bool


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """A State (name of the day) with a cell for each treaty under which it has a standing or is suspended."""

    state: str
    name: str
    cells: Mapping[str, Cell]
    sources: tuple[Source, ...]


def matrix(
    register: Register,
    treaties: Iterable[str] = (),
    on: str | dt.date | None = None,
    *,
    basis: str = "in-force",
    dataset: str = "register",
) -> Report[MatrixRow]:
    """Return a row for each State with a standing under one of the treaties on a day; none named = all of the dataset.

    Day and basis as in `members`. Cells stand under the codes that were asked for, an organization's where that was
    named. `about["counts"]` has members and possible ones by treaty, `about["titles"]` the titles. A day that
    the dataset does not cover has no rows, and None for counts, as in `members`. Raises DateError, NotFoundError,
    AmbiguousError, UsageError.
    """
    on, basis = day(on), require_basis(basis)
    dataset = find_dataset(register, dataset)
    asked = asked_for(register, treaties, dataset)
    coverage = coverage_of(register, dataset)
    is_covered = coverage.has(on)
    found = of_treaties(register, "matrix", asked if is_covered else (), on=on, dataset=dataset, basis=basis)
    counts = _counts(found)
    without = {"member": 0, "possible": 0} if is_covered else NO_DATA
    about = {
        "treaties": [code for code, _ in asked.values()],
        "titles": dict(asked.values()),
        "on": on,
        "basis": basis,
        "dataset": dataset,
        "revision": last_revision(register),
        "counts": {code: counts.get(treaty, dict(without)) for treaty, (code, _) in asked.items()},
        **coverage.about(on),
    }
    return Report("matrix", about, _rows(found, asked, proofs_of(register, found, dataset)))


def asked_for(register: Register, names: Iterable[str], dataset: str) -> dict[str, tuple[str, str]]:
    """Return by treaty the code under which it was asked for and its title; of no name, all treaties of a dataset."""
    found = [find_treaty(register, name) for name in names]
    if not found:
        rows = register.rows(
            "SELECT t.treaty, t.title FROM treaties AS t WHERE EXISTS (SELECT 1 FROM memberships AS m "
            "WHERE m.treaty = t.treaty AND m.dataset = :dataset) ORDER BY t.treaty",
            dataset=dataset,
        )
        return {row["treaty"]: (row["treaty"], row["title"]) for row in rows}
    asked: dict[str, tuple[str, str]] = {}
    for one in found:
        asked.setdefault(one.treaty, (one.asked, one.title))
    return asked


def of_treaties(register: Register, name: str, treaties: Iterable[str], **parameters: str) -> list[Row]:
    """Return the rows of a report's SQL for many treaties: `:treaties` in it stands for the list of their codes."""
    codes = list(treaties)
    text = sql(name)
    rows: list[Row] = []
    for start in range(0, len(codes), BATCH):
        batch = {f"treaty_{number}": code for number, code in enumerate(codes[start : start + BATCH])}
        marks = ", ".join(f":{mark}" for mark in batch)
        rows += register.rows(text.replace("IN (:treaties)", f"IN ({marks})"), **batch, **parameters)
    return rows


def proofs_of(register: Register, rows: Sequence[Row], dataset: str) -> dict[str, dict[tuple[str, Any], list[Source]]]:
    """Return by treaty the words behind the rows' acts and rosters, as `members.sources` has them."""
    acts = sources_of(register, "act", (row[name] for row in rows for name in ("opened_by_act", "closed_by_act")))
    of_acts = {("act", act): list(found) for act, found in acts.items()}
    by_treaty: dict[str, dict[tuple[str, Any], list[Source]]] = {}
    for row in rows:
        if row["treaty"] not in by_treaty:
            by_treaty[row["treaty"]] = of_acts
        if row["origin"] == "rosters" and by_treaty[row["treaty"]] is of_acts:
            by_treaty[row["treaty"]] = sources(register, row["treaty"], dataset)
    return by_treaty


def _rows(
    found: Sequence[Row],
    asked: Mapping[str, tuple[str, str]],
    proofs: Mapping[str, dict[tuple[str, Any], list[Source]]],
) -> tuple[MatrixRow, ...]:
    states: dict[str, list[Row]] = {}
    for row in sorted(found, key=lambda row: (row["name"], row["state"])):
        states.setdefault(row["state"], []).append(row)
    rows = []
    for state, held in states.items():
        by_treaty = {row["treaty"]: row for row in held}
        here = {code: by_treaty[treaty] for treaty, (code, _) in asked.items() if treaty in by_treaty}
        cells = {code: Cell(row["status"], row["standing"], row["certain"] == 1) for code, row in here.items()}
        cited = dict.fromkeys(source for row in here.values() for source in behind(row, proofs[row["treaty"]]))
        rows.append(MatrixRow(state, held[0]["name"], cells, tuple(cited)))
    return tuple(rows)


def _counts(rows: Iterable[Row]) -> dict[str, dict[str, int]]:
    """Return by treaty how many are certain and how many possible."""
    counts: dict[str, dict[str, int]] = {}
    for row in rows:
        count = counts.setdefault(row["treaty"], {"member": 0, "possible": 0})
        if row["standing"] != "none":
            count[row["standing"]] += 1
    return counts
