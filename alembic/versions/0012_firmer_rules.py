"""Rules the database did not hold: codes of datasets, days covered, hashes, numbers of rows, codes of two States.

Besides, `current_members` says nothing of a dataset that does not cover today.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from alembic import op

from secdb.database import ddl
from secdb.database.rebuild import rebuild_table
from secdb.errors import DatabaseError

if TYPE_CHECKING:
    import sqlalchemy as sa

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

SQL = Path(__file__).parent.parent / "sql" / revision
RECORDS = (
    *("dataset", "person", "person_name", "state", "state_code", "state_name", "state_succession"),
    *("treaty", "treaty_name", "treaty_relation", "organization"),
    *("document", "document_symbol", "statement", "signatory"),
    *("act", "roster", "roster_entry", "tenure", "citation"),
)
NUMBERED = (*RECORDS, "change")
FILLED = "code <> ''"
LOWER = "code = lower(code) AND code <> ''"
SHOWN = 5  # rows named where the upgrade is refused

# table, name and rule, by engine; SQLite cannot tell a hash, only what one looks like
NEW = {
    "sqlite": (
        ("dataset", "code_whole", "code NOT GLOB '*[' || char(9, 10, 11, 12, 13, 32, 160) || ']*'"),
        ("dataset", "covers_ordered", "covers_from <= covers_to"),
        ("document", "hash_form", "length(sha256) = 64 AND ltrim(sha256, '0123456789abcdef') = ''"),
    ),
    "postgresql": (
        ("dataset", "code_whole", r"code !~ '[\s\u00a0]'"),
        ("dataset", "covers_ordered", "covers_from <= covers_to"),
        ("document", "hash_true", "sha256 = encode(sha256(convert_to(text, 'UTF8')), 'hex')"),
        *((table, "id_positive", "id > 0") for table in NUMBERED),
    ),
}
TOLD = {
    "code_lower": "its code is empty or has capital letters",
    "code_whole": "its code has blanks",
    "covers_ordered": "the days it covers end before they begin",
    "hash_form": "its SHA-256 is not 64 hexadecimal digits",
    "hash_true": "its SHA-256 is not that of its text",
    "id_positive": "its number is below 1",
}


def upgrade() -> None:
    connection = op.get_bind()
    _require_none_refused(connection)
    dialect = connection.dialect.name
    {"sqlite": _rebuild, "postgresql": _alter}[dialect](connection)
    ddl.run_file(connection, SQL, "one_state")
    ddl.run_file(connection, SQL, "current")


def downgrade() -> None:
    connection = op.get_bind()
    ddl.run_file(connection, SQL, "current_before")
    ddl.undo_file(connection, SQL, "one_state")
    {"sqlite": _rebuild, "postgresql": _alter}[connection.dialect.name](connection, back=True)


def _require_none_refused(connection: sa.Connection) -> None:
    """Refuse a register with rows that the rules do not admit, and name them: nothing is changed, nothing is lost."""
    rules = [("dataset", "code_lower", LOWER), *NEW[connection.dialect.name]]
    found = [
        f"{table} {row} ({TOLD[name]})"
        for table, name, rule in rules
        for row in connection.exec_driver_sql(f"SELECT id FROM {table} WHERE NOT ({rule}) ORDER BY id").scalars()  # noqa: S608
    ]
    if found:
        more = f" and {len(found) - SHOWN} more" if len(found) > SHOWN else ""
        raise DatabaseError(
            f"schema 0012 refuses rows of this register: {', '.join(found[:SHOWN])}{more}; correct them with an "
            "SQL client, for nothing has been changed, and upgrade again"
        )


def _named(table: str, name: str, rule: str) -> str:
    return f"CONSTRAINT ck_{table}__{name} CHECK ({rule})"


def _rebuild(connection: sa.Connection, *, back: bool = False) -> None:
    """Make the tables anew with the rules behind one that they have, or without them."""
    anchors = {
        "dataset": (_named("dataset", "code_filled", FILLED), _named("dataset", "code_lower", LOWER)),
        "document": (_named("document", "code_filled", FILLED),) * 2,
    }
    for table, (old, kept) in anchors.items():
        new = ", \n\t".join((kept, *(_named(*rule) for rule in NEW["sqlite"] if rule[0] == table)))
        rebuild_table(connection, table, *((new, old) if back else (old, new)))


def _alter(connection: sa.Connection, *, back: bool = False) -> None:
    changes = [("dataset", "code_filled", FILLED, not back), ("dataset", "code_lower", LOWER, back)]
    changes += [(*rule, back) for rule in NEW["postgresql"]]
    for table, name, rule, gone in changes:
        if gone:
            ddl.run(connection, f"ALTER TABLE {table} DROP CONSTRAINT ck_{table}__{name}")
        else:
            ddl.run(connection, f"ALTER TABLE {table} ADD {_named(table, name, rule)}")
