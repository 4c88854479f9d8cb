"""Where data is printed: the one module that does."""

import errno
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Literal, NamedTuple, Protocol, TextIO, cast

from secdb.errors import RefusedError

from .cells import (
    Columns,
    Row,
    as_field,
    as_html,
    as_json,
    as_latex,
    as_markdown,
    headings,
    is_number,
    keys_of,
    shown,
)
from .coding import coded, coded_columns, refuse_codes
from .provenance import provenance
from .text import escape_unseen, note, visible, width, wrap

FormatName = Literal["table", "markdown", "csv", "tsv", "json", "jsonl", "html", "latex"]

GAP = 2  # blanks between the columns of a table
NARROW = 10  # columns of a terminal: an ISO date; a table's column is not made narrower, nor than its longest word


class Report(Protocol):
    """What a report, or anything that prints records, gives: INTERFACE section 2."""

    def to_dict(self) -> Mapping[str, object]:
        """Return the object that `-f json` prints; the records are its `rows`."""


class Layout(NamedTuple):
    """How a format for readers is written."""

    table: str  # its name in tabulate
    escape: Callable[[str], str]
    paragraph: str = "{}"
    between: str = "\n\n"  # two paragraphs


LAYOUTS = {
    "table": Layout("simple", str, between="\n"),
    "markdown": Layout("pipe", as_markdown),
    "html": Layout("unsafehtml", as_html, paragraph="<p>{}</p>", between="\n"),
    "latex": Layout("latex_raw", as_latex),
}


class _Cited(NamedTuple):
    """How a report is to be cited, and the command that makes it."""

    style: str
    command: str


_TARGET: ContextVar[TextIO | None] = ContextVar("_TARGET", default=None)
_CITED: ContextVar[_Cited | None] = ContextVar("_CITED", default=None)


@contextmanager
def written_to(path: Path | None) -> Iterator[None]:
    """Write what is printed within to a file, whole or not at all; None = stdout. Raises RefusedError."""
    if path is None:
        yield
        return
    part = path.with_name(f".{path.name}.part")
    try:
        with part.open("w", encoding="utf-8", newline="") as file:
            before = _TARGET.set(file)
            try:
                yield
            finally:
                _TARGET.reset(before)
        part.replace(path)
    except OSError as error:
        raise RefusedError(f"cannot write {path}: {error.strerror}") from error
    finally:
        part.unlink(missing_ok=True)


@contextmanager
def citing(style: str | None, command: str) -> Iterator[None]:
    """Print a reference for each report within instead of the report; None = the report."""
    before = _CITED.set(_Cited(style, command) if style else None)
    try:
        yield
    finally:
        _CITED.reset(before)


def is_cited(title: str | None, about: Mapping[str, object]) -> bool:
    """Print the reference of a report if that is asked for, and tell whether it was."""
    cited = _CITED.get()
    if cited is None:
        return False
    from .reference import reference

    print_line(reference(cited.style, title or str(about.get("report", "Report")), about, cited.command))
    return True


def render(
    result: Report | Mapping[str, object],
    *,
    format: FormatName,
    raw: bool = False,
    columns: Columns | None = None,
    title: str | None = None,
    footer: str | Sequence[str] | None = None,
    about: Mapping[str, object] | None = None,
    upright: bool = False,
) -> None:
    """Print a report, or the JSON object of one.

    Args:
        result: the records are its `rows`: dicts of text, int, None, list and dict.
        format: json prints the whole object; csv, tsv and jsonl all keys of the rows; the others what a reader wants.
        raw: leave cells of csv and tsv that a spreadsheet would run as a formula as they are.
        columns: the keys a reader wants, the most useful first, or a mapping of keys to headings; by default all.
            `since` stands for the pair `since_earliest`, `since_latest`.
        title: a line above, for readers.
        footer: lines below, for readers.
        about: the envelope of the report; readers get it as the last line.
        upright: one line per key: for a single record.
    """
    envelope = result if isinstance(result, Mapping) else result.to_dict()
    if is_cited(title, about or envelope):
        return
    rows = coded(cast("Sequence[Row]", envelope["rows"]), {**envelope, **(about or {})})
    columns = coded_columns(columns)
    if format == "json":
        print_line(as_json({**envelope, "rows": rows}, indent=2, ascii_only=not is_unicode()))
    elif format == "jsonl":
        for row in rows:
            print_line(as_json(row, ascii_only=not is_unicode()))
    elif format in {"csv", "tsv"}:
        _print_fields(rows, keys_of(rows) or list(columns or ()), "," if format == "csv" else "\t", raw=raw)
    else:
        lines = [footer] if isinstance(footer, str) else footer or ()
        grid = _grid(rows, headings(keys_of(rows), columns), upright=upright)
        print_line(_document(grid, LAYOUTS[format], title, lines, about))


