"""The Collective Security Treaty, asked from outside: what the documents and the literature say of each day.

Values are those of the treaty's claims as published (signature 1992-05-15, in force 1994-04-20, non-renewal 1999-04-20,
Uzbekistan's return 2006-08-16 and suspension 2012-12-19) and of the two United Nations documents, counted by hand.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.inside import run

SIX = ["ARM", "BLR", "KAZ", "KGZ", "RUS", "TJK"]
SEVEN = [*SIX, "UZB"]
NINE = sorted([*SEVEN, "AZE", "GEO"])
ROOT = Path(__file__).parents[2]
QUESTION = """
SELECT state, state_name FROM memberships
WHERE dataset = 'register' AND treaty = 'cst' AND status = 'party'
  AND start_latest <= '2009-09-26' AND (end_earliest IS NULL OR '2009-09-26' < end_earliest)
ORDER BY state;
"""


def secdb(url: str, *arguments: str, code: int = 0) -> str:
    done = run("--database", url, *arguments)
    assert done.returncode == code, done.stderr
    return done.stdout if code == 0 else done.stderr


def asked(url: str, *arguments: str) -> dict[str, Any]:
    answer: dict[str, Any] = json.loads(secdb(url, *arguments, "-f", "json"))
    return answer


@pytest.mark.parametrize(
    ("on", "states"),
    [
        ("1994-01-15", []),
        ("1994-04-19", []),
        ("1994-04-20", NINE),
        ("1999-03-31", NINE),
        ("1999-04-19", NINE),
        ("1999-04-20", SIX),
        ("1999-05-01", SIX),
        ("2002-05-14", SIX),
        ("2006-08-15", SIX),
        ("2006-08-16", SEVEN),
        ("2009-09-26", SEVEN),
        ("2012-12-18", SEVEN),
        ("2013-01-01", SIX),
    ],
)
def test_members_in_force_on_a_day(seeded_url: str, on: str, states: list[str]) -> None:
    answer = asked(seeded_url, "members", "cst", "--on", on)
    assert sorted(row["state"] for row in answer["rows"]) == states
    assert answer["count"] == {"member": len(states), "possible": 0}


def test_nine_had_signed_or_acceded_before_it_was_in_force(seeded_url: str) -> None:
    signed = asked(seeded_url, "members", "cst", "--on", "1994-01-15", "--basis", "signed")
    consented = asked(seeded_url, "members", "cst", "--on", "1994-01-15", "--basis", "consented")
    assert sorted(row["state"] for row in signed["rows"]) == NINE
    assert sorted(row["state"] for row in consented["rows"]) == ["AZE", "BLR", "GEO"]


def test_the_report_is_one_object_with_the_keys_promised(seeded_url: str) -> None:
    answer = asked(seeded_url, "members", "cst", "--on", "2009-09-26")
    envelope = {key: answer[key] for key in ("report", "treaty", "on", "basis", "dataset", "revision")}
    assert envelope == {
        "report": "members",
        "treaty": "cst",
        "on": "2009-09-26",
        "basis": "in-force",
        "dataset": "register",
        "revision": 1,
    }
    uzbekistan = answer["rows"][-1]
    expected = {
        "state": "UZB",
        "name": "Uzbekistan",
        "status": "party",
        "standing": "member",
        "since_earliest": "2006-08-16",
        "since_latest": "2006-08-16",
        "until_earliest": "2012-12-19",
        "until_latest": "2012-12-19",
        "opened_by": "accession",
        "closed_by": "suspension",
        "origin": "acts",
    }
    assert {key: uzbekistan[key] for key in expected} == expected
    assert "tass-2012-06-28" in {source["document"] for source in uzbekistan["sources"]}


def test_a_suspended_state_is_shown_apart(seeded_url: str) -> None:
    answer = asked(seeded_url, "members", "cst", "--on", "2013-01-01")
    assert [(row["state"], row["status"]) for row in answer["suspended"]] == [("UZB", "suspended")]


def test_the_organization_answers_for_its_charter(seeded_url: str) -> None:
    assert asked(seeded_url, "members", "csto", "--on", "2009-09-26")["count"]["member"] == 7
    assert asked(seeded_url, "members", "CSTO", "--on", "2003-09-17")["count"]["member"] == 0
    assert asked(seeded_url, "members", "csto", "--on", "2003-09-18")["count"]["member"] == 6


@pytest.mark.parametrize(
    ("on", "certain", "possible"),
    [
        ("2002-05-14", SIX, []),
        ("2002-05-15", SIX, ["UZB"]),
        ("2006-01-01", SIX, ["UZB"]),
        ("2009-09-25", SIX, ["UZB"]),
        ("2009-09-26", SEVEN, []),
        ("2009-09-27", [], SEVEN),
    ],
)
def test_the_documents_alone_leave_uzbekistan_in_doubt(
    seeded_url: str, on: str, certain: list[str], possible: list[str]
) -> None:
    rows = asked(seeded_url, "members", "cst", "--on", on, "--dataset", "documents")["rows"]
    assert sorted(row["state"] for row in rows if row["standing"] == "member") == certain
    assert sorted(row["state"] for row in rows if row["standing"] == "possible") == possible


def test_from_2002_to_2009_one_state_joined(seeded_url: str) -> None:
    answer = asked(seeded_url, "changes", "cst", "2002", "2009")
    assert (answer["from"], answer["to"]) == ("2002-12-31", "2009-12-31")
    (row,) = answer["rows"]
    assert (row["state"], row["change"]) == ("UZB", "joined")
    assert row["before"] == {"standing": "none", "status": None}
    assert row["after"] == {"standing": "member", "status": "party"}
    assert [(act["kind"], act["date"]) for act in row["between"]] == [("accession", "2006-08-16")]
    assert {source["document"] for source in row["sources"]} >= {"tass-2012-06-28", "cst-2009"}


def test_from_1994_to_2009_two_left_and_one_returned(seeded_url: str) -> None:
    rows = asked(seeded_url, "changes", "cst", "1994-12-31", "2009-09-26")["rows"]
    assert {row["state"]: row["change"] for row in rows} == {"AZE": "left", "GEO": "left", "UZB": "returned"}
    between = {row["state"]: [(act["kind"], act["date"] or act["effect"]) for act in row["between"]] for row in rows}
    assert [kind for kind, _ in between["UZB"]] == ["non_renewal", "accession"]
    assert between["UZB"][-1] == ("accession", "2006-08-16")


def test_suspension_is_neither_leaving_nor_staying(seeded_url: str) -> None:
    (row,) = asked(seeded_url, "changes", "cst", "2012-01-01", "2013-01-01")["rows"]
    assert (row["state"], row["change"], row["after"]["status"]) == ("UZB", "suspended", "suspended")


def test_the_quoted_words_of_both_documents_stand_between(seeded_url: str) -> None:
    rosters = asked(seeded_url, "changes", "cst", "2002-05-14", "2009-09-26")["rosters"]
    words = {roster["on"]: [source["quotation"] for source in roster["sources"]] for roster in rosters}
    assert words == {
        "2002-05-14": ["We, the heads of State of the parties to the Treaty on Collective Security"],
        "2009-09-26": [
            "The Ministers for Foreign Affairs of the States members of the Collective Security Treaty Organization"
        ],
    }


def test_unchanged_states_come_with_all(seeded_url: str) -> None:
    rows = asked(seeded_url, "changes", "cst", "2002", "2009", "--all")["rows"]
    assert {row["state"]: row["change"] for row in rows} == {**dict.fromkeys(SIX, "unchanged"), "UZB": "joined"}


def test_the_question_of_the_day_in_sqlite3(seeded_file: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", _SHELL, str(seeded_file), QUESTION], capture_output=True, text=True, check=True
    )
    assert [line.split("|")[0] for line in done.stdout.splitlines()] == SEVEN


# stands in for the sqlite3 shell, which a machine need not have: a plain connection, foreign keys off
_SHELL = """
import sqlite3, sys
for row in sqlite3.connect(sys.argv[1]).execute(sys.argv[2].strip().rstrip(";")): print("|".join(row))
"""


def test_the_question_of_the_day_in_psql(seeded_server: str, psql: str) -> None:
    done = subprocess.run([psql, "-XAt", seeded_server, "-c", QUESTION], capture_output=True, text=True, check=True)
    assert [line.split("|")[0] for line in done.stdout.splitlines()] == SEVEN


def test_the_python_calls(seeded_url: str) -> None:
    import secdb as package

    with package.open(seeded_url) as register:
        report = package.members(register, "cst", on="2009-09-26")
    assert report.count == {"member": 7, "possible": 0}
    assert [row.state for row in report.rows] == SEVEN
    assert report.to_dict()["rows"][0]["state"] == "ARM"
    with pytest.raises(AttributeError):
        report.rows[0].state = "AZE"  # type: ignore[misc]
