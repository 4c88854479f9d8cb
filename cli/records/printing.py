"""How one record is printed: its fields, its sources, and a table for each sort of thing that belongs to it."""

from collections.abc import Mapping, Sequence
from typing import Any

import typer

from secdb.database.reader import open_register

from ..output.footnotes import cited, numbered
from ..output.render import FormatName, Section, render, render_sections
from ..output.target import print_text

UNPRINTED = frozenset({"text", "sources"})
Parts = Mapping[str, tuple[str, Sequence[str]]]  # key in the envelope: title and columns of its table


def print_list(
    context: typer.Context,
    noun: str,
    columns: Sequence[str],
    format: FormatName,
    raw: bool,
    as_recorded: int | None,
    **filters: object,
) -> None:
    """Print the records of a noun that the filters let through; below them which days their dataset covers."""
    from secdb.reports.listing import listing

    with open_register(context.obj.database, as_recorded) as register:
        result = listing(register, noun, **filters)
    render(result, format=format, raw=raw, columns=columns, footer=covered(result.about), about=result.about)


def covered(about: Mapping[str, Any]) -> list[str]:
    """Return the line on the days of which alone the dataset of a report speaks, where there is a limit."""
    from secdb.reports.coverage import limits_in_words

    return [f"{limits_in_words(about)}."] if about.get("coverage") else []


def print_record(
    context: typer.Context,
    noun: str,
    name: str,
    parts: Parts,
    format: FormatName,
    raw: bool,
    as_recorded: int | None,
    text: bool = False,
    sources: bool = True,
    dataset: str | None = None,
) -> None:
    """Print one record; `parts` in the order to print them, `rows` being the report's own.

    The words that prove it are told unless `sources` is False. A format of rows has the record as its one row, without
    what belongs to it.
    """
    from secdb.reports.showing import show

    with open_register(context.obj.database, as_recorded) as register:
        result = show(register, noun, name, text=text, dataset=dataset)
    whole = result.to_dict()
    if format in {"jsonl", "csv", "tsv"}:
        render({"rows": [whole["record"]]}, format=format, raw=raw)
        return
    if text and format != "json":
        print_text(whole["record"]["text"] or "")
        return
    fields = {key: value for key, value in whole["record"].items() if key not in UNPRINTED}
    footer = [f"[{number}] {cited(source)}" for number, source in enumerate(result.about["sources"], 1)]
    head = Section(f"{noun} {result.about[noun]}", [fields], upright=True, footer=footer if sources else [])
    tables = [_table(whole[key], title, columns) for key, (title, columns) in parts.items() if whole[key]]
    tables = tables if sources else [table._replace(footer=()) for table in tables]
    render_sections(result, [head, *tables], format=format, raw=raw, about=result.about)


def _table(rows: Sequence[Mapping[str, Any]], title: str, columns: Sequence[str]) -> Section:
    """Return a table with the words that prove its rows below it."""
    from types import SimpleNamespace

    footer, _ = numbered(
        (
            row.get("name") or row.get("statement") or row.get("kind") or row.get("body") or "",
            [SimpleNamespace(**source) for source in row.get("sources", ())],
        )
        for row in rows
    )
    return Section(title, rows, columns, footer=footer)
