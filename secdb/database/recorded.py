"""The register as it was at a revision, rebuilt in memory from its history: every report runs on it as it stands."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from functools import cache
from itertools import groupby
from typing import TYPE_CHECKING, Any

from secdb.database.health import open_reader
from secdb.database.reader import SqliteReader
from secdb.errors import DatabaseError, NotFoundError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from secdb.database.location import Location
    from secdb.database.reader import Reader, Row

# what the history does not tell: the schema's revision, the rule, and that periods follow what is written; then the
# history up to the revision. Through the views where there is one: a reader of a server may see no more.
_COPIED = {
    "alembic_version": "SELECT version_num FROM alembic_version",
    "act_effect": "SELECT kind, status, level, resets FROM act_effects",
    "derivation_switch": "SELECT 1 AS id, 1 AS enabled",
    "revision": """
SELECT revision AS id, author, message, program, opened_at, closed_at, previous_hash, hash
FROM revisions WHERE revision <= :number ORDER BY revision
""",
    "change": """
SELECT change AS id, revision AS revision_id, table_name, row_id, operation, CAST(old AS text) AS old,
  CAST(new AS text) AS new
FROM changes WHERE revision <= :number ORDER BY change
""",
}
# without the index of words: a search of the copy reads every document
_SCHEMA = r"""
SELECT sql FROM sqlite_master
WHERE type <> 'trigger' AND name NOT LIKE 'sqlite\_%' ESCAPE '\'
  AND tbl_name NOT IN (SELECT name FROM pragma_table_list WHERE type IN ('virtual', 'shadow'))
ORDER BY type <> 'table', rowid
"""
_TABLES = r"SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite\_%' ESCAPE '\'"
_LAST_CHANGES = """
SELECT new FROM change
WHERE id IN (SELECT MAX(id) FROM change WHERE table_name = :name GROUP BY row_id) AND operation <> 'delete'
ORDER BY row_id
"""
# as the triggers derive them, all keys at once
_DERIVE = (
    """
INSERT INTO membership_event (dataset_id, treaty_id, state_id, act_id, kind, status, level, resets, earliest, latest)
SELECT dataset_id, treaty_id, state_id, act_id, kind, status, level, resets, NULLIF(earliest, ''), NULLIF(latest, '~')
FROM standing_act WHERE state_id IS NOT NULL
""",
    """
INSERT INTO membership_period (dataset_id, treaty_id, state_id, seq, status, start_earliest, start_latest,
  end_earliest, end_latest, origin, opened_by, opened_by_act_id, closed_by, closed_by_act_id)
SELECT dataset_id, treaty_id, state_id, seq, status, start_earliest, start_latest,
  end_earliest, end_latest, origin, opened_by, opened_by_act_id, closed_by, closed_by_act_id
FROM derived_period
""",
)


def open_recorded(location: Location, number: int) -> sqlite3.Connection:
    """Return a read-only connection to a copy of the register as it was at a revision; 0 = before anything.

    The copy is SQLite in memory whatever engine the register has, and nothing written later reaches it. Raises
    NotFoundError for a revision that does not exist, DatabaseError for a register that cannot be read or whose history
    is damaged.
    """
    memory = sqlite3.connect(":memory:", isolation_level=None)
    try:
        (_read_file if location.path is not None else _read_server)(memory, location, number)
        memory.execute("PRAGMA query_only = ON")
    except BaseException:
        memory.close()
        raise
    return memory


def require_revision(reader: Reader, number: int) -> int:
    """Return the number of the last revision. Raises NotFoundError unless the one asked for exists; 0 always does."""
    rows = reader.rows("SELECT revision FROM revisions ORDER BY revision", {})
    numbers: list[int] = [0, *(row["revision"] for row in rows)]
    if number not in numbers:
        raise NotFoundError(f"there is no revision {number}; the last is {numbers[-1]} (list them with: secdb log)")
    return numbers[-1]


def _read_file(memory: sqlite3.Connection, location: Location, number: int) -> None:
    with closing(open_reader(location)) as register:
        register.execute("BEGIN")  # the same state for every query, whoever writes meanwhile
        source = SqliteReader(register)
        if require_revision(source, number) == number:
            register.backup(memory)
            return
        schema = [statement for (statement,) in register.execute(_SCHEMA)]
        _copy(memory, source, schema, number)
    _rebuild(memory, location)


def _read_server(memory: sqlite3.Connection, location: Location, number: int) -> None:
    from secdb.database.server import ServerReader

    with closing(ServerReader(location, snapshot=True)) as source:
        require_revision(source, number)
        _copy(memory, source, _new_schema(), number)
    _rebuild(memory, location)


@cache
def _new_schema() -> tuple[str, ...]:
    """Return the schema that the migrations give an SQLite register."""
    import tempfile
    from pathlib import Path

    from secdb.database.migrate import upgrade

    with tempfile.TemporaryDirectory(prefix="secdb-") as folder:
        path = Path(folder) / "new.db"
        upgrade(f"sqlite:///{path}")
        with closing(sqlite3.connect(path)) as register:
            return tuple(statement for (statement,) in register.execute(_SCHEMA))


def _copy(memory: sqlite3.Connection, source: Reader, schema: Iterable[str], number: int) -> None:
    """Make the schema, without its triggers, and take over what the history does not tell and the history itself."""
    # a row of long ago may break a rule made since; it is what the register said
    memory.execute("PRAGMA ignore_check_constraints = ON")
    memory.execute("BEGIN")
    for statement in schema:
        memory.execute(statement)
    for table, query in _COPIED.items():
        _insert(memory, table, source.rows(query, {"number": number} if ":number" in query else {}))


def _rebuild(memory: sqlite3.Connection, location: Location) -> None:
    """Put every row where its last change left it, and derive the membership periods."""
    try:
        for (table,) in memory.execute(_TABLES).fetchall():
            if table not in _COPIED:
                _insert(memory, table, _recorded_rows(memory, table))
        for statement in _DERIVE:
            memory.execute(statement)
    except (AttributeError, TypeError, ValueError, sqlite3.Error) as error:  # whatever a damaged history holds
        raise DatabaseError(
            f"the history of {location.shown} does not make a whole register ({error}); look at it with: secdb verify"
        ) from error
    memory.execute("COMMIT")


def _recorded_rows(memory: sqlite3.Connection, table: str) -> Iterator[Row]:
    """Yield what the last changes left of a table's rows, in its columns of today; those of other days fall away."""
    types = {column[1]: column[2] for column in memory.execute(f'PRAGMA table_info("{table}")')}
    for (new,) in memory.execute(_LAST_CHANGES, {"name": table}):
        yield {name: _stored(value, types[name]) for name, value in json.loads(new).items() if name in types}


def _stored(value: Any, kind: str) -> object:  # noqa: ANN401 - any value of JSON
    """Return a value as the table holds it: bytes stand in the history as hexadecimal after a backslash and an x."""
    return bytes.fromhex(value[2:]) if kind == "BLOB" and value is not None else value


def _insert(memory: sqlite3.Connection, table: str, rows: Iterable[Row]) -> None:
    """Insert the rows one by one as they come; a column that a row does not have gets its default."""
    for names, alike in groupby(rows, key=tuple):
        columns = ", ".join(f'"{name}"' for name in names)
        marks = ", ".join("?" * len(names))
        statement = f'INSERT INTO "{table}" ({columns}) VALUES ({marks})'  # noqa: S608 - names of our own schema
        memory.executemany(statement, (tuple(row.values()) for row in alike))
