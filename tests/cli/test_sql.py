"""`secdb sql` answers questions and can change nothing: no record, no file."""

from __future__ import annotations

import json
import os
import signal
import sqlite3
import subprocess
import time
from contextlib import closing
from typing import TYPE_CHECKING

import psycopg
import pytest

from tests.cli.fakes import COMMAND, ENVIRONMENT, ROOT
from tests.inside import run

if TYPE_CHECKING:
    from pathlib import Path

    from tests.postgres import NewDatabase

DELETES = "WITH gone AS (DELETE FROM act RETURNING id) SELECT * FROM gone"

REFUSED_EVERYWHERE = (
    *("DELETE FROM act", "DROP VIEW acts", "CREATE TEMP TABLE x (y INTEGER)", "BEGIN", "COMMIT", "VACUUM", "ANALYZE"),
    *("SELECT 1; DELETE FROM act", "SELECT 1; SELECT 2", "", "/* nothing */"),
)
REFUSED_BY_SQLITE = (
    *("ATTACH '{file}' AS other", "VACUUM INTO '{file}'", "DETACH main", "REINDEX", "SAVEPOINT x"),
    *("PRAGMA journal_mode = wal", "PRAGMA user_version = 3", "PRAGMA query_only = OFF", "PRAGMA writable_schema = 1"),
    *("PRAGMA wal_checkpoint", "PRAGMA optimize", "EXPLAIN DELETE FROM act"),
)
REFUSED_BY_POSTGRES = (
    *("COPY act TO '{file}'", "COPY (SELECT 1) TO PROGRAM 'touch {file}'", "/* x */ -- y\n COPY act TO '{file}'"),
    *(DELETES, f"EXPLAIN ANALYZE {DELETES}", "DO $$ BEGIN DELETE FROM act; END $$", "SELECT 1 INTO TEMP x"),
    *("SELECT lo_export(1, '{file}')", "SELECT lo_from_bytea(0, 'x')", "SELECT pg_read_file('/etc/passwd')"),
    *("SELECT nextval('act_id_seq')", "SET transaction_read_only = off"),
)


def ask(url: str, statement: str, *options: str) -> list[dict[str, object]]:
    done = run("--database", url, "sql", "-f", "json", *options, "--", statement)
    assert (done.returncode, done.stderr) == (0, "")
    rows: list[dict[str, object]] = json.loads(done.stdout)["rows"]
    return rows


def refuse(url: str, statement: str) -> None:
    done = run("--database", url, "sql", "--", statement)
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (1, "", 1)
    assert done.stderr.startswith("Error: ")


def test_the_question_of_the_day(seeded_url: str) -> None:
    rows = ask(
        seeded_url,
        "SELECT state FROM memberships WHERE dataset = 'register' AND treaty = 'cst' AND status = 'party' "
        "AND start_latest <= '2009-09-26' AND (end_earliest IS NULL OR '2009-09-26' < end_earliest) ORDER BY 1",
    )
    assert [row["state"] for row in rows] == ["ARM", "BLR", "KAZ", "KGZ", "RUS", "TJK", "UZB"]


def test_values_come_out_alike_on_both_engines(seeded_url: str) -> None:
    row = "SELECT un_admission AS day, 1.5 AS half, NULL AS empty, sha256 AS a, 2 AS a FROM states, documents "
    rows = ask(seeded_url, f"{row} WHERE state = 'ARM' AND sha256 IS NOT NULL ORDER BY sha256 LIMIT 1")
    assert rows[0] | {"a": ""} == {"day": "1992-03-02", "half": 1.5, "empty": None, "a": "", "a_2": 2}


@pytest.mark.parametrize("statement", REFUSED_EVERYWHERE)
def test_what_is_no_single_query_is_refused(seeded_url: str, statement: str) -> None:
    refuse(seeded_url, statement)


@pytest.mark.parametrize("statement", REFUSED_BY_SQLITE)
def test_sqlite_writes_nothing_and_no_file(seeded_file: Path, tmp_path: Path, statement: str) -> None:
    before = seeded_file.read_bytes()
    refuse(str(seeded_file), statement.format(file=tmp_path / "made"))
    assert (list(tmp_path.iterdir()), seeded_file.read_bytes() == before) == ([], True)


