"""Options that panels and dyads share."""

from typing import Annotated, Literal

import typer

FromYear = Annotated[int, typer.Option("--from", metavar="YEAR", min=1, max=9999, help="The first year.")]
ToYear = Annotated[int, typer.Option("--to", metavar="YEAR", min=1, max=9999, help="The last year, included.")]
Rule = Annotated[
    Literal["jan1", "dec31", "any", "all"],
    typer.Option("--rule", help="A member in a year: on its first day, its last, at least one, every one."),
]
