"""The change log of SQLite with sorted keys, as the hash of a revision takes it, and with fewer triggers for each row."""

from __future__ import annotations

from pathlib import Path

from alembic import op

from secdb.database import ddl

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

SQL = Path(__file__).parent.parent / "sql" / revision
RECORDS = ("dataset", "person", "person_name", "state", "state_code", "state_name", "state_succession")
TREATIES = (
    "treaty",
    "treaty_name",
    "treaty_relation",
    "organization",
    "document",
    "document_symbol",
    "statement",
    "signatory",
)
FACTS = ("act", "roster", "roster_entry", "tenure", "citation")
TABLES = RECORDS + TREATIES + FACTS


def upgrade() -> None:
    connection = op.get_bind()
    if connection.dialect.name == "sqlite":
        ddl.stop_log(connection, TABLES)
        ddl.log_sorted(connection, TABLES)
        for name in ("replace", "id", "insert"):
            ddl.run(connection, f"DROP TRIGGER change_kept_{name}")
        ddl.run_file(connection, SQL, "kept")


def downgrade() -> None:
    connection = op.get_bind()
    if connection.dialect.name == "sqlite":
        ddl.undo_file(connection, SQL, "kept")
        ddl.run_file(connection, SQL, "kept_before")
        for table in TABLES:
            ddl.run(connection, f"DROP TRIGGER {table}_log_insert_outside")
        ddl.stop_log(connection, TABLES)
        ddl.log_changes(connection, TABLES)
