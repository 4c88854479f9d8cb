"""Derivation put off during a bulk load: keys touched are queued, and their periods derived once at the end."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

import sqlalchemy as sa

from secdb.models import Base, DerivationSwitch

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy.orm import Session

_AT_ONCE = 10_000  # keys held in memory
_KEY = ("dataset_id", "treaty_id", "state_id")
_QUEUE = Base.metadata.tables["membership_refresh"]
_KNOWN = sa.table("membership_key", *(sa.column(name) for name in _KEY))


@contextmanager
def paused(session: Session) -> Iterator[None]:
    """Put derivation off until the block ends; then the periods of every key touched are derived.

    An exception undoes what the block wrote, the switch included. Inside another such block this does nothing.
    """
    if not session.scalar(sa.select(DerivationSwitch.enabled)):
        yield
        return
    with session.begin_nested():
        _turn(session, on=False)
        yield
        session.flush()
        _turn(session, on=True)
        _derive_queued(session.connection())
    session.expire_all()


def rebuild(session: Session) -> None:
    """Derive every membership period anew; the same facts give the same rows."""
    with paused(session):
        session.execute(sa.insert(_QUEUE).from_select(_KEY, sa.except_(_keys(_KNOWN), _keys(_QUEUE))))


def _derive_queued(connection: sa.Connection) -> None:
    """Queue every queued key again: with the switch on, the database derives its periods and takes it off the queue."""
    this = sa.and_(*(_QUEUE.c[name] == sa.bindparam(f"this_{name}") for name in _KEY))
    while keys := connection.execute(_keys(_QUEUE).limit(_AT_ONCE)).mappings().all():
        connection.execute(
            sa.delete(_QUEUE).where(this), [{f"this_{name}": key[name] for name in _KEY} for key in keys]
        )
        connection.execute(sa.insert(_QUEUE), [dict(key) for key in keys])


def _keys(table: sa.FromClause) -> sa.Select[tuple[int, int, int]]:
    return sa.select(*(table.c[name] for name in _KEY))


def _turn(session: Session, *, on: bool) -> None:
    session.execute(sa.update(DerivationSwitch).values(enabled=int(on)))
