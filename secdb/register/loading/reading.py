"""From the rows of a file to records of a table: every value understood, every code found, or a problem noted."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from operator import itemgetter
from typing import TYPE_CHECKING, Any, Protocol

from secdb.register.loading.references import FAILED
from secdb.register.rows.fields import DateField, DayField, FieldError, PeriodField, TextField
from secdb.register.rows.layout import layout_of
from secdb.register.rows.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from secdb.register.loading.references import References
    from secdb.register.loading.refusals import Refusals
    from secdb.register.rows.fields import Field, Texts, Value, Values
    from secdb.register.rows.layout import Layout, Reference
    from secdb.register.rows.problems import Row

NAMED = "_named"
"""Ends the column that holds the number by which a row refers to one without a code: `act_id_named`."""

_REMEMBERED = 8192  # readings of one field; a source states few dates many times


@dataclass(frozen=True, slots=True)
class _Plan:
    """How rows with the same columns are read: what is left to do for each of them. A place is one among the values."""

    unknown: tuple[str, ...]
    fixed: list[Value]
    fields: tuple[_Placed, ...]
    coded: tuple[tuple[str, int, Reference, Mapping[str, int]], ...]
    """The column of the file, its place, what it refers to, and the ids by code."""
    named: tuple[tuple[str, int, int, bool, Mapping[str, int]], ...]
    """The column of the file, its place, that of the id, whether it is required, and the ids of recent rows by name."""


class Reader:
    """Reads the rows of one table; what is wrong with them goes to `refusals`."""

    def __init__(self, layout: Layout, references: References, refusals: Refusals) -> None:
        self._layout = layout
        self._references = references
        self._refusals = refusals
        self._plans: dict[tuple[str, ...], _Plan] = {}
        self._seen: dict[tuple[str, ...], dict[Any, tuple[Value, ...]]] = {}
        self.empty = _empty(layout)
        """What a row without any column gives."""
        self.met: set[str] = set()
        """The columns that files have had."""
        self.unplaced: set[str] = set()
        """The columns that name a row which was not just before."""
        self.given: list[str] = []
        """The columns of records that those give, in the order in which `read` gives them; it may become longer."""

    def read(self, row: Row) -> list[Value] | None:
        """Return the values of a record in the order of `given`; None for a row that is refused."""
        texts = row.values
        header = tuple(texts)
        plan = self._plans.get(header) or self._planned(header, row)
        if plan.unknown:
            problem = Problem(row.file, row.line, plan.unknown[0], None, "there is no such column")
            self._refusals.follow(problem, texts)
            return None
        values = plan.fixed.copy()
        is_sound = True
        for field in plan.fields:
            try:
                field.read(texts, values)
            except FieldError as error:
                is_sound = self._refuse(row, error.column, str(error))
        for column, place, one, ids in plan.coded:
            name = texts.get(column)
            if name:
                values[place] = found = ids.get(name)
                if not found:
                    is_sound = self._unfound(row, one, is_failed=found == FAILED)
            elif one.required:
                is_sound = self._refuse(row, column, "is required")
        if plan.named and not self._refer(plan, row, values):
            is_sound = False
        return values if is_sound else None

    def _refer(self, plan: _Plan, row: Row, values: list[Value]) -> bool:
        """Put what a row refers to by number among its values; tell whether it has all that it needs."""
        is_sound = True
        for column, place, target, is_required, recent in plan.named:
            name = row.values.get(column)
            if name:
                values[place] = name
                values[target] = found = recent.get(name)
                if found is None:
                    self.unplaced.add(column)
            elif is_required:
                is_sound = self._refuse(row, column, "is required")
        return is_sound

    def _planned(self, header: tuple[str, ...], row: Row) -> _Plan:
        """Return the plan for a header not met before."""
        columns = set(header)
        unknown = tuple(column for column in header if column not in self._layout.columns)
        known = ", ".join(sorted(self._layout.columns))
        for column in unknown:
            message = f"the table {self._layout.table.name} has no such column; it has {known}"
            self._refusals.add(Problem(row.file, 1, column, None, message), {})
        fields = [one for one in self._layout.fields if columns.intersection(one.columns) or _default(one) is None]
        given = [one for one in self._layout.references if one.required or one.name in columns]
        self.met |= columns
        self._give(fields, given)
        places = {name: place for place, name in enumerate(self.given)}
        coded = tuple(
            (one.name, places[one.column], one, self._references.of(one.table)) for one in given if _has_code(one)
        )
        named = tuple(
            (one.name, places[one.column + NAMED], places[one.column], one.required, self._references.recent(one.table))
            for one in given
            if not _has_code(one)
        )
        fixed = [self.empty[name] for name in self.given]
        placed = tuple(self._placed(field, columns, places) for field in fields)
        self._plans[header] = plan = _Plan(unknown, fixed, placed, coded, named)
        return plan

    def _placed(self, field: Field, columns: set[str], places: Mapping[str, int]) -> _Placed:
        if isinstance(field, TextField) and not field.words:
            return _Plain(field, places[field.name])
        names = tuple(name for name in field.columns if name in columns)
        if names and isinstance(field, TextField | DateField | DayField | PeriodField):
            return _Remembering(field, names, places, self._seen.setdefault(names, {}))
        return _Any(field, places)

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


class _Placed(Protocol):
    """A field that puts what it reads in its places."""

    def read(self, texts: Texts, values: list[Value]) -> None:
        """Put what the field gives among the values; FieldError as it has it."""


class _Plain:
    """A text that needs no look at others."""

    def __init__(self, field: TextField, place: int) -> None:
        self._field = field
        self._place = place

    def read(self, texts: Texts, values: list[Value]) -> None:
        """Put the text in its place; it is read by the field only where there is something to say."""
        text = texts.get(self._field.name)
        if text and "\0" not in text:
            values[self._place] = text
        elif text or self._field.required:
            self._field.read(texts)


class _Remembering:
    """A field that reads each text once, and gives days as ISO text: so both engines take them."""

    def __init__(
        self, field: Field, names: Sequence[str], places: Mapping[str, int], seen: dict[Any, tuple[Value, ...]]
    ) -> None:
        self._field = field
        self._key = itemgetter(*names)
        self._places = places
        self._seen = seen
        self._target = slice(0, 0)  # found with the first reading

    def read(self, texts: Texts, values: list[Value]) -> None:
        """Put what the field gives in its places, which are side by side."""
        key = self._key(texts)
        found = self._seen.get(key)
        if found is None or not self._target.stop:
            found = self._remember(key, texts)
        values[self._target] = found

    def _remember(self, key: object, texts: Texts) -> tuple[Value, ...]:
        read = self._field.read(texts)
        first = min(self._places[name] for name in read)
        self._target = slice(first, first + len(read))
        if len(self._seen) >= _REMEMBERED:
            self._seen.clear()
        in_place = sorted(read, key=self._places.__getitem__)
        self._seen[key] = found = tuple([_iso(read[name]) for name in in_place])
        return found


class _Any:
    """A field of which each text is read, as it is long or seldom comes again."""

    def __init__(self, field: Field, places: Mapping[str, int]) -> None:
        self._field = field
        self._places = places

    def read(self, texts: Texts, values: list[Value]) -> None:
        """Put what the field gives in its places."""
        for name, value in self._field.read(texts).items():
            values[self._places[name]] = value


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
