"""`secdb treaty`."""

import typer

from ..options import AsRecorded, Format, OfState, Raw, Treaty
from .printing import print_list, print_record

COLUMNS = ["treaty", "title", "signed", "signed_at", "in_force", "expires", "organization"]
PARTS = {
    "rows": ("Names", ["name", "language", "form"]),
    "relations": ("Relations", ["treaty", "kind", "related"]),
    "organizations": ("Organization", ["organization", "name"]),
    "rosters": ("Rosters", ["roster", "dataset", "on", "body", "complete", "states", "statement"]),
}


def list_treaties(
    context: typer.Context,
    state: OfState = None,
    as_recorded: AsRecorded = None,
    format: Format = "table",
    raw: Raw = False,
) -> None:
    """List the treaties.

    Example:
        secdb treaty list --state uzbekistan
    """
    print_list(context, "treaty", COLUMNS, format, raw, as_recorded, state=state)


def show_treaty(
    context: typer.Context, treaty: Treaty, as_recorded: AsRecorded = None, format: Format = "table", raw: Raw = False
) -> None:
    """Show a treaty.

    Example:
        secdb treaty show cst
    """
    print_record(context, "treaty", treaty, PARTS, format, raw, as_recorded)
