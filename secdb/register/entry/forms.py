"""What can be entered of each noun: the fields of its form, from which flags, questions and drafts are made."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING, Any

from secdb.errors import UsageError
from secdb.register.rows.fields import DateField, DayField, HashedField, NumberField, PeriodField, TextField
from secdb.register.rows.layout import layout_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    import sqlalchemy as sa

    from secdb.register.rows.layout import Layout


class FieldKind(StrEnum):
    """How the text of a field is understood."""

    TEXT = "text"
    WORD = "word"  # one of `words`
    DATE = "date"  # a date as the source prints it, or EDTF
    PERIOD = "period"  # an EDTF interval, or "1999 to 2004"
    DAY = "day"  # YYYY-MM-DD
    NUMBER = "number"
    FLAG = "flag"  # yes or no
    RECORD = "record"  # the name, code or number of a record of the noun `refers`


@dataclass(frozen=True, slots=True)
class FormField:
    """One field.

    `required` must be given; `many` may be given several times; `carried`: the next record often has the same;
    `shorthand` stands for another field or for a part of the record.
    """

    name: str
    kind: FieldKind
    help: str
    required: bool = False
    many: bool = False
    carried: bool = False
    shorthand: bool = False
    refers: str | None = None
    words: tuple[str, ...] = ()
    default: str | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """Records that belong to one of the form's, such as the names of a State: `parent` is their column for it."""

    form: Form
    parent: str


@dataclass(frozen=True, slots=True)
class Form:
    """What is asked of one noun; `arguments` are the fields that a command takes by their place."""

    noun: str
    table: str
    fields: tuple[FormField, ...]
    parts: Mapping[str, Part]
    arguments: tuple[str, ...] = ()

    @property
    def layout(self) -> Layout:
        """How its rows are read and matched."""
        return layout_of(self.table)

    def field(self, name: str) -> FormField | None:
        """Return the field of the name, None when there is none."""
        return next((field for field in self.fields if field.name == name), None)

    @property
    def keys(self) -> tuple[str, ...]:
        """Every key that an entry may have: a date may be given with its EDTF (`date`, `date_edtf`)."""
        dates = [field.name for field in self.fields if field.kind is FieldKind.DATE and not field.shorthand]
        return (*(field.name for field in self.fields), *(f"{name}_edtf" for name in dates))


@dataclass(frozen=True, slots=True)
class _Spec:
    """A form in short: fields in the order asked, `*` required, `+` many, `=` carried to the next record.

    `table` where it is not that of the noun's name.
    """

    fields: str
    arguments: str = ""
    parts: str = ""
    table: str = ""


_CITE = " cite= quote locator occurrence"
_SPECS = {
    "dataset": _Spec("code* title* authority licence covers_from covers_to url note", "code title"),
    "state": _Spec("code* name* formal_name alias+ existence un_admission note" + _CITE, "code name", "names codes"),
    "person": _Spec("name* code alias+ note", "name", "names"),
    "treaty": _Spec(
        "code* title* signed signed_at in_force term_years expires depositary registration alias+ requires+ amends+ "
        "prolongs+ supersedes+ note" + _CITE,
        "code title",
        "names relations",
    ),
    "organization": _Spec("code* name* treaty* note", "code name treaty"),
    "document": _Spec(
        "title* file code kind*= date language= publisher= url retrieved_on symbol+ note", "file", "symbols"
    ),
    "statement": _Spec(
        "document*= kind*= title* code date place= addressee= language= start_char end_char signatory+ note" + _CITE,
        "document kind title",
        "signatories",
    ),
    "signatory": _Spec(
        "statement*= state* person capacity= acting accredited_to mode= as_printed joined_on withdrew_on position note"
        + _CITE,
        "statement state",
    ),
    "act": _Spec(
        "treaty*= state*+ kind*= date= effect= organ signer signer_capacity= rank reason contests dataset= note"
        + _CITE,
        "treaty state kind",
    ),
    "membership": _Spec(
        "treaty*= state* from* to by until_by rank reason dataset= note" + _CITE, "treaty state", table="act"
    ),
    "roster": _Spec("treaty*= on*= state*+ complete statement= body= rank dataset= note" + _CITE, "treaty", "entries"),
    "tenure": _Spec(
        "person* state*= office*= from to valid acting accredited_to title rank dataset= note" + _CITE,
        "person state office",
    ),
}
_PARTS = {
    "names of state": ("state_name", "state_id", "name* language form valid note" + _CITE),
    "codes of state": ("state_code", "state_id", "scheme* code* valid"),
    "names of person": ("person_name", "person_id", "name* language form"),
    "names of treaty": ("treaty_name", "treaty_id", "name* language form"),
    "relations of treaty": ("treaty_relation", "treaty_id", "kind* related*"),
    "symbols of document": ("document_symbol", "document_id", "symbol* position"),
    "signatories of statement": (
        "signatory",
        "statement_id",
        "state* person capacity acting accredited_to mode as_printed joined_on withdrew_on position note" + _CITE,
    ),
    "entries of roster": ("roster_entry", "roster_id", "state* position as_printed" + _CITE),
}
CITATION = ("citation", "document* quotation locator occurrence note")

