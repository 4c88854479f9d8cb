"""`secdb db`."""

import sys
from typing import Annotated

import typer

from secdb.database.location import locate

from ..options import DryRun, Format, Raw, Yes
from ..output.render import render
from ..output.text import note, visible

Revision = Annotated[
    str, typer.Argument(metavar="REVISION", help="An earlier revision, as `secdb db current` prints it; base = none.")
]
Role = Annotated[str, typer.Argument(metavar="ROLE", help="A role of the server, made already.")]


def upgrade(context: typer.Context) -> None:
    """Bring the schema to this program's revision.

    All of it or nothing; makes no register (`secdb init` does).

    Example:
        secdb db upgrade
    """
    from secdb.database.upkeep import upgrade as run

    location = locate(context.obj.database)
    step = run(location)
    _tell(location.shown, step.before, step.after)


def downgrade(context: typer.Context, revision: Revision, yes: Yes = False) -> None:
    """Take the schema back to an earlier revision.

    What the earlier schema has no place for is lost: make a copy first.

    Example:
        secdb db downgrade 0004 --yes
    """
    from secdb.database.upkeep import downgrade as run
    from secdb.database.upkeep import require_earlier

    location = locate(context.obj.database)
    require_earlier(location, revision)
    question = f"Take {visible(location.shown)} back to {visible(revision)}? Records that it has no place for are lost."
    if not yes:
        _ask(question)
    step = run(location, revision)
    _tell(location.shown, step.before, step.after)


def current(context: typer.Context, format: Format = "table", raw: Raw = False) -> None:
    """Print the schema's revision.

    Example:
        secdb db current
    """
    from secdb.database import HEAD
    from secdb.database.health import find_revision

    location = locate(context.obj.database)
    row = {"database": location.shown, "revision": find_revision(location), "head": HEAD}
    render({"report": "db current", "rows": [row]}, format=format, raw=raw)


def check(context: typer.Context, format: Format = "table", raw: Raw = False) -> None:
    """Compare the schema with what this program expects.

    On SQLite it also looks for damage in the file. The exit code is 1 when anything is wrong.

    Example:
        secdb db check
    """
    from dataclasses import asdict

    from secdb.database.upkeep import faults

    location = locate(context.obj.database)
    rows = [asdict(fault) for fault in faults(location)]
    title = f"{location.shown}: {len(rows) or 'no'} difference{'' if len(rows) == 1 else 's'}"
    columns = ["check", "object", "message"]
    render({"report": "db check", "rows": rows}, format=format, raw=raw, columns=columns, title=title)
    if rows:
        raise typer.Exit(1)


def grant_reader(
    context: typer.Context, role: Role, dry_run: DryRun = False, format: Format = "table", raw: Raw = False
) -> None:
    """Let a role read the views and nothing else (PostgreSQL).

    Takes from everybody but those who write the register: temporary tables, large objects and advisory locks. Run it
    again after `secdb db upgrade`, and when somebody new is to write. The exit code is 1 when the role can do more all
    the same.

    Example:
        secdb db grant-reader analyst
    """
    from dataclasses import asdict

    from secdb.database.granting import grant_reader as run

    location = locate(context.obj.database)
    done = run(location, role, dry_run=dry_run)
    rows = [asdict(right) for right in done.rights]
    report = {"report": "db grant-reader", "role": role, "rows": rows, "left_over": list(done.left_over)}
    render(report, format=format, raw=raw, columns=["action", "right", "on", "role"])
    if any(right.role == "PUBLIC" for right in done.rights):
        note("What is taken from PUBLIC is taken from every role but the owner and those who write the register.")
    for left in done.left_over:
        note(f"{visible(role)} still has {visible(left)}; let a superuser take it away")
    if dry_run:
        note("Nothing was changed.")
    if done.left_over:
        raise typer.Exit(1)


def _tell(place: str, before: str, after: str) -> None:
    note(f"{place}: schema {before} -> {after}" if before != after else f"{place}: schema {after} already")


def _ask(question: str) -> None:
    """Ask at a terminal; elsewhere nobody can answer, so only --yes goes on."""
    from secdb.errors import UsageError

    if not sys.stdin.isatty():
        raise UsageError("this loses records, and there is no terminal to ask at; add --yes to do it")
    if not typer.confirm(question, err=True):
        raise typer.Exit(1)
