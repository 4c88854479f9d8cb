"""Membership periods, derived from acts and rosters; nobody types them."""

from __future__ import annotations

import datetime as dt

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from secdb.models.authority import END, END_LATEST, START, START_LATEST
from secdb.models.base import Base, Flag, day, flag, note, one_of, one_of_often, period, rules, words
from secdb.vocabulary import ActKind, Origin, Status


class ActEffect(Base):
    """The rule of derivation as data: what status each kind of act leads to."""

    __tablename__ = "act_effect"
    __table_args__ = rules(
        [
            one_of("kind", ActKind),
            sa.CheckConstraint(
                "status IN ('none', " + ", ".join(f"'{word}'" for word in Status) + ")", name="status_known"
            ),
            flag("resets"),
        ]
    )

    kind: Mapped[str] = mapped_column(sa.Text, primary_key=True, comment="the kind of act")
    status: Mapped[str | None] = note("the status it leads to; none = an exit; NULL = no effect on membership")
    level: Mapped[int] = mapped_column(
        sa.Integer, comment="a higher level ends a lower one; a lower one after a higher one changes nothing"
    )
    resets: Mapped[Flag] = mapped_column(comment="1 = ends whatever status there was (exits and suspension)")


class MembershipEvent(Base):
    """An act that counts, with its status and its bounds: a step of the derivation, kept so that it is fast."""

    __tablename__ = "membership_event"
    __table_args__ = rules([])

    dataset_id: Mapped[int] = mapped_column(sa.Integer, primary_key=True, comment="dataset of the key")
    treaty_id: Mapped[int] = mapped_column(sa.Integer, primary_key=True, comment="treaty of the key")
    state_id: Mapped[int] = mapped_column(sa.Integer, primary_key=True, comment="State of the key")
    act_id: Mapped[int] = mapped_column(sa.Integer, primary_key=True, comment="the act")
    kind: Mapped[str] = words(ActKind, "what was done")
    status: Mapped[str] = mapped_column(sa.Text, comment="the status it leads to; none = an exit")
    level: Mapped[int] = mapped_column(sa.Integer, comment="see act_effect")
    resets: Mapped[Flag] = mapped_column(comment="see act_effect")
    earliest: Mapped[dt.date | None] = day("day of effect, lower bound, inclusive; NULL = unbounded")
    latest: Mapped[dt.date | None] = day("day of effect, upper bound, inclusive; NULL = unbounded")


class MembershipPeriod(Base):
    """A spell of one status of one State under one treaty."""

    __tablename__ = "membership_period"
    __table_args__ = rules(
        period(),
        [
            *one_of_often("status", Status),
            *one_of_often("origin", Origin),
            sa.Index("ix_membership_period__treaty", "treaty_id", "start_latest", "end_earliest", "state_id"),
            sa.Index("ix_membership_period__state", "state_id", "start_latest", "end_earliest", "treaty_id"),
            sa.Index("ix_membership_period__start", "start_latest"),
            sa.Index(
                "ix_membership_period__end",
                "end_earliest",
                sqlite_where=sa.text("end_earliest IS NOT NULL"),
                postgresql_where=sa.text("end_earliest IS NOT NULL"),
            ),
        ],
    )

    dataset_id: Mapped[int] = mapped_column(
        sa.Integer, sa.ForeignKey("dataset.id"), primary_key=True, comment="whose records it follows from"
    )
    treaty_id: Mapped[int] = mapped_column(
        sa.Integer, sa.ForeignKey("treaty.id"), primary_key=True, comment="the treaty"
    )
    state_id: Mapped[int] = mapped_column(sa.Integer, sa.ForeignKey("state.id"), primary_key=True, comment="the State")
    seq: Mapped[int] = mapped_column(sa.Integer, primary_key=True, comment="order of the State's periods, from 1")
    status: Mapped[str] = words(Status, "what the State was")
    start_earliest: Mapped[dt.date | None] = day(START)
    start_latest: Mapped[dt.date | None] = day(START_LATEST)
    end_earliest: Mapped[dt.date | None] = day(END)
    end_latest: Mapped[dt.date | None] = day(END_LATEST)
    origin: Mapped[str] = words(Origin, "what it was derived from")
    opened_by: Mapped[str | None] = note("the kind of act or event that opened it; roster")
    opened_by_act_id: Mapped[int | None] = mapped_column(sa.Integer, comment="the act that opened it")
    closed_by: Mapped[str | None] = note("the kind of act or event that closed it; roster; NULL = open")
    closed_by_act_id: Mapped[int | None] = mapped_column(sa.Integer, comment="the act that closed it")


class MembershipRefresh(Base):
    """Keys whose periods must be derived again; a trigger empties it at once unless the switch is off."""

    __tablename__ = "membership_refresh"
    __table_args__ = rules([])

    dataset_id: Mapped[int] = mapped_column(sa.Integer, primary_key=True, comment="dataset of the key")
    treaty_id: Mapped[int] = mapped_column(sa.Integer, primary_key=True, comment="treaty of the key")
    state_id: Mapped[int] = mapped_column(sa.Integer, primary_key=True, comment="State of the key")
