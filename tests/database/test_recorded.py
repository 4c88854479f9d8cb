"""The register as it was at a revision: every row of every table, on both engines, whoever wrote."""

from __future__ import annotations

import datetime as dt
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

import secdb
from secdb import database
from secdb.database.reader import open_register
from secdb.database.recorded import open_recorded
from secdb.errors import DatabaseError, NotFoundError, UsageError
from secdb.models import Base
from secdb.register import revise
from tests.database.outside import everything
from tests.register.samples import write_history

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    import sqlalchemy as sa

    from tests.database.outside import Outside

pytestmark = pytest.mark.server_later

HISTORY = ("change", "revision")
LAST = "SELECT MAX(id) FROM revision"
WRITES = (
    "UPDATE state SET note = 'other', un_admission = NULL WHERE id = 1",
    "UPDATE act SET rank = 'deprecated', note = NULL WHERE id = 1",
    "DELETE FROM citation WHERE id = 2",
    "INSERT INTO citation (document_id, state_id, locator) VALUES (2, 2, 'page 7')",
    "UPDATE document SET received = NULL, received_type = NULL, received_sha256 = NULL WHERE id = 1",
    "DELETE FROM act WHERE id = 2",
    (
        "INSERT INTO act (dataset_id, treaty_id, state_id, kind, date_edtf, date_latest) "
        "VALUES (2, 2, 2, 'signature', '../1999-12-31', '1999-12-31')"
    ),
    (
        "INSERT INTO act (dataset_id, treaty_id, state_id, kind, date_edtf, date_earliest) "
        "VALUES (2, 2, 2, 'withdrawal', '2001-01-01/..', '2001-01-01')"
    ),
)


def plain(rows: Iterable[tuple[object, ...]]) -> list[tuple[object, ...]]:
    """Return rows of any engine as SQLite has them."""
    return sorted((tuple(map(_plain, row)) for row in rows), key=repr)


def _plain(value: object) -> object:
    return value.isoformat() if isinstance(value, dt.date) else value


def tables(connection: sqlite3.Connection) -> dict[str, list[tuple[object, ...]]]:
    return {name: plain(connection.execute(f"SELECT * FROM {name}")) for name in Base.metadata.tables}


def recorded(url: str, number: int) -> dict[str, list[tuple[object, ...]]]:
    with closing(open_recorded(database.locate(url), number)) as connection:
        return tables(connection)


def facts(found: dict[str, list[tuple[object, ...]]]) -> dict[str, list[tuple[object, ...]]]:
    return {name: plain(rows) for name, rows in found.items() if name not in HISTORY}


def last(client: Outside) -> int:
    [(number,)] = client.rows(LAST)
    assert isinstance(number, int)
    return number


@pytest.fixture
def engine(register_url: str) -> Iterator[sa.Engine]:
    """Return an engine on an empty register, on each database engine in turn."""
    made = database.engine(register_url)
    yield made
    made.dispose()


def write(engine: sa.Engine, *statements: str) -> int:
    with revise(engine, author="Ani", message="write") as writer:
        for statement in statements:
            writer.session.connection().exec_driver_sql(statement)
    assert writer.number is not None
    return writer.number


def notes(url: str, number: int) -> list[tuple[object, ...]]:
    with open_register(url, number) as register:
        return [(row["state"], row["note"]) for row in register.rows("SELECT state, note FROM states ORDER BY state")]


def test_every_row_of_every_table_is_what_it_was(outside: Outside) -> None:
    then = {last(outside): facts(everything(outside))}
    for statement in WRITES:
        time.sleep(0.002)  # an outside client's revisions are told apart by their millisecond
        outside.write(statement)
        then[last(outside)] = facts(everything(outside))
        assert (
            facts(recorded(outside.url, last(outside))) == then[last(outside)]
        )  # the last revision: the register itself
    assert len(then) == len(WRITES) + 1  # each write made a revision of its own
    for number, expected in then.items():
        assert facts(recorded(outside.url, number)) == expected


