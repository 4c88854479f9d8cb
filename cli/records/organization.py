"""`secdb organization`."""

import typer

from ..options import AsRecorded, Format, Organization, Raw
from .printing import print_list, print_record

COLUMNS = ["organization", "name", "treaty", "title", "in_force"]
PARTS = {
    "names": ("Names of its treaty", ["name", "language", "form"]),
    "rows": ("Rosters", ["roster", "dataset", "on", "body", "complete", "states", "statement"]),
}


def list_organizations(
    context: typer.Context, as_recorded: AsRecorded = None, format: Format = "table", raw: Raw = False
) -> None:
    """List the organizations.

    Example:
        secdb organization list
    """
    print_list(context, "organization", COLUMNS, format, raw, as_recorded)


def show_organization(
    context: typer.Context,
    organization: Organization,
    as_recorded: AsRecorded = None,
    format: Format = "table",
    raw: Raw = False,
) -> None:
    """Show an organization.

    Example:
        secdb organization show csto
    """
    print_record(context, "organization", organization, PARTS, format, raw, as_recorded)
