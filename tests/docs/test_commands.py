"""The commands of the pages are run as a shell would run them, and what they print is the same every day."""

from __future__ import annotations

import datetime as dt
import os
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


@pytest.mark.skipif(os.name == "nt", reason="there are no such terminals")
def test_what_is_typed_is_typed_where_the_program_asks(tmp_path: Path) -> None:
    ran(tmp_path, "$ secdb init --states")
    command = "$ secdb person add"
    assert ran(tmp_path, command, "Ann Berg", "Enter")[-2:] == ["Added person berg-a: Ann Berg", "Revision 2."]
    with pytest.raises(RuntimeError, match="does not ask"):
        ran(tmp_path, command, "Ben Berg", "Enter", "more")
