"""Who keeps which records, and every change to them."""

from __future__ import annotations

import datetime as dt

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from secdb.models.base import (
    JSON_TEXT,
    Base,
    Flag,
    Key,
    Text,
    blankless,
    day,
    days,
    flag,
    note,
    one_of_often,
    record_rules,
    ref,
    rules,
    words,
)
from secdb.vocabulary import Operation


class Dataset(Base):
    """A body of records kept under one authority."""

    __tablename__ = "dataset"
    __table_args__ = record_rules(
        days("covers_from", "covers_to"),
        blankless("code"),
        [
            sa.CheckConstraint("code = lower(code) AND code <> ''", name="code_lower"),
            sa.CheckConstraint("covers_from <= covers_to", name="covers_ordered"),
        ],
    )

    id: Mapped[Key]
    code: Mapped[str] = mapped_column(sa.Text, unique=True, comment="the name used in commands: register")
    title: Mapped[Text] = mapped_column(comment="the title")
    authority: Mapped[str | None] = note("who keeps it")
    licence: Mapped[str | None] = note("under what terms it may be used")
    covers_from: Mapped[dt.date | None] = day("first day it speaks of; NULL = no limit")
    covers_to: Mapped[dt.date | None] = day("last day it speaks of, inclusive; NULL = no limit")
    url: Mapped[str | None] = note("where it is published")
    note: Mapped[str | None] = note("anything a reader should know")


class Revision(Base):
    """One unit of change; the row without `closed_at` is the one being written."""

    __tablename__ = "revision"
    __table_args__ = rules(
        [
            sa.CheckConstraint("id > 0", name="number_positive"),
            sa.CheckConstraint("hash IS NULL OR closed_at IS NOT NULL", name="closed_before_hash"),
            sa.Index(
                "ix_revision__open",
                "id",
                sqlite_where=sa.text("closed_at IS NULL"),
                postgresql_where=sa.text("closed_at IS NULL"),
            ),
        ]
    )

    id: Mapped[int] = mapped_column(sa.Integer, primary_key=True, autoincrement=False, comment="the revision number")
    author: Mapped[str | None] = note("who signed it off; NULL = a write by an outside client")
    message: Mapped[str | None] = note("why")
    program: Mapped[str | None] = note("program and version that wrote it")
    opened_at: Mapped[str] = mapped_column(sa.Text, comment="UTC, ISO 8601 with milliseconds")
    closed_at: Mapped[str | None] = note("UTC, ISO 8601 with milliseconds; NULL while it is being written")
    previous_hash: Mapped[str | None] = note("hash of the revision before; NULL for the first")
    hash: Mapped[str | None] = note("SHA-256 over the previous hash and the changes; NULL = not sealed yet")


class Change(Base):
    """One row changed in one revision; written by triggers, never changed again."""

    __tablename__ = "change"
    __table_args__ = record_rules(
        [
            *one_of_often("operation", Operation),
            sa.CheckConstraint("(operation = 'insert') = (old IS NULL)", name="old_when_replaced"),
            sa.CheckConstraint("(operation = 'delete') = (new IS NULL)", name="new_when_kept"),
            sa.Index("ix_change__record", "table_name", "row_id"),
        ]
    )

    id: Mapped[Key]
    revision_id: Mapped[int] = ref("revision.id", "the revision it belongs to", index=True)
    table_name: Mapped[str] = mapped_column(sa.Text, comment="the table of the row")
    row_id: Mapped[int] = mapped_column(sa.Integer, comment="the row's id")
    operation: Mapped[str] = words(Operation, "what happened to the row")
    old: Mapped[str | None] = mapped_column(JSON_TEXT, comment="the row before, as JSON")
    new: Mapped[str | None] = mapped_column(JSON_TEXT, comment="the row after, as JSON")


class DerivationSwitch(Base):
    """One row: whether triggers refresh `membership_period` at once, or leave the keys queued for a rebuild."""

    __tablename__ = "derivation_switch"
    __table_args__ = rules([sa.CheckConstraint("id = 1", name="one_row"), flag("enabled")])

    id: Mapped[Key]
    enabled: Mapped[Flag] = mapped_column(server_default=sa.text("1"), comment="1 = refresh at once; 0 = bulk load")
