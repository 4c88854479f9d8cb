"""Treaties, organizations, documents, statements, signatories."""

from __future__ import annotations

from pathlib import Path

import sqlalchemy as sa
from alembic import op

from secdb.database import ddl

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

SQL = Path(__file__).parent.parent / "sql" / revision
DAY = sa.Text().with_variant(sa.Date(), "postgresql")
TABLES = (
    "treaty",
    "treaty_name",
    "treaty_relation",
    "organization",
    "document",
    "document_symbol",
    "statement",
    "signatory",
)


def upgrade() -> None:
    _treaty()
    _treaty_name()
    _treaty_relation()
    _organization()
    _document()
    _document_symbol()
    _statement()
    _signatory()
    connection = op.get_bind()
    ddl.protect(connection, TABLES)
    ddl.log_changes(connection, TABLES)


def downgrade() -> None:
    connection = op.get_bind()
    ddl.drop_tables(connection, TABLES)


def _treaty() -> None:
    op.create_table(
        "treaty",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False, comment="the name used in commands: cst"),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column(
            "signed_text", sa.Text(), nullable=True, comment="day of adoption or signature, as the source prints it"
        ),
        sa.Column("signed_edtf", sa.Text(), nullable=True, comment="the same in EDTF"),
        sa.Column("signed_earliest", DAY, nullable=True, comment="lower bound, inclusive"),
        sa.Column("signed_latest", DAY, nullable=True, comment="upper bound, inclusive"),
        sa.Column("signed_at", sa.Text(), nullable=True, comment="place of signature"),
        sa.Column(
            "in_force_text",
            sa.Text(),
            nullable=True,
            comment="entry into force of the treaty itself, as the source prints it",
        ),
        sa.Column("in_force_edtf", sa.Text(), nullable=True, comment="the same in EDTF"),
        sa.Column(
            "in_force_earliest",
            DAY,
            nullable=True,
            comment="lower bound, inclusive; NULL with no latest = not in force",
        ),
        sa.Column("in_force_latest", DAY, nullable=True, comment="upper bound, inclusive"),
        sa.Column("term_years", sa.Integer(), nullable=True, comment="length of a term in years, where it has one"),
        sa.Column(
            "expires_text",
            sa.Text(),
            nullable=True,
            comment="end of the first term as the treaty provides; ends no period by itself",
        ),
        sa.Column("expires_edtf", sa.Text(), nullable=True, comment="the same in EDTF"),
        sa.Column("expires_earliest", DAY, nullable=True, comment="lower bound, inclusive"),
        sa.Column("expires_latest", DAY, nullable=True, comment="upper bound, inclusive"),
        sa.Column("depositary", sa.Text(), nullable=True, comment="who keeps the original"),
        sa.Column("registration", sa.Text(), nullable=True, comment="registration number, e.g. UNTS I-32307"),
        sa.Column("note", sa.Text(), nullable=True, comment="anything a reader should know"),
        sa.CheckConstraint("code = lower(code) AND code <> ''", name=op.f("ck_treaty__code_lower")),
        *ddl.days(
            "treaty",
            "expires_earliest",
            "expires_latest",
            "in_force_earliest",
            "in_force_latest",
            "signed_earliest",
            "signed_latest",
        ),
        sa.CheckConstraint("expires_earliest <= expires_latest", name=op.f("ck_treaty__expires_ordered")),
        sa.CheckConstraint(
            "expires_edtf IS NOT NULL OR (expires_earliest IS NULL AND expires_latest IS NULL)",
            name=op.f("ck_treaty__expires_stated"),
        ),
        sa.CheckConstraint("in_force_earliest <= in_force_latest", name=op.f("ck_treaty__in_force_ordered")),
        sa.CheckConstraint(
            "in_force_edtf IS NOT NULL OR (in_force_earliest IS NULL AND in_force_latest IS NULL)",
            name=op.f("ck_treaty__in_force_stated"),
        ),
        sa.CheckConstraint("signed_earliest <= signed_latest", name=op.f("ck_treaty__signed_ordered")),
        sa.CheckConstraint(
            "signed_edtf IS NOT NULL OR (signed_earliest IS NULL AND signed_latest IS NULL)",
            name=op.f("ck_treaty__signed_stated"),
        ),
        sa.CheckConstraint("term_years > 0", name=op.f("ck_treaty__term_positive")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_treaty")),
        sa.UniqueConstraint("code", name=op.f("uq_treaty__code")),
        sqlite_strict=True,
    )


