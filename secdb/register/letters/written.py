"""The draft of a letter written as TOML, beside each value the words of the text it was taken from."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from secdb.register.drafts.templates import literal
from secdb.register.letters.citing import place_of
from secdb.register.letters.form import KEYS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from secdb.register.drafts.toml_lines import Path
    from secdb.register.letters.form import Table

_HEAD = """\
# What was read in {file}. Look it through, correct it, and record it with: secdb record FILE
# Comments beside values are the words they were taken from, with their line. skip = true leaves a thing out,
# note = "..." is recorded with it. Offsets count the characters of the text from 0.
"""
_SHOWN = 72  # characters of words shown
_NESTED = {"signatories", "issuers", "entries"}
_ALWAYS = {"state"}  # a question when it is not known


def write_letter_draft(tables: Table, text: str, remarks: Mapping[Path, Sequence[str]] | None = None) -> str:
    """Return a letter's draft as TOML; `read_letter_draft` reads the same back.

    Args:
        tables: the draft, as INTERFACE section 3 has it; values that are None are left out.
        text: the text in which it was read.
        remarks: what a reviewer is told of a part of the draft, by the path of the part, `("rosters", 0)`.
    """
    writer = _Writer(text, remarks or {})
    lines = [_HEAD.format(file=_one_line(str(tables.get("file", "a letter")))), *writer.remarks_on(())]
    lines += [*writer.values(tables, "", ()), *writer.warnings(tables)]
    if "document" in tables:
        lines += ["", "[document]", *writer.remarks_on(("document",))]
        lines += writer.values(tables["document"], "document", ("document",))
    for name in ("statements", "rosters"):
        for number, table in enumerate(tables.get(name, ())):
            lines += writer.table(table, (name, number), f"[[{name}]]")
    return "\n".join([*lines, ""])


class _Writer:
    def __init__(self, text: str, remarks: Mapping[Path, Sequence[str]]) -> None:
        self._text = text
        self._remarks = remarks

    def table(self, table: Table, path: Path, head: str) -> Iterator[str]:
        """Yield the lines of a table and of those below it."""
        name = str(path[-2])
        yield from ("", head, *self.remarks_on(path), *self.values(table, name, path))
        for nested in KEYS[name]:
            for number, one in enumerate(table.get(nested, ()) if nested in _NESTED else ()):
                inner = f"[[{head.strip('[]')}.{nested}]]"
                yield from self.table(one, (*path, nested, number), inner)

    def values(self, table: Table, name: str, path: Path) -> Iterator[str]:
        """Yield the lines of the values of a table."""
        for key, kind in KEYS[name].items():
            if kind in {"table", "tables"}:
                continue
            value = table.get(key)
            if value is None and not (key in _ALWAYS and key in table):
                continue
            yield f"{key} = {_value(value)}{self._beside(table, key, path)}"

    def remarks_on(self, path: Path) -> Iterator[str]:
        """Yield what a reviewer is told of a part."""
        for remark in self._remarks.get(path, ()):
            yield f"# {_one_line(remark)}"

    def warnings(self, tables: Table) -> Iterator[str]:
        """Yield the warnings, as tables of the draft that read as sentences."""
        for warning in tables.get("warnings", ()):
            span = (warning.get("start_char", 0), warning.get("end_char", 0))
            yield from ("", "[[warnings]]", f"message = {literal(warning.get('message') or '')}{self._words(span)}")
            yield from (f"start_char = {span[0]}", f"end_char = {span[1]}")

    def _beside(self, table: Table, key: str, path: Path) -> str:
        """Return the words from which a value was taken, as a comment."""
        if key == "state" and not table.get("state"):
            return f"  # which State?{self._words(self._span(table, 'name')).replace('  #', '')}"
        span = self._span(table, key)
        return self._words(span) if span and path else ""

    def _span(self, table: Table, key: str) -> tuple[int, int] | None:
        spans = table.get("spans", {})
        if key == "name" and (place := place_of(table)):
            return spans.get("signed") or place
        found = spans.get(key)
        return found if found and not isinstance(found[0], list) else None

    def _words(self, span: Sequence[int] | None) -> str:
        if not span:
            return ""
        words = _one_line(self._text[span[0] : span[1]])
        words = words if len(words) <= _SHOWN else f"{words[: _SHOWN - 3]}..."
        line = self._text.count("\n", 0, span[0]) + 1
        return f"  # line {line}: {words}"


def _value(value: Any) -> str:  # noqa: ANN401 - whatever a draft may hold
    match value:
        case None:
            return '""'
        case bool():
            return "true" if value else "false"
        case str():
            return literal(value)
        case dict():
            return f"{{ {', '.join(f'{key} = {_value(one)}' for key, one in value.items())} }}" if value else "{}"
        case list() | tuple():
            return f"[{', '.join(map(_value, value))}]"
    return str(value)


def _one_line(text: str) -> str:
    """Return the text in one line that a TOML comment can hold and a terminal can show."""
    return " ".join("".join(one if one.isprintable() else " " for one in text).split())