NOUNS = tuple(_SPECS)
"""Every noun that can be entered, a noun after those its records refer to."""

# What the form has beside the columns of its table: kind, help, what it names, its words.
_OWN: dict[str, tuple[FieldKind, str, str | None]] = {
    "cite": (FieldKind.RECORD, "the document that proves it", "document"),
    "quote": (FieldKind.TEXT, "the words of the document that prove it", None),
    "locator": (FieldKind.TEXT, "where it stands there: page, paragraph or annex", None),
    "occurrence": (FieldKind.NUMBER, "which one, from 1, where the words stand in the text several times", None),
    "alias": (FieldKind.TEXT, "another name it is known by", None),
    "requires": (FieldKind.RECORD, "a treaty to which its parties must be parties", "treaty"),
    "amends": (FieldKind.RECORD, "a treaty that it amends", "treaty"),
    "prolongs": (FieldKind.RECORD, "a treaty that it prolongs", "treaty"),
    "supersedes": (FieldKind.RECORD, "a treaty that it supersedes", "treaty"),
    "symbol": (FieldKind.TEXT, "a symbol under which it is cited, such as A/57/88", None),
    "signatory": (FieldKind.TEXT, "who stands under it: STATE[:PERSON[:OFFICE[:signed, issued or named]]]", None),
    "from": (FieldKind.DATE, "first day in office", None),
    "to": (FieldKind.DATE, "last day in office; still in office if left out", None),
    "reason": (FieldKind.TEXT, "why this claim is ranked so, when it contradicts one on record", None),
    "file": (FieldKind.TEXT, "the file it came in: text, PDF, DOCX, HTML or a post in JSON; kept as it is", None),
    "membership.from": (FieldKind.DATE, "first day of membership", None),
    "membership.to": (FieldKind.DATE, "first day it was no member any more; still a member if left out", None),
    "state.name": (FieldKind.TEXT, "its short English name", None),
    "state.formal_name": (FieldKind.TEXT, "its formal English name", None),
    "roster.state": (FieldKind.RECORD, "a State on the list", "state"),
}
# Fields that stand for a column of another name.
_LIKE = {"membership.by": "kind", "membership.until_by": "kind"}
# What the form asks otherwise than the column would.
_DEFAULTS = {
    "dataset": "register",
    "signatory.mode": "signed",
    "signatories.mode": "signed",
    "names.language": "en",
    "names.form": "variant",
    "document.kind": "un_document",
    "membership.by": "participation",
    "membership.until_by": "withdrawal",
}
_HELP = {
    "act.state": "the State; left out for an act for all parties (termination, prolongation, entry_into_force)",
    "membership.by": "the act it began with; participation says only that the State was a member",
    "membership.until_by": "the act it ended with",
    "dataset": "whose record it is",
    "person.code": "the name used in commands; made from the name if left out",
    "document.code": "the name used in commands; made from symbol or title if left out",
    "statement.code": "the name used in commands; made from the document's if left out",
    "contests": "number of the act about the same event that this one contradicts",
    "quotation": "the words of the document that prove it",
}


