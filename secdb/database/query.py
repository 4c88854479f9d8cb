"""SQL typed by a user: one statement that only reads, within a time limit."""

from __future__ import annotations

import sqlite3
import threading
from contextlib import closing
from queue import Empty, SimpleQueue
from typing import TYPE_CHECKING

from secdb.database.health import explain, open_reader
from secdb.database.query_answer import Answer, answer
from secdb.database.recorded import open_recorded
from secdb.errors import RefusedError, SecdbError

if TYPE_CHECKING:
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
# of one value in bytes, of a pattern of LIKE in characters
_LIMITS = {
    sqlite3.SQLITE_LIMIT_LENGTH: 100_000_000,
    sqlite3.SQLITE_LIMIT_LIKE_PATTERN_LENGTH: 1_000,
    sqlite3.SQLITE_LIMIT_ATTACHED: 0,
}
_HEAP = 1 << 30  # bytes that SQLite may take in this process, once somebody's query has run in it


def query(
    location: Location, statement: str, *, seconds: float, limit: int | None = None, as_recorded: int | None = None
) -> Answer:
    """Run one statement that only reads and return what it gives, of at most `limit` rows.

    With `as_recorded` it reads what the register said at that revision, as SQLite on every engine. Raises RefusedError
    for anything that would write or is more than one statement, SecdbError for SQL that does not run or takes longer
    than `seconds`, DatabaseError when there is no register, NotFoundError when there is no such revision,
    KeyboardInterrupt on Ctrl-C.
    """
    if location.path is not None or as_recorded is not None:
        asked = _Asked(location, statement, limit, as_recorded)
        try:
            return asked.answer(seconds)
        except (sqlite3.Error, sqlite3.Warning, ValueError) as error:
            raise _explain_sqlite(error, location) from error
    from secdb.database.query_server import query_server

    return query_server(location, statement, seconds, limit)


class _Asked:
    """One query, asked in a thread that is left behind when it does not end in time.

    SQLite looks at the clock between two steps of its machine, and one function (`instr` of two long texts) is a single
    step that may take hours. It runs on then without anybody waiting, and ends with the process or the step.
    """

    def __init__(self, location: Location, statement: str, limit: int | None, as_recorded: int | None) -> None:
        self._location = location
        self._statement = statement
        self._limit = limit
        self._as_recorded = as_recorded
        self._is_open = threading.Event()
        self._is_stopped = threading.Event()
        self._found: SimpleQueue[Answer | BaseException] = SimpleQueue()

    def answer(self, seconds: float) -> Answer:
        """Return the answer, for which the query may take `seconds`. Raises what it raises, KeyboardInterrupt."""
        threading.Thread(target=self._run, name="secdb sql", daemon=True).start()
        try:
            self._is_open.wait()  # what is not of the query's making has its time
            found = self._found.get(timeout=seconds)
        except Empty:
            raise SecdbError(f"the query took longer than {seconds:g} s; give it more with --timeout") from None
        finally:
            self._is_stopped.set()
        if isinstance(found, BaseException):
            raise found
        return found

    def _run(self) -> None:
        """Find the answer, or what is raised instead."""
        try:
            self._found.put(self._ask())
        except BaseException as error:  # noqa: BLE001 - raised where it is waited for
            self._found.put(error)
        finally:
            self._is_open.set()

    def _ask(self) -> Answer:
        with closing(self._opened()) as connection:
            set_limits(connection, in_memory=self._as_recorded is not None)
            connection.set_authorizer(authorize)
            connection.set_progress_handler(self._is_stopped.is_set, STEPS)
            self._is_open.set()
            try:
                cursor = connection.execute(self._statement)
                if cursor.description is None:
                    raise RefusedError(f"there is no query in this; {READING}")
                return answer([column[0] for column in cursor.description], cursor, self._limit)
            except MemoryError as error:
                raise SecdbError("the query needs more memory than it may have, 1 GB; ask for less") from error

    def _opened(self) -> sqlite3.Connection:
        if self._as_recorded is not None:
            return open_recorded(self._location, self._as_recorded)
        return open_reader(self._location)


def set_limits(connection: sqlite3.Connection, *, in_memory: bool) -> None:
    """Bound what the query may take. A register in memory counts as memory itself, and may be of any size."""
    for category, most in _LIMITS.items():
        connection.setlimit(category, most)
    if not in_memory:
        connection.execute(f"PRAGMA hard_heap_limit = {_HEAP}").fetchone()


def authorize(action: int, first: str | None, second: str | None, _database: str | None, _view: str | None) -> int:
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


def _explain_sqlite(error: Exception, location: Location) -> Exception:
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & 0xFF
    if "binding" in str(error):
        return SecdbError("a query takes no parameters; write the values into it")
    if "one statement at a time" in str(error) or code in {sqlite3.SQLITE_AUTH, sqlite3.SQLITE_READONLY}:
        return RefusedError(f"{error}; {READING}")
    known = explain(error, location) if isinstance(error, sqlite3.Error) else None
    return known or SecdbError(f"the query does not run: {error}")
