"""Citations: which words of which document prove a record."""

from __future__ import annotations

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from secdb.models.base import Base, Key, note, record_rules, ref, sparse

TARGETS = (
    "state",
    "state_name",
    "state_succession",
    "treaty",
    "act",
    "roster",
    "roster_entry",
    "tenure",
    "statement",
    "signatory",
)


def _one_target() -> sa.CheckConstraint:
    counted = " + ".join(f"CASE WHEN {target}_id IS NULL THEN 0 ELSE 1 END" for target in TARGETS)
    return sa.CheckConstraint(f"{counted} = 1", name="one_target")


class Citation(Base):
    """The link from exactly one record to a document; with text, the quotation is that slice of it."""

    __tablename__ = "citation"
    __table_args__ = record_rules(
        [
            _one_target(),
            sa.CheckConstraint(
                "(start_char IS NULL) = (end_char IS NULL) AND (start_char IS NULL OR quotation IS NOT NULL)",
                name="offsets_with_quotation",
            ),
            sa.CheckConstraint(
                "0 <= start_char AND end_char - start_char = length(quotation)", name="offsets_fit_quotation"
            ),
            sa.CheckConstraint("quotation <> ''", name="quotation_filled"),
        ],
        [sparse(f"ix_citation__{target}", f"{target}_id") for target in TARGETS],
    )

    id: Mapped[Key]
    state_id: Mapped[int | None] = ref("state.id", "the record proved", optional=True)
    state_name_id: Mapped[int | None] = ref("state_name.id", "the record proved", optional=True)
    state_succession_id: Mapped[int | None] = ref("state_succession.id", "the record proved", optional=True)
    treaty_id: Mapped[int | None] = ref("treaty.id", "the record proved", optional=True)
    act_id: Mapped[int | None] = ref("act.id", "the record proved", optional=True)
    roster_id: Mapped[int | None] = ref("roster.id", "the record proved", optional=True)
    roster_entry_id: Mapped[int | None] = ref("roster_entry.id", "the record proved", optional=True)
    tenure_id: Mapped[int | None] = ref("tenure.id", "the record proved", optional=True)
    statement_id: Mapped[int | None] = ref("statement.id", "the record proved", optional=True)
    signatory_id: Mapped[int | None] = ref("signatory.id", "the record proved", optional=True)
    document_id: Mapped[int] = ref("document.id", "the document that proves it", index=True)
    locator: Mapped[str | None] = note("page, paragraph or annex")
    quotation: Mapped[str | None] = note("the words; exactly those of the document's text where it has one")
    start_char: Mapped[int | None] = mapped_column(sa.Integer, comment="first character in the text, from 0")
    end_char: Mapped[int | None] = mapped_column(sa.Integer, comment="character after the last one")
    note: Mapped[str | None] = note("anything a reader should know")
