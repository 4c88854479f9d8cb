"""Every failure is a line on stderr and an exit code."""

from __future__ import annotations

import errno
import os
import signal
import sqlite3
import subprocess
from typing import TYPE_CHECKING

import pytest

from cli.errors import explain
from tests.cli.fakes import COMMAND, ENVIRONMENT, ROOT, run

if TYPE_CHECKING:
    from pathlib import Path

REPORT = "(please report it; --debug prints the traceback)"
OURS = {
    "not found": (1, "Error: no State answers to 'Atlantis'; / nearest: Austria, Latvia\n"),
    "ambiguous": (1, "Error: two States answer to 'Congo'\n"),
    "refused": (1, "Error: Armenia is a party already\n"),
    "date": (2, "Error: '\\x1b[2J\\u202e' is not a date\n"),
    "database": (3, "Error: there is no register at x; make one with `secdb init`\n"),
    "bug": (1, f"Error: internal error: ZeroDivisionError: division \\x1b[2Jby zero {REPORT}\n"),
    "no space": (3, "Error: No space left on device: /dev/full; free some room on the disk and run this again\n"),
    "permission": (3, "Error: Permission denied: reg\\x1bister.db; check its permissions\n"),
    "interrupt": (130, "Interrupted.\n"),
    "cancelled": (130, "Interrupted.\n"),
    "swallowed": (130, "Interrupted.\n"),
}

READ_ONLY = "the database is read-only (attempt to write a readonly database); check the permissions of the file and of"
INCOMPLETE = "the database lacks a part of the register"
NOT_SQLITE = "the database is not an SQLite database (file is not a database); check the path\n"
BY_DATABASE = {
    "not sqlite": ("garbage", 3, f"Error: {NOT_SQLITE}"),
    "sqlalchemy": ("garbage", 3, f"Error: {NOT_SQLITE}"),
    "read-only": ("sound", 3, f"Error: {READ_ONLY} its folder\n"),
    "locked": (
        "sound",
        3,
        "Error: the database is in use by another program (database is locked); try again when that has finished\n",
    ),
    "full": (
        "new",
        3,
        "Error: the database has no room left on the disk (database or disk is full); free some and run this again\n",
    ),
    "full within": (
        "new",
        3,
        "Error: the database has no room left on the disk (database or disk is full); free some and run this again\n",
    ),
    "no table": (
        "sound",
        3,
        f"Error: {INCOMPLETE} (no such table: nowhere); `secdb db check` tells what is missing\n",
    ),
    "unopened": (
        "folder",
        3,
        "Error: the database cannot be opened (unable to open database file); check the path and its permissions\n",
    ),
    "constraint": ("new", 1, "Error: a rule of the database refused it: CHECK constraint failed: y > 0\n"),
}


@pytest.fixture
def places(tmp_path: Path) -> dict[str, str]:
    (tmp_path / "garbage").write_bytes(b"not a database " * 100)
    (tmp_path / "folder").mkdir()
    with sqlite3.connect(tmp_path / "sound") as connection:
        connection.execute("CREATE TABLE z (y)")
    connection.close()
    return {name: str(tmp_path / name) for name in ("garbage", "folder", "sound", "new")}


@pytest.mark.parametrize("kind", OURS)
def test_a_failure_has_its_line_and_code(kind: str) -> None:
    done = run("fake", "fail", kind)
    assert (done.returncode, done.stderr, done.stdout) == (*OURS[kind], "")


@pytest.mark.parametrize("kind", BY_DATABASE)
def test_a_failing_database_has_its_line_and_code(kind: str, places: dict[str, str]) -> None:
    place, code, message = BY_DATABASE[kind]
    done = run("fake", "fail", kind, places[place])
    assert (done.returncode, done.stderr, done.stdout) == (code, message, "")


def test_the_librarys_misuse_of_a_database_is_a_bug(places: dict[str, str]) -> None:
    done = run("fake", "fail", "misused", places["sound"])
    assert done.returncode == 1
    assert done.stderr.startswith("Error: internal error: ProgrammingError: Incorrect number of bindings supplied.")


def test_a_damaged_database_is_told_from_one_that_is_none(places: dict[str, str]) -> None:
    with open(places["sound"], "r+b") as file:  # noqa: PTH123 - r+b is what tells
        file.seek(100)  # where the header ends and the root page begins
        file.write(b"\xff" * 400)
    done = run("fake", "fail", "not sqlite", places["sound"])
    assert (done.returncode, done.stderr) == (
        3,
        "Error: the database is damaged (database disk image is malformed); restore a copy\n",
    )


def test_a_server_that_cannot_be_reached_is_one_line() -> None:
    done = run("fake", "fail", "psycopg")
    assert done.returncode == 3
    assert done.stderr.startswith("Error: the database cannot be reached (")
    assert done.stderr.endswith("; check the URL and whether its server runs\n")
    assert done.stderr.count("\n") == 1


