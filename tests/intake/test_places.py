"""Where each fact of a draft stands in the text: State, capacity and mark of a signature, issuers, entries, extents."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING

import pytest

import secdb
from secdb.intake import read_letter
from tests.intake.laws import check_places
from tests.intake.letters import LETTERS, MINISTER
from tests.intake.shapes import SHAPES

if TYPE_CHECKING:
    from secdb.intake import Draft, Span, StateNames
    from secdb.intake.draft import Statement

ALL = {**LETTERS, **SHAPES}


def read(name: str, names: StateNames) -> Draft:
    return read_letter(ALL[name].text, "letter.txt", names)


def seeded(name: str) -> str:
    return (secdb.seeds_folder() / "documents" / f"{name}.txt").read_text(encoding="utf-8")


def words_of(text: str, spans: dict[str, Span]) -> dict[str, str]:
    return {name: " ".join(text[slice(*span)].split()) for name, span in spans.items()}


def signed(name: str, statement: int, signatory: int, names: StateNames) -> dict[str, str]:
    who = read(name, names).statements[statement].signatories[signatory]
    return words_of(ALL[name].text, who.spans)


def extents(text: str, names: StateNames) -> list[tuple[int, int]]:
    return [(one.span.start, one.span.end) for one in read_letter(text, "letter.txt", names).statements]


@pytest.mark.parametrize("name", ALL)
def test_every_place_of_a_letter_is_true(name: str, state_names: StateNames) -> None:
    check_places(ALL[name].text, read(name, state_names), state_names)


def test_one_phrase_gives_state_and_capacity(state_names: StateNames) -> None:
    phrase = "Permanent Representative of Norway to the United Nations"
    assert signed("stacked", 0, 0, state_names) == {
        "signed": "(Signed) Kari NORDMANN-BERG",
        "state": phrase,
        "capacity": phrase,
    }


def test_a_state_that_leads_a_signature_has_the_words_that_lead_it(state_names: StateNames) -> None:
    assert signed("for_signed", 1, 0, state_names) == {
        "signed": "(Signed) Tau MODISE",
        "state": "For the Government of the Republic of Botswana",
        "capacity": "Minister for Foreign Affairs",
    }


def test_without_a_mark_there_is_no_place_of_one(state_names: StateNames) -> None:
    assert signed("grid", 0, 0, state_names) == {"state": "Armenia"}


def test_a_mark_behind_the_name_is_with_it(state_names: StateNames) -> None:
    assert signed("name_before", 0, 1, state_names)["signed"] == "Sigrún ÓLAFS (Signed)"


def test_what_the_signature_does_not_tell_stands_in_the_title(state_names: StateNames) -> None:
    phrase = "Permanent Representative of Peru to the United Nations"
    assert signed("flat", 0, 0, state_names) == {
        "signed": "(Signed) Ana María Quispe",
        "state": phrase,
        "capacity": phrase,
    }


def test_a_phrase_that_columns_part_has_the_words_that_would_do(state_names: StateNames) -> None:
    assert signed("columns", 0, 1, state_names) == {
        "signed": "(Signed) P. OKELLO",
        "state": "Republic of Uganda",
        "capacity": "Permanent Representative",
    }


def issuers(text: str, statement: Statement) -> list[tuple[str, str | None, str, dict[str, str]]]:
    return [(one.name, one.capacity, text[slice(*one.span)], words_of(text, one.spans)) for one in statement.issuers]


def test_states_that_issue_a_text_without_a_signature_are_its_issuers(state_names: StateNames) -> None:
    office = {"capacity": "Ministers for Foreign Affairs"}
    assert issuers(LETTERS["flat"].text, read("flat", state_names).statements[1]) == [
        ("Republic of Peru", MINISTER, "the Republic of Peru", office),
        ("Republic of Chile", MINISTER, "the Republic of Chile", office),
        ("Ecuador", MINISTER, "Ecuador", office),
    ]


def test_a_state_that_somebody_signs_for_is_no_issuer(state_names: StateNames) -> None:
    letter, _ = read("flat", state_names).statements
    assert (letter.states, letter.issuers) == (("PER",), ())


def test_without_an_office_the_issuers_have_none(state_names: StateNames) -> None:
    statement = read("columns", state_names).statements[1]
    assert [(one.name, one.capacity, one.spans) for one in statement.issuers] == [
        ("Republic of Kenya", None, {}),
        ("Republic of Uganda", None, {}),
    ]


def test_entries_of_a_roster_have_the_words_of_the_signatures(state_names: StateNames) -> None:
    text = seeded("cst-2002")
    (roster,) = read_letter(text, "letter.txt", state_names).rosters
    assert [(one.state, one.name, text[slice(*one.span)]) for one in roster.entries][:2] == [
        ("ARM", "Republic of Armenia", "For the Republic of Armenia"),
        ("BLR", "Republic of Belarus", "For the Republic of Belarus"),
    ]


def test_the_letter_of_2002_and_its_annex_have_their_whole_extent(state_names: StateNames) -> None:
    assert extents(seeded("cst-2002"), state_names) == [(1, 1506), (1722, 7007)]


def test_the_letter_of_2009_and_its_annex_have_their_whole_extent(state_names: StateNames) -> None:
    assert extents(seeded("cst-2009"), state_names) == [(118, 769), (770, 2767)]


def test_the_first_signatures_of_2002_stand_where_they_were_counted(state_names: StateNames) -> None:
    text = seeded("cst-2002")
    letter, annex = read_letter(text, "letter.txt", state_names).statements
    assert letter.signatories[0].spans["signed"] == (845, 864)
    assert words_of(text, letter.signatories[0].spans)["state"] == (
        "Permanent Representative of the Republic of Armenia to the United Nations"
    )
    spans = annex.signatories[0].spans
    assert (spans["state"], spans["signed"]) == ((6676, 6703), (6704, 6729))
    assert text[slice(*spans["capacity"])] == "heads of State"


def test_an_extent_goes_over_page_furniture_to_the_lines_of_the_last_office(state_names: StateNames) -> None:
    text = LETTERS["stacked"].text
    letter = read("stacked", state_names).statements[0]
    assert text[slice(*letter.span)].startswith("Letter dated 2 May 1995")
    assert text[slice(*letter.span)].endswith("Permanent Mission of Chad")
    assert "* A/50/50." in text[slice(*letter.span)]


def test_an_extent_has_the_line_of_an_office_that_is_not_known(state_names: StateNames) -> None:
    text = SHAPES["for_signed"].text.replace("Deputy Minister", "Keeper of the Wells")
    treaty = read_letter(text, "letter.txt", state_names).statements[1]
    assert text[slice(*treaty.span)].endswith("Joseph BANDA\nKeeper of the Wells")


def test_notes_behind_the_last_signature_are_no_part_of_a_text(state_names: StateNames) -> None:
    text = SHAPES["brackets"].text + "\nTyped by the secretariat for the convenience of readers.\n"
    (statement,) = read_letter(text, "letter.txt", state_names).statements
    assert text[slice(*statement.span)].endswith("A. Zieliński (Poland)")


def test_a_text_that_is_only_told_of_has_the_words_that_tell(state_names: StateNames) -> None:
    text = LETTERS["spanish"].text
    told = read("spanish", state_names).statements[1]
    assert text[slice(*told.span)].startswith("declaración conjunta firmada en Lima")


def test_a_draft_has_the_digest_of_its_text_beside_that_of_the_file(state_names: StateNames) -> None:
    draft = read_letter("Ж", "letter.txt", state_names, sha256="0" * 64)
    assert draft.text_sha256 == hashlib.sha256(b"\xd0\x96").hexdigest()
    assert draft.to_dict()["sha256"] == "0" * 64


def test_the_json_has_the_places(state_names: StateNames) -> None:
    draft = read_letter(seeded("cst-2009"), "letter.txt", state_names).to_dict()
    letter, statement = json.loads(json.dumps(draft))["statements"]
    assert letter["signatories"][0]["spans"]["signed"] == [746, 769]
    assert set(statement["issuers"][0]) == {"state", "name", "capacity", "start_char", "end_char", "spans"}
    (roster,) = json.loads(json.dumps(draft))["rosters"]
    assert set(roster["entries"][0]) == {"state", "name", "start_char", "end_char"}
