"""Reading the register: SQL with named parameters in, plain rows out; sqlite3 for files, SQLAlchemy for servers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Protocol, Self

from secdb.database.location import locate

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator, Mapping
    from types import TracebackType

    from secdb.database.location import Location

Row = dict[str, Any]


class Reader(Protocol):
    """One open connection that cannot write; `engine` is `sqlite` or `postgresql`."""

    engine: ClassVar[str]

    def rows(self, sql: str, parameters: Mapping[str, object]) -> Iterator[Row]:
        """Yield each row as a dict; days as ISO text."""

    def close(self) -> None:
        """Let go of the connection."""


class Register:
    """An open register, to be read; a context manager. `secdb.open()` makes one."""

    def __init__(self, location: Location, as_recorded: int | None = None) -> None:
        self.location = location
        self._reader = _reader(location) if as_recorded is None else _recorded_reader(location, as_recorded)

    @property
    def engine(self) -> str:
        """Return what answers, `sqlite` or `postgresql`; what was recorded earlier is SQLite in memory."""
        return self._reader.engine

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


def open_register(database: str | None = None, as_recorded: int | None = None) -> Register:
    """Open the register at a URL or path (default: SECDB_DATABASE, then the user's data folder) for reading.

    With `as_recorded` it answers what it said at that revision; 0 = before anything. Raises NotFoundError for a
    revision that does not exist, DatabaseError when there is no register, or it is of another schema, locked or
    damaged; nothing is created.
    """
    return Register(locate(database), as_recorded)


class SqliteReader:
    """An SQLite connection, which is closed with it."""

    engine: ClassVar[str] = "sqlite"

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def rows(self, sql: str, parameters: Mapping[str, object]) -> Iterator[Row]:
        """Yield each row as a dict."""
        cursor = self._connection.execute(sql, parameters)
        names = [column[0] for column in cursor.description]
        for values in cursor:
            yield dict(zip(names, values, strict=True))

    def close(self) -> None:
        """Let go of the connection."""
        self._connection.close()


def _reader(location: Location) -> Reader:
    if location.path is not None:
        from secdb.database.health import open_reader

        return SqliteReader(open_reader(location))
    from secdb.database.server import ServerReader

    return ServerReader(location)


def _recorded_reader(location: Location, number: int) -> Reader:
    from secdb.database.recorded import open_recorded, require_revision

    if location.path is None:
        from secdb.database.server import ServerReader

        server = ServerReader(location, snapshot=True)
        try:
            if require_revision(server, number) == number:  # a snapshot stays what it is and hinders no writer
                return server
        except BaseException:
            server.close()
            raise
        server.close()
    return SqliteReader(open_recorded(location, number))
