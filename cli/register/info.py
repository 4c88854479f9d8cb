"""`secdb info`."""

import typer

from secdb import __version__
from secdb.database import HEAD
from secdb.database.reader import open_register

from ..options import AsRecorded, Format, Raw
from ..output.render import render


def info(
    context: typer.Context,
    as_recorded: AsRecorded = None,
    format: Format = "table",
    raw: Raw = False,
) -> None:
    """Tell which register is in use and what it holds.

    Example: secdb info -f json
    """
    from secdb.reports.info import info as report

    with open_register(context.obj.database, as_recorded) as register:
        result = report(register, schema=HEAD, program=__version__)
    render(result, format=format, raw=raw)
