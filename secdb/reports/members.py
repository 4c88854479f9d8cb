"""The members of a treaty on a day."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from secdb.errors import UsageError
from secdb.lookup import find_dataset, find_treaty
from secdb.reports.base import Report, Source, day, last_revision, sql
from secdb.reports.coverage import coverage_of
from secdb.vocabulary import Basis

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    from secdb.database.reader import Register, Row
    from secdb.reports.coverage import Coverage

SOURCE_KEYS = ("document", "title", "locator", "quotation", "start_char", "end_char", "url", "retrieved_on")
NO_DATA = {"member": None, "possible": None}
"""The count on a day that the dataset does not cover."""


@dataclass(frozen=True, slots=True)
class Member:
    """A State with a standing on the day; bounds are ISO days, `since` inclusive, `until` the first day no longer."""

    state: str
    name: str
    status: str
    standing: str
    since_earliest: str | None
    since_latest: str | None
    until_earliest: str | None
    until_latest: str | None
    opened_by: str | None
    closed_by: str | None
    origin: str
    sources: tuple[Source, ...]


def members(
    register: Register,
    treaty: str,
    on: str | dt.date | None = None,
    *,
    basis: str = "in-force",
    dataset: str = "register",
) -> Report[Member]:
    """Return who was a member of a treaty, or of the organization it founds, on a day.

    `on`: a day; a year or month means its last day; None is today. `basis`: `signed` counts signatories, contracting
    States, provisional appliers and parties, `consented` contracting States and parties, `in-force` parties. Suspended
    States are in `about["suspended"]` and never counted. Of a day that the dataset does not cover
    (`about["covered"]` is False) it has no data: no rows, and None for counts. Raises DateError, NotFoundError,
    AmbiguousError, UsageError.
    """
    on = day(on)
    basis = require_basis(basis)
    found = find_treaty(register, treaty)
    dataset = find_dataset(register, dataset)
    coverage = coverage_of(register, dataset)
    is_covered = coverage.has(on)
    rows = standings(register, found.treaty, on, basis, dataset) if is_covered else []
    proofs = sources(register, found.treaty, dataset)
    counted = [_member(row, coverage, proofs) for row in rows if row["status"] != "suspended"]
    suspended = [_member(row, coverage, proofs) for row in rows if row["status"] == "suspended"]
    about = {
        "treaty": found.asked,
        "title": found.title,
        "on": on,
        "basis": basis,
        "dataset": dataset,
        "revision": last_revision(register),
        "count": count(counted) if is_covered else dict(NO_DATA),
        "suspended": suspended,
        **coverage.about(on),
    }
    return Report("members", about, tuple(counted))


def standings(register: Register, treaty: str, on: str, basis: str, dataset: str) -> list[Row]:
    """Return the rows of members.sql: one per State, and one more where it is suspended."""
    return register.rows(sql("members"), treaty=treaty, on=on, basis=basis, dataset=dataset)


def sources(register: Register, treaty: str, dataset: str) -> dict[tuple[str, Any], list[Source]]:
    """Return the words behind each act (`("act", id)`) and behind each State's roster entries (`("roster", code)`)."""
    proofs: dict[tuple[str, Any], list[Source]] = {}
    for row in register.rows(sql("membership_sources"), treaty=treaty, dataset=dataset):
        key = (row["record"], row["record_id"] if row["record"] == "act" else row["state"])
        proofs.setdefault(key, []).append(Source(*(row[name] for name in SOURCE_KEYS)))
    return proofs


def behind(row: Row, proofs: dict[tuple[str, Any], list[Source]]) -> tuple[Source, ...]:
    """Return the sources of a period: of the acts that opened and closed it, or of the rosters it follows from."""
    keys: Iterable[tuple[str, Any]] = (("act", row["opened_by_act"]), ("act", row["closed_by_act"]))
    if row["origin"] == "rosters":
        keys = (("roster", row["state"]),)
    return tuple(dict.fromkeys(source for key in keys for source in proofs.get(key, ())))


def count(rows: Iterable[Member]) -> dict[str, int]:
    """Return how many are certain and how many possible."""
    standing = [row.standing for row in rows]
    return {"member": standing.count("member"), "possible": standing.count("possible")}


def require_basis(text: str) -> str:
    """Return the basis. Raises UsageError for a word that is none."""
    if text not in list(Basis):
        raise UsageError(f"the basis is one of {', '.join(Basis)}, not {text!r}")
    return text


def _member(row: Row, coverage: Coverage, proofs: dict[tuple[str, Any], list[Source]]) -> Member:
    names = {"since": "start", "until": "end"}
    bounds = {f"{side}_{bound}": f"{of}_{bound}" for side, of in names.items() for bound in ("earliest", "latest")}
    seen = coverage.seen(row | {of: row[side] for side, of in bounds.items()}) or row
    seen |= {side: seen[of] for side, of in bounds.items()} if coverage.is_limited else {}
    kept = {name: seen[name] for name in Member.__dataclass_fields__ if name != "sources"}
    return Member(**kept, sources=behind(seen, proofs))
