"""`secdb export popolo`: persons, bodies, posts and memberships for the tools of civic technology."""

from contextlib import nullcontext
from pathlib import Path
from typing import Annotated

import typer

from ..options import AsRecorded, Dataset
from ..output.text import note
from .rows import STDOUT, line_to, watched


def export_popolo(
    context: typer.Context,
    path: Annotated[Path, typer.Argument(metavar="PATH", help="A new file; - is stdout.")],
    dataset: Dataset = "register",
    as_recorded: AsRecorded = None,
    force: Annotated[bool, typer.Option("--force", help="Replace the file that is there already.")] = False,
) -> None:
    """Write persons, bodies and memberships as Popolo.

    JSON with the lists persons, organizations, posts and memberships. States are organizations too: members of
    international organizations and treaties, and where offices (posts) are held. `end_date` is the last day.

    Popolo cannot carry: dates known between bounds only (left out; a membership's label tells them), memberships short
    of party, claims that do not stand, acts, rosters, citations, documents and revisions.

    Example:
        secdb export popolo register.json
    """
    from secdb.exchange.exporters.popolo import export_popolo as write

    is_printed = path == STDOUT
    target = line_to() if is_printed else path
    with nullcontext(lambda _what, _count: None) if is_printed else watched(path.name) as told:
        done = write(context.obj.database, target, dataset=dataset, as_recorded=as_recorded, force=force, told=told)
    for loss in done.losses:
        note(f"Not carried: {loss}.")
    if not is_printed:
        revision = "" if done.revision is None else f" as of revision {done.revision}"
        counted = ", ".join(f"{count:,} {name}" for name, count in done.counts.items())
        note(f"Wrote {counted} to {path}{revision}.")
