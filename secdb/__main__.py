"""The program `secdb`, also `python -m secdb`."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import typer


def _find_app() -> typer.Typer:
    """Return the command line: inside the package when installed from a wheel, beside it in a checkout."""
    try:
        main = import_module("secdb.cli.main")
    except ModuleNotFoundError as error:
        if error.name != "secdb.cli":  # something else is missing: that is a fault, not a checkout
            raise
        main = import_module("cli.main")
    app: typer.Typer = main.app
    return app


app = _find_app()

if __name__ == "__main__":
    app()
