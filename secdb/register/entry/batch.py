"""The rows of a table as entries: one for each row, a roster from the rows of its States."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

from secdb.errors import UsageError
from secdb.register.entry.entries import Entry
from secdb.register.entry.forms import NOUNS, form_of
from secdb.register.rows.problems import Place, Problem, ProblemsError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from secdb.register.entry.forms import Form
    from secdb.register.rows.problems import Row

_LIKE = 0.75  # a column less like a field is not taken for it
_OF_STATE = ("state", "position", "as_printed")
"""Columns of a roster's rows that speak of the State listed; the others make rows one roster."""


def columns_of(noun: str, header: Sequence[str], mapping: Mapping[str, str], file: str) -> dict[str, str]:
    """Return which field each column gives, for the columns that give one.

    `mapping`: fields by column, "" to leave a column out. Raises UsageError for a noun, column or field that is not
    there, ProblemsError for columns that give no field.
    """
    if noun not in NOUNS:
        raise UsageError(f"there is no {noun!r} to import; there are {', '.join(NOUNS)}")
    known = _fields(form_of(noun))
    if strangers := [column for column in mapping if column not in header]:
        raise UsageError(f"the file has no column {strangers[0]!r}; it has {', '.join(header)}")
    if unknown := [field for field in mapping.values() if field and field not in known]:
        raise UsageError(f"{noun} has no field {unknown[0]!r}; it has {', '.join(known)}")
    fields = {column: mapping.get(column, _plain(column)) for column in header}
    problems = [
        Problem(file, 1, column, None, _no_field(noun, column, known))
        for column, field in fields.items()
        if field and field not in known
    ]
    given = [field for field in fields.values() if field]
    problems += [
        Problem(file, 1, field, None, "is given by more than one column")
        for field in dict.fromkeys(given)
        if given.count(field) > 1
    ]
    if problems:
        raise ProblemsError(problems)
    return {column: field for column, field in fields.items() if field}


def entries_of(noun: str, rows: Iterable[Row], columns: Mapping[str, str], shared: Mapping[str, str]) -> list[Entry]:
    """Return the entries of rows; `shared` are the texts of fields that no column gives."""
    form = form_of(noun)
    many = {field.name for field in form.fields if field.many}
    entries = []
    for row in rows:
        texts = {field: text for column, field in columns.items() if (text := row.values.get(column))}
        texts = {**shared, **texts}
        values = {name: tuple(text.split(";")) if name in many else text for name, text in texts.items()}
        entries.append(Entry(noun, values, place=Place(row.file, row.line)))
    return _rosters(entries) if noun == "roster" else entries


def _rosters(rows: Sequence[Entry]) -> list[Entry]:
    """Return one entry for the rows that agree in all but the State."""
    groups: dict[object, list[Entry]] = {}
    for row in rows:
        shared = tuple(sorted((name, text) for name, text in row.values.items() if name not in _OF_STATE))
        groups.setdefault(shared, []).append(row)
    return [_roster(group) for group in groups.values()]


def _roster(rows: Sequence[Entry]) -> Entry:
    first = rows[0]
    values = {name: text for name, text in first.values.items() if name not in _OF_STATE}
    listed = tuple(
        Entry("entries", {"state": state.strip(), **_own(row)}, place=row.place)
        for row in rows
        for state in row.values.get("state", ("",))
    )
    return Entry("roster", values, {"entries": listed}, place=first.place)


def _own(row: Entry) -> dict[str, str]:
    return {name: text for name in _OF_STATE[1:] if isinstance(text := row.values.get(name), str)}


def _fields(form: Form) -> tuple[str, ...]:
    """Return the fields that a column may give."""
    return (*form.keys, *(_OF_STATE[1:] if form.noun == "roster" else ()))


def _plain(column: str) -> str:
    """Return the field that a column is called after."""
    name = column.strip().casefold().replace(" ", "_").replace("-", "_")
    return name.removesuffix("_text")


def _no_field(noun: str, column: str, known: Sequence[str]) -> str:
    near = get_close_matches(_plain(column), known, 1, _LIKE)
    wanted = near[0] if near else "FIELD"
    return f"{noun} has no such field; say which it is with --map '{column}={wanted}', or leave it out with '{column}='"
