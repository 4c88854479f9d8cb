"""The questions that stand ready in `secdb browse` run as they are and have the right answers."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

pytest.importorskip("datasette", reason="the extra `browse` is not installed")

from secdb.exchange.browsing.questions import HINTS, NAMES, questions
from tests.cli.browser import Browser, reading

if TYPE_CHECKING:
    from collections.abc import Iterator

SIX = ["ARM", "BLR", "KAZ", "KGZ", "RUS", "TJK"]


@pytest.fixture(scope="module")
def browser(seeded_file: Path) -> Iterator[Browser]:
    """Return a reader of the seeds."""
    with reading(seeded_file) as reader:
        yield reader


def states(rows: list[dict[str, Any]], **chosen: str) -> list[str]:
    return [row["state"] for row in rows if all(row[name] == value for name, value in chosen.items())]


@pytest.mark.parametrize("question", questions(), ids=NAMES)
def test_a_question_needs_no_parameter(browser: Browser, question: Any) -> None:  # noqa: ANN401 - one of ours
    page = browser.get(f"/register/{question.name}")
    assert (page.status_code, "message-error" in page.text) == (200, False)
    assert question.title in page.text.replace("&#39;", "'")
    assert [name for name in question.parameters if HINTS[name] not in page.text] == []
    assert browser.ask(question.name) or question.name in WITHOUT_ANSWER


# of the seeds' register today
WITHOUT_ANSWER = {
    "acts-without-source",
    "datasets-that-differ",
    "signed-not-ratified",
    "treaties-in-common",
    "unknown-days",
}


@pytest.mark.parametrize(
    ("day", "members", "asked"),
    [
        ("2009-09-26", [*SIX, "UZB"], "2009-09-26"),
        ("2002-05-14", SIX, "2002-05-14"),
        ("2006-08-15", SIX, "2006-08-15"),
        ("2006-08-16", [*SIX, "UZB"], "2006-08-16"),
        ("2012", SIX, "2012-12-31"),
        ("2012-11", [*SIX, "UZB"], "2012-11-30"),
        ("1999-04-19", ["ARM", "AZE", "BLR", "GEO", "KAZ", "KGZ", "RUS", "TJK", "UZB"], "1999-04-19"),
        ("1994-04-19", [], None),
        ("2009-02-30", [], None),
        ("some day", [], None),
    ],
)
def test_who_were_the_members(browser: Browser, day: str, members: list[str], asked: str | None) -> None:
    rows = browser.ask("members-on-a-day", treaty="CST", day=day)
    assert (states(rows), states(rows, standing="member")) == (members, members)
    assert {row["on_day"] for row in rows} == ({asked} if asked else set())


def test_what_is_not_certain_is_possible(browser: Browser) -> None:
    # of the two rosters alone, 2002 without Uzbekistan and 2009 with it
    rows = browser.ask("members-on-a-day", treaty="cst", day="2007-01-01", dataset="documents")
    assert (states(rows, standing="member"), states(rows, standing="possible")) == (SIX, ["UZB"])


def test_what_changed_between_two_days(browser: Browser) -> None:
    rows = browser.ask("changes-between-days", treaty="cst", from_day="1999-01-01", to_day="2009-09-26")
    assert [(row["state"], row["change"], row["earliest"], row["caused_by"]) for row in rows] == [
        ("AZE", "ended", "1999-04-20", "non_renewal"),
        ("GEO", "ended", "1999-04-20", "non_renewal"),
        ("UZB", "ended", "1999-04-20", "non_renewal"),
        ("UZB", "began", "2006-08-16", "accession"),
    ]
    after = browser.ask("changes-between-days", treaty="cst", from_day="1999-04-20", to_day="2009-09-26")
    assert states(after) == ["UZB"]


def test_how_many_were_members(browser: Browser) -> None:
    counted = {row["year"]: row["certain"] for row in browser.ask("members-each-year", treaty="cst")}
    expected = {1993: None, 1994: 9, 1998: 9, 1999: 6, 2005: 6, 2006: 7, 2011: 7, 2012: 6}
    assert {year: counted.get(year) for year in expected} == expected


def test_which_treaties_two_states_have_in_common(browser: Browser) -> None:
    def common(day: str) -> list[str]:
        rows = browser.ask("treaties-in-common", one_state="arm", other_state="uzb", day=day)
        return [row["treaty"] for row in rows]

    assert (common("1998-01-01"), common("2002-05-14")) == (["cst"], [])


def test_on_whom_the_datasets_differ(seeded_file: Path, tmp_path: Path) -> None:
    # a dataset of one act, by which Uzbekistan was a party when the two others certainly had only six
    own = Path(shutil.copy(seeded_file, tmp_path / "register.db"))
    with closing(sqlite3.connect(own)) as connection, connection:
        connection.execute("INSERT INTO dataset (id, code, title) VALUES (9, 'other', 'Another')")
        connection.execute(
            "INSERT INTO act (dataset_id, treaty_id, state_id, kind, date_edtf, date_earliest, date_latest) SELECT 9, "
            "t.id, s.id, 'participation', '2002-01-01', '2002-01-01', '2002-01-01' FROM treaty AS t, state AS s "
            "WHERE t.code = 'cst' AND s.code = 'UZB'"
        )
    with reading(own) as reader:
        rows = reader.ask("datasets-that-differ", treaty="cst", day="2002-05-14")
    told = {(row["state"], row["in_dataset"], row["not_in_dataset"]) for row in rows}
    assert {one for one in told if one[0] == "UZB"} == {("UZB", "other", "register"), ("UZB", "other", "documents")}
    assert {one[0] for one in told if one[1] != "other"} == set(SIX)


def test_where_a_dataset_is_in_doubt_it_does_not_differ(browser: Browser) -> None:
    # the documents do not say since when Uzbekistan was a member again, and nothing of later days
    assert browser.ask("datasets-that-differ", treaty="cst", day="2007-01-01") == []
    assert browser.ask("datasets-that-differ", treaty="cst", day="2010-01-01") == []


def test_who_signed_and_who_held_office(browser: Browser) -> None:
    rows = browser.ask("who-signed", statement="cst-2002-statement")
    assert ([row["state"] for row in rows], {row["capacity"] for row in rows}) == (SIX, {"head_of_state"})
    rows = browser.ask("office-holders", state="kgz", day="2002-05-14")
    assert {(row["office"], row["person_name"], row["standing"]) for row in rows} >= {
        ("head_of_state", "Askar Akayev", "certain")
    }
    rows = browser.ask("signed-by-a-person", person="akayev")
    assert "cst-2002-statement" in {row["statement"] for row in rows}


def test_words_are_found_in_documents(browser: Browser) -> None:
    rows = browser.ask("documents-with-words", words="tenth ANNIVERSARY of the signing")
    assert [row["document"] for row in rows] == ["cst-2002"]
    assert browser.ask("documents-with-words", words="no such words") == []


def test_what_rests_on_a_document(browser: Browser) -> None:
    rows = browser.ask("who-cites-a-document", document="cst-2002")
    assert {row["document"] for row in rows} == {"cst-2002"}
    assert {row["record"] for row in rows} >= {"statement", "signatory"}
