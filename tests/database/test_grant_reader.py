"""`secdb db grant-reader` makes a role that reads the views and can do nothing else."""

from __future__ import annotations

import json
import os
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import count
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

import psycopg
import pytest
from psycopg import sql

from secdb import database
from secdb.models.views import VIEWS
from tests.inside import run

if TYPE_CHECKING:
    import subprocess
    from collections.abc import Iterator

    from tests.postgres import NewDatabase

Connection = psycopg.Connection[tuple[Any, ...]]

_numbers = count(1)

OUR_FUNCTIONS = """
SELECT p.oid::regprocedure::text, p.proname, p.pronargs FROM pg_proc AS p
WHERE p.pronamespace = 'public'::regnamespace
"""
RELATIONS = (
    "SELECT relname, relkind FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'v')"
)
# what reads or writes nothing of anybody's but the caller's own answer
HARMLESS = {"members_on", "changes", "secdb_asked", "secdb_find", "secdb_words"}


@dataclass(frozen=True)
class Place:
    """A register on the server, a role that is to read it and one that may write it."""

    url: str
    reader: str
    writer: str

    def grant(self, *options: str) -> subprocess.CompletedProcess[str]:
        return run("--database", self.url, "db", "grant-reader", *options, "--", self.reader)

    def write(self, *statements: str) -> None:
        """Do as the superuser; WRITER stands for the writer's name."""
        with psycopg.connect(self.url, autocommit=True) as server:
            for statement in statements:
                server.execute(statement.replace("WRITER", f'"{self.writer}"').encode())

    @contextmanager
    def connected(self, role: str) -> Iterator[Connection]:
        with psycopg.connect(self.url, user=role, autocommit=True) as connection:
            yield connection


@contextmanager
def placed(url: str) -> Iterator[Place]:
    """Make two roles, which are the whole server's, and drop them with what they were given."""
    mark = f"{os.getpid()} {next(_numbers)}"
    place = Place(url, f'odd "reader" {mark}; DROP TABLE act; --', f"odd writer {mark}")
    names = [sql.Identifier(role) for role in (place.reader, place.writer)]
    with psycopg.connect(url, autocommit=True) as server:
        for name in names:
            server.execute(sql.SQL("CREATE ROLE {} LOGIN").format(name))
        try:
            yield place
        finally:
            for name in names:
                server.execute(sql.SQL("DROP OWNED BY {0}; DROP ROLE {0}").format(name))


@pytest.fixture
def place(seeded_server: str, new_postgres_database: NewDatabase) -> Iterator[Place]:
    """Return a register of this test's own, nothing granted."""
    with placed(new_postgres_database(template=seeded_server)) as made:
        yield made


@pytest.fixture(scope="module")
def granted(seeded_server: str, new_postgres_template: NewDatabase) -> Iterator[Place]:
    """Return a register with its reader and its writer, and a schema of somebody else's beside it."""
    with placed(new_postgres_template(template=seeded_server)) as made:
        made.write(
            "CREATE SCHEMA other CREATE TABLE theirs (x integer)",
            "GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO WRITER",
            "GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO WRITER",
            "CREATE VIEW own_view AS SELECT 1 AS x",
            "SELECT lo_create(4711)",
        )
        done = made.grant("-f", "json")
        assert (done.returncode, json.loads(done.stdout)["left_over"]) == (0, []), done.stderr
        yield made


def refused(connection: Connection, statement: str) -> bool:
    """Tell whether the statement fails for want of a right."""
    try:
        connection.execute(statement.encode())
    except (psycopg.errors.InsufficientPrivilege, psycopg.errors.ReadOnlySqlTransaction):
        return True
    except psycopg.errors.ObjectNotInPrerequisiteState as error:  # a view that takes no rows, found before the right
        return "cannot" in str(error)
    return False


def relations(url: str) -> dict[str, str]:
    with psycopg.connect(url) as server:
        return dict(server.execute(RELATIONS.encode()).fetchall())


def test_it_reads_every_public_view_and_no_table(granted: Place) -> None:
    with granted.connected(granted.reader) as reader:
        for view in VIEWS:
            reader.execute(f"SELECT * FROM {view} LIMIT 1".encode()).fetchall()
        others = relations(granted.url).keys() - VIEWS.keys() - {"alembic_version"}
        assert {"act", "document", "own_view", "derived_period", "revision"} <= others
        for name in others:
            assert refused(reader, f"SELECT * FROM {name} LIMIT 1"), name
            assert refused(reader, f"DO $$ BEGIN LOCK TABLE {name} IN ACCESS SHARE MODE; END $$"), name


