"""Every report in every format, to the letter; the files were read, line by line, against the seeds' own claims."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from cli.commands import COMMANDS
from cli.lazy import Group
from tests.cli import fakes
from tests.cli.formats.written import FOLDER, FORMATS, REPORTS, expected, printed, without_version
from tests.cli.screen import on_terminal

if TYPE_CHECKING:
    from pathlib import Path

    from cli.lazy import Table

TESTED_ELSEWHERE = {"check"}  # its rules have tests of their own, its columns test_check.py


def reports(table: Table, group: str = "") -> set[str]:
    found: set[str] = set()
    for name, entry in table.items():
        if isinstance(entry, Group):
            found |= reports(entry.commands, f"{name}-")
        elif entry.is_report:
            found.add(f"{group}{name}")
    return found


def test_every_report_is_here() -> None:
    assert set(REPORTS) == reports(COMMANDS) - TESTED_ELSEWHERE
    assert {path.stem for path in FOLDER.iterdir()} == set(REPORTS)
    assert {report: tuple(expected(report)) for report in REPORTS} == dict.fromkeys(REPORTS, FORMATS)


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("report", REPORTS)
def test_a_report_prints_what_was_read(report: str, form: str, small: Path) -> None:
    assert printed(small, report, form) == expected(report)[form]


@pytest.mark.parametrize("report", REPORTS)
def test_a_file_gets_what_stdout_gets(report: str, small: Path, tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    assert printed(small, report, "markdown", "-o", str(path)) == ""
    assert without_version(path.read_text(encoding="utf-8")) == expected(report)["markdown"]


def test_a_program_of_its_own_prints_the_same(small: Path) -> None:
    done = fakes.run("--database", str(small), *REPORTS["members"].split(), "-f", "csv")
    assert (done.stdout, done.stderr) == (expected("members")["csv"], "")


def test_a_file_named_at_a_terminal_gets_the_table(small: Path, tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    asked = REPORTS["timeline"].replace(" --table", "").split()
    assert on_terminal(80, ["--database", str(small), *asked, "-o", str(path)]) == ("", "")
    assert without_version(path.read_text(encoding="utf-8")) == expected("timeline")["table"]
