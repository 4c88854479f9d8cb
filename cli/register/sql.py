"""`secdb sql`."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Timer
from typing import Annotated

import typer

from secdb.database.location import locate

from ..options import AsRecorded, Format, Raw
from ..output.render import render
from ..output.text import note

GRACE = 3  # seconds in which the database itself ends the query, and the register is opened

Statement = Annotated[str, typer.Argument(metavar="SELECT", help="One statement; docs/schema.md has the views.")]
Limit = Annotated[int | None, typer.Option("--limit", metavar="N", min=0, help="Print at most N rows.")]
Timeout = Annotated[
    float, typer.Option("--timeout", metavar="SECONDS", min=0.001, max=86_400, help="Give up after this long.")
]


def sql(
    context: typer.Context,
    statement: Statement,
    limit: Limit = None,
    timeout: Timeout = 30,
    as_recorded: AsRecorded = None,
    format: Format = "table",
    raw: Raw = False,
) -> None:
    """Run a SELECT on the register.

    It reads and can change nothing: no record, no file. With --as-recorded it is always SQLite that runs it.

    Example:
        secdb sql "SELECT state, state_name FROM current_members WHERE treaty = 'cst'"
    """
    from secdb.database.query import query

    location = locate(context.obj.database)
    with _ended_after(timeout):
        answer = query(location, statement, seconds=timeout, limit=limit, as_recorded=as_recorded)
    render({"report": "sql", "rows": answer.rows}, format=format, raw=raw, columns=answer.columns)
    if answer.is_cut:
        note(f"There are more than {limit} rows.")


@contextmanager
def _ended_after(seconds: float) -> Iterator[None]:
    """End the program where a server does not stop a query, nor answer."""

    def end() -> None:
        note(f"Error: the query took longer than {seconds:g} s and did not stop")
        os._exit(1)

    timer = Timer(seconds + GRACE, end)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()
