"""`secdb act`."""

import typer

from ..options import AsRecorded, Format, Number, OfDataset, OfKind, OfState, OfTreaty, Raw
from .printing import print_list, print_record

COLUMNS = ["act", "treaty", "state", "kind", "date", "effect", "rank", "contests", "stands", "dataset"]
PARTS = {
    "rows": ("Other claims about the event", ["act", "kind", "date", "effect", "rank", "contests", "stands", "note"]),
}


def list_acts(
    context: typer.Context,
    treaty: OfTreaty = None,
    state: OfState = None,
    kind: OfKind = None,
    dataset: OfDataset = None,
    as_recorded: AsRecorded = None,
    format: Format = "table",
    raw: Raw = False,
) -> None:
    """List the acts.

    Example:
        secdb act list --treaty cst --state uzbekistan
    """
    print_list(
        context, "act", COLUMNS, format, raw, as_recorded, treaty=treaty, state=state, kind=kind, dataset=dataset
    )


def show_act(
    context: typer.Context, act: Number, as_recorded: AsRecorded = None, format: Format = "table", raw: Raw = False
) -> None:
    """Show an act and its sources.

    Example:
        secdb act show 34
    """
    print_record(context, "act", act, PARTS, format, raw, as_recorded)
