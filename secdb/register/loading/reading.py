"""From the rows of a file to records of a table: every value understood, every code found, or a problem noted."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from secdb.register.loading.references import FAILED
from secdb.register.rows.fields import DateField, DayField, FieldError, PeriodField, TextField
from secdb.register.rows.layout import layout_of
from secdb.register.rows.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from secdb.register.loading.references import References
    from secdb.register.loading.refusals import Refusals
    from secdb.register.rows.fields import Field, Texts, Values
    from secdb.register.rows.layout import Layout, Reference
    from secdb.register.rows.problems import Row

NAMED = "_named"
"""Ends the column that holds the number by which a row refers to one without a code: `act_id_named`."""

_REMEMBERED = 8192  # readings of one field; a source states few dates many times


@dataclass(frozen=True, slots=True)
class _Plan:
    """How rows with the same columns are read: what is left to do for each of them."""

    unknown: tuple[str, ...]
    fixed: Values
    fields: tuple[Field, ...]
    coded: tuple[tuple[str, Reference, Mapping[str, int]], ...]
    """The column of the file, what it refers to, and the ids by code."""
    named: tuple[tuple[str, str, bool], ...]
    """The column of the file, the one of the record, and whether it is required."""


class Reader:
    """Reads the rows of one table; what is wrong with them goes to `refusals`."""

    def __init__(self, layout: Layout, references: References, refusals: Refusals) -> None:
        self._layout = layout
        self._references = references
        self._refusals = refusals
        self._fields = [_remembering(field) for field in layout.fields]
        self._plans: dict[tuple[str, ...], _Plan] = {}
        self.empty = _empty(layout)
        """What a row without any column gives."""
        self.met: set[str] = set()
        """The columns that files have had."""
        self.given: list[str] = []
        """The columns of records that those give, in the order in which `read` gives them; it may become longer."""

    def read(self, row: Row) -> Values | None:
        """Return the values of a record as far as files give any; None for a row that is refused."""
        texts = row.values
        header = tuple(texts)
        plan = self._plans.get(header) or self._planned(header, row)
        if plan.unknown:
            problem = Problem(row.file, row.line, plan.unknown[0], None, "there is no such column")
            self._refusals.follow(problem, texts)
            return None
        values = dict(plan.fixed)
        is_sound = True
        for field in plan.fields:
            try:
                values.update(field.read(texts))
            except FieldError as error:
                is_sound = self._refuse(row, error.column, str(error))
        for column, one, ids in plan.coded:
            name = texts.get(column)
            if name:
                values[one.column] = found = ids.get(name)
                if not found:
                    is_sound = self._unfound(row, one, is_failed=found == FAILED)
            elif one.required:
                is_sound = self._refuse(row, column, "is required")
        for column, number, is_required in plan.named:
            values[number] = name = texts.get(column)
            if is_required and not name:
                is_sound = self._refuse(row, column, "is required")
        return values if is_sound else None

    def _planned(self, header: tuple[str, ...], row: Row) -> _Plan:
        """Return the plan for a header not met before."""
        columns = set(header)
        unknown = tuple(column for column in header if column not in self._layout.columns)
        known = ", ".join(sorted(self._layout.columns))
        for column in unknown:
            message = f"the table {self._layout.table.name} has no such column; it has {known}"
            self._refusals.add(Problem(row.file, 1, column, None, message), {})
        fields = [one for one in self._fields if columns.intersection(one.columns) or _default(one) is None]
        given = [one for one in self._layout.references if one.required or one.name in columns]
        coded = tuple((one.name, one, self._references.of(one.table)) for one in given if _has_code(one))
        named = tuple((one.name, one.column + NAMED, one.required) for one in given if not _has_code(one))
        self.met |= columns
        self._give(fields, given)
        fixed: Values = {name: self.empty[name] for name in self.given}
        self._plans[header] = plan = _Plan(unknown, fixed, tuple(fields), coded, named)
        return plan

    def _give(self, fields: Iterable[Field], references: Iterable[Reference]) -> None:
        """Note the columns that fields and references give; plans made for fewer are made anew."""
        found = {column for field in fields for column in (_default(field) or dict.fromkeys(field.columns))}
        found |= {one.column for one in references}
        found |= {one.column + NAMED for one in references if not _has_code(one)}
        if new := [name for name in self.empty if name in found and name not in self.given]:
            self._plans.clear()
            self.given += new

    def _unfound(self, row: Row, one: Reference, *, is_failed: bool) -> bool:
        if not is_failed:
            return self._refuse(row, one.name, f"there is no such {one.table}")
        problem = Problem(row.file, row.line, one.name, row.values.get(one.name), "refers to a row that is refused")
        self._refusals.follow(problem, row.values)
        return False

    def _refuse(self, row: Row, column: str, message: str) -> bool:
        self._refusals.add(Problem(row.file, row.line, column, row.values.get(column), message), row.values)
        return False


class _Remembering:
    """A field that reads each text once, and gives days as ISO text: so both engines take them."""

    def __init__(self, field: Field) -> None:
        self.columns = field.columns
        self._field = field
        self._read: dict[tuple[str | None, ...], Values] = {}

    def read(self, texts: Texts) -> Values:
        """Return what the field gives; FieldError as it has it."""
        key = tuple([texts.get(column) for column in self.columns])
        values = self._read.get(key)
        if values is None:
            if len(self._read) >= _REMEMBERED:
                self._read.clear()
            values = self._read[key] = {name: _iso(value) for name, value in self._field.read(texts).items()}
        return values


def _remembering(field: Field) -> Field:
    if isinstance(field, TextField):
        return _Remembering(field) if field.words else field
    return _Remembering(field) if isinstance(field, DateField | DayField | PeriodField) else field


def _iso(value: Any) -> Any:  # noqa: ANN401 - of any column
    return value.isoformat() if isinstance(value, dt.date) else value


def _default(field: Field) -> Values | None:
    """Return what a field gives where the file has no column for it; None when it is required."""
    try:
        return field.read({})
    except FieldError:
        return None


def _empty(layout: Layout) -> Values:
    """Return what a row without columns gives: the record's values, then the numbers it refers by."""
    values: Values = {column: None for field in layout.fields for column in field.columns}
    values |= {one.column: None for one in layout.references}
    for field in layout.fields:
        values |= _default(field) or {}
    ordered: Values = {column.name: values[column.name] for column in layout.table.c if column.name in values}
    return ordered | {one.column + NAMED: None for one in layout.references if not _has_code(one)}


def _has_code(one: Reference) -> bool:
    return layout_of(one.table).has_code
