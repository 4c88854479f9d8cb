"""`secdb export package`: the whole register as files."""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ..options import AsRecorded
from ..output.text import note

if TYPE_CHECKING:
    from secdb.exchange.packages.writing import Exported

SHOWN = 20  # values that a package cannot carry


def export_package(
    context: typer.Context,
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="A new folder.")],
    force: Annotated[bool, typer.Option("--force", help="Replace a package that secdb wrote there.")] = False,
    as_recorded: AsRecorded = None,
) -> None:
    """Write the whole register as a data package.

    A Tabular Data Package: a CSV file for each table, datapackage.json, and the documents beside them. The same
    records give the same bytes. The history stays behind: a copy of the database has it.

    Example:
        secdb export package register-2026
    """
    import secdb

    with _watched(folder.name) as told:
        done = secdb.export_package(context.obj.database, folder, as_recorded=as_recorded, force=force, told=told)
    _warn(done)
    files = "1 file" if done.files == 1 else f"{done.files:,} files"
    tables = sum(1 for count in done.tables.values() if count)
    revision = "" if done.revision is None else f" as of revision {done.revision}"
    note(f"Wrote {done.rows:,} records of {tables} tables and {files} of documents to {folder}{revision}.")
    note(f"Its datapackage.json is {done.hash}.")


def _warn(done: "Exported") -> None:
    """Tell what the package cannot carry."""
    for loss in done.losses[:SHOWN]:
        note(f"Warning: {loss}")
    if done.lost > SHOWN:
        note(f"Warning: and {done.lost - SHOWN:,} more")
    if done.lost:
        note("Warning: what is named above does not come back as it is; see also: secdb check")


@contextmanager
def _watched(name: str) -> Iterator[Callable[[int, int], None]]:
    """Show how many rows of how many are written, on stderr if that is a terminal."""
    if not sys.stderr.isatty() or os.environ.get("NO_COLOR"):
        yield lambda _done, _all: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    text = TextColumn("{task.description}", markup=False)
    columns = (text, BarColumn(), MofNCompleteColumn(), TimeRemainingColumn(elapsed_when_finished=True))
    with Progress(*columns, console=Console(stderr=True), transient=True) as shown:
        task = shown.add_task(f"Writing {name}", total=None)
        yield lambda done, everything: shown.update(task, completed=done, total=everything)