_KINDS: dict[type, FieldKind] = {
    TextField: FieldKind.TEXT,
    HashedField: FieldKind.TEXT,
    NumberField: FieldKind.NUMBER,
    DayField: FieldKind.DAY,
    DateField: FieldKind.DATE,
    PeriodField: FieldKind.PERIOD,
}


def form_of(noun: str) -> Form:
    """Return the form of a noun. Raises UsageError for a word that is none."""
    if noun not in _SPECS:
        raise UsageError(f"there is no {noun!r} to enter; there are {', '.join(NOUNS)}")
    return _form(noun)


@cache
def citation_form() -> Form:
    """Return the form of a citation, which any record with a `cite` field may have."""
    table, fields = CITATION
    return Form("citations", table, _fields("citations", table, fields), {})


@cache
def _form(noun: str) -> Form:
    spec = _SPECS[noun]
    parts = {name: _part(name, noun) for name in spec.parts.split()}
    table = spec.table or noun
    return Form(noun, table, _fields(noun, table, spec.fields), parts, tuple(spec.arguments.split()))


def _part(name: str, noun: str) -> Part:
    table, parent, fields = _PARTS[f"{name} of {noun}"]
    return Part(Form(name, table, _fields(name, table, fields), {}), parent)


def _fields(noun: str, table: str, spec: str) -> tuple[FormField, ...]:
    return tuple(_field(noun, layout_of(table), word) for word in spec.split())


def _field(noun: str, layout: Layout, word: str) -> FormField:
    name = word.rstrip("*+=")
    required, many, carried = ("*" in word, "+" in word, "=" in word)
    default = _DEFAULTS.get(f"{noun}.{name}", _DEFAULTS.get(name))
    help_ = _HELP.get(f"{noun}.{name}", _HELP.get(name))
    own = _OWN.get(f"{noun}.{name}") or (None if _has_column(layout, name) else _OWN.get(name))
    if own:
        kind, text, refers = own
        return FormField(name, kind, help_ or text, required, many, carried, shorthand=True, refers=refers)
    like = _LIKE.get(f"{noun}.{name}")
    kind, words, refers = _kind(layout, like or name)
    text = help_ or _help(_column(layout, like or name))
    return FormField(name, kind, text, required, many, carried, like is not None, refers, words, default)


def _help(column: sa.Column[Any]) -> str:
    """Return the meaning of a column without what only a reader of SQL needs."""
    return re.sub(r"; NULL = [^;]*|: (?:\w+, )+\w+$", "", column.comment or column.name)


def _has_column(layout: Layout, name: str) -> bool:
    return any(candidate in layout.table.c for candidate in (name, f"{name}_id", f"{name}_edtf"))


def _column(layout: Layout, name: str) -> sa.Column[Any]:
    columns = layout.table.c
    return next(columns[found] for found in (f"{name}_text", name, f"{name}_id") if found in columns)


def _kind(layout: Layout, name: str) -> tuple[FieldKind, tuple[str, ...], str | None]:
    """Return the kind of a column's field, the words of a closed list, and the noun it refers to."""
    for reference in layout.references:
        if reference.name == name:
            return FieldKind.RECORD, (), reference.table
    field = next(
        one for one in layout.fields if name in one.columns or (isinstance(one, DateField) and one.name == name)
    )
    if isinstance(field, TextField) and field.words:
        return FieldKind.WORD, tuple(map(str, field.words)), None
    if isinstance(field, NumberField) and _is_flag(layout, name):
        return FieldKind.FLAG, (), None
    return _KINDS[type(field)], (), None


def _is_flag(layout: Layout, name: str) -> bool:
    return any(str(rule.name).endswith(f"{name}_flag") for rule in layout.table.constraints)
