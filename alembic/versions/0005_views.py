"""The plural views: what SQL clients and reports read."""

from __future__ import annotations

from pathlib import Path

from alembic import op

from secdb.database import ddl

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

SQL = Path(__file__).parent.parent / "sql" / revision


def upgrade() -> None:
    ddl.run_file(op.get_bind(), SQL, "views")


def downgrade() -> None:
    ddl.undo_file(op.get_bind(), SQL, "views")
