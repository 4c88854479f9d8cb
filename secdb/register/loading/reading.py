"""From the rows of a file to records of a table: every value understood, every reference found, or a problem noted."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from secdb.register.loading.references import FAILED
from secdb.register.rows.fields import FieldError
from secdb.register.rows.problems import Place, Problem

if TYPE_CHECKING:
    from collections.abc import Iterable

    from secdb.register.loading.references import References
    from secdb.register.rows.fields import Values
    from secdb.register.rows.layout import Layout, Reference
    from secdb.register.rows.problems import Row


@dataclass(slots=True)
class Entry:
    """A row of the package as a record; `forward` are the names of records of its own table, by column."""

    place: Place
    name: str | None
    values: Values
    forward: dict[str, str]


class Reader:
    """Reads the rows of one table; `problems` gathers what is wrong with them."""

    def __init__(self, layout: Layout, references: References, problems: list[Problem]) -> None:
        self._layout = layout
        self._references = references
        self._problems = problems
        own = layout.table.name
        self._within = tuple(one for one in layout.references if one.table == own)
        self._others = tuple(one for one in layout.references if one.table != own)

    def read(self, rows: Iterable[Row]) -> list[Entry]:
        """Return the records of the rows that have no problem; those that have one are known as failed."""
        entries = []
        for number, row in enumerate(rows):
            if number == 0 and not self._check_header(row):
                return []
            if entry := self._entry(row):
                entries.append(entry)
        return entries

    def resolve_forward(self, entry: Entry) -> None:
        """Find the records of its own table that an entry refers to, once all of them are known."""
        for one in self._within:
            name = entry.forward.get(one.name)
            entry.values[one.column] = None if name is None else self._found(entry.place, one, name)

    def _check_header(self, row: Row) -> bool:
        unknown = [column for column in row.values if column not in self._layout.columns]
        known = ", ".join(sorted(self._layout.columns))
        for column in unknown:
            message = f"the table {self._layout.table.name} has no such column; it has {known}"
            self._problems.append(Problem(row.file, 1, column, None, message))
        return not unknown

    def _entry(self, row: Row) -> Entry | None:
        place, before = Place(row.file, row.line), len(self._problems)
        name = row.values.get(self._layout.identity)
        self._check_name(place, name)
        values: Values = {}
        for field in self._layout.fields:
            try:
                values.update(field.read(row.values))
            except FieldError as error:
                self._note(place, error.column, row.values.get(error.column), str(error))
        for one in self._others:
            values[one.column] = self._reference(place, one, row)
        for one in self._within:
            self._check_given(place, one, row)
        if len(self._problems) > before or any(values[one.column] == FAILED for one in self._others):
            if name is not None:
                self._references.add(self._layout.table.name, name, FAILED)
            return None
        forward = {one.name: text for one in self._within if (text := row.values.get(one.name))}
        return Entry(place, name, values, forward)

    def _check_name(self, place: Place, name: str | None) -> None:
        """Note a number or code that another row has."""
        if name is not None and (first := self._references.claim(self._layout.table.name, name, place)):
            self._note(place, self._layout.identity, name, f"stands in line {first.line} as well")

    def _reference(self, place: Place, one: Reference, row: Row) -> int | None:
        name = row.values.get(one.name)
        if name is None:
            self._check_given(place, one, row)
            return None
        return self._found(place, one, name)

    def _check_given(self, place: Place, one: Reference, row: Row) -> None:
        if one.required and not row.values.get(one.name):
            self._note(place, one.name, None, "is required")

    def _found(self, place: Place, one: Reference, name: str) -> int | None:
        record_id = self._references.id_of(one.table, name)
        if record_id is None:
            self._note(place, one.name, name, f"there is no such {one.table}")
        return record_id

    def _note(self, place: Place, column: str | None, value: str | None, message: str) -> None:
        self._problems.append(Problem(place.file, place.line, column, value, message))
