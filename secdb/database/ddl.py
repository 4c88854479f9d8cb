"""What migrations are made of: SQL files per engine, and the triggers every table of records carries.

The migrations that have landed call these functions, so what they emit never changes; a dump of the schema per revision
(tests/database) holds that. A new need gets a new function.
"""

from __future__ import annotations

import re
import sqlite3
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa
from sqlalchemy.sql.elements import conv

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

NOW = "strftime('%Y-%m-%dT%H:%M:%fZ', 'now')"

# how the engines spell what the SQL files leave open
_SPELLING = {
    "sqlite": (
        ("@LOW", "''"),
        ("@HIGH", "'~'"),
        ("@LEAST", "min"),
        ("@TODAY", "date('now')"),
        (r"@JOIN\(([^()]+)\)", r"group_concat(\1, '; ')"),
        (r"@NEXT\(([^()]+)\)", r"date(\1, '+1 day')"),
    ),
    "postgresql": (
        ("@LOW", "date '-infinity'"),
        ("@HIGH", "date 'infinity'"),
        ("@LEAST", "LEAST"),
        ("@TODAY", "CURRENT_DATE"),
        (r"@JOIN\(([^()]+)\)", r"string_agg(\1, '; ')"),
        (r"@NEXT\(([^()]+)\)", r"(\1 + 1)"),
    ),
}


_DAY = {
    "sqlite": "{0} IS date({0}, '+0 days') AND {0} >= '0001-01-01'",
    "postgresql": "{0} BETWEEN '0001-01-01' AND '9999-12-31'",
}


def days(table: str, *columns: str) -> list[sa.CheckConstraint]:
    """Refuse what is no calendar day of the years 1 to 9999: PostgreSQL's `date` admits `infinity` and 44 BC."""
    return [
        sa.CheckConstraint(rule.format(column), name=conv(f"ck_{table}__{column}_day")).ddl_if(dialect=dialect)
        for column in columns
        for dialect, rule in _DAY.items()
    ]


def run_file(connection: sa.Connection, folder: Path, name: str) -> None:
    """Run `NAME.sql` of the folder, or `NAME.ENGINE.sql` where the engines differ."""
    dialect = connection.dialect.name
    path = folder / f"{name}.sql"
    if not path.exists():
        path = folder / f"{name}.{dialect}.sql"
    text = path.read_text(encoding="utf-8")
    for token, spelling in _SPELLING[dialect]:
        text = re.sub(token, spelling, text)
    for statement in statements(text, dialect):
        run(connection, statement)


def run(connection: sa.Connection, statement: str) -> None:
    """Run one statement as it stands: no parameters, no meaning for `%` and `:`."""
    if connection.dialect.name == "postgresql":
        statement = statement.replace("%", "%%")
    connection.exec_driver_sql(statement)


def statements(text: str, dialect: str) -> Iterator[str]:
    """Split an SQL script; triggers (SQLite) and function bodies (PostgreSQL) stay whole."""
    pending = ""
    for line in text.splitlines(keepends=True):
        pending += line
        if _complete(pending, dialect):
            yield pending.strip()
            pending = ""
    if re.sub(r"--.*", "", pending).strip():
        raise ValueError(f"the script ends inside a statement: {pending.strip()[:60]}")


def _complete(text: str, dialect: str) -> bool:
    if dialect == "sqlite":
        return sqlite3.complete_statement(text)
    return text.count("$$") % 2 == 0 and text.rstrip().endswith(";")


def protect(connection: sa.Connection, tables: Iterable[str]) -> None:
    """Hold keys on SQLite against clients that leave foreign keys off or write INSERT OR REPLACE.

    PostgreSQL needs only the refusal of TRUNCATE, which would pass by the change log, and of a new id for an old row.
    """
    for table in tables:
        if connection.dialect.name == "postgresql":
            run(
                connection,
                f"CREATE TRIGGER {table}_truncate BEFORE TRUNCATE ON {table} "
                "FOR EACH STATEMENT EXECUTE FUNCTION secdb_refuse_truncate()",
            )
            run(
                connection,
                f"CREATE TRIGGER {table}_id BEFORE UPDATE OF id ON {table} "
                "FOR EACH ROW WHEN (NEW.id <> OLD.id) EXECUTE FUNCTION secdb_refuse_new_id()",
            )
        else:
            for statement in _sqlite_guards(connection, table):
                run(connection, statement)


def log_changes(connection: sa.Connection, tables: Iterable[str]) -> None:
    """Copy every changed row of the tables, which have an integer `id`, into `change`."""
    for table in tables:
        if connection.dialect.name == "postgresql":
            run(
                connection,
                f"CREATE TRIGGER {table}_log AFTER INSERT OR UPDATE OR DELETE ON {table} "
                "FOR EACH ROW EXECUTE FUNCTION secdb_log_change()",
            )
        else:
            for statement in _sqlite_log(connection, table):
                run(connection, statement)


