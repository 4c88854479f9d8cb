"""Authority list, datasets, and the history every write leaves."""

from __future__ import annotations

from pathlib import Path

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

from secdb.database import ddl

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

SQL = Path(__file__).parent.parent / "sql" / revision
DAY = sa.Text().with_variant(sa.Date(), "postgresql")
JSON = sa.Text().with_variant(postgresql.JSONB(), "postgresql")
TABLES = (
    "dataset",
    "revision",
    "change",
    "state",
    "state_name",
    "state_code",
    "state_succession",
    "person",
    "person_name",
)
RECORDS = ("dataset", "state", "state_name", "state_code", "state_succession", "person", "person_name")


def upgrade() -> None:
    _dataset()
    _revision()
    _change()
    _state()
    _state_name()
    _state_code()
    _state_succession()
    _person()
    _person_name()
    connection = op.get_bind()
    ddl.run_file(connection, SQL, "history")
    ddl.protect(connection, RECORDS)
    ddl.log_changes(connection, RECORDS)


def downgrade() -> None:
    connection = op.get_bind()
    ddl.drop_tables(connection, TABLES)
    ddl.undo_file(connection, SQL, "history")


def _dataset() -> None:
    op.create_table(
        "dataset",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False, comment="the name used in commands: register"),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("authority", sa.Text(), nullable=True, comment="who keeps it"),
        sa.Column("licence", sa.Text(), nullable=True, comment="under what terms it may be used"),
        sa.Column("covers_from", DAY, nullable=True, comment="first day it speaks of; NULL = no limit"),
        sa.Column("covers_to", DAY, nullable=True, comment="last day it speaks of, inclusive; NULL = no limit"),
        sa.Column("url", sa.Text(), nullable=True, comment="where it is published"),
        sa.Column("note", sa.Text(), nullable=True, comment="anything a reader should know"),
        sa.CheckConstraint("code <> ''", name=op.f("ck_dataset__code_filled")),
        *ddl.days("dataset", "covers_from", "covers_to"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_dataset")),
        sa.UniqueConstraint("code", name=op.f("uq_dataset__code")),
        sqlite_strict=True,
    )


def _revision() -> None:
    op.create_table(
        "revision",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False, comment="the revision number"),
        sa.Column("author", sa.Text(), nullable=True, comment="who signed it off; NULL = a write by an outside client"),
        sa.Column("message", sa.Text(), nullable=True, comment="why"),
        sa.Column("program", sa.Text(), nullable=True, comment="program and version that wrote it"),
        sa.Column("opened_at", sa.Text(), nullable=False, comment="UTC, ISO 8601 with milliseconds"),
        sa.Column(
            "closed_at",
            sa.Text(),
            nullable=True,
            comment="UTC, ISO 8601 with milliseconds; NULL while it is being written",
        ),
        sa.Column("previous_hash", sa.Text(), nullable=True, comment="hash of the revision before; NULL for the first"),
        sa.Column(
            "hash",
            sa.Text(),
            nullable=True,
            comment="SHA-256 over the previous hash and the changes; NULL = not sealed yet",
        ),
        sa.CheckConstraint("hash IS NULL OR closed_at IS NOT NULL", name=op.f("ck_revision__closed_before_hash")),
        sa.CheckConstraint("id > 0", name=op.f("ck_revision__number_positive")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_revision")),
        sqlite_strict=True,
    )
    op.create_index(
        "ix_revision__open",
        "revision",
        ["id"],
        unique=False,
        sqlite_where=sa.text("closed_at IS NULL"),
        postgresql_where=sa.text("closed_at IS NULL"),
    )


