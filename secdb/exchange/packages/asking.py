"""The register as one state, asked table by table, in an order that does not depend on how it came about."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from secdb.database import locate
from secdb.exchange.packages.columns import BOUNDS, columns_of, dates_of, has_code, period_of
from secdb.models.identity import KEYS, REPEATING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from secdb.exchange.packages.columns import Column

    Row = dict[str, Any]

# the bytes stand in files of their own, and are read one document at a time
_CONTENT = "SELECT text, received FROM document WHERE id = :id"


@dataclass(frozen=True, slots=True)
class Source:
    """A register of which nothing written meanwhile is seen; `engine` is `sqlite` or `postgresql`."""

    engine: str
    ask: Callable[[str, Mapping[str, object]], Iterator[Row]]

    def revision(self) -> int | None:
        """Return the number of the last revision; None when there is none."""
        [row] = self.ask("SELECT max(id) AS number FROM revision", {})
        number: int | None = row["number"]
        return number

    def counts(self, tables: tuple[str, ...]) -> dict[str, Numbers]:
        """Return how the rows of each table are numbered."""
        found = {}
        for table in tables:
            [row] = self.ask(f'SELECT count(*) AS count, min(id) AS low, max(id) AS high FROM "{table}"', {})  # noqa: S608
            found[table] = Numbers(row["count"], (row["low"], row["high"]) == (1, row["count"]))
        return found

    def rows(self, table: str, numbers: Mapping[str, Numbers]) -> Iterator[Row]:
        """Yield the rows of a table by columns of its file, beside them `<column>_id` and the bounds of dates.

        Rows with a code come in the order of its code points, the dataset `register` first, others in that of their
        ids.
        """
        yield from self.ask(_query(table, numbers, self.engine), {})

    def doubles(self, table: str) -> Iterator[int]:
        """Yield the ids of rows that are the same record as one before them: the database may take such, `load` not."""
        if has_code(table) or table in REPEATING:
            return
        key = ", ".join(f'"{name}"' for name in KEYS[table])
        places = f'SELECT id, row_number() OVER (PARTITION BY {key} ORDER BY id) AS place FROM "{table}"'  # noqa: S608
        for row in self.ask(f"SELECT id FROM ({places}) AS placed WHERE place > 1 ORDER BY id", {}):  # noqa: S608
            yield row["id"]

    def content(self, document_id: int) -> tuple[str | None, bytes | None]:
        """Return the text of a document and the file received for it."""
        [row] = self.ask(_CONTENT, {"id": document_id})
        received = row["received"]
        return row["text"], None if received is None else bytes(received)


@dataclass(frozen=True, slots=True)
class Numbers:
    """How many rows a table has, and whether their ids are 1, 2 and so on, none missing."""

    count: int
    is_whole: bool


@contextmanager
def opened(database: str | None, as_recorded: int | None = None) -> Iterator[Source]:
    """Open the register at a URL or path as it is now, or was at a revision; all questions see the same state.

    On SQLite writers wait until it is closed. What was recorded earlier is rebuilt in memory. Raises as `secdb.open`.
    """
    location = locate(database)
    if as_recorded is not None:
        from secdb.database.reader import open_register

        with open_register(database, as_recorded) as register:
            yield Source(register.engine, lambda sql, values: register.stream(sql, **values))
        return
    if location.path is not None:
        from secdb.database.health import open_reader
        from secdb.database.reader import SqliteReader

        connection = open_reader(location)
        connection.execute("BEGIN")
        reader: Any = SqliteReader(connection)
    else:
        from secdb.database.server import ServerReader

        reader = ServerReader(location, snapshot=True)
    try:
        yield Source(reader.engine, reader.rows)
    finally:
        reader.close()


def _query(table: str, numbers: Mapping[str, Numbers], engine: str) -> str:
    """Return the question for the rows of a table."""
    selected, joined = ["t.id AS row_id"], []
    for one in columns_of(table):
        if one.target is None:
            selected += [f't."{one.source}"'] if one.source else []
            continue
        named, source = _named(one, numbers)
        selected += [f'{named} AS "{one.name}"', f't."{one.source}"']
        joined += [source] if source else []
    selected += [f't."{name}"' for name in _bounds(table)]
    order = _order(table, engine)
    return f'SELECT {", ".join(selected)} FROM "{table}" AS t {" ".join(joined)} ORDER BY {order}'  # noqa: S608


def _order(table: str, engine: str) -> str:
    if not has_code(table):
        return "t.id"
    by_code = 't.code COLLATE "C"' if engine == "postgresql" else "t.code"
    # the user's own dataset is the first in every register
    return f"t.code <> 'register', {by_code}" if table == "dataset" else by_code


def _named(one: Column, numbers: Mapping[str, Numbers]) -> tuple[str, str]:
    """Return what names the row referred to, and the join it needs: its code, or its place among the rows."""
    target = one.target or ""
    if not has_code(target) and numbers[target].is_whole:
        return f't."{one.source}"', ""
    if has_code(target):
        table, named = f'"{target}"', "code"
    else:
        table, named = f'(SELECT id, row_number() OVER (ORDER BY id) AS place FROM "{target}")', "place"  # noqa: S608
    alias = f'"of_{one.name}"'
    return f"{alias}.{named}", f'LEFT JOIN {table} AS {alias} ON {alias}.id = t."{one.source}"'


def _bounds(table: str) -> list[str]:
    bounds = [f"{date}_{part}" for date in dates_of(table) for part in ("earliest", "latest")]
    return bounds + (list(BOUNDS) if period_of(table) else [])
