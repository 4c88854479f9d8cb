"""Membership periods derived from acts and rosters."""

from __future__ import annotations

from pathlib import Path

import sqlalchemy as sa
from alembic import op

from secdb.database import ddl

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

SQL = Path(__file__).parent.parent / "sql" / revision
DAY = sa.Text().with_variant(sa.Date(), "postgresql")
TABLES = ("act_effect", "derivation_switch", "membership_refresh", "membership_event", "membership_period")

# kind: status, level, resets. A higher level ends a lower one; a reset (exit, suspension) ends whatever there was.
EFFECTS = {
    "observer_admission": ("observer", 1, 0),
    "associate_admission": ("associate", 2, 0),
    "signature": ("signatory", 3, 0),
    "provisional_application": ("provisional", 4, 0),
    "suspension": ("suspended", 5, 1),
    "definitive_signature": ("contracting", 6, 0),
    "ratification": ("contracting", 6, 0),
    "acceptance": ("contracting", 6, 0),
    "approval": ("contracting", 6, 0),
    "accession": ("contracting", 6, 0),
    "succession": ("contracting", 6, 0),
    "formal_confirmation": ("contracting", 6, 0),
    "entry_into_force": ("party", 7, 0),
    "participation": ("party", 7, 0),
    "resumption": ("party", 7, 0),
    "non_renewal": ("none", 0, 1),
    "withdrawal": ("none", 0, 1),
    "expulsion": ("none", 0, 1),
    "termination": ("none", 0, 1),
    "extinction": ("none", 0, 1),
    "prolongation": (None, 0, 0),
    "reservation": (None, 0, 0),
    "declaration": (None, 0, 0),
    "objection": (None, 0, 0),
    "reservation_withdrawal": (None, 0, 0),
}


def upgrade() -> None:
    _act_effect()
    _derivation_switch()
    _membership_refresh()
    _membership_event()
    _membership_period()
    connection = op.get_bind()
    columns = ("kind", "status", "level", "resets")
    rows = [dict(zip(columns, (kind, *effect), strict=True)) for kind, effect in EFFECTS.items()]
    op.bulk_insert(sa.table("act_effect", *(sa.column(name) for name in columns)), rows)
    op.execute("INSERT INTO derivation_switch (id, enabled) VALUES (1, 1)")
    ddl.run_file(connection, SQL, "derived_period")
    ddl.run_file(connection, SQL, "refresh")
    # a register that comes from 0003 has facts already
    op.execute("INSERT INTO membership_refresh SELECT dataset_id, treaty_id, state_id FROM membership_key")


def downgrade() -> None:
    connection = op.get_bind()
    ddl.undo_file(connection, SQL, "refresh")
    ddl.undo_file(connection, SQL, "derived_period")
    ddl.drop_tables(connection, TABLES)


def _act_effect() -> None:
    op.create_table(
        "act_effect",
        sa.Column("kind", sa.Text(), nullable=False, comment="the kind of act"),
        sa.Column(
            "status",
            sa.Text(),
            nullable=True,
            comment="the status it leads to; none = an exit; NULL = no effect on membership",
        ),
        sa.Column(
            "level",
            sa.Integer(),
            nullable=False,
            comment="a higher level ends a lower one; a lower one after a higher one changes nothing",
        ),
        sa.Column(
            "resets",
            sa.Integer(),
            server_default=sa.text("0"),
            nullable=False,
            comment="1 = ends whatever status there was (exits and suspension)",
        ),
        sa.CheckConstraint(
            "kind IN ('signature', 'definitive_signature', 'ratification', 'acceptance', 'approval', 'accession', 'succession', 'formal_confirmation', 'provisional_application', 'entry_into_force', 'participation', 'prolongation', 'non_renewal', 'withdrawal', 'suspension', 'resumption', 'expulsion', 'termination', 'extinction', 'observer_admission', 'associate_admission', 'reservation', 'declaration', 'objection', 'reservation_withdrawal')",
            name=op.f("ck_act_effect__kind_known"),
        ),
        sa.CheckConstraint(
            "status IN ('none', 'observer', 'associate', 'signatory', 'provisional', 'suspended', 'contracting', 'party')",
            name=op.f("ck_act_effect__status_known"),
        ),
        sa.CheckConstraint("resets IN (0, 1)", name=op.f("ck_act_effect__resets_flag")),
        sa.PrimaryKeyConstraint("kind", name=op.f("pk_act_effect")),
        sqlite_strict=True,
    )


