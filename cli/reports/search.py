"""`secdb search`."""

from typing import Annotated

import typer

from secdb.database.reader import open_register

from ..options import AsRecorded, Format, OfDocument, Raw
from ..output.render import is_cited, render

COLUMNS = ["document", "statement", "start_char", "snippet"]


def search(
    context: typer.Context,
    words: Annotated[list[str], typer.Argument(metavar="WORDS", help="All must stand there.")],
    document: OfDocument = None,
    limit: Annotated[int, typer.Option("--limit", metavar="N", min=1, help="So many at most.")] = 20,
    as_recorded: AsRecorded = None,
    format: Format = "table",
    raw: Raw = False,
) -> None:
    """Find words in documents and statements.

    Words are found in any case, with or without accents; the best places come first. Within one argument, "..." is a
    phrase, -word must not stand there, and begin* is every word that begins so.

    Example:
        secdb search collective security
        secdb search '"collective security" ratif* -withdrawal'
        secdb search Ташкент --document A/57/88
    """
    from secdb.reports.search import search as report

    with open_register(context.obj.database, as_recorded) as register:
        result = report(register, " ".join(words), document=document, limit=limit)
    if is_cited(f"Places of the words: {' '.join(words)}", result.about):
        return
    found, shown = result.about["found"], len(result.rows)
    more = None if shown == found else f"{shown} of {found} places; --limit {found} shows all."
    render(result, format=format, raw=raw, columns=COLUMNS, footer=more, about=result.about)
