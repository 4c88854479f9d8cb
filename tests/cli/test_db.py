"""`secdb db`: the schema brought up and back, looked at, compared."""

from __future__ import annotations

import json
import shutil
import sqlite3
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from secdb import database
from secdb.database import HEAD
from tests.inside import run

if TYPE_CHECKING:
    import subprocess

pytestmark = pytest.mark.server_later


def db(url: object, *arguments: str) -> subprocess.CompletedProcess[str]:
    return run("--database", str(url), "db", *arguments)


def spoil(path: Path, *statements: str) -> None:
    connection = sqlite3.connect(path, isolation_level=None)
    for statement in statements:
        connection.execute(statement)
    connection.close()


def test_down_and_up_again(own_url: str) -> None:
    down = db(own_url, "downgrade", "0004", "--yes")
    assert (down.returncode, down.stdout, down.stderr.endswith(f": schema {HEAD} -> 0004\n")) == (0, "", True)
    assert json.loads(db(own_url, "current", "-f", "json").stdout)["rows"][0]["revision"] == "0004"
    behind = db(own_url, "check")
    assert (behind.returncode, f"is at 0004, not {HEAD}" in behind.stdout) == (1, True)
    up = db(own_url, "upgrade")
    assert (up.returncode, up.stderr.endswith(f": schema 0004 -> {HEAD}\n")) == (0, True)
    assert db(own_url, "upgrade").stderr.endswith(f": schema {HEAD} already\n")
    assert ": 7 members\n" in run("--database", own_url, "members", "cst", "--on", "2009-09-26").stdout


def test_down_to_nothing_and_up_again(own_url: str) -> None:
    assert db(own_url, "downgrade", "base", "-y").stderr.endswith(f": schema {HEAD} -> base\n")
    assert db(own_url, "upgrade").stderr.endswith(f": schema base -> {HEAD}\n")
    assert db(own_url, "check").returncode == 0


def test_a_sound_register_has_no_differences(seeded_url: str) -> None:
    done = db(seeded_url, "check")
    assert (done.returncode, done.stderr, ": no differences\n" in done.stdout) == (0, "", True)


def test_current_prints_both_revisions(seeded_url: str) -> None:
    (row,) = json.loads(db(seeded_url, "current", "-f", "json").stdout)["rows"]
    assert (row["revision"], row["head"]) == (HEAD, HEAD)


def test_without_a_terminal_nothing_is_lost_unasked(own_url: str) -> None:
    done = db(own_url, "downgrade", "base")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == ("Error: this loses records, and there is no terminal to ask at; add --yes to do it\n")
    assert json.loads(db(own_url, "current", "-f", "json").stdout)["rows"][0]["revision"] == HEAD


def test_a_revision_that_does_not_exist_is_wrong_usage(own_url: str) -> None:
    done = db(own_url, "downgrade", "0999", "--yes")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("Error: there is no revision '0999'; the revisions are 0001, 0002")
    assert db(own_url, "downgrade", "0999").stderr == done.stderr  # before it is asked for


def test_a_later_revision_is_no_downgrade(own_url: str) -> None:
    db(own_url, "downgrade", "0003", "--yes")
    done = db(own_url, "downgrade", "0004", "--yes")
    assert (done.returncode, done.stderr.endswith(" is at 0003, before 0004; use: secdb db upgrade\n")) == (2, True)


@pytest.mark.parametrize("command", ["upgrade", "check", "downgrade 0004"])
def test_a_register_whose_revision_is_lost_says_so(own_url: str, command: str) -> None:
    engine = database.engine(database.locate(own_url).url)
    with engine.begin() as connection:
        connection.exec_driver_sql("DELETE FROM alembic_version")
    engine.dispose()
    done = db(own_url, *command.split())
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (3, "", 1)
    assert "the revision of its schema is lost (alembic_version is empty)" in done.stderr


def test_a_register_without_a_table_is_told_to_be_checked(own_url: str) -> None:
    engine = database.engine(database.locate(own_url).url)
    with engine.begin() as connection:
        connection.exec_driver_sql("DROP VIEW states" + ("" if engine.dialect.name == "sqlite" else " CASCADE"))
    engine.dispose()
    done = run("--database", own_url, "state", "list")
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (3, "", 1)
    assert done.stderr.endswith("; `secdb db check` tells what is missing\n")


@pytest.mark.parametrize("command", ["upgrade", "current", "check", "downgrade 0004 --yes"])
def test_no_register_is_made(tmp_path: Path, command: str) -> None:
    done = db(tmp_path / "none.db", *command.split())
    assert (done.returncode, done.stdout, "secdb init" in done.stderr) == (3, "", True)
    assert list(tmp_path.iterdir()) == []


def test_a_register_of_a_newer_program_is_left_alone(seeded_file: Path, tmp_path: Path) -> None:
    path = Path(shutil.copy(seeded_file, tmp_path / "own.db"))
    spoil(path, "UPDATE alembic_version SET version_num = '0999'")
    for command in (["upgrade"], ["downgrade", "0004", "--yes"], ["downgrade", "0004"]):
        done = db(path, *command)
        assert (done.returncode, "made by a newer secdb (schema 0999" in done.stderr) == (3, True)


def test_another_programs_database_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    spoil(path, "CREATE TABLE song (title TEXT)")
    assert db(path, "upgrade").returncode == 3
    assert path.read_bytes().count(b"CREATE TABLE") == 1


@pytest.mark.parametrize(
    ("statement", "check", "thing"),
    [
        ("DROP TRIGGER citation_words_insert", "schema", "trigger citation_words_insert"),
        ("DROP INDEX ix_act__state", "schema", "index ix_act__state"),
        ("DROP VIEW current_members", "schema", "view current_members"),
        ("CREATE TRIGGER own AFTER INSERT ON act BEGIN SELECT 1; END", "schema", "trigger own"),
        ("CREATE TABLE own (x INTEGER)", "schema", "models"),
    ],
)
def test_what_is_not_as_the_program_makes_it_is_found(
    seeded_file: Path, tmp_path: Path, statement: str, check: str, thing: str
) -> None:
    path = Path(shutil.copy(seeded_file, tmp_path / "own.db"))
    spoil(path, statement)
    done = db(path, "check", "-f", "json")
    assert done.returncode == 1
    assert (check, thing) in {(row["check"], row["object"]) for row in json.loads(done.stdout)["rows"]}


def test_a_reference_to_nothing_is_found(seeded_file: Path, tmp_path: Path) -> None:
    path = Path(shutil.copy(seeded_file, tmp_path / "own.db"))
    spoil(path, "PRAGMA foreign_keys = OFF", "DROP TRIGGER tenure_guard_insert", "DROP TRIGGER tenure_log_insert")
    spoil(path, "INSERT INTO tenure (id, dataset_id, person_id, state_id, office) VALUES (1, 1, 999, 1, 'other')")
    rows = json.loads(db(path, "check", "-f", "json").stdout)["rows"]
    assert ("foreign_key", "tenure:1", "refers to a person that is not there") in {tuple(row.values()) for row in rows}


def test_a_damaged_page_is_found(seeded_file: Path, tmp_path: Path) -> None:
    path = tmp_path / "own.db"
    content = bytearray(seeded_file.read_bytes())
    connection = sqlite3.connect(seeded_file)
    (page,) = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = 'ix_act__state'").fetchone()
    (size,) = connection.execute("PRAGMA page_size").fetchone()
    connection.close()
    content[(page - 1) * size + 200 : page * size] = bytes(size - 200)
    path.write_bytes(content)
    done = db(path, "check")
    assert done.returncode in {1, 3}
    assert done.stdout + done.stderr != ""
