"""How data is printed, in each format: reports, records and drawings."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Literal, NamedTuple, Protocol, cast

from .cells import Columns, Row, as_field, as_json, headings, keys_of
from .coding import coded, coded_columns, refuse_codes
from .provenance import provenance
from .tables import LAYOUTS, Layout, document, grid_of, paragraph
from .target import Lines, is_unicode, print_line
from .text import visible, width, wrap

FormatName = Literal["table", "markdown", "csv", "tsv", "json", "jsonl", "html", "latex"]


class Report(Protocol):
    """What a report, or anything that prints records, gives: INTERFACE section 2."""

    def to_dict(self) -> Mapping[str, object]:
        """Return the object that `-f json` prints; the records are its `rows`."""


class _Cited(NamedTuple):
    """How a report is to be cited, and the command that makes it."""

    style: str
    command: str


_CITED: ContextVar[_Cited | None] = ContextVar("_CITED", default=None)


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

    print_line(reference(cited.style, title or "Report", about, cited.command))
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
        grid = grid_of(rows, headings(keys_of(rows), columns), upright=upright)
        _print_document([document(grid, LAYOUTS[format], title, lines, about)], LAYOUTS[format])


def show(
    lines: Sequence[str],
    *,
    title: str | None = None,
    about: Mapping[str, object] | None = None,
    room: int | None = None,
) -> None:
    """Print lines as they stand, such as a drawing; unseen characters are made harmless.

    Lines wider than `room` are broken between words.
    """
    if about is not None and is_cited(title, about):
        return
    refuse_codes()
    above = (title, "") if title else ()
    below = () if about is None else ("", provenance(about))
    shown = [visible(line) for line in (*above, *lines, *below)]
    print_line(
        "\n".join(part for line in shown for part in (wrap(line, room) if room and width(line) > room else [line]))
    )


def _print_document(texts: Sequence[str], layout: Layout) -> None:
    """Print texts one below the other, above them what they need."""
    text = "\n\n".join(texts)
    print_line(f"{layout.needs(text)}{text}")


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
        grid = grid_of(rows, headings(keys_of(rows), columns), upright=upright)
        texts.append(document(grid, layout, title, footer))
    if about is not None:
        texts.append(paragraph(provenance(about), layout))
    _print_document(texts, layout)


def _print_fields(rows: Sequence[Row], keys: Sequence[str], delimiter: str, *, raw: bool) -> None:
    import csv

    writer = csv.writer(Lines(), delimiter=delimiter)
    if keys:
        writer.writerow(as_field(key, raw=raw) for key in keys)
    for row in rows:
        writer.writerow(as_field(row.get(key), raw=raw) for key in keys)
