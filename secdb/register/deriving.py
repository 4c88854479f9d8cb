"""The periods of many keys derived at once: each view is read once, from the same views as key by key."""

from __future__ import annotations

import re
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
# The tables for the steps are called as what they stand for: so the views that are read beside them find them.
# SQLite's come first, PostgreSQL's after them.
# The events stand in the order of their keys: for each of them the others of its key are searched several times.
_EVENT_TABLE = """
CREATE TEMP TABLE membership_event (
  dataset_id INTEGER, treaty_id INTEGER, state_id INTEGER, act_id INTEGER, kind TEXT, status TEXT, level INTEGER,
  resets INTEGER, earliest TEXT, latest TEXT, PRIMARY KEY (dataset_id, treaty_id, state_id, act_id)
) WITHOUT ROWID
"""
_RAW_SPELLS = """
CREATE TEMP TABLE raw_spell AS SELECT * FROM ({0})
WHERE (dataset_id, treaty_id, state_id) IN (SELECT dataset_id, treaty_id, state_id FROM membership_refresh)
"""
_END_TABLE = """
CREATE TEMP TABLE key_end (
  dataset_id INTEGER, treaty_id INTEGER, state_id INTEGER, state_earliest TEXT, state_latest TEXT,
  treaty_earliest TEXT, treaty_latest TEXT, force_earliest TEXT, force_latest TEXT,
  PRIMARY KEY (dataset_id, treaty_id, state_id)
) WITHOUT ROWID
"""
# CROSS JOIN: from the few keys to their ends, never from all treaties and States to the keys
_ENDS = """
INSERT INTO temp.key_end
SELECT k.* FROM (SELECT DISTINCT dataset_id, treaty_id, state_id FROM temp.raw_spell) AS s
CROSS JOIN main.key_end AS k
  ON k.dataset_id = s.dataset_id AND k.treaty_id = s.treaty_id AND k.state_id = s.state_id
"""
_SEVERAL_TABLE = """
CREATE TEMP TABLE several (
  dataset_id INTEGER, treaty_id INTEGER, state_id INTEGER, PRIMARY KEY (dataset_id, treaty_id, state_id)
) WITHOUT ROWID
"""
_SEVERAL = """
INSERT INTO temp.several
SELECT dataset_id, treaty_id, state_id FROM temp.spell GROUP BY dataset_id, treaty_id, state_id HAVING count(*) > 1
"""
_SPELLS_OF = """
CREATE TEMP VIEW cut_spell AS SELECT * FROM spell AS c WHERE {0} EXISTS (
  SELECT 1 FROM several AS s
  WHERE s.dataset_id = c.dataset_id AND s.treaty_id = c.treaty_id AND s.state_id = c.state_id)
"""
# PostgreSQL's, in two groups; where a step reads a table or view of its own name, that is the register's.
_READ = {
    "membership_event": "SELECT e.* FROM membership_event AS e NATURAL JOIN membership_refresh",
    "roster_presence": "SELECT p.* FROM roster_presence AS p NATURAL JOIN membership_refresh",
    # all that is asked of these acts later is when a treaty ends
    "standing_act": "SELECT * FROM standing_act WHERE state_id IS NULL",
}
# each key looks up its events, and the end of its treaty
_LOOKED_UP = ("membership_event (dataset_id, treaty_id, state_id)", "standing_act (dataset_id, treaty_id)")
_SPELLS = {
    "raw_spell": "{0}",
    "key_end": """
SELECT k.* FROM (SELECT DISTINCT dataset_id, treaty_id, state_id FROM raw_spell) AS s
JOIN ({0}) AS k USING (dataset_id, treaty_id, state_id)
""",
    "cut_spell": "{0}",
}
# the views from which a step is made
_BODIES = {
    "sqlite": "SELECT name, sql FROM main.sqlite_master WHERE type = 'view'",
    "postgresql": "SELECT viewname, definition FROM pg_views WHERE schemaname = current_schema()",
}
_TEMPORARY = {"sqlite": "temp", "postgresql": "pg_temp"}
# What a window function makes of a row that stands alone; another than these would miss its window and fail.
_OVER_ONE_ROW = (
    (re.compile(r"(?:MIN|MAX)\(([^()]*)\) OVER \w+"), r"\1"),
    (re.compile(r"ROW_NUMBER\(\) OVER \([^()]*\)"), "1"),
    (re.compile(r"WINDOW \w+ AS \([^()]*\)"), ""),
)


def derive_together(connection: sa.Connection) -> None:
    """Derive all queued keys at once and empty the queue; the switch of the derivation must be off."""
    _analyze(connection, "act", "roster", "roster_entry", QUEUE.name)
    for table in _SOURCES:
        connection.execute(sa.delete(table).where(_is_queued(table)))
    if connection.dialect.name == "sqlite":
        _derive_in_steps(connection)
    else:
        _derive_on_server(connection)
    connection.execute(sa.delete(QUEUE))


