"""`secdb undo`."""

from typing import Annotated

import typer

from ..entry.flow import Writing, attempt, write
from ..entry.giving import reason
from ..options import Author, DryRun, Reason, WriteFormat, Yes


def undo(
    context: typer.Context,
    number: Annotated[int, typer.Argument(metavar="N", min=1, help="The revision, as `secdb log` prints it.")],
    message: Reason = None,
    author: Author = None,
    dry_run: DryRun = False,
    yes: Yes = False,
    format: WriteFormat = "table",
) -> None:
    """Undo a revision by a new one.

    Every record is put back exactly as it was. Refused when later revisions build on what this one changed: they are
    listed, and are to be undone first. An undo can be undone.

    Example:
        secdb undo 5 -m "entered twice"
        secdb undo 5 -m "entered twice" --dry-run
    """
    from secdb.register.desk.taking_back import take_back
    from secdb.register.history.undoing import undo_message

    own = Writing(author, message, dry_run, yes, format)
    given = reason(own, f"secdb undo {number}", lambda: attempt(context, lambda desk: take_back(desk, number), own))
    write(
        context,
        undo_message(number, given.message or ""),
        lambda desk: take_back(desk, number),
        given.saying(undo_message(number, given.message or "")),
        ask=True,
    )
