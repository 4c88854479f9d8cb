"""Acts that nobody contests are read as they stand: most are such, and each was compared with itself three times."""

from __future__ import annotations

from pathlib import Path

from alembic import op

from secdb.database import ddl

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None

SQL = Path(__file__).parent.parent / "sql" / revision


def upgrade() -> None:
    ddl.run_file(op.get_bind(), SQL, "standing")


def downgrade() -> None:
    ddl.run_file(op.get_bind(), SQL, "standing_before")
