"""`secdb export csv|jsonl|parquet|popolo`: what is printed, where it goes, and the exit codes."""

from __future__ import annotations

import json
import sqlite3
import sys
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from tests.inside import run

if TYPE_CHECKING:
    import subprocess
    from pathlib import Path

ORGANIZATIONS = (
    "organization,name,treaty,note\n"
    "csto,Collective Security Treaty Organization,csto-charter,Its members are the parties to its Charter\n"
)
NO_TYPES = "CSV cannot tell an empty text from no value (0 empty texts here), nor of what type a column is"


def export(register: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return run("--database", str(register), "export", *arguments)


def test_a_view_goes_to_stdout_and_what_is_lost_to_stderr(seeded_file: Path) -> None:
    done = export(seeded_file, "csv", "-", "--view", "organizations")
    assert (done.returncode, done.stdout, done.stderr) == (0, ORGANIZATIONS, f"Not carried: {NO_TYPES}.\n")
    done = export(seeded_file, "jsonl", "-", "--view", "treaty_relations")
    assert json.loads(done.stdout) == {"treaty": "csto-charter", "kind": "requires", "related": "cst"}


def test_a_file_and_a_folder_are_told_apart_by_the_ending(seeded_file: Path, tmp_path: Path) -> None:
    path = tmp_path / "bodies.CSV"
    done = export(seeded_file, "csv", str(path), "--view", "organizations")
    assert (done.returncode, done.stdout, path.read_text("utf-8")) == (0, "", ORGANIZATIONS)
    assert done.stderr == f"Not carried: {NO_TYPES}.\nWrote 1 row of 1 view to {path} as of revision 1.\n"
    export(seeded_file, "csv", str(tmp_path / "bodies"), "--view", "organizations", "--view", "acts")
    assert sorted(one.name for one in (tmp_path / "bodies").iterdir()) == ["acts.csv", "organizations.csv"]


def test_a_formula_is_made_harmless_unless_asked_not_to(seeded_file: Path, tmp_path: Path) -> None:
    own = tmp_path / "own.db"
    own.write_bytes(seeded_file.read_bytes())
    with closing(sqlite3.connect(own)) as connection, connection:
        connection.execute("UPDATE organization SET note = '=HYPERLINK(1)'")
    done = export(own, "csv", "-", "--view", "organizations")
    assert done.stdout.endswith(",csto-charter,'=HYPERLINK(1)\n")
    changed = "1 cell has an apostrophe before what a spreadsheet would run as a formula (--raw leaves it out)"
    assert done.stderr.splitlines()[1] == f"Not carried: {changed}."
    done = export(own, "csv", "-", "--view", "organizations", "--raw")
    assert done.stdout.endswith(",csto-charter,=HYPERLINK(1)\n")
    assert done.stderr == f"Not carried: {NO_TYPES}.\n"


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (("csv", "-"), 2, "a file takes one view: name it with --view, or name a folder for several"),
        (("jsonl", "all.jsonl"), 2, "a file takes one view"),
        (("csv", "-", "--view", "act"), 1, "there is no view 'act'; nearest: acts"),
        (("jsonl", "-", "--view", "acts", "--dataset", "cow"), 1, "there is no dataset 'cow'; there are documents, "),
        (("popolo", "-", "--dataset", "cow"), 1, "there is no dataset 'cow'"),
        (("csv", "-", "--view", "acts", "--as-recorded", "9"), 1, "there is no revision 9"),
    ],
)
def test_what_cannot_be_met_says_why(arguments: tuple[str, ...], code: int, message: str, seeded_file: Path) -> None:
    done = export(seeded_file, *arguments)
    assert (done.returncode, done.stdout) == (code, "")
    assert message in done.stderr


def test_parquet_does_not_go_to_stdout(seeded_file: Path) -> None:
    pytest.importorskip("pyarrow", reason="the extra `arrow` is not installed")
    done = export(seeded_file, "parquet", "-", "--view", "acts")
    assert (done.returncode, done.stdout, done.stderr) == (2, "", "Error: Parquet is no text: name a file\n")


def test_a_register_that_is_not_there_is_not_made(tmp_path: Path) -> None:
    done = export(tmp_path / "none.db", "csv", str(tmp_path / "tables"))
    assert (done.returncode, list(tmp_path.iterdir())) == (3, [])
    assert "secdb init" in done.stderr


def test_what_is_there_needs_force(seeded_file: Path, tmp_path: Path) -> None:
    path = tmp_path / "register.json"
    path.write_text("mine")
    done = export(seeded_file, "popolo", str(path))
    assert (done.returncode, path.read_text()) == (1, "mine")
    assert "already; replace it with --force" in done.stderr
    done = export(seeded_file, "popolo", str(path), "--force")
    assert done.returncode == 0
    assert done.stderr.splitlines()[-1] == (
        f"Wrote 13 persons, 208 organizations, 19 posts, 32 memberships to {path} as of revision 1."
    )
    assert len(json.loads(path.read_bytes())["memberships"]) == 32


def test_popolo_says_in_few_lines_what_it_cannot_carry(seeded_file: Path) -> None:
    done = export(seeded_file, "popolo", "-")
    assert list(json.loads(done.stdout)) == ["persons", "organizations", "posts", "memberships"]
    assert [line.partition(": ")[0] for line in done.stderr.splitlines()] == ["Not carried"] * 3


def test_without_pyarrow_parquet_says_what_to_install(
    seeded_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow.parquet", None)
    done = export(seeded_file, "parquet", str(tmp_path / "tables"))
    assert done.returncode == 1
    assert done.stderr == "Error: a Parquet file needs pyarrow; install it with: pip install 'secdb[arrow]'\n"


@pytest.mark.parametrize("form", ["csv", "jsonl", "parquet", "popolo"])
def test_help_says_what_each_cannot_carry(form: str) -> None:
    assert " cannot carry: " in run("export", form, "--help").stdout
