"""Which record a code stands for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import sqlalchemy as sa

from secdb.register.rows.layout import layout_of

if TYPE_CHECKING:
    from collections.abc import Mapping

FAILED = 0
"""Stands for the id of a row that has a problem itself: what refers to it is not reported again."""
_RECENT = 1_000  # names of rows kept for those that follow; most refer to the row just before


class References:
    """The ids of all records that have a code: those on record, and those of the package as they come."""

    def __init__(self, connection: sa.Connection) -> None:
        self._connection = connection
        self._ids: dict[str, dict[str, int]] = {}
        self._recent: dict[str, dict[str, int]] = {}

    def of(self, table: str) -> Mapping[str, int]:
        """Return the ids of a table's records by code; what is added later shows in it too."""
        return self._of(table)

    def add(self, table: str, code: str, record_id: int) -> None:
        """Note the id of a row of the package."""
        self._of(table)[code] = record_id

    def recent(self, table: str) -> Mapping[str, int]:
        """Return the ids that the last rows of a table without codes were given, by what the package calls them."""
        return self._recent.setdefault(table, {})

    def remember(self, table: str, name: str, record_id: int) -> None:
        """Note the id that a row of a table without codes is given while it is read."""
        recent = self._recent.setdefault(table, {})
        if len(recent) >= _RECENT:
            recent.clear()
        recent[name] = record_id

    def _of(self, table: str) -> dict[str, int]:
        if table not in self._ids:
            self._ids[table] = self._on_record(table)
        return self._ids[table]

    def _on_record(self, table: str) -> dict[str, int]:
        columns = layout_of(table).table.c
        rows = self._connection.execute(sa.select(columns.code, columns.id))
        return {row.code: row.id for row in rows}