def test_the_history_ends_with_the_revision(outside: Outside) -> None:
    number = last(outside)
    for statement in WRITES:
        outside.write(statement)
    found = recorded(outside.url, number)
    assert [row[0] for row in found["revision"]] == sorted(range(1, number + 1), key=lambda id_: repr((id_,)))
    changes = outside.rows(f"SELECT id FROM change WHERE revision_id <= {number}")
    assert {row[0] for row in found["change"]} == {id_ for (id_,) in changes}


def test_before_the_first_revision_there_is_nothing(outside: Outside) -> None:
    found = recorded(outside.url, 0)
    kept = {name for name, rows in found.items() if rows}
    assert kept == {"act_effect", "derivation_switch"}


def test_a_record_deleted_and_made_again_under_its_number(engine: sa.Engine, register_url: str) -> None:
    write(engine, "INSERT INTO state (id, code, note) VALUES (7, 'ARM', 'one')")
    write(engine, "DELETE FROM state WHERE id = 7")
    write(engine, "INSERT INTO state (id, code, note) VALUES (7, 'ARM', 'two')")
    write(engine, "UPDATE state SET note = 'three' WHERE id = 7")
    assert [notes(register_url, number) for number in range(5)] == [
        [],
        [("ARM", "one")],
        [],
        [("ARM", "two")],
        [("ARM", "three")],
    ]


@pytest.mark.parametrize("number", [-1, 3, 10**30])
def test_a_revision_that_does_not_exist(engine: sa.Engine, register_url: str, number: int) -> None:
    write(engine, "INSERT INTO state (code) VALUES ('ARM')")
    write(engine, "INSERT INTO state (code) VALUES ('UZB')")
    for fails in (lambda: open_register(register_url, number), lambda: recorded(register_url, number)):
        with pytest.raises(NotFoundError) as caught:
            fails()
        assert str(caught.value) == f"there is no revision {number}; the last is 2 (list them with: secdb log)"


@pytest.mark.parametrize("number", [1, 2])
def test_an_open_register_stays_at_its_revision_and_hinders_no_writer(
    engine: sa.Engine, register_url: str, number: int
) -> None:
    write(engine, "INSERT INTO state (code, note) VALUES ('ARM', 'one')")
    write(engine, "INSERT INTO state (code, note) VALUES ('UZB', 'two')")
    with open_register(register_url, number) as register:
        before = register.rows("SELECT state, note FROM states ORDER BY state")
        write(engine, "UPDATE state SET note = 'later'")
        assert register.rows("SELECT state, note FROM states ORDER BY state") == before
        assert register.rows("SELECT MAX(revision) AS last FROM revisions") == [{"last": number}]
    assert [row["note"] for row in before] == ["one", "two"][:number]


def without(engine: sa.Engine, *keys: str) -> str:
    """Return SQL for a change's new row without some columns."""
    if engine.dialect.name == "sqlite":
        return f"json_remove(new, {', '.join(repr(f'$.{key}') for key in keys)})"
    return " - ".join(["new", *map(repr, keys)])


def having(engine: sa.Engine, key: str, value: str) -> str:
    """Return SQL for a change's new row with another value."""
    if engine.dialect.name == "sqlite":
        return f"json_set(new, '$.{key}', '{value}')"
    return f"jsonb_set(new, '{{{key}}}', '\"{value}\"')"


def test_what_an_older_schema_logged_is_read_with_todays_columns(engine: sa.Engine, register_url: str) -> None:
    write(engine, "INSERT INTO dataset (id, code, title) VALUES (1, 'register', 'Register')")
    write(engine, "INSERT INTO treaty (id, code, title) VALUES (1, 'cst', 'Treaty')")
    number = write(
        engine,
        "INSERT INTO act (id, dataset_id, treaty_id, kind, date_edtf, note) "
        "VALUES (1, 1, 1, 'termination', '1999', 'then')",
    )
    write(engine, "UPDATE act SET rank = 'preferred', note = 'now'")
    write_history(
        engine,
        f"UPDATE change SET new = {without(engine, 'rank', 'note')} WHERE revision_id = {number}",
        f"UPDATE change SET new = {having(engine, 'gone_column', 'x')} WHERE table_name = 'treaty'",
        "UPDATE change SET table_name = 'gone_table' WHERE table_name = 'dataset'",
    )
    with open_register(register_url, number) as register:
        assert register.rows("SELECT treaty FROM treaties") == [{"treaty": "cst"}]
        assert register.rows("SELECT dataset FROM datasets") == []
    with closing(open_recorded(database.locate(register_url), number)) as connection:
        assert connection.execute("SELECT kind, date_edtf, rank, note FROM act").fetchall() == [
            ("termination", "1999", "normal", None)
        ]


