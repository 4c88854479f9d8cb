"""What is read in made-up letters of the shapes that real ones have."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from secdb.intake import Draft, read_letter
from tests.intake.letters import LETTERS, Letter
from tests.intake.shapes import SHAPES

if TYPE_CHECKING:
    from secdb.intake import StateNames

EACH = pytest.mark.parametrize(
    "letter", [pytest.param(letter, id=name) for name, letter in {**LETTERS, **SHAPES}.items()]
)


def read(letter: Letter | str, names: StateNames) -> Draft:
    return read_letter(letter if isinstance(letter, str) else letter.text, "letter.txt", names)


@EACH
def test_every_statement_is_found_with_its_kind_day_and_place(letter: Letter, state_names: StateNames) -> None:
    found = [(one.kind, one.date, one.place) for one in read(letter, state_names).statements]
    assert found == [(one.kind, one.date, one.place) for one in letter.statements]


@EACH
def test_the_states_of_every_statement_are_found(letter: Letter, state_names: StateNames) -> None:
    found = [sorted(one.states) for one in read(letter, state_names).statements]
    assert found == [sorted(one.states) for one in letter.statements]


@EACH
def test_everyone_who_signed_is_found_with_state_and_office(letter: Letter, state_names: StateNames) -> None:
    found = [
        {(who.name, who.state, who.capacity) for who in one.signatories} for one in read(letter, state_names).statements
    ]
    assert found == [set(one.people) for one in letter.statements]


@EACH
def test_symbols_items_session_and_addressee_are_found(letter: Letter, state_names: StateNames) -> None:
    draft = read(letter, state_names)
    assert draft.symbols == letter.symbols
    assert draft.agenda_items == letter.items
    assert draft.session == letter.session
    assert draft.statements[0].addressee == letter.addressee


@EACH
def test_a_signatory_stands_where_the_draft_says(letter: Letter, state_names: StateNames) -> None:
    for statement in read(letter, state_names).statements:
        for who in statement.signatories:
            words = letter.text[slice(*who.span)]
            assert who.name is None or who.name.casefold() == words.casefold()


TITLE = "Letter dated 4 May {} from the Permanent {} to the United Nations addressed to the Secretary-General\n"
ROSTER = """Letter dated 4 May 2010 from the Permanent Representative of Georgia to the United Nations addressed to \
the Secretary-General

On behalf of the four member States of the Black Sea Forum (Azerbaijan, Georgia, the Republic of Moldova and Ukraine), \
I have the honour to transmit herewith the text of a statement (see annex).

(Signed) Ketevan Beridze
"""


def test_a_roster_is_read_with_its_words(state_names: StateNames) -> None:
    (roster,) = read(ROSTER, state_names).rosters
    assert (roster.body, roster.on, roster.complete) == ("Black Sea Forum", "2010-05-04", True)
    assert roster.states == ("AZE", "GEO", "MDA", "UKR")
    assert ROSTER[slice(*roster.span)] == roster.quote


def test_a_roster_that_lists_fewer_than_it_counts_is_not_complete(state_names: StateNames) -> None:
    (roster,) = read(ROSTER.replace("four", "five"), state_names).rosters
    assert not roster.complete


def test_a_misprint_in_the_words_of_a_roster_does_not_lose_it(state_names: StateNames) -> None:
    text = ROSTER.replace("member States", "menber States")
    draft = read(text, state_names)
    assert [one.states for one in draft.rosters] == [("AZE", "GEO", "MDA", "UKR")]
    assert warned(draft, text, "members of a body") == ["menber States"]


def test_leaders_of_all_members_are_a_roster_of_the_body(state_names: StateNames) -> None:
    text = """Statement of the heads of State of the parties to the Treaty on Lakes

We, the heads of State of the parties to the Treaty on Lakes, meeting in Bern on 4 May 2001, agree.

For the Swiss Confederation
(Signed) Urs Bernasconi

