"""Engines for writing. Reports read over the standard library's sqlite3 instead (DESIGN 7)."""

from __future__ import annotations

import logging
from typing import Any

import sqlalchemy as sa

WAIT_SECONDS = 30  # a writer waits for the one before

# EXTRA: the rollback journal's folder is synced too, so that an acknowledged commit survives a power cut. 16 MB of
# pages: half a million acts load in a fifth less time than with the usual 2 MB, and in less than 128 MB all the same.
_PRAGMAS = (
    *("foreign_keys = ON", "synchronous = EXTRA", f"busy_timeout = {WAIT_SECONDS * 1000}"),
    "cache_size = -16000",
)

# what fails while a failure is cleared up is written to stderr, many lines of it, unless somebody takes it
for _name in ("sqlalchemy.pool", "psycopg"):
    logging.getLogger(_name).addHandler(logging.NullHandler())


def make_engine(url: str, *, foreign_keys: bool = True) -> sa.Engine:
    """Return an engine whose transactions are writers' from the start.

    SQLite: foreign keys on (migrations, which may make a table anew, have them off), BEGIN IMMEDIATE (a deferred
    transaction that turns into a writer's loses updates), DDL inside the transaction. PostgreSQL: READ COMMITTED;
    writers queue at the revision's lock.
    """
    if url.startswith("sqlite"):
        engine = sa.create_engine(url, poolclass=sa.pool.NullPool, connect_args={"timeout": WAIT_SECONDS})
        sa.event.listen(engine, "connect", _prepare)
        if not foreign_keys:
            sa.event.listen(engine, "connect", _leave_keys)
        sa.event.listen(engine, "begin", _begin)
        return engine
    return sa.create_engine(url, poolclass=sa.pool.NullPool)


def _prepare(connection: Any, _record: object) -> None:  # noqa: ANN401
    connection.isolation_level = None  # the driver starts no transaction of its own
    for pragma in _PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")


def _leave_keys(connection: Any, _record: object) -> None:  # noqa: ANN401
    connection.execute("PRAGMA foreign_keys = OFF")  # inside a transaction it would do nothing


def _begin(connection: sa.Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")
