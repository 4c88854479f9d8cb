"""Derivation put off during a bulk load: keys touched are queued, and their periods derived once at the end."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

import sqlalchemy as sa

from secdb.models import Base, DerivationSwitch, MembershipPeriod, MembershipRefresh

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy.orm import Session

_SHARE = (
    8  # reading the whole view costs as much as deriving every eighth key by itself (measured: 4 SQLite, 15 PostgreSQL)
)

_KEY = ("dataset_id", "treaty_id", "state_id")
_QUEUE = Base.metadata.tables["membership_refresh"]
_EVENTS = Base.metadata.tables["membership_event"]
_PERIODS = Base.metadata.tables["membership_period"]
_KNOWN = sa.table("membership_key", *(sa.column(name) for name in _KEY))
# The views from which the database itself derives one key at a time.
_SOURCES = {
    _EVENTS: sa.table("standing_act", *(sa.column(column.name) for column in _EVENTS.c)),
    _PERIODS: sa.table("derived_period", *(sa.column(column.name) for column in _PERIODS.c)),
}
# What the view has for "no limit", where the table has NULL.
_UNLIMITED: dict[str, dict[str, sa.ColumnElement[object]]] = {
    "sqlite": {"earliest": sa.literal_column("''"), "latest": sa.literal_column("'~'")},
    "postgresql": {
        "earliest": sa.literal_column("date '-infinity'"),
        "latest": sa.literal_column("date 'infinity'"),
    },
}


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
        _derive_queued(session)
    session.expire_all()


def rebuild(session: Session) -> None:
    """Derive every membership period anew; the same facts give the same rows."""
    with paused(session):
        session.execute(sa.insert(_QUEUE).from_select(_KEY, sa.except_(_keys(_KNOWN), _keys(_QUEUE))))


def _derive_queued(session: Session) -> None:
    """Derive the periods of the queued keys, in the way that is quicker, and turn the switch on."""
    connection = session.connection()
    queued = session.scalar(sa.select(sa.func.count()).select_from(MembershipRefresh)) or 0
    present = session.scalar(sa.select(sa.func.count()).select_from(MembershipPeriod)) or 0
    if queued * _SHARE > present:
        _derive_together(connection)
    _turn(session, on=True)  # the database derives what is still queued, key by key


def _derive_together(connection: sa.Connection) -> None:
    """Derive all queued keys at once, reading each view once, and empty the queue."""
    _analyze(connection, "act", "roster", "roster_entry", _QUEUE.name)
    for table, source in _SOURCES.items():
        connection.execute(sa.delete(table).where(_is_queued(table)))
        unlimited = _UNLIMITED[connection.dialect.name] if table is _EVENTS else {}
        values = [
            sa.func.nullif(column, unlimited[column.name]) if column.name in unlimited else column
            for column in source.c
        ]
        derived = sa.select(*values).where(_is_queued(source))
        connection.execute(sa.insert(table).from_select([column.name for column in source.c], derived))
        _analyze(connection, table.name)
    connection.execute(sa.delete(_QUEUE))


def _is_queued(table: sa.FromClause) -> sa.ColumnElement[bool]:
    return sa.tuple_(*(table.c[name] for name in _KEY)).in_(_keys(_QUEUE))


def _analyze(connection: sa.Connection, *tables: str) -> None:
    """Let PostgreSQL count what has just been written: it would plan for empty tables."""
    if connection.dialect.name == "postgresql":
        connection.exec_driver_sql(f"ANALYZE {', '.join(tables)}")


def _keys(table: sa.FromClause) -> sa.Select[tuple[int, int, int]]:
    return sa.select(*(table.c[name] for name in _KEY))


def _turn(session: Session, *, on: bool) -> None:
    session.execute(sa.update(DerivationSwitch).values(enabled=int(on)))
