"""SQL typed by a user, on PostgreSQL: in a transaction that reads, and past none of the server's own limits."""

from __future__ import annotations

import re
from contextlib import closing
from itertools import chain
from typing import TYPE_CHECKING, Any, cast

from secdb.database.health import require_current
from secdb.database.query_answer import Answer, answer, distinct
from secdb.errors import RefusedError, SecdbError

if TYPE_CHECKING:
    from collections.abc import Generator

    import psycopg

    from secdb.database.location import Location

READING = "secdb sql reads; it runs one SELECT and changes nothing"

# COPY writes files of the server even in a transaction that reads, so the first word decides
_READING_WORDS = {"select", "with", "values", "table", "show", "explain"}
_BLANK = r"(?:\s+|--[^\n]*(?:\n|\Z)|/\*.*?\*/|\()*"
# built-in functions that a transaction which reads may call all the same: they take back the role that may only read,
# run SQL that is given to them as text, stop other people's queries, hold locks, or write
_FORBIDDEN = (
    *("set_config", r"query_to_xml\w*", "ts_stat", "ts_rewrite", r"dblink\w*", r"lo_\w+", "loread", "lowrite"),
    *("pg_terminate_backend", "pg_cancel_backend", r"pg_(?:try_)?advisory_\w+", "pg_logical_emit_message", "pg_notify"),
)
_CALLS = re.compile(rf"\b({'|'.join(_FORBIDDEN)})\b", re.IGNORECASE)
_SPELT = re.compile(r"\bU&\"", re.IGNORECASE)  # a name in escapes could be any of these
_DATABASE_FAULTS = ("08", "53", "57P", "58", "XX", "28")


def query_server(location: Location, statement: str, seconds: float, limit: int | None) -> Answer:
    """Run one statement that only reads; raises as `query` does."""
    import psycopg

    from secdb.database.connect import make_engine

    found = re.match(f"{_BLANK}([a-z]*)", statement, re.IGNORECASE | re.DOTALL)
    if found is None or found[1].lower() not in _READING_WORDS:
        raise RefusedError(f"{(found and found[1].upper()) or 'this'} is no query; {READING}")
    if forbidden := _CALLS.search(statement) or _SPELT.search(statement):
        raise RefusedError(f"{forbidden[0]} is not for a query; {READING}")
    require_current(location)
    engine = make_engine(location.url)
    raw = engine.raw_connection()
    try:
        connection: psycopg.Connection[Any] = raw.driver_connection  # type: ignore[assignment]
        return _read_server(connection, statement, seconds, limit)
    except psycopg.Error as error:
        raise _explain_postgres(error, seconds) from error
    finally:
        raw.invalidate()
        engine.dispose()


def _read_server(connection: psycopg.Connection[Any], statement: str, seconds: float, limit: int | None) -> Answer:
    connection.read_only = True
    with connection.cursor() as cursor:
        cursor.execute(f"SET LOCAL statement_timeout = {max(1, round(seconds * 1000))}".encode())
        # a superuser's functions write files of the server; the role that reads everything may not
        if cursor.execute("SHOW is_superuser").fetchone() == ("on",):
            cursor.execute("SET LOCAL ROLE pg_read_all_data")
        # row by row, for the answer may be larger than the memory; sent this way, it can be one statement only
        with closing(cast("Generator[Any]", cursor.stream(statement.encode()))) as rows:
            first = next(rows, None)
            if first is None:
                return Answer(_columns(connection, statement), [], is_cut=False)
            return answer([column.name for column in cursor.description or ()], chain([first], rows), limit)


def _columns(connection: psycopg.Connection[Any], statement: str) -> list[str]:
    """Return the columns of a query that gave no rows. Raises RefusedError for what is no query."""
    connection.pgconn.prepare(b"", statement.encode())
    described = connection.pgconn.describe_prepared(b"")
    if not described.nfields:
        raise RefusedError(f"there is no query in this; {READING}")
    return distinct([(described.fname(number) or b"").decode() for number in range(described.nfields)])


def _explain_postgres(error: psycopg.Error, seconds: float) -> Exception:
    state = error.sqlstate or ""
    message = error.diag.message_primary or str(error).partition("\n")[0]
    if state == "57014":
        return SecdbError(f"the query took longer than {seconds:g} s; give it more with --timeout")
    if state == "42P02":
        return SecdbError("a query takes no parameters; write the values into it")
    if state in {"25006", "42501"} or "multiple commands" in message:
        return RefusedError(f"{message}; {READING}")
    is_ours = state and not state.startswith(_DATABASE_FAULTS)
    return SecdbError(f"the query does not run: {message}") if is_ours else error
