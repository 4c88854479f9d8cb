"""Another program at the same register: the bare driver and literal SQL."""

from __future__ import annotations

import sqlite3
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING, Any

import psycopg
import sqlalchemy as sa

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_EVENTS = "dataset_id, treaty_id, state_id, act_id, kind, status, level, resets, earliest, latest"
_STALE = " UNION ALL ".join(
    f"SELECT '{label}', count(*) FROM (SELECT {columns} FROM {one} EXCEPT SELECT {columns} FROM {other}) AS x"
    for label, columns, one, other in (
        ("period too many", "*", "membership_period", "derived_period"),
        ("period missing", "*", "derived_period", "membership_period"),
        ("event too many", _EVENTS, "event_bound", "(SELECT * FROM standing_act WHERE state_id IS NOT NULL) AS s"),
        ("event missing", _EVENTS, "(SELECT * FROM standing_act WHERE state_id IS NOT NULL) AS s", "event_bound"),
        ("queued", "*", "membership_refresh", "(SELECT * FROM membership_refresh LIMIT 0) AS q"),
    )
)


class Client:
    """One connection of the engine's own driver, foreign keys unheeded on SQLite as its default is."""

    refusals = (sqlite3.IntegrityError, psycopg.errors.IntegrityError)

    def __init__(self, connection: Any) -> None:  # noqa: ANN401 - either driver's
        self.connection = connection

    def run(self, *statements: str) -> None:
        for statement in statements:
            self.connection.execute(statement)

    def attempt(self, statement: str) -> bool:
        """Run a statement; return False, nothing done, if the database refuses it."""
        self.run("SAVEPOINT one")
        try:
            self.run(statement)
        except self.refusals:
            self.run("ROLLBACK TO SAVEPOINT one")
            return False
        return True

    def rows(self, query: str) -> Sequence[tuple[Any, ...]]:
        return list(self.connection.execute(query).fetchall())

    def stale(self) -> list[tuple[Any, ...]]:
        """Return how many kept rows differ from what the views say, and in what way."""
        return [row for row in self.rows(_STALE) if row[1]]


@contextmanager
def client(url: str) -> Iterator[Client]:
    """Connect as another program would; nothing is kept unless the caller commits."""
    at = sa.make_url(url)
    if at.get_backend_name() == "sqlite":
        assert at.database
        with closing(sqlite3.connect(at.database, isolation_level=None)) as connection:
            yield Client(connection)
        return
    plain = at.set(drivername="postgresql").render_as_string(hide_password=False)
    with psycopg.connect(plain, autocommit=True) as connection:
        yield Client(connection)
