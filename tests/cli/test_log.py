"""`secdb log`, `diff`, `undo` and `verify` as a user sees them."""

from __future__ import annotations

import json
import re
import shutil
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING, Any

import pytest

from tests.inside import run

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def own(seeded_file: Path, tmp_path: Path) -> str:
    """Return a register whose second revision another program wrote."""
    path = str(shutil.copy(seeded_file, tmp_path / "own.db"))
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE state SET note = 'seen', un_admission = NULL WHERE code = 'ARM'")
    return path


def answer(path: str, *arguments: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(run("--database", path, *arguments, "-f", "json").stdout)
    return found


def test_log_lists_revisions_and_names_other_programs(own: str) -> None:
    done = run("--database", own, "log")
    assert (done.returncode, done.stderr) == (0, "")
    head, _, second, first = done.stdout.splitlines()[:4]
    assert head.split() == ["revision", "author", "message", "closed", "at", "changes", "tables"]
    assert re.match(r"\s+2  \(another program\)\s+20\d\d-.*Z\s+1  state 1$", second)
    assert re.match(r"\s+1  tests\s+Load the seeds\s+20", first)


def test_log_takes_options_and_a_command(own: str) -> None:
    assert [row["revision"] for row in answer(own, "log", "--author", "tests")["rows"]] == [1]
    shown = answer(own, "log", "show", "2")
    assert (shown["report"], shown["revision"], shown["author"]) == ("log show", 2, None)
    assert [(row["field"], row["new"]) for row in shown["rows"]] == [("note", "seen"), ("un_admission", None)]


@pytest.mark.slow
def test_bounds_and_long_values_are_for_programs(own: str) -> None:
    done = run("--database", own, "log", "show", "1")
    assert "date_latest" not in done.stdout
    assert max(map(len, done.stdout.splitlines())) < 300
    assert any(row["field"] == "date_latest" for row in answer(own, "log", "show", "1")["rows"])


def test_diff_says_what_differs(own: str) -> None:
    done = run("--database", own, "diff", "1", "2")
    assert done.stdout.startswith("Revision 1 to 2: records 0 added, 1 changed, 0 removed\n\ntable  record  label ")


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["log", "show", "9"], 1, "Error: there is no revision 9; the last is 2; list them all with: secdb log\n"),
        (["diff", "0", "9"], 1, "Error: there is no revision 9; the last is 2; list them all with: secdb log\n"),
        (["undo", "9", "-m", "x"], 1, "Error: there is no revision 9; the revisions are listed by: secdb log"),
        (["undo", "2"], 2, "Error: secdb undo 2 needs a reason; give one with -m\n"),
        (["log", "--record", "nope"], 2, "Error: 'nope' names no record; write a noun and a number or name"),
        (["log", "--since", "soon"], 2, "Error: "),
    ],
)
def test_what_goes_wrong_says_what_to_type(own: str, arguments: list[str], code: int, said: str) -> None:
    done = run("--database", own, *arguments)
    assert (done.returncode, done.stdout) == (code, "")
    assert done.stderr.startswith(said)


def test_an_undo_is_shown_tried_and_made(own: str) -> None:
    tried = run("--database", own, "undo", "2", "-m", "not ours", "--dry-run")
    assert (tried.returncode, tried.stderr) == (0, "")
    assert tried.stdout == "Undoing revision 2: 1 record changed back\nNothing was written (--dry-run).\n"
    done = run("--database", own, "undo", "2", "-m", "not ours", "--author", "Ani")
    assert done.returncode == 0
    assert done.stdout == "Undid revision 2: 1 record changed back\nRevision 3.\n"
    first = answer(own, "log", "--limit", "1")["rows"][0]
    assert (first["author"], first["message"]) == ("Ani", "Undo revision 2: not ours")
    assert answer(own, "diff", "1", "3")["rows"] == []


def test_what_stands_in_the_way_is_listed(own: str) -> None:
    run("--database", own, "undo", "2", "-m", "not ours", "--author", "Ani")
    done = run("--database", own, "undo", "2", "-m", "again")
    assert (done.returncode, done.stderr.endswith("nothing is left to undo (see: secdb log show 3)\n")) == (1, True)
    with closing(sqlite3.connect(own)) as connection, connection:
        connection.execute("UPDATE state SET note = 'other' WHERE code = 'ARM'")
    done = run("--database", own, "undo", "3", "-m", "again")
    assert done.returncode == 1
    assert re.fullmatch(
        r"Error: revision 3 cannot be undone, for later changes build on it: revision 4 \(another program, [-0-9]+\) "
        r"changed state:ARM; undo those first, the newest first: secdb undo 4 -m WHY\n",
        done.stderr,
    )


def test_verify_is_one_line_when_all_is_whole(seeded_file: Path) -> None:
    done = run("--database", str(seeded_file), "verify")
    assert (done.returncode, done.stderr) == (0, "")
    assert re.fullmatch(r"1 revision, whole; last [0-9a-f]{12}\n", done.stdout)
    found = answer(str(seeded_file), "verify")
    assert (found["report"], found["revisions"], found["whole"], found["rows"]) == ("verify", 1, True, [])
    assert len(found["head"]) == 64


def test_verify_shows_writes_of_other_programs(own: str) -> None:
    done = run("--database", own, "verify")
    assert (done.returncode, done.stderr) == (1, "")
    assert done.stdout.startswith("2 revisions, 1 fault; last ")
    run("--database", own, "undo", "2", "-m", "not ours", "--author", "Ani")
    assert run("--database", own, "verify").returncode == 0
    found = answer(own, "verify")
    assert found["whole"] is True
    assert [(row["revision"], row["rule"], row["severity"]) for row in found["rows"]] == [(2, "outside", "notice")]


def test_verify_names_the_first_bad_revision(own: str) -> None:
    with closing(sqlite3.connect(own)) as connection, connection:
        connection.execute("DROP TRIGGER revision_kept_update")
        connection.execute("UPDATE revision SET message = 'Lade' WHERE id = 1")
    found = answer(own, "verify")
    assert (found["whole"], found["rows"][0]["revision"], found["rows"][0]["rule"]) == (False, 1, "hash")
