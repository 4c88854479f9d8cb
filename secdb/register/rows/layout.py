"""The columns of a package's tables, as the models have them, and what makes two rows the same record."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from secdb.models import Base
from secdb.models.base import Day
from secdb.models.identity import KEYS, REPEATING
from secdb.register.rows.fields import DateField, DayField, HashedField, NumberField, PeriodField, TextField
from secdb.register.rows.received import ReceivedField

if TYPE_CHECKING:
    from collections.abc import Mapping

    from secdb.register.rows.fields import Field

    Key = tuple[object, ...]

# Never in a CSV file: they follow from what is.
_LEFT_OUT = frozenset({"id", "sha256", "received_type", "received_sha256"})
_NOT_COMPARED = frozenset({"id", "text", "received"})  # they are known by their hashes


@dataclass(frozen=True, slots=True)
class Reference:
    """A column that names a record of another table, or of the same: column `state` for `state_id`."""

    column: str
    table: str
    required: bool

    @property
    def name(self) -> str:
        """The column in the file."""
        return self.column.removesuffix("_id")


@dataclass(frozen=True, slots=True)
class Layout:
    """How rows of a table are written down; `has_code` False = they have a number of their own in column `id`."""

    table: sa.Table
    has_code: bool
    fields: tuple[Field, ...]
    references: tuple[Reference, ...]
    key: tuple[str, ...]
    repeats: bool
    compared: tuple[str, ...]

    @property
    def identity(self) -> str:
        """The column by which rows of the package refer to rows of this table."""
        return "code" if self.has_code else "id"

    def key_of(self, values: Mapping[str, object]) -> Key:
        """Return what identifies the record with these values."""
        return tuple(values[column] for column in self.key)

    @property
    def columns(self) -> frozenset[str]:
        """Every column that a file of this table may have."""
        read = {column for field in self.fields for column in field.columns}
        return frozenset(read | {reference.name for reference in self.references} | {self.identity})


@cache
def layout_of(name: str) -> Layout:
    """Return the layout of a table."""
    table = Base.metadata.tables[name]
    has_code = bool("code" in table.c and table.c.code.unique)
    return Layout(
        table,
        has_code,
        fields=tuple(_fields(table)),
        references=tuple(_references(table)),
        key=("code",) if has_code else KEYS[name],
        repeats=name in REPEATING,
        compared=tuple(column.name for column in table.c if column.name not in _NOT_COMPARED),
    )


def _references(table: sa.Table) -> list[Reference]:
    return [
        Reference(column.name, key.column.table.name, required=not column.nullable)
        for column in table.c
        for key in column.foreign_keys
    ]


def _fields(table: sa.Table) -> list[Field]:
    """Return the fields of a table but for its references."""
    names = [column.name for column in table.c]
    dates = [name.removesuffix("_edtf") for name in names if name.endswith("_edtf")]
    computed = {f"{date}_{part}" for date in dates for part in ("text", "edtf", "earliest", "latest")}
    period = next((name for name in ("existence", "valid") if name in names), None)
    if period:
        computed |= {"start_earliest", "start_latest", "end_earliest", "end_latest"}
    fields: list[Field] = [DateField(date) for date in dates]
    for column in table.c:
        if column.name == period:
            fields.append(PeriodField(period))
        elif column.name not in computed | _LEFT_OUT and not column.foreign_keys:
            fields.append(_plain_field(column))
    return fields


def _plain_field(column: sa.Column[Any]) -> Field:
    """Return the field for a column that is read from the one of its name."""
    if column.name == "text":
        return HashedField(column.name)
    if column.name == "received":
        return ReceivedField(column.name)
    if isinstance(column.type, Day):
        return DayField(column.name)
    default = _default(column)
    required = not column.nullable and default is None
    if isinstance(column.type, sa.Integer):
        return NumberField(column.name, required, None if default is None else int(default))
    return TextField(column.name, required, default, column.info.get("words", ()))


def _default(column: sa.Column[Any]) -> str | None:
    """Return what the database puts in an empty column."""
    given = column.server_default
    if not isinstance(given, sa.DefaultClause):
        return None
    return given.arg if isinstance(given.arg, str) else str(given.arg)
