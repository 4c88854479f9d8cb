"""Tables made by people: every fault is told with its line, and the rest of the rows is recorded or nothing is."""

from __future__ import annotations

import csv
import re
from typing import TYPE_CHECKING

import pytest

from secdb import database
from secdb.register.desk.writing import carry_out, enter
from tests.acceptance.big_table import FAULTS, needed, table
from tests.acceptance.outside import asked, held, inside, run

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from subprocess import CompletedProcess

    Run = Callable[..., CompletedProcess[str]]

LISTED = re.compile(r"^  acts\.csv:(\d+): (.*)$", re.MULTILINE)
OF_THE_TABLE = "SELECT count(*) FROM acts WHERE treaty LIKE 'treaty-%%'"


def prepare(url: str) -> None:
    engine = database.engine(database.locate(url).url)
    carry_out(engine, lambda desk: enter(desk, needed()), author="tests", message="What the table names")
    engine.dispose()


def check_table(url: str, folder: Path, *, size: int, planted: int, run: Run) -> None:
    """Import a table with faults in every way there is."""
    prepare(url)
    content, said = table(size, planted)
    (folder / "acts.csv").write_bytes(content)
    before = held(url)
    command = ("import", "csv", "acts.csv", "--as", "act")

    refused = run(url, *command, folder=folder)
    assert refused.returncode == 1
    assert refused.stderr.startswith(f"Error: {planted} problems in the data; nothing was written\n")
    assert refused.stdout == ""
    listed = {int(line): words for line, words in LISTED.findall(refused.stderr)}
    assert not {line: (words, listed.get(line)) for line, words in said.items() if words not in listed.get(line, "")}
    assert listed.keys() == said.keys()
    assert held(url) == before

    tried = run(url, *command, "--rejects", "rejects.csv", "--dry-run", folder=folder)
    assert (tried.returncode, "Nothing was written (--dry-run)" in tried.stdout) == (0, True), tried.stderr
    assert f"{planted} rows would go to rejects.csv." in tried.stderr
    assert (held(url), (folder / "rejects.csv").exists()) == (before, False)

    done = run(url, *command, "--rejects", "rejects.csv", folder=folder)
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith(f"Added act: {size - planted}\n")
    assert f"{planted} rows not recorded: see rejects.csv." in done.stderr
    rejects = reasons(folder / "rejects.csv")
    assert rejects.keys() == said.keys()
    assert not {line: rejects[line] for line, words in said.items() if words not in rejects[line]}
    assert asked(url, OF_THE_TABLE) == [(size - planted,)]

    after = held(url)
    again = run(url, *command, "--rejects", "again.csv", folder=folder)
    assert again.stdout.startswith(f"On record already: act: {size - planted}\n"), again.stdout + again.stderr
    assert reasons(folder / "again.csv").keys() == said.keys()
    assert held(url) == after


def reasons(rejects: Path) -> dict[int, str]:
    with rejects.open(encoding="utf-8", newline="") as file:
        return {int(row["line"]): row["reject_reason"] for row in csv.DictReader(file)}


@pytest.mark.server_later
def test_faults_of_every_kind_are_told_and_the_other_rows_recorded(own_url: str, tmp_path: Path) -> None:
    check_table(own_url, tmp_path, size=300, planted=2 * len(FAULTS), run=inside)


@pytest.mark.slow
def test_of_ten_thousand_rows_exactly_the_two_hundred_faults_are_rejected(own_url: str, tmp_path: Path) -> None:
    check_table(own_url, tmp_path, size=10_000, planted=200, run=run)


def imported(url: str, folder: Path, text: str, *options: str, code: int = 0) -> str:
    (folder / "rows.csv").write_text(text, encoding="utf-8")
    done = inside(url, "import", "csv", "rows.csv", *options, folder=folder)
    assert done.returncode == code, done.stderr
    return done.stdout if code == 0 else done.stderr


def test_rejects_are_corrected_and_imported_as_they_are(seeded_copy: str, tmp_path: Path) -> None:
    text = "treaty,state,kind,date\ncst,ARM,declaration,2023-02-30\n"
    text += "cst,Atlantis,declaration,2001\ncst,RUS,declaration,2002\n"
    imported(seeded_copy, tmp_path, text, "--as", "act", "--rejects", "out.csv")
    rejects = (tmp_path / "out.csv").read_text(encoding="utf-8")
    assert rejects.startswith("file,line,reason,treaty,state,kind,date\nrows.csv,2,")
    right = rejects.replace("declaration,2023-02-30", "declaration,2023-02-28").replace("cst,Atlantis", "cst,BLR")
    assert "Added act: " not in imported(seeded_copy, tmp_path, right, "--as", "act")
    found = asked(seeded_copy, "SELECT state, date, note FROM acts WHERE kind = 'declaration' ORDER BY state")
    assert found == [("ARM", "2023-02-28", None), ("BLR", "2001", None), ("RUS", "2002", None)]