def test_it_writes_no_table_and_no_view(granted: Place) -> None:
    with granted.connected(granted.reader) as reader:
        for name, kind in relations(granted.url).items():
            columns = reader.execute(
                "SELECT quote_ident(attname) FROM pg_attribute WHERE attrelid = %s::regclass AND attnum > 0", [name]
            ).fetchall()
            first = columns[0][0]
            writes = [f"INSERT INTO {name} DEFAULT VALUES", f"DELETE FROM {name}", f"UPDATE {name} SET {first} = NULL"]
            writes += [f"COPY {name} FROM STDIN"] + ([f"TRUNCATE {name}", f"DROP TABLE {name}"] if kind == "r" else [])
            for write in writes:
                assert refused(reader, write), write
                # PL/pgSQL itself has no COPY
                assert write.startswith("COPY") or refused(reader, f"DO $$ BEGIN {write}; END $$"), write


ALIEN = (
    *(
        "CREATE TEMP TABLE x (y integer)",
        "CREATE TEMP VIEW x AS SELECT 1",
        "CREATE TEMP SEQUENCE x",
        "SELECT 1 INTO TEMP x",
    ),
    *("CREATE TABLE x (y integer)", "CREATE VIEW x AS SELECT 1", "CREATE SCHEMA x"),
    *("CREATE FUNCTION x() RETURNS integer LANGUAGE sql AS 'SELECT 1'", "CREATE TYPE x AS ENUM ('y')"),
    *("CREATE FUNCTION pg_temp.x() RETURNS integer LANGUAGE sql AS 'SELECT 1'", "CREATE DATABASE x", "CREATE ROLE x"),
    *("SELECT lo_create(0)", "SELECT lo_creat(-1)", "SELECT lo_from_bytea(0, 'x')", "SELECT lo_put(4711, 0, 'x')"),
    *(
        "SELECT lo_unlink(4711)",
        "SELECT lo_open(4711, 131072)",
        "SELECT lo_get(4711)",
        "SELECT lo_import('/etc/passwd')",
    ),
    *("SELECT lo_export(4711, '/tmp/x')", "SELECT pg_read_file('/etc/passwd')", "SELECT pg_ls_dir('/')"),
    *("SELECT * FROM other.theirs", "CREATE TABLE other.x (y integer)", "INSERT INTO other.theirs VALUES (1)"),
    *("COPY (SELECT 1) TO '/tmp/x'", "COPY (SELECT 1) TO PROGRAM 'true'", "COPY acts TO PROGRAM 'true'"),
    *("SET ROLE postgres", "SET SESSION AUTHORIZATION postgres", "SELECT set_config('role', 'postgres', false)"),
    *(
        "ALTER SYSTEM SET work_mem = '1GB'",
        "ALTER DATABASE postgres SET work_mem = '1GB'",
        "ALTER ROLE postgres NOSUPERUSER",
    ),
    *(
        "SELECT pg_advisory_lock(5032002)",
        "SELECT pg_try_advisory_lock(5032002)",
        "SELECT pg_advisory_xact_lock(5032002)",
    ),
    *("DO 'BEGIN NULL; END'", "SELECT pg_sleep(0)", "SELECT pg_sleep_for('0 s')", "SELECT pg_export_snapshot()"),
    "SELECT pg_notify('x', 'y')",
    *("SELECT pg_advisory_lock_shared(5032002)", "SELECT pg_try_advisory_xact_lock(1, 2)"),
    *("SELECT setval('act_id_seq', 1)", "SELECT nextval('act_id_seq')", "ALTER TABLE act DISABLE TRIGGER USER"),
    *(
        "DROP VIEW acts",
        "CREATE OR REPLACE VIEW acts AS SELECT 1",
        "GRANT SELECT ON act TO PUBLIC",
        "REINDEX TABLE act",
    ),
    *("COMMENT ON TABLE act IS 'x'", "SELECT * FROM pg_authid", "SELECT pg_logical_emit_message(false, 'x', 'y')"),
    *("SELECT pg_reload_conf()", "CHECKPOINT", "SET session_replication_role = replica", "CREATE PUBLICATION x"),
)


ALONE = ("CREATE DATABASE", "ALTER SYSTEM")  # outside any transaction


def test_it_makes_and_touches_nothing_else(granted: Place) -> None:
    with granted.connected(granted.reader) as reader:
        for statement in ALIEN:
            assert refused(reader, statement), statement
            if not statement.startswith(ALONE):
                assert refused(reader, f"DO $$ BEGIN EXECUTE $s${statement}$s$; END $$"), statement


def test_no_function_of_ours_does_anything_for_it(granted: Place) -> None:
    with psycopg.connect(granted.url) as server:
        functions = server.execute(OUR_FUNCTIONS.encode()).fetchall()
        before = server.execute("SELECT COUNT(*) FROM change").fetchone()
    assert len(functions) > 25
    with granted.connected(granted.reader) as reader:
        for _, name, number in functions:
            if name in HARMLESS:
                continue
            # a trigger's function says that it is one
            with pytest.raises((psycopg.errors.InsufficientPrivilege, psycopg.errors.FeatureNotSupported)):
                reader.execute(f"SELECT {name}({', '.join(['1'] * number)})".encode())
    with psycopg.connect(granted.url) as server:
        assert server.execute("SELECT COUNT(*) FROM change").fetchone() == before


