"""What changed in the membership of a treaty between two days."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any

from secdb.errors import UsageError
from secdb.lookup import find_dataset, find_treaty
from secdb.reports.base import Report, Source, day, last_revision, sql
from secdb.reports.coverage import coverage_of
from secdb.reports.members import NO_DATA, SOURCE_KEYS, require_basis, sources, standings

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Mapping, Sequence

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


@dataclass(frozen=True, slots=True)
class _Asked:
    """What is compared: the parameters of the SQL files."""

    treaty: str
    dataset: str
    basis: str
    from_day: str
    to_day: str

    def rows(self, register: Register, name: str) -> list[Row]:
        text = sql(name)
        known = {field.name: getattr(self, field.name) for field in fields(self)}
        return register.rows(text, **{name: value for name, value in known.items() if f":{name}" in text})


@dataclass(frozen=True, slots=True)
class _Found:
    """What the register says of the two days and the time between."""

    before: Sequence[Row]
    after: Sequence[Row]
    acts: Mapping[str, tuple[Act, ...]]
    proofs: Mapping[tuple[str, Any], Sequence[Source]]
    listed: Mapping[str, Sequence[Source]]
    broken: frozenset[str]


def changes(  # noqa: PLR0913 - a report's options
    register: Register,
    treaty: str,
    from_: str | dt.date,
    to: str | dt.date,
    *,
    basis: str = "in-force",
    dataset: str = "register",
    unchanged: bool = False,
) -> Report[Change]:
    """Return how the members of a treaty differ on two days, State by State.

    Days as in `members` (a year means its last day). `change` is joined, left, returned (a member on both days, not
    throughout), suspended, resumed, status, renamed, possible (one of the days is not certain) or unchanged; the last
    only when `unchanged` is asked for. Where the dataset does not cover one of the days (`about["covered"]` False) it
    has no data: no rows, and no count of that day. Raises UsageError when `from_` is after `to`; else as `members`.
    """
    first, last = day(from_), day(to)
    if first > last:
        raise UsageError(f"{first} is after {last}; give the earlier day first")
    found = find_treaty(register, treaty)
    asked = _Asked(found.treaty, find_dataset(register, dataset), require_basis(basis), first, last)
    coverage = coverage_of(register, asked.dataset)
    known = _look(register, asked)
    about = {
        "treaty": found.asked,
        "title": found.title,
        "from": first,
        "to": last,
        "basis": asked.basis,
        "dataset": asked.dataset,
        "revision": last_revision(register),
        "count_from": _count(known.before) if coverage.has(first) else dict(NO_DATA),
        "count_to": _count(known.after) if coverage.has(last) else dict(NO_DATA),
        "rosters": _rosters(register, asked),
        **coverage.about(first, last),
    }
    states = sorted({row["state"] for row in (*known.before, *known.after)} | known.broken)
    rows = [_change(state, known) for state in states] if coverage.has(first, last) else []
    kept = [row for row in rows if unchanged or row.change != "unchanged"]
    return Report("changes", about, tuple(sorted(kept, key=lambda row: row.name)))


def _look(register: Register, asked: _Asked) -> _Found:
    before, after = (
        standings(register, asked.treaty, on, asked.basis, asked.dataset) for on in (asked.from_day, asked.to_day)
    )
    proofs = sources(register, asked.treaty, asked.dataset)
    broken = frozenset(row["state"] for row in asked.rows(register, "breaks"))
    listed: dict[str, list[Source]] = {}
    for row in asked.rows(register, "listed_between"):
        listed.setdefault(row["state"], []).append(Source(*(row[name] for name in SOURCE_KEYS)))
    return _Found(before, after, _acts(register, asked, proofs), proofs, listed, broken)


def _count(rows: Iterable[Row]) -> dict[str, int]:
    standing = [row["standing"] for row in rows if row["status"] != "suspended"]
    return {"member": standing.count("member"), "possible": standing.count("possible")}


def _acts(
    register: Register, asked: _Asked, proofs: Mapping[tuple[str, Any], Sequence[Source]]
) -> dict[str, tuple[Act, ...]]:
    acts: dict[str, tuple[Act, ...]] = {}
    for row in asked.rows(register, "acts_between"):
        values = {name: row[name] for name in Act.__dataclass_fields__ if name != "sources"}
        act = Act(**values, sources=tuple(proofs.get(("act", row["act"]), ())))
        acts[row["state"]] = (*acts.get(row["state"], ()), act)
    return acts


def _rosters(register: Register, asked: _Asked) -> list[RosterBetween]:
    rosters: dict[int, RosterBetween] = {}
    for row in asked.rows(register, "rosters_between"):
        cited = () if row["document"] is None else (Source(*(row[name] for name in SOURCE_KEYS)),)
        known = rosters.get(row["roster"])
        values = {name: row[name] for name in RosterBetween.__dataclass_fields__ if name != "sources"}
        rosters[row["roster"]] = RosterBetween(**values, sources=(*(known.sources if known else ()), *cited))
    return list(rosters.values())


def _change(state: str, known: _Found) -> Change:
    old, new = _of(state, known.before), _of(state, known.after)
    named = new or old
    acts = known.acts.get(state, ())
    # a list of another time says nothing of this change, unless the period itself is known from lists alone
    by_lists = any(row["origin"] == "rosters" for row in (old, new) if row)
    lists = known.proofs.get(("roster", state), ()) if by_lists else known.listed.get(state, ())
    cited = [source for act in acts for source in act.sources]
    return Change(
        state=state,
        name=named["name"] if named else state,
        change=_kind(old, new, broken=state in known.broken),
        before=_standing(old),
        after=_standing(new),
        between=acts,
        sources=tuple(dict.fromkeys([*cited, *lists])),
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


def _kind(old: Row | None, new: Row | None, *, broken: bool) -> str:  # noqa: PLR0911 - one line a word
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
