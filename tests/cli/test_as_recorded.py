"""`--as-recorded N` on everything that reads the register."""

from __future__ import annotations

import inspect
import json
import shutil
from importlib import import_module
from typing import TYPE_CHECKING

import pytest

from cli.commands import COMMANDS
from cli.lazy import Group
from secdb import database
from secdb.register import revise
from tests.inside import run

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from cli.lazy import Command, Table

REPORTS = {"info", "members", "changes", "timeline", "history", "who", "signatories", "sql", "check"}
REPORTS |= {"matrix", "compare", "signed-not-ratified", "panel", "dyads", "network", "search"}
READING = {"list", "show", "explain"}


def reading_commands(table: Table, group: str = "") -> Iterator[tuple[str, Command]]:
    for name, entry in table.items():
        if isinstance(entry, Group):
            yield from reading_commands(entry.commands, name)
        elif name in (READING if group else REPORTS) and group != "log":  # the log is about revisions itself
            yield f"{group} {name}".strip(), entry


COMMANDS_THAT_READ = dict(reading_commands(COMMANDS))


@pytest.fixture(scope="module")
def corrected(seeded_file: Path, tmp_path_factory: pytest.TempPathFactory) -> str:
    """Return the path of the seeds with a second revision: no return of Uzbekistan."""
    path = shutil.copy(seeded_file, tmp_path_factory.mktemp("recorded") / "register.db")
    engine = database.engine(f"sqlite:///{path}")
    with revise(engine, author="Ani", message="no return") as writer:
        writer.session.connection().exec_driver_sql(
            "UPDATE act SET rank = 'deprecated' WHERE id = 34 OR contests_id = 34"
        )
    engine.dispose()
    return str(path)


def test_the_commands_that_read_are_found() -> None:
    some = {"person show", "state list", "act show", "membership explain", "head-of-state list"}
    assert COMMANDS_THAT_READ.keys() >= REPORTS | some


@pytest.mark.parametrize("name", COMMANDS_THAT_READ)
def test_every_command_that_reads_takes_it(name: str) -> None:
    entry = COMMANDS_THAT_READ[name]
    function = getattr(import_module(entry.module, "cli"), entry.function)
    assert "as_recorded" in inspect.signature(function).parameters


@pytest.mark.parametrize(("options", "members", "revision"), [(["--as-recorded", "1"], 7, 1), ([], 6, 2)])
def test_members_as_recorded(corrected: str, options: list[str], members: int, revision: int) -> None:
    done = run("--database", corrected, "members", "cst", "--on", "2009-09-26", "-f", "json", *options)
    answer = json.loads(done.stdout)
    assert (answer["count"]["member"], answer["revision"]) == (members, revision)


@pytest.mark.parametrize(
    "command",
    [
        "members cst --on 2009",
        "changes cst 2002 2009 --sources",
        "timeline cst",
        "timeline cst --draw",
        "history uzbekistan --sources",
        "who russia --on 2009-09-30",
        "signatories cst-2009-letter",
        "matrix cst csto --on 2009-09-26 --sources",
        "panel cst --from 2005 --to 2012 --sources",
        "dyads cst --from 2006 --to 2006 --sources",
        "network --on 2009-09-26 --sources",
        "network --by signature --to 2009 --sources",
        "compare cst --datasets register,documents --sources",
        "signed-not-ratified cst --on 1992 --sources",
        "person show putin-v",
        "search uzbekistan membership",
        "membership list cst",
        "membership show cst uzbekistan",
        "membership explain cst uzbekistan --on 2009-09-26",
        "act list",
        "act show 34",
        "state list",
        "state show uzbekistan",
        "person list",
        "treaty show cst",
        "organization list",
        "roster show 2",
        "document show cst-2002 --text",
        "statement list",
        "dataset show register",
        "head-of-state list",
        "representative list --on 2009-09-30",
        "check",
    ],
)
def test_each_prints_what_it_printed_at_that_revision(command: str, corrected: str, seeded_file: Path) -> None:
    then = run("--database", str(seeded_file), *command.split())
    now = run("--database", corrected, *command.split(), "--as-recorded", "1")
    assert (now.returncode, now.stdout, now.stderr) == (then.returncode, then.stdout, then.stderr)
    assert now.stdout


def test_sql_as_recorded(corrected: str) -> None:
    query = "SELECT MAX(revision) AS last, (SELECT rank FROM acts WHERE act = 34) AS rank FROM revisions"
    done = run("--database", corrected, "sql", query, "--as-recorded", "1", "-f", "jsonl")
    assert json.loads(done.stdout) == {"last": 1, "rank": "preferred"}


def test_sql_as_recorded_only_reads(corrected: str) -> None:
    for query in ("DELETE FROM act", "ATTACH 'x.db' AS x", "PRAGMA query_only = OFF"):
        done = run("--database", corrected, "sql", query, "--as-recorded", "1")
        assert (done.returncode, done.stdout, done.stderr.count("\n")) == (1, "", 1)


def test_sql_as_recorded_of_a_server_runs_on_sqlite(seeded_server: str) -> None:
    done = run("--database", seeded_server, "sql", "SELECT 1 FROM sqlite_master", "--as-recorded", "1", "--limit", "1")
    assert (done.returncode, done.stdout) == (0, "1\n-\n1\n")


def test_info_as_recorded(corrected: str) -> None:
    answer = json.loads(run("--database", corrected, "info", "--as-recorded", "0", "-f", "json").stdout)
    assert (answer["states"], answer["revision"], answer["database"]) == (0, 0, corrected)


@pytest.mark.parametrize("number", ["-1", "3", "99999999999999999999"])
@pytest.mark.parametrize("command", ["members cst", "act list", "sql SELECT"])
def test_a_revision_that_does_not_exist_is_one_line(command: str, number: str, corrected: str) -> None:
    done = run("--database", corrected, *command.split(), "--as-recorded", number)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == f"Error: there is no revision {number}; the last is 2 (list them with: secdb log)\n"


def test_what_is_no_number_is_wrong_usage(corrected: str) -> None:
    assert run("--database", corrected, "members", "cst", "--as-recorded", "last").returncode == 2
