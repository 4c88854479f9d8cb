"""What an outside client writes is in the history, and the history stays as it is."""

from __future__ import annotations

import json
import time
from typing import TYPE_CHECKING

import pytest

from tests.database.conftest import fill
from tests.database.outside import Outside, everything
from tests.database.samples import SAMPLES, insert

if TYPE_CHECKING:
    from pathlib import Path

LAST = "SELECT revision, outside, author, changes FROM revisions ORDER BY revision DESC LIMIT 1"


def last_change(client: Outside) -> tuple[object, ...]:
    [(table, row, operation, old, new)] = client.rows(
        "SELECT table_name, row_id, operation, old, new FROM changes ORDER BY change DESC LIMIT 1"
    )
    return table, row, operation, _read(old), _read(new)


def _read(value: object) -> object:
    return json.loads(value) if isinstance(value, str) else value


def number(client: Outside) -> int:
    [(found,)] = client.rows("SELECT MAX(revision) FROM revisions")
    assert isinstance(found, int)
    return found


def test_every_change_has_its_revision_marked_as_outside_with_the_row_before_and_after(outside: Outside) -> None:
    before = number(outside)
    row = {"id": 3, "code": "lavrov-s", "name": "Sergey Lavrov", "note": None}
    outside.write("INSERT INTO person (code, name) VALUES ('lavrov-s', 'Sergey Lavrov');")
    assert outside.rows(LAST) == [(before + 1, 1, None, 1)]
    assert last_change(outside) == ("person", 3, "insert", None, row)
    time.sleep(0.002)  # a revision on SQLite is a statement or a millisecond
    outside.write("UPDATE person SET note = 'minister' WHERE id = 3;")
    assert outside.rows(LAST) == [(before + 2, 1, None, 1)]
    assert last_change(outside) == ("person", 3, "update", row, {**row, "note": "minister"})
    time.sleep(0.002)
    outside.write("DELETE FROM person WHERE id = 3;")
    assert outside.rows(LAST) == [(before + 3, 1, None, 1)]
    assert last_change(outside) == ("person", 3, "delete", {**row, "note": "minister"}, None)


def test_an_update_that_changes_nothing_leaves_no_trace(outside: Outside) -> None:
    before = everything(outside)
    outside.write("UPDATE person SET name = name;")
    assert everything(outside) == before


def test_a_refused_write_leaves_no_revision(outside: Outside) -> None:
    before = number(outside)
    assert all(outside.failures("INSERT INTO person (code, name) VALUES ('a', 'A'), ('karimov-i', 'B');"))
    assert number(outside) == before


def test_one_statement_is_one_revision_however_many_rows_it_changes(outside: Outside) -> None:
    before = number(outside)
    outside.write("UPDATE person SET note = 'known';")
    assert outside.rows(LAST) == [(before + 1, 1, None, 2)]


def test_one_transaction_is_one_revision_on_postgresql_one_statement_on_sqlite(outside: Outside) -> None:
    before = number(outside)
    pause = "SELECT pg_sleep(0.005);"
    if outside.engine == "sqlite":  # a statement that takes more than a millisecond
        pause = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 100000) SELECT MAX(i) FROM n;"
    outside.write(
        "BEGIN;",
        "UPDATE person SET note = 'one' WHERE id = 1;",
        pause,
        "UPDATE person SET note = 'two' WHERE id = 2;",
        "COMMIT;",
    )
    assert number(outside) == before + (1 if outside.engine == "postgresql" else 2)


def test_an_upsert_or_a_replaced_update_is_never_left_out(outside: Outside) -> None:
    before = number(outside)
    upsert = "INSERT INTO person (code, name) VALUES ('karimov-i', 'I.') ON CONFLICT (code) DO UPDATE SET name = 'I.';"
    [said] = outside.failures(upsert)
    if outside.engine == "postgresql":
        assert last_change(outside)[:3] == ("person", 1, "update")
    else:  # the guard against REPLACE sees the INSERT first
        assert "UNIQUE constraint failed" in said
        assert number(outside) == before


