"""SQL typed by a user: one statement that only reads, within a time limit."""

from __future__ import annotations

import datetime as dt
import re
import sqlite3
import time
from dataclasses import dataclass
from decimal import Decimal
from itertools import islice
from typing import TYPE_CHECKING, Any

from secdb.database.health import explain, open_reader, require_current
from secdb.database.recorded import open_recorded
from secdb.errors import RefusedError, SecdbError

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    import psycopg

    from secdb.database.location import Location

STEPS = 10_000  # of SQLite's machine between two looks at the clock: about a millisecond
READING = "secdb sql reads; it runs one SELECT and changes nothing"

_ALLOWED = {sqlite3.SQLITE_SELECT, sqlite3.SQLITE_READ, sqlite3.SQLITE_FUNCTION, sqlite3.SQLITE_RECURSIVE}
# what a PRAGMA tells without an argument that would set it
_PRAGMAS = {
    *("application_id", "collation_list", "compile_options", "data_version", "database_list", "encoding"),
    *("foreign_keys", "freelist_count", "function_list", "journal_mode", "module_list", "page_count", "page_size"),
    *("pragma_list", "schema_version", "table_list", "user_version"),
}
# what it tells of the table or index named
_PRAGMAS_OF = {
    *("foreign_key_check", "foreign_key_list", "index_info", "index_list", "index_xinfo", "integrity_check"),
    *("quick_check", "table_info", "table_list", "table_xinfo"),
}
_FORBIDDEN_FUNCTIONS = {"load_extension", "fts3_tokenizer"}

# COPY writes files of the server even in a transaction that reads, so the first word decides
_READING_WORDS = {"select", "with", "values", "table", "show", "explain"}
_BLANK = r"(?:\s+|--[^\n]*(?:\n|\Z)|/\*.*?\*/|\()*"
_DATABASE_FAULTS = ("08", "53", "57P", "58", "XX", "28")


@dataclass(frozen=True, slots=True)
class Answer:
    """What a query gave: the names of its columns, each once, and the rows; `is_cut` when there are more."""

    columns: list[str]
    rows: list[dict[str, Any]]
    is_cut: bool


def query(
    location: Location, statement: str, *, seconds: float, limit: int | None = None, as_recorded: int | None = None
) -> Answer:
    """Run one statement that only reads and return what it gives, of at most `limit` rows.

    With `as_recorded` it reads what the register said at that revision, as SQLite on every engine. Raises RefusedError
    for anything that would write or is more than one statement, SecdbError for SQL that does not run or takes longer
    than `seconds`, DatabaseError when there is no register, NotFoundError when there is no such revision,
    KeyboardInterrupt on Ctrl-C.
    """
    if as_recorded is not None:
        return _query_sqlite(open_recorded(location, as_recorded), location, statement, seconds, limit)
    if location.path is not None:
        return _query_sqlite(open_reader(location), location, statement, seconds, limit)
    return _query_server(location, statement, seconds, limit)


def _query_sqlite(
    connection: sqlite3.Connection, location: Location, statement: str, seconds: float, limit: int | None
) -> Answer:
    deadline = time.monotonic() + seconds
    connection.set_authorizer(_authorize)
    connection.set_progress_handler(lambda: time.monotonic() > deadline, STEPS)
    try:
        cursor = connection.execute(statement)
        if cursor.description is None:
            raise RefusedError(f"there is no query in this; {READING}")
        return _answer([column[0] for column in cursor.description], cursor, limit)
    except (sqlite3.Error, sqlite3.Warning, ValueError) as error:
        interrupted = getattr(error, "sqlite_errorcode", 0) & 0xFF == sqlite3.SQLITE_INTERRUPT
        if interrupted and time.monotonic() <= deadline:  # sqlite3 swallows what is raised while it looks at the clock
            raise KeyboardInterrupt from error
        raise _explain_sqlite(error, location, seconds) from error
    finally:
        connection.close()


def _authorize(action: int, first: str | None, second: str | None, _database: str | None, _view: str | None) -> int:
    """Let SQLite compile what reads; everything else (ATTACH, VACUUM INTO, temporary tables ...) is denied."""
    if action == sqlite3.SQLITE_PRAGMA:
        allowed = first in _PRAGMAS_OF or (first in _PRAGMAS and second is None)
    elif action == sqlite3.SQLITE_FUNCTION:
        allowed = second not in _FORBIDDEN_FUNCTIONS
    elif action == sqlite3.SQLITE_UPDATE:  # so SQLite asks before json_each() and its like; it is written by nobody
        allowed = first == "sqlite_master"
    else:
        allowed = action in _ALLOWED
    return sqlite3.SQLITE_OK if allowed else sqlite3.SQLITE_DENY


def _explain_sqlite(error: Exception, location: Location, seconds: float) -> Exception:
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & 0xFF
    if "binding" in str(error):
        return SecdbError("a query takes no parameters; write the values into it")
    if "one statement at a time" in str(error) or code in {sqlite3.SQLITE_AUTH, sqlite3.SQLITE_READONLY}:
        return RefusedError(f"{error}; {READING}")
    if code == sqlite3.SQLITE_INTERRUPT:
        return SecdbError(f"the query took longer than {seconds:g} s; give it more with --timeout")
    known = explain(error, location) if isinstance(error, sqlite3.Error) else None
    return known or SecdbError(f"the query does not run: {error}")


def _query_server(location: Location, statement: str, seconds: float, limit: int | None) -> Answer:
    import psycopg

    from secdb.database.connect import make_engine

    found = re.match(f"{_BLANK}([a-z]*)", statement, re.IGNORECASE | re.DOTALL)
    if found is None or found[1].lower() not in _READING_WORDS:
        raise RefusedError(f"{(found and found[1].upper()) or 'this'} is no query; {READING}")
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
        cursor.execute(statement.encode(), prepare=True)  # prepared, it can be one statement only
        if cursor.description is None:
            raise RefusedError(f"there is no query in this; {READING}")
        return _answer([column.name for column in cursor.description], cursor, limit)


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


def _answer(names: Sequence[str], cursor: Iterable[Sequence[Any]], limit: int | None) -> Answer:
    columns = _distinct(names)
    found = [
        dict(zip(columns, map(_plain, values), strict=True))
        for values in islice(cursor, None if limit is None else limit + 1)
    ]
    is_cut = limit is not None and len(found) > limit
    return Answer(columns, found[:limit] if is_cut else found, is_cut)


def _distinct(names: Sequence[str]) -> list[str]:
    """Return the names with a number behind the second of a name, or one would hide the other."""
    columns: list[str] = []
    for name in names:
        number, distinct = 1, name
        while distinct in columns:
            number += 1
            distinct = f"{name}_{number}"
        columns.append(distinct)
    return columns


def _plain(value: object) -> object:
    """Return the value as JSON can hold it: days and times as ISO text, bytes as PostgreSQL shows them."""
    if value is None or isinstance(value, str | int | bool | dict | list):
        return value
    if isinstance(value, Decimal) and value.is_finite():
        return int(value) if value == value.to_integral_value() else float(value)
    if isinstance(value, float) and value - value == 0:  # neither infinite nor NaN, which JSON does not know
        return value
    if isinstance(value, bytes | bytearray | memoryview):
        return f"\\x{bytes(value).hex()}"
    return value.isoformat() if isinstance(value, dt.date | dt.time) else str(value)
