"""The commands of the pages are run as a shell would run them, and what they print is the same every day."""

from __future__ import annotations

import datetime as dt
import os
import sys
from typing import TYPE_CHECKING

import pytest

from docs.commands import environment_of, run_block
from tests.inside import ROOT

if TYPE_CHECKING:
    from pathlib import Path


def ran(folder: Path, block: str, *typed: str) -> list[str]:
    return run_block(block, typed, folder, environment_of(folder, ROOT)).splitlines()


def test_what_a_command_prints_takes_the_place_of_what_stood_there(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text("new\n")
    assert ran(tmp_path, "$ head -1 one.txt\nold\n$ export X=1\n") == ["$ head -1 one.txt", "new", "$ export X=1"]


def test_a_star_names_files_in_their_order_or_stands_for_itself(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt"):
        (tmp_path / name).write_text(f"{name}\n")
    assert ran(tmp_path, "$ sed -n p *.txt")[1:] == ["a.txt", "b.txt"]
    assert ran(tmp_path, "$ sed s/x*/y/ a.txt")[1:] == ["ya.txt"]


def test_an_arrow_writes_to_a_file_byte_for_byte(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_bytes(b"a\r\nb\xff")
    assert ran(tmp_path, "$ sed -n p one.txt > two.txt") == ["$ sed -n p one.txt > two.txt"]
    assert (tmp_path / "two.txt").read_bytes() == b"a\r\nb\xff"


def test_times_days_of_today_and_hashes_are_the_same_every_day(tmp_path: Path) -> None:
    today = dt.datetime.now(tz=dt.UTC).date()
    (tmp_path / "one.txt").write_text(
        f"cst on {today}: 6\n{today}T01:02:03.456Z\n1 revision, whole; last 00ffee112233\n"
    )
    assert ran(tmp_path, "$ head one.txt")[1:] == [
        "cst on 2026-01-15: 6",
        "2026-01-15T10:00:00.000Z",
        "1 revision, whole; last 0123456789ab",
    ]


def test_a_traceback_is_no_page(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text("Traceback (most recent call last):\n")
    with pytest.raises(RuntimeError, match="most recent call last"):
        ran(tmp_path, "$ head one.txt")


def test_the_year_of_a_reference_is_the_same_every_year(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text("  year = {2031},\nthe year = {1999}\n")
    assert ran(tmp_path, "$ head one.txt")[1:] == ["  year = {2026},", "the year = {1999}"]


def test_what_is_not_installed_keeps_its_output_and_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    block = "$ Rscript one.R\n1 2\n\n3\n$ export X=1\nold\n$ sqlite3 x.db\n4\n"
    assert ran(tmp_path, block) == ["$ Rscript one.R", "1 2", "", "3", "$ export X=1", "$ sqlite3 x.db", "4"]
    assert capsys.readouterr().err.splitlines() == [
        "not run here, what the page says it printed stays: Rscript one.R",
        "not run here, what the page says it printed stays: sqlite3 x.db",
    ]


@pytest.mark.skipif(os.name == "nt", reason="there are no such scripts")
def test_what_is_installed_is_run_and_may_not_fail(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    tool = tmp_path / "sqlite3"
    tool.write_text("#!/bin/sh\necho told; echo warned >&2; exit $1\n")
    tool.chmod(0o755)
    assert ran(tmp_path, "$ sqlite3 0\nold\n") == ["$ sqlite3 0", "told"]
    with pytest.raises(RuntimeError, match="warned"):
        ran(tmp_path, "$ sqlite3 1\nold\n")


def test_python_is_the_one_that_makes_the_pages(tmp_path: Path) -> None:
    (tmp_path / "one.py").write_text("import secdb, sys\nprint(sys.executable)\n")
    assert ran(tmp_path, "$ python one.py")[1:] == [sys.executable]


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="there are no such terminals")
def test_what_is_typed_is_typed_where_the_program_asks(tmp_path: Path) -> None:
    ran(tmp_path, "$ secdb init --states")
    command = "$ secdb person add"
    assert ran(tmp_path, command, "Ann Berg", "Enter")[-2:] == ["Added person berg-a: Ann Berg", "Revision 2."]
    with pytest.raises(RuntimeError, match="does not ask"):
        ran(tmp_path, command, "Ben Berg", "Enter", "more")