@pytest.mark.parametrize("statement", REFUSED_BY_POSTGRES)
def test_postgresql_writes_nothing_and_no_file(
    seeded_server: str, tmp_path: Path, new_postgres_database: NewDatabase, statement: str
) -> None:
    url = new_postgres_database(template=seeded_server)
    tmp_path.chmod(0o777)
    refuse(url, statement.format(file=tmp_path / "made"))
    assert list(tmp_path.iterdir()) == []
    assert ask(url, "SELECT COUNT(*) AS n FROM acts") == [{"n": 63}]


@pytest.mark.parametrize(
    ("statement", "column"),
    [
        ("PRAGMA integrity_check", "integrity_check"),
        ("SELECT COUNT(*) AS n FROM pragma_table_info('act')", "n"),
        ("SELECT value FROM json_each('[1]')", "value"),
        ("EXPLAIN QUERY PLAN SELECT * FROM acts", "detail"),
    ],
)
def test_sqlite_answers_about_itself(seeded_file: Path, statement: str, column: str) -> None:
    assert column in ask(str(seeded_file), statement)[0]


@pytest.mark.parametrize("statement", ["SELECT nowhere FROM acts", "SELECT FROM WHERE", "SELECT * FROM nowhere"])
def test_wrong_sql_is_one_line(seeded_url: str, statement: str) -> None:
    done = run("--database", seeded_url, "sql", statement)
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (1, "", 1)
    assert done.stderr.startswith("Error: the query does not run: ")


def test_a_query_takes_no_parameters(seeded_file: Path) -> None:
    done = run("--database", str(seeded_file), "sql", "SELECT :state")
    assert (done.returncode, done.stderr) == (1, "Error: a query takes no parameters; write the values into it\n")


@pytest.mark.parametrize(
    "endless",
    [
        "WITH RECURSIVE n (x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT COUNT(*) FROM n",
        "SELECT COUNT(*) FROM state_names AS a, state_names AS b, state_names AS c WHERE a.name || b.name = c.name",
    ],
)
def test_a_query_that_does_not_end_is_ended(seeded_url: str, endless: str) -> None:
    start = time.monotonic()
    done = run("--database", seeded_url, "sql", "--timeout", "0.3", endless)
    assert (done.returncode, done.stderr) == (
        1,
        "Error: the query took longer than 0.3 s; give it more with --timeout\n",
    )
    assert time.monotonic() - start < 20


def test_one_long_function_is_left_in_time_too(seeded_file: Path) -> None:
    hay, needle = "replace(hex(zeroblob(5000000)), '0', 'a')", "replace(hex(zeroblob(1000000)), '0', 'a') || 'b'"
    command = [*COMMAND, "--database", str(seeded_file), "sql", "--timeout", "0.5", f"SELECT instr({hay}, {needle})"]
    start = time.monotonic()
    done = subprocess.run(command, cwd=ROOT, env=ENVIRONMENT, capture_output=True, text=True, timeout=60, check=False)
    assert (done.returncode, done.stderr) == (
        1,
        "Error: the query took longer than 0.5 s; give it more with --timeout\n",
    )
    assert time.monotonic() - start < 3  # most of it Python's own beginning, on a busy machine


