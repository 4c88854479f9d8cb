"""What a reviewer changes: each value as its kind has it, and all that hangs on it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from secdb.errors import DateError, NotFoundError, SecdbError, UsageError
from secdb.register.letters.changing import as_text, correct, note, skip, unskip
from secdb.register.letters.form import read_letter_draft
from secdb.register.letters.written import write_letter_draft

if TYPE_CHECKING:
    from secdb.register.drafts.toml_lines import Path

STATEMENT: Path = ("statements", 0)
SIGNATORY: Path = ("statements", 0, "signatories", 0)
ISSUER: Path = ("statements", 0, "issuers", 0)
ROSTER: Path = ("rosters", 0)


def tables() -> dict[str, Any]:
    return {
        "file": "a.txt",
        "document": {"symbols": ["A/60/7001"], "session": 60, "agenda_items": [1], "same_as": "a-60-7001"},
        "statements": [
            {
                "kind": "letter",
                "title": "Letter",
                "date": "2005-05-03",
                "states": ["NOR", "TCD"],
                "signatories": [
                    {
                        "name": "Ann Berg",
                        "state": "NOR",
                        "signed": True,
                        "start_char": 4,
                        "end_char": 12,
                        "spans": {"signed": [0, 12], "state": [13, 19]},
                    }
                ],
                "issuers": [{"state": "TCD", "name": "Chad", "start_char": 30, "end_char": 34}],
                "spans": {"title": [20, 26], "date": [20, 29]},
            }
        ],
        "rosters": [
            {
                "body": "Coastal Union",
                "on": "2005-05-03",
                "states": ["NOR", "TCD"],
                "complete": True,
                "entries": [{"state": "NOR", "name": "Norway"}, {"state": "TCD", "name": "Chad"}],
            }
        ],
        "warnings": [{"message": "look", "start_char": 0, "end_char": 4}],
    }


def item(draft: dict[str, Any], path: Path) -> dict[str, Any]:
    found: Any = draft
    for part in path:
        found = found[part]
    return found  # type: ignore[no-any-return]


@pytest.mark.parametrize(
    ("path", "key", "text", "value"),
    [
        (("document",), "symbols", "A/60/1; S/2005/9 ;", ["A/60/1", "S/2005/9"]),
        (("document",), "agenda_items", "12, 99 (b); 7", [12, "99 (b)", 7]),
        (("document",), "session", " 61 ", 61),
        (("document",), "session", "", None),
        (("document",), "same_as", "", ""),
        (STATEMENT, "date", "2 May 2005", "2005-05-02"),
        (STATEMENT, "date", "May 2005", "2005-05"),
        (STATEMENT, "title", "", None),
        (STATEMENT, "states", "", []),
        (SIGNATORY, "signed", "no", False),
        (SIGNATORY, "person", "ann-berg", "ann-berg"),
        (SIGNATORY, "person", "", "new"),
        (SIGNATORY, "capacity", "permanent_representative", "permanent_representative"),
        (ROSTER, "complete", "No", False),
        (ROSTER, "on", "[..1999]", "[..1999]"),
    ],
)
def test_a_value_is_set_as_its_kind_has_it(path: Path, key: str, text: str, value: object) -> None:
    draft = tables()
    correct(draft, path, key, text)
    assert item(draft, path)[key] == value


@pytest.mark.parametrize(
    ("path", "key", "text", "error", "message"),
    [
        (STATEMENT, "date", "someday", DateError, "someday"),
        (("document",), "session", "sixty", UsageError, "not a whole number"),
        (SIGNATORY, "signed", "perhaps", UsageError, "not yes or no"),
        (STATEMENT, "kind", " ", UsageError, "is of some kind"),
        (STATEMENT, "start_char", "5", UsageError, "cannot be corrected here; what can is: kind, title"),
        (("warnings", 0), "message", "x", UsageError, "what can is: nothing"),
        (("statements", 7), "title", "x", NotFoundError, "has no statements.7"),
        (("document", "symbols"), "title", "x", NotFoundError, "has no document.symbols"),
        ((), "file", "x", NotFoundError, "item without a path"),
    ],
)
def test_what_cannot_be_is_refused_and_changes_nothing(
    path: Path, key: str, text: str, error: type[SecdbError], message: str
) -> None:
    draft = tables()
    with pytest.raises(error, match=message):
        correct(draft, path, key, text)
    assert draft == tables()


def test_the_words_of_a_value_go_when_it_changes_and_stay_when_it_does_not() -> None:
    draft = tables()
    correct(draft, STATEMENT, "date", "3 May 2005")
    correct(draft, STATEMENT, "place", "")
    assert draft == tables()
    correct(draft, STATEMENT, "date", "4 May 2005")
    assert item(draft, STATEMENT)["spans"] == {"title": [20, 26]}


def test_a_name_keeps_the_words_of_the_signature() -> None:
    draft = tables()
    correct(draft, SIGNATORY, "name", "Anna Berg")
    found = item(draft, SIGNATORY)
    assert (found["start_char"], found["end_char"], found["spans"]["signed"]) == (4, 12, [0, 12])


@pytest.mark.parametrize(
    ("path", "text", "states"),
    [
        (SIGNATORY, "SVK", ["SVK", "TCD"]),
        (ISSUER, "SVK", ["NOR", "SVK"]),
        (ISSUER, "NOR", ["NOR"]),
        (ISSUER, "", ["NOR"]),
    ],
)
def test_the_states_of_a_statement_follow_those_who_stand_under_it(path: Path, text: str, states: list[str]) -> None:
    draft = tables()
    correct(draft, path, "state", text)
    assert item(draft, STATEMENT)["states"] == states


def test_a_state_stays_while_another_stands_for_it() -> None:
    draft = tables()
    item(draft, STATEMENT)["signatories"].append({"name": "Bo Dahl", "state": "NOR"})
    correct(draft, SIGNATORY, "state", "SVK")
    assert item(draft, STATEMENT)["states"] == ["NOR", "TCD", "SVK"]


def test_a_state_that_was_not_known_is_added() -> None:
    draft = tables()
    item(draft, SIGNATORY)["state"] = None
    correct(draft, SIGNATORY, "state", "SVK")
    assert item(draft, STATEMENT)["states"] == ["NOR", "TCD", "SVK"]


def test_who_stands_for_a_state_taken_away_is_left_out() -> None:
    draft = tables()
    correct(draft, STATEMENT, "states", "NOR")
    correct(draft, ROSTER, "states", "TCD; SVK")
    assert item(draft, ISSUER)["skip"] is True
    assert [one.get("skip") for one in item(draft, ROSTER)["entries"]] == [True, None]
    correct(draft, ROSTER, "states", "TCD; NOR")
    assert [one.get("skip") for one in item(draft, ROSTER)["entries"]] == [None, None]


def test_what_is_skipped_can_be_taken_back() -> None:
    draft = tables()
    skip(draft, SIGNATORY)
    assert item(draft, SIGNATORY)["skip"] is True
    unskip(draft, SIGNATORY)
    assert draft == tables()


@pytest.mark.parametrize(("path", "name"), [(("document",), "document"), (("warnings", 0), "warning")])
def test_documents_and_warnings_cannot_be_left_out(path: Path, name: str) -> None:
    for change in (skip, unskip):
        with pytest.raises(UsageError, match=f"a {name} cannot be left out"):
            change(tables(), path)


def test_a_note_is_set_and_taken_away() -> None:
    draft = tables()
    note(draft, ROSTER, " as printed ")
    assert item(draft, ROSTER)["note"] == "as printed"
    note(draft, ROSTER, "")
    assert draft == tables()
    with pytest.raises(UsageError, match="a warning cannot be given a note"):
        note(draft, ("warnings", 0), "seen")


def test_a_corrected_draft_is_written_and_read_back() -> None:
    draft = tables()
    correct(draft, ("document",), "same_as", "")
    correct(draft, SIGNATORY, "state", "")
    correct(draft, STATEMENT, "title", "")
    note(draft, ROSTER, 'with "quotes"')
    skip(draft, ISSUER)
    found = read_letter_draft(write_letter_draft(draft, "x" * 40), "a.toml").tables
    assert found["document"]["same_as"] == ""
    assert item(found, SIGNATORY)["state"] == ""
    assert "title" not in item(found, STATEMENT)
    assert (item(found, ROSTER)["note"], item(found, ISSUER)["skip"]) == ('with "quotes"', True)


@pytest.mark.parametrize(
    ("value", "text"), [(True, "yes"), (False, "no"), (None, ""), (5, "5"), (["a", 1], "a; 1"), ("x", "x")]
)
def test_a_value_is_written_as_a_person_writes_it(value: object, text: str) -> None:
    assert as_text(value) == text
