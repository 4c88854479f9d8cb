"""Drafts: records as TOML that a person has filled in. `templates` writes them, `marks` shows what is wrong in them.

Records are tables by noun, `[[act]]`, in any order and number, with their parts below, `[[act.citations]]`. The keys
are the fields of the noun's form. `edit = 12` or `edit = "ARM"`: that record is changed, `seen = 7`: as it was read at
that revision; in a part `number = 33` names one that is there, `remove = true` takes it off. Top-level `message` and
`author` are those of the revision.
"""

from __future__ import annotations

import datetime as dt
import re
import tomllib
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import TYPE_CHECKING

from secdb.register.drafts.toml_lines import lines_of, long_strings
from secdb.register.entry.entries import Entry
from secdb.register.entry.forms import NOUNS, FieldKind, citation_form, form_of
from secdb.register.rows.problems import Place, Problem, ProblemsError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from secdb.register.drafts.toml_lines import Path
    from secdb.register.entry.entries import Given
    from secdb.register.entry.forms import Form, FormField

CITATIONS = "citations"
_TOP = ("message", "author")
_OF_RECORD = ("edit", "seen")
_OF_PART = ("number", "remove")
_WORDS = {bool: "true or false", int: "a number", float: "a number with a point", list: "a list", dict: "a table"}


@dataclass(frozen=True, slots=True)
class Draft:
    """What a draft says: its records in the order of the file, and who signs them off with which message."""

    entries: tuple[Entry, ...]
    message: str | None = None
    author: str | None = None


def read_draft(text: str, file: str) -> Draft:
    """Return what the text of a draft says; `file` is its name in messages.

    Texts that are empty in a new record or part count as not given. Raises ProblemsError with everything that is
    wrong: what is no TOML, unknown nouns and keys, values of the wrong type. Names and dates are not looked at.
    """
    text = text.removeprefix("\ufeff")  # some editors begin a file with this mark
    try:
        tables = tomllib.loads(text)
        lines = lines_of(text)
    except (ValueError, RecursionError) as error:
        raise ProblemsError([syntax_problem(text, file, error)]) from error
    reading = _Reading(file, lines)
    entries = reading.entries(tables)
    message, author = (reading.top_text(tables, key) for key in _TOP)
    if reading.problems:
        raise ProblemsError(sorted(reading.problems, key=lambda problem: problem.line))
    return Draft(tuple(entries), message, author)


def parts_of(form: Form) -> Mapping[str, Form]:
    """Return the forms of a record's parts in a draft, by the name of their tables: citations are some of them."""
    parts = {name: part.form for name, part in form.parts.items()}
    return parts | ({CITATIONS: citation_form()} if form.field("cite") else {})


def syntax_problem(text: str, file: str, error: Exception) -> Problem:
    """Return the problem of a text that is no TOML, in words a person can act on."""
    if isinstance(error, RecursionError):
        return Problem(file, 0, None, None, "the lists of this draft stand too deep in one another")
    unclosed = next((span.first for span in long_strings(text) if span.last is None), None)
    if unclosed:
        return Problem(file, unclosed, None, None, "a text begins here and does not end; close it with the same quotes")
    found = re.search(r" \(at line ([0-9]+), column ([0-9]+)\)", str(error))
    line = int(found[1]) if found else text.rstrip().count("\n") + 1
    where = f" at column {found[2]}" if found else ""
    what = re.sub(r" \(at .*\)$", "", str(error))
    return Problem(file, line, None, None, f'this is no TOML{where}: {what}; texts stand in quotes: key = "text"')


