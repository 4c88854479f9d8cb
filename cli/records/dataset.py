"""`secdb dataset`."""

import typer

from ..options import AsRecorded, DatasetCode, Format, Raw
from .printing import print_list, print_record

COLUMNS = ["dataset", "title", "authority", "licence", "acts", "rosters"]
PARTS = {
    "rows": ("Treaties", ["treaty", "title", "acts", "rosters", "periods"]),
}


def list_datasets(
    context: typer.Context, as_recorded: AsRecorded = None, format: Format = "table", raw: Raw = False
) -> None:
    """List the datasets.

    Example:
        secdb dataset list
    """
    print_list(context, "dataset", COLUMNS, format, raw, as_recorded)


def show_dataset(
    context: typer.Context,
    dataset: DatasetCode,
    as_recorded: AsRecorded = None,
    format: Format = "table",
    raw: Raw = False,
) -> None:
    """Show a dataset.

    Example:
        secdb dataset show register
    """
    print_record(context, "dataset", dataset, PARTS, format, raw, as_recorded)
