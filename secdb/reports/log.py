"""What was changed, when, by whom and why: the revisions, one of them field by field, and what two say differently."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Any

from secdb import lookup
from secdb.errors import NotFoundError, UsageError
from secdb.reports.base import Report, day, last_revision, sql
from secdb.reports.naming import CODED, LABELS, Names, parsed

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator

    from secdb.database.reader import Register, Row
    from secdb.reports.naming import Fields

NOUNS = sorted({*CODED, *LABELS, "act", "citation"})
OPERATIONS = ("insert", "update", "delete")

_FIND: dict[str, Callable[[Register, str], str]] = {
    "state": lookup.find_state,
    "person": lookup.find_person,
    "treaty": lambda register, name: lookup.find_treaty(register, name).treaty,
    "organization": lookup.find_organization,
    "document": lookup.find_document,
    "statement": lookup.find_statement,
}
_DIGITS = 9
_BYTES = "\\x"  # begins bytes in the log, which stand there as hexadecimal


@dataclass(frozen=True, slots=True)
class LoggedRevision:
    """A revision; `outside` = 1 for a write by another program, `tables` says how many rows of which were changed."""

    revision: int
    author: str | None
    message: str | None
    program: str | None
    opened_at: str
    closed_at: str | None
    outside: int
    changes: int
    tables: str
    hash: str | None


@dataclass(frozen=True, slots=True)
class ChangedField:
    """One field of a record that is not what it was; of a record added or removed, each field that it has.

    `record` is its code, or its number; references are codes too. Of the file received with a document `old` and `new`
    say how many bytes it has.
    """

    table: str
    record: str | int
    label: str
    operation: str
    field: str
    old: Any
    new: Any


def log(  # noqa: PLR0913 - each is a filter
    register: Register,
    *,
    author: str | None = None,
    since: str | None = None,
    until: str | None = None,
    record: str | None = None,
    limit: int | None = None,
) -> Report[LoggedRevision]:
    """Return the revisions, the newest first.

    `author`: part of the name, in any case. `since`, `until`: days (UTC) or partial dates, both inclusive. `record`:
    noun and number or name, as `act:12` or `state:ARM`; a code that a record had once will do. Raises UsageError,
    DateError, NotFoundError.
    """
    first, last = _first_day(since), None if until is None else day(until)
    touching = None if record is None else _revisions_of(register, record)
    found: list[Row] = []
    for row in register.stream(sql("log/revisions")):
        if _passes(row, author, first, last, touching):
            found.append(row)
        if limit is not None and len(found) >= limit:
            break
    given = {"author": author, "since": first, "until": last, "record": record, "limit": limit}
    about = {**{name: value for name, value in given.items() if value is not None}, "revision": last_revision(register)}
    return Report("log", about, tuple(_with_tables(register, found)))


def log_show(register: Register, number: int) -> Report[ChangedField]:
    """Return what a revision changed, field by field in the order of its changes. Raises NotFoundError."""
    revision = _revision(register, number)
    names = Names(register, number)
    rows = [
        field
        for change in register.rows(sql("log/changes"), revision=number)
        for field in _fields(
            names, change["table_name"], change["row_id"], parsed(change["old"]), parsed(change["new"])
        )
    ]
    about = {name: getattr(revision, name) for name in LoggedRevision.__slots__}
    return Report("log show", about, tuple(rows))


def diff(register: Register, number: int, other: int) -> Report[ChangedField]:
    """Return what the register says differently at two revisions, the first being what was; 0 = before anything.

    What was changed in between and changed back does not show. Raises NotFoundError.
    """
    for one in (number, other):
        if one:
            _revision(register, one)
    names = Names(register, max(number, other))
    rows: list[ChangedField] = []
    counted = dict.fromkeys(OPERATIONS, 0)
    for (table, row_id), (old, new) in _ends(register, min(number, other), max(number, other)):
        before, after = (old, new) if number <= other else (new, old)
        fields = list(_fields(names, table, row_id, before, after))
        if fields:
            counted[fields[0].operation] += 1
        rows += fields
    about = {
        "from": number,
        "to": other,
        "count": {"added": counted["insert"], "changed": counted["update"], "removed": counted["delete"]},
    }
    return Report("diff", about, tuple(rows))


def _first_day(text: str | None) -> str | None:
    if text is None:
        return None
    from secdb.period import parse_date

    first = parse_date(text).earliest
    return None if first is None else first.isoformat()


def _passes(
    row: Row, author: str | None, first: str | None, last: str | None, touching: Collection[int] | None
) -> bool:
    on = row["opened_at"][:10]
    return (
        (author is None or author.casefold() in (row["author"] or "").casefold())
        and (first is None or first <= on)
        and (last is None or on <= last)
        and (touching is None or row["revision"] in touching)
    )


def _with_tables(register: Register, found: list[Row]) -> Iterator[LoggedRevision]:
    if not found:
        return
    counts: dict[int, list[str]] = {}
    span = {"first": found[-1]["revision"], "last": found[0]["revision"]}
    for row in register.rows(sql("log/tables"), **span):
        counts.setdefault(row["revision"], []).append(f"{row['table_name']} {row['changes']}")
    for row in found:
        yield LoggedRevision(**row, tables=", ".join(counts.get(row["revision"], ())))


def _revision(register: Register, number: int) -> LoggedRevision:
    rows = register.rows(sql("log/revision"), revision=number)
    if not rows:
        last = last_revision(register)
        raise NotFoundError(f"there is no revision {number}; the last is {last}; list them all with: secdb log")
    return next(_with_tables(register, rows))


def _revisions_of(register: Register, record: str) -> set[int]:
    noun, _, name = record.partition(":")
    table = noun.strip().lower().replace("-", "_")
    if table not in NOUNS or not name.strip():
        raise UsageError(f"{record[:40]!r} names no record; write a noun and a number or name, as act:12 or state:ARM")
    ids = _row_ids(register, table, name.strip())
    return {
        row["revision"] for row_id in ids for row in register.rows(sql("log/record"), table_name=table, row_id=row_id)
    }


def _row_ids(register: Register, table: str, name: str) -> set[int]:
    """Return the numbers of the rows of that number, or of that code or name now or ever."""
    if table not in CODED:
        if not (name.isascii() and name.isdigit() and len(name) <= _DIGITS):
            raise UsageError(f"{table}:{name[:40]} names no record; a {table} has a number, as {table}:12")
        return {int(name)}
    rows = [(row["row_id"], parsed(row["old"]), parsed(row["new"])) for row in _rows(register, table)]
    found = {row_id for row_id, *states in rows for one in states if one and one["code"].casefold() == name.casefold()}
    if found or table not in _FIND:
        return found
    code = _FIND[table](register, name)
    return {row_id for row_id, _, new in rows if new and new["code"] == code}


def _rows(register: Register, table: str) -> Iterator[Row]:
    return register.stream(sql("log/rows"), table_name=table)


def _ends(
    register: Register, after: int, last: int
) -> Iterator[tuple[tuple[str, int], tuple[Fields | None, Fields | None]]]:
    """Yield each row changed between two revisions with what it was at either."""
    changes = register.stream(sql("log/between"), after=after, last=last)
    for key, group in groupby(changes, lambda row: (row["table_name"], row["row_id"])):
        states = list(group)
        yield key, (parsed(states[0]["old"]), parsed(states[-1]["new"]))


def _fields(names: Names, table: str, row_id: int, old: Fields | None, new: Fields | None) -> Iterator[ChangedField]:
    row = new or old
    if row is None:
        return
    operation = "insert" if old is None else "delete" if new is None else "update"
    before, after = names.named(old or {}), names.named(new or {})
    record, label = names.record(table, row_id, row), names.label(table, row)
    for field in sorted({**after, **before}):  # the log of each engine has an order of its own
        was, now = before.get(field), after.get(field)
        if was != now:
            yield ChangedField(table, record, label, operation, field, _told(field, was), _told(field, now))


def _told(field: str, value: Any) -> Any:  # noqa: ANN401 - of any column
    """Return a value, of a received file only how long it is: its hash, a field of its own, tells it from others."""
    if field != "received" or not isinstance(value, str):
        return value
    return f"{len(value.removeprefix(_BYTES)) // 2} bytes"
