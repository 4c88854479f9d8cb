"""`secdb changes`."""

from typing import Annotated

import typer

from secdb.database.reader import open_register

from ..options import AsRecorded, Basis, Dataset, Format, Raw, Sources, Treaty
from ..output.footnotes import annotated, cited
from ..output.render import render

COLUMNS = ["state", "name", "change", "before", "after", "between"]


def changes(
    context: typer.Context,
    treaty: Treaty,
    from_: Annotated[str, typer.Argument(metavar="FROM", help="The first day; a year means its last day.")],
    to: Annotated[str, typer.Argument(metavar="TO", help="The second day.")],
    unchanged: Annotated[bool, typer.Option("--all", help="Add the States that did not change.")] = False,
    basis: Basis = "in-force",
    dataset: Dataset = "register",
    sources: Sources = False,
    as_recorded: AsRecorded = None,
    format: Format = "table",
    raw: Raw = False,
) -> None:
    """Compare the members of a treaty on two days.

    Example: secdb changes cst 2002-05-14 2009-09-26 --sources
    """
    from secdb.reports.changes import changes as report
    from secdb.reports.counting import told
    from secdb.reports.coverage import limits_in_words

    with open_register(context.obj.database, as_recorded) as register:
        result = report(register, treaty, from_, to, basis=basis, dataset=dataset, unchanged=unchanged)
        about = result.about
        before, after = (
            told(register, treaty, about[side], about[f"count_{side}"], basis=basis, dataset=dataset)
            for side in ("from", "to")
        )
    if format in {"json", "jsonl", "csv", "tsv"}:
        render(result, format=format, raw=raw)
        return
    title = (
        f"{about['title']}, {about['from']} to {about['to']} ({basis}, {about['dataset']}, revision "
        f"{about['revision']}): {before} -> {after}"
    )
    title += "" if about.get("covered", True) else f"; {limits_in_words(about)}"
    rows, notes = annotated(result)
    columns = [*COLUMNS, "sources"] if sources else COLUMNS
    footer = [*notes, *_listed(about["rosters"])] if sources else []
    shown = {"rows": [_shown(row) for row in rows]}
    render(shown, format=format, raw=raw, columns=columns, title=title, footer=footer, about=about)


def _shown(row: dict[str, object]) -> dict[str, object]:
    """Return a row as a reader wants it: standings and acts in words."""
    shown = dict(row)
    for side in ("before", "after"):
        standing = row[side]
        shown[side] = standing["status"] or standing["standing"]  # type: ignore[index]
        if standing["standing"] == "possible":  # type: ignore[index]
            shown[side] = f"possible {shown[side]}"
    shown["between"] = ", ".join(f"{act['kind']} {act['effect'] or act['date']}" for act in row["between"])  # type: ignore[attr-defined]
    return shown


def _listed(rosters: list[object]) -> list[str]:
    """Return a line per list of members that a document between the days gives."""
    return [
        f"On {roster.on} {roster.states} States stand on the list of the {roster.body}: {cited(source)}"  # type: ignore[attr-defined]
        for roster in rosters
        for source in roster.sources  # type: ignore[attr-defined]
    ]
