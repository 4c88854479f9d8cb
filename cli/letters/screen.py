"""One item of a draft on the terminal: its values on the left, or above, and the words they were taken from."""

import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..output.text import visible, width, wrap
from .excerpt import BRACKETS, REVERSE, Excerpt, Paint

if TYPE_CHECKING:
    from secdb.register.letters.items import Field, Item

BESIDE = 90  # columns from which values and text stand side by side
GAP = " | "
LEFT = 36  # columns of values, at least, beside the text
ROWS = 4  # rows of text, at least
ASKED = 5  # rows of questions when there is no more room
SHORT = 2  # rows of a value, then
UNKNOWN = "-"
# values that most items do not have
_RARE = {"session", "agenda_items", "kind", "publisher", "code", "same_as", "addressee", "person", "datasets"}
_BLANK = "\u00a0"  # no line is broken there
_MORE = "(more: ? shows all)"


@dataclass(frozen=True, slots=True)
class Size:
    """The room on a terminal."""

    columns: int
    lines: int


def has_colour() -> bool:
    """Tell whether the terminal understands escape codes, and the person wants them."""
    return sys.stderr.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM", "dumb") != "dumb"


def screen(item: "Item", excerpt: Excerpt, counted: str, size: Size, *, colour: bool) -> list[str]:
    """Return the lines that show an item, fewer than a terminal of 20 lines or more has: a question fits below.

    `counted` says which one it is, as `3 of 12`. Values of many rows are cut where there is no room for all; no line is
    longer than the terminal is wide.
    """
    paint = REVERSE if colour else BRACKETS
    room = size.lines - 2  # the question and an empty line
    whole = f"{counted}  {item.head}{'  (left out)' if item.is_skipped else ''}"
    head = [f"\x1b[1m{line}\x1b[22m" if colour else line for line in wrap(visible(whole), size.columns)]
    asks = questions(item, size.columns)
    if len(asks) > (most := max(ASKED, room // 3)):
        asks = [*asks[: most - 1], _MORE]
    shown = [*head, *asks]
    room -= len(shown)
    if size.columns >= BESIDE:
        return [*shown, *_beside(item, excerpt, Size(size.columns, room), paint)]
    return [*shown, *_below(item, excerpt, Size(size.columns, room), paint)]


def questions(item: "Item", columns: int) -> list[str]:
    """Return what only a person can answer, warnings and remarks, wrapped."""
    return [line for ask in item.asks for line in _hanging("? ", visible(ask), columns)]


def _beside(item: "Item", excerpt: Excerpt, size: Size, paint: Paint) -> list[str]:
    room = max(LEFT, size.columns * 3 // 8)
    left = _values(item, excerpt, room, size.lines)
    right = _words(item, excerpt, Size(size.columns - room - len(GAP), max(ROWS, size.lines)), paint)
    rows = max(len(left), len(right))
    left, right = ([*one, *[""] * (rows - len(one))] for one in (left, right))
    return [f"{a}{' ' * (room - width(a))}{GAP}{b}".rstrip() for a, b in zip(left, right, strict=True)]


def _below(item: "Item", excerpt: Excerpt, size: Size, paint: Paint) -> list[str]:
    values = _values(item, excerpt, size.columns, size.lines - ROWS - 1)
    words = _words(item, excerpt, Size(size.columns, max(ROWS, size.lines - len(values) - 1)), paint)
    return [*values, *(["-" * min(size.columns, 72)] if values and words else []), *words]


def _words(item: "Item", excerpt: Excerpt, size: Size, paint: Paint) -> list[str]:
    marks = [span for field in item.fields for span in field.spans] + [*item.marks]
    if item.table == "warnings" and item.span:
        marks.append(item.span)
    if not marks and not item.span:
        return []
    return excerpt.rows(marks, item.span, columns=size.columns, most=size.lines, paint=paint)


def _values(item: "Item", excerpt: Excerpt, columns: int, most: int) -> list[str]:
    """Return the values, each beside its key; those that go over many rows are cut when there are too many."""
    told = [(_label(one.key), _told(one, excerpt)) for one in item.fields if not _is_left_out(one, item)]
    if item.note:
        told.append(("note", visible(item.note)))
    label = max((len(key) for key, _ in told), default=0) + 2
    parts = [_hanging(f"{key:<{label}}", value, columns) for key, value in told]
    if sum(map(len, parts)) > most:
        parts = [_cut(part, columns) for part in parts]
    return [line for part in parts for line in part]


def _is_left_out(field: "Field", item: "Item") -> bool:
    is_rare = field.key in _RARE and not (item.table == "statements" and field.key == "kind")
    return is_rare and field.value in (None, "", [], ())


def _told(field: "Field", excerpt: Excerpt) -> str:
    from secdb.register.letters.changing import as_text

    value = visible(as_text(field.value, ", ")) or UNKNOWN
    return f"{value}  (line{_BLANK}{excerpt.line(field.span[0])})" if field.span else value


def _label(key: str) -> str:
    return key.replace("_", " ")


def _hanging(start: str, text: str, columns: int) -> list[str]:
    """Return the text wrapped, the first line after a start, the others below its text."""
    lines = [line.replace(_BLANK, " ") for line in wrap(text, max(8, columns - len(start)))]
    return [f"{' ' * len(start) if number else start}{line}".rstrip() for number, line in enumerate(lines)]


def _cut(lines: Sequence[str], columns: int) -> list[str]:
    if len(lines) <= SHORT:
        return list(lines)
    last = wrap(lines[SHORT - 1], columns - 4)[0]
    return [*lines[: SHORT - 1], f"{last} ..."]