def test_a_row_that_breaks_a_rule_made_since_is_what_the_register_said(engine: sa.Engine, register_url: str) -> None:
    number = write(engine, "INSERT INTO state (id, code, note) VALUES (1, 'ARM', 'x')")
    write(engine, "UPDATE state SET note = 'y'")
    write_history(engine, f"UPDATE change SET new = {having(engine, 'code', '')} WHERE revision_id = {number}")
    assert notes(register_url, number) == [("", "x")]


@pytest.mark.parametrize("new", ["'[1]'", '\'{"id": "x", "code": "ARM"}\'', "'{\"id\": 1}'"])
def test_a_history_that_makes_no_register_is_said_to_be_damaged(engine: sa.Engine, register_url: str, new: str) -> None:
    number = write(engine, "INSERT INTO state (id, code) VALUES (1, 'ARM')")
    write(engine, "UPDATE state SET note = 'y'")
    write_history(engine, f"UPDATE change SET new = {new} WHERE revision_id = {number}")
    with pytest.raises(DatabaseError, match=r"does not make a whole register .* look at it with: secdb verify"):
        open_register(register_url, number)


def test_text_that_is_no_json_is_damage_too(sqlite_file: Path) -> None:
    engine = database.engine(f"sqlite:///{sqlite_file}")
    write(engine, "INSERT INTO state (id, code) VALUES (1, 'ARM')")
    write(engine, "UPDATE state SET note = 'y'")
    write_history(engine, "UPDATE change SET new = 'x' WHERE revision_id = 1")
    with pytest.raises(DatabaseError, match="does not make a whole register"):
        open_register(str(sqlite_file), 1)


def test_what_is_recorded_cannot_be_written(outside: Outside) -> None:
    with (
        closing(open_recorded(database.locate(outside.url), 1)) as connection,
        pytest.raises(sqlite3.OperationalError, match="readonly"),
    ):
        connection.execute("DELETE FROM state")
    with pytest.raises(UsageError, match="cannot be changed"):
        secdb.open(outside.url, writable=True, as_recorded=1)


def test_python_opens_a_register_as_recorded(engine: sa.Engine, register_url: str) -> None:
    write(engine, "INSERT INTO state (code) VALUES ('ARM')")
    write(engine, "INSERT INTO state (code) VALUES ('UZB')")
    with secdb.open(register_url, as_recorded=1) as register:
        assert register.rows("SELECT state FROM states") == [{"state": "ARM"}]


def test_a_user_s_own_tables_and_virtual_tables_are_no_hindrance(sqlite_file: Path) -> None:
    engine = database.engine(f"sqlite:///{sqlite_file}")
    write(engine, "INSERT INTO state (code, note) VALUES ('ARM', 'one')")
    with closing(sqlite3.connect(sqlite_file)) as connection:
        connection.executescript(
            "CREATE VIRTUAL TABLE words USING fts5(word); CREATE TABLE mine (x); INSERT INTO mine VALUES (1); "
            "CREATE VIEW own AS SELECT * FROM words; ANALYZE"
        )
    write(engine, "UPDATE state SET note = 'two'")
    assert notes(str(sqlite_file), 1) == [("ARM", "one")]


def test_an_sqlite_register_is_read_without_sqlalchemy(sqlite_file: Path) -> None:
    engine = database.engine(f"sqlite:///{sqlite_file}")
    write(engine, "INSERT INTO state (code, note) VALUES ('ARM', 'one')")
    write(engine, "UPDATE state SET note = 'two'")
    program = (
        "import sys; from secdb.database.reader import open_register\n"
        "with open_register(sys.argv[1], 1) as register: print(register.rows('SELECT note FROM states'))\n"
        "print('sqlalchemy' in sys.modules, 'alembic' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", program, str(sqlite_file)], capture_output=True, text=True, check=True)
    assert done.stdout == "[{'note': 'one'}]\nFalse False\n"
