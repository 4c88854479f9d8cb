"""`secdb statement`, `secdb signatories`."""

import typer

from secdb.database.reader import open_register

from ..options import AsRecorded, Format, OfDocument, OfKind, OfPerson, OfState, Raw, Sources, Statement
from ..output.footnotes import annotated
from ..output.render import render
from ..output.tables import LAYOUTS
from .printing import print_list, print_record

COLUMNS = ["statement", "document", "kind", "date", "place", "signatories", "title"]
PARTS = {
    "rows": ("Signatories", ["position", "state", "name", "person", "capacity", "mode"]),
}


def list_statements(
    context: typer.Context,
    document: OfDocument = None,
    kind: OfKind = None,
    state: OfState = None,
    person: OfPerson = None,
    as_recorded: AsRecorded = None,
    format: Format = "table",
    raw: Raw = False,
) -> None:
    """List the statements.

    Example:
        secdb statement list --state uzbekistan
    """
    print_list(
        context,
        "statement",
        COLUMNS,
        format,
        raw,
        as_recorded,
        document=document,
        kind=kind,
        state=state,
        person=person,
    )


def show_statement(
    context: typer.Context,
    statement: Statement,
    as_recorded: AsRecorded = None,
    format: Format = "table",
    raw: Raw = False,
) -> None:
    """Show a statement.

    Example:
        secdb statement show cst-2009-statement
    """
    print_record(context, "statement", statement, PARTS, format, raw, as_recorded)


def signatories(
    context: typer.Context,
    statement: Statement,
    sources: Sources = False,
    as_recorded: AsRecorded = None,
    format: Format = "table",
    raw: Raw = False,
) -> None:
    """List who stands under a statement.

    Example:
        secdb signatories cst-2002-statement --sources
    """
    from secdb.reports.offices import signatories as report

    with open_register(context.obj.database, as_recorded) as register:
        result = report(register, statement)
    columns = ["position", "state", "name", "person", "capacity", "mode"]
    title = f"{result.about['title'] or statement} ({result.about['statement']})"
    if sources and format in LAYOUTS:
        rows, notes = annotated(result)
        columns.append("sources")
        render({"rows": rows}, format=format, columns=columns, title=title, footer=notes, about=result.about)
        return
    render(result, format=format, raw=raw, columns=columns, title=title, about=result.about)