def _change() -> None:
    op.create_table(
        "change",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("revision_id", sa.Integer(), nullable=False, comment="the revision it belongs to"),
        sa.Column("table_name", sa.Text(), nullable=False, comment="the table of the row"),
        sa.Column("row_id", sa.Integer(), nullable=False, comment="the row's id"),
        sa.Column("operation", sa.Text(), nullable=False, comment="what happened to the row: insert, update, delete"),
        sa.Column("old", JSON, nullable=True, comment="the row before, as JSON"),
        sa.Column("new", JSON, nullable=True, comment="the row after, as JSON"),
        sa.CheckConstraint("(operation = 'delete') = (new IS NULL)", name=op.f("ck_change__new_when_kept")),
        sa.CheckConstraint("(operation = 'insert') = (old IS NULL)", name=op.f("ck_change__old_when_replaced")),
        sa.CheckConstraint("operation IN ('insert', 'update', 'delete')", name=op.f("ck_change__operation_known")),
        sa.ForeignKeyConstraint(["revision_id"], ["revision.id"], name=op.f("fk_change__revision_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_change")),
        sqlite_strict=True,
    )
    op.create_index("ix_change__record", "change", ["table_name", "row_id"], unique=False)
    op.create_index(op.f("ix_change__revision_id"), "change", ["revision_id"], unique=False)


