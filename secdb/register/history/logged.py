"""The change log as it is stored, byte for byte."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from secdb.models import Change
from secdb.register.history.lines import Lines, decoded

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_AT_ONCE = 250  # changes held in memory; more are slower, as they no longer fit the processor's cache
_COLUMNS = (Change.id, Change.table_name, Change.row_id, Change.operation, Change.old, Change.new)
# A change as the triggers of SQLite write it, in its line: without escapes its rows are canonical as they stand. NULL
# for others; rows written before the triggers sorted the keys begin with the id.
_READY = sa.literal_column(
    """CASE WHEN table_name NOT GLOB '*[^a-z_]*'
  AND COALESCE(new, '') NOT LIKE '%\\%' AND COALESCE(new, '') NOT BETWEEN '{"id":' AND '{"id;'
  AND COALESCE(old, '') NOT LIKE '%\\%' AND COALESCE(old, '') NOT BETWEEN '{"id":' AND '{"id;'
THEN CAST(printf('{"change":%d,"id":%d,"new":%s,"old":%s,"operation":"%s","table":"%s"}
', id, row_id, COALESCE(new, 'null'), COALESCE(old, 'null'), operation, table_name) AS BLOB) END""",
    sa.LargeBinary,
)


@dataclass(frozen=True, slots=True)
class LoggedChange:
    """A change; `is_in_form` = its JSON is written as the triggers write it."""

    id: int
    content: dict[str, Any]
    is_in_form: bool


class Log:
    """The log of one database."""

    def __init__(self, connection: sa.Connection) -> None:
        self._connection = connection
        self._is_text = connection.dialect.name == "sqlite"
        self._orders: dict[str, dict[str, int]] = {}

    def changes(self, number: int) -> Iterator[LoggedChange]:
        """Yield the changes of a revision in their order, without reading them all at once."""
        for change_id, table, row_id, operation, *states in self._stored(number):
            old, new = (self.read(table, state) for state in states)
            content = {"table": table, "id": row_id, "operation": operation, "old": old, "new": new}
            yield LoggedChange(change_id, content, not (isinstance(old, str) or isinstance(new, str)))

    def contents(self, number: int) -> Iterator[bytes]:
        """Yield what the changes of a revision say as canonical lines, many at once, each change with its number.

        It does not look at how they are written: what is not in form is told by `verify`, whatever its hash.
        """
        lines = Lines()
        if not self._is_text:
            for changes in self._exact(Change.revision_id == number).partitions():
                yield b"".join([lines.line(tuple(change)) for change in changes])
            return
        ready = _in_order(sa.select(Change.id, _READY).where(Change.revision_id == number))
        for found in self._connection.execute(ready).partitions():
            if others := [change_id for change_id, line in found if line is None]:
                unready = self._exact(Change.revision_id == number, Change.id.between(others[0], others[-1]))
                made = {change[0]: lines.line(tuple(change)) for change in unready}
                yield b"".join([line or made[change_id] for change_id, line in found])
            else:
                yield b"".join([line for _, line in found])

    def _stored(self, number: int) -> Iterator[tuple[Any, ...]]:
        """Yield the columns of the changes of a revision, texts decoded."""
        for values in self._exact(Change.revision_id == number):
            yield tuple([decoded(value) for value in values])

    def _exact(self, *where: sa.ColumnElement[bool]) -> sa.CursorResult[Any]:
        """Return the columns of changes as they are stored, in order, few of them in memory."""
        query = sa.select(*(exact(self._connection, column) for column in _COLUMNS)).where(*where)
        return self._connection.execute(_in_order(query))

    def read(self, table: str, stored: bytes | str | None) -> dict[str, Any] | str | None:
        """Return the row that a JSON column holds, as `exact` selects it; the text itself when no trigger wrote it so.

        SQLite keeps JSON as text, so that it could be told otherwise and mean the same: with blanks, escapes or its
        keys in another order. Its triggers write as Python does, the keys sorted; early ones in the table's order.
        """
        text = decoded(stored)
        if text is None:
            return None
        try:
            row = json.loads(text)
            is_same = not self._is_text or _minimal(row) == text
        except (ValueError, RecursionError):  # no JSON, or numbers and nesting without end
            return str(text)
        is_in_form = isinstance(row, dict) and is_same and (not self._is_text or self._is_ordered(table, row))
        return row if is_in_form else str(text)

    def _is_ordered(self, table: str, row: Mapping[str, Any]) -> bool:
        """Tell whether the keys are sorted, or as the columns are; columns that came or went since are no matter."""
        if list(row) == sorted(row):
            return True
        if table not in self._orders:
            self._orders[table] = {name: place for place, name in enumerate(column_names(self._connection, table))}
        places = self._orders[table]
        found = [places[name] for name in row if name in places]
        return found == sorted(found)


def _in_order(query: sa.Select[Any]) -> sa.Select[Any]:
    return query.order_by(Change.id).execution_options(yield_per=_AT_ONCE)


def column_names(connection: sa.Connection, table: str) -> list[str]:
    """Return the columns of a table on SQLite in the order the database has them."""
    query = sa.text("SELECT name FROM pragma_table_info(:table) ORDER BY cid")
    return list(connection.scalars(query, {"table": table}))


def exact(connection: sa.Connection, column: Any) -> sa.ColumnElement[Any]:  # noqa: ANN401 - of a table or its class
    """Return what selects a column as it is stored: the bytes of a text on SQLite, JSON as text on PostgreSQL."""
    if isinstance(column.type, sa.Integer):
        return sa.cast(column, sa.BigInteger)
    return sa.cast(column, sa.LargeBinary if connection.dialect.name == "sqlite" else sa.Text)


# made once: `json.dumps` makes an encoder at each call that asks for more than its defaults
_minimal = json.JSONEncoder(separators=(",", ":"), ensure_ascii=False).encode
