"""What the dossier tells is what the register says; days and counts from the list of claims about the treaty."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

import secdb
from secdb.database.reader import open_register
from secdb.errors import DateError, NotFoundError, UsageError
from secdb.reports.members import members
from tests.reports.dossier.reading import read, said

if TYPE_CHECKING:
    from tests.reports.dossier.reading import Page

CITED = """
SELECT c.document, c.quotation, d.text FROM citations AS c JOIN documents AS d ON d.document = c.document
WHERE c.start_char IS NOT NULL AND (c.treaty = 'cst'
  OR c.act IN (SELECT act FROM acts WHERE dataset = 'register' AND treaty = 'cst')
  OR c.roster IN (SELECT roster FROM rosters WHERE dataset = 'register')
  OR c.roster_entry IN (SELECT entry FROM rosters WHERE dataset = 'register')
  OR c.signatory IN (SELECT signatory FROM signatories WHERE statement LIKE 'cst-20%')
  OR c.statement LIKE 'cst-20%')
"""
SUMMARY = "Members on the days looked at"


def test_nine_became_six_then_seven_then_six(page: Page) -> None:
    assert [row[:4] for row in page.rows(SUMMARY)] == [
        ["1994-04-20", "9", "0", "none"],
        ["1999-04-20", "6", "0", "none"],
        ["2006-08-16", "7", "0", "none"],
        ["2012-12-19", "6", "0", "Uzbekistan"],
        ["2026-11-22", "6", "0", "Uzbekistan"],
    ]


def test_the_timeline_says_in_words_what_a_narrow_screen_cuts(location: str) -> None:
    with open_register(location) as register:
        told = secdb.dossier(register, "cst")
    said = "9 from 1994-04-20, 6 from 1999-04-20, 7 from 2006-08-16, 6 from 2012-12-19."
    assert f"<p>Certain members (in force): {said}</p>" in re.sub("</?time>", "", told)


@pytest.mark.parametrize("basis", ["in-force", "signed"])
def test_counts_and_states_are_those_of_members(location: str, basis: str) -> None:
    days = ["1993-12-20", "2002-05-14", "2013-01-01"]
    with open_register(location) as register:
        told = read(secdb.dossier(register, "cst", on=days, basis=basis))
        for day, row in zip(days, told.rows(SUMMARY), strict=True):
            report = members(register, "cst", day, basis=basis)
            assert row[1:3] == [str(report.count["member"]), str(report.count["possible"])]
            listed = [cells[0] for cells in told.rows(f"Members on {day}")] if report.rows else []
            assert listed == [member.name for member in (*report.rows, *report.about["suspended"])]


def test_without_days_the_entry_into_force_and_each_change_are_looked_at(location: str) -> None:
    with open_register(location) as register:
        told = read(secdb.dossier(register, "cst"))
    days = [row[0] for row in told.rows(SUMMARY)]
    assert days[:-1] == ["1994-04-20", "1999-04-20", "2006-08-16", "2012-12-19"]
    assert days[-1] > "2012-12-19"


def test_each_day_is_compared_with_the_next(page: Page) -> None:
    left = page.rows("Changes from 1994-04-20 to 1999-04-20")
    assert [row[:5] for row in left] == [
        [name, "left", "party", "none", "non-renewal 1999-04-20"] for name in ("Azerbaijan", "Georgia", "Uzbekistan")
    ]
    assert [row[:2] for row in page.rows("Changes from 2006-08-16 to 2012-12-19")] == [["Uzbekistan", "suspended"]]
    assert "2012-12-19 to 2026-11-22: 6 → 6" in [said(heading) for heading in page.all("h3")]


def test_the_record_of_the_treaty_is_told(page: Page) -> None:
    told = {row[0]: row[1] for row in page.rows("The treaty as recorded")}
    assert told["Signed"] == "1992-05-15, Tashkent"
    assert told["Entered into force"] == "1994-04-20"
    assert told["End of its term"] == "1999-04-20"
    charter = "Charter of the Collective Security Treaty Organization"
    assert told["Relation"] == f"{charter} is only open to parties to Treaty on Collective Security"
    assert ["Tashkent Treaty", "Other name", "en"] in page.rows("Its names")


def test_all_acts_are_told_and_those_that_do_not_stand_are_said_to(page: Page) -> None:
    acts = {row[0]: row[1:5] for row in page.rows("Every act recorded, by the day of effect")}
    assert len(acts) == 43  # counted in seeds/act.csv: rows of the register and the treaty
    assert acts["34"] == ["2006-08-16", "Uzbekistan", "accession", "stands, preferred"]
    assert acts["35"] == ["2006-06-23", "Uzbekistan", "accession", "set aside"]
    assert acts["26"] == ["1999-04-02", "Tajikistan", "prolongation", "no effect"]


def test_the_four_dates_of_the_return_contest_one_another(page: Page) -> None:
    rows = page.rows("Claims that contest one another")
    start = next(place for place, row in enumerate(rows) if row[:3] == ["Uzbekistan", "accession", "2006-08-16"])
    assert rows[start][4] == "counts: opens period 3"
    assert [row[1] for row in rows[start + 1 : start + 4]] == ["2006-06-23", "2006-08-17", "2008-03-28"]
    assert {row[3] for row in rows[start + 1 : start + 4]} == {
        "does not count: a preferred claim about the same event stands (act 34)"
    }
    alone = page.rows("Claims set aside, contested by none")
    assert {row[0] for row in alone} == {"Republic of Moldova", "Turkmenistan", "Ukraine", "Armenia"}


def test_lists_of_members_are_held_against_the_periods(page: Page) -> None:
    words = [said(paragraph) for paragraph in page.one("statements").iter("p")]
    compared = [text for text in words if text.startswith("By the register")]
    assert compared == [
        "By the register 6 States were then certainly parties to cst: the same.",
        "By the register 7 States were then certainly parties to cst: the same.",
        "By the register 6 States were then certainly parties to cst: the same.",
    ]


def test_six_heads_of_state_stand_under_the_statement_of_2002(page: Page) -> None:
    rows = page.rows("Who stands under cst-2002-statement")
    assert [row[1] for row in rows] == [
        "Armenia",
        "Belarus",
        "Kazakhstan",
        "Kyrgyzstan",
        "Russian Federation",
        "Tajikistan",
    ]
    assert {row[3] for row in rows} == {"head of state"}
    assert rows[4][2] == "Vladimir Putin"


def test_the_words_of_every_citation_are_marked(page: Page, location: str) -> None:
    with open_register(location) as register:
        cited = register.rows(CITED)
    assert {row["document"] for row in cited} == {"cst-2002", "cst-2009"}
    for code in ("cst-2002", "cst-2009"):
        wanted = {row["quotation"] for row in cited if row["document"] == code}
        assert set(page.marked(code).values()) == wanted


def test_the_text_of_a_document_is_whole_and_nothing_is_added(page: Page, location: str) -> None:
    with open_register(location) as register:
        texts = {row["document"]: row["text"] for row in register.rows("SELECT document, text FROM documents")}
    assert page.of_document("cst-2002") == texts["cst-2002"]
    assert page.of_document("cst-2009") == texts["cst-2009"]


def test_a_document_without_text_is_told_with_what_is_known(page: Page) -> None:
    document = page.one("document-csto-2020")
    known = dict(zip((said(e) for e in document.iter("dt")), (said(e) for e in document.iter("dd")), strict=True))
    assert (known["Symbols"], known["Publisher"]) == ("A/74/896; S/2020/532", "United Nations")
    assert "Its text is not kept." in said(document)


def test_the_last_lines_make_the_same_page_again(page: Page, location: str) -> None:
    with open_register(location) as register:
        row = register.rows("SELECT revision, hash FROM revisions ORDER BY revision DESC")[0]
    [footer] = page.all("footer")
    assert f"dataset register, in force, revision {row['revision']}, hash {row['hash']}" in said(footer)
    days = "--on 1994-04-20 --on 1999-04-20 --on 2006-08-16 --on 2012-12-19 --on 2026-11-22"
    command = f"secdb dossier cst {days} --basis in-force --dataset register --as-recorded 1 -o DIR"
    assert [said(code) for code in page.all("code")] == [command]
    with open_register(location, 1) as register:
        assert secdb.dossier(register, "cst", on=[row[0] for row in page.rows(SUMMARY)]) == page.text


def test_both_engines_give_the_same_page(seeded_file: object, seeded_server: str) -> None:
    pages = []
    for where in (str(seeded_file), seeded_server):
        with open_register(where) as register:
            hashed = register.rows("SELECT hash FROM revisions")[0]["hash"]
            pages.append(secdb.dossier(register, "csto", on=["2009-09-26"]).replace(hashed, "HASH"))
    assert pages[0] == pages[1]


def test_an_organization_stands_for_its_charter(location: str) -> None:
    with open_register(location) as register:
        told = read(secdb.dossier(register, "csto", on=["2020-06-11"], dataset="documents"))
    assert [said(title) for title in told.all("h1")] == ["Dossier: Collective Security Treaty Organization"]
    assert [row[:3] for row in told.rows(SUMMARY)] == [["2020-06-11", "0", "7"]]
    assert "2020-06-11: 0, or up to 7 (in force)" in said(told.all("header")[0])


def test_what_cannot_be_told_is_refused(location: str) -> None:
    with open_register(location) as register:
        with pytest.raises(NotFoundError):
            secdb.dossier(register, "no such treaty")
        with pytest.raises(DateError):
            secdb.dossier(register, "cst", on=["2009-02-30"])
        with pytest.raises(UsageError):
            secdb.dossier(register, "cst", basis="liked")
