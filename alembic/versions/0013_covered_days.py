"""Memberships end, at a day unknown, with the days a dataset covers; less work for each change and each act that is read.

A list of words in a CHECK costs SQLite a table of its own for each row that a trigger writes: alternatives cost nothing.
PostgreSQL counts the acts that stand for one act, where it went through all of them to tell of any.
"""

from __future__ import annotations

from pathlib import Path

from alembic import op

from secdb.database import ddl
from secdb.database.rebuild import rebuild_table

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None

SQL = Path(__file__).parent.parent / "sql" / revision
LISTED = "operation IN ('insert', 'update', 'delete')"
ALTERNATIVES = "operation = 'insert' OR operation = 'update' OR operation = 'delete'"


def upgrade() -> None:
    ddl.run_file(op.get_bind(), SQL, "views")
    _replace(LISTED, ALTERNATIVES)


def downgrade() -> None:
    _replace(ALTERNATIVES, LISTED)
    ddl.run_file(op.get_bind(), SQL, "views_before")


def _replace(old: str, new: str) -> None:
    """Let both engines have the same rule on what happened to a row."""
    connection = op.get_bind()
    if connection.dialect.name == "sqlite":
        rebuild_table(connection, "change", old, new)
    else:
        ddl.run(connection, "ALTER TABLE change DROP CONSTRAINT ck_change__operation_known")
        ddl.run(connection, f"ALTER TABLE change ADD CONSTRAINT ck_change__operation_known CHECK ({new})")