def _treaty_name() -> None:
    op.create_table(
        "treaty_name",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("treaty_id", sa.Integer(), nullable=False, comment="the treaty"),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("language", sa.Text(), nullable=False, comment="ISO 639-1 code"),
        sa.Column("form", sa.Text(), nullable=False, comment="which of the names: short, formal, variant"),
        sa.CheckConstraint("form IN ('short', 'formal', 'variant')", name=op.f("ck_treaty_name__form_known")),
        sa.ForeignKeyConstraint(["treaty_id"], ["treaty.id"], name=op.f("fk_treaty_name__treaty_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_treaty_name")),
        sa.UniqueConstraint("treaty_id", "language", "name", name=op.f("uq_treaty_name__treaty_id_language_name")),
        sqlite_strict=True,
    )


def _treaty_relation() -> None:
    op.create_table(
        "treaty_relation",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("treaty_id", sa.Integer(), nullable=False, comment="this treaty"),
        sa.Column("related_id", sa.Integer(), nullable=False, comment="that treaty"),
        sa.Column(
            "kind",
            sa.Text(),
            nullable=False,
            comment="what this one does to that one: amends, prolongs, supersedes, requires",
        ),
        sa.CheckConstraint(
            "kind IN ('amends', 'prolongs', 'supersedes', 'requires')", name=op.f("ck_treaty_relation__kind_known")
        ),
        sa.CheckConstraint("treaty_id <> related_id", name=op.f("ck_treaty_relation__two_treaties")),
        sa.ForeignKeyConstraint(["related_id"], ["treaty.id"], name=op.f("fk_treaty_relation__related_id")),
        sa.ForeignKeyConstraint(["treaty_id"], ["treaty.id"], name=op.f("fk_treaty_relation__treaty_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_treaty_relation")),
        sa.UniqueConstraint(
            "treaty_id", "related_id", "kind", name=op.f("uq_treaty_relation__treaty_id_related_id_kind")
        ),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_treaty_relation__related_id"), "treaty_relation", ["related_id"], unique=False)


def _organization() -> None:
    op.create_table(
        "organization",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False, comment="the name used in commands: csto"),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("treaty_id", sa.Integer(), nullable=False, comment="its constituent instrument"),
        sa.Column("note", sa.Text(), nullable=True, comment="anything a reader should know"),
        sa.CheckConstraint("code = lower(code) AND code <> ''", name=op.f("ck_organization__code_lower")),
        sa.ForeignKeyConstraint(["treaty_id"], ["treaty.id"], name=op.f("fk_organization__treaty_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_organization")),
        sa.UniqueConstraint("code", name=op.f("uq_organization__code")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_organization__treaty_id"), "organization", ["treaty_id"], unique=False)


def _document() -> None:
    op.create_table(
        "document",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False, comment="the name used in commands"),
        sa.Column(
            "kind",
            sa.Text(),
            nullable=False,
            comment="what sort of document: un_document, treaty_text, book, dataset, press, web_page, other",
        ),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("date_text", sa.Text(), nullable=True, comment="its date as printed"),
        sa.Column("date_edtf", sa.Text(), nullable=True, comment="the same in EDTF"),
        sa.Column("date_earliest", DAY, nullable=True, comment="lower bound, inclusive"),
        sa.Column("date_latest", DAY, nullable=True, comment="upper bound, inclusive"),
        sa.Column("language", sa.Text(), nullable=True, comment="ISO 639-1 code"),
        sa.Column("publisher", sa.Text(), nullable=True, comment="who issued it"),
        sa.Column("url", sa.Text(), nullable=True, comment="where it is published"),
        sa.Column("retrieved_on", DAY, nullable=True, comment="day it was read there"),
        sa.Column(
            "text",
            sa.Text(),
            nullable=True,
            comment="its text exactly as received; offsets count its characters from 0",
        ),
        sa.Column("sha256", sa.Text(), nullable=True, comment="SHA-256 of the text in UTF-8"),
        sa.Column("received", sa.LargeBinary(), nullable=True, comment="the file as received, if not plain text"),
        sa.Column("received_type", sa.Text(), nullable=True, comment="its media type"),
        sa.Column("note", sa.Text(), nullable=True, comment="anything a reader should know"),
        sa.CheckConstraint("code <> ''", name=op.f("ck_document__code_filled")),
        *ddl.days("document", "date_earliest", "date_latest", "retrieved_on"),
        sa.CheckConstraint(
            "kind IN ('un_document', 'treaty_text', 'book', 'dataset', 'press', 'web_page', 'other')",
            name=op.f("ck_document__kind_known"),
        ),
        sa.CheckConstraint(
            "(received IS NULL) = (received_type IS NULL)", name=op.f("ck_document__received_with_type")
        ),
        sa.CheckConstraint("(text IS NULL) = (sha256 IS NULL)", name=op.f("ck_document__text_with_hash")),
        sa.CheckConstraint("date_earliest <= date_latest", name=op.f("ck_document__date_ordered")),
        sa.CheckConstraint(
            "date_edtf IS NOT NULL OR (date_earliest IS NULL AND date_latest IS NULL)",
            name=op.f("ck_document__date_stated"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_document")),
        sa.UniqueConstraint("code", name=op.f("uq_document__code")),
        sa.UniqueConstraint("sha256", name=op.f("uq_document__sha256")),
        sqlite_strict=True,
    )


def _document_symbol() -> None:
    op.create_table(
        "document_symbol",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("document_id", sa.Integer(), nullable=False, comment="the document"),
        sa.Column("position", sa.Integer(), nullable=False, comment="order on the document, from 1"),
        sa.Column("symbol", sa.Text(), nullable=False, comment="A/57/88"),
        sa.ForeignKeyConstraint(["document_id"], ["document.id"], name=op.f("fk_document_symbol__document_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_document_symbol")),
        sa.UniqueConstraint("document_id", "symbol", name=op.f("uq_document_symbol__document_id_symbol")),
        sa.UniqueConstraint("symbol", name=op.f("uq_document_symbol__symbol")),
        sqlite_strict=True,
    )


def _statement() -> None:
    op.create_table(
        "statement",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False, comment="the name used in commands"),
        sa.Column("document_id", sa.Integer(), nullable=False, comment="the document it stands in"),
        sa.Column("position", sa.Integer(), nullable=False, comment="order in the document, from 1"),
        sa.Column(
            "kind",
            sa.Text(),
            nullable=False,
            comment="what sort of text: letter, statement, declaration, communique, treaty, decision, note_verbale, cable, other",
        ),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("date_text", sa.Text(), nullable=True, comment="its date as printed"),
        sa.Column("date_edtf", sa.Text(), nullable=True, comment="the same in EDTF"),
        sa.Column("date_earliest", DAY, nullable=True, comment="lower bound, inclusive"),
        sa.Column("date_latest", DAY, nullable=True, comment="upper bound, inclusive"),
        sa.Column("place", sa.Text(), nullable=True, comment="where it was adopted"),
        sa.Column("addressee", sa.Text(), nullable=True, comment="to whom it is addressed"),
        sa.Column("language", sa.Text(), nullable=True, comment="ISO 639-1 code"),
        sa.Column("start_char", sa.Integer(), nullable=True, comment="first character in the document, from 0"),
        sa.Column("end_char", sa.Integer(), nullable=True, comment="character after the last one"),
        sa.Column("note", sa.Text(), nullable=True, comment="anything a reader should know"),
        *ddl.days("statement", "date_earliest", "date_latest"),
        sa.CheckConstraint(
            "kind IN ('letter', 'statement', 'declaration', 'communique', 'treaty', 'decision', 'note_verbale', 'cable', 'other')",
            name=op.f("ck_statement__kind_known"),
        ),
        sa.CheckConstraint("(start_char IS NULL) = (end_char IS NULL)", name=op.f("ck_statement__extent_whole")),
        sa.CheckConstraint("0 <= start_char AND start_char < end_char", name=op.f("ck_statement__extent_ordered")),
        sa.CheckConstraint("date_earliest <= date_latest", name=op.f("ck_statement__date_ordered")),
        sa.CheckConstraint(
            "date_edtf IS NOT NULL OR (date_earliest IS NULL AND date_latest IS NULL)",
            name=op.f("ck_statement__date_stated"),
        ),
        sa.ForeignKeyConstraint(["document_id"], ["document.id"], name=op.f("fk_statement__document_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_statement")),
        sa.UniqueConstraint("code", name=op.f("uq_statement__code")),
        sa.UniqueConstraint("document_id", "position", name=op.f("uq_statement__document_id_position")),
        sqlite_strict=True,
    )


def _signatory() -> None:
    op.create_table(
        "signatory",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("statement_id", sa.Integer(), nullable=False, comment="the statement"),
        sa.Column("position", sa.Integer(), nullable=False, comment="order of signature, from 1"),
        sa.Column("state_id", sa.Integer(), nullable=False, comment="the State"),
        sa.Column("person_id", sa.Integer(), nullable=True, comment="who signed; NULL = not named"),
        sa.Column(
            "capacity",
            sa.Text(),
            nullable=True,
            comment="in what office: head_of_state, head_of_government, minister_for_foreign_affairs, permanent_representative, deputy_permanent_representative, permanent_observer, charge_daffaires, special_envoy, other",
        ),
        sa.Column(
            "acting", sa.Integer(), server_default=sa.text("0"), nullable=False, comment="1 = acting in that office"
        ),
        sa.Column("accredited_to", sa.Text(), nullable=True, comment="for representatives: to whom accredited"),
        sa.Column(
            "mode", sa.Text(), nullable=False, comment="how the State stands under the statement: signed, issued, named"
        ),
        sa.Column("as_printed", sa.Text(), nullable=True, comment="the name as the document prints it"),
        sa.Column("joined_on", DAY, nullable=True, comment="day it joined the statement later"),
        sa.Column("withdrew_on", DAY, nullable=True, comment="day it withdrew from the statement"),
        sa.Column("note", sa.Text(), nullable=True, comment="anything a reader should know"),
        sa.CheckConstraint(
            "capacity IN ('head_of_state', 'head_of_government', 'minister_for_foreign_affairs', 'permanent_representative', 'deputy_permanent_representative', 'permanent_observer', 'charge_daffaires', 'special_envoy', 'other')",
            name=op.f("ck_signatory__capacity_known"),
        ),
        *ddl.days("signatory", "joined_on", "withdrew_on"),
        sa.CheckConstraint("mode IN ('signed', 'issued', 'named')", name=op.f("ck_signatory__mode_known")),
        sa.CheckConstraint("acting IN (0, 1)", name=op.f("ck_signatory__acting_flag")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_signatory__person_id")),
        sa.ForeignKeyConstraint(["state_id"], ["state.id"], name=op.f("fk_signatory__state_id")),
        sa.ForeignKeyConstraint(["statement_id"], ["statement.id"], name=op.f("fk_signatory__statement_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_signatory")),
        sa.UniqueConstraint("statement_id", "position", name=op.f("uq_signatory__statement_id_position")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_signatory__person_id"), "signatory", ["person_id"], unique=False)
    op.create_index(op.f("ix_signatory__state_id"), "signatory", ["state_id"], unique=False)
