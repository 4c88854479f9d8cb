"""The hash of the file received: beside its bytes, in the change log and in the view of documents."""

from __future__ import annotations

import hashlib
from pathlib import Path

from alembic import op

from secdb.database import ddl

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

SQL = Path(__file__).parent.parent / "sql" / revision


def upgrade() -> None:
    connection = op.get_bind()
    if connection.dialect.name == "sqlite":
        plain = connection.connection.driver_connection
        assert plain is not None  # noqa: S101 - the connection is open
        plain.create_function("secdb_sha256", 1, lambda content: hashlib.sha256(content).hexdigest())
    ddl.run_file(connection, SQL, "received")
    if connection.dialect.name == "sqlite":
        ddl.stop_log(connection, ["document"])
        ddl.log_changes(connection, ["document"])


def downgrade() -> None:
    connection = op.get_bind()
    ddl.run_file(connection, SQL, "documents_before")
    ddl.stop_log(connection, ["document"])
    ddl.run(connection, "ALTER TABLE document DROP COLUMN received_sha256")
    ddl.log_changes(connection, ["document"])