def _derivation_switch() -> None:
    op.create_table(
        "derivation_switch",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column(
            "enabled",
            sa.Integer(),
            server_default=sa.text("1"),
            nullable=False,
            comment="1 = refresh at once; 0 = bulk load",
        ),
        sa.CheckConstraint("enabled IN (0, 1)", name=op.f("ck_derivation_switch__enabled_flag")),
        sa.CheckConstraint("id = 1", name=op.f("ck_derivation_switch__one_row")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_derivation_switch")),
        sqlite_strict=True,
    )


def _membership_refresh() -> None:
    op.create_table(
        "membership_refresh",
        sa.Column("dataset_id", sa.Integer(), nullable=False, comment="dataset of the key"),
        sa.Column("treaty_id", sa.Integer(), nullable=False, comment="treaty of the key"),
        sa.Column("state_id", sa.Integer(), nullable=False, comment="State of the key"),
        sa.PrimaryKeyConstraint("dataset_id", "treaty_id", "state_id", name=op.f("pk_membership_refresh")),
        sqlite_strict=True,
    )


def _membership_event() -> None:
    op.create_table(
        "membership_event",
        sa.Column("dataset_id", sa.Integer(), nullable=False, comment="dataset of the key"),
        sa.Column("treaty_id", sa.Integer(), nullable=False, comment="treaty of the key"),
        sa.Column("state_id", sa.Integer(), nullable=False, comment="State of the key"),
        sa.Column("act_id", sa.Integer(), nullable=False, comment="the act"),
        sa.Column(
            "kind",
            sa.Text(),
            nullable=False,
            comment="what was done: signature, definitive_signature, ratification, acceptance, approval, accession, succession, formal_confirmation, provisional_application, entry_into_force, participation, prolongation, non_renewal, withdrawal, suspension, resumption, expulsion, termination, extinction, observer_admission, associate_admission, reservation, declaration, objection, reservation_withdrawal",
        ),
        sa.Column("status", sa.Text(), nullable=False, comment="the status it leads to; none = an exit"),
        sa.Column("level", sa.Integer(), nullable=False, comment="see act_effect"),
        sa.Column("resets", sa.Integer(), server_default=sa.text("0"), nullable=False, comment="see act_effect"),
        sa.Column("earliest", DAY, nullable=True, comment="day of effect, lower bound, inclusive; NULL = unbounded"),
        sa.Column("latest", DAY, nullable=True, comment="day of effect, upper bound, inclusive; NULL = unbounded"),
        sa.PrimaryKeyConstraint("dataset_id", "treaty_id", "state_id", "act_id", name=op.f("pk_membership_event")),
        sqlite_strict=True,
    )


def _membership_period() -> None:
    op.create_table(
        "membership_period",
        sa.Column("dataset_id", sa.Integer(), nullable=False, comment="whose records it follows from"),
        sa.Column("treaty_id", sa.Integer(), nullable=False, comment="the treaty"),
        sa.Column("state_id", sa.Integer(), nullable=False, comment="the State"),
        sa.Column("seq", sa.Integer(), nullable=False, comment="order of the State's periods, from 1"),
        sa.Column(
            "status",
            sa.Text(),
            nullable=False,
            comment="what the State was: observer, associate, signatory, provisional, suspended, contracting, party",
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
        sa.Column("origin", sa.Text(), nullable=False, comment="what it was derived from: acts, rosters"),
        sa.Column("opened_by", sa.Text(), nullable=True, comment="the kind of act or event that opened it; roster"),
        sa.Column("opened_by_act_id", sa.Integer(), nullable=True, comment="the act that opened it"),
        sa.Column(
            "closed_by",
            sa.Text(),
            nullable=True,
            comment="the kind of act or event that closed it; roster; NULL = open",
        ),
        sa.Column("closed_by_act_id", sa.Integer(), nullable=True, comment="the act that closed it"),
        *ddl.days("membership_period", "end_earliest", "end_latest", "start_earliest", "start_latest"),
        sa.CheckConstraint("origin IN ('acts', 'rosters')", name=op.f("ck_membership_period__origin_known")),
        sa.CheckConstraint(
            "status IN ('observer', 'associate', 'signatory', 'provisional', 'suspended', 'contracting', 'party')",
            name=op.f("ck_membership_period__status_known"),
        ),
        sa.CheckConstraint("end_earliest <= end_latest", name=op.f("ck_membership_period__end_ordered")),
        sa.CheckConstraint(
            "end_latest IS NULL OR end_earliest IS NOT NULL", name=op.f("ck_membership_period__end_known_since")
        ),
        sa.CheckConstraint("start_earliest <= end_latest", name=op.f("ck_membership_period__start_before_end")),
        sa.CheckConstraint("start_earliest <= start_latest", name=op.f("ck_membership_period__start_ordered")),
        sa.ForeignKeyConstraint(["dataset_id"], ["dataset.id"], name=op.f("fk_membership_period__dataset_id")),
        sa.ForeignKeyConstraint(["state_id"], ["state.id"], name=op.f("fk_membership_period__state_id")),
        sa.ForeignKeyConstraint(["treaty_id"], ["treaty.id"], name=op.f("fk_membership_period__treaty_id")),
        sa.PrimaryKeyConstraint("dataset_id", "treaty_id", "state_id", "seq", name=op.f("pk_membership_period")),
        sqlite_strict=True,
    )
    op.create_index(
        "ix_membership_period__end",
        "membership_period",
        ["end_earliest"],
        unique=False,
        sqlite_where=sa.text("end_earliest IS NOT NULL"),
        postgresql_where=sa.text("end_earliest IS NOT NULL"),
    )
    op.create_index("ix_membership_period__start", "membership_period", ["start_latest"], unique=False)
    op.create_index(
        "ix_membership_period__state",
        "membership_period",
        ["state_id", "start_latest", "end_earliest", "treaty_id"],
        unique=False,
    )
    op.create_index(
        "ix_membership_period__treaty",
        "membership_period",
        ["treaty_id", "start_latest", "end_earliest", "state_id"],
        unique=False,
    )
