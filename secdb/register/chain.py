"""The chain of revisions: each is sealed by a hash over the one before, itself and its changes.

The hash is SHA-256 over lines of UTF-8, each ended by a line feed: the hash of the revision before (an empty line
for the first), then as canonical JSON (keys sorted, no spaces, nothing escaped that need not be) the revision and its
changes in the order they were made. The same on every engine, so a register can be checked after a move.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from secdb.models import Change, Revision

if TYPE_CHECKING:
    from collections.abc import Iterator

_SIGNED = (Revision.author, Revision.message, Revision.program, Revision.opened_at, Revision.closed_at)
_AT_ONCE = 1_000  # changes held in memory


@dataclass(frozen=True, slots=True)
class HistoryProblem:
    """What is wrong with a revision; `rule`: `missing`, `open`, `outside`, `previous` or `hash`."""

    revision: int
    rule: str
    message: str


def verify(connection: sa.Connection) -> list[HistoryProblem]:
    """Recompute the whole chain and return what does not fit, the first bad revision first; empty = it is whole.

    Writes by outside clients that no later revision has sealed are reported too (`outside`): nothing vouches for
    them yet.
    """
    problems: list[HistoryProblem] = []
    number, previous = 0, None
    for row in connection.execute(sa.select(*Revision.__table__.c).order_by(Revision.id)).all():
        if row.id != number + 1:
            message = f"revision {number + 1} is missing: the one after {number} is {row.id}"
            problems.append(HistoryProblem(number + 1, "missing", message))
        if found := _fault(connection, row, previous):
            problems.append(HistoryProblem(row.id, *found))
        number, previous = row.id, row.hash
    return problems


def seal(connection: sa.Connection, number: int, previous: str | None) -> str:
    """Put its hash on a closed revision and return it; `previous` is that of the revision before."""
    row = connection.execute(sa.select(*Revision.__table__.c).where(Revision.id == number)).one()
    sealed = _hash(connection, row, previous)
    values = {"previous_hash": previous, "hash": sealed}
    connection.execute(sa.update(Revision).where(Revision.id == number).values(values))
    return sealed


def _fault(connection: sa.Connection, row: sa.Row[Any], previous: str | None) -> tuple[str, str] | None:
    """Return the rule that a revision breaks, with the message."""
    if row.closed_at is None:
        return "open", f"revision {row.id} was never closed"
    if row.hash is None:
        return "outside", f"revision {row.id} was written by another program and no later revision has sealed it"
    if row.previous_hash != previous:
        return "previous", f"revision {row.id} does not follow the one before: that has another hash"
    if row.hash != _hash(connection, row, previous):
        return "hash", f"revision {row.id} or its changes are not what they were when it was sealed"
    return None


def _hash(connection: sa.Connection, row: sa.Row[Any], previous: str | None) -> str:
    digest = hashlib.sha256(f"{previous or ''}\n".encode())
    head = {"number": row.id, **{column.key: getattr(row, column.key) for column in _SIGNED}}
    digest.update(_canonical(head))
    for change in _changes(connection, row.id):
        digest.update(_canonical(change))
    return digest.hexdigest()


def _changes(connection: sa.Connection, number: int) -> Iterator[dict[str, object]]:
    """Yield the changes of a revision in their order, without reading them all at once."""
    query = (
        sa.select(Change.table_name, Change.row_id, Change.operation, Change.old, Change.new)
        .where(Change.revision_id == number)
        .order_by(Change.id)
        .execution_options(yield_per=_AT_ONCE)
    )
    for table, record_id, operation, old, new in connection.execute(query):
        yield {"table": table, "id": record_id, "operation": operation, "old": _parsed(old), "new": _parsed(new)}


def _parsed(stored: object) -> object:
    """Return what a JSON column holds: text on SQLite, read already on PostgreSQL."""
    return json.loads(stored) if isinstance(stored, str) else stored


def _canonical(value: object) -> bytes:
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode() + b"\n"
