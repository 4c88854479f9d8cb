"""`secdb members`."""

import typer

from secdb.database.reader import open_register

from ..options import AsRecorded, Basis, Dataset, Format, On, Raw, Sources, Treaty
from ..output.footnotes import numbered
from ..output.render import render
from ..output.tables import LAYOUTS

COLUMNS = ["state", "name", "status", "standing", "since", "until", "opened_by", "closed_by"]


def members(
    context: typer.Context,
    treaty: Treaty,
    on: On = None,
    basis: Basis = "in-force",
    dataset: Dataset = "register",
    sources: Sources = False,
    as_recorded: AsRecorded = None,
    format: Format = "table",
    raw: Raw = False,
) -> None:
    """List the members of a treaty on a day.

    Example: secdb members cst --on 2009-09-26 --sources
    """
    from secdb.reports.counting import count_in_words, doubts_of
    from secdb.reports.coverage import no_data
    from secdb.reports.members import members as report

    with open_register(context.obj.database, as_recorded) as register:
        result = report(register, treaty, on, basis=basis, dataset=dataset)
    about = result.about
    counted = no_data(about) or count_in_words(about["count"], doubts_of(result.rows, about["on"]), noun="member")
    title = f"{about['title']} on {about['on']} ({basis}, {about['dataset']}, revision {about['revision']}): {counted}"
    footer = [f"Suspended, not counted: {row.name} since {row.since_latest or '?'}" for row in about["suspended"]]
    if sources and format in LAYOUTS:
        notes, numbers = numbered((row.name, row.sources) for row in (*result.rows, *about["suspended"]))
        rows = [row | {"sources": text} for row, text in zip(result.to_dict()["rows"], numbers, strict=False)]
        marks = [f" [{text}]" if text else "" for text in numbers[len(rows) :]]
        footer = [f"{line}{mark}" for line, mark in zip(footer, marks, strict=True)] + notes
        columns = [*COLUMNS, "sources"]
        render({"rows": rows}, format=format, columns=columns, title=title, footer=footer, about=about)
        return
    render(result, format=format, raw=raw, columns=COLUMNS, title=title, footer=footer, about=about)