@pytest.mark.parametrize(
    "arguments",
    [
        ("members", "cst", "--on", "2009-09-26"),
        pytest.param(
            ("members", "cst", "--on", "2009-09-26", "--as-recorded", "0", "--dataset", "register"),
            marks=pytest.mark.slow,
        ),
        ("changes", "csto", "2002-05-14", "2013-01-01", "--sources"),
        ("search", "collective security"),
        ("sql", "SELECT * FROM members_on('cst', '2009-09-26')"),
        pytest.param(("history", "UZB"), marks=pytest.mark.slow),
        pytest.param(("info", "-f", "json"), marks=pytest.mark.slow),
        pytest.param(("log",), marks=pytest.mark.slow),
        pytest.param(("db", "current", "-f", "json"), marks=pytest.mark.slow),
    ],
)
def test_the_reports_are_the_same_for_it(granted: Place, arguments: tuple[str, ...]) -> None:
    own = granted.url.replace("postgres@", f"{quote(granted.reader)}@")
    mine, theirs = (run("--database", url, *arguments) for url in (granted.url, own))
    shown = (database.locate(url).shown for url in (granted.url, own))
    mine_out, theirs_out = (done.stdout.replace(place, "") for done, place in zip((mine, theirs), shown, strict=True))
    assert (theirs.returncode, theirs.stderr) == (mine.returncode, mine.stderr)
    assert theirs_out.split() == mine_out.split()


def test_a_check_of_the_tables_is_refused_in_one_line(granted: Place) -> None:
    own = granted.url.replace("postgres@", f"{quote(granted.reader)}@")
    done = run("--database", own, "check")
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (3, "", 1)
    assert "permission denied for" in done.stderr


def test_who_writes_can_write_as_before(granted: Place) -> None:
    with granted.connected(granted.writer) as writer:
        writer.execute("INSERT INTO person (code, name) VALUES ('p', 'P')")
        writer.execute("CREATE TEMP TABLE x AS SELECT lo_unlink(lo_create(0))")
        writer.execute("DO $$ BEGIN PERFORM pg_sleep(0); END $$")


def test_once_more_it_says_the_same_and_a_dry_run_gives_nothing(place: Place) -> None:
    dry = place.grant("--dry-run")
    assert (dry.returncode, "Nothing was changed." in dry.stderr) == (0, True)
    with place.connected(place.reader) as reader:
        assert refused(reader, "SELECT * FROM acts")
    assert [place.grant().returncode for _ in range(2)] == [0, 0]
    with place.connected(place.reader) as reader:
        assert not refused(reader, "SELECT * FROM acts")


def test_a_role_with_rights_from_elsewhere_is_refused(place: Place) -> None:
    for statement, said in (
        ("ALTER ROLE WRITER CREATEDB", "has CREATEDB"),
        ("ALTER ROLE WRITER NOCREATEDB; GRANT pg_write_all_data TO WRITER", "is a member of pg_write_all_data"),
        ("REVOKE pg_write_all_data FROM WRITER; ALTER VIEW acts OWNER TO WRITER", "owns objects"),
    ):
        place.write(statement)
        done = run("--database", place.url, "db", "grant-reader", place.writer)
        assert (done.returncode, done.stdout, said in done.stderr) == (1, "", True), done.stderr
    assert "has SUPERUSER" in run("--database", place.url, "db", "grant-reader", "postgres").stderr


def test_a_role_that_is_not_there_is_told_how_to_be_made(seeded_server: str) -> None:
    done = run("--database", seeded_server, "db", "grant-reader", "nobody")
    assert (done.returncode, done.stderr) == (
        1,
        'Error: the server has no role nobody; make it with: CREATE ROLE "nobody" LOGIN\n',
    )


def test_on_sqlite_it_says_that_it_is_for_postgresql(seeded_file: object) -> None:
    done = run("--database", str(seeded_file), "db", "grant-reader", "analyst")
    assert (done.returncode, done.stderr.count("\n"), "is for PostgreSQL" in done.stderr) == (1, 1, True)


def test_what_it_can_do_all_the_same_is_named(place: Place) -> None:
    place.write(
        "CREATE FUNCTION gate() RETURNS integer LANGUAGE sql SECURITY DEFINER AS 'SELECT 1'",
        "CREATE SCHEMA open; GRANT USAGE, CREATE ON SCHEMA open TO PUBLIC",
        "GRANT INSERT ON act TO PUBLIC",
    )
    done = place.grant("-f", "json")
    left = ["CREATE on schema open", "EXECUTE on gate()", "USAGE on schema open", "rights on act"]
    assert (done.returncode, sorted(json.loads(done.stdout)["left_over"])) == (1, left)
    assert done.stderr.count(" still has ") == 4
