"""Commands that tests run in a program of their own: `run("fail", "usage")`, or `secdb fake ...` by `main()`."""

# ruff: noqa: A002, FBT002 - as in cli/

import json
import os
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer

from cli import commands
from cli.lazy import Command, Group
from cli.options import Format, Raw, State
from cli.output.render import render
from secdb import errors

ROOT = Path(__file__).parents[2]
HERE = "tests.cli.fakes"

# a formula, ESC, bidi, CJK, combining, nothing, nested, lines, markup
NASTY: list[dict[str, object]] = [
    {"state": "ARM", "name": '=HYPERLINK("x")', "since_earliest": "1994-04-20", "since_latest": "1994-04-20", "n": 1},
    {"state": "CHN", "name": "中国 \x1b[31m", "since_earliest": "1992", "since_latest": None, "n": -5},
    {"state": "a|b", "name": "e\u0301 \u202e<b>&_x_", "since_earliest": None, "since_latest": None, "n": None},
    {"state": None, "name": "one\r\ntwo\tthree", "since_earliest": None, "since_latest": "2001", "n": 12},
]
NESTED: list[dict[str, object]] = [
    {"state": "KGZ", "before": {"standing": "member", "status": None}, "between": [{"kind": "withdrawal"}], "to": ["x"]}
]


def show(rows: str, format: Format = "table", raw: Raw = False) -> None:
    """Print the rows, JSON text."""
    render({"report": "fake", "rows": json.loads(rows)}, format=format, raw=raw)


def many(format: Format = "csv") -> None:
    """Print more than a pipe holds."""
    render({"rows": [{"number": number} for number in range(100_000)]}, format=format)


def fail(kind: str, path: Annotated[str, typer.Argument()] = "") -> None:
    """Fail in some way.

    Example:
        secdb fake fail usage
        secdb fake fail os
    """
    FAILURES[kind](path)


def find(state: State) -> None:
    """Name a State."""
    render({"rows": [{"state": state}]}, format="jsonl")


def note(state: Annotated[str | None, typer.Option("--state")] = None) -> None:
    """Name a State or not."""
    render({"rows": [{"state": state}]}, format="jsonl")


def wait() -> None:
    """Print a line and wait."""
    sys.stdout.write("waiting\n")
    sys.stdout.flush()
    time.sleep(60)


def ask() -> None:
    """Ask."""
    typer.confirm("Really?", abort=True)


def _raise(error: BaseException) -> None:
    raise error


def _run(path: str, *statements: str) -> None:
    with sqlite3.connect(path, timeout=0) as connection:
        for statement in statements:
            connection.execute(statement)


def _locked(path: str) -> None:
    holder = sqlite3.connect(path)
    holder.execute("BEGIN EXCLUSIVE")
    _run(path, "CREATE TABLE x (y)")


def _through_sqlalchemy(path: str) -> None:
    import sqlalchemy

    with sqlalchemy.create_engine(f"sqlite:///{path}").connect() as connection:
        connection.execute(sqlalchemy.text("SELECT 1 FROM sqlite_master"))


def _psycopg(_: str) -> None:
    import psycopg

    psycopg.connect("host=/nowhere dbname=x")


def _full(path: str) -> None:
    _run(path, "PRAGMA max_page_count = 2", "CREATE TABLE x (y)", "INSERT INTO x VALUES (zeroblob(99999))")


def _cancelled(_: str) -> None:
    import psycopg

    try:
        try:
            raise KeyboardInterrupt
        finally:
            raise psycopg.errors.QueryCanceled("COPY from stdin failed")
    except psycopg.Error as error:
        raise errors.SecdbError("it took too long") from error


class _Swallowing:
    def __del__(self) -> None:
        raise KeyboardInterrupt


def _swallowed(_: str) -> None:
    thing = _Swallowing()
    del thing
    time.sleep(60)


