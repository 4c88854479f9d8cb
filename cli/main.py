"""The program's own options and the app that the command groups hang on."""

from dataclasses import dataclass
from typing import Annotated

import typer

from secdb import __version__

app = typer.Typer(pretty_exceptions_enable=False, rich_markup_mode=None, no_args_is_help=True)


@dataclass(frozen=True)
class Options:
    """The options given before the command; a command finds them in `context.obj`."""

    database: str | None
    debug: bool


def _print_version(asked: bool) -> None:
    if asked:
        typer.echo(f"secdb {__version__}")
        raise typer.Exit


@app.callback()
def main(
    context: typer.Context,
    *,
    database: Annotated[
        str | None,
        typer.Option(envvar="SECDB_DATABASE", metavar="URL-OR-PATH", help="The register to use; a path means SQLite."),
    ] = None,
    debug: Annotated[bool, typer.Option("--debug", help="Show the traceback of an error.")] = False,
    _version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version and exit.")
    ] = False,
) -> None:
    """Who was bound by a treaty on a given day, and which sentence of which document says so."""
    context.obj = Options(database=database, debug=debug)
