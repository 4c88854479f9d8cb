"""What an owner of the database can do to the history, and undoing it again."""

from __future__ import annotations

import hashlib
import json
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

import sqlalchemy as sa

from secdb.register import verify
from tests.register.samples import rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

TEXTS = {
    "change": ("table_name", "operation", "old", "new"),
    "revision": ("author", "message", "program", "opened_at", "closed_at", "previous_hash", "hash"),
}


@contextmanager
def tampering(engine: sa.Engine) -> Iterator[sa.Connection]:
    """Take every guard away, and undo it all afterwards."""
    with engine.connect() as connection, connection.begin() as transaction:
        if engine.dialect.name == "postgresql":
            connection.exec_driver_sql("SET LOCAL session_replication_role = replica")
        else:
            connection.exec_driver_sql("BEGIN")
            for (name,) in connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'trigger'").all():
                connection.exec_driver_sql(f"DROP TRIGGER {name}")
        yield connection
        transaction.rollback()


def found_after(engine: sa.Engine, *statements: str) -> list[tuple[int | None, str]]:
    with tampering(engine) as connection:
        for statement in statements:
            connection.exec_driver_sql(
                statement.replace("%", "%%") if engine.dialect.name == "postgresql" else statement
            )
        return [(problem.revision, problem.rule) for problem in verify(connection)]


def attempts(engine: sa.Engine, statements: Iterable[str]) -> list[bool]:
    """Return of each statement whether what it does is found; those that the database refuses are left out."""
    found = []
    with tampering(engine) as connection:
        before = stored(connection)
        for statement in statements:
            savepoint = connection.begin_nested()
            with suppress(sa.exc.DBAPIError):
                connection.exec_driver_sql(statement)
                if stored(connection) != before:  # other blanks in JSON are the same value on PostgreSQL
                    found.append(bool(verify(connection)))
            savepoint.rollback()
    return found


def stored(connection: sa.Connection) -> list[object]:
    try:
        return [connection.exec_driver_sql(f"SELECT * FROM {name} ORDER BY id").all() for name in TEXTS]
    except sa.exc.OperationalError:  # text on SQLite that is no UTF-8
        return []


def early_hash(engine: sa.Engine, number: int, previous: str | None) -> str:
    """Hash a revision by the description in `secdb.register.history.chain`, by hand."""
    query = f"SELECT id, author, message, program, opened_at, closed_at FROM revision WHERE id = {number}"
    names = ("number", "author", "message", "program", "opened_at", "closed_at")
    lines = [dict(zip(names, row, strict=True)) for row in rows(engine, query)]
    changes = "table_name, row_id, operation, CAST(old AS text), CAST(new AS text)"
    for table, row_id, operation, *states in rows(
        engine, f"SELECT {changes} FROM change WHERE revision_id = {number} ORDER BY id"
    ):
        old, new = (None if state is None else json.loads(str(state)) for state in states)
        lines.append({"table": table, "id": row_id, "operation": operation, "old": old, "new": new})
    texts = [json.dumps(line, sort_keys=True, separators=(",", ":"), ensure_ascii=False) for line in lines]
    return hashlib.sha256("".join(f"{text}\n" for text in [previous or "", *texts]).encode()).hexdigest()
