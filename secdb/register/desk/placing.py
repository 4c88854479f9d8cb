"""Which records are new and which are on record already."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from secdb.names import fold
from secdb.register.rows.layout import layout_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from secdb.register.entry.records import Record

    Key = tuple[object, ...]

_LISTED = 500  # values of more than this are not listed in the query
# What makes two records the same, where it is not what the package goes by; the first whose columns are all given.
_KEYS: dict[str, tuple[tuple[str, ...], ...]] = {
    "person": (("code",), ("name",)),
    "document": (("sha256",), ("code",), ("kind", "title", "date_edtf")),
    "statement": (("code",), ("document_id", "kind", "title")),
    "signatory": (("statement_id", "position"), ("statement_id", "state_id", "person_id")),
    "document_symbol": (("symbol",),),
}
_BY_NAME = ("name",)
_MAY_BE_EMPTY = frozenset(
    {"person_id", "statement_id", "effect_edtf", "date_edtf", "valid", "accredited_to", "locator"}
)


def key_of(record: Record) -> tuple[tuple[str, ...], Key]:
    """Return the columns by which a record is known, and its values in them."""
    keys = _KEYS.get(record.form.table) or (layout_of(record.form.table).key,)
    columns = next((key for key in keys if _is_given(record, key)), keys[-1])
    return columns, _key(columns, (record.values.get(column) for column in columns))


def _key(columns: tuple[str, ...], values: Iterable[object]) -> Key:
    """Return what two records of the same key have in common; a name by itself is the same however it is written."""
    return (fold(str(next(iter(values)))),) if columns == _BY_NAME else tuple(values)


def _is_given(record: Record, key: Iterable[str]) -> bool:
    return all(column in _MAY_BE_EMPTY or record.values.get(column) is not None for column in key)


def on_record(connection: sa.Connection, records: Sequence[Record]) -> dict[int, sa.Row[Any]]:
    """Return the rows on record of those records that have one, by the place of the record in the sequence."""
    found: dict[int, sa.Row[Any]] = {}
    by_columns: dict[tuple[str, ...], dict[Key, list[int]]] = {}
    for place, record in enumerate(records):
        columns, key = key_of(record)
        by_columns.setdefault(columns, {}).setdefault(key, []).append(place)
    for columns, places in by_columns.items():
        table = records[next(iter(places.values()))[0]].form.layout.table
        query = sa.select(*(column for column in table.c if column.name not in {"text", "received"}))
        for index, column in enumerate(columns):
            values = {key[index] for key in places}
            if len(values) <= _LISTED and None not in values and columns != _BY_NAME:
                query = query.where(table.c[column].in_(values))
        for row in connection.execute(query.order_by(table.c.id.desc())):
            key = _key(columns, (row._mapping[column] for column in columns))  # noqa: SLF001 - SQLAlchemy's name
            found |= dict.fromkeys(places.get(key, ()), row)
    return found
