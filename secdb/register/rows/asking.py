"""The SELECTs of reports, asked within the transaction of a writer: they see what it has written."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from secdb.database.server import answered

if TYPE_CHECKING:
    import sqlalchemy as sa


class SessionRows:
    """A connection that answers SELECTs as an open register does (`secdb.lookup.Rows`)."""

    def __init__(self, connection: sa.Connection) -> None:
        self.connection = connection

    def rows(self, sql: str, **parameters: object) -> list[dict[str, Any]]:
        """Return the rows as dicts; days as ISO text."""
        return list(answered(self.connection, sql, parameters))
