"""A document that was on record by its symbol alone gets its text, and the words quoted from it their offsets."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import sqlalchemy as sa

from secdb.errors import RefusedError
from secdb.models import Base, Document
from secdb.register.quoting.quoting import QuotationError, find_quotation

if TYPE_CHECKING:
    from secdb.register.desk.desk import Desk
    from secdb.register.entry.entries import Received


def give_text(desk: Desk, number: int, text: str, received: Received | None) -> None:
    """Give a document without text its text. Raises RefusedError when it lacks words that are quoted from it.

    Words that stand in it several times are taken to be the first of them.
    """
    citation = Base.metadata.tables["citation"]
    quoted = sa.select(citation.c.id, citation.c.quotation).where(
        citation.c.document_id == number, citation.c.quotation.is_not(None)
    )
    for row in desk.connection.execute(quoted).all():
        try:
            found = find_quotation(text, row.quotation, occurrence=1)
        except QuotationError as error:
            raise RefusedError(f"citation {row.id} quotes words that this text does not have: {error}") from error
        values = {"quotation": found.words, "start_char": found.start, "end_char": found.end}
        desk.connection.execute(sa.update(citation).where(citation.c.id == row.id).values(values))
    digest = hashlib.sha256(text.encode()).hexdigest()
    values = {"text": text, "sha256": digest, **(received.columns() if received else {})}
    desk.connection.execute(sa.update(Document).where(Document.id == number).values(values))
