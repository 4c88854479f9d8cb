"""A reader on PostgreSQL holds nothing while it waits, cannot write, and as a snapshot sees nothing new."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING, Any

import psycopg
import pytest
import sqlalchemy as sa

import secdb
from secdb.database import locate
from secdb.database.server import ServerReader

if TYPE_CHECKING:
    from collections.abc import Iterator

STATES = "SELECT count(*) AS number FROM states"
_HOLDING = """
SELECT state, locks FROM (
  SELECT state, (SELECT count(*) FROM pg_locks WHERE pid = a.pid AND mode = 'AccessShareLock') AS locks
  FROM pg_stat_activity AS a WHERE datname = current_database() AND pid <> pg_backend_pid()
) AS b WHERE state LIKE 'idle in transaction%' OR locks > 0
"""


@pytest.fixture
def beside(seeded_server: str) -> Iterator[psycopg.Connection[Any]]:
    """Return a connection of another program."""
    with psycopg.connect(seeded_server, autocommit=True) as connection:
        yield connection


def holding(beside: psycopg.Connection[Any]) -> list[tuple[str, int]]:
    """Return state and locks of those that hold something."""
    return beside.execute(_HOLDING).fetchall()


def test_a_reader_that_waits_has_no_transaction_and_no_lock(
    seeded_server: str, beside: psycopg.Connection[Any]
) -> None:
    with secdb.open(seeded_server) as register:
        assert register.rows(STATES)[0]["number"] > 100
        assert holding(beside) == []


def test_a_stream_that_is_half_read_holds_nothing_either(seeded_server: str, beside: psycopg.Connection[Any]) -> None:
    with secdb.open(seeded_server) as register:
        states, treaties = register.stream("SELECT * FROM states"), register.stream("SELECT * FROM treaties")
        assert next(states)["state"] != next(states)["state"]
        assert next(treaties)["treaty"]
        assert holding(beside) == []
        assert next(states)["state"]


def test_a_snapshot_stays_one_transaction(seeded_server: str, beside: psycopg.Connection[Any]) -> None:
    with closing(ServerReader(locate(seeded_server), snapshot=True)) as reader:
        list(reader.rows(STATES, {}))
        [(state, locks)] = holding(beside)
        assert state == "idle in transaction"
        assert locks


def test_a_reader_cannot_write(seeded_server: str) -> None:
    with secdb.open(seeded_server) as register, pytest.raises(sa.exc.InternalError, match="read-only transaction"):
        register.rows("DELETE FROM revision RETURNING id")


def test_a_reader_goes_on_after_an_error(seeded_server: str) -> None:
    with secdb.open(seeded_server) as register:
        with pytest.raises(sa.exc.ProgrammingError):
            register.rows("SELECT nothing FROM states")
        assert register.rows(STATES)
