"""The columns of a package's tables, as the models have them: what is written, and where in the register it stands.

`secdb.register.rows.layout` says what is read; a test holds the two equal.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from secdb.models import Base
from secdb.models.base import Day

if TYPE_CHECKING:
    from collections.abc import Iterator

    import sqlalchemy as sa

BOUNDS = ("start_earliest", "start_latest", "end_earliest", "end_latest")
PERIODS = ("existence", "valid")
# what follows from other columns when a package is read
_COMPUTED = {*BOUNDS, "sha256", "received_sha256"}
# what stands in files of its own, each with the columns that name it and tell whether it is whole
_FILES = {
    "text": "its text, UTF-8, exactly as received",
    "received": "the file as received, if not plain text",
}


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a CSV file: `kind` is its type in Table Schema, `target` the table that it refers to.

    `source` is the column of the register; None for a number of the row and for what tells of a file.
    """

    name: str
    source: str | None
    kind: str
    meaning: str
    is_required: bool = False
    is_unique: bool = False
    words: tuple[str | int, ...] = ()
    target: str | None = None


@cache
def has_code(table: str) -> bool:
    """Tell whether rows of a table are known by a code; else they have a number in the column `id`."""
    columns = Base.metadata.tables[table].c
    return bool("code" in columns and columns.code.unique)


def identity(table: str) -> str:
    """Return the column by which other rows refer to rows of a table."""
    return "code" if has_code(table) else "id"


@cache
def columns_of(table: str) -> tuple[Column, ...]:
    """Return the columns of a table's file, in the order in which they are written."""
    return tuple(_columns(Base.metadata.tables[table]))


def dates_of(table: str) -> tuple[str, ...]:
    """Return the names of the dates as recorded: `date` for `date_text`, `date_edtf` and the two bounds."""
    return tuple(one.name.removesuffix("_edtf") for one in columns_of(table) if one.name.endswith("_edtf"))


def period_of(table: str) -> str | None:
    """Return the column of a period as recorded, None where a table has none."""
    return next((one.name for one in columns_of(table) if one.name in PERIODS), None)


def _columns(table: sa.Table) -> Iterator[Column]:
    for column in table.c:
        if column.name == "id":
            if not has_code(table.name):
                meaning = "number of the row, inside this package only"
                yield Column("id", None, "integer", meaning, is_required=True)
        elif column.name in _FILES:
            yield from _of_file(column.name)
        elif column.name not in _COMPUTED and not column.name.endswith(("_earliest", "_latest")):
            yield _referring(column) if column.foreign_keys else _plain(column)


def _of_file(name: str) -> Iterator[Column]:
    """Yield what tells of a document's file; the bytes themselves stand in no CSV file."""
    yield Column(f"{name}_file", None, "string", f"file inside this package: {_FILES[name]}")
    yield Column(f"{name}_bytes", None, "integer", "size of that file in bytes")
    yield Column(f"{name}_hash", None, "string", "checksum of that file: sha256: and 64 hexadecimal digits")


def _referring(column: sa.Column[Any]) -> Column:
    target = next(iter(column.foreign_keys)).column.table.name
    named = identity(target)
    return Column(
        column.name.removesuffix("_id"),
        column.name,
        "string" if named == "code" else "integer",
        f"{column.comment} ({target}.{named})",
        is_required=not column.nullable,
        target=target,
    )


def _plain(column: sa.Column[Any]) -> Column:
    import sqlalchemy as sa

    kind = "date" if isinstance(column.type, Day) else "integer" if isinstance(column.type, sa.Integer) else "string"
    return Column(
        column.name,
        column.name,
        kind,
        column.comment or "",
        is_required=not column.nullable,
        is_unique=_is_unique(column),
        words=(0, 1) if _is_flag(column) else tuple(str(word) for word in column.info.get("words", ())),
    )


def _is_unique(column: sa.Column[Any]) -> bool:
    import sqlalchemy as sa

    alone = (list(one.columns) for one in column.table.constraints if isinstance(one, sa.UniqueConstraint))
    return bool(column.unique) or any(len(one) == 1 and one[0] is column for one in alone)


def _is_flag(column: sa.Column[Any]) -> bool:
    return any(str(one.name).endswith(f"__{column.name}_flag") for one in column.table.constraints)
