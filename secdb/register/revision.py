"""The unit of work of every write: one transaction, one revision, sealed when it closes."""

from __future__ import annotations

import datetime as dt
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

import sqlalchemy as sa
from sqlalchemy.orm import Session

from secdb import __version__
from secdb.errors import RefusedError
from secdb.models import Change, Revision
from secdb.register.history.chain import seal

if TYPE_CHECKING:
    from collections.abc import Iterator

WRITERS_LOCK = 5032002
"""The key of PostgreSQL's advisory lock under which writers queue; triggers and migrations take the same."""


@dataclass(slots=True)
class Writer:
    """One revision being written: all writing goes through `session`.

    `number` is the revision's number; None after the block when nothing was kept: no change, a dry run, an error.
    """

    session: Session
    number: int | None


@contextmanager
def revise(bind: sa.Engine | sa.Connection, *, author: str, message: str, dry_run: bool = False) -> Iterator[Writer]:
    """Write one revision: everything in the block is committed at its end, or nothing.

    `bind` is an engine, or a connection that is in no transaction. A block that changes no row leaves no revision,
    nor does a `dry_run`, in which the block sees its own effect. Writes made by other programs meanwhile are sealed
    first. Raises RefusedError without an author or a message.
    """
    if not author.strip() or not message.strip():
        raise RefusedError("a revision needs an author and a message; give both")
    if isinstance(bind, sa.Engine):
        with bind.connect() as connection, _revision(connection, author, message, dry_run=dry_run) as writer:
            yield writer
    else:
        with _revision(bind, author, message, dry_run=dry_run) as writer:
            yield writer


@contextmanager
def _revision(connection: sa.Connection, author: str, message: str, *, dry_run: bool) -> Iterator[Writer]:
    with connection.begin() as transaction, Session(connection, join_transaction_mode="create_savepoint") as session:
        _queue(connection)
        last = _seal_outside_writes(connection)
        number = _open(connection, author, message)
        writer = Writer(session, number)
        try:
            yield writer
            session.commit()
        finally:
            writer.number = None
        if dry_run or not _has_changes(connection, number):
            transaction.rollback()
            return
        _close(connection, number)
        seal(connection, number, last)
        transaction.commit()
        writer.number = number


def utc_now() -> str:
    """Return the time as revisions have it: UTC, ISO 8601 with milliseconds."""
    return dt.datetime.now(dt.UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def _queue(connection: sa.Connection) -> None:
    """Wait for other writers; SQLite does so when the transaction begins."""
    if connection.dialect.name == "postgresql":
        connection.execute(sa.select(sa.func.pg_advisory_xact_lock(WRITERS_LOCK)))


def _seal_outside_writes(connection: sa.Connection) -> str | None:
    """Seal what other programs wrote after the last sealed revision, and return the last hash."""
    connection.execute(sa.update(Revision).where(Revision.closed_at.is_(None)).values(closed_at=utc_now()))
    newest = sa.select(Revision.id, Revision.hash).where(Revision.hash.is_not(None)).order_by(Revision.id.desc())
    number, last = connection.execute(newest.limit(1)).one_or_none() or (0, None)
    for unsealed in connection.scalars(sa.select(Revision.id).where(Revision.id > number).order_by(Revision.id)).all():
        last = seal(connection, unsealed, last)
    return last


def _open(connection: sa.Connection, author: str, message: str) -> int:
    number: int = connection.scalars(sa.select(sa.func.coalesce(sa.func.max(Revision.id), 0) + 1)).one()
    values = {"id": number, "author": author, "message": message, "program": f"secdb {__version__}"}
    connection.execute(sa.insert(Revision).values(**values, opened_at=utc_now()))
    return number


def _has_changes(connection: sa.Connection, number: int) -> bool:
    return bool(connection.scalar(sa.select(sa.exists().where(Change.revision_id == number))))


def _close(connection: sa.Connection, number: int) -> None:
    connection.execute(sa.update(Revision).where(Revision.id == number).values(closed_at=utc_now()))