def _state() -> None:
    op.create_table(
        "state",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column(
            "code",
            sa.Text(),
            nullable=False,
            comment="ISO 3166-1 alpha-3 where there is or was one, else the COW abbreviation",
        ),
        sa.Column(
            "existence", sa.Text(), nullable=True, comment="when it existed, EDTF interval with an inclusive last day"
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
        sa.Column("un_admission", DAY, nullable=True, comment="day of admission to the United Nations"),
        sa.Column("note", sa.Text(), nullable=True, comment="anything a reader should know"),
        sa.CheckConstraint("code = upper(code) AND code <> ''", name=op.f("ck_state__code_upper")),
        *ddl.days("state", "end_earliest", "end_latest", "start_earliest", "start_latest", "un_admission"),
        sa.CheckConstraint("end_earliest <= end_latest", name=op.f("ck_state__end_ordered")),
        sa.CheckConstraint("end_latest IS NULL OR end_earliest IS NOT NULL", name=op.f("ck_state__end_known_since")),
        sa.CheckConstraint("start_earliest <= end_latest", name=op.f("ck_state__start_before_end")),
        sa.CheckConstraint("start_earliest <= start_latest", name=op.f("ck_state__start_ordered")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_state")),
        sa.UniqueConstraint("code", name=op.f("uq_state__code")),
        sqlite_strict=True,
    )


def _state_name() -> None:
    op.create_table(
        "state_name",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("state_id", sa.Integer(), nullable=False, comment="the State"),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("language", sa.Text(), nullable=False, comment="ISO 639-1 code"),
        sa.Column("form", sa.Text(), nullable=False, comment="which of its names: short, formal, variant"),
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
        sa.Column("note", sa.Text(), nullable=True, comment="anything a reader should know"),
        *ddl.days("state_name", "end_earliest", "end_latest", "start_earliest", "start_latest"),
        sa.CheckConstraint("form IN ('short', 'formal', 'variant')", name=op.f("ck_state_name__form_known")),
        sa.CheckConstraint("name <> ''", name=op.f("ck_state_name__name_filled")),
        sa.CheckConstraint("end_earliest <= end_latest", name=op.f("ck_state_name__end_ordered")),
        sa.CheckConstraint(
            "end_latest IS NULL OR end_earliest IS NOT NULL", name=op.f("ck_state_name__end_known_since")
        ),
        sa.CheckConstraint("start_earliest <= end_latest", name=op.f("ck_state_name__start_before_end")),
        sa.CheckConstraint("start_earliest <= start_latest", name=op.f("ck_state_name__start_ordered")),
        sa.ForeignKeyConstraint(["state_id"], ["state.id"], name=op.f("fk_state_name__state_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_state_name")),
        sa.UniqueConstraint(
            "state_id",
            "language",
            "form",
            "name",
            "valid",
            name=op.f("uq_state_name__state_id_language_form_name_valid"),
        ),
        sqlite_strict=True,
    )


def _state_code() -> None:
    op.create_table(
        "state_code",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("state_id", sa.Integer(), nullable=False, comment="the State"),
        sa.Column("scheme", sa.Text(), nullable=False, comment="iso2, iso3, m49, cow, cowabb, gw, wikidata, un"),
        sa.Column("code", sa.Text(), nullable=False),
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
        sa.CheckConstraint("code <> ''", name=op.f("ck_state_code__code_filled")),
        *ddl.days("state_code", "end_earliest", "end_latest", "start_earliest", "start_latest"),
        sa.CheckConstraint("end_earliest <= end_latest", name=op.f("ck_state_code__end_ordered")),
        sa.CheckConstraint(
            "end_latest IS NULL OR end_earliest IS NOT NULL", name=op.f("ck_state_code__end_known_since")
        ),
        sa.CheckConstraint("start_earliest <= end_latest", name=op.f("ck_state_code__start_before_end")),
        sa.CheckConstraint("start_earliest <= start_latest", name=op.f("ck_state_code__start_ordered")),
        sa.ForeignKeyConstraint(["state_id"], ["state.id"], name=op.f("fk_state_code__state_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_state_code")),
        sa.UniqueConstraint(
            "state_id", "scheme", "code", "valid", name=op.f("uq_state_code__state_id_scheme_code_valid")
        ),
        sqlite_strict=True,
    )
    op.create_index("ix_state_code__scheme_code", "state_code", ["scheme", "code"], unique=False)


def _state_succession() -> None:
    op.create_table(
        "state_succession",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("predecessor_id", sa.Integer(), nullable=False, comment="the State before"),
        sa.Column("successor_id", sa.Integer(), nullable=False, comment="the State after"),
        sa.Column(
            "kind",
            sa.Text(),
            nullable=False,
            comment="how: continuation, dissolution, separation, unification, cession",
        ),
        sa.Column(
            "date_text", sa.Text(), nullable=True, comment="first day of the new situation, as the source prints it"
        ),
        sa.Column("date_edtf", sa.Text(), nullable=True, comment="the same in EDTF"),
        sa.Column("date_earliest", DAY, nullable=True, comment="lower bound, inclusive"),
        sa.Column("date_latest", DAY, nullable=True, comment="upper bound, inclusive"),
        sa.Column("note", sa.Text(), nullable=True, comment="anything a reader should know"),
        *ddl.days("state_succession", "date_earliest", "date_latest"),
        sa.CheckConstraint(
            "kind IN ('continuation', 'dissolution', 'separation', 'unification', 'cession')",
            name=op.f("ck_state_succession__kind_known"),
        ),
        sa.CheckConstraint("date_earliest <= date_latest", name=op.f("ck_state_succession__date_ordered")),
        sa.CheckConstraint(
            "date_edtf IS NOT NULL OR (date_earliest IS NULL AND date_latest IS NULL)",
            name=op.f("ck_state_succession__date_stated"),
        ),
        sa.CheckConstraint("predecessor_id <> successor_id", name=op.f("ck_state_succession__two_states")),
        sa.ForeignKeyConstraint(["predecessor_id"], ["state.id"], name=op.f("fk_state_succession__predecessor_id")),
        sa.ForeignKeyConstraint(["successor_id"], ["state.id"], name=op.f("fk_state_succession__successor_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_state_succession")),
        sa.UniqueConstraint(
            "predecessor_id",
            "successor_id",
            "kind",
            "date_edtf",
            name=op.f("uq_state_succession__predecessor_id_successor_id_kind_date_edtf"),
        ),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_state_succession__successor_id"), "state_succession", ["successor_id"], unique=False)


def _person() -> None:
    op.create_table(
        "person",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False, comment="the name used in commands: lavrov-s"),
        sa.Column("name", sa.Text(), nullable=False, comment="the name in reports"),
        sa.Column("note", sa.Text(), nullable=True, comment="anything a reader should know"),
        sa.CheckConstraint("code <> '' AND name <> ''", name=op.f("ck_person__filled")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_person")),
        sa.UniqueConstraint("code", name=op.f("uq_person__code")),
        sqlite_strict=True,
    )


def _person_name() -> None:
    op.create_table(
        "person_name",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False, comment="the person"),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("language", sa.Text(), nullable=False, comment="ISO 639-1 code"),
        sa.Column("form", sa.Text(), nullable=False, comment="which of the names: short, formal, variant"),
        sa.CheckConstraint("form IN ('short', 'formal', 'variant')", name=op.f("ck_person_name__form_known")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_person_name__person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_person_name")),
        sa.UniqueConstraint("person_id", "language", "name", name=op.f("uq_person_name__person_id_language_name")),
        sqlite_strict=True,
    )
