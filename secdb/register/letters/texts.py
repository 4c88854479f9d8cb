"""A document that was on record by its symbol alone gets its text, and the words quoted from it their offsets."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import sqlalchemy as sa

from secdb.errors import RefusedError
from secdb.models import Base
from secdb.register.letters.entries import document_values
from secdb.register.quoting.quoting import QuotationError, find_quotation
from secdb.register.rows.fields import DateField

if TYPE_CHECKING:
    from secdb.register.desk.desk import Desk
    from secdb.register.entry.entries import Received
    from secdb.register.letters.making import Making


def give_text(desk: Desk, number: int, making: Making, received: Received | None) -> None:
    """Give a document without text the text of a letter, and what the draft says of it where nothing is recorded.

    Quoted words that stand in it several times are taken to be the first of them. Raises RefusedError when it lacks
    words that are quoted from it.
    """
    text = making.text
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
    table = Base.metadata.tables["document"]
    row = desk.connection.execute(sa.select(table).where(table.c.id == number)).one()
    said = _values(making)
    values |= {name: value for name, value in said.items() if getattr(row, name) is None and value}
    desk.connection.execute(sa.update(table).where(table.c.id == number).values(values))


def _values(making: Making) -> dict[str, object]:
    """Return what a draft says of its document, by column."""
    said = document_values(making)
    texts = {name: said.get(name) for name in ("language", "publisher", "note")}
    dated = {"date_text": said.get("date") or "", "date_edtf": said.get("date_edtf") or ""}
    return {**texts, **(DateField("date").read(dated) if said.get("date") else {})}
