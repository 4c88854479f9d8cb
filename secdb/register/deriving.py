"""The periods of many keys derived at once: each view is read once, from the same views as key by key."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

import sqlalchemy as sa

from secdb.models import Base

if TYPE_CHECKING:
    from collections.abc import Iterator

KEY = ("dataset_id", "treaty_id", "state_id")
QUEUE = Base.metadata.tables["membership_refresh"]
_EVENTS = Base.metadata.tables["membership_event"]
_PERIODS = Base.metadata.tables["membership_period"]
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
_KEPT = (
    """
CREATE TEMP TABLE raw_spell AS
SELECT * FROM main.raw_spell
WHERE (dataset_id, treaty_id, state_id) IN (SELECT dataset_id, treaty_id, state_id FROM membership_refresh)
""",
    """
CREATE TEMP TABLE key_end (
  dataset_id INTEGER, treaty_id INTEGER, state_id INTEGER, state_earliest TEXT, state_latest TEXT,
  treaty_earliest TEXT, treaty_latest TEXT, force_earliest TEXT, force_latest TEXT,
  PRIMARY KEY (dataset_id, treaty_id, state_id)
) WITHOUT ROWID
""",
    # CROSS JOIN: from the few keys to their ends, never from all treaties and States to the keys
    """
INSERT INTO temp.key_end
SELECT k.* FROM (SELECT DISTINCT dataset_id, treaty_id, state_id FROM temp.raw_spell) AS s
CROSS JOIN main.key_end AS k
  ON k.dataset_id = s.dataset_id AND k.treaty_id = s.treaty_id AND k.state_id = s.state_id
""",
)
_VIEWS = ("cut_spell", "joined_spell", "derived_period")


def derive_together(connection: sa.Connection) -> None:
    """Derive all queued keys at once and empty the queue; the switch of the derivation must be off."""
    _analyze(connection, "act", "roster", "roster_entry", QUEUE.name)
    _derive(connection, _EVENTS)
    with _kept_spells(connection):
        _derive(connection, _PERIODS)
    connection.execute(sa.delete(QUEUE))


def _derive(connection: sa.Connection, table: sa.Table) -> None:
    connection.execute(sa.delete(table).where(_is_queued(table)))
    source = _SOURCES[table]
    unlimited = _UNLIMITED[connection.dialect.name] if table is _EVENTS else {}
    values = [
        sa.func.nullif(column, unlimited[column.name]) if column.name in unlimited else column for column in source.c
    ]
    derived = sa.select(*values).where(_is_queued(source))
    connection.execute(sa.insert(table).from_select([column.name for column in source.c], derived))
    _analyze(connection, table.name)


@contextmanager
def _kept_spells(connection: sa.Connection) -> Iterator[None]:
    """Let SQLite derive every spell once, not once for each place where a later view names it.

    Spells and ends stand in temporary tables called as the views; the later views, as the schema has them, stand
    beside those, so that they read the tables. PostgreSQL keeps such steps itself.
    """
    if connection.dialect.name != "sqlite":
        yield
        return
    for statement in _KEPT:
        connection.exec_driver_sql(statement)
    for view in _VIEWS:
        query = "SELECT sql FROM main.sqlite_master WHERE type = 'view' AND name = ?"
        definition = connection.exec_driver_sql(query, (view,)).scalar_one()
        connection.exec_driver_sql(definition.replace("CREATE VIEW", "CREATE TEMP VIEW", 1))
    yield
    for view in reversed(_VIEWS):
        connection.exec_driver_sql(f"DROP VIEW temp.{view}")
    for table in ("key_end", "raw_spell"):
        connection.exec_driver_sql(f"DROP TABLE temp.{table}")


def _is_queued(table: sa.FromClause) -> sa.ColumnElement[bool]:
    return sa.tuple_(*(table.c[name] for name in KEY)).in_(keys(QUEUE))


def keys(table: sa.FromClause) -> sa.Select[tuple[int, int, int]]:
    """Select the dataset, treaty and State of each row of a table that has them."""
    return sa.select(*(table.c[name] for name in KEY))


def _analyze(connection: sa.Connection, *tables: str) -> None:
    """Let PostgreSQL count what has just been written: it would plan for empty tables."""
    if connection.dialect.name == "postgresql":
        connection.exec_driver_sql(f"ANALYZE {', '.join(tables)}")
