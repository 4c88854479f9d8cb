"""`secdb export csv`, `jsonl` and `parquet`: the public views as files of other programs."""

from collections.abc import Callable
from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ..options import AsRecorded, OfDataset, Raw
from ..output.text import note
from .rows import STDOUT, line_to, watched

if TYPE_CHECKING:
    from secdb.exchange.exporters.tables import Form


def _complete(incomplete: str) -> list[str]:
    from secdb.models.views import VIEWS

    return [view for view in VIEWS if view.startswith(incomplete)]


Target = Annotated[Path, typer.Argument(metavar="PATH", help="A folder, or a file for one view; - is stdout.")]
FileTarget = Annotated[Path, typer.Argument(metavar="PATH", help="A folder, or a file for one view.")]
OfViews = Annotated[
    list[str] | None,
    typer.Option("--view", metavar="NAME", help="Of this view; give it again for more.", autocompletion=_complete),
]
Force = Annotated[bool, typer.Option("--force", help="Replace files that are there already.")]


def export_csv(
    context: typer.Context,
    path: Target,
    view: OfViews = None,
    dataset: OfDataset = None,
    as_recorded: AsRecorded = None,
    force: Force = False,
    raw: Raw = False,
) -> None:
    """Write the views as CSV files.

    All public views, each to a file in the folder, or one view to a file whose name ends in .csv. Rows in the order of
    their keys, so the same register gives the same bytes; UTF-8, days as ISO text, flags as 0 and 1. A cell that a
    spreadsheet would run as a formula gets an apostrophe before it; programs want --raw.

    CSV cannot carry: the difference between no value and an empty text, the types of columns, and the bytes of
    documents as received.

    Example:
        secdb export csv tables/
        secdb export csv memberships.csv --view memberships --dataset register --raw
    """
    from ..output.cells import defused

    _export(context, "csv", path, view, dataset, as_recorded, None if raw else defused, force=force)


def export_jsonl(
    context: typer.Context,
    path: Target,
    view: OfViews = None,
    dataset: OfDataset = None,
    as_recorded: AsRecorded = None,
    force: Force = False,
) -> None:
    """Write the views as JSON Lines files.

    All public views, each to a file in the folder, or one view to a file whose name ends in .jsonl. Rows in the order
    of their keys, so the same register gives the same bytes; days as ISO text, flags as 0 and 1.

    JSON Lines cannot carry: the types of columns, and the bytes of documents as received.

    Example:
        secdb export jsonl - --view acts
    """
    _export(context, "jsonl", path, view, dataset, as_recorded, None, force=force)


def export_parquet(
    context: typer.Context,
    path: FileTarget,
    view: OfViews = None,
    dataset: OfDataset = None,
    as_recorded: AsRecorded = None,
    force: Force = False,
) -> None:
    """Write the views as Parquet files.

    All public views, each to a file in the folder, or one view to a file whose name ends in .parquet. Days are dates,
    flags booleans, numbers 64-bit integers; the file says what each column means and as of which revision it is. Needs
    the extra `arrow`.

    Parquet cannot carry: the bytes of documents as received.

    Example:
        secdb export parquet tables/
    """
    _export(context, "parquet", path, view, dataset, as_recorded, None, force=force)


def _export(
    context: typer.Context,
    form: "Form",
    path: Path,
    views: list[str] | None,
    dataset: str | None,
    as_recorded: int | None,
    defuse: Callable[[str], str] | None,
    *,
    force: bool,
) -> None:
    """Write the views, and tell what was written and what was not."""
    from secdb.exchange.exporters.tables import Tables, export_tables

    tables = Tables(form, views or (), dataset, defuse)
    is_printed = path == STDOUT
    target = line_to() if is_printed else path
    with nullcontext(lambda _what, _count: None) if is_printed else watched(path.name) as told:
        done = export_tables(context.obj.database, tables, target, as_recorded=as_recorded, force=force, told=told)
    for loss in done.losses:
        note(f"Not carried: {loss}.")
    if not is_printed:
        rows = sum(done.rows.values())
        revision = "" if done.revision is None else f" as of revision {done.revision}"
        of = "1 view" if len(done.rows) == 1 else f"{len(done.rows)} views"
        note(f"Wrote {rows:,} {'row' if rows == 1 else 'rows'} of {of} to {path}{revision}.")
