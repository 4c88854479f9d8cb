"""Facts: acts, rosters and tenures, each kept under a dataset."""

from __future__ import annotations

import datetime as dt

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from secdb.models.authority import END, END_LATEST, START, START_LATEST, VALID
from secdb.models.base import (
    Base,
    Flag,
    Key,
    day,
    flag,
    note,
    one_of,
    one_of_often,
    period,
    record_rules,
    recorded_date,
    ref,
    sparse,
    words,
)
from secdb.vocabulary import ActKind, Office, Rank

FOR_ALL = "('termination', 'prolongation', 'entry_into_force')"


class Act(Base):
    """One dated legal act of a State, or of an organ, with respect to a treaty."""

    __tablename__ = "act"
    __table_args__ = record_rules(
        recorded_date("date"),
        recorded_date("effect"),
        [
            *one_of_often("kind", ActKind),
            *one_of_often("rank", Rank),
            *one_of_often("signer_capacity", Office),
            sa.CheckConstraint(f"state_id IS NOT NULL OR kind IN {FOR_ALL}", name="state_named"),
            sa.CheckConstraint("date_edtf IS NOT NULL OR effect_edtf IS NOT NULL", name="dated"),
            sa.CheckConstraint("contests_id <> id", name="contests_another"),
            sa.Index("ix_act__key", "dataset_id", "treaty_id", "state_id"),
            sa.Index("ix_act__treaty_kind", "treaty_id", "kind"),
            sa.Index("ix_act__state", "state_id", "treaty_id"),
            sparse("ix_act__contests", "contests_id"),
            sparse("ix_act__signer_id", "signer_id"),
        ],
    )

    id: Mapped[Key]
    dataset_id: Mapped[int] = ref("dataset.id", "who records it")
    treaty_id: Mapped[int] = ref("treaty.id", "the treaty")
    state_id: Mapped[int | None] = ref("state.id", "the State; NULL = an act for all its parties", optional=True)
    kind: Mapped[str] = words(ActKind, "what was done")
    date_text: Mapped[str | None] = note("date of the act (for an instrument: its deposit), as the source prints it")
    date_edtf: Mapped[str | None] = note("the same in EDTF")
    date_earliest: Mapped[dt.date | None] = day("lower bound, inclusive")
    date_latest: Mapped[dt.date | None] = day("upper bound, inclusive")
    effect_text: Mapped[str | None] = note("date of effect where it differs, as the source prints it")
    effect_edtf: Mapped[str | None] = note("the same in EDTF")
    effect_earliest: Mapped[dt.date | None] = day("lower bound, inclusive")
    effect_latest: Mapped[dt.date | None] = day("upper bound, inclusive")
    organ: Mapped[str | None] = note("the organ that acted, where it was not the State")
    signer_id: Mapped[int | None] = ref("person.id", "who signed for the State", optional=True)
    signer_capacity: Mapped[str | None] = words(Office, "in what office", optional=True)
    rank: Mapped[str] = words(Rank, "order among contradicting claims", default="normal")
    contests_id: Mapped[int | None] = ref(
        "act.id", "the claim about the same event that this one contradicts", optional=True
    )
    note: Mapped[str | None] = note("anything a reader should know")


class Roster(Base):
    """A document's own list of the members of a treaty on a day."""

    __tablename__ = "roster"
    __table_args__ = record_rules(
        recorded_date("on"),
        [
            one_of("rank", Rank),
            flag("complete"),
            sa.CheckConstraint("on_edtf IS NOT NULL", name="dated"),
            sa.Index("ix_roster__treaty", "treaty_id", "dataset_id"),
        ],
    )

    id: Mapped[Key]
    dataset_id: Mapped[int] = ref("dataset.id", "who records it", index=True)
    treaty_id: Mapped[int] = ref("treaty.id", "whose members it lists")
    statement_id: Mapped[int | None] = ref("statement.id", "where it stands", optional=True, index=True)
    on_text: Mapped[str | None] = note("the day it speaks of, as printed")
    on_edtf: Mapped[str | None] = note("the same in EDTF")
    on_earliest: Mapped[dt.date | None] = day("lower bound, inclusive")
    on_latest: Mapped[dt.date | None] = day("upper bound, inclusive")
    body: Mapped[str | None] = note("the treaty or organization as the document names it")
    complete: Mapped[Flag] = mapped_column(comment="1 = a State not listed was not a member")
    rank: Mapped[str] = words(Rank, "order among contradicting rosters", default="normal")
    note: Mapped[str | None] = note("anything a reader should know")


class RosterEntry(Base):
    """One State on a roster."""

    __tablename__ = "roster_entry"
    __table_args__ = record_rules([sa.UniqueConstraint("roster_id", "state_id")])

    id: Mapped[Key]
    roster_id: Mapped[int] = ref("roster.id", "the roster")
    state_id: Mapped[int] = ref("state.id", "the State", index=True)
    position: Mapped[int | None] = mapped_column(sa.Integer, comment="order on the list, from 1")
    as_printed: Mapped[str | None] = note("the State's name as printed")


class Tenure(Base):
    """A person's time in an office for a State, as an archivist recorded it."""

    __tablename__ = "tenure"
    __table_args__ = record_rules(
        period(),
        [
            one_of("office", Office),
            one_of("rank", Rank),
            flag("acting"),
            sa.Index("ix_tenure__state_office", "state_id", "office"),
        ],
    )

    id: Mapped[Key]
    dataset_id: Mapped[int] = ref("dataset.id", "who records it", index=True)
    person_id: Mapped[int] = ref("person.id", "who", index=True)
    state_id: Mapped[int] = ref("state.id", "for which State")
    office: Mapped[str] = words(Office, "which office")
    acting: Mapped[Flag] = mapped_column(comment="1 = acting")
    accredited_to: Mapped[str | None] = note("for representatives: to whom; NULL = the United Nations")
    title: Mapped[str | None] = note("the office as printed")
    valid: Mapped[str | None] = note(VALID)
    start_earliest: Mapped[dt.date | None] = day(START)
    start_latest: Mapped[dt.date | None] = day(START_LATEST)
    end_earliest: Mapped[dt.date | None] = day(END)
    end_latest: Mapped[dt.date | None] = day(END_LATEST)
    rank: Mapped[str] = words(Rank, "order among contradicting claims", default="normal")
    note: Mapped[str | None] = note("anything a reader should know")
