"""No outside client leaves an orphan or drops a row unseen, foreign keys on or off."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import sqlalchemy as sa

from secdb.models import TARGETS, Base
from tests.database.outside import Outside, everything
from tests.database.samples import SAMPLES, Row, insert, update

if TYPE_CHECKING:
    from pathlib import Path

NOBODY = 999
FOREIGN_KEYS = [
    (table, key.parent.name, key.column.table.name)
    for table in SAMPLES
    for key in Base.metadata.tables[table].foreign_keys
]
UNIQUE = [
    (table, [column.name for column in constraint.columns])
    for table in SAMPLES
    for constraint in Base.metadata.tables[table].constraints
    if isinstance(constraint, sa.UniqueConstraint)
]


def orphan(table: str, column: str) -> Row:
    """Return the row of the samples with nobody as its parent and nothing else wrong."""
    free: Row = {"contests_id": None} if table == "act" else {}
    if table == "citation" and column != "document_id":
        free = {f"{target}_id": None for target in TARGETS}
    return {**SAMPLES[table][1], **free, column: NOBODY}


def fresh(table: str, row: Row) -> Row:
    """Change what is unique, so that nothing but the missing parent is wrong."""
    changed = dict(row)
    for of, columns in UNIQUE:
        name = columns[-1]
        if of == table and not name.endswith("_id") and changed.get(name) is not None:
            value = changed[name]
            changed[name] = value + 100 if isinstance(value, int) else f"{value!s}2"
    if table in {"treaty_relation", "state_succession"}:
        changed["kind"] = {"treaty_relation": "amends", "state_succession": "unification"}[table]
    if table == "roster_entry" and changed["state_id"] != NOBODY:
        changed["state_id"] = 1
    return changed


def test_every_foreign_key_refuses_an_orphan(outside: Outside) -> None:
    before = everything(outside)
    new = [insert(table, fresh(table, orphan(table, column)), outside.engine) for table, column, _ in FOREIGN_KEYS]
    moved = [update(table, orphan(table, column), outside.engine, which=2) for table, column, _ in FOREIGN_KEYS]
    for statements in (new, moved):
        said = outside.failures(*statements)
        wrong = [
            (table, column, message)
            for (table, column, _), message in zip(FOREIGN_KEYS, said, strict=True)
            if f"FOREIGN KEY constraint failed: {table}.{column}" not in message
            and f'foreign key constraint "fk_{table}__{column}"' not in message
            and (column != "contests_id" or "contests" not in message)
        ]
        assert wrong == []
    assert everything(outside) == before


def test_a_row_that_others_refer_to_cannot_be_deleted(outside: Outside) -> None:
    parents = sorted({(parent, 1) for _, _, parent in FOREIGN_KEYS} | {("state", 2), ("document", 2), ("treaty", 2)})
    before = everything(outside)
    said = outside.failures(*(f"DELETE FROM {table} WHERE id = {row};" for table, row in parents))
    refused = ["foreign key constraint" in message.lower() for message in said]
    # nothing is said of these in the samples
    unused = {"state_name", "state_succession", "statement", "tenure", "signatory", "roster"}
    assert [table for (table, _), no in zip(parents, refused, strict=True) if not no and table not in unused] == []
    kept = {table for (table, _), no in zip(parents, refused, strict=True) if no}
    assert {table: before[table] for table in kept} == {table: everything(outside)[table] for table in kept}


def test_sqlite_guards_every_parent_although_foreign_keys_are_off(sqlite_template: Path) -> None:
    guards = "SELECT tbl_name, name FROM sqlite_master WHERE type = 'trigger' AND instr(name, '_guard_delete__') > 0"
    wanted = {(parent, f"{parent}_guard_delete__{table}__{column}") for table, column, parent in FOREIGN_KEYS}
    assert set(Outside("sqlite", str(sqlite_template)).rows(guards)) == wanted


@pytest.mark.parametrize("verb", ["INSERT OR REPLACE INTO", "REPLACE INTO"])
def test_replace_drops_no_row(filled_sqlite: Path, verb: str) -> None:
    client = Outside("sqlite", str(filled_sqlite))
    before = everything(client)
    taken = [insert(table, {"id": 1, **rows[0]}, "sqlite", verb) for table, rows in SAMPLES.items()]
    same = [insert(table, SAMPLES[table][0], "sqlite", verb) for table, _ in UNIQUE]
    for message in client.failures(*taken, *same):
        assert "UNIQUE constraint failed" in message
    assert everything(client) == before


def test_update_or_replace_drops_no_row(filled_sqlite: Path) -> None:
    client = Outside("sqlite", str(filled_sqlite))
    before = everything(client)
    moved = [update(table, {"id": 1}, "sqlite", which=2, verb="UPDATE OR REPLACE") for table in SAMPLES]
    same = [
        update(table, {name: SAMPLES[table][0][name] for name in names}, "sqlite", which=2, verb="UPDATE OR REPLACE")
        for table, names in UNIQUE
    ]
    for message in client.failures(*moved, *same):
        assert "UNIQUE constraint failed" in message or "contests" in message
    assert everything(client) == before


def test_a_row_keeps_its_id_for_the_history_knows_it_by_that(outside: Outside) -> None:
    before = everything(outside)
    said = outside.failures(*(update(table, {"id": NOBODY}, outside.engine, which=2) for table in SAMPLES))
    assert [table for table, message in zip(SAMPLES, said, strict=True) if "never changed" not in message] == []
    assert everything(outside) == before


def test_no_row_with_a_number_below_one_blocks_the_rows_after_it(filled_sqlite: Path) -> None:
    # to a BEFORE trigger a row that is not given an id shows as -1
    client = Outside("sqlite", str(filled_sqlite))
    rows = [insert(table, fresh(table, {"id": -1, **pair[1]}), "sqlite") for table, pair in SAMPLES.items()]
    rows.append("INSERT INTO change SELECT -1, max(id), 'state', 1, 'insert', NULL, '{}' FROM revision;")
    for message in client.failures(*rows):
        assert "positive" in message


def test_truncate_is_refused_for_it_passes_by_the_change_log(outside: Outside) -> None:
    if outside.engine == "sqlite":
        return  # has no TRUNCATE
    before = everything(outside)
    tables = [*SAMPLES, "change", "revision", "membership_period", "membership_event", "act_effect"]
    for message in outside.failures(*(f"TRUNCATE {table} CASCADE;" for table in tables)):
        assert "TRUNCATE" in message or "append-only" in message or "only by migration" in message
    assert everything(outside) == before