For the Republic of Austria
(Signed) Eva Gruber
"""
    (roster,) = read(text, state_names).rosters
    assert (roster.body, roster.on, roster.states) == ("Treaty on Lakes", "2001-05-04", ("CHE", "AUT"))
    assert roster.quote == "We, the heads of State of the parties to the Treaty on Lakes"


def warned(draft: Draft, text: str, words: str) -> list[str]:
    return [text[slice(*one.span)] for one in draft.warnings if words in one.message]


def test_a_state_nobody_knows_is_a_question_at_its_words(state_names: StateNames) -> None:
    text = TITLE.format(2010, "Representative of Ruritania")
    assert warned(read(text, state_names), text, "no State of this name") == ["Ruritania"]


def test_a_misprinted_state_is_read_and_told(state_names: StateNames) -> None:
    text = TITLE.format(2010, "Representatives of Honduras and Nicaraqua")
    draft = read(text, state_names)
    assert draft.statements[0].states == ("HND", "NIC")
    assert warned(draft, text, "read as NIC") == ["Nicaraqua"]


def test_a_state_named_by_its_adjective_is_told(state_names: StateNames) -> None:
    text = "Letter dated 4 May 2010 from the Peruvian Ambassador addressed to the Secretary-General\n"
    draft = read(text, state_names)
    assert draft.statements[0].states == ("PER",)
    assert warned(draft, text, "adjectives only") == ["Peruvian"]


def test_a_state_that_only_the_signatures_have_is_a_sender_and_told(state_names: StateNames) -> None:
    text = TITLE.format(2010, "Representative of Chad") + (
        "\nWe write.\n\n(Signed) A. Abakar\nPermanent Representative of Chad\n"
        "\n(Signed) B. Issoufou\nPermanent Representative of the Niger\n"
    )
    draft = read(text, state_names)
    assert draft.statements[0].states == ("TCD", "NER")
    assert len(warned(draft, text, "NER: taken from the signatures")) == 1


def test_a_name_is_that_of_the_state_of_the_day(state_names: StateNames) -> None:
    for year, code in ((1985, "YUG"), (2001, "SCG")):
        text = TITLE.format(year, "Representative of Yugoslavia")
        assert read(text, state_names).statements[0].states == (code,)


@pytest.mark.parametrize("text", ["", "\n\n", "0", "(Signed)", "\x00\u200b", "(see annex)" * 50])
def test_a_text_without_a_letter_is_a_draft_with_a_warning(text: str, state_names: StateNames) -> None:
    draft = read(text, state_names)
    assert draft.statements == ()
    assert [one.message for one in draft.warnings] == ["no letter and no statement was found"]


def test_a_draft_has_the_keys_of_the_interface(state_names: StateNames) -> None:
    draft = read(LETTERS["stacked"], state_names).to_dict()
    assert list(draft) == ["file", "sha256", "text_sha256", "language", "document", "statements", "rosters", "warnings"]
    assert {"symbols", "date", "title", "session", "agenda_items"} <= set(draft["document"])  # type: ignore[call-overload]


def test_a_lost_letter_in_an_office_a_mark_or_a_state_is_told(state_names: StateNames) -> None:
    text = SHAPES["lost_letters"].text
    draft = read(text, state_names)
    assert warned(draft, text, "read as an office") == [
        "Permanent Rep esentative",
        "Acting Permanent Representatve",
        "Perman nt Representat ve",
    ]
    assert warned(draft, text, "mark of signature") == ["(Sig ed)", "(Sgned)", "(S gnod)"]
    assert warned(draft, text, "read as SUN") == ["Union of Sov et\nSocialist Republics"]
    assert warned(draft, text, "read as YUG") == ["Yugosl via"]


def test_half_a_name_is_never_taken_for_another_state(state_names: StateNames) -> None:
    text = TITLE.format(2010, "Representatives of Chad and Niger a")
    draft = read(text, state_names)
    assert "NER" not in draft.statements[0].states
    assert warned(draft, text, "a letter stands apart") == ["Niger a"]


def test_the_members_that_a_body_is_said_to_have_are_a_roster(state_names: StateNames) -> None:
    head, _, _ = ROSTER.partition("On behalf")
    members = "the Black Sea Forum, whose {} members are Azerbaijan, Georgia, the Republic of Moldova and Ukraine"
    for count, complete in (("four", True), ("five", False)):
        text = (
            f"{head}Speaking for {members.format(count)}, Georgia transmits a statement (see annex).\n\n(Signed) K. B\n"
        )
        (roster,) = read(text, state_names).rosters
        assert (roster.body, roster.on, roster.complete) == ("Black Sea Forum", "2010-05-04", complete)
        assert roster.states == ("AZE", "GEO", "MDA", "UKR")
        assert roster.quote == members.format(count)[4:]
