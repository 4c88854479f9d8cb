"""Migrations: one head, up and down with data, models equal to migrations, nothing half made."""

from __future__ import annotations

import random
import re
import subprocess
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import pytest
import sqlalchemy as sa

from secdb import database
from secdb.database import migrate
from secdb.database.health import find_revision
from secdb.database.rebuild import rebuild_table
from secdb.errors import DatabaseError
from tests.database.outside import Outside, everything
from tests.database.samples import SAMPLES
from tests.database.schema_dump import FOLDER, dumps, file, objects, revisions

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.postgres import NewDatabase


class KilledError(Exception):
    """The program ends here."""


def test_there_is_one_head_and_the_program_names_it(register_url: str) -> None:
    assert revisions()[-1] == database.HEAD
    assert migrate.current(register_url) == database.HEAD


def test_the_models_equal_the_migrations(register_url: str) -> None:
    assert migrate.differences(register_url) == []


def test_every_view_can_be_selected(outside: Outside) -> None:
    steps = set(re.findall(r"^-- view (\w+)", file("0004", outside.engine).read_text("utf-8"), re.MULTILINE))
    engine = database.engine(database.locate(outside.place).url)
    with engine.connect() as connection:
        views = sa.inspect(connection).get_view_names()
        for view in views:
            # the steps of the derivation hold infinite days on PostgreSQL, which Python's `date` has not
            what = "COUNT(*)" if view in steps else "*"
            connection.exec_driver_sql(f'SELECT {what} FROM "{view}"').all()
    assert {"memberships", "acts", "citations", "revisions", "changes"} <= set(views) - steps


def test_a_downgrade_leaves_nothing_and_an_upgrade_brings_it_back(register_url: str) -> None:
    migrate.downgrade(register_url, "base")
    engine = database.engine(register_url)
    with engine.connect() as connection:
        assert sa.inspect(connection).get_table_names() == ["alembic_version"]
        assert sa.inspect(connection).get_view_names() == []
    migrate.upgrade(register_url)
    assert migrate.differences(register_url) == []


def test_down_to_0003_and_up_again_keeps_every_row_of_every_table(outside: Outside) -> None:
    url = database.locate(outside.place).url
    before, schema = everything(outside), objects(outside)
    assert {table for table, rows in before.items() if not rows} == {"membership_refresh"}
    for revision in ("0004", "0003"):
        migrate.downgrade(url, revision)
        assert outside.rows("SELECT COUNT(*) FROM citation") == [(2,)]
        migrate.upgrade(url)
        assert everything(outside) == before
        assert objects(outside) == schema


def test_step_by_step_down_with_data_and_up_again_gives_the_same_schema(outside: Outside) -> None:
    url = database.locate(outside.place).url
    schema, history = objects(outside), outside.rows("SELECT COUNT(*) FROM change")
    kept = {
        name: rows
        for name, rows in everything(outside).items()
        if name in {"state", "person", "dataset", "person_name"}
    }
    for revision in [*reversed(revisions()[:-1]), "base"]:
        migrate.downgrade(url, revision)
        assert find_revision(database.locate(outside.place)) == (None if revision == "base" else revision)
        if revision == "0001":
            assert {name: outside.rows(f"SELECT * FROM {name} ORDER BY id") for name in kept} == kept
            assert outside.rows("SELECT COUNT(*) FROM change") == history  # a dropped table leaves its history
    for revision in revisions():
        migrate.upgrade(url, revision)
    assert objects(outside) == schema
    assert set(SAMPLES) <= set(everything(outside))


@pytest.mark.parametrize("engine", ["sqlite", "postgresql"])
def test_each_revision_makes_the_schema_kept_for_it(
    engine: str, tmp_path: Path, new_postgres_database: NewDatabase
) -> None:
    place = str(tmp_path / "register.db") if engine == "sqlite" else new_postgres_database()
    made = dumps(Outside(engine, place))
    renew = "if the migration may still change: .venv/bin/python -m tests.database.schema_dump"
    for revision, text in made.items():
        assert text == file(revision, engine).read_text("utf-8"), renew
    assert {path.name for path in FOLDER.glob(f"*.{engine}.sql")} == {f"{revision}.{engine}.sql" for revision in made}


@contextmanager
def killed_before(number: int) -> Iterator[list[str]]:
    """Raise before a statement of that number, from 0, on any engine; give the statements that came before."""
    seen: list[str] = []

    def count(_connection: Any, _cursor: Any, statement: str, *_: Any) -> None:  # noqa: ANN401
        if len(seen) == number:
            raise KilledError
        seen.append(statement)

    sa.event.listen(sa.Engine, "before_cursor_execute", count)
    try:
        yield seen
    finally:
        sa.event.remove(sa.Engine, "before_cursor_execute", count)


@pytest.fixture(scope="session")
def statements_of_an_upgrade(tmp_path_factory: pytest.TempPathFactory) -> int:
    with killed_before(-1) as seen:
        database.upgrade(f"sqlite:///{tmp_path_factory.mktemp('counted') / 'register.db'}")
    return len(seen)


