"""`secdb state`, `secdb history`."""

import typer

from secdb.database.reader import open_register

from ..options import AsRecorded, Dataset, Format, OnDay, Raw, Sources, State
from ..output.footnotes import annotated
from ..output.render import render
from ..output.tables import LAYOUTS
from .printing import print_list, print_record

COLUMNS = ["state", "name", "formal_name", "since", "until", "un_admission"]
PARTS = {
    "codes": ("Codes", ["scheme", "code", "valid"]),
    "successions": ("Successions", ["predecessor", "successor", "kind", "date", "note"]),
    "memberships": ("Membership periods", ["dataset", "treaty", "status", "since", "until", "opened_by", "closed_by"]),
    "rows": ("Names", ["name", "language", "form", "since", "until"]),
}


def list_states(
    context: typer.Context, on: OnDay = None, as_recorded: AsRecorded = None, format: Format = "table", raw: Raw = False
) -> None:
    """List the States.

    Example:
        secdb state list --on 1991-01-01
    """
    print_list(context, "state", COLUMNS, format, raw, as_recorded, on=on)


def show_state(
    context: typer.Context, state: State, as_recorded: AsRecorded = None, format: Format = "table", raw: Raw = False
) -> None:
    """Show a State.

    Example:
        secdb state show armenia
    """
    print_record(context, "state", state, PARTS, format, raw, as_recorded)


def history(
    context: typer.Context,
    state: State,
    dataset: Dataset = "register",
    sources: Sources = False,
    as_recorded: AsRecorded = None,
    format: Format = "table",
    raw: Raw = False,
) -> None:
    """Tell all that is recorded of a State, in date order.

    Example:
        secdb history uzbekistan --sources
    """
    from secdb.reports.coverage import limits_in_words
    from secdb.reports.history import history as report

    with open_register(context.obj.database, as_recorded) as register:
        result = report(register, state, dataset=dataset)
    limits = f"; {limits_in_words(result.about)}" if result.about.get("coverage") else ""
    title = f"{result.about['name']} ({result.about['state']}, {dataset}{limits})"
    columns = ["date", "what", "treaty", "detail"]
    if sources and format in LAYOUTS:
        rows, notes = annotated(result, lambda row: f"{row.date_earliest or row.date_latest or '?'} {row.what}")
        columns.append("sources")
        render({"rows": rows}, format=format, columns=columns, title=title, footer=notes, about=result.about)
        return
    render(result, format=format, raw=raw, columns=columns, title=title, about=result.about)
