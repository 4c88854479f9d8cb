"""A register that cannot be read says why and what to do, in one line, and is left as it was."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from secdb import database
from secdb.database.health import explain, find_revision, open_reader, require_current
from secdb.errors import DatabaseError

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.postgres import NewDatabase

NOBODY = 65534


def refusal(path: Path, **options: float) -> str:
    """Return why the file cannot be opened, and see that opening left folder and file alone."""
    before = picture(path)
    with pytest.raises(DatabaseError) as caught:
        open_reader(database.locate(str(path)), **options)
    assert picture(path) == before
    assert caught.value.exit_code == 3
    assert "\n" not in str(caught.value)
    return str(caught.value)


def picture(path: Path) -> object:
    names = sorted(path.parent.iterdir()) if path.parent.is_dir() else None
    return names, (path.stat().st_mtime_ns, path.read_bytes()) if path.is_file() else None


def with_revision(path: Path, revision: str) -> Path:
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE alembic_version SET version_num = ?", (revision,))
    return path


def test_a_register_opens_for_reading_and_not_for_writing(sqlite_file: Path) -> None:
    before = picture(sqlite_file)
    with closing(open_reader(database.locate(str(sqlite_file)))) as reader:
        assert reader.execute("SELECT COUNT(*) FROM memberships").fetchone() == (0,)
        with pytest.raises(sqlite3.OperationalError, match="readonly"):
            reader.execute("INSERT INTO person (code, name) VALUES ('a', 'A')")
    assert picture(sqlite_file) == before


@pytest.mark.parametrize(
    "name", ["a?b.db", "a#b.db", "a%20b.db", "a b.db", "реестр é.db", "a?mode=rwc&x=1.db", "file:x"]
)
def test_any_file_name_will_do_for_readers_and_writers(sqlite_template: Path, tmp_path: Path, name: str) -> None:
    path = Path(shutil.copy(sqlite_template, tmp_path / name))
    location = database.locate(str(path))
    engine = database.engine(location.url)
    with engine.begin() as connection:
        connection.exec_driver_sql("INSERT INTO person (code, name) VALUES ('a', 'A')")
    with closing(open_reader(location)) as reader:
        assert reader.execute("SELECT code FROM person").fetchall() == [("a",)]
    assert list(tmp_path.iterdir()) == [path]
    assert location.shown == str(path)


def test_a_missing_file_stays_missing(tmp_path: Path) -> None:
    path = tmp_path / "register.db"
    assert refusal(path) == f"no register at {path}; make one with: secdb init"
    assert refusal(tmp_path / "folder" / "x.db").startswith("no register at")
    (tmp_path / "file").write_text("x")
    assert refusal(tmp_path / "file" / "x.db").startswith("no register at")


def test_a_folder_a_device_and_an_empty_file_are_no_register(tmp_path: Path) -> None:
    assert "is a folder" in refusal(tmp_path)
    assert "is not a file" in refusal(Path("/dev/null"))
    (tmp_path / "empty.db").touch()
    assert refusal(tmp_path / "empty.db").endswith("is empty; make a register of it with: secdb init")


def test_a_file_that_is_no_database_is_called_so(tmp_path: Path) -> None:
    path = tmp_path / "letter.txt"
    path.write_text("Letter dated 14 May 2002 " * 400)
    assert refusal(path) == f"{path} is not a database; name the register with --database or SECDB_DATABASE"


def test_a_database_of_another_program_is_called_so(tmp_path: Path, sqlite_file: Path) -> None:
    path = tmp_path / "places.db"
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("CREATE TABLE place (name TEXT)")
    assert "other tables than a register's" in refusal(path)
    assert "database of another program (schema 1a2b3c4d5e6f)" in refusal(with_revision(sqlite_file, "1a2b3c4d5e6f"))


def test_a_database_without_tables_asks_for_init(tmp_path: Path) -> None:
    path = tmp_path / "register.db"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA user_version = 1")
    assert "holds no register yet; make one with: secdb init" in refusal(path)


def test_an_older_schema_names_the_upgrade_and_a_newer_one_a_newer_secdb(sqlite_file: Path) -> None:
    assert "has the older schema 0004" in refusal(with_revision(sqlite_file, "0004"))
    assert refusal(sqlite_file).endswith("bring it up with: secdb db upgrade")
    assert find_revision(database.locate(str(sqlite_file))) == "0004"
    assert "was made by a newer secdb (schema 9999," in refusal(with_revision(sqlite_file, "9999"))


def test_a_register_locked_by_a_writer_is_waited_for_and_called_locked(sqlite_file: Path) -> None:
    with closing(sqlite3.connect(sqlite_file, isolation_level=None)) as writer:
        writer.execute("BEGIN EXCLUSIVE")
        assert "is locked by another program; try again" in refusal(sqlite_file, wait=0.05)
    open_reader(database.locate(str(sqlite_file))).close()


def test_a_writer_who_has_not_committed_does_not_stop_readers(sqlite_file: Path) -> None:
    with closing(sqlite3.connect(sqlite_file, isolation_level=None)) as writer:
        writer.execute("BEGIN IMMEDIATE")
        writer.execute("INSERT INTO person (code, name) VALUES ('a', 'A')")
        with closing(open_reader(database.locate(str(sqlite_file)), wait=0.05)) as reader:
            assert reader.execute("SELECT * FROM person").fetchall() == []


def cut(path: Path) -> None:
    os.truncate(path, 4096 * 3)


def scribble(path: Path) -> None:
    with path.open("r+b") as file:
        file.seek(100)
        file.write(b"\xff" * 4000)


@pytest.mark.parametrize("damage", [cut, scribble])
def test_a_damaged_register_is_called_damaged(sqlite_file: Path, damage: Callable[[Path], None]) -> None:
    damage(sqlite_file)
    assert "is damaged; put back a copy" in refusal(sqlite_file)


def test_damage_found_later_is_told_in_the_same_words(sqlite_file: Path) -> None:
    location = database.locate(str(sqlite_file))
    with closing(open_reader(location)) as reader:
        with pytest.raises(sqlite3.OperationalError) as syntax:
            reader.execute("SELEC 1")
        with pytest.raises(sqlite3.OperationalError) as readonly:
            reader.execute("DELETE FROM person")
    assert explain(syntax.value, location) is None
    assert "cannot be written; look at the permissions" in str(explain(readonly.value, location))
    assert explain(sqlite3.InterfaceError("no code"), location) is None


@pytest.mark.parametrize("closed", ["file", "folder"])
def test_a_file_that_may_not_be_read_says_whose_permissions_to_look_at(sqlite_file: Path, closed: str) -> None:
    folder = sqlite_file.parent
    target = sqlite_file if closed == "file" else folder
    mode = target.stat().st_mode
    before = picture(sqlite_file)
    target.chmod(0)
    user = os.geteuid()
    try:
        if user == 0:  # who may read everything
            os.seteuid(NOBODY)
        with pytest.raises(DatabaseError, match="cannot be opened"):
            open_reader(database.locate(str(sqlite_file)))
    finally:
        os.seteuid(user)
        target.chmod(mode)
    assert picture(sqlite_file) == before


KILLED = """
import os, sqlite3, sys
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
connection.executescript("PRAGMA cache_size = 5; PRAGMA synchronous = FULL; BEGIN IMMEDIATE")
for number in range(2000):
    connection.execute("INSERT INTO person (code, name) VALUES (?, ?)", (f"p{number}", "x" * 500))
