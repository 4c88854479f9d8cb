"""The program: its own options, and the table of its commands."""

from dataclasses import dataclass
from typing import Annotated, Any

import typer
from typer._click import core

from secdb import __version__

from .commands import COMMANDS
from .errors import guard
from .lazy import LazyGroup, stubs
from .output.text import prepare_streams


class Program(LazyGroup):
    """The outermost group: whatever happens within becomes a line on stderr and an exit code."""

    def __init__(self, **settings: Any) -> None:  # noqa: ANN401 - what Typer gives a group
        super().__init__(**settings | {"commands": stubs(COMMANDS)})

    def make_context(
        self,
        info_name: str | None,
        args: list[str],
        parent: core.Context | None = None,
        **extra: Any,  # noqa: ANN401 - as the class above
    ) -> core.Context:
        """Read the options before the command."""
        prepare_streams()
        given = list(args)
        with guard():
            context = super().make_context(info_name, args, parent, **extra)
        context.meta["arguments"] = given
        return context

    def invoke(self, ctx: core.Context) -> None:
        """Run the command."""
        with guard(debug=ctx.params["debug"]):
            super().invoke(ctx)


app = typer.Typer(cls=Program, pretty_exceptions_enable=False, rich_markup_mode=None, no_args_is_help=True)


@dataclass
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