def stop_log(connection: sa.Connection, tables: Iterable[str]) -> None:
    """Take the triggers of `log_changes` off, for a change to the columns that they name; then make them anew."""
    for table in tables:
        if connection.dialect.name == "postgresql":
            run(connection, f"DROP TRIGGER {table}_log ON {table}")
        else:
            for operation in ("insert", "update", "delete"):
                run(connection, f"DROP TRIGGER {table}_log_{operation}")


def log_sorted(connection: sa.Connection, tables: Iterable[str]) -> None:
    """Like `log_changes` on SQLite, with the keys sorted: each row is written as the hash of its revision takes it.

    Inserting is one trigger for rows written within a revision, and another for those of outside clients: bulk loading
    is spared what only these need. Either fires alone, whatever their order.
    """
    for table in tables:
        for statement in _sqlite_log_sorted(connection, table):
            run(connection, statement)


def _sqlite_guards(connection: sa.Connection, table: str) -> Iterator[str]:
    inspector = sa.inspect(connection)
    keys: list[list[str]] = [["id"]]
    keys += [list(unique["column_names"]) for unique in inspector.get_unique_constraints(table)]
    foreign = [
        (key["constrained_columns"][0], key["referred_table"], key["referred_columns"][0])
        for key in inspector.get_foreign_keys(table)
    ]
    taken = [_refuse_taken(table, key) for key in keys]
    orphan = [_refuse_orphan(table, *key) for key in foreign]
    yield f"CREATE TRIGGER {table}_guard_insert BEFORE INSERT ON {table}\nBEGIN\n{_lines([*taken, *orphan])}END"
    # a row that is not given an id shows as -1 to BEFORE triggers, so an id of -1 would block every insert after it
    yield (
        f"CREATE TRIGGER {table}_guard_id AFTER INSERT ON {table} WHEN NEW.id < 1\n"
        f"BEGIN SELECT RAISE(ABORT, 'CHECK constraint failed: {table}.id is positive'); END"
    )
    moved = f"SELECT RAISE(ABORT, 'UNIQUE constraint failed: {table}.id is never changed') WHERE NEW.id IS NOT OLD.id;"
    others = [_refuse_taken(table, key, besides=" AND t.id <> OLD.id") for key in keys[1:]]
    yield (
        f"CREATE TRIGGER {table}_guard_update BEFORE UPDATE ON {table}\nBEGIN\n{_lines([moved, *others, *orphan])}END"
    )
    for column, parent, key in foreign:
        yield (
            f"CREATE TRIGGER {parent}_guard_delete__{table}__{column} BEFORE DELETE ON {parent}\n"
            f"WHEN EXISTS (SELECT 1 FROM {table} AS t WHERE t.{column} = OLD.{key})\n"
            f"BEGIN SELECT RAISE(ABORT, 'FOREIGN KEY constraint failed: {table}.{column}'); END"
        )


def _lines(items: list[str]) -> str:
    return "".join(f"  {item}\n" for item in items)


def _refuse_taken(table: str, columns: list[str], besides: str = "") -> str:
    same = " AND ".join(f"t.{column} = NEW.{column}" for column in columns)
    named = ", ".join(f"{table}.{column}" for column in columns)
    return (
        f"SELECT RAISE(ABORT, 'UNIQUE constraint failed: {named}') "
        f"WHERE EXISTS (SELECT 1 FROM {table} AS t WHERE {same}{besides});"
    )


def _refuse_orphan(table: str, column: str, parent: str, key: str) -> str:
    return (
        f"SELECT RAISE(ABORT, 'FOREIGN KEY constraint failed: {table}.{column}') "
        f"WHERE NEW.{column} IS NOT NULL AND NOT EXISTS (SELECT 1 FROM {parent} AS t WHERE t.{key} = NEW.{column});"
    )


