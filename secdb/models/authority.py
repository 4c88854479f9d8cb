"""The authority list: States and persons, with their names and codes through time."""

from __future__ import annotations

import datetime as dt

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from secdb.models.base import Base, Key, Text, day, days, note, one_of, period, record_rules, recorded_date, ref, words
from secdb.vocabulary import NameForm, SuccessionKind

VALID = "the period as recorded, EDTF interval with an inclusive last day; NULL = no limits known"
START = "first day, lower bound, inclusive; NULL = unbounded"
START_LATEST = "first day, upper bound, inclusive; NULL = not certain ever to have begun"
END = "first day it no longer holds, lower bound; NULL = open"
END_LATEST = "first day it no longer holds, upper bound; NULL with end_earliest set = end unknown"


class State(Base):
    """A State, or State-like entity, with an identity through time."""

    __tablename__ = "state"
    __table_args__ = record_rules(
        period(), days("un_admission"), [sa.CheckConstraint("code = upper(code) AND code <> ''", name="code_upper")]
    )

    id: Mapped[Key]
    code: Mapped[str] = mapped_column(
        sa.Text, unique=True, comment="ISO 3166-1 alpha-3 where there is or was one, else the COW abbreviation"
    )
    existence: Mapped[str | None] = note("when it existed, EDTF interval with an inclusive last day")
    start_earliest: Mapped[dt.date | None] = day(START)
    start_latest: Mapped[dt.date | None] = day(START_LATEST)
    end_earliest: Mapped[dt.date | None] = day(END)
    end_latest: Mapped[dt.date | None] = day(END_LATEST)
    un_admission: Mapped[dt.date | None] = day("day of admission to the United Nations")
    note: Mapped[str | None] = note("anything a reader should know")


class StateName(Base):
    """A name of a State, in a language, for a period."""

    __tablename__ = "state_name"
    __table_args__ = record_rules(
        period(),
        [
            one_of("form", NameForm),
            sa.CheckConstraint("name <> ''", name="name_filled"),
            sa.UniqueConstraint("state_id", "language", "form", "name", "valid"),
        ],
    )

    id: Mapped[Key]
    state_id: Mapped[int] = ref("state.id", "the State")
    name: Mapped[Text] = mapped_column(comment="the name")
    language: Mapped[str] = mapped_column(sa.Text, comment="ISO 639-1 code")
    form: Mapped[str] = words(NameForm, "which of its names")
    valid: Mapped[str | None] = note(VALID)
    start_earliest: Mapped[dt.date | None] = day(START)
    start_latest: Mapped[dt.date | None] = day(START_LATEST)
    end_earliest: Mapped[dt.date | None] = day(END)
    end_latest: Mapped[dt.date | None] = day(END_LATEST)
    note: Mapped[str | None] = note("anything a reader should know")


class StateCode(Base):
    """A code of a State in another scheme, for a period."""

    __tablename__ = "state_code"
    __table_args__ = record_rules(
        period(),
        [
            sa.CheckConstraint("code <> ''", name="code_filled"),
            sa.UniqueConstraint("state_id", "scheme", "code", "valid"),
            sa.Index("ix_state_code__scheme_code", "scheme", "code"),
        ],
    )

    id: Mapped[Key]
    state_id: Mapped[int] = ref("state.id", "the State")
    scheme: Mapped[str] = mapped_column(sa.Text, comment="iso2, iso3, m49, cow, cowabb, gw, wikidata, un")
    code: Mapped[Text] = mapped_column(comment="the code")
    valid: Mapped[str | None] = note(VALID)
    start_earliest: Mapped[dt.date | None] = day(START)
    start_latest: Mapped[dt.date | None] = day(START_LATEST)
    end_earliest: Mapped[dt.date | None] = day(END)
    end_latest: Mapped[dt.date | None] = day(END_LATEST)


class StateSuccession(Base):
    """One State took the place of another, wholly or in part."""

    __tablename__ = "state_succession"
    __table_args__ = record_rules(
        recorded_date("date"),
        [
            one_of("kind", SuccessionKind),
            sa.CheckConstraint("predecessor_id <> successor_id", name="two_states"),
            sa.UniqueConstraint("predecessor_id", "successor_id", "kind", "date_edtf"),
        ],
    )

    id: Mapped[Key]
    predecessor_id: Mapped[int] = ref("state.id", "the State before")
    successor_id: Mapped[int] = ref("state.id", "the State after", index=True)
    kind: Mapped[str] = words(SuccessionKind, "how")
    date_text: Mapped[str | None] = note("first day of the new situation, as the source prints it")
    date_edtf: Mapped[str | None] = note("the same in EDTF")
    date_earliest: Mapped[dt.date | None] = day("lower bound, inclusive")
    date_latest: Mapped[dt.date | None] = day("upper bound, inclusive")
    note: Mapped[str | None] = note("anything a reader should know")


class Person(Base):
    """A person who signed or held an office."""

    __tablename__ = "person"
    __table_args__ = record_rules([sa.CheckConstraint("code <> '' AND name <> ''", name="filled")])

    id: Mapped[Key]
    code: Mapped[str] = mapped_column(sa.Text, unique=True, comment="the name used in commands: lavrov-s")
    name: Mapped[str] = mapped_column(sa.Text, comment="the name in reports")
    note: Mapped[str | None] = note("anything a reader should know")


class PersonName(Base):
    """Another spelling or form of a person's name."""

    __tablename__ = "person_name"
    __table_args__ = record_rules([one_of("form", NameForm), sa.UniqueConstraint("person_id", "language", "name")])

    id: Mapped[Key]
    person_id: Mapped[int] = ref("person.id", "the person")
    name: Mapped[Text] = mapped_column(comment="the name")
    language: Mapped[str] = mapped_column(sa.Text, comment="ISO 639-1 code")
    form: Mapped[str] = words(NameForm, "which of the names")