def test_ctrl_c_is_no_timeout(own_url: str) -> None:
    endless = "SELECT 1 FROM state_names AS a, state_names AS b, state_names AS c WHERE a.name || b.name = c.name"
    with subprocess.Popen(
        [*COMMAND, "--database", own_url, "sql", "--timeout", "60", endless],
        cwd=ROOT,
        env=ENVIRONMENT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        while not is_read(own_url):
            assert process.poll() is None
            time.sleep(0.05)
        time.sleep(0.3)
        process.send_signal(signal.SIGINT)
        out, errors = process.communicate(timeout=30)
    assert (process.returncode, out, errors) == (130, "", "Interrupted.\n")


def is_read(url: str) -> bool:
    """Tell whether somebody's query runs."""
    if url.startswith("postgresql:"):
        with psycopg.connect(url) as server:
            asked = "SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND query LIKE '%AS c WHERE%'"
            return server.execute(f"{asked} AND state = 'active' AND pid <> pg_backend_pid()").fetchone() is not None
    with closing(sqlite3.connect(url, timeout=0, isolation_level=None)) as file:
        try:
            file.execute("BEGIN EXCLUSIVE")
        except sqlite3.OperationalError:
            return True
        return False


def test_rows_beyond_the_limit_are_told_of(seeded_url: str) -> None:
    done = run("--database", seeded_url, "sql", "--limit", "1", "-f", "csv", "SELECT state FROM states ORDER BY state")
    assert (done.returncode, done.stdout, done.stderr) == (0, "state\nAFG\n", "There are more than 1 rows.\n")
    exact = run("--database", seeded_url, "sql", "--limit", "2", "-f", "csv", "SELECT organization FROM organizations")
    assert exact.stderr == ""


def test_a_query_without_rows_keeps_its_columns(seeded_url: str) -> None:
    done = run("--database", seeded_url, "sql", "-f", "csv", "SELECT state, name FROM state_names WHERE state = 'XXX'")
    assert (done.returncode, done.stdout) == (0, "state,name\n")


SMALL = ("SELECT randomblob(1000000000)", "SELECT zeroblob(1000000000)")
LARGE = (
    "SELECT length(printf('%.*c', 1000000000, 'x'))",
    "SELECT replace(hex(zeroblob(40000000)), '0', '00')",
    "WITH RECURSIVE n (x) AS (SELECT 'x' UNION ALL SELECT x || x FROM n) SELECT length(x) FROM n",
    "SELECT group_concat(hex(randomblob(1000000))) FROM state_names",
    "SELECT " + ", ".join(f"randomblob(90000000) AS c{n}" for n in range(15)),
)


@pytest.mark.parametrize("statement", [*SMALL, *(pytest.param(one, marks=pytest.mark.slow) for one in LARGE)])
def test_sqlite_takes_no_more_memory_than_it_may(seeded_file: Path, statement: str) -> None:
    command = [*COMMAND, "--database", str(seeded_file), "sql", "--timeout", "3", statement]
    with subprocess.Popen(
        command, cwd=ROOT, env=ENVIRONMENT, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        printed, said = process.stdout.read(), process.stderr.read()  # little: neither fills its pipe
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    assert (process.returncode, said.startswith(b"Error: the query ")) in {(0, False), (1, True)}
    assert (len(printed) < 200, used.ru_maxrss < 1_500_000) == (True, True)


def test_an_answer_that_does_not_fit_is_refused(seeded_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("secdb.database.query_answer.ROOM", 1_000_000)
    many = "WITH RECURSIVE n (x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n WHERE x < 1000000) SELECT x FROM n"
    done = run("--database", seeded_url, "sql", many)
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (1, "", 1)
    assert "the answer is too large to print" in done.stderr
    first = run("--database", seeded_url, "sql", "--limit", "2", "-f", "csv", many)
    assert (first.returncode, first.stdout) == (0, "x\n1\n2\n")


@pytest.mark.slow
def test_a_function_that_does_not_end_is_ended(seeded_file: Path) -> None:
    # one call that looks for 45 MB within 90 MB, byte by byte
    endless = "SELECT instr(zeroblob(90000000) || x'01', zeroblob(45000000) || x'02')"
    start = time.monotonic()
    command = [*COMMAND, "--database", str(seeded_file), "sql", "--timeout", "0.2", endless]
    done = subprocess.run(command, cwd=ROOT, env=ENVIRONMENT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == "Error: the query took longer than 0.2 s; give it more with --timeout\n"
    assert time.monotonic() - start < 30


TAKEN_BACK = "SELECT set_config('role', 'none', true) AS x"


@pytest.mark.parametrize(
    "statement",
    [
        f"SELECT * FROM ({TAKEN_BACK}) AS a, LATERAL ts_stat('SELECT to_tsvector(pg_read_file(''x''))' || a.x)",
        TAKEN_BACK,
        TAKEN_BACK.upper().replace("SET_CONFIG", '"set_config"'),
        "SELECT U&\"\\0073et_config\"('role', 'none', true)",
        "SELECT query_to_xml('SELECT 1', true, false, '')",
        "SELECT pg_advisory_lock(5032002)",
        "SELECT pg_logical_emit_message(false, 'a', 'b')",
        "SELECT pg_terminate_backend(1)",
        "EXPLAIN ANALYZE SELECT lo_creat(-1)",
    ],
)
def test_postgresql_runs_no_function_that_gets_past_reading(seeded_server: str, statement: str) -> None:
    refuse(seeded_server, statement)