os._exit(9)
"""


@pytest.fixture
def killed_writer(sqlite_file: Path) -> Path:
    """Return a register with the hot journal of a writer who was killed in the middle."""
    subprocess.run([sys.executable, "-c", KILLED, str(sqlite_file)], check=False)
    assert sqlite_file.with_name("register.db-journal").stat().st_size > 0
    return sqlite_file


def test_what_a_killed_writer_left_is_undone_at_the_next_opening(killed_writer: Path) -> None:
    with closing(open_reader(database.locate(str(killed_writer)))) as reader:
        assert reader.execute("SELECT COUNT(*) FROM person").fetchone() == (0,)
        assert reader.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        with pytest.raises(sqlite3.OperationalError, match="readonly"):
            reader.execute("DELETE FROM person")
    assert list(killed_writer.parent.iterdir()) == [killed_writer]


@pytest.mark.skipif(os.geteuid() != 0, reason="needs another user to be read by")
def test_a_reader_who_may_not_undo_it_is_told_who_can(
    killed_writer: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = Path(shutil.move(killed_writer.parent, f"/tmp/secdb-killed-{os.getpid()}"))  # noqa: S108 - nobody can reach it there
    path = folder / killed_writer.name
    for reachable in (folder, path, path.with_name("register.db-journal")):
        reachable.chmod(0o755 if reachable is folder else 0o644)
    before = picture(path)
    try:
        os.seteuid(NOBODY)
        with pytest.raises(DatabaseError, match="interrupted; run any secdb command once as a user who may write"):
            open_reader(database.locate(str(path)))
    finally:
        os.seteuid(0)
        after = picture(path)
        shutil.rmtree(folder)
    assert after == before


def test_on_postgresql_the_same_is_asked_of_the_server(
    postgres_template: str, new_postgres_database: NewDatabase
) -> None:
    require_current(database.locate(new_postgres_database(template=postgres_template)))
    empty = database.locate(new_postgres_database())
    with pytest.raises(DatabaseError, match="holds no register yet; make one with: secdb init"):
        require_current(empty)
    older = database.locate(new_postgres_database())
    database.upgrade(older.url, "0002")
    with pytest.raises(DatabaseError, match=r"older schema 0002, not .* secdb db upgrade"):
        require_current(older)
    with pytest.raises(DatabaseError, match=r"secdb_nowhere cannot be used: .*does not exist$"):
        require_current(
            database.locate(
                empty.url.replace("/secdb_", "/secdb_nowhere?x=").split("?")[0] + "?" + empty.url.split("?")[1]
            )
        )


def test_a_server_that_is_not_there_is_named_without_the_password() -> None:
    for url in ("postgresql://me:s3cret@127.0.0.1:1/x", "postgresql://127.0.0.1:1/x?user=me&password=s3cret"):
        with pytest.raises(DatabaseError, match=r"127\.0\.0\.1:1/x cannot be used: .*refused.*; start the") as caught:
            require_current(database.locate(url))
        assert "s3cret" not in str(caught.value)
        assert str(caught.value).endswith("; start the server, or name another with --database")
    with pytest.raises(DatabaseError, match="not a URL that PostgreSQL understands") as caught:
        require_current(database.locate("postgresql://me:s3cret@host:port/x"))
    assert "s3cret" not in str(caught.value)
