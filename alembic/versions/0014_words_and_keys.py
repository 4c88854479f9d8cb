"""Less work for each row written: the words of a CHECK as alternatives, the keys of an act found by index.

A list of words in a CHECK costs SQLite a table, of its own for each row that a trigger writes: alternatives cost little.
PostgreSQL has its list back, which costs it nothing. On SQLite an act for all parties, and any change of an act, went
through all keys there are.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from alembic import op

from secdb.database import ddl
from secdb.database.rebuild import rebuild_table

if TYPE_CHECKING:
    from collections.abc import Callable

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None

SQL = Path(__file__).parent.parent / "sql" / revision
WRITTEN_OFTEN = ("act", "membership_period")
LISTED = re.compile(r"CHECK \((\w+) IN \(('\w+'(?:, '\w+')*)\)\)")
ALTERNATIVES = re.compile(r"CHECK \((\w+) = '\w+'(?: OR \1 = '\w+')*\)")
OPERATION = "operation IN ('insert', 'update', 'delete')"
OPERATION_BEFORE = "operation = 'insert' OR operation = 'update' OR operation = 'delete'"


def upgrade() -> None:
    ddl.run_file(op.get_bind(), SQL, "keys")
    if op.get_bind().dialect.name == "postgresql":
        _replace_rule(OPERATION)
    else:
        _rewrite(LISTED, lambda column, words: " OR ".join(f"{column} = {word}" for word in words))


def downgrade() -> None:
    if op.get_bind().dialect.name == "postgresql":
        _replace_rule(OPERATION_BEFORE)
    else:
        _rewrite(ALTERNATIVES, lambda column, words: f"{column} IN ({', '.join(words)})")
    ddl.run_file(op.get_bind(), SQL, "keys_before")


def _replace_rule(rule: str) -> None:
    """Let PostgreSQL have this rule on what happened to a row."""
    ddl.run(op.get_bind(), "ALTER TABLE change DROP CONSTRAINT ck_change__operation_known")
    ddl.run(op.get_bind(), f"ALTER TABLE change ADD CONSTRAINT ck_change__operation_known CHECK ({rule})")


def _rewrite(rule: re.Pattern[str], spelt: Callable[[str, list[str]], str]) -> None:
    """Spell rules on words in another way; SQLite makes the tables anew for that."""
    connection = op.get_bind()

    def another(found: re.Match[str]) -> str:
        words = re.findall(r"'\w+'", found[0])
        return f"CHECK ({spelt(found[1], words)})"

    for table in WRITTEN_OFTEN:
        query = "SELECT sql FROM sqlite_master WHERE type = 'table' AND name = ?"
        definition: str = connection.exec_driver_sql(query, (table,)).scalar_one()
        rebuild_table(connection, table, definition, rule.sub(another, definition))
