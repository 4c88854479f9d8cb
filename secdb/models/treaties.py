"""Treaties and the organizations they found."""

from __future__ import annotations

import datetime as dt

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from secdb.models.base import Base, Key, Text, day, note, one_of, record_rules, recorded_date, ref, words
from secdb.vocabulary import NameForm, RelationKind


class Treaty(Base):
    """An international agreement, whatever its title."""

    __tablename__ = "treaty"
    __table_args__ = record_rules(
        recorded_date("signed"),
        recorded_date("in_force"),
        recorded_date("expires"),
        [
            sa.CheckConstraint("code = lower(code) AND code <> ''", name="code_lower"),
            sa.CheckConstraint("term_years > 0", name="term_positive"),
        ],
    )

    id: Mapped[Key]
    code: Mapped[str] = mapped_column(sa.Text, unique=True, comment="the name used in commands: cst")
    title: Mapped[Text] = mapped_column(comment="the title")
    signed_text: Mapped[str | None] = note("day of adoption or signature, as the source prints it")
    signed_edtf: Mapped[str | None] = note("the same in EDTF")
    signed_earliest: Mapped[dt.date | None] = day("lower bound, inclusive")
    signed_latest: Mapped[dt.date | None] = day("upper bound, inclusive")
    signed_at: Mapped[str | None] = note("place of signature")
    in_force_text: Mapped[str | None] = note("entry into force of the treaty itself, as the source prints it")
    in_force_edtf: Mapped[str | None] = note("the same in EDTF")
    in_force_earliest: Mapped[dt.date | None] = day("lower bound, inclusive; NULL with no latest = not in force")
    in_force_latest: Mapped[dt.date | None] = day("upper bound, inclusive")
    term_years: Mapped[int | None] = mapped_column(sa.Integer, comment="length of a term in years, where it has one")
    expires_text: Mapped[str | None] = note("end of the first term as the treaty provides; ends no period by itself")
    expires_edtf: Mapped[str | None] = note("the same in EDTF")
    expires_earliest: Mapped[dt.date | None] = day("lower bound, inclusive")
    expires_latest: Mapped[dt.date | None] = day("upper bound, inclusive")
    depositary: Mapped[str | None] = note("who keeps the original")
    registration: Mapped[str | None] = note("registration number, e.g. UNTS I-32307")
    note: Mapped[str | None] = note("anything a reader should know")


class TreatyName(Base):
    """Another name of a treaty or of the organization it founds."""

    __tablename__ = "treaty_name"
    __table_args__ = record_rules([one_of("form", NameForm), sa.UniqueConstraint("treaty_id", "language", "name")])

    id: Mapped[Key]
    treaty_id: Mapped[int] = ref("treaty.id", "the treaty")
    name: Mapped[Text] = mapped_column(comment="the name")
    language: Mapped[str] = mapped_column(sa.Text, comment="ISO 639-1 code")
    form: Mapped[str] = words(NameForm, "which of the names")


class TreatyRelation(Base):
    """How one treaty stands to another; `requires`: a party to this one must be a party to that one."""

    __tablename__ = "treaty_relation"
    __table_args__ = record_rules(
        [
            one_of("kind", RelationKind),
            sa.CheckConstraint("treaty_id <> related_id", name="two_treaties"),
            sa.UniqueConstraint("treaty_id", "related_id", "kind"),
        ]
    )

    id: Mapped[Key]
    treaty_id: Mapped[int] = ref("treaty.id", "this treaty")
    related_id: Mapped[int] = ref("treaty.id", "that treaty", index=True)
    kind: Mapped[str] = words(RelationKind, "what this one does to that one")


class Organization(Base):
    """A body founded by a treaty; its members are that treaty's parties."""

    __tablename__ = "organization"
    __table_args__ = record_rules([sa.CheckConstraint("code = lower(code) AND code <> ''", name="code_lower")])

    id: Mapped[Key]
    code: Mapped[str] = mapped_column(sa.Text, unique=True, comment="the name used in commands: csto")
    name: Mapped[Text] = mapped_column(comment="the name")
    treaty_id: Mapped[int] = ref("treaty.id", "its constituent instrument", index=True)
    note: Mapped[str | None] = note("anything a reader should know")