@dataclass(slots=True)
class _Reading:
    """Makes entries of tables and notes every problem on the way."""

    file: str
    lines: Mapping[Path, int]
    problems: list[Problem] = field(default_factory=list)

    def entries(self, tables: Mapping[str, object]) -> list[Entry]:
        """Return the records of all nouns in the order of their lines."""
        found = []
        for noun, value in tables.items():
            if noun in NOUNS:
                found += [self._entry(form_of(noun), *one, _OF_RECORD) for one in self._tables((noun,), value)]
            elif noun not in _TOP:
                self._unknown((noun,), [*NOUNS, *_TOP], "record or key")
        return sorted(found, key=lambda entry: entry.place.line)

    def top_text(self, tables: Mapping[str, object], key: str) -> str | None:
        """Return a text from the top of the draft, None when it is empty or not there."""
        value = tables.get(key)
        if value is None or isinstance(value, str):
            return value or None
        self._problem((key,), f'is {_kind(value)}; write {key} = "text"')
        return None

    def _tables(self, path: Path, value: object) -> list[tuple[Path, Mapping[str, object]]]:
        """Return the tables of a noun or part, each with its path; a single `[act]` is one too."""
        if isinstance(value, dict):
            return [(path, value)]
        if isinstance(value, list) and all(isinstance(one, dict) for one in value):
            return [((*path, index), one) for index, one in enumerate(value)]
        name = ".".join(str(key) for key in path if isinstance(key, str))
        self._problem(path, f"is {_kind(value)}; begin a line with [[{name}]] and write its fields below")
        return []

    def _entry(self, form: Form, path: Path, table: Mapping[str, object], own: tuple[str, str]) -> Entry:
        parts = parts_of(form) if own is _OF_RECORD else {}
        for key in table.keys() - {*form.keys, *parts, *own}:
            self._unknown((*path, key), [*form.keys, *parts, *own], "key")
        edits, seen, remove = self._addressed(path, table, own)
        given = [(key, self._value(form, key, (*path, key), table[key])) for key in form.keys if key in table]
        return Entry(
            noun=form.noun,
            values={key: value for key, value in given if value is not None and (value or edits is not None)},
            parts={
                name: tuple(self._part(part, *one, edits) for one in self._tables((*path, name), table[name]))
                for name, part in parts.items()
                if name in table
            },
            place=Place(self.file, self.lines[path]),
            lines={key: self.lines[*path, key] for key in table},
            edits=edits,
            seen=seen,
            remove=remove,
        )

    def _part(self, form: Form, path: Path, table: Mapping[str, object], edited: str | None) -> Entry:
        if edited is None and "number" in table:
            self._problem((*path, "number"), f"nothing is changed without edit = NUMBER in the table [[{path[0]}]]")
        return self._entry(form, path, table, _OF_PART)

    def _addressed(
        self, path: Path, table: Mapping[str, object], own: tuple[str, str]
    ) -> tuple[str | None, int | None, bool]:
        """Return which record or part is meant, the revision at which it was read, and whether it is to go."""
        which, beside = own
        if beside in table and which not in table:
            self._problem((*path, beside), f"needs {which} = NUMBER beside it, of what is on record")
        edits, other = table.get(which), table.get(beside)
        if edits is not None and not (_is_number(edits) or (isinstance(edits, str) and edits.strip())):
            self._problem((*path, which), "give the code or number of what is changed")
        if beside == "seen" and other is not None and not _is_number(other):
            self._problem((*path, beside), "give the number of a revision")
        if beside == "remove" and not isinstance(other, bool | None):
            self._problem((*path, beside), "write remove = true to take it off")
        seen = other if beside == "seen" and isinstance(other, int) else None
        return None if edits is None else str(edits).strip(), seen, beside == "remove" and other is True

    def _value(self, form: Form, key: str, path: Path, value: object) -> Given | None:
        """Return the text or texts of a field, None when the value is of the wrong type."""
        asked = form.field(key)
        if isinstance(value, list) and asked and asked.many:
            texts = [self._text(asked, (*path, index), one) for index, one in enumerate(value)]
            return tuple(text for text in texts if text)
        text = self._text(asked, path, value)
        return (text,) if text and asked and asked.many else text

    def _text(self, asked: FormField | None, path: Path, value: object) -> str | None:
        is_flag = asked is not None and asked.kind is FieldKind.FLAG
        match value:
            case str():
                return value
            case bool() if is_flag:
                return "1" if value else "0"
            case int() if not isinstance(value, bool):
                return str(value)
            case dt.date() if not isinstance(value, dt.datetime):
                return value.isoformat()
        example = f'{asked.name} = ["text", "text"]' if asked and asked.many else f'{_name(path)} = "text"'
        self._problem(path, f"is {_kind(value)}; write {'true or false' if is_flag else example}")
        return None

    def _unknown(self, path: Path, known: Sequence[str], what: str) -> None:
        name = _name(path)
        near = get_close_matches(name.casefold(), known, n=1)
        advice = f"did you mean {near[0]}?" if near else f"there are {', '.join(known)}"
        self._problem(path, f"no {what} has this name; {advice}")

    def _problem(self, path: Path, message: str) -> None:
        self.problems.append(Problem(self.file, self.lines[path], _name(path), None, message))


def _name(path: Path) -> str:
    """Return the key that a path ends with, or the array it leads into."""
    return next(key for key in reversed(path) if isinstance(key, str))


def _is_number(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value >= 0


def _kind(value: object) -> str:
    return _WORDS.get(type(value), "a text" if isinstance(value, str) else "a time of day")
