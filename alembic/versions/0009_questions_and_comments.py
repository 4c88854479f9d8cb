"""PostgreSQL: the questions of members and changes as functions, and a comment on everything. SQLite has neither."""

from __future__ import annotations

from pathlib import Path

import sqlalchemy as sa
from alembic import op

from secdb.database import ddl

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

SQL = Path(__file__).parent.parent / "sql" / revision
FUNCTIONS = (
    "changes(text, date, date, text, text, boolean)",
    "members_on(text, date, text, text)",
    "secdb_asked(text, text, text)",
)


def upgrade() -> None:
    connection = op.get_bind()
    if connection.dialect.name != "postgresql":
        return
    schema = connection.scalar(sa.text("SELECT quote_ident(current_schema())"))
    text = (SQL / "questions.postgresql.sql").read_text(encoding="utf-8").replace("@SCHEMA", str(schema))
    for statement in ddl.statements(text, "postgresql"):
        ddl.run(connection, statement)
    ddl.run_file(connection, SQL, "comments")


def downgrade() -> None:
    connection = op.get_bind()
    if connection.dialect.name != "postgresql":
        return
    for function in FUNCTIONS:
        ddl.run(connection, f"DROP FUNCTION {function}")
    ddl.run_file(connection, SQL, "comments_before")