def show(lines: Sequence[str], *, title: str | None = None, about: Mapping[str, object] | None = None) -> None:
    """Print lines as they stand, such as a drawing; unseen characters are made harmless."""
    if about is not None and is_cited(title, about):
        return
    refuse_codes()
    above = (title, "") if title else ()
    below = () if about is None else ("", provenance(about))
    print_line("\n".join(visible(line) for line in (*above, *lines, *below)))


class Section(NamedTuple):
    """One table of several under one report; the fields are the parameters of `render`."""

    title: str
    rows: Sequence[Row]
    columns: Columns | None = None
    upright: bool = False
    footer: Sequence[str] = ()


def render_sections(
    result: Report | Mapping[str, object],
    sections: Iterable[Section],
    *,
    format: FormatName,
    raw: bool = False,
    about: Mapping[str, object] | None = None,
) -> None:
    """Print a report that readers see as several tables; for programs it is as `render` prints it."""
    envelope = result if isinstance(result, Mapping) else result.to_dict()
    sections = list(sections)
    if is_cited(sections[0].title if sections else None, about or envelope):
        return
    if format not in LAYOUTS:
        render(result, format=format, raw=raw)
        return
    layout = LAYOUTS[format]
    texts = []
    for title, rows, columns, upright, footer in sections:
        if any("state" in row for row in rows):
            rows, columns = coded(rows, {**envelope, **(about or {})}), coded_columns(columns)  # noqa: PLW2901 - with codes
        grid = _grid(rows, headings(keys_of(rows), columns), upright=upright)
        texts.append(_document(grid, layout, title, footer))
    if about is not None:
        texts.append(_paragraph(provenance(about), layout))
    print_line("\n\n".join(texts))


def print_text(text: str) -> None:
    """Print a text of several lines, with all escaped that cannot be seen."""
    print_line(escape_unseen(text.replace("\r\n", "\n")))


def print_bytes(content: bytes) -> None:
    """Write bytes as they are: for a file or another program, never for a terminal."""
    target().buffer.write(content)


def print_json(value: object, *, indent: int | None = None) -> None:
    """Print a value as JSON."""
    print_line(as_json(value, indent=indent, ascii_only=not is_unicode()))


class Grid(NamedTuple):
    """A table's text before it is escaped and aligned."""

    headings: list[str]
    rows: list[list[str]]
    alignment: list[str]


def _grid(rows: Sequence[Row], columns: Mapping[str, str], *, upright: bool) -> Grid:
    words = [visible(heading) for heading in columns.values()]
    cells = [[shown(row, key) for key in columns] for row in rows]
    if upright and len(rows) == 1:
        pairs = [[word, cell] for word, cell in zip(words, cells[0], strict=True) if cell]
        return Grid(["field", "value"], pairs, ["left", "left"])
    return Grid(words, cells, ["right" if _is_numeric(rows, key) else "left" for key in columns])


def _is_numeric(rows: Sequence[Row], key: str) -> bool:
    values = [value for row in rows if (value := row.get(key)) is not None]
    return bool(values) and all(map(is_number, values))


def _document(
    grid: Grid,
    layout: Layout,
    title: str | None,
    footer: Sequence[str],
    about: Mapping[str, object] | None = None,
) -> str:
    """Return title, table, footer and provenance; a table without rows is a word."""
    parts = [
        _paragraph(title, layout) if title else "",
        _table(grid, layout) if grid.rows else _paragraph("(none)", layout),
        layout.between.join(_paragraph(line, layout) for line in footer),
        "" if about is None else _paragraph(provenance(about), layout),
    ]
    return "\n\n".join(part for part in parts if part)


def _paragraph(text: str, layout: Layout) -> str:
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


def _print_fields(rows: Sequence[Row], keys: Sequence[str], delimiter: str, *, raw: bool) -> None:
    import csv

    writer = csv.writer(Lines(), delimiter=delimiter)
    if keys:
        writer.writerow(as_field(key, raw=raw) for key in keys)
    for row in rows:
        writer.writerow(as_field(row.get(key), raw=raw) for key in keys)


class Lines:
    r"""Prints what a csv writer makes; its lines end in `\r\n` so that it quotes a field with either of the two."""

    def __init__(self) -> None:
        self.print = (lambda text: print_line(escape_unseen(text))) if target().isatty() else print_line

    def write(self, line: str) -> None:
        """Print a line."""
        self.print(line.removesuffix("\r\n"))


def is_unicode() -> bool:
    """Tell whether what is printed to takes every character."""
    return target().encoding.lower().startswith("utf")


def target() -> TextIO:
    """Return where data is printed: stdout, or the file that `-o` names."""
    if (target := _TARGET.get()) is not None:
        return target
    stream = cast("TextIO | None", sys.stdout)  # None when the program was started without (`>&-`)
    if stream is None:
        raise OSError(errno.EBADF, "standard output is closed")
    return stream


def flush() -> None:
    """Send on what has been printed, so that what is told on stderr comes after it."""
    target().flush()


def print_line(text: str) -> None:
    """Print a text and the end of its line."""
    target().write(f"{text}\n")
