"""`secdb timeline`."""

import shutil
import sys
from typing import Annotated

import typer

from secdb.database.reader import open_register

from .drawing import ASCII, UNICODE, draw
from .footnotes import annotated, footnotes
from .options import AsRecorded, Dataset, Format, Raw, Sources, Treaty
from .render import LAYOUTS, render, show

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
    dataset: Dataset = "register",
    sources: Sources = False,
    as_recorded: AsRecorded = None,
    format: Format = "table",
    raw: Raw = False,
) -> None:
    """Draw the membership of a treaty through time.

    Example: secdb timeline cst --from 1992 --to 2015
    """
    from secdb.reports.timeline import timeline as report

    with open_register(context.obj.database, as_recorded) as register:
        result = report(register, treaty, from_=from_, to=to, dataset=dataset)
    about = result.about
    title = f"{about['title']} ({about['dataset']}, revision {about['revision']})"
    if format == "table" and (sys.stdout.isatty() if draw_it is None else draw_it) and result.rows:
        marks = UNICODE if (sys.stdout.encoding or "").lower().replace("-", "") == "utf8" else ASCII
        room = shutil.get_terminal_size().columns
        lines = draw(result.rows, first=about["from"], last=about["to"], room=room, marks=marks)
        show([*lines, *(footnotes(result.rows) if sources else ())], title=title, about=about)
        return
    if sources and format in LAYOUTS:
        rows, notes = annotated(result)
        render({"rows": rows}, format=format, columns=[*COLUMNS, "sources"], title=title, footer=notes, about=about)
        return
    render(result, format=format, raw=raw, columns=COLUMNS, title=title, about=about)
