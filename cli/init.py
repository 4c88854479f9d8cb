"""`secdb init`."""

from typing import Annotated

import typer

from .author import author as find_author
from .options import Author


def init(
    context: typer.Context,
    seeds: Annotated[
        bool, typer.Option("--seeds/--empty", help="Load the States and the Collective Security Treaty.")
    ] = True,
    author: Author = None,
) -> None:
    """Make a register.

    Example:
        secdb init --author "M. Archivist"
    """
    import secdb
    from secdb.database import locate

    number = secdb.create(context.obj.database, author=find_author(author), seeds=seeds)
    shown = locate(context.obj.database).shown
    loaded = f"{'with the seeds' if seeds else 'empty'}, revision {number}"
    typer.echo(f"Made a register at {shown}, {loaded}.", err=True)
