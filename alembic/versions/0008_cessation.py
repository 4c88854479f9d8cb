"""The kind of act `cessation`: reported as no longer a member, act unknown; the counterpart of `participation`."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from secdb.database import ddl
from secdb.database.rebuild import past_triggers, rebuild_table
from secdb.errors import DatabaseError

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

BEFORE = "'participation', 'prolongation'"
AFTER = "'participation', 'cessation', 'prolongation'"
TABLES = ("act", "act_effect")
DESCRIBED = ("act", "membership_event")


def upgrade() -> None:
    connection = op.get_bind()
    _change(connection, BEFORE, AFTER)
    with past_triggers(connection, "act_effect"):
        ddl.run(connection, "INSERT INTO act_effect (kind, status, level, resets) VALUES ('cessation', 'none', 0, 1)")


def downgrade() -> None:
    connection = op.get_bind()
    _require_none(connection)
    with past_triggers(connection, "act_effect"):
        ddl.run(connection, "DELETE FROM act_effect WHERE kind = 'cessation'")
    _change(connection, AFTER, BEFORE)


def _require_none(connection: sa.Connection) -> None:
    found = connection.scalar(sa.text("SELECT COUNT(*) FROM act WHERE kind = 'cessation'"))
    if found:
        told = "1 act of kind cessation is" if found == 1 else f"{found} acts of kind cessation are"
        raise DatabaseError(
            f"{told} on record, which schema 0007 has no place for; undo the imports they came with, or stay at 0008"
        )


def _change(connection: sa.Connection, old: str, new: str) -> None:
    """Name the kinds anew wherever a rule or a comment lists them."""
    if connection.dialect.name == "sqlite":
        for table in TABLES:
            rebuild_table(connection, table, old, new)
        return
    for table in TABLES:
        rule = f"ck_{table}__kind_known"
        listed = _listed(connection, table).replace(old, new)
        ddl.run(connection, f"ALTER TABLE {table} DROP CONSTRAINT {rule}")
        ddl.run(connection, f"ALTER TABLE {table} ADD CONSTRAINT {rule} CHECK (kind IN ({listed}))")
    kinds = _listed(connection, "act").replace("'", "")
    for table in DESCRIBED:
        ddl.run(connection, f"COMMENT ON COLUMN {table}.kind IS 'what was done: {kinds}'")


def _listed(connection: sa.Connection, table: str) -> str:
    """Return the kinds that PostgreSQL admits in the table, in order, as a list of SQL."""
    query = "SELECT pg_get_constraintdef(oid) FROM pg_constraint WHERE conname = :name"
    rule = connection.scalar(sa.text(query), {"name": f"ck_{table}__kind_known"})
    kinds = str(rule).split("'")[1::2]
    return ", ".join(f"'{kind}'" for kind in kinds)
