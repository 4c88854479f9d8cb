"""The schema of a register kept up: brought to another revision, and compared with what this program expects."""

from __future__ import annotations

import sqlite3
import tempfile
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from secdb.database import HEAD
from secdb.database.health import explain, find_revision
from secdb.errors import DatabaseError, UsageError

if TYPE_CHECKING:
    from secdb.database.location import Location

EMPTY = "base"  # what Alembic calls a database without tables


@dataclass(frozen=True, slots=True)
class Step:
    """From which revision to which; twice the same when there was nothing to do."""

    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with the database itself: `check` is schema, integrity or foreign_key."""

    check: str
    object: str
    message: str


def upgrade(location: Location) -> Step:
    """Bring a register to this program's schema; creates none.

    Raises DatabaseError when there is none, or it is newer than this program.
    """
    before = _require_register(location)
    if before != HEAD:
        from secdb.database.migrate import upgrade as run

        run(location.url)
    return Step(before, HEAD)


def downgrade(location: Location, revision: str) -> Step:
    """Take a register back to an earlier schema, `base` = none; what that has no place for is lost.

    Raises DatabaseError when there is no register or it is newer than this program, UsageError for a revision that
    does not exist or is not an earlier one.
    """
    before = require_earlier(location, revision)
    if before != revision:
        from secdb.database.migrate import downgrade as run

        run(location.url, revision)
    return Step(before, find_revision(location) or EMPTY)


def require_earlier(location: Location, revision: str) -> str:
    """Return the register's revision when it can be taken back to the given one; raises as `downgrade` does."""
    from secdb.database.migrate import revisions

    before, known = _require_register(location), [EMPTY, *revisions()]
    if revision not in known:
        raise UsageError(f"there is no revision {revision[:40]!r}; the revisions are {', '.join(known[1:])}")
    if before in known and known.index(revision) > known.index(before):
        raise UsageError(f"the register at {location.shown} is at {before}, before {revision}; use: secdb db upgrade")
    return before


def faults(location: Location) -> list[Fault]:
    """Return how the database differs from what this program makes, and what its engine finds damaged."""
    from secdb.database.migrate import differences

    before = _require_register(location)
    if before != HEAD:
        return [Fault("schema", "alembic_version", f"is at {before}, not {HEAD}; bring it up with: secdb db upgrade")]
    damage = [] if location.path is None else _damage(location, location.path)
    return damage or [Fault("schema", "models", text) for text in differences(location.url)]


def _require_register(location: Location) -> str:
    """Return the revision of an existing register that this program knows, `base` for one taken back to nothing."""
    found = find_revision(location)
    if found is None:
        _require_emptied(location)
    if found is not None and not found.isdigit():
        raise DatabaseError(f"{location.shown} is the database of another program (schema {found}); name another one")
    if found is not None and found > HEAD:
        raise DatabaseError(f"the register at {location.shown} was made by a newer secdb (schema {found}); use it")
    return found or EMPTY


def _require_emptied(location: Location) -> None:
    """Raise DatabaseError unless `downgrade base` was here: it leaves Alembic's own table, empty, and no other."""
    import sqlalchemy as sa

    from secdb.database.connect import make_engine

    engine = make_engine(location.url)
    try:
        tables = sa.inspect(engine).get_table_names()
    finally:
        engine.dispose()
    if "alembic_version" not in tables:
        raise DatabaseError(f"{location.shown} holds no register yet; make one with: secdb init")
    if "dataset" in tables:
        raise DatabaseError(
            f"the register at {location.shown} has its tables, but the revision of its schema is lost (alembic_version "
            "is empty); put back a copy"
        )


def _damage(location: Location, path: Path) -> list[Fault]:
    """Return what SQLite finds wrong in the file, and triggers, views or indexes that are not this program's."""
    try:
        with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)) as connection:
            found = [
                Fault("integrity", "file", text)
                for (text,) in connection.execute("PRAGMA integrity_check")
                if text != "ok"
            ]
            found += [
                Fault("foreign_key", f"{table}:{row}", f"refers to a {parent} that is not there")
                for table, row, parent, _ in connection.execute("PRAGMA foreign_key_check")
            ]
            return found + _altered(_objects(connection))
    except sqlite3.Error as error:
        raise explain(error, location) or error from error


def _altered(present: dict[tuple[str, str], str]) -> list[Fault]:
    """Return what is not as in a register made anew."""
    from secdb.database.migrate import upgrade as run

    with tempfile.TemporaryDirectory(prefix="secdb-") as folder:
        path = Path(folder) / "new.db"
        run(f"sqlite:///{path}")
        with closing(sqlite3.connect(path)) as connection:
            expected = _objects(connection)
    missing = [Fault("schema", f"{kind} {name}", "is missing") for kind, name in expected.keys() - present.keys()]
    altered = [
        Fault("schema", f"{kind} {name}", "is not the one this program makes")
        for kind, name in expected.keys() & present.keys()
        if expected[kind, name] != present[kind, name]
    ]
    # a trigger of somebody else's may write anything; other additions are theirs to make
    strange = [
        Fault("schema", f"trigger {name}", "is none of this program's")
        for kind, name in present.keys() - expected.keys()
        if kind == "trigger"
    ]
    return sorted(missing + altered + strange, key=lambda fault: fault.object)


def _objects(connection: sqlite3.Connection) -> dict[tuple[str, str], str]:
    query = "SELECT type, name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\'"
    return {(kind, name): sql for kind, name, sql in connection.execute(query)}
