"""What guards the records: the schema as the migrations make it, and records that could not have passed it.

An owner of the database can take a guard away, write, and put it back; SQLite lets any client switch some off. What was
written then is logged like anything else, so the log alone does not tell.
"""

from __future__ import annotations

import re
import sqlite3
from collections import Counter
from contextlib import closing
from typing import TYPE_CHECKING

import sqlalchemy as sa

from secdb.database.health import WAIT_SECONDS
from secdb.database.migrate import sqlite_objects, stored_objects
from secdb.models import Base
from secdb.models.records import recorded_tables

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

Fault = tuple[str, str]  # the rule and what is wrong

_SERVER_TRIGGERS = ("id", "log", "truncate")  # of every table of records
_SERVER_CONSTRAINTS = """
SELECT conrelid::regclass::text, conname, convalidated FROM pg_constraint
WHERE connamespace = current_schema()::regnamespace
"""
_SERVER_TURNED_OFF = """
SELECT tgrelid::regclass::text, tgname FROM pg_trigger
WHERE tgenabled NOT IN ('O', 'A')
  AND tgrelid IN (SELECT oid FROM pg_class WHERE relnamespace = current_schema()::regnamespace)
ORDER BY 1, 2
"""
_ORPHANS = """
SELECT c.{key}, c."{column}" FROM "{table}" AS c
WHERE c."{column}" IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "{parent}" AS p WHERE p."{target}" = c."{column}")
ORDER BY 1
"""
# rules that only triggers hold: of statements inside their text, of acts that contest
_BEYOND = """
SELECT s.id FROM statement AS s JOIN document AS d ON d.id = s.document_id
WHERE d.text IS NOT NULL AND s.end_char > length(d.text) ORDER BY 1
"""
_CONTESTS = """
SELECT a.id FROM act AS a JOIN act AS b ON b.id = a.contests_id
WHERE b.contests_id IS NOT NULL OR b.dataset_id <> a.dataset_id OR b.treaty_id <> a.treaty_id
  OR COALESCE(b.state_id, 0) <> COALESCE(a.state_id, 0) ORDER BY 1
"""


def guard_faults(connection: sa.Connection) -> Iterator[Fault]:
    """Yield the rule and a message for each guard that is missing, and each record that breaks one.

    `schema`: a part of the schema is gone, changed or switched off, or a trigger was added; `reference`: a record
    points to one that is not there; `constraint`: a record breaks a rule of its table; `text`: a text is none.
    """
    if connection.dialect.name == "sqlite":
        yield from _schema(connection)
        yield from _texts(connection)
    else:
        yield from _server_schema(connection)
    yield from _orphans(connection)
    for (number,) in connection.exec_driver_sql(_BEYOND):
        yield "constraint", f"statement {number} reaches beyond the text of its document"
    for (number,) in connection.exec_driver_sql(_CONTESTS):
        yield "constraint", f"act {number} contests none of the uncontesting acts of its dataset, treaty and State"


def _schema(connection: sa.Connection) -> Iterator[Fault]:
    made, found = sqlite_objects(), dict(stored_objects(connection))
    for kind, name in sorted(made):
        if (kind, name) not in found:
            yield "schema", f"the {kind} {name} is gone"
        elif made[kind, name] != found[kind, name]:
            yield "schema", f"the {kind} {name} is not as this program makes it"
    for kind, name in sorted(found.keys() - made.keys()):
        if kind == "trigger":  # a table, index or view of somebody's own changes nothing
            yield "schema", f"the {kind} {name} is none of this program's"


def stored_faults(path: Path) -> Iterator[Fault]:
    """Yield as `constraint` what SQLite itself finds in a file: CHECK, NOT NULL, UNIQUE, types, and damage."""
    # opened with mode=ro SQLite leaves CHECK out of the check; a file that may not be written it leaves out anyway
    with closing(sqlite3.connect(f"{path.as_uri()}?mode=rw", uri=True, timeout=WAIT_SECONDS)) as connection:
        connection.execute("PRAGMA query_only = ON")
        said = Counter(text for (text,) in connection.execute("PRAGMA integrity_check"))
    for text, times in said.items():
        if text != "ok":
            yield "constraint", f"SQLite says: {text}{f' ({times} times)' if times > 1 else ''}"


def _texts(connection: sa.Connection) -> Iterator[Fault]:
    """Yield records whose text PostgreSQL and other programs could not read."""
    for name in recorded_tables():
        columns = [column.name for column in Base.metadata.tables[name].columns if isinstance(column.type, sa.String)]
        whole = " || ".join(f"COALESCE(\"{column}\", '')" for column in columns) or "''"
        query = f'SELECT id, CAST({whole} AS BLOB) FROM "{name}" ORDER BY id'  # noqa: S608 - names of the models
        for number, value in connection.exec_driver_sql(query):
            if not _is_text(value):
                yield "text", f"{name} {number} holds a NUL character, or bytes that are no UTF-8"


def _is_text(value: bytes) -> bool:
    try:
        return b"\0" not in value and value.decode() is not None
    except UnicodeDecodeError:
        return False


def _server_schema(connection: sa.Connection) -> Iterator[Fault]:
    for table, name in connection.exec_driver_sql(_SERVER_TURNED_OFF):
        yield "schema", f"the trigger {name} of {table} is switched off"
    triggers = {name for (name,) in connection.exec_driver_sql("SELECT tgname FROM pg_trigger WHERE NOT tgisinternal")}
    wanted = (f"{table}_{guard}" for table in recorded_tables() for guard in _SERVER_TRIGGERS)
    for name in sorted({*wanted, *_SERVER_OWN} - triggers):
        yield "schema", f"the trigger {name} is gone"
    found = {(table, name): valid for table, name, valid in connection.exec_driver_sql(_SERVER_CONSTRAINTS)}
    for table in Base.metadata.sorted_tables:
        made = str(sa.schema.CreateTable(table).compile(dialect=connection.dialect))
        for name in sorted(set(re.findall(r"CONSTRAINT (\w+)", made))):
            if not found.get((table.name, name), False):
                gone = "holds for new rows only" if (table.name, name) in found else "is gone"
                yield "schema", f"the constraint {name} of {table.name} {gone}"


_SERVER_OWN = (
    *("act_contest", "act_effect_kept", "act_queue", "change_kept", "change_kept_insert", "change_kept_truncate"),
    *("citation_words", "derivation_switch_kept", "derivation_switch_on", "document_text", "membership_event_truncate"),
    *("membership_event_typed", "membership_period_truncate", "membership_period_typed", "membership_refresh_now"),
    *("revision_kept", "roster_entry_queue", "roster_queue", "state_code_one_state", "state_queue"),
    *("statement_extent", "treaty_queue", "treaty_relation_queue"),
)


def _orphans(connection: sa.Connection) -> Iterator[Fault]:
    for table in Base.metadata.sorted_tables:
        for key in sorted(table.foreign_keys, key=lambda key: key.parent.name):
            names = {"table": table.name, "column": key.parent.name, "parent": key.column.table.name}
            own = "id" if "id" in table.columns else f'"{key.parent.name}"'
            query = _ORPHANS.format(key=own, target=key.column.name, **names)
            for number, value in connection.exec_driver_sql(query):
                told = f"{table.name} {number}" if own == "id" else f"a row of {table.name}"
                yield "reference", f"{told}: there is no {names['parent']} {value}, which {names['column']} names"
