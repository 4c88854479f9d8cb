"""The chain of revisions: each is sealed by a hash over the one before, itself and its changes.

The hash is SHA-256 over lines of UTF-8, each ended by a line feed: the hash of the revision before (an empty line
for the first), then as canonical JSON (keys sorted, no spaces, nothing escaped that need not be) the revision and its
changes in the order they were made. The same on every engine, so a register can be checked after a move.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from secdb.models import Change, Revision
from secdb.register.history.kept import row_faults
from secdb.register.history.lines import canonical, decoded
from secdb.register.history.logged import Log, exact

if TYPE_CHECKING:
    from collections.abc import Iterator

ERROR, NOTICE = "error", "notice"

_SIGNED = ("author", "message", "program", "opened_at", "closed_at")


@dataclass(frozen=True, slots=True)
class HistoryProblem:
    """What is wrong with a revision, or a `notice` of what is no fault; `revision` is None for a row that has none.

    `rule`: `missing`, `open`, `unsealed`, `outside` (written by another program; a notice once it is sealed),
    `previous`, `form`, `hash`, or `row` (a record is not what the log says); those of the guards beside them.
    """

    revision: int | None
    rule: str
    message: str
    severity: str = ERROR


@dataclass(frozen=True, slots=True)
class Verification:
    """What was found: how many revisions there are, the last one's hash, and the findings, the first bad one first."""

    revisions: int
    head: str | None
    findings: tuple[HistoryProblem, ...]

    @property
    def problems(self) -> list[HistoryProblem]:
        """The findings that are faults; none = the history is whole."""
        return [found for found in self.findings if found.severity == ERROR]


def verify(connection: sa.Connection) -> list[HistoryProblem]:
    """Recompute the whole chain and return what does not fit, the first bad revision first; empty = it is whole.

    Writes by outside clients that no later revision has sealed are reported too (`outside`): nothing vouches for
    them yet.
    """
    return examine(connection).problems


def examine(connection: sa.Connection) -> Verification:
    """Recompute the whole chain, compare every record with its last change, and return what was found."""
    revisions = list(_revisions(connection))
    findings = [*_chain_faults(connection, revisions), *_stray_changes(connection)]
    findings.sort(key=lambda found: found.revision or 0)
    findings += [HistoryProblem(number, "row", message) for number, message in row_faults(connection)]
    sealed = [row.hash for row in revisions if row.hash is not None]
    return Verification(len(revisions), sealed[-1] if sealed else None, tuple(findings))


def seal(connection: sa.Connection, number: int, previous: str | None) -> str:
    """Put its hash on a closed revision and return it; `previous` is that of the revision before."""
    [row] = _revisions(connection, number)
    digest = _begun(row, previous)
    for lines in Log(connection).contents(number):
        digest.update(lines)
    sealed = digest.hexdigest()
    values = {"previous_hash": previous, "hash": sealed}
    connection.execute(sa.update(Revision).where(Revision.id == number).values(values))
    return sealed


@dataclass(frozen=True, slots=True)
class _Row:
    """A row of `revision` as it is stored."""

    id: int
    author: str | None
    message: str | None
    program: str | None
    opened_at: str
    closed_at: str | None
    previous_hash: str | None
    hash: str | None


def _revisions(connection: sa.Connection, number: int | None = None) -> Iterator[_Row]:
    columns = [exact(connection, column) for column in Revision.__table__.c]
    query = sa.select(*columns).order_by(Revision.id)
    if number is not None:
        query = query.where(Revision.id == number)
    for values in connection.execute(query):
        yield _Row(*(decoded(value) for value in values))


def _chain_faults(connection: sa.Connection, revisions: list[_Row]) -> Iterator[HistoryProblem]:
    log = Log(connection)
    number, previous = 0, None
    for row in revisions:
        if row.id != number + 1:
            message = f"revision {number + 1} is missing: the one after {number} is {row.id}"
            yield HistoryProblem(number + 1, "missing", message)
        if found := _fault(log, row, previous):
            yield HistoryProblem(row.id, *found)
        elif row.author is None:
            yield HistoryProblem(row.id, "outside", f"revision {row.id} was written by another program", NOTICE)
        number, previous = row.id, row.hash


def _stray_changes(connection: sa.Connection) -> Iterator[HistoryProblem]:
    """Tell of changes whose revision is gone: an outside client may leave foreign keys off."""
    query = sa.select(Change.revision_id).distinct().where(Change.revision_id.not_in(sa.select(Revision.id)))
    for number in connection.scalars(query.order_by(Change.revision_id)):
        yield HistoryProblem(number, "missing", f"revision {number} is missing: there are changes that belong to it")


def _fault(log: Log, row: _Row, previous: str | None) -> tuple[str, str] | None:
    """Return the rule that a revision breaks, with the message."""
    if row.closed_at is None:
        return "open", f"revision {row.id} was never closed"
    if row.hash is not None:
        return _broken_seal(log, row, previous)
    if row.author is not None:
        return "unsealed", f"revision {row.id} is signed by {row.author} but not sealed: its hash is missing"
    return "outside", f"revision {row.id} was written by another program and no later revision has sealed it"


def _broken_seal(log: Log, row: _Row, previous: str | None) -> tuple[str, str] | None:
    if row.previous_hash != previous:
        return "previous", f"revision {row.id} does not follow the one before: that has another hash"
    found = _hashed(log, row, previous)
    if found.malformed is not None:
        return "form", f"change {found.malformed} of revision {row.id} is not written as the register writes it"
    if row.hash not in {found.hash, found.early}:
        return "hash", f"revision {row.id} or its changes are not what they were when it was sealed"
    return None


@dataclass(frozen=True, slots=True)
class _Hashed:
    """The hash of a revision, the one that early programs gave it, and the first change that is not in form."""

    hash: str
    early: str
    malformed: int | None


def _hashed(log: Log, row: _Row, previous: str | None) -> _Hashed:
    # The first programs sealed a change without its own number, so another number could be put in its place unseen.
    # What they sealed still counts: a revision sealed with the numbers and then tampered with fits neither hash,
    # as nobody finds a text without the numbers that gives the hash of one with them.
    digest = _begun(row, previous)
    early = digest.copy()
    malformed = None
    for change in log.changes(row.id):
        early.update(canonical(change.content))
        digest.update(canonical({"change": change.id, **change.content}))
        if malformed is None and not change.is_in_form:
            malformed = change.id
    return _Hashed(digest.hexdigest(), early.hexdigest(), malformed)


def _begun(row: _Row, previous: str | None) -> hashlib._Hash:
    """Return the digest of the hash before and the revision itself, to be updated with its changes."""
    digest = hashlib.sha256(f"{previous or ''}\n".encode())
    head: dict[str, Any] = {"number": row.id, **{name: getattr(row, name) for name in _SIGNED}}
    digest.update(canonical(head))
    return digest
