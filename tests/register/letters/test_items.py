"""What a reviewer goes through: every fact of a draft once, with its words, its questions and its warnings."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from secdb.register.letters.items import Field, Item, is_below, items

if TYPE_CHECKING:
    from collections.abc import Sequence

TEXT = """A/60/7001
Letter dated 3 May 2005 from Norway

(Signed) Kari Nordmann
Permanent Representative of Norway

Joint statement
Oslo, 2 May 2005
The members of the Coastal Union, Norway and Chad, met.
"""


def at(words: str) -> tuple[int, int]:
    return TEXT.index(words), TEXT.index(words) + len(words)


def placed(words: str) -> dict[str, int]:
    start, end = at(words)
    return {"start_char": start, "end_char": end}


def tables() -> dict[str, Any]:
    return {
        "file": "a.txt",
        "document": {
            "symbols": ["A/60/7001"],
            "date": "2005-05-03",
            "title": "Letter",
            "spans": {"symbols": [[*at("A/60/7001")]]},
        },
        "statements": [
            {
                "kind": "letter",
                "title": "Letter dated 3 May 2005 from Norway",
                "date": "2005-05-03",
                "states": ["NOR"],
                "signatories": [
                    {
                        "name": "Kari Nordmann",
                        "state": "NOR",
                        "capacity": "permanent_representative",
                        "signed": True,
                        **placed("Kari Nordmann"),
                        "spans": {
                            "signed": [*at("(Signed) Kari Nordmann")],
                            "state": [*at("Permanent Representative of Norway")],
                            "capacity": [*at("Permanent Representative of Norway")],
                        },
                    }
                ],
                "issuers": [],
                **placed(TEXT[at("Letter")[0] : at("of Norway")[1]]),
                "spans": {"date": [*at("3 May 2005")], "title": [*at("Letter dated 3 May 2005 from Norway")]},
            },
            {
                "kind": "statement",
                "title": "Joint statement",
                "date": "2005-05-02",
                "states": ["NOR", "TCD"],
                "signatories": [],
                "issuers": [
                    {"state": "NOR", "name": "Norway", "capacity": None, **placed("Norway and")},
                    {"state": None, "name": "Chad", "capacity": None, **placed("Chad")},
                ],
                **placed(TEXT[at("Joint")[0] : at("met.")[1]]),
                "spans": {"title": [*at("Joint statement")], "place": [*at("Oslo")]},
            },
        ],
        "rosters": [
            {
                "body": "Coastal Union",
                "on": "2005-05-02",
                "states": ["NOR", "TCD"],
                "complete": True,
                **placed("The members of the Coastal Union, Norway and Chad"),
                "entries": [
                    {"state": "NOR", "name": "Norway", **placed("Norway and")},
                    {"state": "TCD", "name": "Chad", **placed("Chad")},
                ],
            }
        ],
        "warnings": [],
    }


def paths(found: Sequence[Item]) -> list[tuple[str | int, ...]]:
    return [one.path for one in found]


def by_path(*path: str | int, **changes: object) -> Item:
    return next(one for one in items({**tables(), **changes}, TEXT) if one.path == path)


def words(field: Field) -> list[str]:
    return [TEXT[start:end] for start, end in field.spans]


def test_everything_comes_once_in_the_order_of_the_draft() -> None:
    assert paths(items(tables(), TEXT)) == [
        ("document",),
        ("statements", 0),
        ("statements", 0, "signatories", 0),
        ("statements", 1),
        ("statements", 1, "issuers", 0),
        ("statements", 1, "issuers", 1),
        ("rosters", 0),
    ]
    assert [one.head for one in items(tables(), TEXT)] == [
        "Document",
        "Statement 1 of 2: letter",
        "Statement 1 of 2: signatory 1 of 1",
        "Statement 2 of 2: statement",
        "Statement 2 of 2: issuer 1 of 2",
        "Statement 2 of 2: issuer 2 of 2",
        "Roster 1 of 1",
    ]


def test_values_have_the_words_they_were_taken_from() -> None:
    fields = {one.key: one for one in by_path("statements", 0, "signatories", 0).fields}
    assert {key: one.value for key, one in fields.items()} == {
        "name": "Kari Nordmann",
        "person": None,
        "state": "NOR",
        "capacity": "permanent_representative",
        "signed": True,
    }
    assert words(fields["name"]) == ["Kari Nordmann"]
    assert words(fields["signed"]) == ["(Signed) Kari Nordmann"]
    assert words(fields["state"]) == ["Permanent Representative of Norway"]
    assert fields["person"].span is None


def test_a_document_has_the_words_of_its_first_statement_for_what_is_the_same() -> None:
    fields = {one.key: one for one in by_path("document").fields}
    assert words(fields["symbols"]) == ["A/60/7001"]
    assert words(fields["date"]) == ["3 May 2005"]
    assert words(fields["title"]) == []  # that of the statement is another


def test_a_roster_has_the_words_of_all_its_states() -> None:
    roster = by_path("rosters", 0)
    fields = {one.key: one for one in roster.fields}
    assert words(fields["states"]) == ["Norway and", "Chad"]
    assert words(fields["body"]) == ["The members of the Coastal Union, Norway and Chad"]
    assert roster.span == at("The members of the Coastal Union, Norway and Chad")


def test_words_of_a_state_left_out_of_a_roster_are_not_marked() -> None:
    draft = tables()
    draft["rosters"][0]["entries"][0]["skip"] = True
    fields = {one.key: one for one in items(draft, TEXT)[-1].fields}
    assert words(fields["states"]) == ["Chad"]


def test_a_state_not_known_and_a_treaty_not_known_are_questions() -> None:
    asked = [(one.path, one.asks) for one in items(tables(), TEXT) if one.is_question]
    assert asked == [
        (("statements", 1, "issuers", 1), ("for which State?",)),
        (("rosters", 0), ("of which treaty or organization?",)),
    ]
    assert by_path("rosters", 0).is_open


def test_what_is_left_out_asks_nothing() -> None:
    draft = tables()
    draft["rosters"][0]["skip"] = True
    roster = items(draft, TEXT)[-1]
    assert (roster.is_skipped, roster.asks, roster.is_open) == (True, (), False)


def test_a_remark_makes_a_question_that_keeps_nothing_from_being_recorded() -> None:
    found = items(tables(), TEXT, {("document",): ["on record as x?"]})[0]
    assert (found.asks, found.is_question, found.is_open) == (("on record as x?",), True, False)


@pytest.mark.parametrize(
    ("where", "path"),
    [
        ("Kari", ("statements", 0, "signatories", 0)),
        ("Oslo", ("statements", 1)),
        ("A/60", ("document",)),
        ("Chad", ("statements", 1, "issuers", 1)),
        ("Coastal", ("rosters", 0)),
    ],
)
def test_a_warning_comes_with_that_of_whose_words_it_speaks(where: str, path: tuple[str | int, ...]) -> None:
    found = items({**tables(), "warnings": [{"message": "look", **placed(where)}]}, TEXT)
    assert [one.path for one in found if "look" in one.asks] == [path]
    assert [one.marks for one in found if "look" in one.asks] == [(at(where),)]


def test_other_warnings_follow_their_statement_or_stand_at_the_end() -> None:
    warned = [{"message": "one", **placed("met")}, {"message": "two", "start_char": len(TEXT), "end_char": 9999}]
    found = items({**tables(), "warnings": warned}, TEXT)
    assert paths(found)[-4:] == [("statements", 1, "issuers", 1), ("warnings", 0), ("rosters", 0), ("warnings", 1)]
    assert [(one.head, one.span) for one in found if one.table == "warnings"] == [
        ("Statement 2 of 2: warning", at("met")),
        ("Warning", None),
    ]


def test_offsets_beyond_the_text_are_left_out() -> None:
    draft = tables()
    draft["statements"][0]["spans"]["title"] = [len(TEXT) + 1, len(TEXT) + 9]
    draft["statements"][1]["end_char"] = 99_999
    found = items(draft, TEXT)
    assert next(one for one in found[1].fields if one.key == "title").spans == ()
    assert found[3].span == (at("Joint")[0], len(TEXT))


def test_a_signatory_without_a_name_has_the_words_of_its_state() -> None:
    bare: dict[str, Any] = {
        "name": None,
        "state": "NOR",
        "capacity": None,
        "signed": False,
        **placed("Norway and"),
        "spans": {},
    }
    draft = tables()
    draft["statements"][0]["signatories"] = [bare]
    fields = {one.key: one for one in items(draft, TEXT)[2].fields}
    assert words(fields["state"]) == ["Norway and"]
    assert fields["name"].spans == ()


def test_an_empty_draft_has_nothing_to_look_at() -> None:
    assert items({}, "") == []


def test_what_is_below_a_statement_is_not_the_statement() -> None:
    assert is_below(("statements", 0, "issuers", 1), ("statements", 0))
    assert not is_below(("statements", 0), ("statements", 0))
    assert not is_below(("statements", 1, "issuers", 1), ("statements", 0))
