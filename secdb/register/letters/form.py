"""The draft of a letter as TOML: the keys of the draft that `intake` makes, and those that a reviewer adds."""

from __future__ import annotations

import datetime as dt
import re
import tomllib
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any

from secdb.register.drafts.drafts import syntax_problem
from secdb.register.drafts.toml_lines import lines_of
from secdb.register.rows.problems import Problem, ProblemsError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from secdb.register.drafts.toml_lines import Path

Table = dict[str, Any]
_SPAN = re.compile("[a-z_]+")

NEW = "new"
"""`person = "new"`: nobody on record, whatever the name."""
ACTING = "acting_"
"""What a capacity begins with when the office is held by somebody acting."""

_WORDS = {
    "text": "a text in quotes",
    "day": 'a day, "YYYY-MM-DD"',
    "number": "a whole number",
    "flag": "true or false",
    "texts": 'a list of texts, ["...", "..."]',
    "items": "a list of numbers or texts",
    "spans": "offsets, { name = [start, end] }",
    "places": "offsets, { name = [[start, end], ...] }",
}
_PLACE = "start_char:number end_char:number"
_NAMED = f"state name capacity {_PLACE} spans:spans skip:flag note"
_SPECS = {
    "": "file source sha256 text_sha256 language message author document:table statements:tables rosters:tables "
    "warnings:tables",
    "document": "same_as code kind publisher symbols:texts date:day title session:number agenda_items:items note "
    "spans:places",
    "statements": "skip:flag code kind title date:day place addressee states:texts signatories:tables issuers:tables "
    f"note {_PLACE} spans:spans",
    "signatories": f"person signed:flag {_NAMED}",
    "issuers": _NAMED,
    "rosters": "skip:flag treaty body on:day states:texts complete:flag datasets:texts quote entries:tables note "
    + _PLACE,
    "entries": f"state name {_PLACE} skip:flag",
    "warnings": f"message {_PLACE}",
}
KEYS = {
    name: {word.partition(":")[0]: word.partition(":")[2] or "text" for word in spec.split()}
    for name, spec in _SPECS.items()
}
"""The kind of each key's value, by the name of the table it stands in; `""` is the top."""


@dataclass(frozen=True, slots=True)
class LetterDraft:
    """What the draft of a letter says: `tables` as INTERFACE section 3 has them, and the line of each key."""

    file: str
    tables: Table
    lines: Mapping[Path, int] = field(default_factory=dict)

    def problem(self, path: Path, message: str, value: str | None = None) -> Problem:
        """Return a problem with what stands at a path, such as `("statements", 0, "title")`, at its line."""
        known = path
        while known and known not in self.lines:
            known = known[:-1]
        key = next((part for part in reversed(path) if isinstance(part, str)), None)
        return Problem(self.file, self.lines.get(known, 0), key, value, message)


def kept(table: Table, name: str) -> Iterator[tuple[int, Table]]:
    """Yield the items that are not to be left out, each with its place in the draft."""
    return ((number, one) for number, one in enumerate(table.get(name, ())) if not one.get("skip"))


def is_letter(text: str) -> bool:
    """Tell whether a TOML text is the draft of a letter, and not one of single records."""
    try:
        tables = tomllib.loads(text.removeprefix("\ufeff"))
    except (ValueError, RecursionError):
        return '\nsha256 = "' in f"\n{text}"
    return "sha256" in tables or bool({"statements", "rosters"} & tables.keys())


def read_letter_draft(text: str, file: str) -> LetterDraft:
    """Return the draft of a letter; `file` is its name in messages.

    Raises ProblemsError with everything that is wrong in its form: what is no TOML, unknown keys, values of the wrong
    type. Names, dates and offsets are looked at when it is recorded.
    """
    text = text.removeprefix("\ufeff")
    try:
        tables = tomllib.loads(text)
        lines = lines_of(text)
    except (ValueError, RecursionError) as error:
        raise ProblemsError([syntax_problem(text, file, error)]) from error
    draft = LetterDraft(file, tables, lines)
    problems = _checked(draft, tables, "", ())
    if problems:
        raise ProblemsError(sorted(problems, key=lambda problem: problem.line))
    return draft


def _checked(draft: LetterDraft, table: Table, name: str, path: Path) -> list[Problem]:
    """Return what is wrong with the keys and values of a table; days that TOML has as such become texts."""
    known = KEYS[name]
    problems = _halves(draft, table, name, path)
    for key, value in table.items():
        here = (*path, key)
        if key not in known:
            near = get_close_matches(key, known, n=1)
            advice = f"did you mean {near[0]}?" if near else f"there are {', '.join(known)}"
            problems.append(draft.problem(here, f"no key has this name here; {advice}"))
        elif known[key] == "table" and isinstance(value, dict):
            problems += _checked(draft, value, key, here)
        elif known[key] == "tables" and isinstance(value, list) and all(isinstance(one, dict) for one in value):
            for number, one in enumerate(value):
                problems += _checked(draft, one, key, (*here, number))
        elif known[key] in {"table", "tables"}:
            problems.append(draft.problem(here, f"is no table; begin a line with [[{key}]] and write its keys below"))
        elif not _is_of(known[key], value):
            problems.append(draft.problem(here, f"is not {_WORDS[known[key]]}"))
        elif isinstance(value, dt.date):
            table[key] = value.isoformat()
    return problems


def _is_of(kind: str, value: object) -> bool:
    if kind == "day":
        return isinstance(value, str) or (isinstance(value, dt.date) and not isinstance(value, dt.datetime))
    if kind in {"texts", "items"}:
        return isinstance(value, list) and all(_is_of("text" if kind == "texts" else "item", one) for one in value)
    if kind == "item":
        return isinstance(value, str) or _is_number(value)
    if kind in {"spans", "places"}:
        is_one = _is_span if kind == "spans" else _is_span_or_several
        return isinstance(value, dict) and all(_SPAN.fullmatch(key) and is_one(one) for key, one in value.items())
    return _is_number(value) if kind == "number" else isinstance(value, bool if kind == "flag" else str)


def _is_number(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value >= 0


def _is_span(value: object) -> bool:
    return isinstance(value, list) and len(value) == 2 and all(map(_is_number, value))  # noqa: PLR2004 - start and end


def _is_span_or_several(value: object) -> bool:
    return _is_span(value) or (isinstance(value, list) and all(map(_is_span, value)))


def _halves(draft: LetterDraft, table: Table, name: str, path: Path) -> list[Problem]:
    """Return what is wrong with a table that says only half of something."""
    problems = []
    for key, other in (("start_char", "end_char"), ("end_char", "start_char")):
        if key in table and other not in table:
            problems.append(draft.problem((*path, key), f"stands without {other}"))
    if name == "warnings" and "message" not in table:
        problems.append(draft.problem(path, "has no message"))
    return problems
