"""From what a person gives to what the table holds: every text understood, every name found, or a problem noted."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import TYPE_CHECKING

from secdb.errors import NotFoundError, SecdbError
from secdb.register.entry.entries import NO_FILE
from secdb.register.entry.forms import FieldKind, citation_form, form_of
from secdb.register.entry.names import how_to_add
from secdb.register.entry.shorthand import citations_of, parts_of, several, values_of
from secdb.register.rows.fields import DateField, FieldError, PeriodField
from secdb.register.rows.problems import ProblemsError
from secdb.vocabulary import ActKind

if TYPE_CHECKING:
    from collections.abc import Mapping

    from secdb.register.entry.entries import Entry, Given
    from secdb.register.entry.forms import Form, FormField
    from secdb.register.entry.names import Names
    from secdb.register.rows.fields import Field, Values
    from secdb.register.rows.problems import Problem

_YES = frozenset({"1", "yes", "y", "true", "t"})
_NO = frozenset({"0", "no", "n", "false", "f"})
FOR_ALL = frozenset({ActKind.TERMINATION, ActKind.PROLONGATION, ActKind.ENTRY_INTO_FORCE})
HIDDEN = {"document": ("text",), "citations": ("start_char",)}
"""Keys beside those of the form: a document's text, which its `file` held, and where words are known to stand."""
CODES = {
    "state": ("[A-Z]{3}", "is no code of a State; it has three letters, as ISO 3166-1 alpha-3 or the COW abbreviation"),
    "": (r"\w[\w.-]{0,63}", "is no code; it is one word of at most 64 letters, figures, hyphens and dots, as cow-igo"),
}
"""The form of new codes, by table, and what is said of another."""
REQUIRED = {
    "cite": "is required: the document in which the words stand",
    "signatory": "names no State; write STATE[:PERSON[:OFFICE[:signed, issued or named]]]",
}
"""What is said of a required field that a shorthand does not give."""
PARTS_FIRST = {"state": ("name", "names"), "roster": ("state", "entries")}
"""Fields that a part of the record may give as well."""


@dataclass(slots=True)
class Record:
    """An entry understood: `values` by column, `stated` the columns that it gives; `is_written`: as a new row."""

    entry: Entry
    form: Form
    values: Values
    stated: frozenset[str]
    parts: dict[str, list[Record]] = field(default_factory=dict)
    citations: list[Record] = field(default_factory=list)
    is_written: bool = False

    @property
    def has_grown(self) -> bool:
        """Tell whether a part of it, or a citation, has been written."""
        parts = [*self.citations, *(part for parts in self.parts.values() for part in parts)]
        return any(part.is_written or part.has_grown for part in parts)


class RecordReader:
    """Reads entries; `problems` gathers what is wrong with them."""

    def __init__(self, names: Names) -> None:
        self._names = names
        self.problems: list[Problem] = []
        self._keys: dict[str, tuple[str, ...]] = {}  # of each form, for ten thousand entries

    def read(self, entry: Entry) -> Record | None:
        """Return the record of an entry with its parts and citations; None when there is a problem."""
        before = len(self.problems)
        form = form_of(entry.noun)
        record = self._record(entry, form)
        for name, entries in parts_of(entry, form).items():
            part = form.parts[name]
            record.parts[name] = [self._record(one, part.form) for one in entries]
        return record if len(self.problems) == before else None

    def _record(self, entry: Entry, form: Form) -> Record:
        self._check_keys(entry, form)
        record = Record(entry, form, {}, frozenset())
        texts = self._texts(entry, form)
        record.stated = _stated(form, texts)
        if not entry.edits:
            texts = _defaults(form) | {name: text for name, text in texts.items() if text}
        self._check_required(entry, form, texts)
        for one in form.layout.fields:
            if not entry.edits or _columns_given(one, texts):
                self._read_field(record, one, texts)
        for named in form.layout.references:
            if form.field(named.name) and (named.name in texts or not entry.edits):
                record.values[named.column] = self._reference(entry, named.name, named.table, texts.get(named.name))
        if form.noun == "document" and (not entry.edits or "text" in texts):
            record.values |= entry.received.columns() if entry.received else NO_FILE
        if form.table != "citation":
            cited = citation_form()
            record.citations = [self._record(one, cited) for one in citations_of(entry)]
        return record

    def _texts(self, entry: Entry, form: Form) -> dict[str, str]:
        """Return the texts by column as files of the table have them."""
        try:
            texts = values_of(entry)
        except SecdbError as error:
            self.problems.append(entry.problem(str(error), "from"))
            return {}
        for one in form.fields:
            if one.name in texts:
                texts[one.name] = _normal(one, texts[one.name], form)
            if one.kind is FieldKind.DATE and one.name in texts and not one.shorthand:
                texts[f"{one.name}_text"] = texts.pop(one.name)
        return texts

    def _check_keys(self, entry: Entry, form: Form) -> None:
        if form.noun not in self._keys:
            self._keys[form.noun] = (*form.keys, *HIDDEN.get(entry.noun, ()))
        known = self._keys[form.noun]
        for name in entry.values:
            if name not in known:
                near = get_close_matches(name, known, 1)
                hint = f"; did you mean {near[0]}?" if near else f"; it has {', '.join(form.keys)}"
                self.problems.append(entry.problem(f"{form.noun} has no such field{hint}", name))

    def _check_required(self, entry: Entry, form: Form, texts: Mapping[str, str]) -> None:
        for name in missing(entry, form, texts):
            if name != "cite":  # the citation says so itself
                given_as = entry.given_as.get(name, "")
                self.problems.append(entry.problem(REQUIRED.get(given_as, "is required"), name))

    def _read_field(self, record: Record, one: Field, texts: Mapping[str, str]) -> None:
        try:
            record.values.update(one.read(texts))
        except FieldError as error:
            name = error.column.removesuffix("_text")
            name = "from" if isinstance(one, PeriodField) and name not in record.entry.values else name
            if str(error) != "is required":  # said already
                self.problems.append(record.entry.problem(str(error), name))
        if record.form.layout.has_code and "code" in one.columns and (code := texts.get("code")):
            pattern, advice = CODES.get(record.form.table, CODES[""])
            if not re.fullmatch(pattern, code):
                self.problems.append(record.entry.problem(advice, "code"))

    def _reference(self, entry: Entry, name: str, noun: str, text: str | None) -> int | None:
        if not text:
            return None
        try:
            return self._names.id_of(noun, text)
        except SecdbError as error:
            advice = how_to_add(noun, text) if isinstance(error, NotFoundError) else ""
            self.problems.append(entry.problem(f"{error}{advice}", name, text))
            return None


