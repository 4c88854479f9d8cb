"""The words of a letter as a reviewer sees them: lines with their numbers, some words marked."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from ..output.text import escape_unseen, width

Span = tuple[int, int]

AROUND = (3, 2, 1, 0)  # lines before and after those with marks, as many as fit
LONG = 1200  # characters of a line of which only what is near marks is shown
NEAR = 240  # characters, there
CUT = "..."


class Paint(NamedTuple):
    """What is written before and after marked words, and whether it takes room: escape codes do not."""

    before: str
    after: str
    is_seen: bool


REVERSE = Paint("\x1b[7m", "\x1b[27m", is_seen=False)
BRACKETS = Paint("[[", "]]", is_seen=True)


class _Cell(NamedTuple):
    """A character as it is shown."""

    shown: str
    marked: bool


class _Row(NamedTuple):
    """A row of the terminal; `number` is that of the line that begins in it, None within a line, 0 for a gap."""

    number: int | None
    cells: Sequence[_Cell]


class Excerpt:
    """A text of which the neighbourhood of some words is shown, as often as wanted."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._starts = [0, *(at + 1 for at, character in enumerate(text) if character == "\n")]

    def line(self, offset: int) -> int:
        """Return the number of the line, from 1, in which a character stands."""
        return bisect_right(self._starts, offset)

    def rows(
        self, marks: Iterable[Span], span: Span | None, *, columns: int, most: int, paint: Paint = BRACKETS
    ) -> list[str]:
        """Return at most so many rows of at most so many columns, with all marks as far as they fit.

        `span` is shown from its beginning when nothing is marked. Nothing of the text reaches the terminal raw.
        """
        merged = _merged(marks)
        numbered = len(str(len(self._starts))) + 2
        room = max(8, columns - numbered)
        for around in AROUND:
            rows = self._rows(self._lines(merged, span, around, most), merged, room, paint)
            if len(rows) <= most:
                break
        if len(rows) > most:
            rows = _without_middle(rows, most)
        return [_printed(row, numbered, paint) for row in rows]

    def _lines(self, marks: Sequence[Span], span: Span | None, around: int, most: int) -> list[int]:
        """Return the places of the lines shown, without empty ones at the ends."""
        found: set[int] = set()
        begin = self.line(span[0]) - 1 if span else 0
        ranges = [(self.line(start) - 1, self.line(end - 1) - 1) for start, end in marks]
        for first, last in ranges or [(begin, begin + most)]:
            shown = {*range(first, min(last, first + most) + 1), last} if ranges else range(first, last)
            found.update(line + step for line in shown for step in range(-around, around + 1))
        lines = sorted(line for line in found if 0 <= line < len(self._starts))
        while lines and not self._line(lines[-1]).strip():
            lines.pop()
        while lines and not self._line(lines[0]).strip():
            lines.pop(0)
        return lines

    def _line(self, place: int) -> str:
        end = self._starts[place + 1] - 1 if place + 1 < len(self._starts) else len(self._text)
        return self._text[self._starts[place] : end]

    def _rows(self, lines: Sequence[int], marks: Sequence[Span], room: int, paint: Paint) -> list[_Row]:
        indents = [len(line) - len(line.lstrip(" ")) for place in lines if (line := self._line(place)).strip()]
        indent = min(indents, default=0)
        rows: list[_Row] = []
        for before, place in zip([None, *lines], lines, strict=False):
            if before is not None and place > before + 1:
                rows.append(_Row(0, ()))
            cells = _marked(self._cells(place, marks, indent), paint)
            for number, part in enumerate(_wrapped(cells, room)):
                rows.append(_Row(None if number else place + 1, part))
        return rows

    def _cells(self, place: int, marks: Sequence[Span], indent: int) -> list[_Cell]:
        """Return the characters of a line, those far from marks left out when it is long."""
        line, start = self._line(place).rstrip(), self._starts[place]
        near = [(a - start, b - start) for a, b in marks if a < start + len(line) and start < b]
        cells: list[_Cell] = []
        for first, last in _pieces(line, near):
            if first:
                cells += [_Cell(one, marked=False) for one in (f"{CUT} " if not cells else f" {CUT} ")]
            begin = max(first, min(indent, len(line)))
            flags = bytearray(len(line))
            for a, b in near:
                flags[max(0, a) : b] = b"\1" * (min(b, len(line)) - max(0, a))
            cells += [_Cell(_shown(line[at]), bool(flags[at])) for at in range(begin, last)]
        if cells and len(line) > LONG and last < len(line):
            cells += [_Cell(one, marked=False) for one in f" {CUT}"]
        return cells


