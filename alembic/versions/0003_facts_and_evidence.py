"""Acts, rosters, tenures, citations, and their rules."""

from __future__ import annotations

from pathlib import Path

import sqlalchemy as sa
from alembic import op

from secdb.database import ddl

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

SQL = Path(__file__).parent.parent / "sql" / revision
DAY = sa.Text().with_variant(sa.Date(), "postgresql")
TABLES = ("act", "roster", "roster_entry", "tenure", "citation")


def upgrade() -> None:
    _act()
    _roster()
    _roster_entry()
    _tenure()
    _citation()
    connection = op.get_bind()
    ddl.protect(connection, TABLES)
    ddl.log_changes(connection, TABLES)
    ddl.run_file(connection, SQL, "rules")


def downgrade() -> None:
    connection = op.get_bind()
    ddl.undo_file(connection, SQL, "rules")
    ddl.drop_tables(connection, TABLES)


def _act() -> None:
    op.create_table(
        "act",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("dataset_id", sa.Integer(), nullable=False, comment="who records it"),
        sa.Column("treaty_id", sa.Integer(), nullable=False, comment="the treaty"),
        sa.Column("state_id", sa.Integer(), nullable=True, comment="the State; NULL = an act for all its parties"),
        sa.Column(
            "kind",
            sa.Text(),
            nullable=False,
            comment="what was done: signature, definitive_signature, ratification, acceptance, approval, accession, succession, formal_confirmation, provisional_application, entry_into_force, participation, prolongation, non_renewal, withdrawal, suspension, resumption, expulsion, termination, extinction, observer_admission, associate_admission, reservation, declaration, objection, reservation_withdrawal",
        ),
        sa.Column(
            "date_text",
            sa.Text(),
            nullable=True,
            comment="date of the act (for an instrument: its deposit), as the source prints it",
        ),
        sa.Column("date_edtf", sa.Text(), nullable=True, comment="the same in EDTF"),
        sa.Column("date_earliest", DAY, nullable=True, comment="lower bound, inclusive"),
        sa.Column("date_latest", DAY, nullable=True, comment="upper bound, inclusive"),
        sa.Column(
            "effect_text", sa.Text(), nullable=True, comment="date of effect where it differs, as the source prints it"
        ),
        sa.Column("effect_edtf", sa.Text(), nullable=True, comment="the same in EDTF"),
        sa.Column("effect_earliest", DAY, nullable=True, comment="lower bound, inclusive"),
        sa.Column("effect_latest", DAY, nullable=True, comment="upper bound, inclusive"),
        sa.Column("organ", sa.Text(), nullable=True, comment="the organ that acted, where it was not the State"),
        sa.Column("signer_id", sa.Integer(), nullable=True, comment="who signed for the State"),
        sa.Column(
            "signer_capacity",
            sa.Text(),
            nullable=True,
            comment="in what office: head_of_state, head_of_government, minister_for_foreign_affairs, permanent_representative, deputy_permanent_representative, permanent_observer, charge_daffaires, special_envoy, other",
        ),
        sa.Column(
            "rank",
            sa.Text(),
            server_default="normal",
            nullable=False,
            comment="order among contradicting claims: preferred, normal, deprecated",
        ),
        sa.Column(
            "contests_id",
            sa.Integer(),
            nullable=True,
            comment="the claim about the same event that this one contradicts",
        ),
        sa.Column("note", sa.Text(), nullable=True, comment="anything a reader should know"),
        *ddl.days("act", "date_earliest", "date_latest", "effect_earliest", "effect_latest"),
        sa.CheckConstraint(
            "kind IN ('signature', 'definitive_signature', 'ratification', 'acceptance', 'approval', 'accession', 'succession', 'formal_confirmation', 'provisional_application', 'entry_into_force', 'participation', 'prolongation', 'non_renewal', 'withdrawal', 'suspension', 'resumption', 'expulsion', 'termination', 'extinction', 'observer_admission', 'associate_admission', 'reservation', 'declaration', 'objection', 'reservation_withdrawal')",
            name=op.f("ck_act__kind_known"),
        ),
        sa.CheckConstraint("rank IN ('preferred', 'normal', 'deprecated')", name=op.f("ck_act__rank_known")),
        sa.CheckConstraint(
            "signer_capacity IN ('head_of_state', 'head_of_government', 'minister_for_foreign_affairs', 'permanent_representative', 'deputy_permanent_representative', 'permanent_observer', 'charge_daffaires', 'special_envoy', 'other')",
            name=op.f("ck_act__signer_capacity_known"),
        ),
        sa.CheckConstraint(
            "state_id IS NOT NULL OR kind IN ('termination', 'prolongation', 'entry_into_force')",
            name=op.f("ck_act__state_named"),
        ),
        sa.CheckConstraint("contests_id <> id", name=op.f("ck_act__contests_another")),
        sa.CheckConstraint("date_earliest <= date_latest", name=op.f("ck_act__date_ordered")),
        sa.CheckConstraint(
            "date_edtf IS NOT NULL OR (date_earliest IS NULL AND date_latest IS NULL)", name=op.f("ck_act__date_stated")
        ),
        sa.CheckConstraint("date_edtf IS NOT NULL OR effect_edtf IS NOT NULL", name=op.f("ck_act__dated")),
        sa.CheckConstraint("effect_earliest <= effect_latest", name=op.f("ck_act__effect_ordered")),
        sa.CheckConstraint(
            "effect_edtf IS NOT NULL OR (effect_earliest IS NULL AND effect_latest IS NULL)",
            name=op.f("ck_act__effect_stated"),
        ),
        sa.ForeignKeyConstraint(["contests_id"], ["act.id"], name=op.f("fk_act__contests_id")),
        sa.ForeignKeyConstraint(["dataset_id"], ["dataset.id"], name=op.f("fk_act__dataset_id")),
        sa.ForeignKeyConstraint(["signer_id"], ["person.id"], name=op.f("fk_act__signer_id")),
        sa.ForeignKeyConstraint(["state_id"], ["state.id"], name=op.f("fk_act__state_id")),
        sa.ForeignKeyConstraint(["treaty_id"], ["treaty.id"], name=op.f("fk_act__treaty_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_act")),
        sqlite_strict=True,
    )
    op.create_index("ix_act__contests", "act", ["contests_id"], unique=False)
    op.create_index("ix_act__key", "act", ["dataset_id", "treaty_id", "state_id"], unique=False)
    op.create_index(op.f("ix_act__signer_id"), "act", ["signer_id"], unique=False)
    op.create_index("ix_act__state", "act", ["state_id", "treaty_id"], unique=False)
    op.create_index("ix_act__treaty_kind", "act", ["treaty_id", "kind"], unique=False)