def missing(entry: Entry, form: Form, texts: Mapping[str, Given]) -> list[str]:
    """Return the required fields that an entry does not give, as texts (by column) or parts; of an edit, empties."""
    lacking = [
        one.name
        for one in form.fields
        if one.required
        and not one.default
        and not _is_given(entry, one.name, texts)
        and _is_wanted(entry, form, one.name)
    ]
    if form.noun == "act" and not entry.edits and not any(_is_given(entry, name, texts) for name in ("date", "effect")):
        lacking.append("date")
    words = any(entry.values.get(name) for name in ("quote", "locator"))
    if words and form.field("cite") and not entry.values.get("cite"):
        lacking.append("cite")
    return lacking


def _is_given(entry: Entry, name: str, texts: Mapping[str, Given]) -> bool:
    given = (entry.values.get(name, ()), *(texts.get(f"{name}{part}", ()) for part in ("", "_text", "_edtf")))
    return any(several(one) for one in given)


def _is_wanted(entry: Entry, form: Form, name: str) -> bool:
    """Tell whether a required field is required of this entry: a part may give it, and not every act has a State."""
    if entry.edits and name not in entry.values:
        return False
    if form.noun == "act" and name == "state" and entry.values.get("kind") in FOR_ALL:
        return False
    field_name, part = PARTS_FIRST.get(form.noun, ("", ""))
    return not (name == field_name and entry.parts.get(part))


def require_no_problems(problems: list[Problem]) -> None:
    """Raise ProblemsError if there are any."""
    if problems:
        raise ProblemsError(problems)


def _columns_given(one: Field, texts: Mapping[str, str]) -> bool:
    return any(column in texts for column in one.columns)


def _stated(form: Form, texts: Mapping[str, str]) -> frozenset[str]:
    """Return the columns whose values the entry gives."""
    given = {one.column for one in form.layout.references if texts.get(one.name)}
    for one in form.layout.fields:
        if any(texts.get(column) for column in one.columns):
            given |= {f"{one.name}_edtf"} if isinstance(one, DateField) else set(one.columns)
    return frozenset(given)


def _defaults(form: Form) -> dict[str, str]:
    return {one.name: one.default for one in form.fields if one.default}


def _normal(one: FormField, text: str, form: Form) -> str:
    """Return the text as the table's file would have it: words with underscores, flags as 0 or 1, codes in its case."""
    if one.name == "code" and form.layout.has_code:
        return text.strip().upper() if form.table == "state" else text.strip().lower()
    if one.kind is FieldKind.WORD:
        word = text.strip().casefold().replace("-", "_").replace(" ", "_")
        return word if word in one.words else text
    if one.kind is FieldKind.FLAG:
        answer = text.strip().casefold()
        return "1" if answer in _YES else "0" if answer in _NO else text
    return text.strip() if one.kind is not FieldKind.TEXT else text
