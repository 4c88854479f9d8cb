"""The columns of a package's tables, as the models have them, and what makes two rows the same record."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from secdb.models import TARGETS, Base
from secdb.models.base import Day
from secdb.register.rows.fields import DateField, DayField, HashedField, NumberField, PeriodField, TextField

if TYPE_CHECKING:
    from collections.abc import Mapping

    from secdb.register.rows.fields import Field

    Key = tuple[object, ...]

# What identifies a record, where that is not its code.
_KEYS = {
    "state_name": ("state_id", "language", "form", "name", "valid"),
    "state_code": ("state_id", "scheme", "code", "valid"),
    "state_succession": ("predecessor_id", "successor_id", "kind", "date_edtf"),
    "person_name": ("person_id", "language", "name"),
    "treaty_name": ("treaty_id", "language", "name"),
    "treaty_relation": ("treaty_id", "related_id", "kind"),
    "document_symbol": ("symbol",),
    "signatory": ("statement_id", "position"),
    "act": ("dataset_id", "treaty_id", "state_id", "kind", "date_edtf", "effect_edtf"),
    "roster": ("dataset_id", "treaty_id", "on_edtf", "statement_id"),
    "roster_entry": ("roster_id", "state_id"),
    "tenure": ("dataset_id", "person_id", "state_id", "office", "acting", "accredited_to", "valid"),
    "citation": (*(f"{target}_id" for target in TARGETS), "document_id", "locator", "quotation", "start_char"),
}
# Tables where several records may have the same key: the first in the file is the first on record, and so on.
_REPEATING = frozenset({"act", "roster"})
# Never in a CSV file: the received file is not part of the format, the others follow from what is.
_RECEIVED = frozenset({"received", "received_type", "received_sha256"})
_LEFT_OUT = frozenset({"id", "sha256"}) | _RECEIVED
_NOT_COMPARED = frozenset({"id", "text"}) | _RECEIVED  # a text is known by its hash


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
        key=("code",) if has_code else _KEYS[name],
        repeats=name in _REPEATING,
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
