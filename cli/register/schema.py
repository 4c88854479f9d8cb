"""`secdb schema`."""

from typing import Annotated, Literal

import typer

SchemaFormat = Annotated[
    Literal["markdown", "mermaid", "json"], typer.Option("-f", "--format", help="How to print it; mermaid: the tables.")
]
Names = Annotated[list[str] | None, typer.Argument(metavar="[NAME]...", help="Views or tables; all if left out.")]


def schema(names: Names = None, format: SchemaFormat = "markdown") -> None:
    """Tell what every table, view and column means.

    With its type on SQLite and PostgreSQL and a query to start from. It needs no register.

    Example: secdb schema memberships
    """
    from secdb.models import schema_text
    from secdb.models.schema import find

    from ..output.cells import as_json

    chosen = find(names or [])
    if format == "json":
        text = as_json(schema_text.data(chosen), indent=2) + "\n"
    elif format == "mermaid":
        text = schema_text.mermaid(chosen)
    else:
        text = "\n".join(map(schema_text.section, chosen)) if names else schema_text.markdown()
    typer.echo(text, nl=False)
