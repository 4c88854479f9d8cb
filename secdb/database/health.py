"""Can this register be read? What SQLite and the schema's version say against it, in one line with what to do.

Nothing here creates or changes a database, except that what a killed writer left half-written is undone.
"""

from __future__ import annotations

import re
import sqlite3
import stat
from contextlib import closing
from typing import TYPE_CHECKING

from secdb.database import HEAD
from secdb.errors import DatabaseError

if TYPE_CHECKING:
    from pathlib import Path

    from secdb.database.location import Location

WAIT_SECONDS = 5.0  # a reader waits for a writer's commit

_DAMAGED = "the register at {} is damaged; put back a copy, or save what can be read with: sqlite3 FILE .recover"
_LOCKED = "the register at {} is locked by another program; try again when it has finished"
_CLOSED = "{} cannot be opened; look at the permissions of the file and its folder"
_PRIMARY = 0xFF  # an extended code keeps its kind in the low byte
_REASONS = {
    sqlite3.SQLITE_NOTADB: "{} is not a database; name the register with --database or SECDB_DATABASE",
    sqlite3.SQLITE_CORRUPT: _DAMAGED,
    sqlite3.SQLITE_BUSY: _LOCKED,
    sqlite3.SQLITE_LOCKED: _LOCKED,
    sqlite3.SQLITE_CANTOPEN: _CLOSED,
    sqlite3.SQLITE_PERM: _CLOSED,
    sqlite3.SQLITE_READONLY: "the register at {} cannot be written; look at the permissions of the file and its folder",
    sqlite3.SQLITE_FULL: "no room left on the disk of {}; nothing was written",
    sqlite3.SQLITE_IOERR: "{} cannot be read or written: the disk reports an error",
}


def open_reader(location: Location, *, wait: float = WAIT_SECONDS) -> sqlite3.Connection:
    """Return a read-only connection to an SQLite register of this program's schema.

    `wait`: seconds to wait for a writer. Raises DatabaseError, with one line that says what to do, for a file that is
    missing, empty, a folder, no database, of another schema, locked, damaged or not to be read.
    """
    connection = _open(location, wait)
    try:
        _check(_revision(connection, location), location)
    except BaseException:
        connection.close()
        raise
    return connection


def require_current(location: Location) -> None:
    """Raise DatabaseError unless there is a register of this program's schema; SQLite or PostgreSQL."""
    _check(find_revision(location), location)


def find_revision(location: Location) -> str | None:
    """Return the revision of the schema, older and newer ones too; None when the database has no tables.

    Raises DatabaseError for a database that cannot be opened, or has tables that are not a register's.
    """
    if location.path is None:
        from secdb.database.server_health import find_revision as find

        return find(location)
    with closing(_open(location, WAIT_SECONDS)) as connection:
        return _revision(connection, location)


def explain(error: sqlite3.Error, location: Location) -> DatabaseError | None:
    """Return the same error with what to do; None when the statement is at fault and not the database."""
    reason = _REASONS.get(getattr(error, "sqlite_errorcode", 0) & _PRIMARY)
    return None if reason is None else DatabaseError(reason.format(location.shown))


def _open(location: Location, wait: float) -> sqlite3.Connection:
    if location.path is None:
        raise ValueError(f"not an SQLite register: {location.shown}")
    _require_file(location.path)
    try:
        try:
            return _connect(location.path, "ro", wait)
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & _PRIMARY not in {sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN}:
                raise
        return _recover(location.path, wait)
    except sqlite3.Error as error:
        raise explain(error, location) or DatabaseError(f"{location.shown} cannot be opened: {error}") from error


def _connect(path: Path, mode: str, wait: float) -> sqlite3.Connection:
    connection = sqlite3.connect(f"{path.as_uri()}?mode={mode}", uri=True, timeout=wait, isolation_level=None)
    try:
        connection.execute("PRAGMA query_only = ON")
        connection.execute("SELECT COUNT(*) FROM sqlite_master").fetchone()  # the first read that touches the file
    except BaseException:
        connection.close()
        raise
    return connection


def _recover(path: Path, wait: float) -> sqlite3.Connection:
    """Open a file beside which a killed writer left its journal: only a connection that may write can undo it."""
    try:
        _connect(path, "rw", wait).close()
    except sqlite3.OperationalError as error:
        if path.with_name(f"{path.name}-journal").exists():
            raise DatabaseError(
                f"a writer of {path} was interrupted; run any secdb command once as a user who may write there"
            ) from error
        raise
    return _connect(path, "ro", wait)


def _require_file(path: Path) -> None:
    try:
        found = path.stat()
    except (FileNotFoundError, NotADirectoryError):
        raise DatabaseError(f"no register at {path}; make one with: secdb init") from None
    except OSError as error:
        raise DatabaseError(f"{path} cannot be opened: {error.strerror}") from error
    if stat.S_ISDIR(found.st_mode):
        raise DatabaseError(f"{path} is a folder; name the file of the register")
    if not stat.S_ISREG(found.st_mode):
        raise DatabaseError(f"{path} is not a file; name the file of the register")
    if found.st_size == 0:
        raise DatabaseError(f"{path} is empty; make a register of it with: secdb init")


def _revision(connection: sqlite3.Connection, location: Location) -> str | None:
    try:
        tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
        if not tables:
            return None
        if "alembic_version" not in tables:
            raise DatabaseError(f"{location.shown} holds other tables than a register's; name another file")
        row = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    except sqlite3.Error as error:
        raise explain(error, location) or error from error
    return None if row is None else str(row[0])


def _check(revision: str | None, location: Location) -> None:
    if revision == HEAD:
        return
    place = location.shown
    if revision is None:
        raise DatabaseError(f"{place} holds no register yet; make one with: secdb init")
    if not re.fullmatch(r"\d{4}", revision):
        raise DatabaseError(f"{place} is the database of another program (schema {revision}); name another one")
    if revision < HEAD:
        raise DatabaseError(
            f"the register at {place} has the older schema {revision}, not {HEAD}; bring it up with: secdb db upgrade"
        )
    raise DatabaseError(f"the register at {place} was made by a newer secdb (schema {revision}, not {HEAD}); use it")
