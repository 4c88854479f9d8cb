"""Reading a register on PostgreSQL."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING, Any, ClassVar

import sqlalchemy as sa

from secdb.database.connect import make_engine
from secdb.database.health import require_current

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from secdb.database.location import Location


_AT_ONCE = 1_000  # rows in memory when a long answer is read


class ServerReader:
    """One connection that cannot write; a `snapshot` sees nothing written after its first query.

    Without it each query is a transaction of its own: a reader that waits for a person holds no lock.
    """

    engine: ClassVar[str] = "postgresql"

    def __init__(self, location: Location, *, snapshot: bool = False) -> None:
        require_current(location)
        self._engine = make_engine(location.url)
        self._connection = self._engine.connect()
        try:
            (_hold if snapshot else _let_go)(self._connection)
        except BaseException:
            self.close()
            raise

    def rows(self, sql: str, parameters: Mapping[str, object]) -> Iterator[dict[str, Any]]:
        """Yield each row as a dict; days as ISO text."""
        yield from answered(self._connection, sql, parameters)

    def close(self) -> None:
        """Let go of the connection."""
        self._connection.close()
        self._engine.dispose()


def _hold(connection: sa.Connection) -> None:
    """Let all queries see what the first one sees."""
    connection.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True, yield_per=_AT_ONCE)


def _let_go(connection: sa.Connection) -> None:
    """Let each query be a transaction of its own."""
    connection.execution_options(isolation_level="AUTOCOMMIT")
    # the driver says READ ONLY when it begins a transaction: here it begins none
    connection.exec_driver_sql("SET SESSION CHARACTERISTICS AS TRANSACTION READ ONLY")


def answered(connection: sa.Connection, sql: str, parameters: Mapping[str, object]) -> Iterator[dict[str, Any]]:
    """Yield each row of a SELECT with `:named` parameters as a dict; days as ISO text."""
    # given at execution, a text stays untyped and PostgreSQL takes its type from the column it is compared with; a
    # parameter named in a line of comment would be bound as well
    for row in connection.execute(sa.text(re.sub(r"(?m)^ *--.*", "", sql)), dict(parameters)).mappings():
        yield {name: _plain(value) for name, value in row.items()}


def _plain(value: object) -> object:
    return value.isoformat() if isinstance(value, dt.date) else value
