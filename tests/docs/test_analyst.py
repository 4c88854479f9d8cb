"""docs/analyst.md: its numbers are those worked out by hand, and its R and SQL run where they can."""

from __future__ import annotations

import csv
import re
import shutil
import sqlite3
import subprocess
from contextlib import closing
from pathlib import Path

import pytest

from docs.commands import is_here
from docs.picture import is_alike
from secdb.database.reader import open_register

DOCS = Path(__file__).parents[2] / "docs"
PAGE = (DOCS / "analyst.md").read_text(encoding="utf-8")
FIGURE = (DOCS / "analyst.svg").read_text(encoding="utf-8")

# in force for all nine on 1994-04-20, three not renewed five years later, Uzbekistan back and suspended
BY_DAY = [
    ("register", "1994-04-20", 9, 9),
    ("register", "1999-04-20", 6, 6),
    ("register", "2006-08-16", 7, 7),
    ("register", "2012-12-19", 6, 6),
    ("documents", "1994-04-20", 0, 6),  # the six of 2002 may have been bound before, and the seven of 2009 after
    ("documents", "2002-05-14", 6, 6),
    ("documents", "2002-05-15", 6, 7),
    ("documents", "2009-09-26", 7, 7),
    ("documents", "2009-09-27", 0, 7),
]
ON_THE_LAST_DAY = [0] * 2 + [9] * 5 + [6] * 7 + [7] * 6 + [6] * 3  # 1992, 1993; 1994-8; 1999-2005; 2006-11; 2012-4


def named(name: str) -> str:
    """Return the block of the page that is written to a file of this name."""
    found = re.search(rf"```\w+ {re.escape(name)}\n(.*?)```", PAGE, re.DOTALL)
    assert found is not None
    return found[1]


def printed(command: str) -> list[str]:
    """Return the lines that stand below a command, up to the next one."""
    found = re.search(rf"^\$ {re.escape(command)}\n(.*?)^(?:\$ |```)", PAGE, re.DOTALL | re.MULTILINE)
    assert found is not None
    return found[1].splitlines()


@pytest.fixture
def folder(seeded_file: Path, tmp_path: Path) -> Path:
    """Return a folder with the register and the files of the page, as its commands find them."""
    shutil.copy(seeded_file, tmp_path / "treaties.db")
    for name in ("mine.csv", "merge.R", "count.sql"):
        (tmp_path / name).write_text(named(name), encoding="utf-8")
    return tmp_path


def run(command: list[str], folder: Path) -> list[str]:
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=True)
    return [line.rstrip() for line in done.stdout.splitlines()]


def test_the_rules_differ_in_the_years_in_which_something_happened() -> None:
    rows = [line.split() for line in printed("python rules.py")]
    assert rows[0] == ["jan1", "dec31", "any", "all"]
    assert rows[2:] == [
        ["1994", "0", "9", "9", "0"],
        ["1999", "9", "6", "9", "6"],
        ["2006", "6", "7", "7", "6"],
        ["2012", "7", "6", "7", "6"],
    ]


def test_the_merge_finds_what_the_year_grained_value_misses() -> None:
    rows = [line.split()[1:] for line in printed("python merge.py")[-9:]]
    days = {"2006": "138", "2011": "365", "2012": "353"}  # 16 August to 31 December; all; 1 January to 18 December
    uzbekistan = [
        ["704", year, str(int(year <= "2011")), str(int("2006" <= year <= "2011")), "0", days.get(year, "0")]
        for year in ("2002", "2003", "2004", "2005", "2006", "2011", "2012", "2013")
    ]
    assert rows == [["701", "2012", "0", "0", "0", "0"], *uzbekistan]


def test_days_are_days_in_pandas() -> None:
    dtypes = dict(line.split() for line in printed("python merge.py")[:6])
    assert dtypes["start_latest"] == dtypes["end_earliest"] == "datetime64[s]"
    assert (dtypes["state"], dtypes["year"], dtypes["member"]) == ("string", "Int64", "Int8")