def _roster() -> None:
    op.create_table(
        "roster",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("dataset_id", sa.Integer(), nullable=False, comment="who records it"),
        sa.Column("treaty_id", sa.Integer(), nullable=False, comment="whose members it lists"),
        sa.Column("statement_id", sa.Integer(), nullable=True, comment="where it stands"),
        sa.Column("on_text", sa.Text(), nullable=True, comment="the day it speaks of, as printed"),
        sa.Column("on_edtf", sa.Text(), nullable=True, comment="the same in EDTF"),
        sa.Column("on_earliest", DAY, nullable=True, comment="lower bound, inclusive"),
        sa.Column("on_latest", DAY, nullable=True, comment="upper bound, inclusive"),
        sa.Column("body", sa.Text(), nullable=True, comment="the treaty or organization as the document names it"),
        sa.Column(
            "complete",
            sa.Integer(),
            server_default=sa.text("0"),
            nullable=False,
            comment="1 = a State not listed was not a member",
        ),
        sa.Column(
            "rank",
            sa.Text(),
            server_default="normal",
            nullable=False,
            comment="order among contradicting rosters: preferred, normal, deprecated",
        ),
        sa.Column("note", sa.Text(), nullable=True, comment="anything a reader should know"),
        *ddl.days("roster", "on_earliest", "on_latest"),
        sa.CheckConstraint("rank IN ('preferred', 'normal', 'deprecated')", name=op.f("ck_roster__rank_known")),
        sa.CheckConstraint("complete IN (0, 1)", name=op.f("ck_roster__complete_flag")),
        sa.CheckConstraint("on_earliest <= on_latest", name=op.f("ck_roster__on_ordered")),
        sa.CheckConstraint(
            "on_edtf IS NOT NULL OR (on_earliest IS NULL AND on_latest IS NULL)", name=op.f("ck_roster__on_stated")
        ),
        sa.CheckConstraint("on_edtf IS NOT NULL", name=op.f("ck_roster__dated")),
        sa.ForeignKeyConstraint(["dataset_id"], ["dataset.id"], name=op.f("fk_roster__dataset_id")),
        sa.ForeignKeyConstraint(["statement_id"], ["statement.id"], name=op.f("fk_roster__statement_id")),
        sa.ForeignKeyConstraint(["treaty_id"], ["treaty.id"], name=op.f("fk_roster__treaty_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_roster")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_roster__dataset_id"), "roster", ["dataset_id"], unique=False)
    op.create_index(op.f("ix_roster__statement_id"), "roster", ["statement_id"], unique=False)
    op.create_index("ix_roster__treaty", "roster", ["treaty_id", "dataset_id"], unique=False)


def _roster_entry() -> None:
    op.create_table(
        "roster_entry",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("roster_id", sa.Integer(), nullable=False, comment="the roster"),
        sa.Column("state_id", sa.Integer(), nullable=False, comment="the State"),
        sa.Column("position", sa.Integer(), nullable=True, comment="order on the list, from 1"),
        sa.Column("as_printed", sa.Text(), nullable=True, comment="the State's name as printed"),
        sa.ForeignKeyConstraint(["roster_id"], ["roster.id"], name=op.f("fk_roster_entry__roster_id")),
        sa.ForeignKeyConstraint(["state_id"], ["state.id"], name=op.f("fk_roster_entry__state_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_roster_entry")),
        sa.UniqueConstraint("roster_id", "state_id", name=op.f("uq_roster_entry__roster_id_state_id")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_roster_entry__state_id"), "roster_entry", ["state_id"], unique=False)


def _tenure() -> None:
    op.create_table(
        "tenure",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("dataset_id", sa.Integer(), nullable=False, comment="who records it"),
        sa.Column("person_id", sa.Integer(), nullable=False, comment="who"),
        sa.Column("state_id", sa.Integer(), nullable=False, comment="for which State"),
        sa.Column(
            "office",
            sa.Text(),
            nullable=False,
            comment="which office: head_of_state, head_of_government, minister_for_foreign_affairs, permanent_representative, deputy_permanent_representative, permanent_observer, charge_daffaires, special_envoy, other",
        ),
        sa.Column("acting", sa.Integer(), server_default=sa.text("0"), nullable=False, comment="1 = acting"),
        sa.Column(
            "accredited_to", sa.Text(), nullable=True, comment="for representatives: to whom; NULL = the United Nations"
        ),
        sa.Column("title", sa.Text(), nullable=True, comment="the office as printed"),
        sa.Column(
            "valid",
            sa.Text(),
            nullable=True,
            comment="the period as recorded, EDTF interval with an inclusive last day; NULL = no limits known",
        ),
        sa.Column("start_earliest", DAY, nullable=True, comment="first day, lower bound, inclusive; NULL = unbounded"),
        sa.Column(
            "start_latest",
            DAY,
            nullable=True,
            comment="first day, upper bound, inclusive; NULL = not certain ever to have begun",
        ),
        sa.Column("end_earliest", DAY, nullable=True, comment="first day it no longer holds, lower bound; NULL = open"),
        sa.Column(
            "end_latest",
            DAY,
            nullable=True,
            comment="first day it no longer holds, upper bound; NULL with end_earliest set = end unknown",
        ),
        sa.Column(
            "rank",
            sa.Text(),
            server_default="normal",
            nullable=False,
            comment="order among contradicting claims: preferred, normal, deprecated",
        ),
        sa.Column("note", sa.Text(), nullable=True, comment="anything a reader should know"),
        *ddl.days("tenure", "end_earliest", "end_latest", "start_earliest", "start_latest"),
        sa.CheckConstraint(
            "office IN ('head_of_state', 'head_of_government', 'minister_for_foreign_affairs', 'permanent_representative', 'deputy_permanent_representative', 'permanent_observer', 'charge_daffaires', 'special_envoy', 'other')",
            name=op.f("ck_tenure__office_known"),
        ),
        sa.CheckConstraint("rank IN ('preferred', 'normal', 'deprecated')", name=op.f("ck_tenure__rank_known")),
        sa.CheckConstraint("acting IN (0, 1)", name=op.f("ck_tenure__acting_flag")),
        sa.CheckConstraint("end_earliest <= end_latest", name=op.f("ck_tenure__end_ordered")),
        sa.CheckConstraint("end_latest IS NULL OR end_earliest IS NOT NULL", name=op.f("ck_tenure__end_known_since")),
        sa.CheckConstraint("start_earliest <= end_latest", name=op.f("ck_tenure__start_before_end")),
        sa.CheckConstraint("start_earliest <= start_latest", name=op.f("ck_tenure__start_ordered")),
        sa.ForeignKeyConstraint(["dataset_id"], ["dataset.id"], name=op.f("fk_tenure__dataset_id")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_tenure__person_id")),
        sa.ForeignKeyConstraint(["state_id"], ["state.id"], name=op.f("fk_tenure__state_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_tenure")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_tenure__dataset_id"), "tenure", ["dataset_id"], unique=False)
    op.create_index(op.f("ix_tenure__person_id"), "tenure", ["person_id"], unique=False)
    op.create_index("ix_tenure__state_office", "tenure", ["state_id", "office"], unique=False)


def _citation() -> None:
    op.create_table(
        "citation",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("state_id", sa.Integer(), nullable=True, comment="the record proved"),
        sa.Column("state_name_id", sa.Integer(), nullable=True, comment="the record proved"),
        sa.Column("state_succession_id", sa.Integer(), nullable=True, comment="the record proved"),
        sa.Column("treaty_id", sa.Integer(), nullable=True, comment="the record proved"),
        sa.Column("act_id", sa.Integer(), nullable=True, comment="the record proved"),
        sa.Column("roster_id", sa.Integer(), nullable=True, comment="the record proved"),
        sa.Column("roster_entry_id", sa.Integer(), nullable=True, comment="the record proved"),
        sa.Column("tenure_id", sa.Integer(), nullable=True, comment="the record proved"),
        sa.Column("statement_id", sa.Integer(), nullable=True, comment="the record proved"),
        sa.Column("signatory_id", sa.Integer(), nullable=True, comment="the record proved"),
        sa.Column("document_id", sa.Integer(), nullable=False, comment="the document that proves it"),
        sa.Column("locator", sa.Text(), nullable=True, comment="page, paragraph or annex"),
        sa.Column(
            "quotation",
            sa.Text(),
            nullable=True,
            comment="the words; exactly those of the document's text where it has one",
        ),
        sa.Column("start_char", sa.Integer(), nullable=True, comment="first character in the text, from 0"),
        sa.Column("end_char", sa.Integer(), nullable=True, comment="character after the last one"),
        sa.Column("note", sa.Text(), nullable=True, comment="anything a reader should know"),
        sa.CheckConstraint("quotation <> ''", name=op.f("ck_citation__quotation_filled")),
        sa.CheckConstraint(
            "(start_char IS NULL) = (end_char IS NULL) AND (start_char IS NULL OR quotation IS NOT NULL)",
            name=op.f("ck_citation__offsets_with_quotation"),
        ),
        sa.CheckConstraint(
            "0 <= start_char AND end_char - start_char = length(quotation)",
            name=op.f("ck_citation__offsets_fit_quotation"),
        ),
        sa.CheckConstraint(
            "CASE WHEN state_id IS NULL THEN 0 ELSE 1 END + CASE WHEN state_name_id IS NULL THEN 0 ELSE 1 END + CASE WHEN state_succession_id IS NULL THEN 0 ELSE 1 END + CASE WHEN treaty_id IS NULL THEN 0 ELSE 1 END + CASE WHEN act_id IS NULL THEN 0 ELSE 1 END + CASE WHEN roster_id IS NULL THEN 0 ELSE 1 END + CASE WHEN roster_entry_id IS NULL THEN 0 ELSE 1 END + CASE WHEN tenure_id IS NULL THEN 0 ELSE 1 END + CASE WHEN statement_id IS NULL THEN 0 ELSE 1 END + CASE WHEN signatory_id IS NULL THEN 0 ELSE 1 END = 1",
            name=op.f("ck_citation__one_target"),
        ),
        sa.ForeignKeyConstraint(["act_id"], ["act.id"], name=op.f("fk_citation__act_id")),
        sa.ForeignKeyConstraint(["document_id"], ["document.id"], name=op.f("fk_citation__document_id")),
        sa.ForeignKeyConstraint(["roster_entry_id"], ["roster_entry.id"], name=op.f("fk_citation__roster_entry_id")),
        sa.ForeignKeyConstraint(["roster_id"], ["roster.id"], name=op.f("fk_citation__roster_id")),
        sa.ForeignKeyConstraint(["signatory_id"], ["signatory.id"], name=op.f("fk_citation__signatory_id")),
        sa.ForeignKeyConstraint(["state_id"], ["state.id"], name=op.f("fk_citation__state_id")),
        sa.ForeignKeyConstraint(["state_name_id"], ["state_name.id"], name=op.f("fk_citation__state_name_id")),
        sa.ForeignKeyConstraint(
            ["state_succession_id"], ["state_succession.id"], name=op.f("fk_citation__state_succession_id")
        ),
        sa.ForeignKeyConstraint(["statement_id"], ["statement.id"], name=op.f("fk_citation__statement_id")),
        sa.ForeignKeyConstraint(["tenure_id"], ["tenure.id"], name=op.f("fk_citation__tenure_id")),
        sa.ForeignKeyConstraint(["treaty_id"], ["treaty.id"], name=op.f("fk_citation__treaty_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_citation")),
        sqlite_strict=True,
    )
    op.create_index("ix_citation__act", "citation", ["act_id"], unique=False)
    op.create_index(op.f("ix_citation__document_id"), "citation", ["document_id"], unique=False)
    op.create_index("ix_citation__roster", "citation", ["roster_id"], unique=False)
    op.create_index("ix_citation__roster_entry", "citation", ["roster_entry_id"], unique=False)
    op.create_index("ix_citation__signatory", "citation", ["signatory_id"], unique=False)
    op.create_index("ix_citation__state", "citation", ["state_id"], unique=False)
    op.create_index("ix_citation__state_name", "citation", ["state_name_id"], unique=False)
    op.create_index("ix_citation__state_succession", "citation", ["state_succession_id"], unique=False)
    op.create_index("ix_citation__statement", "citation", ["statement_id"], unique=False)
    op.create_index("ix_citation__tenure", "citation", ["tenure_id"], unique=False)
    op.create_index("ix_citation__treaty", "citation", ["treaty_id"], unique=False)
