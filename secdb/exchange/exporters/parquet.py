"""Rows as a Parquet file: typed columns, in groups of rows, so that memory does not grow with the table."""

from __future__ import annotations

import datetime as dt
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Self

from secdb import __version__
from secdb.errors import SecdbError
from secdb.exchange.exporters.asking import FLAGS

if TYPE_CHECKING:
    from pathlib import Path
    from types import TracebackType

    import pyarrow as pa

    from secdb.exchange.exporters.asking import Values
    from secdb.models.schema import Column, Relation

HINT = "a Parquet file needs pyarrow; install it with: pip install 'secdb[arrow]'"
ROWS = 50_000
"""Rows of a group, the last one apart; fewer where their texts are long."""
PACKED = 5_000  # rows that wait as Python's objects, which take ten times the room of Arrow's
CHARACTERS = 16 << 20  # of the texts in a group: a document may have megabytes

# texts of which hardly two are alike; a dictionary of them is as long as they are
_LONG = frozenset({"hash", "message", "new", "note", "old", "previous_hash", "quotation", "sha256", "text"})
_SMALL = "zstd"


class MissingArrowError(SecdbError):
    """pyarrow is not installed; the message says how to install it."""


def require_arrow() -> None:
    """Raise MissingArrowError unless pyarrow can be imported."""
    try:
        import pyarrow.parquet as pq
    except ImportError as error:
        raise MissingArrowError(HINT) from error
    del pq


class ParquetFile:
    """Writes the rows of a view to a new file: a context manager. Days are date32, flags bool, numbers int64.

    The file says (metadata, UTF-8) which program, view, revision and dataset it is from, each column what it means.
    """

    def __init__(self, path: Path, relation: Relation, revision: int | None, dataset: str | None) -> None:
        import pyarrow.parquet as pq

        about = {"view": relation.name, "row": relation.row, "version": __version__}
        about |= {"revision": "" if revision is None else str(revision), "dataset": dataset or ""}
        self._schema = _schema(relation).with_metadata({f"secdb.{key}": value for key, value in about.items() if value})
        self._made = [_MAKERS.get(_kind(column)) for column in relation.columns]
        coded = [c.name for c in relation.columns if _kind(c) == "string" and c.name not in _LONG]
        self._writer = pq.ParquetWriter(path, self._schema, compression=_SMALL, use_dictionary=coded)
        self._texts = [place for place, column in enumerate(relation.columns) if column.name in _LONG]
        self._rows: list[Values] = []
        self._batches: list[pa.RecordBatch] = []
        self._waiting = 0
        self._characters = 0

    def add(self, values: Values) -> None:
        """Take a row."""
        self._rows.append(values)
        self._waiting += 1
        for place in self._texts:
            self._characters += len(values[place] or ())
        if self._waiting >= ROWS or self._characters >= CHARACTERS:
            self._write()
        elif len(self._rows) >= PACKED:
            self._pack()

    def __enter__(self) -> Self:
        """Return itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Write what is left, if all went well, and close the file."""
        if kind is None:
            self._write()
        self._writer.close()

    def _write(self) -> None:
        """Write what waits as one group."""
        import pyarrow as pa

        self._pack()
        if self._batches:
            table = pa.Table.from_batches(self._batches, self._schema)
            self._writer.write_table(table, row_group_size=self._waiting)
        self._batches.clear()
        self._waiting = self._characters = 0

    def _pack(self) -> None:
        import pyarrow as pa

        if not self._rows:
            return
        columns = zip(self._schema, self._made, zip(*self._rows, strict=True), strict=True)
        arrays = [
            pa.array(map(make, values) if make else values, type=field.type, size=len(values))
            for field, make, values in columns
        ]
        self._batches.append(pa.record_batch(arrays, schema=self._schema))
        self._rows.clear()


def _schema(relation: Relation) -> pa.Schema:
    import pyarrow as pa

    kinds = {"string": pa.string(), "date": pa.date32(), "flag": pa.bool_(), "number": pa.int64()}
    return pa.schema(
        [pa.field(one.name, kinds[_kind(one)], metadata={"description": one.meaning}) for one in relation.columns]
    )


def _kind(column: Column) -> str:
    if column.name in FLAGS:
        return "flag"
    return {"date": "date", "integer": "number", "bigint": "number"}.get(column.postgresql, "string")


@lru_cache(1 << 14)
def _day(text: str | None) -> dt.date | None:
    return None if text is None else dt.date.fromisoformat(text)


def _flag(value: int | None) -> bool | None:
    return None if value is None else bool(value)


_MAKERS: dict[str, Any] = {"date": _day, "flag": _flag}
