"""Records as a person would enter them: what an edit begins with, and what the next record often repeats."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from secdb.errors import DateError
from secdb.models import TARGETS, Base, Change, Revision
from secdb.period import parse_date
from secdb.register.entry.entries import Entry
from secdb.register.entry.forms import FieldKind, citation_form, form_of
from secdb.register.entry.names import Names
from secdb.register.rows.asking import SessionRows
from secdb.register.rows.layout import layout_of

if TYPE_CHECKING:
    from secdb.register.entry.forms import Form, FormField


@dataclass(frozen=True, slots=True)
class Stored:
    """A record as texts by field; its parts, each with its number; and the revision at which it was read."""

    values: dict[str, str]
    parts: tuple[Entry, ...]
    name: str
    seen: int


def stored(connection: sa.Connection, noun: str, name: str) -> Stored:
    """Return the record that a name means. Raises NotFoundError, AmbiguousError."""
    form = form_of(noun)
    number = Names(SessionRows(connection)).id_of(noun, name)
    row = _row(connection, form.table, number)
    seen = connection.scalar(sa.select(sa.func.max(Revision.id))) or 0
    parts = [
        one
        for part_name, part in form.parts.items()
        for one in _children(connection, part_name, part.form, part.parent, number)
    ]
    if form.table in TARGETS:
        parts += _children(connection, "citations", citation_form(), f"{form.table}_id", number)
    return Stored(_texts(connection, form, row), tuple(parts), str(row.get("code") or number), seen)


def last_entered(connection: sa.Connection, noun: str) -> dict[str, str]:
    """Return the texts of the noun's record entered last that the next one often has as well; {} when there is none."""
    form = form_of(noun)
    newest = sa.select(Change.row_id).where(Change.table_name == form.table, Change.operation == "insert")
    number = connection.scalar(newest.order_by(Change.id.desc()).limit(1))
    table = Base.metadata.tables[form.table]
    if number is None or connection.scalar(sa.select(table.c.id).where(table.c.id == number)) is None:
        return {}
    carried = {field.name for field in form.fields if field.carried}
    texts = _texts(connection, form, _row(connection, form.table, number))
    if form.table in TARGETS and "cite" in carried:
        for one in _children(connection, "citations", citation_form(), f"{form.table}_id", number)[:1]:
            texts["cite"] = str(one.values["document"])
    return {name: text for name, text in texts.items() if name in carried}


def _row(connection: sa.Connection, table_name: str, number: int) -> dict[str, Any]:
    table = Base.metadata.tables[table_name]
    columns = [column for column in table.c if column.name not in {"text", "received"}]
    return dict(connection.execute(sa.select(*columns).where(table.c.id == number)).mappings().one())


def _children(connection: sa.Connection, name: str, form: Form, parent: str, number: int) -> list[Entry]:
    table = Base.metadata.tables[form.table]
    ids = connection.scalars(sa.select(table.c.id).where(table.c[parent] == number).order_by(table.c.id)).all()
    rows = [_row(connection, form.table, child) for child in ids]
    return [Entry(name, _texts(connection, form, row), edits=str(row["id"])) for row in rows]


def _texts(connection: sa.Connection, form: Form, row: dict[str, Any]) -> dict[str, str]:
    """Return what the columns of a row hold, by field of the form, as texts."""
    texts: dict[str, str] = {}
    for field in form.fields:
        if not field.shorthand:
            texts |= _text(connection, form, field, row)
    return texts


def _text(connection: sa.Connection, form: Form, field: FormField, row: dict[str, Any]) -> dict[str, str]:
    if field.kind is FieldKind.DATE:
        return _date(field.name, row[f"{field.name}_text"], row[f"{field.name}_edtf"])
    if field.kind is FieldKind.RECORD:
        number = row[f"{field.name}_id"]
        table = next(one.table for one in layout_of(form.table).references if one.name == field.name)
        return {} if number is None else {field.name: _named(connection, table, number)}
    value = row[field.name]
    return {} if value is None else {field.name: str(value)}


def _date(name: str, text: str | None, edtf: str | None) -> dict[str, str]:
    """Return the words of a date, and its EDTF where the words do not say it."""
    if text is None:
        return {} if edtf is None else {f"{name}_edtf": edtf}
    try:
        says = parse_date(text).edtf == edtf
    except DateError:
        says = False
    return {name: text} | ({} if says or edtf is None else {f"{name}_edtf": edtf})


def _named(connection: sa.Connection, table_name: str, number: int) -> str:
    if not layout_of(table_name).has_code:
        return str(number)
    table = Base.metadata.tables[table_name]
    return str(connection.execute(sa.select(table.c.code).where(table.c.id == number)).scalar_one())
