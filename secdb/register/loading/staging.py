"""Rows of a table as they were read, in a table of the transaction's own: memory holds only a few of them."""

from __future__ import annotations

import signal
from contextlib import contextmanager
from enum import IntEnum
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from secdb.register.loading.reading import NAMED, Reader
from secdb.register.loading.references import FAILED
from secdb.register.rows.inserting import next_id
from secdb.register.rows.layout import layout_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from secdb.register.loading.references import References
    from secdb.register.loading.refusals import Refusals
    from secdb.register.rows.layout import Layout, Reference
    from secdb.register.rows.problems import Row

_HELD = 250  # rows held before they are staged; more are slower, as they no longer fit the processor's cache


class Fate(IntEnum):
    """What becomes of a staged row."""

    NEW = 0
    ON_RECORD = 1
    REPEATED = 2
    REFUSED = 3


# as plain numbers: a row is not to look them up
_NEW, _ON_RECORD, _REFUSED = Fate.NEW.value, Fate.ON_RECORD.value, Fate.REFUSED.value


class Stage:
    """The staged rows of one table: `table` has one for each, numbered by `row_n` from 1, with its `row_fate`.

    `id` is the record's: of one on record already, or the one it will have. A row that is refused has one too, so that
    what refers to it is found. `row_wave` orders rows that refer to each other.
    """

    def __init__(self, connection: sa.Connection, layout: Layout, references: References, refusals: Refusals) -> None:
        self.layout = layout
        self.reader = Reader(layout, references, refusals)
        self.columns = tuple(name for name in self.reader.empty if not name.endswith(NAMED))
        """The columns of the record but for its id."""
        self.compared = tuple(name for name in layout.compared if name in self.columns)
        """The columns in which a row may differ from a record."""
        self.waves = 1
        self.count = 0
        self.has_refused = False
        self.has_moved = False
        """Whether rows have other ids than they were given while they were read."""
        self.first_id = next_id(connection, layout.table)
        """The id of the first new record."""
        self.table = _table(layout)
        self.table.create(connection)
        self._identity = layout.identity
        self._connection = connection
        self._references = references
        self._ids = references.of(layout.table.name) if layout.has_code else None
        self._free = self.first_id
        self._held: list[tuple[Any, ...]] = []
        self._width = 0

    def add(self, row: Row) -> None:
        """Stage a row, refused or not."""
        self.count += 1
        values = self.reader.read(row)
        if len(self.reader.given) > self._width:
            self._widen()
        name = row.values.get(self._identity)
        record_id = self._identify(name, is_sound=values is not None)
        if values is None:
            self.has_refused = True
            fate, values = _REFUSED, [None] * self._width
        else:
            fate = _NEW if record_id >= self.first_id else _ON_RECORD
        self._held.append((self.count, row.file, row.line, name, fate, record_id, *values))
        if len(self._held) >= _HELD:
            self.flush()

    def value(self, name: str) -> sa.ColumnElement[Any]:
        """Return what selects a value of the record: a column, or what all rows have where no file gives it."""
        kind = self.layout.table.c[name].type
        return self.table.c[name] if name in self.table.c else sa.literal(self.reader.empty[name], kind)

    def _widen(self) -> None:
        """Add the columns that files had not given before; to rows staged already they give what they have without."""
        self.flush()
        for name in self.reader.given[self._width :]:
            kinds = self.layout.table.c
            column: sa.Column[Any] = sa.Column(name, kinds[name].type if name in kinds else sa.Text)
            self.table.append_column(column)
            kind = column.type.compile(self._connection.dialect)
            empty = sa.literal(self.reader.empty[name]).compile(
                self._connection, compile_kwargs={"literal_binds": True}
            )
            self._connection.exec_driver_sql(f"ALTER TABLE {self.table.name} ADD COLUMN {name} {kind} DEFAULT {empty}")
        self._width = len(self.reader.given)

    def flush(self) -> None:
        """Stage what is held."""
        if self._held:
            _write(self._connection, self.table, self._held)
            self._held.clear()

    def finish(self) -> None:
        """Stage what is held, and make ready for questions."""
        self.flush()
        name = self.table.name
        if self._ids is None and self.is_named:
            self._connection.exec_driver_sql(f"CREATE INDEX ix_{name} ON {name} (row_name)")
        if self._connection.dialect.name == "postgresql":
            self._connection.exec_driver_sql(f"ANALYZE {name}")

    def drop(self) -> None:
        """Take the table away."""
        self.table.drop(self._connection)

    @property
    def is_named(self) -> bool:
        """Whether rows may be called by a code or number, so that others can refer to them."""
        return self.layout.identity in self.reader.met

    @property
    def named(self) -> list[Reference]:
        """The references by number that rows of this table may have."""
        met = self.reader.met
        return [one for one in self.layout.references if one.name in met and not layout_of(one.table).has_code]

    @property
    def given_key(self) -> list[str]:
        """The columns of the key that the files give; the others are the same in all rows."""
        met = self.reader.met
        given = {column for field in self.layout.fields if met.intersection(field.columns) for column in field.columns}
        given |= {one.column for one in self.layout.references if one.name in met}
        return [column for column in self.layout.key if column in given]

    def _identify(self, name: str | None, *, is_sound: bool) -> int:
        """Return the id of the record of a row; of a row that is refused one that no record has."""
        if self._ids is None or name is None:
            record_id = self.first_id + self.count - 1 if is_sound else -self.count
            if name and is_sound:
                self._references.remember(self.layout.table.name, name, record_id)
            return record_id
        found = self._ids.get(name)
        if found is None:
            found = self._free if is_sound else FAILED
            self._free += is_sound
            self._references.add(self.layout.table.name, name, found)
        return found


def _table(layout: Layout) -> sa.Table:
    """Return what stages the rows of a layout, without the values."""
    names = ("row_file", "row_line", "row_name", "row_fate", "id")
    return sa.Table(
        f"staged_{layout.table.name}",
        sa.MetaData(),
        sa.Column("row_n", sa.Integer, primary_key=True, autoincrement=False),
        *(sa.Column(name, sa.Text if name in {"row_file", "row_name"} else sa.Integer) for name in names),
        sa.Column("row_wave", sa.Integer, server_default="0"),
        prefixes=["TEMPORARY"],
    )


def _write(connection: sa.Connection, table: sa.Table, rows: Sequence[tuple[Any, ...]]) -> None:
    """Write rows in the way that is quickest on the engine; texts become what the columns hold."""
    given = [column.name for column in table.c if column.server_default is None]
    columns = ", ".join(given)
    if connection.dialect.name == "postgresql":
        cursor: Any = connection.connection.cursor()
        with _uninterrupted(), cursor, cursor.copy(f"COPY {table.name} ({columns}) FROM STDIN") as copy:
            for row in rows:
                copy.write_row(row)
    else:
        places = ", ".join("?" * len(given))
        insert = f"INSERT INTO {table.name} ({columns}) VALUES ({places})"  # noqa: S608 - names of our own
        connection.exec_driver_sql(insert, list(rows))


@contextmanager
def _uninterrupted() -> Iterator[None]:
    """Put Ctrl-C off until the block ends, which is soon.

    A connection that leaves a COPY half way can do nothing else afterwards, or waits for a server that waits for it.
    """
    if not hasattr(signal, "pthread_sigmask"):  # Windows
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
