"""Reading a register on PostgreSQL."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from secdb.database.connect import make_engine
from secdb.database.health import require_current

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from secdb.database.location import Location


class ServerReader:
    """One connection whose transactions are read-only."""

    def __init__(self, location: Location) -> None:
        require_current(location)
        self._engine = make_engine(location.url)
        self._connection = self._engine.connect().execution_options(postgresql_readonly=True)

    def rows(self, sql: str, parameters: Mapping[str, object]) -> Iterator[dict[str, Any]]:
        """Yield each row as a dict; days as ISO text."""
        # given at execution, a text stays untyped and PostgreSQL takes its type from the column it is compared with
        for row in self._connection.execute(sa.text(sql), dict(parameters)).mappings():
            yield {name: _plain(value) for name, value in row.items()}

    def close(self) -> None:
        """Let go of the connection."""
        self._connection.close()
        self._engine.dispose()


def _plain(value: object) -> object:
    return value.isoformat() if isinstance(value, dt.date) else value
