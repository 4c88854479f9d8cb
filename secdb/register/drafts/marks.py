"""A draft that could not be recorded, with what is wrong written where it is wrong."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from secdb.register.drafts.toml_lines import long_strings

if TYPE_CHECKING:
    from collections.abc import Sequence

    from secdb.register.drafts.toml_lines import Span
    from secdb.register.rows.problems import Problem

_MARK = re.compile(r"# [!^v] PROBLEM: ")
_HEAD, _BELOW, _ABOVE = "!", "^", "v"


def mark(text: str, problems: Sequence[Problem]) -> str:
    """Return the draft with each problem as a comment below its line, and earlier marks taken away.

    `problems` have the lines of `text` as it was read. All else stays byte for byte, and the draft reads as before: a
    mark never goes between the lines of a text, but below its last; above it when the text does not end. Problems
    without a line go to the head.
    """
    lines = text.split("\n")
    spans = long_strings(text)
    end = "\r" if lines[0].endswith("\r") else ""
    above: dict[int, list[str]] = {}
    below: dict[int, list[str]] = {}
    for problem in problems:
        line, way = _place(problem.line, lines, spans)
        marks = (above if way == _ABOVE else below).setdefault(line, [])
        if (shown := _shown(problem, way) + end) not in marks:
            marks.append(shown)
    kept = list(below.get(0, ()))
    for number, content in enumerate(lines, start=1):
        is_mark = _MARK.match(content) and not _inside(number, spans)
        kept += [*above.get(number, ()), *([] if is_mark else [content]), *below.get(number, ())]
    return "\n".join(kept)


def _place(line: int, lines: Sequence[str], spans: Sequence[Span]) -> tuple[int, str]:
    """Return the line to mark, and whether below or above it; line 0 is the head."""
    if line < 1:
        return 0, _HEAD
    line = min(line, len(lines))
    if line == len(lines) and line > 1 and not lines[-1]:
        line -= 1  # the text ends with a line end
    for span in spans:
        if span.last is None and line >= span.first:
            return _first_of_chain(span.first, spans), _ABOVE
        if span.last is not None and span.first <= line < span.last:
            line = span.last
    return line, _BELOW


def _first_of_chain(line: int, spans: Sequence[Span]) -> int:
    """Return the line, or that of the text it stands in: quotes that do not close take the next ones for it."""
    for span in reversed(spans):
        if span.last is not None and span.first < line <= span.last:
            line = span.first
    return line


def _inside(line: int, spans: Sequence[Span]) -> bool:
    """Tell whether a line begins within a text."""
    return any(span.first < line and (span.last is None or line <= span.last) for span in spans)


def _shown(problem: Problem, way: str) -> str:
    where = f"{problem.column}: " if problem.column else ""
    message = re.sub(r"\s*[\r\n]+\s*", " / ", where + problem.message)
    # a comment in TOML has no control characters
    safe = "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in message)
    return f"# {way} PROBLEM: {safe}"
