"""Reading the register: SQL with named parameters in, plain rows out; sqlite3 for files, SQLAlchemy for servers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol, Self

from secdb.database.location import locate

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator, Mapping
    from types import TracebackType

    from secdb.database.location import Location

Row = dict[str, Any]


class Reader(Protocol):
    """One open connection that cannot write."""

    def rows(self, sql: str, parameters: Mapping[str, object]) -> Iterator[Row]:
        """Yield each row as a dict; days as ISO text."""

    def close(self) -> None:
        """Let go of the connection."""


class Register:
    """An open register, to be read; a context manager. `secdb.open()` makes one."""

    def __init__(self, location: Location) -> None:
        self.location = location
        self._reader = _SqliteReader(location) if location.path is not None else _server_reader(location)

    def rows(self, sql: str, **parameters: object) -> list[Row]:
        """Return the rows of a SELECT with `:named` parameters, as dicts; days as ISO text."""
        return list(self._reader.rows(sql, parameters))

    def stream(self, sql: str, **parameters: object) -> Iterator[Row]:
        """Yield the rows one by one."""
        return self._reader.rows(sql, parameters)

    def close(self) -> None:
        """Let go of the database."""
        self._reader.close()

    def __enter__(self) -> Self:
        """Return itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close."""
        self.close()


def open_register(database: str | None = None) -> Register:
    """Open the register at a URL or path (default: SECDB_DATABASE, then the user's data folder) for reading.

    Raises DatabaseError when there is none, or it is of another schema, locked or damaged; nothing is created.
    """
    return Register(locate(database))


class _SqliteReader:
    def __init__(self, location: Location) -> None:
        from secdb.database.health import open_reader

        self._connection: sqlite3.Connection = open_reader(location)

    def rows(self, sql: str, parameters: Mapping[str, object]) -> Iterator[Row]:
        cursor = self._connection.execute(sql, parameters)
        names = [column[0] for column in cursor.description]
        for values in cursor:
            yield dict(zip(names, values, strict=True))

    def close(self) -> None:
        self._connection.close()


def _server_reader(location: Location) -> Reader:
    from secdb.database.server import ServerReader

    return ServerReader(location)
