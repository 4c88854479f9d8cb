"""Documents, the statements inside them, and who signed."""

from __future__ import annotations

import datetime as dt

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from secdb.models.base import (
    Base,
    Flag,
    Key,
    Text,
    day,
    days,
    flag,
    hashed,
    note,
    one_of,
    record_rules,
    recorded_date,
    ref,
    words,
)
from secdb.vocabulary import DocumentKind, Office, SignatureMode, StatementKind


class Document(Base):
    """Anything citable, with or without its text."""

    __tablename__ = "document"
    __table_args__ = record_rules(
        recorded_date("date"),
        days("retrieved_on"),
        [
            one_of("kind", DocumentKind),
            sa.CheckConstraint("code <> ''", name="code_filled"),
            sa.CheckConstraint("(text IS NULL) = (sha256 IS NULL)", name="text_with_hash"),
            sa.CheckConstraint("(received IS NULL) = (received_type IS NULL)", name="received_with_type"),
            sa.CheckConstraint("(received IS NULL) = (received_sha256 IS NULL)", name="received_with_hash"),
        ],
        hashed("sha256", "convert_to(text, 'UTF8')", "hash"),
        hashed("received_sha256", "received", "received_hash"),
    )

    id: Mapped[Key]
    code: Mapped[str] = mapped_column(sa.Text, unique=True, comment="the name used in commands")
    kind: Mapped[str] = words(DocumentKind, "what sort of document")
    title: Mapped[Text] = mapped_column(comment="the title")
    date_text: Mapped[str | None] = note("its date as printed")
    date_edtf: Mapped[str | None] = note("the same in EDTF")
    date_earliest: Mapped[dt.date | None] = day("lower bound, inclusive")
    date_latest: Mapped[dt.date | None] = day("upper bound, inclusive")
    language: Mapped[str | None] = note("ISO 639-1 code")
    publisher: Mapped[str | None] = note("who issued it")
    url: Mapped[str | None] = note("where it is published")
    retrieved_on: Mapped[dt.date | None] = day("day it was read there")
    text: Mapped[str | None] = note("its text exactly as received; offsets count its characters from 0")
    sha256: Mapped[str | None] = mapped_column(sa.Text, unique=True, comment="SHA-256 of the text in UTF-8")
    received: Mapped[bytes | None] = mapped_column(sa.LargeBinary, comment="the file as received, if not plain text")
    received_type: Mapped[str | None] = note("its media type")
    note: Mapped[str | None] = note("anything a reader should know")
    received_sha256: Mapped[str | None] = mapped_column(sa.Text, comment="SHA-256 of the file as received")


class DocumentSymbol(Base):
    """A symbol or number under which a document is cited."""

    __tablename__ = "document_symbol"
    __table_args__ = record_rules([sa.UniqueConstraint("document_id", "symbol"), sa.UniqueConstraint("symbol")])

    id: Mapped[Key]
    document_id: Mapped[int] = ref("document.id", "the document")
    position: Mapped[int] = mapped_column(sa.Integer, comment="order on the document, from 1")
    symbol: Mapped[str] = mapped_column(sa.Text, comment="A/57/88")


class Statement(Base):
    """One authored text inside a document: the covering letter, an annexed statement."""

    __tablename__ = "statement"
    __table_args__ = record_rules(
        recorded_date("date"),
        [
            one_of("kind", StatementKind),
            sa.CheckConstraint("(start_char IS NULL) = (end_char IS NULL)", name="extent_whole"),
            sa.CheckConstraint("0 <= start_char AND start_char < end_char", name="extent_ordered"),
            sa.UniqueConstraint("document_id", "position"),
        ],
    )

    id: Mapped[Key]
    code: Mapped[str] = mapped_column(sa.Text, unique=True, comment="the name used in commands")
    document_id: Mapped[int] = ref("document.id", "the document it stands in")
    position: Mapped[int] = mapped_column(sa.Integer, comment="order in the document, from 1")
    kind: Mapped[str] = words(StatementKind, "what sort of text")
    title: Mapped[Text] = mapped_column(comment="the title")
    date_text: Mapped[str | None] = note("its date as printed")
    date_edtf: Mapped[str | None] = note("the same in EDTF")
    date_earliest: Mapped[dt.date | None] = day("lower bound, inclusive")
    date_latest: Mapped[dt.date | None] = day("upper bound, inclusive")
    place: Mapped[str | None] = note("where it was adopted")
    addressee: Mapped[str | None] = note("to whom it is addressed")
    language: Mapped[str | None] = note("ISO 639-1 code")
    start_char: Mapped[int | None] = mapped_column(sa.Integer, comment="first character in the document, from 0")
    end_char: Mapped[int | None] = mapped_column(sa.Integer, comment="character after the last one")
    note: Mapped[str | None] = note("anything a reader should know")


class Signatory(Base):
    """A State (and, where known, a person in a capacity) that signed, issued or is named as author of a statement."""

    __tablename__ = "signatory"
    __table_args__ = record_rules(
        days("joined_on", "withdrew_on"),
        [
            one_of("capacity", Office),
            one_of("mode", SignatureMode),
            flag("acting"),
            sa.UniqueConstraint("statement_id", "position"),
        ],
    )

    id: Mapped[Key]
    statement_id: Mapped[int] = ref("statement.id", "the statement")
    position: Mapped[int] = mapped_column(sa.Integer, comment="order of signature, from 1")
    state_id: Mapped[int] = ref("state.id", "the State", index=True)
    person_id: Mapped[int | None] = ref("person.id", "who signed; NULL = not named", optional=True, index=True)
    capacity: Mapped[str | None] = words(Office, "in what office", optional=True)
    acting: Mapped[Flag] = mapped_column(comment="1 = acting in that office")
    accredited_to: Mapped[str | None] = note("for representatives: to whom accredited")
    mode: Mapped[str] = words(SignatureMode, "how the State stands under the statement")
    as_printed: Mapped[str | None] = note("the name as the document prints it")
    joined_on: Mapped[dt.date | None] = day("day it joined the statement later")
    withdrew_on: Mapped[dt.date | None] = day("day it withdrew from the statement")
    note: Mapped[str | None] = note("anything a reader should know")
