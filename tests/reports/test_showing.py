"""Single records with their parts and sources."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from secdb.errors import NotFoundError
from secdb.reports.showing import show

if TYPE_CHECKING:
    from secdb.database.reader import Register


@pytest.mark.parametrize(
    ("noun", "name", "parts"),
    [
        ("state", "Republic of Armenia", ["codes", "successions", "memberships"]),
        ("person", "Виталий Чуркин", ["names", "offices"]),
        ("treaty", "tashkent treaty", ["relations", "organizations", "rosters"]),
        ("organization", "CSTO", ["names"]),
        ("act", "34", []),
        ("roster", "5", []),
        ("document", "S/2020/532", ["cited_by"]),
        ("statement", "cst-2009-letter", []),
        ("dataset", "Documents", []),
    ],
)
def test_a_record_is_one_object(seeds: Register, noun: str, name: str, parts: list[str]) -> None:
    whole = show(seeds, noun, name).to_dict()
    assert list(whole) == ["report", noun, "revision", "record", "sources", *parts, "rows"]
    assert whole["report"] == noun
    json.dumps(whole)


def test_a_state_has_codes_names_and_successions(seeds: Register) -> None:
    whole = show(seeds, "state", "armenia").to_dict()
    assert {"scheme": "m49", "code": "051", "valid": None} in whole["codes"]
    assert [(row["predecessor"], row["kind"], row["date"]) for row in whole["successions"]] == [
        ("SUN", "separation", "1991-09-21")
    ]
    assert whole["successions"][0]["sources"][0]["document"] == "alma-ata"
    assert ("Armenia", "en", "short") in {(row["name"], row["language"], row["form"]) for row in whole["rows"]}
    assert "un-member-states" in {source["document"] for source in whole["sources"]}


def test_a_treaty_has_the_one_that_requires_it_and_its_sources(seeds: Register) -> None:
    whole = show(seeds, "treaty", "cst").to_dict()
    assert whole["relations"] == [{"treaty": "csto-charter", "kind": "requires", "related": "cst"}]
    assert "cst-2002" in {source["document"] for source in whole["sources"]}
    charter = show(seeds, "treaty", "csto-charter").to_dict()
    assert charter["organizations"] == [{"organization": "csto", "name": "Collective Security Treaty Organization"}]


def test_an_act_has_its_sources_and_the_claims_that_contest_it(seeds: Register) -> None:
    whole = show(seeds, "act", "9").to_dict()
    assert (whole["record"]["date"], whole["record"]["contests"]) == ("1993-09-09", 8)
    assert {source["document"] for source in whole["sources"]} == {"wikipedia-en-2025", "wikipedia-ru"}
    assert [(row["act"], row["date"], row["rank"]) for row in whole["rows"]] == [(8, "1993-12-09", "preferred")]
    assert {source["document"] for source in whole["rows"][0]["sources"]} == {
        "atop-4",
        "gibler-2009",
        "wikipedia-en-2006",
    }


def test_a_person_has_what_was_signed_and_the_office_that_attests(seeds: Register) -> None:
    whole = show(seeds, "person", "Vitaly Churkin").to_dict()
    assert [(row["statement"], row["capacity"]) for row in whole["rows"]] == [
        ("cst-2009-letter", "permanent_representative")
    ]
    assert [(row["office"], row["origin"]) for row in whole["offices"]] == [("permanent_representative", "attested")]
    assert "(Signed) Vitaly Churkin" in [source["quotation"] for source in whole["rows"][0]["sources"]]


def test_a_roster_has_its_states_with_the_words(seeds: Register) -> None:
    whole = show(seeds, "roster", "2").to_dict()
    assert [row["state"] for row in whole["rows"]] == ["ARM", "BLR", "KAZ", "KGZ", "RUS", "TJK", "UZB"]
    assert whole["rows"][6]["sources"][0]["quotation"] == "the Republic of Uzbekistan"


def test_a_document_has_its_statements_and_the_text_when_asked(seeds: Register) -> None:
    whole = show(seeds, "document", "cst-2009").to_dict()
    assert [row["statement"] for row in whole["rows"]] == ["cst-2009-letter", "cst-2009-statement"]
    assert "text" not in whole["record"]
    record: dict[str, Any] = show(seeds, "document", "cst-2009", text=True).to_dict()["record"]
    assert record["text"][746:769] == "(Signed) Vitaly Churkin"
    assert len(record["text"]) == record["characters"]


@pytest.mark.parametrize(
    ("noun", "name"),
    [
        *(("act", name) for name in ("0", "999", "-1", "x", "٣", "9" * 40)),
        ("roster", "6"),
        ("tenure", "1"),
        ("state", "atlantis"),
        ("document", "A/74/897"),
        ("dataset", "cow"),
    ],
)
def test_what_is_not_there_is_said_on_one_line(seeds: Register, noun: str, name: str) -> None:
    with pytest.raises(NotFoundError) as caught:
        show(seeds, noun, name)
    assert f"there is no {noun}" in str(caught.value)
    assert "\n" not in str(caught.value)