def _full_within(path: str) -> None:
    import sqlalchemy

    engine = sqlalchemy.create_engine(f"sqlite:///{path}", poolclass=sqlalchemy.NullPool)
    with engine.connect() as connection:
        connection.execute(sqlalchemy.text("PRAGMA max_page_count = 2"))
        try:
            connection.execute(sqlalchemy.text("CREATE TABLE x (y)"))
            connection.execute(sqlalchemy.text("INSERT INTO x VALUES (zeroblob(99999))"))
        finally:
            connection.execute(sqlalchemy.text("ROLLBACK TO sa_savepoint_1"))


FAILURES: dict[str, Callable[[str], object]] = {
    "not found": lambda _: _raise(errors.NotFoundError("no State answers to 'Atlantis';\nnearest: Austria, Latvia")),
    "ambiguous": lambda _: _raise(errors.AmbiguousError("two States answer to 'Congo'")),
    "refused": lambda _: _raise(errors.RefusedError("Armenia is a party already")),
    "date": lambda _: _raise(errors.DateError("'\x1b[2J\u202e' is not a date")),
    "database": lambda _: _raise(errors.DatabaseError("there is no register at x; make one with `secdb init`")),
    "bug": lambda _: _raise(ZeroDivisionError("division \x1b[2Jby zero")),
    "os": lambda path: Path(path).read_text("utf-8"),
    "mkdir": lambda path: Path(path, "x", "y").mkdir(),
    "no space": lambda _: _raise(OSError(28, os.strerror(28), "/dev/full")),
    "permission": lambda _: _raise(PermissionError(13, os.strerror(13), "reg\x1bister.db")),
    "not sqlite": lambda path: _run(path, "SELECT 1 FROM sqlite_master"),
    "read-only": lambda path: sqlite3.connect(f"file:{path}?mode=ro", uri=True).execute("CREATE TABLE x (y)"),
    "unopened": lambda path: _run(f"{path}/no/folder/x.db"),
    "locked": _locked,
    "full": _full,
    "constraint": lambda path: _run(path, "CREATE TABLE x (y CHECK (y > 0))", "INSERT INTO x VALUES (0)"),
    "no table": lambda path: _run(path, "SELECT 1 FROM nowhere"),
    "misused": lambda path: _run(path, "SELECT ?"),
    "sqlalchemy": _through_sqlalchemy,
    "psycopg": _psycopg,
    "cancelled": _cancelled,
    "swallowed": _swallowed,
    "full within": _full_within,
    "interrupt": lambda _: _raise(KeyboardInterrupt()),
}

TABLE = {
    name: Command(HERE, name, line)
    for name, line in [
        ("show", "Print the rows, JSON text."),
        ("many", "Print more than a pipe holds."),
        ("fail", "Fail in some way."),
        ("find", "Name a State."),
        ("wait", "Print a line and wait."),
        ("ask", "Ask."),
    ]
}


def main() -> None:
    """Run the program with the group `fake` beside its commands."""
    commands.COMMANDS = {**commands.COMMANDS, "fake": Group("Commands of the tests.", TABLE)}
    from secdb.__main__ import app

    app(prog_name="secdb")


# the environment may say what tests are about: buffers, encodings, the register
ENVIRONMENT = {n: v for n, v in os.environ.items() if not n.startswith(("PYTHON", "SECDB_")) or n == "PYTHONPATH"}
COMMAND = [sys.executable, "-c", f"from {HERE} import main; main()"]


def run(*arguments: str, env: dict[str, str] | None = None) -> subprocess.CompletedProcess[str]:
    """Return what `secdb ARGUMENTS` printed, as UTF-8, and its exit code."""
    return subprocess.run(
        [*COMMAND, *arguments],
        capture_output=True,
        check=False,
        cwd=ROOT,
        encoding="utf-8",
        env=ENVIRONMENT | (env or {}),
        stdin=subprocess.DEVNULL,
        timeout=60,
    )