def _derive_on_server(connection: sa.Connection) -> None:
    """Let PostgreSQL keep and count each step: of views upon views it expects few rows, and has loops within loops."""
    # first: in what is read later, the register's own is named with its schema where a step covers its name
    bodies = _bodies(connection)
    connection.execute(sa.insert(_EVENTS).from_select(list(_EVENTS.c.keys()), _derived(connection, _EVENTS)))
    _analyze(connection, _EVENTS.name)
    _keep(connection, _READ)
    for columns in _LOOKED_UP:
        connection.exec_driver_sql(f"CREATE INDEX ON pg_temp.{columns}")
    with _views(connection, bodies, "event_bound", "act_spell", "roster_listing"):
        _keep(connection, {name: step.format(bodies[name]) for name, step in _SPELLS.items()})
    with _views(connection, bodies, "joined_spell", "derived_period"):
        # in the order of the keys the index behind the rule that none overlap takes a fifth longer
        _insert_periods(connection, "state_id", "treaty_id", "dataset_id", "seq")
    for table in (*_SPELLS, *_READ):
        connection.exec_driver_sql(f"DROP TABLE pg_temp.{table}")
    _analyze(connection, _PERIODS.name)


def _keep(connection: sa.Connection, steps: dict[str, str]) -> None:
    for name, query in steps.items():
        connection.exec_driver_sql(f"CREATE TEMP TABLE {name} AS {query}")
        _analyze(connection, name)


def _derived(connection: sa.Connection, table: sa.Table) -> sa.Select[tuple[object, ...]]:
    source = _SOURCES[table]
    unlimited = _UNLIMITED[connection.dialect.name] if table is _EVENTS else {}
    values = [
        sa.func.nullif(column, unlimited[column.name]) if column.name in unlimited else column for column in source.c
    ]
    return sa.select(*values).where(_is_queued(source))


def _derive_in_steps(connection: sa.Connection) -> None:
    """Let SQLite derive each step once: it would do so again for each place where a later view names the step."""
    run = connection.exec_driver_sql
    bodies = _bodies(connection)
    run(_EVENT_TABLE)
    # unqualified, the name is that of the temporary table
    connection.execute(sa.insert(_EVENTS).from_select(list(_EVENTS.c.keys()), _derived(connection, _EVENTS)))
    run("INSERT INTO main.membership_event SELECT * FROM temp.membership_event")
    with _views(connection, bodies, "event_bound", "act_spell"):
        run(_RAW_SPELLS.format(bodies["raw_spell"]))
    run(_END_TABLE)
    run(_ENDS)
    run(f"CREATE TEMP TABLE spell AS {bodies['cut_spell']}")
    run(_SEVERAL_TABLE)
    run(_SEVERAL)
    _derive_periods(connection, bodies, alone=True)
    _derive_periods(connection, bodies, alone=False)
    for table in ("several", "spell", "key_end", "raw_spell", "membership_event"):
        run(f"DROP TABLE temp.{table}")


def _derive_periods(connection: sa.Connection, bodies: dict[str, str], *, alone: bool) -> None:
    """Derive the periods of the keys with one spell, or with several.

    Most keys have one. Then there is nothing to join or to number, and window functions are what takes longest.
    """
    connection.exec_driver_sql(_SPELLS_OF.format("NOT" if alone else ""))
    with _views(connection, bodies, "joined_spell", "derived_period", alone=alone):
        _insert_periods(connection)
    connection.exec_driver_sql("DROP VIEW temp.cut_spell")


def _insert_periods(connection: sa.Connection, *order: str) -> None:
    source = _SOURCES[_PERIODS]
    derived = sa.select(source).order_by(*(source.c[name] for name in order))
    connection.execute(sa.insert(_PERIODS).from_select(list(_PERIODS.c.keys()), derived))


@contextmanager
def _views(connection: sa.Connection, bodies: dict[str, str], *names: str, alone: bool = False) -> Iterator[None]:
    """Have views, as the schema has them, read the temporary tables; `alone`: of keys with one row each."""
    for name in names:
        body = bodies[name]
        for window, value in _OVER_ONE_ROW if alone else ():
            body = window.sub(value, body)
        connection.exec_driver_sql(f"CREATE TEMP VIEW {name} AS {body}")
    yield
    schema = _TEMPORARY[connection.dialect.name]
    for name in reversed(names):
        connection.exec_driver_sql(f"DROP VIEW {schema}.{name}")


def _bodies(connection: sa.Connection) -> dict[str, str]:
    """Return the query of each view of the register."""
    dialect = connection.dialect.name
    found = connection.exec_driver_sql(_BODIES[dialect])
    if dialect == "sqlite":
        return {name: definition.partition(" AS")[2] for name, definition in found}
    return {name: definition.rstrip(";") for name, definition in found}


def _is_queued(table: sa.FromClause) -> sa.ColumnElement[bool]:
    return sa.tuple_(*(table.c[name] for name in KEY)).in_(keys(QUEUE))


def keys(table: sa.FromClause) -> sa.Select[tuple[int, int, int]]:
    """Select the dataset, treaty and State of each row of a table that has them."""
    return sa.select(*(table.c[name] for name in KEY))


def _analyze(connection: sa.Connection, *tables: str) -> None:
    """Let PostgreSQL count what has just been written: it would plan for empty tables."""
    if connection.dialect.name == "postgresql":
        connection.exec_driver_sql(f"ANALYZE {', '.join(tables)}")
