"""`secdb person`."""

from typing import Annotated

import typer

from ..options import AsRecorded, Format, OfDataset, OfState, Person, Raw
from .printing import print_list, print_record

COLUMNS = ["person", "name", "names"]
PARTS = {
    "names": ("Names", ["name", "language", "form"]),
    "offices": ("Offices", ["state", "name", "office", "origin", "acting", "since", "until", "statement"]),
    "rows": ("Signed", ["date", "statement", "kind", "state", "capacity", "mode", "title"]),
}


def list_persons(
    context: typer.Context,
    state: OfState = None,
    as_recorded: AsRecorded = None,
    format: Format = "table",
    raw: Raw = False,
) -> None:
    """List the persons.

    Example:
        secdb person list --state russia
    """
    print_list(context, "person", COLUMNS, format, raw, as_recorded, state=state)


def show_person(
    context: typer.Context,
    person: Person,
    dataset: OfDataset = None,
    sources: Annotated[
        bool, typer.Option("--sources/--no-sources", help="Tell the documents, places in them and quotations.")
    ] = True,
    as_recorded: AsRecorded = None,
    format: Format = "table",
    raw: Raw = False,
) -> None:
    """Show a person's offices and all they signed.

    Example:
        secdb person show "Vladimir Putin"
    """
    print_record(context, "person", person, PARTS, format, raw, as_recorded, sources=sources, dataset=dataset)
