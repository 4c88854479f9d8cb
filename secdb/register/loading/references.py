"""Which record a code, or a number of the package's own, stands for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import sqlalchemy as sa

from secdb.register.rows.layout import layout_of

if TYPE_CHECKING:
    from secdb.register.rows.problems import Place

FAILED = 0
"""Stands for the id of a row that has a problem itself: what refers to it is not reported again."""


class References:
    """The ids of all records that rows can refer to: those on record by code, those of the package as they come."""

    def __init__(self, connection: sa.Connection) -> None:
        self._connection = connection
        self._ids: dict[str, dict[str, int]] = {}
        self._places: dict[str, dict[str, Place]] = {}

    def id_of(self, table: str, name: str) -> int | None:
        """Return the id of the record called so, None when there is none."""
        return self._of(table).get(name)

    def add(self, table: str, name: str, record_id: int) -> None:
        """Note the id of a row of the package."""
        self._of(table)[name] = record_id

    def claim(self, table: str, name: str, place: Place) -> Place | None:
        """Note that the row at a place is called so; return the place of an earlier one that is, which remains."""
        first = self._places.setdefault(table, {}).setdefault(name, place)
        return None if first is place else first

    def _of(self, table: str) -> dict[str, int]:
        if table not in self._ids:
            self._ids[table] = self._on_record(table)
        return self._ids[table]

    def _on_record(self, table: str) -> dict[str, int]:
        layout = layout_of(table)
        if not layout.has_code:
            return {}
        columns = layout.table.c
        rows = self._connection.execute(sa.select(columns.code, columns.id))
        return {row.code: row.id for row in rows}
