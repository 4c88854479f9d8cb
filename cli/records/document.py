"""`secdb document`."""

from typing import Annotated

import typer

from ..options import AsRecorded, Document, Format, OfKind, Raw
from .printing import print_list, print_record

COLUMNS = ["document", "kind", "date", "symbols", "characters", "title"]
PARTS = {
    "rows": ("Statements", ["statement", "position", "kind", "date", "place", "start_char", "end_char", "title"]),
    "cited_by": ("Cited by", ["record", "citations", "quotations"]),
}
WithText = Annotated[bool, typer.Option("--with-text", help="Those only whose text is kept.")]
Text = Annotated[bool, typer.Option("--text", help="Print the text; control characters are shown escaped.")]


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
    as_recorded: AsRecorded = None,
    format: Format = "table",
    raw: Raw = False,
) -> None:
    """Show a document and what cites it.

    Example:
        secdb document show A/74/896
        secdb document show cst-2009 --text
    """
    print_record(context, "document", document, PARTS, format, raw, as_recorded, text)
