"""`--codes`: what any report gains by it. M49 and COW numbers as published (Armenia 051, 371; Uzbekistan 860, 704)."""

from __future__ import annotations

import json
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from cli.output.coding import coding
from cli.output.render import render
from tests.inside import run


def printed(file: Path, command: str) -> str:
    done = run("--database", str(file), *command.split())
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_codes_stand_after_the_name_in_every_format(seeded_file: Path) -> None:
    command = "members cst --on 2009-09-26 --codes m49,cow"
    assert "ARM    Armenia             051  371  party   member" in printed(seeded_file, command)
    assert printed(seeded_file, f"{command} -f csv").splitlines()[1].startswith("ARM,Armenia,051,371,party,member,")
    row = json.loads(printed(seeded_file, f"{command} -f json"))["rows"][-1]
    assert list(row)[:5] == ["state", "name", "m49", "cow", "status"]
    assert (row["m49"], row["cow"]) == ("860", "704")


def test_schemes_can_be_given_one_by_one(seeded_file: Path) -> None:
    assert printed(seeded_file, "members cst --on 2009-09-26 --codes m49 --codes COW --codes m49 -f csv") == printed(
        seeded_file, "members cst --on 2009-09-26 --codes m49,cow -f csv"
    )


@pytest.mark.parametrize(
    ("command", "start"),
    [
        ("changes cst 2002 2009 --codes iso2 -f csv", "UZB,Uzbekistan,UZ,joined,"),
        ("timeline cst --codes cow -f csv", "ARM,Armenia,371,signatory,"),
        ("matrix cst --on 2009 --codes cow,iso2 -f csv", "ARM,Armenia,371,AM,party"),
        ("compare cst --datasets register,documents --codes cow -f csv", "UZB,Uzbekistan,704,start,"),
        ("signed-not-ratified csto --on 2002 --codes wikidata -f csv", "ARM,Armenia,Q399,csto,"),
        ("signatories cst-2002-statement --codes cow -f csv", "1,ARM,Armenia,371,"),
        ("who russia --on 2009-09-30 --codes cow -f csv", "RUS,Russian Federation,365,"),
    ],
)
def test_every_report_with_states_takes_them(command: str, start: str, seeded_file: Path) -> None:
    assert printed(seeded_file, command).splitlines()[1].startswith(start)


def test_a_record_of_several_tables_has_them_where_states_stand(seeded_file: Path) -> None:
    text = printed(seeded_file, "person show putin-v --codes cow")
    assert "RUS    Russian Federation  365  head_of_state  attested" in text


def test_a_row_of_a_year_has_the_codes_of_its_last_day(seeded_file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows = [{"state": "DEU", "year": year} for year in (1989, 1990)]
    with coding(["m49"], str(seeded_file), None):
        render({"rows": rows}, format="csv")
    assert capsys.readouterr().out == "state,m49,year\nDEU,280,1989\nDEU,276,1990\n"


def test_the_row_s_own_beginning_comes_before_the_last_day_of_the_report(
    seeded_file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = [{"state": "DEU", "start_latest": "1980-01-01"}, {"state": "DEU", "start_latest": None}]
    with coding(["m49"], str(seeded_file), None):
        render({"rows": rows, "to": "2000-12-31"}, format="csv")
    assert capsys.readouterr().out == "state,m49,start_latest\nDEU,280,1980-01-01\nDEU,276,\n"


def test_two_states_of_a_row_have_their_own(seeded_file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    row = {"state_a": "ARM", "name_a": "Armenia", "state_b": "XXX", "name_b": "Nowhere", "weight": 1}
    with coding(["cow"], str(seeded_file), None):
        render({"rows": [row], "on": "2009-09-26"}, format="csv")
    expected = "state_a,name_a,cow_a,state_b,name_b,cow_b,weight\nARM,Armenia,371,XXX,Nowhere,,1\n"
    assert capsys.readouterr().out == expected


def test_an_empty_report_has_the_columns(seeded_file: Path) -> None:
    header = printed(seeded_file, "members cst --on 1900 --codes cow,m49 -f csv").splitlines()[0]
    assert header.startswith("state,name,cow,m49,status,")


@pytest.mark.parametrize(
    ("command", "message"),
    [
        ("members cst --on 2009 --codes fips", "there are no codes 'fips'; there are: iso3, cow, gw, m49, "),
        ("person show putin-v --codes cow -f csv", "no State stands in the rows of this report"),
        ("timeline cst --draw --codes cow", "a drawing has no columns for codes; ask for a table"),
    ],
)
def test_codes_that_cannot_be_given_are_refused(command: str, message: str, seeded_file: Path) -> None:
    done = run("--database", str(seeded_file), *command.split())
    assert (done.returncode, done.stdout) == (2, "")
    assert message in done.stderr


def test_numbers_of_gleditsch_and_ward_are_those_of_the_day(seeded_file: Path) -> None:
    asked = "SELECT state, code, valid FROM state_codes WHERE scheme = 'gw' AND code IN ('255', '260', '340', '678')"
    with closing(sqlite3.connect(seeded_file)) as connection:
        assert set(connection.execute(asked)) == {
            ("DEU", "255", "1871-01-18/1945-05-07"),
            ("DEU", "260", "1949-09-21/.."),
            ("SRB", "340", None),
            ("YAR", "678", "1918/1990-05-21"),
            ("YEM", "678", "1990-05-22/.."),
        }
    listed = printed(seeded_file, "members cst --on 2009 --codes gw -f csv")
    assert listed.splitlines()[1].startswith("ARM,Armenia,371,party,")


def test_a_scheme_without_any_code_is_told(seeded_file: Path, tmp_path: Path) -> None:
    path = Path(shutil.copy(seeded_file, tmp_path / "register.db"))
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("DELETE FROM state_code WHERE scheme = 'gw'")
    done = run("--database", str(path), "members", "cst", "--on", "2009", "--codes", "gw", "-f", "csv")
    assert done.stderr == "The register has no codes of the scheme gw.\n"
    assert done.stdout.splitlines()[1].startswith("ARM,Armenia,,party,")


def test_codes_are_those_recorded_at_the_revision(seeded_file: Path) -> None:
    assert "371" in printed(seeded_file, "members cst --on 2009 --codes cow --as-recorded 1 -f csv")
