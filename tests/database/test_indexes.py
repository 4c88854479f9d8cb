"""The questions people ask of one treaty, State or record are answered from indexes, on both engines."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import psycopg
import pytest

from tests.docs.questions import QUESTIONS

if TYPE_CHECKING:
    from pathlib import Path

ASKED = (
    "Who were the members on a day, and who possibly?",
    "How many were members at the end of each year?",
    "Who joined or left between two days?",
    "Which two States were members together on a day?",
    "Which claims contradict each other?",
    "Which words prove a membership?",
    "On which States do two datasets differ on a day?",
    "Which States came after a State?",
    "To which treaties was a State a party on a day?",
)
# what the question makes itself has no index: the years it counts, and what it looked up for them
MADE = {"SCAN CONSTANT ROW", "SCAN years", "SCAN memberships LEFT-JOIN"}
LARGE = ("membership_period", "act", "citation", "state_name", "state_succession")
OF_THE_DAY = """
SELECT state FROM memberships WHERE dataset = 'register' AND treaty = 'cst' AND status = 'party'
AND start_latest <= '2009-09-26' AND (end_earliest IS NULL OR '2009-09-26' < end_earliest)
"""


@pytest.mark.parametrize("name", ASKED)
def test_sqlite_reads_no_table_from_end_to_end(sqlite_template: Path, name: str) -> None:
    with closing(sqlite3.connect(f"file:{sqlite_template}?mode=ro", uri=True)) as connection:
        plan = [row[3] for row in connection.execute(f"EXPLAIN QUERY PLAN {QUESTIONS[name]}")]
    assert {step for step in plan if step.startswith("SCAN")} <= MADE


@pytest.mark.parametrize(
    "which", ["dataset_id = 1 AND treaty_id = 1", "treaty_id = 1", "state_id = 1", "dataset_id = 1"]
)
def test_the_keys_that_a_change_touches_are_found_without_reading_them_all(sqlite_template: Path, which: str) -> None:
    with closing(sqlite3.connect(f"file:{sqlite_template}?mode=ro", uri=True)) as connection:
        query = f"SELECT dataset_id, treaty_id, state_id FROM membership_key WHERE {which}"
        plan = [row[3] for row in connection.execute(f"EXPLAIN QUERY PLAN {query}")]
    assert [step for step in plan if step.startswith(("SCAN act", "SCAN membership_period", "SCAN e "))] == []


def test_postgresql_can_answer_without_reading_a_table_from_end_to_end(postgres_template: str) -> None:
    with psycopg.connect(postgres_template) as server:
        server.execute("SET enable_seqscan = off")  # an empty table is read whole, index or not
        for name in ASKED:
            plan = "\n".join(row[0] for row in server.execute(f"EXPLAIN {QUESTIONS[name]}".encode()))
            assert [table for table in LARGE if f"Seq Scan on {table} " in plan] == [], name


def test_the_question_of_the_day_is_answered_from_the_index_made_for_it(sqlite_template: Path) -> None:
    with closing(sqlite3.connect(f"file:{sqlite_template}?mode=ro", uri=True)) as connection:
        plan = " ".join(row[3] for row in connection.execute(f"EXPLAIN QUERY PLAN {OF_THE_DAY}"))
    assert "INDEX ix_membership_period__treaty (treaty_id=? AND start_latest<?)" in plan


@pytest.mark.parametrize(
    ("table", "column", "index"),
    [
        ("citation", "state_id", "ix_citation__state"),
        ("citation", "roster_entry_id", "ix_citation__roster_entry"),
        ("act", "contests_id", "ix_act__contests"),
        ("act", "signer_id", "ix_act__signer_id"),
    ],
)
def test_what_refers_to_a_record_is_found_from_an_index_without_missing_values(
    sqlite_template: Path, table: str, column: str, index: str
) -> None:
    with closing(sqlite3.connect(f"file:{sqlite_template}?mode=ro", uri=True)) as connection:
        query = f"EXPLAIN QUERY PLAN SELECT 1 FROM {table} WHERE {column} = ?"
        plan = " ".join(row[3] for row in connection.execute(query, (1,)))
        (sql,) = connection.execute("SELECT sql FROM sqlite_master WHERE name = ?", (index,)).fetchone()
    assert f"{index} ({column}=?)" in plan
    assert sql.endswith(f"WHERE {column} IS NOT NULL")