def _sqlite_log(connection: sa.Connection, table: str) -> Iterator[str]:
    columns = sa.inspect(connection).get_columns(table)
    old, new = _json("OLD", columns), _json("NEW", columns)
    for operation, row, before, after, when in (
        ("insert", "NEW", "NULL", new, ""),
        ("update", "NEW", old, new, f"WHEN {old} <> {new}\n"),
        ("delete", "OLD", old, "NULL", ""),
    ):
        yield (
            f"CREATE TRIGGER {table}_log_{operation} AFTER {operation.upper()} ON {table}\n{when}BEGIN\n"
            # an outside client opens no revision: one is made for its statement, within which `now` stands still
            "  INSERT INTO revision (id, opened_at, closed_at)\n"
            f"  SELECT (SELECT COALESCE(MAX(id), 0) + 1 FROM revision), {NOW}, {NOW}\n"
            "  WHERE NOT EXISTS (SELECT 1 FROM revision WHERE closed_at IS NULL) AND NOT EXISTS (\n"
            "    SELECT 1 FROM revision WHERE id = (SELECT MAX(id) FROM revision)\n"
            f"      AND author IS NULL AND hash IS NULL AND opened_at = {NOW});\n"
            "  INSERT INTO change (revision_id, table_name, row_id, operation, old, new) VALUES (\n"
            "    COALESCE((SELECT id FROM revision WHERE closed_at IS NULL), (SELECT MAX(id) FROM revision)),\n"
            f"    '{table}', {row}.id, '{operation}', {before}, {after});\nEND"
        )


def _sqlite_log_sorted(connection: sa.Connection, table: str) -> Iterator[str]:
    columns = sorted(sa.inspect(connection).get_columns(table), key=lambda column: str(column["name"]))
    old, new = _json("OLD", columns), _json("NEW", columns)
    inside = "EXISTS (SELECT 1 FROM revision WHERE closed_at IS NULL)"
    for name, operation, row, before, after, when in (
        ("insert", "insert", "NEW", "NULL", new, f"WHEN {inside}\n"),
        ("insert_outside", "insert", "NEW", "NULL", new, f"WHEN NOT {inside}\n"),
        ("update", "update", "NEW", old, new, f"WHEN {old} <> {new}\n"),
        ("delete", "delete", "OLD", old, "NULL", ""),
    ):
        yield (
            f"CREATE TRIGGER {table}_log_{name} AFTER {operation.upper()} ON {table}\n{when}BEGIN\n"
            f"{_OUTSIDE if name != 'insert' else ''}"
            "  INSERT INTO change (revision_id, table_name, row_id, operation, old, new) VALUES (\n"
            f"    {_INSIDE if name == 'insert' else _LATEST},\n"
            f"    '{table}', {row}.id, '{operation}', {before}, {after});\nEND"
        )


_INSIDE = "(SELECT id FROM revision WHERE closed_at IS NULL)"
_LATEST = f"COALESCE({_INSIDE}, (SELECT MAX(id) FROM revision))"
# an outside client opens no revision: one is made for its statement, within which `now` stands still
_OUTSIDE = f"""\
  INSERT INTO revision (id, opened_at, closed_at)
  SELECT (SELECT COALESCE(MAX(id), 0) + 1 FROM revision), {NOW}, {NOW}
  WHERE NOT EXISTS (SELECT 1 FROM revision WHERE closed_at IS NULL) AND NOT EXISTS (
    SELECT 1 FROM revision WHERE id = (SELECT MAX(id) FROM revision)
      AND author IS NULL AND hash IS NULL AND opened_at = {NOW});
"""


def _json(row: str, columns: Iterable[Any]) -> str:
    """Spell a row as JSON; bytes as PostgreSQL shows them, a backslash, x and lower-case hexadecimal."""
    pairs = []
    for column in columns:
        value = f"{row}.{column['name']}"
        if isinstance(column["type"], sa.LargeBinary):
            value = f"CASE WHEN {value} IS NOT NULL THEN '\\x' || lower(hex({value})) END"
        pairs.append(f"'{column['name']}', {value}")
    return f"json_object({', '.join(pairs)})"


def undo_file(connection: sa.Connection, folder: Path, name: str) -> None:
    """Drop the views, triggers and functions that `run_file` made, the last one first."""
    dialect = connection.dialect.name
    path = folder / f"{name}.sql"
    if not path.exists():
        path = folder / f"{name}.{dialect}.sql"
    made = re.findall(
        r"^CREATE (VIEW|TRIGGER|FUNCTION) (\w+)(?:[^;]*?\bON (\w+))?", path.read_text(encoding="utf-8"), re.MULTILINE
    )
    for kind, thing, table in reversed(made):
        on = f" ON {table}" if kind == "TRIGGER" and dialect == "postgresql" else ""
        run(connection, f"DROP {kind} IF EXISTS {thing}{on}")


def drop_tables(connection: sa.Connection, tables: Iterable[str]) -> None:
    """Drop tables, the last one first, and on SQLite the guards that other tables carry for their sake."""
    for table in reversed(list(tables)):
        if connection.dialect.name == "sqlite":
            for (trigger,) in connection.exec_driver_sql(
                "SELECT name FROM sqlite_master WHERE type = 'trigger' AND instr(name, ?) > 0",
                (f"_guard_delete__{table}__",),
            ).all():
                run(connection, f"DROP TRIGGER {trigger}")
        run(connection, f"DROP TABLE {table}")
