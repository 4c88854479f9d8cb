"""Who stands under a statement, and who held the offices of a State on a day."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from secdb.lookup import find_dataset, find_state, find_statement
from secdb.reports.base import Report, Source, day, last_revision, sql
from secdb.reports.citing import sources_of
from secdb.reports.listing import VIEWS, listing

if TYPE_CHECKING:
    from secdb.database.reader import Register, Row


@dataclass(frozen=True, slots=True)
class Holder:
    """A person in an office on the day; `person` is None where the document names none.

    `standing`: `certain`, or `possible` where only a signature of another day, or uncertain bounds, speak for it.
    `since` inclusive, `until` the first day no longer; of an attested office only the day of the statement is known.
    """

    state: str
    name: str
    office: str
    person: str | None
    person_code: str | None
    standing: str
    origin: str
    acting: int
    accredited_to: str | None
    since_earliest: str | None
    since_latest: str | None
    until_earliest: str | None
    until_latest: str | None
    statement: str | None
    tenure: int | None
    signatory: int | None
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class Held:
    """A tenure, of no day in particular; bounds as of `Holder`."""

    tenure: int | None
    dataset: str
    state: str
    name: str
    office: str
    person: str | None
    person_code: str | None
    acting: int
    accredited_to: str | None
    title: str | None
    since_earliest: str | None
    since_latest: str | None
    until_earliest: str | None
    until_latest: str | None
    origin: str
    statement: str | None
    signatory: int | None
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class Signature:
    """One who stands under a statement; `name` is the State's on the statement's day."""

    position: int
    state: str
    name: str
    person: str | None
    person_code: str | None
    as_printed: str | None
    capacity: str | None
    acting: int
    accredited_to: str | None
    mode: str
    joined_on: str | None
    withdrew_on: str | None
    note: str | None
    sources: tuple[Source, ...]


def who(
    register: Register,
    state: str | None,
    on: str | None = None,
    *,
    office: str | None = None,
    dataset: str = "register",
) -> Report[Holder]:
    """Return who held, or may have held, the offices of a State (None: of every State) on a day.

    `on` as in `members`; `office`: `head_of_state` or `representative` for those alone. The certain ones come first,
    then the possible ones by how near the day is to what is known of them.

    Raises DateError, NotFoundError, AmbiguousError.
    """
    on = day(on)
    code = None if state is None else find_state(register, state)
    dataset = find_dataset(register, dataset)
    text = sql("who").replace("FROM tenures AS t\n", f"FROM {VIEWS[office]} AS t\n") if office else sql("who")
    rows = _nearest(register.rows(text, state=code, on=on, dataset=dataset), on)
    recorded = sources_of(register, "tenure", (row["tenure"] for row in rows))
    attested = sources_of(register, "signatory", (row["signatory"] for row in rows))
    holders = tuple(
        Holder(**row, sources=recorded.get(row["tenure"], ()) + attested.get(row["signatory"], ())) for row in rows
    )
    about = {"state": code, "on": on, "dataset": dataset, "revision": last_revision(register)}
    return Report(VIEWS[office] if office else "who", about, holders)


def held(register: Register, office: str, *, state: str | None = None, dataset: str | None = None) -> Report[Held]:
    """Return all tenures in an office: `head_of_state` or `representative`. Raises NotFoundError, AmbiguousError."""
    found = listing(register, office, state=state, dataset=dataset)
    recorded = sources_of(register, "tenure", (row["tenure"] for row in found.rows))
    attested = sources_of(register, "signatory", (row["signatory"] for row in found.rows))
    rows = (
        Held(sources=recorded.get(row["tenure"], ()) + attested.get(row["signatory"], ()), **row) for row in found.rows
    )
    return Report(found.report, found.about, tuple(rows))


def _nearest(rows: list[Row], on: str) -> list[Row]:
    """Order the rows, and keep of a person's possible attestations for one office the nearest."""
    ordered = sorted(rows, key=lambda row: (row["standing"] != "certain", _distance(row, on)))
    kept: dict[Any, Row] = {}
    for row in ordered:
        same: tuple[Any, ...] = (row["state"], row["office"], row["acting"], row["person"])
        if row["standing"] == "certain" or row["origin"] == "recorded":
            same = (row["tenure"], row["signatory"])
        kept.setdefault(same, row)
    return list(kept.values())


def _distance(row: Row, on: str) -> int:
    """Return how many days lie between the day and what is known of a tenure; 0 for one that is certain."""
    if row["standing"] == "certain":
        return 0
    known = row["since_latest"] or row["until_earliest"] or on
    return abs((dt.date.fromisoformat(known) - dt.date.fromisoformat(on)).days)


def signatories(register: Register, statement: str) -> Report[Signature]:
    """Return who stands under a statement, in its order. Raises NotFoundError, AmbiguousError."""
    code = find_statement(register, statement)
    found = register.rows(
        "SELECT title, document, date, date_latest FROM statements WHERE statement = :code", code=code
    )[0]
    rows = register.rows(sql("signatories"), statement=code, on=found.pop("date_latest"))
    proofs = sources_of(register, "signatory", (row["signatory"] for row in rows))
    signed = tuple(Signature(sources=proofs.get(row.pop("signatory"), ()), **row) for row in rows)
    return Report("signatories", {"statement": code, **found, "revision": last_revision(register)}, signed)
