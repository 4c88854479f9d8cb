"""Tables changed with rows in them: made anew under other rules on SQLite, written past their own triggers.

SQLite changes no CHECK of a table that is there. `rebuild_table` follows the twelve steps of its documentation (ALTER
TABLE, section 7) and keeps rows, indexes and triggers, all inside the migration's transaction but the first: foreign
keys are off before it begins.
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from secdb.database.ddl import run

if TYPE_CHECKING:
    from collections.abc import Iterator

    import sqlalchemy as sa


def rebuild_table(connection: sa.Connection, table: str, old: str, new: str) -> None:
    """Make the table anew with `new` wherever its definition says `old`; columns stay the same.

    Raises ValueError when its definition does not say `old`, or foreign keys are on: dropping the table would then
    delete the rows that refer to its own, or fail.
    """
    if connection.exec_driver_sql("PRAGMA foreign_keys").scalar():
        raise ValueError(f"{table} is made anew only with foreign keys off")
    definition, others = _definitions(connection, table)
    if old not in definition:
        raise ValueError(f"the definition of {table} does not say: {old}")
    orphans = _orphans(connection)
    name = f"{table}_anew"
    # the head names the table, the rest of the definition its columns and what they refer to
    head, bracket, body = definition.replace(old, new).partition("(")
    run(connection, head.replace(table, name) + bracket + body)
    run(connection, f"INSERT INTO {name} SELECT * FROM {table}")  # noqa: S608 - a migration names its own tables
    run(connection, f"DROP TABLE {table}")
    # without this the renaming would look through views and triggers, which name a table that is not there just now
    run(connection, "PRAGMA legacy_alter_table = ON")
    run(connection, f"ALTER TABLE {name} RENAME TO {table}")
    run(connection, "PRAGMA legacy_alter_table = OFF")
    for other in others:
        run(connection, other)
    if _orphans(connection) != orphans:
        raise ValueError(f"rows that refer to {table} lost theirs")


@contextmanager
def past_triggers(connection: sa.Connection, table: str) -> Iterator[None]:
    """Write to the table without its triggers: a reference table that refuses everybody but migrations."""
    if connection.dialect.name == "postgresql":
        run(connection, f"ALTER TABLE {table} DISABLE TRIGGER USER")
        yield
        run(connection, f"ALTER TABLE {table} ENABLE TRIGGER USER")
        return
    query = "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = ? ORDER BY rowid"
    triggers = connection.exec_driver_sql(query, (table,)).all()
    for name, _ in triggers:
        run(connection, f"DROP TRIGGER {name}")
    yield
    for _, sql in triggers:
        run(connection, sql)


def _definitions(connection: sa.Connection, table: str) -> tuple[str, list[str]]:
    """Return how the table is defined, and its indexes and triggers, in the order they were made."""
    query = "SELECT type, sql FROM sqlite_master WHERE tbl_name = ? AND sql IS NOT NULL ORDER BY rowid"
    found = connection.exec_driver_sql(query, (table,)).all()
    (definition,) = [sql for kind, sql in found if kind == "table"]
    return definition, [sql for kind, sql in found if kind in {"index", "trigger"}]


def _orphans(connection: sa.Connection) -> set[tuple[object, ...]]:
    """Return the rows that refer to none, as an outside client may have left them."""
    return {tuple(row) for row in connection.exec_driver_sql("PRAGMA foreign_key_check")}
