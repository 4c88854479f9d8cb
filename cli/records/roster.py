"""`secdb roster`."""

import typer

from ..options import AsRecorded, Format, Number, OfDataset, OfState, OfTreaty, Raw
from .printing import print_list, print_record

COLUMNS = ["roster", "dataset", "treaty", "on", "body", "complete", "rank", "states", "statement"]
PARTS = {
    "rows": ("States listed", ["position", "state", "name", "as_printed"]),
}


def list_rosters(
    context: typer.Context,
    treaty: OfTreaty = None,
    state: OfState = None,
    dataset: OfDataset = None,
    as_recorded: AsRecorded = None,
    format: Format = "table",
    raw: Raw = False,
) -> None:
    """List the rosters.

    Example:
        secdb roster list --treaty csto
    """
    print_list(context, "roster", COLUMNS, format, raw, as_recorded, treaty=treaty, state=state, dataset=dataset)


def show_roster(
    context: typer.Context, roster: Number, as_recorded: AsRecorded = None, format: Format = "table", raw: Raw = False
) -> None:
    """Show a roster and the States on it.

    Example:
        secdb roster show 2
    """
    print_record(context, "roster", roster, PARTS, format, raw, as_recorded)
