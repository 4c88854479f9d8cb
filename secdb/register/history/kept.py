"""The records against the log: each is what its last change made of it, and none is without a change."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from secdb.models import Base
from secdb.models.records import recorded_tables
from secdb.register.history.lines import decoded
from secdb.register.history.logged import column_names

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_LAST = "(SELECT MAX(n.id) FROM change AS n WHERE n.table_name = :name AND n.row_id = r.id)"
_DIFFERENT = """
SELECT r.id, c.revision_id, CAST({row} AS {text}), CAST(c.new AS {text})
FROM {table} AS r LEFT JOIN change AS c ON c.id = {last}
WHERE {row} {differs} c.new ORDER BY r.id
"""
_GONE = """
SELECT c.row_id, c.revision_id FROM change AS c
WHERE c.table_name = :name AND c.operation <> 'delete' AND NOT EXISTS (SELECT 1 FROM {table} AS r WHERE r.id = c.row_id)
  AND NOT EXISTS (SELECT 1 FROM change AS n WHERE n.table_name = c.table_name AND n.row_id = c.row_id AND n.id > c.id)
ORDER BY c.row_id
"""


def row_faults(connection: sa.Connection) -> Iterator[tuple[int | None, str]]:
    """Yield the revision and a message for every record that is not what the log says: it was written past the log."""
    for name in recorded_tables():
        yield from _different(connection, name)
        for row_id, number in connection.execute(sa.text(_GONE.format(table=name)), {"name": name}):
            yield number, f"{name} {row_id} is gone, and no revision removed it"


def _different(connection: sa.Connection, name: str) -> Iterator[tuple[int | None, str]]:
    for row_id, number, row, logged in connection.execute(sa.text(_comparison(connection, name)), {"name": name}):
        if number is None:
            yield None, f"{name} {row_id} is in no revision: it was written past the log"
        elif logged is None:
            yield number, f"{name} {row_id} is there, although revision {number} removed it"
        elif fields := _differences(name, _parsed(row), _parsed(logged)):
            yield number, f"{name} {row_id} is not what revision {number} left: {', '.join(fields)} differ"


def _comparison(connection: sa.Connection, name: str) -> str:
    if connection.dialect.name == "postgresql":
        spelt = {"row": "to_jsonb(r)", "text": "text", "differs": "IS DISTINCT FROM"}
    else:
        spelt = {"row": _json(connection, name), "text": "BLOB", "differs": "IS NOT"}
    return _DIFFERENT.format(table=name, last=_LAST, **spelt)


def _json(connection: sa.Connection, name: str) -> str:
    """Spell a row as the triggers of SQLite do; bytes as a backslash, x and hexadecimal."""
    pairs = []
    known = Base.metadata.tables[name].columns
    for column in sorted(column_names(connection, name)):
        if column not in known:  # somebody added it: no trigger logs it
            continue
        value = f'r."{column}"'
        if isinstance(known[column].type, sa.LargeBinary):
            value = f"CASE WHEN {value} IS NOT NULL THEN '\\x' || lower(hex({value})) END"
        pairs.append(f"'{column}', {value}")
    return f"json_object({', '.join(pairs)})"


def _parsed(text: str | bytes) -> dict[str, Any]:
    try:
        row = json.loads(decoded(text))
    except (ValueError, RecursionError):
        return {}
    return row if isinstance(row, dict) else {}


def _differences(name: str, row: Mapping[str, Any], logged: Mapping[str, Any]) -> list[str]:
    """Return the fields in which a record is not as logged; a column that came since then has its default."""
    expected = completed(name, logged)
    return [field for field in expected if field not in row or row[field] != expected[field]]


def completed(name: str, row: Mapping[str, Any]) -> dict[str, Any]:
    """Return a row of the log with all the columns its table has today: one that came since has its default.

    Bytes that were logged before their hash was have it now.
    """
    whole = {column.name: row.get(column.name, _default(column)) for column in Base.metadata.tables[name].columns}
    if name == "document" and "received_sha256" not in row and isinstance(received := whole["received"], str):
        whole["received_sha256"] = hashlib.sha256(bytes.fromhex(received.removeprefix("\\x"))).hexdigest()
    return whole


def _default(column: sa.Column[Any]) -> object:
    given: Any = column.server_default
    if given is None:
        return None
    text = str(getattr(given.arg, "text", given.arg)).strip("'")
    return int(text) if isinstance(column.type, sa.Integer) else text
