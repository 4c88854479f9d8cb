"""`secdb log` and `secdb diff`."""

from collections.abc import Iterable, Mapping
from typing import Annotated, Any

import typer

from secdb.database.reader import open_register

from ..options import Format, Raw
from ..output.render import FormatName, render
from ..output.tables import LAYOUTS

COLUMNS = ["revision", "author", "message", "closed_at", "changes", "tables"]
FIELDS = ["table", "record", "label", "operation", "field", "old", "new"]
BOUNDS = ("_earliest", "_latest")
SHOWN = 3  # tables of a revision in a table
LONG = 60  # characters of a value in a table

Revision = Annotated[int, typer.Argument(metavar="N", min=1, help="Its number, as `secdb log` prints it.")]


def log(
    context: typer.Context,
    author: Annotated[
        str | None, typer.Option("--author", metavar="NAME", help="By this author; a part will do.")
    ] = None,
    since: Annotated[str | None, typer.Option("--since", metavar="DATE", help="On this day (UTC) or later.")] = None,
    until: Annotated[str | None, typer.Option("--until", metavar="DATE", help="On this day (UTC) or earlier.")] = None,
    record: Annotated[
        str | None, typer.Option("--record", metavar="RECORD", help="That changed this record: act:12, state:ARM.")
    ] = None,
    limit: Annotated[int | None, typer.Option("--limit", metavar="N", min=1, help="So many at most.")] = None,
    format: Format = "table",
    raw: Raw = False,
) -> None:
    """List the revisions, the newest first.

    One without an author was written by another program. `secdb log show N` tells what revision N changed.

    Example:
        secdb log --since 2026-01 --author archivist
        secdb log --record state:ARM
        secdb log show 1
    """
    from secdb.reports.log import log as report

    with open_register(context.obj.database) as register:
        result = report(register, author=author, since=since, until=until, record=record, limit=limit)
    if format not in LAYOUTS:
        render(result, format=format, raw=raw)
        return
    rows = [
        row | {"author": row["author"] or "(another program)", "tables": _few(row["tables"])}
        for row in result.to_dict()["rows"]
    ]
    render({"rows": rows}, format=format, columns=COLUMNS)


def _few(tables: str) -> str:
    """Return the tables with most changes, and how many more there are."""
    listed = tables.split(", ")
    more = len(listed) - SHOWN
    return tables if more <= 1 else f"{', '.join(listed[:SHOWN])} and {more} more"


def log_show(context: typer.Context, number: Revision, format: Format = "table", raw: Raw = False) -> None:
    """Show what a revision changed, field by field.

    The table leaves out bounds, which follow from a date's text, and shortens long values; -f json has all.

    Example:
        secdb log show 1
    """
    from secdb.reports.log import log_show as report

    with open_register(context.obj.database) as register:
        result = report(register, number)
    about = result.about
    who = about["author"] or "another program"
    why = f": {about['message']}" if about["message"] else ""
    _print(result, f"Revision {number}, {about['closed_at'] or 'still open'}, {who}{why}", format, raw)


def diff(
    context: typer.Context,
    number: Annotated[int, typer.Argument(metavar="N", min=0, help="The first revision; 0 = the empty register.")],
    other: Annotated[int, typer.Argument(metavar="M", min=0, help="The second revision.")],
    format: Format = "table",
    raw: Raw = False,
) -> None:
    """Compare what the register said at two revisions.

    What was changed in between and changed back does not show.

    Example:
        secdb diff 0 1
    """
    from secdb.reports.log import diff as report

    with open_register(context.obj.database) as register:
        result = report(register, number, other)
    counted = ", ".join(f"{count} {word}" for word, count in result.about["count"].items())
    _print(result, f"Revision {number} to {other}: records {counted}", format, raw)


def _print(result: Any, title: str, format: FormatName, raw: bool) -> None:  # noqa: ANN401 - a report of fields
    if format not in LAYOUTS:
        render(result, format=format, raw=raw)
        return
    render({"rows": list(_shown(result.to_dict()["rows"]))}, format=format, columns=FIELDS, title=title)


def _shown(rows: Iterable[Mapping[str, Any]]) -> Iterable[dict[str, Any]]:
    """Yield the rows for a reader: without bounds, long values shortened, a label only where it tells more."""
    for row in rows:
        if not row["field"].endswith(BOUNDS):
            label = "" if row["label"] == str(row["record"]) else row["label"]
            yield {**row, "label": label, "old": _short(row["old"]), "new": _short(row["new"])}


def _short(value: object) -> object:
    return f"{value[:LONG]}..." if isinstance(value, str) and len(value) > LONG else value
