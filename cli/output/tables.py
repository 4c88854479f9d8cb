"""Tables for readers: aligned, escaped, fitted to the terminal."""

from collections.abc import Callable, Mapping, Sequence
from types import ModuleType, SimpleNamespace
from typing import NamedTuple

from .cells import Row, as_html, as_latex, as_markdown, is_number, latex_needs, shown
from .provenance import provenance
from .target import target
from .text import note, visible, width, wrap

GAP = 2  # blanks between the columns of a table
NARROW = 10  # columns of a terminal: an ISO date; a table's column is not made narrower, nor than its longest word


class Layout(NamedTuple):
    """How a format for readers is written."""

    table: str  # its name in tabulate
    escape: Callable[[str], str]
    paragraph: str = "{}"
    between: str = "\n\n"  # two paragraphs
    needs: Callable[[str], str] = lambda _: ""  # what goes before a text, as a comment


LAYOUTS = {
    "table": Layout("simple", str, between="\n"),
    "markdown": Layout("pipe", as_markdown),
    "html": Layout("unsafehtml", as_html, paragraph="<p>{}</p>", between="\n"),
    "latex": Layout("latex_raw", as_latex, needs=latex_needs),
}


class Grid(NamedTuple):
    """A table's text before it is escaped and aligned."""

    headings: list[str]
    rows: list[list[str]]
    alignment: list[str]


def grid_of(rows: Sequence[Row], columns: Mapping[str, str], *, upright: bool) -> Grid:
    """Return the words of rows under the headings of columns (by key); upright, a line per column of a single row."""
    words = [visible(heading) for heading in columns.values()]
    cells = [[shown(row, key) for key in columns] for row in rows]
    if upright and len(rows) == 1:
        pairs = [[word, cell] for word, cell in zip(words, cells[0], strict=True) if cell]
        return Grid(["field", "value"], pairs, ["left", "left"])
    return Grid(words, cells, ["right" if _is_numeric(rows, key) else "left" for key in columns])


def _is_numeric(rows: Sequence[Row], key: str) -> bool:
    values = [value for row in rows if (value := row.get(key)) is not None]
    return bool(values) and all(map(is_number, values))


def document(
    grid: Grid,
    layout: Layout,
    title: str | None,
    footer: Sequence[str],
    about: Mapping[str, object] | None = None,
) -> str:
    """Return title, table, footer and provenance; a table without rows is a word."""
    parts = [
        paragraph(title, layout) if title else "",
        _table(grid, layout) if grid.rows else paragraph("(none)", layout),
        layout.between.join(paragraph(line, layout) for line in footer),
        "" if about is None else paragraph(provenance(about), layout),
    ]
    return "\n\n".join(part for part in parts if part)


def paragraph(text: str, layout: Layout) -> str:
    """Return a line of text as a paragraph."""
    return layout.paragraph.format(layout.escape(visible(text)))


def _table(grid: Grid, layout: Layout) -> str:
    terminal = layout.table == "simple" and _terminal_width()
    if terminal:
        grid = _fitted(grid, terminal)
    text: str = _tabulate().tabulate(
        [[layout.escape(cell) for cell in row] for row in grid.rows],
        headers=[layout.escape(heading) for heading in grid.headings],
        tablefmt=layout.table,
        disable_numparse=True,  # it would print `1e5` as 100000
        colalign=grid.alignment,
    )
    return "\n".join(line.rstrip() for line in text.split("\n"))


def _tabulate() -> ModuleType:
    """Return tabulate with our measure of text.

    Its own counts characters unless the library wcwidth is there, which takes 38 ms to import.
    """
    import tabulate

    vars(tabulate).update(wcwidth=SimpleNamespace(wcswidth=width), WIDE_CHARS_MODE=True, MIN_PADDING=0)
    return tabulate


def _terminal_width() -> int:
    """Return the columns of the terminal that stdout is, 0 when it is none."""
    from shutil import get_terminal_size

    return get_terminal_size().columns if target().isatty() else 0


def _fitted(grid: Grid, room: int) -> Grid:
    """Return the table with long text on several lines, and without its last columns when it is too wide even so."""
    columns = list(zip(grid.headings, *grid.rows, strict=True))
    natural = [max(map(width, column)) for column in columns]
    if _total(natural) <= room:
        return grid
    narrowest = _narrowest(columns, natural, room)
    count = len(natural)
    while count > 1 and _total(narrowest[:count]) > room:
        count -= 1
    if count < len(natural):
        left_out = ", ".join(grid.headings[count:])
        note(f"Too wide for this terminal, left out: {left_out} (-f json prints all).")
    limits = _limits(natural[:count], narrowest[:count], room)
    wrapped = [
        ["\n".join(wrap(cell, limit)) for cell, limit in zip(row[:count], limits, strict=True)]
        for row in [grid.headings, *grid.rows]
    ]
    return Grid(wrapped[0], wrapped[1:], grid.alignment[:count])


def _total(widths: Sequence[int]) -> int:
    return sum(widths) + GAP * (len(widths) - 1)


def _narrowest(columns: Sequence[Sequence[str]], natural: Sequence[int], room: int) -> list[int]:
    """Return how narrow each column may be made: no word is broken that fits beside the first column."""
    narrowest: list[int] = []
    for column, wanted in zip(columns, natural, strict=True):
        beside = room - narrowest[0] - GAP if narrowest else room
        words = [width(word) for text in column for word in text.split(" ")]
        longest = max(size if size <= beside else 0 for size in words)
        narrowest.append(min(wanted, max(longest, NARROW), room))
    return narrowest


def _limits(natural: Sequence[int], narrowest: Sequence[int], room: int) -> list[int]:
    """Return the widths at which all columns fit: the widest are cut to the same, none below its narrowest."""
    level = min(max(natural), room)
    while level > 0 and _total(list(map(max, narrowest, (min(wanted, level) for wanted in natural)))) > room:
        level -= 1
    return [max(least, min(wanted, level), 1) for least, wanted in zip(narrowest, natural, strict=True)]
