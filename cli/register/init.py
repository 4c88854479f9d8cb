"""`secdb init`."""

from typing import Annotated

import typer

from ..author import author as find_author
from ..options import Author


def init(
    context: typer.Context,
    seeds: Annotated[
        bool, typer.Option("--seeds/--empty", help="Load the States and the Collective Security Treaty.")
    ] = True,
    states: Annotated[
        bool, typer.Option("--states", help="Load the States alone, to record one's own treaties.")
    ] = False,
    without: Annotated[
        list[str] | None,
        typer.Option(metavar="DOCUMENT", help="Leave this document out, and what rests on it, to take it in anew."),
    ] = None,
    author: Author = None,
) -> None:
    """Make a register.

    Example:
        secdb init --author "M. Archivist"
    """
    import secdb
    from secdb.database import locate

    loaded = "with the States" if states else "with the seeds" if seeds else "empty"
    number = secdb.create(
        context.obj.database, author=find_author(author), seeds="states" if states else seeds, without=without or ()
    )
    shown = locate(context.obj.database).shown
    typer.echo(f"Made a register at {shown}, {loaded}, revision {number}.", err=True)