@pytest.mark.parametrize(
    ("state", "code", "words"),
    [
        ("23505", 1, "a rule of the database refused it: words"),
        ("P0001", 1, "a rule of the database refused it: words"),
        ("25006", 3, "is read-only (words)"),
        ("28P01", 3, "did not accept the user or password (words)"),
        ("3D000", 3, "does not exist (words)"),
        ("40001", 3, "is in use by another program (words)"),
        ("42501", 3, "does not permit this user to do that (words)"),
        ("42P01", 3, "lacks a part of the register (words); `secdb db check`"),
        ("42883", 3, "cannot do this (words)"),
        ("53100", 3, "has no disk, memory or connections left (words)"),
        ("55P03", 3, "is in use by another program (words)"),
    ],
)
def test_a_servers_refusal_is_read_by_its_sqlstate(state: str, code: int, words: str) -> None:
    import psycopg.errors

    verdict = explain(psycopg.errors.lookup(state)("words\nDETAIL: more"))
    assert (verdict.code, words in verdict.message, "DETAIL" in verdict.message) == (code, True, False)


def test_a_file_that_cannot_be_used_is_named(tmp_path: Path) -> None:
    done = run("fake", "fail", "os", str(tmp_path / "nowhere.toml"))
    assert (done.returncode, done.stderr) == (3, f"Error: No such file or directory: {tmp_path}/nowhere.toml\n")


def test_debug_prints_the_traceback_and_keeps_line_and_code() -> None:
    done = run("--debug", "fake", "fail", "date")
    first, *_, raised, line = done.stderr.splitlines()
    assert (done.returncode, first) == (2, "Traceback (most recent call last):")
    assert raised == "secdb.errors.DateError: '\\x1b[2J\\u202e' is not a date"
    assert line == "Error: '\\x1b[2J\\u202e' is not a date"


def test_wrong_usage_stays_with_typer() -> None:
    done = run("fake", "show", "[]", "-f", "xml")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("Usage: secdb fake show [OPTIONS] ")
    assert "Invalid value for '-f' / '--format': 'xml' is not one of 'table'," in done.stderr


def test_a_question_without_an_answer_stops() -> None:
    done = run("fake", "ask")
    assert (done.returncode, done.stderr.strip()) == (1, "Error: the input ended; nothing was written")


def test_ctrl_c_ends_with_130() -> None:
    with subprocess.Popen(
        [*COMMAND, "fake", "wait"], cwd=ROOT, env=ENVIRONMENT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout
        assert process.stderr
        assert process.stdout.readline() == "waiting\n"
        process.send_signal(signal.SIGINT)
        assert process.wait(timeout=30) == 130
        assert process.stderr.read() == "Interrupted.\n"


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="Linux has it")  # noqa: PTH110
@pytest.mark.parametrize("arguments", [["fake", "show", '[{"a": 1}]'], ["fake", "many"], ["--help"]])
def test_output_that_finds_no_room_is_a_failure(arguments: list[str]) -> None:
    with open("/dev/full", "w") as full:  # noqa: PTH123
        done = subprocess.run(
            [*COMMAND, *arguments],
            cwd=ROOT,
            env=ENVIRONMENT,
            check=False,
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
        )
    advice = "free some room on the disk and run this again"
    assert (done.returncode, done.stderr) == (3, f"Error: {os.strerror(errno.ENOSPC)}; {advice}\n")


def test_no_output_to_print_on_is_a_failure() -> None:
    close = ["sh", "-c", 'exec "$@" >&-', "sh"]
    done = subprocess.run(
        [*close, *COMMAND, "fake", "show", "[]"],
        cwd=ROOT,
        env=ENVIRONMENT,
        check=False,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert (done.returncode, done.stderr) == (3, "Error: standard output is closed\n")


@pytest.mark.parametrize("arguments", [["fake", "many"], ["fake", "show", '[{"a": 1}]'], ["--help"]])
def test_a_reader_that_has_enough_is_no_failure(arguments: list[str]) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run(
        [*COMMAND, *arguments],
        cwd=ROOT,
        env=ENVIRONMENT,
        check=False,
        stdout=writing,
        stderr=subprocess.PIPE,
        text=True,
    )
    os.close(writing)
    assert (done.returncode, done.stderr) == (141, "")


def test_head_ends_a_long_list_without_a_word() -> None:
    script = 'set -o pipefail; "$@" | head -1; echo "${PIPESTATUS[*]}"'
    done = subprocess.run(
        ["bash", "-c", script, "bash", *COMMAND, "fake", "many"],
        cwd=ROOT,
        env=ENVIRONMENT,
        check=False,
        capture_output=True,
        text=True,
    )
    assert (done.stdout, done.stderr) == ("number\n141 0\n", "")
