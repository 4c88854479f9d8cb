"""Memberships end, at a day unknown, with the days a dataset covers; less work for each row written and each act read.

A list of words in a CHECK costs SQLite a table, of its own for each row that a trigger writes: alternatives cost little.
PostgreSQL counts the acts that stand for one act, where it went through all of them to tell of any. On SQLite an act for
all parties, and any change of an act, went through all keys there are.
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

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None

SQL = Path(__file__).parent.parent / "sql" / revision
WRITTEN_OFTEN = ("act", "change", "membership_period")
LISTED = re.compile(r"CHECK \((\w+) IN \(('\w+'(?:, '\w+')*)\)\)")
ALTERNATIVES = re.compile(r"CHECK \((\w+) = '\w+'(?: OR \1 = '\w+')*\)")


def upgrade() -> None:
    ddl.run_file(op.get_bind(), SQL, "views")
    ddl.run_file(op.get_bind(), SQL, "keys")
    _rewrite(LISTED, lambda column, words: " OR ".join(f"{column} = {word}" for word in words))


def downgrade() -> None:
    _rewrite(ALTERNATIVES, lambda column, words: f"{column} IN ({', '.join(words)})")
    ddl.run_file(op.get_bind(), SQL, "keys_before")
    ddl.run_file(op.get_bind(), SQL, "views_before")


def _rewrite(rule: re.Pattern[str], spelt: Callable[[str, list[str]], str]) -> None:
    """Spell rules on words in another way; SQLite makes the tables anew for that."""
    connection = op.get_bind()
    if connection.dialect.name == "postgresql":
        return

    def another(found: re.Match[str]) -> str:
        words = re.findall(r"'\w+'", found[0])
        return f"CHECK ({spelt(found[1], words)})"

    for table in WRITTEN_OFTEN:
        query = "SELECT sql FROM sqlite_master WHERE type = 'table' AND name = ?"
        definition: str = connection.exec_driver_sql(query, (table,)).scalar_one()
        rebuild_table(connection, table, definition, rule.sub(another, definition))
