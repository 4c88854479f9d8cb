"""What changed in the membership of a treaty between two days."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from secdb.errors import UsageError
from secdb.reports.base import Report, Source, day, last_revision, require_dataset, sql
from secdb.reports.lookup import find_treaty
from secdb.reports.members import SOURCE_KEYS, require_basis, sources, standings

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from secdb.database.reader import Register, Row

NONE = {"standing": "none", "status": None}


@dataclass(frozen=True, slots=True)
class Act:
    """An act between the two days that counts; dates in EDTF."""

    act: int
    kind: str
    date: str | None
    effect: str | None
    organ: str | None
    note: str | None
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class RosterBetween:
    """A list of members that a document between the two days gives."""

    roster: int
    treaty: str
    on: str
    body: str | None
    complete: int
    states: int
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """A State on the two days: `before` and `after` hold its standing and status, `between` the acts that count."""

    state: str
    name: str
    change: str
    before: Mapping[str, str | None]
    after: Mapping[str, str | None]
    between: tuple[Act, ...]
    sources: tuple[Source, ...]


def changes(  # noqa: PLR0913 - a report's options
    register: Register,
    treaty: str,
    from_: str,
    to: str,
    *,
    basis: str = "in-force",
    dataset: str = "register",
    unchanged: bool = False,
) -> Report[Change]:
    """Return how the members of a treaty differ on two days, State by State.

    Days as in `members` (a year means its last day). `change` is joined, left, returned (a member on both days, not
    throughout), suspended, resumed, status, renamed, possible (one of the days is not certain) or unchanged; the last
    only when `unchanged` is asked for. Raises UsageError when `from_` is after `to`; else as `members`.
    """
    first, last = day(from_), day(to)
    if first > last:
        raise UsageError(f"{first} is after {last}; give the earlier day first")
    basis = require_basis(basis)
    found = find_treaty(register, treaty)
    dataset = require_dataset(register, dataset)
    before, after = (standings(register, found.treaty, on, basis, dataset) for on in (first, last))
    proofs = sources(register, found.treaty, dataset)
    acts = _acts(register, found.treaty, dataset, first, last, proofs)
    broken = _broken(register, found.treaty, dataset, basis, first, last)
    rows = [
        _change(state, before, after, acts.get(state, ()), proofs.get(("roster", state), []), state in broken)
        for state in sorted({row["state"] for row in (*before, *after)} | broken)
    ]
    about = {
        "treaty": found.asked,
        "title": found.title,
        "from": first,
        "to": last,
        "basis": basis,
        "dataset": dataset,
        "revision": last_revision(register),
        "count_from": _count(before),
        "count_to": _count(after),
        "rosters": _rosters(register, found.treaty, dataset, first, last),
    }
    kept = [row for row in rows if unchanged or row.change != "unchanged"]
    return Report("changes", about, tuple(sorted(kept, key=lambda row: row.name)))


def _count(rows: Iterable[Row]) -> dict[str, int]:
    standing = [row["standing"] for row in rows if row["status"] != "suspended"]
    return {"member": standing.count("member"), "possible": standing.count("possible")}


def _acts(  # noqa: PLR0913 - what the query asks
    register: Register, treaty: str, dataset: str, first: str, last: str, proofs: Mapping[tuple[str, Any], list[Source]]
) -> dict[str, tuple[Act, ...]]:
    acts: dict[str, tuple[Act, ...]] = {}
    for row in register.rows(sql("acts_between"), treaty=treaty, dataset=dataset, from_day=first, to_day=last):
        values = {name: row[name] for name in Act.__dataclass_fields__ if name != "sources"}
        act = Act(**values, sources=tuple(proofs.get(("act", row["act"]), ())))
        acts[row["state"]] = (*acts.get(row["state"], ()), act)
    return acts


def _rosters(register: Register, treaty: str, dataset: str, first: str, last: str) -> list[RosterBetween]:
    rosters: dict[int, RosterBetween] = {}
    for row in register.rows(sql("rosters_between"), treaty=treaty, dataset=dataset, from_day=first, to_day=last):
        cited = () if row["document"] is None else (Source(*(row[name] for name in SOURCE_KEYS)),)
        known = rosters.get(row["roster"])
        values = {name: row[name] for name in RosterBetween.__dataclass_fields__ if name != "sources"}
        rosters[row["roster"]] = RosterBetween(**values, sources=(*(known.sources if known else ()), *cited))
    return list(rosters.values())


def _broken(register: Register, treaty: str, dataset: str, basis: str, first: str, last: str) -> set[str]:  # noqa: PLR0913
    """Return the States whose membership ended for certain, or may have, between the days: a break in it."""
    rows = register.rows(sql("breaks"), treaty=treaty, dataset=dataset, basis=basis, from_day=first, to_day=last)
    return {row["state"] for row in rows}


def _change(  # noqa: PLR0913 - the two days and what lies between
    state: str,
    before: Iterable[Row],
    after: Iterable[Row],
    acts: tuple[Act, ...],
    listed: list[Source],
    broken: bool,  # noqa: FBT001
) -> Change:
    old, new = _of(state, before), _of(state, after)
    named = new or old
    cited = [source for act in acts for source in act.sources]
    return Change(
        state=state,
        name=named["name"] if named else state,
        change=_kind(old, new, broken),
        before=_standing(old),
        after=_standing(new),
        between=acts,
        sources=tuple(dict.fromkeys([*cited, *listed])),
    )


def _of(state: str, rows: Iterable[Row]) -> Row | None:
    """Return the State's row; where it is possibly a member and possibly suspended, the member's."""
    found = [row for row in rows if row["state"] == state]
    return min(found, key=lambda row: (row["standing"] != "member", row["status"] == "suspended"), default=None)


def _standing(row: Row | None) -> dict[str, str | None]:
    return NONE if row is None else {"standing": _counted(row), "status": row["status"]}


def _counted(row: Row | None) -> str:
    """Return the standing as counted: a suspended State is no member."""
    standing: str = "none" if row is None or row["status"] == "suspended" else row["standing"]
    return standing


def _kind(old: Row | None, new: Row | None, broken: bool) -> str:  # noqa: FBT001, PLR0911 - one line a word
    pair = (_counted(old), _counted(new))
    if "possible" in pair and pair != ("possible", "possible"):
        return "possible"
    was, became = ((row or {}).get("status") for row in (old, new))
    if pair == ("none", "member"):
        return "resumed" if was == "suspended" else "joined"
    if pair == ("member", "none"):
        return "suspended" if became == "suspended" else "left"
    if pair == ("member", "member") and broken:
        return "returned"
    if was != became:
        return _without_counting(was, became)
    if old and new and old["name"] != new["name"]:
        return "renamed"
    return "unchanged"


def _without_counting(was: str | None, became: str | None) -> str:
    """Name a change of status in which the State counts on both days or on neither."""
    if became == "suspended":
        return "suspended"
    return "left" if was == "suspended" else "status"