def test_states_from_a_table(own_url: str, tmp_path: Path) -> None:
    text = "code,name,alias,existence\nXAA,Ruritania,Ruritanien;Ruritanie,1894/..\nXAB,Syldavia,,1939\n"
    assert imported(own_url, tmp_path, text, "--as", "state").splitlines() == [
        "Added state XAA: Ruritania",
        "Added state XAB: Syldavia",
        "Revision 2.",
    ]
    names = "SELECT name, form FROM state_names WHERE state = 'XAA' ORDER BY name"
    assert asked(own_url, names) == [("Ruritania", "short"), ("Ruritanie", "variant"), ("Ruritanien", "variant")]


def test_persons_and_their_tenures_from_tables(own_url: str, tmp_path: Path) -> None:
    text = "Name,also,page\nMaria Petrova,M. Petrova,1\n"
    maps = ("--map", "also=alias", "--map", "page=")
    assert "Added person petrova-m" in imported(own_url, tmp_path, text, "--as", "person", *maps)
    text = "person;state;office;from;to\nM. Petrova;Belarus;Minister for foreign affairs;1 March 1997;2000\n"
    assert "Added tenure 1" in imported(own_url, tmp_path, text, "--as", "tenure")
    assert asked(own_url, "SELECT office, valid FROM tenure") == [("minister_for_foreign_affairs", "1997-03-01/2000")]


def test_signatories_from_a_table_stand_after_those_on_record(own_url: str, tmp_path: Path) -> None:
    text = "statement,state,person\ncst-2002-letter,UZB,\ncst-2002-letter,TKM,S. Lavrov\n"
    imported(own_url, tmp_path, text, "--as", "signatory")
    found = asked(
        own_url,
        "SELECT position, state, person FROM signatories WHERE statement = 'cst-2002-letter' ORDER BY position",
    )
    assert found[6:] == [(7, "UZB", None), (8, "TKM", "lavrov-s")]


def test_rows_that_agree_but_for_the_state_are_one_roster(own_url: str, tmp_path: Path) -> None:
    text = "treaty,on,state,complete\ncst,2005-01-01,ARM,yes\ncst,2005-01-01,BLR,yes\ncst,2006-01-01,RUS,no\n"
    assert "Revision 2." in imported(own_url, tmp_path, text, "--as", "roster")
    found = asked(
        own_url,
        "SELECT on_edtf, complete, count(*) FROM roster JOIN roster_entry ON roster_id = roster.id "
        "WHERE on_edtf LIKE '200%%-01-01' GROUP BY on_edtf, complete ORDER BY on_edtf",
    )
    assert found == [("2005-01-01", 1, 2), ("2006-01-01", 0, 1)]


def test_a_state_that_cannot_be_read_takes_its_roster_to_the_rejects(seeded_copy: str, tmp_path: Path) -> None:
    text = "treaty,on,state\ncst,2005-01-01,ARM\ncst,2005-01-01,Atlantis\ncst,2006-01-01,RUS\n"
    imported(seeded_copy, tmp_path, text, "--as", "roster", "--rejects", "out.csv")
    lines = (tmp_path / "out.csv").read_text().splitlines()
    assert lines[1] == 'rows.csv,2,"stands with line 3, which is refused",cst,2005-01-01,ARM'
    assert lines[2].startswith("rows.csv,3,\"state 'Atlantis': there is no state 'Atlantis';")
    assert len(lines) == 3


HEADERS: list[tuple[str, tuple[str, ...], int, str]] = [
    (
        "treaty,stat,kind,date\n",
        (),
        1,
        "rows.csv:1: stat: act has no such field; say which it is with --map 'stat=state'",
    ),
    ("treaty,state,state,date\n", (), 1, "the header has the column 'state' twice"),
    ("treaty,state,State,date\n", (), 1, "state: is given by more than one column"),
    ("treaty,,state,date\n", (), 1, "column 2 of the header has no name"),
    ("", (), 1, "has no header; name the columns in the first line"),
    ("treaty,state,kind,date\n", ("--map", "Country=state"), 2, "the file has no column 'Country'"),
    ("treaty,land,kind,date\n", ("--map", "land=stat"), 2, "act has no field 'stat'; it has treaty"),
    ("treaty,land,kind,date\n", ("--map", "land"), 2, "with = between them, not 'land'"),
]


def test_a_header_that_does_not_fit_is_told_before_anything_else(seeded_file: Path, tmp_path: Path) -> None:
    for text, options, code, words in HEADERS:
        assert words in imported(str(seeded_file), tmp_path, text, "--as", "act", *options, code=code)


def test_a_table_without_a_row_writes_nothing(seeded_copy: str, tmp_path: Path) -> None:
    before = held(seeded_copy)
    said = "Error: rows.csv has no rows below its header; nothing was written\n"
    assert imported(seeded_copy, tmp_path, "treaty,state,kind,date\n", "--as", "act", code=1) == said
    assert held(seeded_copy) == before
    assert asked(seeded_copy, "SELECT max(id) FROM revision") == [(1,)]


def test_a_table_that_is_not_there_is_told(seeded_file: Path, tmp_path: Path) -> None:
    done = inside(str(seeded_file), "import", "csv", "none.csv", "--as", "act", folder=tmp_path)
    assert (done.returncode, done.stderr) == (1, "Error: none.csv: cannot be opened: No such file or directory\n")
