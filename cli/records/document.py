"""`secdb document`."""

import sys
from typing import Annotated

import typer

from secdb.database.reader import open_register
from secdb.errors import UsageError

from ..options import AsRecorded, Document, Format, OfKind, Raw
from ..output.target import print_bytes
from .printing import print_list, print_record

COLUMNS = ["document", "kind", "date", "symbols", "characters", "title"]
PARTS = {
    "rows": ("Statements", ["statement", "position", "kind", "date", "place", "start_char", "end_char", "title"]),
    "cited_by": ("Cited by", ["record", "citations", "quotations"]),
}
WithText = Annotated[bool, typer.Option("--with-text", help="Those only whose text is kept.")]
Text = Annotated[bool, typer.Option("--text", help="Print the text; control characters are shown escaped.")]

Received = Annotated[bool, typer.Option("--received", help="Write the file received, byte for byte; for `> FILE`.")]


def list_documents(
    context: typer.Context,
    kind: OfKind = None,
    with_text: WithText = False,
    as_recorded: AsRecorded = None,
    format: Format = "table",
    raw: Raw = False,
) -> None:
    """List the documents.

    Example:
        secdb document list --kind un_document
    """
    print_list(context, "document", COLUMNS, format, raw, as_recorded, kind=kind, text_only=with_text or None)


def show_document(
    context: typer.Context,
    document: Document,
    text: Text = False,
    received: Received = False,
    as_recorded: AsRecorded = None,
    format: Format = "table",
    raw: Raw = False,
) -> None:
    """Show a document and what cites it.

    A file is kept beside the text where that is not all that was received: a PDF, DOCX or HTML page, a text in another
    encoding than UTF-8.

    Example:
        secdb document show A/74/896
        secdb document show cst-2009 --text
        secdb document show cst-2009 --received > letter.pdf
    """
    if received:
        _write_received(context, document, as_recorded)
    else:
        print_record(context, "document", document, PARTS, format, raw, as_recorded, text)


def _write_received(context: typer.Context, document: str, as_recorded: int | None) -> None:
    from secdb.reports.showing import received

    if sys.stdout and sys.stdout.isatty():
        raise UsageError("a file is not shown at a terminal, it could upset it; write it into a file: > FILE")
    with open_register(context.obj.database, as_recorded) as register:
        print_bytes(received(register, document))