def check_kill_point(path: Path, number: int) -> None:
    """Kill the making of a register before one statement; then there is nothing in the file."""
    client = Outside("sqlite", str(path))
    with pytest.raises(KilledError), killed_before(number):
        database.upgrade(client.url)
    assert objects(client) == {}
    assert client.rows("PRAGMA integrity_check") == [("ok",)]


@pytest.mark.parametrize("share", [0.02, 0.3, 0.6, 0.9, 0.999])
def test_an_upgrade_that_fails_at_any_statement_leaves_nothing_half_made(
    tmp_path: Path, statements_of_an_upgrade: int, share: float
) -> None:
    check_kill_point(tmp_path / "register.db", int(statements_of_an_upgrade * share))


@pytest.mark.slow
def test_an_upgrade_that_fails_at_each_statement_leaves_nothing_half_made(
    tmp_path: Path, statements_of_an_upgrade: int
) -> None:
    for number in range(1, statements_of_an_upgrade):
        check_kill_point(tmp_path / "register.db", number)
    database.upgrade(f"sqlite:///{tmp_path / 'register.db'}")


def test_an_upgrade_of_an_older_register_that_fails_leaves_its_data(outside: Outside) -> None:
    url = database.locate(outside.place).url
    migrate.downgrade(url, "0003")
    schema, citations = objects(outside), outside.rows("SELECT * FROM citation")
    with pytest.raises(KilledError), killed_before(60):
        database.upgrade(url)
    assert (objects(outside), outside.rows("SELECT * FROM citation")) == (schema, citations)
    database.upgrade(url)
    assert find_revision(database.locate(outside.place)) == database.HEAD


KILLED = """
import os, sys
import sqlalchemy as sa
from secdb import database
left = [int(sys.argv[2])]
@sa.event.listens_for(sa.Engine, "before_cursor_execute")
def count(*_):
    left[0] -= 1
    if left[0] < 0:
        os._exit(9)
database.upgrade(f"sqlite:///{sys.argv[1]}")
"""


def test_a_program_killed_in_an_upgrade_leaves_an_empty_file_that_can_be_upgraded(
    tmp_path: Path, statements_of_an_upgrade: int
) -> None:
    path = tmp_path / "register.db"
    number = random.randrange(1, statements_of_an_upgrade)  # noqa: S311 - seeded by pytest-randomly, which prints the seed
    killed = subprocess.run([sys.executable, "-c", KILLED, str(path), str(number)], check=False)
    assert killed.returncode == 9
    client = Outside("sqlite", str(path))
    assert objects(client) == {}
    database.upgrade(client.url)
    assert find_revision(database.locate(str(path))) == database.HEAD


def test_a_downgrade_that_would_lose_cessations_is_refused_in_one_line(outside: Outside) -> None:
    url = database.locate(outside.place).url
    outside.write(
        "INSERT INTO act (dataset_id, treaty_id, state_id, kind, effect_edtf, effect_earliest, effect_latest) "
        "SELECT dataset_id, treaty_id, state_id, 'cessation', '2013-01-01', '2013-01-01', '2013-01-01' "
        "FROM act WHERE state_id IS NOT NULL LIMIT 1"
    )
    before, schema = everything(outside), objects(outside)
    with pytest.raises(DatabaseError, match=r"1 act of kind cessation is on record, which schema 0007 .*") as refused:
        migrate.downgrade(url, "0007")
    assert "\n" not in str(refused.value)
    assert (everything(outside), objects(outside)) == (before, schema)


def test_a_table_is_made_anew_only_with_foreign_keys_off(register_url: str) -> None:
    if not register_url.startswith("sqlite"):
        pytest.skip("PostgreSQL changes a rule where the table stands")
    engine = database.engine(register_url)
    with engine.begin() as connection, pytest.raises(ValueError, match="only with foreign keys off"):
        rebuild_table(connection, "act", "'cessation'", "'cessations'")


def test_a_register_of_schema_0007_keeps_its_history_and_admits_cessations(outside: Outside) -> None:
    url = database.locate(outside.place).url
    migrate.downgrade(url, "0007")
    acts = outside.rows("SELECT * FROM act ORDER BY id")
    changes, periods = (outside.rows(f"SELECT * FROM {table}") for table in ("change", "membership_period"))
    cessation = (
        "INSERT INTO act (dataset_id, treaty_id, state_id, kind, effect_edtf, effect_earliest, effect_latest) "
        "VALUES (1, 1, 1, 'cessation', '2013-01-01', '2013-01-01', '2013-01-01')"
    )
    assert "ck_act__kind_known" in outside.failures(cessation)[0]
    migrate.upgrade(url)
    assert outside.rows("SELECT * FROM act ORDER BY id") == acts
    assert outside.rows("SELECT * FROM change") == changes  # the migration is no change of a record
    assert outside.rows("SELECT * FROM membership_period") == periods
    outside.write(cessation)
    assert outside.rows("SELECT status FROM act_effects WHERE kind = 'cessation'") == [("none",)]
    assert len(outside.rows("SELECT * FROM change")) == len(changes) + 1