def test_both_engines_write_the_same_json_of_the_same_row(
    sqlite_template: Path, filled_sqlite: Path, filled_postgres: str
) -> None:
    query = "SELECT table_name, row_id, operation, old, new FROM changes ORDER BY table_name, row_id, change"
    lite, server = (
        [(*rest, _read(old), _read(new)) for *rest, old, new in client.rows(query)]
        for client in (Outside("sqlite", str(filled_sqlite)), Outside("postgresql", filled_postgres))
    )
    assert lite == server
    assert {name for name, *_ in lite} == set(SAMPLES)
    received = [new for name, row, *_, new in lite if (name, row) == ("document", 1)]
    assert '"received": "\\\\x00ff504446"' in json.dumps(received)


@pytest.mark.parametrize("statement", [
    "UPDATE change SET old = NULL;",
    "UPDATE change SET revision_id = 1;",
    "DELETE FROM change;",
    "DELETE FROM change WHERE id = 1;",
    "DELETE FROM revision;",
    "UPDATE revision SET id = id + 1000;",
    "INSERT INTO change (revision_id, table_name, row_id, operation, new) VALUES (999, 'state', 1, 'insert', '{}');",
    "INSERT INTO change (revision_id, table_name, row_id, operation) VALUES (1, 'state', 1, 'insert');",
    "INSERT INTO change (revision_id, table_name, row_id, operation, new) VALUES (1, 'state', 1, 'undo', '{}');",
    "INSERT INTO revision (id, opened_at) VALUES (0, 'x');",
])  # fmt: skip
def test_the_history_is_append_only(outside: Outside, statement: str) -> None:
    before = everything(outside)
    [said] = outside.failures(statement)
    assert said
    assert everything(outside) == before


@pytest.mark.parametrize("statement", [
    "INSERT OR REPLACE INTO change VALUES (1, 1, 'state', 1, 'insert', NULL, '{}');",
    "UPDATE OR REPLACE change SET id = 1 WHERE id = 2;",
    "REPLACE INTO revision (id, opened_at) VALUES (1, 'x');",
    "UPDATE OR REPLACE revision SET id = 1 WHERE id = 2;",
])  # fmt: skip
def test_replace_does_not_touch_the_history(filled_sqlite: Path, statement: str) -> None:
    client = Outside("sqlite", str(filled_sqlite))
    before = everything(client)
    assert client.failures(statement) != [""]
    assert everything(client) == before


@pytest.mark.parametrize("statement", [
    "UPDATE revision SET author = 'me' WHERE id = 1;",
    "UPDATE revision SET hash = NULL WHERE id = 1;",
    "UPDATE revision SET closed_at = NULL WHERE id = 1;",
    "DELETE FROM revision WHERE id = 1;",
    "INSERT INTO change (revision_id, table_name, row_id, operation, new) VALUES (1, 'state', 1, 'insert', '{}');",
])  # fmt: skip
def test_a_sealed_revision_stays_as_it_was_sealed(outside: Outside, statement: str) -> None:
    outside.write("UPDATE revision SET hash = 'abc' WHERE id = 1;")
    before = everything(outside)
    [said] = outside.failures(statement)
    assert "sealed" in said or "append-only" in said
    assert everything(outside) == before


def test_a_revision_is_not_sealed_while_it_is_open(outside: Outside) -> None:
    [said] = outside.failures("INSERT INTO revision (id, opened_at, hash) VALUES (1000, 'x', 'abc');")
    assert "closed_before_hash" in said


def test_a_write_while_a_revision_is_open_belongs_to_it(outside: Outside) -> None:
    outside.write(
        "INSERT INTO revision (id, author, opened_at) VALUES (1000, 'archivist', '2024-01-01T00:00:00.000Z');",
        "UPDATE person SET note = 'x' WHERE id = 1;",
    )
    assert outside.rows(LAST) == [(1000, 0, "archivist", 1)]


def test_a_column_left_out_takes_its_default_and_is_logged_with_it(outside: Outside) -> None:
    outside.write(insert("roster_entry", {"roster_id": 2, "state_id": 1}, outside.engine))
    expected = {"id": 3, "roster_id": 2, "state_id": 1, "position": None, "as_printed": None}
    [(new,)] = outside.rows("SELECT new FROM changes WHERE table_name = 'roster_entry' AND row_id = 3")
    assert _read(new) == expected


def test_filling_a_register_from_outside_is_possible(sqlite_file: Path) -> None:
    assert len(fill(Outside("sqlite", str(sqlite_file))).rows("SELECT * FROM citation")) == 2