def _without_middle(rows: Sequence[_Row], most: int) -> list[_Row]:
    """Return the first rows and the last, with one gap between."""
    last = (most - 1) // 2
    if last < 1:
        return list(rows[:most])
    kept = [*rows[: most - 1 - last], _Row(0, ()), *rows[-last:]]
    return [kept[0], *(one for before, one in pairwise(kept) if not before.number == one.number == 0)]


def _merged(marks: Iterable[Span]) -> list[Span]:
    """Return the marks in their order, those that touch one another as one."""
    merged: list[Span] = []
    for start, end in sorted(marks):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        elif start < end:
            merged.append((start, end))
    return merged


def _pieces(line: str, near: Sequence[Span]) -> list[Span]:
    """Return the stretches of a line that are shown: all of it, unless it is long."""
    if len(line) <= LONG:
        return [(0, len(line))]
    wanted: list[Span] = []
    for start, end in near or [(0, 0)]:
        ends = [(start, end)] if end - start <= LONG else [(start, start), (end, end)]
        wanted += [
            (_at_blank(line, max(0, a - NEAR), a), _at_blank(line, min(len(line), b + NEAR), b)) for a, b in ends
        ]
    return _merged(wanted)


def _at_blank(line: str, edge: int, near: int) -> int:
    """Return the place between an edge and what is near at which a word begins or ends, the edge when there is none."""
    if edge in {0, len(line)}:
        return edge
    if edge < near:
        return line.find(" ", edge, near) + 1 or edge
    return line.rfind(" ", near, edge) if line.rfind(" ", near, edge) > 0 else edge


def _shown(character: str) -> str:
    return " " if character == "\t" else escape_unseen(character)


def _marked(cells: Sequence[_Cell], paint: Paint) -> list[_Cell]:
    """Return the cells with no mark on blanks at the ends of a marked stretch; brackets are put where they are seen."""
    found = list(cells)
    edges = [0, *(at for at, (a, b) in enumerate(pairwise(cells), 1) if a.marked != b.marked), len(cells)]
    for start, end in pairwise(edges):
        if start == end or not cells[start].marked:
            continue
        inner = [at for at in range(start, end) if cells[at].shown.strip()]
        for at in range(start, end):
            if not inner or not inner[0] <= at <= inner[-1]:
                found[at] = found[at]._replace(marked=False)
        if inner and paint.is_seen:
            found[inner[0]] = found[inner[0]]._replace(shown=paint.before + found[inner[0]].shown)
            found[inner[-1]] = found[inner[-1]]._replace(shown=found[inner[-1]].shown + paint.after)
    return found


def _wrapped(cells: Sequence[_Cell], room: int) -> Iterator[Sequence[_Cell]]:
    """Yield the cells of each row, broken at blanks, words that are longer anywhere; one without cells for none."""
    start = 0
    while True:
        end, taken = start, 0
        while end < len(cells) and (taken := taken + width(cells[end].shown)) <= room:
            end += 1
        if end >= len(cells):
            yield cells[start:]
            return
        end = max(end, start + 1)
        blank = next((at for at in range(end, start, -1) if cells[at].shown == " "), None)
        is_indent = blank is not None and not any(cell.shown.strip() for cell in cells[start:blank])
        cut = end if blank is None or is_indent else blank
        yield cells[start:cut]
        start = cut + (cells[cut].shown == " ")


def _printed(row: _Row, numbered: int, paint: Paint) -> str:
    if row.number == 0:
        return f"{CUT:>{numbered - 2}}" if numbered - 2 >= len(CUT) else CUT
    parts = [f"{row.number or '':>{numbered - 2}}  "]
    within = False
    for cell in row.cells:
        if cell.marked != within and not paint.is_seen:
            parts.append(paint.before if cell.marked else paint.after)
        within = cell.marked
        parts.append(cell.shown)
    if within and not paint.is_seen:
        parts.append(paint.after)
    return "".join(parts).rstrip()
