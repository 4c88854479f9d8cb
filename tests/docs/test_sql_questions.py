"""The questions of docs/sql.md have the same answer from every client, and the right one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.docs.questions import QUESTIONS, Answer, by_duckdb, by_pandas, by_psql, by_python, by_sqlite3

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="module")
def answers(seeded_file: Path) -> dict[str, Answer]:
    return by_python(seeded_file)


def test_there_are_as_many_questions_as_the_page_says(answers: dict[str, Answer]) -> None:
    assert len(QUESTIONS) == len(answers) == 22


SIX = ("ARM", "BLR", "KAZ", "KGZ", "RUS", "TJK")
BY_HAND: dict[str, list[tuple[str, ...]]] = {
    "Which two States were members together on a day?": [(a, b) for a in (*SIX, "UZB") for b in (*SIX, "UZB") if a < b],
    "Who joined or left between two days?": [
        ("AZE", "ended", "1999-04-20", "1999-04-20", "non_renewal"),
        ("GEO", "ended", "1999-04-20", "1999-04-20", "non_renewal"),
        ("UZB", "began", "2006-08-16", "2006-08-16", "accession"),
        ("UZB", "ended", "1999-04-20", "1999-04-20", "non_renewal"),
    ],
    "On which States do two datasets differ on a day?": [(state, "register") for state in (*SIX, "UZB")],
    "When was whose membership suspended?": [
        ("cst", "UZB", "2012-12-19", "suspension", "", ""),
        ("csto-charter", "UZB", "2012-12-19", "suspension", "", ""),
    ],
    "Where does a roster disagree with the acts?": [],
}


@pytest.mark.parametrize("question", BY_HAND)
def test_the_answer_is_what_the_documents_say(answers: dict[str, Answer], question: str) -> None:
    assert answers[question] == sorted(BY_HAND[question])


def test_the_counts_follow_the_treaty(answers: dict[str, Answer]) -> None:
    counted = {
        int(year): (int(low), int(high))
        for year, low, high in answers["How many were members at the end of each year?"]
    }
    # in force 1994-04-20 for nine; three did not renew in 1999; Uzbekistan 2006-08-16 to 2012-12-19
    expected = {1992: 0, 1993: 0} | dict.fromkeys(range(1994, 1999), 9) | dict.fromkeys(range(1999, 2006), 6)
    expected |= dict.fromkeys(range(2006, 2012), 7) | dict.fromkeys(range(2012, 2016), 6)
    assert counted == {year: (number, number) for year, number in expected.items()}


def test_the_sqlite3_shell_answers_alike(answers: dict[str, Answer], seeded_file: Path) -> None:
    assert by_sqlite3(seeded_file) == answers


def test_pandas_answers_alike(answers: dict[str, Answer], seeded_file: Path) -> None:
    assert by_pandas(seeded_file) == answers


def test_duckdb_answers_alike(answers: dict[str, Answer], seeded_file: Path) -> None:
    assert by_duckdb(seeded_file) == answers


def test_psql_answers_alike(answers: dict[str, Answer], seeded_server: str, psql: str) -> None:
    assert by_psql(seeded_server, psql) == answers
