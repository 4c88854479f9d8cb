"""Drafts to fill in: every field of a form with what it means, filled in where its value is known."""

from __future__ import annotations

import re
from textwrap import wrap
from typing import TYPE_CHECKING

import tomlkit

from secdb.errors import UsageError
from secdb.register.drafts.drafts import parts_of
from secdb.register.entry.forms import FieldKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from secdb.register.entry.entries import Entry, Given
    from secdb.register.entry.forms import Form, FormField

_WIDTH = 100
_NEW = """\
# A new {noun}. Fill in what is known, save and close: it is checked, shown and then recorded.
# A line that begins with # is left out: take the # away to give that field. Empty the file to give up.
"""
_EDIT = """\
# The {noun} {edits} as it stands. Change it, save and close: it is checked, shown and then recorded.
# An empty text (key = "") clears a field; remove = true takes a part off. Empty the file to give up.
"""


def write_draft(  # noqa: PLR0913 - all but the first two by name
    form: Form,
    values: Mapping[str, Given],
    *,
    parts: Sequence[Entry] = (),
    edits: str | None = None,
    seen: int | None = None,
    message: str | None = None,
) -> str:
    """Return a draft of one record, to be filled in; `read_draft` reads the same values and parts back from it.

    Args:
        form: of the record.
        values: what is known; empty texts only of a record that is edited.
        parts: what the record has or is to have; the noun of each is the name of the part (`names`, `citations`).
        edits: code or number of the record that is changed, None for a new one.
        seen: the revision at which the values were read.
        message: of the revision.

    Raises UsageError for a value or part that the form has no place for.
    """
    known = parts_of(form)
    _refuse_unknown(form, values, known, parts)
    head = (_EDIT if edits else _NEW).format(noun=form.noun, edits=edits)
    why = f"# why this is recorded\n{'' if message else '# '}message = {literal(message or '')}\n"
    tables = ["\n".join([f"[[{form.noun}]]", *_address(edits, seen), *_fields(form, values, is_new=edits is None)])]
    tables += [_part(form.noun, known[part.noun], part) for part in parts]
    tables += [_example(form.noun, part) for part in known.values()]
    return "\n".join([head, why, *(f"{table}\n" for table in tables)])


def literal(text: str) -> str:
    """Return the text as TOML, as readable as it can be; every text but one with lone surrogates reads back."""
    is_plain = all(character.isprintable() for line in text.split("\n") for character in line)
    if "\n" in text:
        if is_plain and "'''" not in text and ('"' in text or "\\" in text):
            return f"'''\n{text}'''"
        lines = [tomlkit.string(line).as_string()[1:-1] for line in text.split("\n")]
        return '"""\n' + "\n".join(lines) + '"""'
    if is_plain and "'" not in text and ('"' in text or "\\" in text):
        return tomlkit.string(text, literal=True).as_string()
    return tomlkit.string(text).as_string()


def _refuse_unknown(form: Form, values: Mapping[str, Given], known: Mapping[str, Form], parts: Sequence[Entry]) -> None:
    wrong = [key for key in values if key not in form.keys]
    wrong += [part.noun for part in parts if part.noun not in known]
    wrong += [key for part in parts if part.noun in known for key in part.values if key not in known[part.noun].keys]
    if wrong:
        raise UsageError(f"a draft of a {form.noun} has no place for {', '.join(wrong)}")


def _address(edits: str | None, seen: int | None) -> Iterator[str]:
    if edits is not None:
        yield f"edit = {_number(edits) or literal(edits)}"
    if seen is not None:
        yield f"seen = {seen}"


def _fields(form: Form, values: Mapping[str, Given], *, is_new: bool) -> Iterator[str]:
    """Yield the lines of every field: a comment, and the value, which is a comment itself where nothing is known.

    What a new record requires stands there to be filled in, with an empty text.
    """
    for field in form.fields:
        yield from _comment(field)
        is_there = field.name in values or (is_new and field.required)
        value = _value(field, values.get(field.name, () if field.many else ""))
        yield f"{'' if is_there else '# '}{field.name} = {value}"
        yield from _edtf(field.name, values)


def _edtf(name: str, values: Mapping[str, Given]) -> Iterator[str]:
    if (edtf := values.get(f"{name}_edtf")) is not None:
        yield f"{name}_edtf = {literal(str(edtf))}"


def _comment(field: FormField) -> list[str]:
    return wrap(f"# {field.name}: {_meaning(field)}", _WIDTH, subsequent_indent="#   ", break_long_words=False)


def _meaning(field: FormField) -> str:
    """Return the help of a field with what must be known to fill it in."""
    notes = ["required"] if field.required and not field.default else []
    notes += ['several: ["...", "..."]'] if field.many else []
    notes += [f"{field.default} if left out"] if field.default else []
    notes += ["YYYY-MM-DD"] if field.kind is FieldKind.DAY else []
    notes += ["true or false"] if field.kind is FieldKind.FLAG else []
    words = f": {', '.join(field.words)}" if field.words else ""
    return field.help + (f" ({'; '.join(notes)})" if notes else "") + words


def _value(field: FormField, given: Given) -> str:
    """Return the value of a field as TOML."""
    if not isinstance(given, str):
        return f"[{', '.join(map(literal, given))}]"
    if field.kind is FieldKind.FLAG and given in {"0", "1"}:
        return "true" if given == "1" else "false"
    number = _number(given) if field.kind is FieldKind.NUMBER else None
    return number or literal(given)


def _number(text: str) -> str | None:
    """Return the text if TOML has it as a number that reads back so."""
    return text if re.fullmatch("0|[1-9][0-9]{0,17}", text) else None


def _part(noun: str, form: Form, part: Entry) -> str:
    """Return the table of a part that is there."""
    lines = [f"[[{noun}.{form.noun}]]"]
    lines += [f"number = {_number(part.edits) or literal(part.edits)}"] if part.edits is not None else []
    lines += ["remove = true"] if part.remove else []
    for field in form.fields:
        if field.name in part.values:
            lines.append(f"{field.name} = {_value(field, part.values[field.name])}")
        lines += _edtf(field.name, part.values)
    return "\n".join(lines)


def _example(noun: str, form: Form) -> str:
    """Return a part to fill in, all of it comments."""
    head = f"# to add one of the {form.noun}, take the # away from this line and those needed below"
    fields = [f"# {field.name} = {_value(field, '')}  # {_meaning(field)}" for field in form.fields]
    return "\n".join([head, f"# [[{noun}.{form.noun}]]", *fields])
