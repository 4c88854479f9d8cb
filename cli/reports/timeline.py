"""`secdb timeline`."""

import shutil
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from secdb.database.reader import open_register

from ..options import AsRecorded, Dataset, Format, Raw, Sources, Treaty
from ..output.charting import Chart, Draw, Facts, charted
from ..output.drawing import draw, marks_here
from ..output.footnotes import annotated, footnotes
from ..output.render import render, show
from ..output.tables import LAYOUTS
from ..output.target import target

if TYPE_CHECKING:
    from secdb.database.reader import Register
    from secdb.reports.base import Report
    from secdb.reports.timeline import Spell

Counted = Annotated[
    Literal["signed", "consented", "in-force"], typer.Option("--basis", help="What the number of members counts.")
]
COLUMNS = ["state", "name", "status", "start", "end", "opened_by", "closed_by", "origin"]


def timeline(
    context: typer.Context,
    treaty: Treaty,
    from_: Annotated[str | None, typer.Option("--from", metavar="DATE", help="Leave out what ended before.")] = None,
    to: Annotated[str | None, typer.Option("--to", metavar="DATE", help="Leave out what began after.")] = None,
    draw_it: Annotated[
        bool | None,
        typer.Option("--draw/--table", help="Draw it, or print a row per period. [default: draw on a terminal]"),
    ] = None,
    chart: Chart = None,
    basis: Counted = "in-force",
    dataset: Dataset = "register",
    sources: Sources = False,
    as_recorded: AsRecorded = None,
    format: Format = "table",
    raw: Raw = False,
) -> None:
    """Draw the membership of a treaty through time.

    Example: secdb timeline cst --from 1992 --to 2015 --chart cst.svg
    """
    from secdb.reports.coverage import limits_in_words
    from secdb.reports.timeline import timeline as report

    with open_register(context.obj.database, as_recorded) as register:
        result = report(register, treaty, from_=from_, to=to, dataset=dataset)
        chart_of = _drawer(register, result, basis) if chart else None
    about = result.about
    limits = f"; {limits_in_words(about)}" if about.get("coverage") else ""
    title = f"{about['title']} ({about['dataset']}, revision {about['revision']}{limits})"
    if chart_of and charted(context, chart, chart_of, _facts(result, title, sources=sources)):
        return
    if format == "table" and (target().isatty() if draw_it is None else draw_it) and result.rows:
        room = shutil.get_terminal_size().columns
        lines = draw(result.rows, first=about["from"], last=about["to"], room=room, marks=marks_here(), basis=basis)
        show([*lines, *(footnotes(result.rows) if sources else ())], title=title, about=about, room=room)
        return
    if sources and format in LAYOUTS:
        rows, notes = annotated(result)
        render({"rows": rows}, format=format, columns=[*COLUMNS, "sources"], title=title, footer=notes, about=about)
        return
    render(result, format=format, raw=raw, columns=COLUMNS, title=title, about=about)


def _drawer(register: "Register", result: "Report[Spell]", basis: str) -> Draw:
    """Return what draws the chart, having read what it needs besides the report."""
    from secdb.reports.charts.background import background
    from secdb.reports.charts.timeline import timeline_chart

    known = background(register, result)
    return lambda kind: timeline_chart(result, known, basis=basis, kind=kind)


def _facts(result: "Report[Spell]", title: str, *, sources: bool) -> Facts:
    """Return the table that a page with the chart has."""
    rows, notes = annotated(result)
    columns = [*COLUMNS, "sources"] if sources else COLUMNS
    return Facts(title, rows, columns, result.about, notes if sources else ())