def test_r_counts_the_last_days_of_the_years_and_finds_four_wrong() -> None:
    lines = printed("Rscript merge.R")
    counts = {year: number for line in (0, 2) for year, number in zip(*two(lines, line), strict=True)}
    assert counts == {str(year): str(count) for year, count in zip(range(1992, 2015), ON_THE_LAST_DAY, strict=True)}
    assert [line.split() for line in lines[5:]] == [["704", str(year), "1", "0"] for year in range(2002, 2006)]


def two(lines: list[str], first: int) -> tuple[list[str], list[str]]:
    return lines[first].split(), lines[first + 1].split()


@pytest.mark.skipif(not is_here("Rscript"), reason="R with DBI and RSQLite is not installed")
def test_the_r_of_the_page_prints_what_stands_there(folder: Path) -> None:
    assert run(["Rscript", "merge.R"], folder) == printed("Rscript merge.R")


def test_the_sql_counts_by_the_day_on_both_engines(seeded_url: str) -> None:
    with open_register(seeded_url) as register:
        rows = register.rows(named("count.sql").rstrip().rstrip(";"))
    assert [(row["dataset"], str(row["day"]), row["certain"], row["at_most"]) for row in rows] == BY_DAY


def test_the_sql_prints_what_stands_on_the_page(folder: Path) -> None:
    with closing(sqlite3.connect(f"file:{folder}/treaties.db?mode=ro", uri=True)) as db:
        found = db.execute((folder / "count.sql").read_text(encoding="utf-8"))
        rows = [[column[0] for column in found.description], *([str(value) for value in row] for row in found)]
    assert rows == list(csv.reader(printed('sqlite3 -readonly -header -csv treaties.db ".read count.sql"')))
    assert rows[1:] == [list(map(str, row)) for row in BY_DAY]


@pytest.mark.skipif(not is_here("sqlite3"), reason="the sqlite3 shell is not installed")
def test_the_sqlite3_shell_prints_what_stands_on_the_page(folder: Path) -> None:
    command = ["sqlite3", "-readonly", "-header", "-csv", "treaties.db", ".read count.sql"]
    assert run(command, folder) == printed('sqlite3 -readonly -header -csv treaties.db ".read count.sql"')


def test_the_figure_shows_nine_six_seven_six() -> None:
    words = re.findall(r"<text[^>]*>([^<]+)</text>", FIGURE)
    line = " ".join(words)
    assert re.findall(r"(\d) (since \S+)", line) == [
        ("9", "since 1994-04-20"),
        ("6", "since 1999-04-20"),
        ("7", "since 2006-08-16"),
    ]
    assert "since 2006-08-16 6 Armenia" in line  # there is no room for its day
    assert "suspended" in line
    assert {"Armenia", "Azerbaijan", "Belarus", "Georgia", "Russian Federation", "Uzbekistan"} <= {*words}


def test_figures_are_alike_but_for_parts_of_a_point() -> None:
    line = '<path d="M 109.438125 51" id="p1"/>'
    assert is_alike(line, line.replace("109.438125", "109.4339"))
    assert not is_alike(line, line.replace("109.438125", "109.5125"))  # a day further in the figure
    assert not is_alike(line, line.replace("path", "line"))
    assert not is_alike("<text>2006</text>", "<text>2007</text>")
    assert not is_alike(FIGURE, FIGURE.replace("suspended", "withdrawn"))


def test_no_command_of_the_page_went_unrun() -> None:
    quiet = {"export", "secdb"}  # with -o nothing is printed
    blocks = re.findall(r"^```console\n(.*?)^```", PAGE, re.MULTILINE | re.DOTALL)
    commands = [line[2:] for block in blocks for line in block.splitlines() if line.startswith("$ ")]
    assert {command.split()[0] for command in commands} == {
        "secdb",
        "export",
        "python",
        "grep",
        "head",
        "Rscript",
        "sqlite3",
    }
    assert [command for command in commands if not printed(command) and command.split()[0] not in quiet] == []
    assert [
        command for command in commands if "secdb" in command and " -o " not in command and not printed(command)
    ] == []
