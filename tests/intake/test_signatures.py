"""What is not guessed of who signed: States nobody knows, signatures for another, too few of them, page headers."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

import pytest

from secdb.intake import Draft, read_letter

if TYPE_CHECKING:
    from secdb.intake import StateNames

PR = "permanent_representative"
TITLE = "Letter dated 4 May 2004 from the Permanent {} to the United Nations addressed to the Secretary-General\n\n"
OF_TWO = TITLE.format("Representatives of Estonia and Ghana")
OF_ONE = TITLE.format("Representative of Estonia")
LEPIK = "(Signed) Tiit Lepik\nPermanent Representative of Estonia\n\n"
MENSIMA = "(Signed) Efua Mensima\nPermanent Representative of Ghana\n\n"


def read(text: str, names: StateNames) -> Draft:
    return read_letter(text, "letter.txt", names)


def signed(draft: Draft) -> list[tuple[str | None, str | None, str | None]]:
    return [(one.name, one.state, one.capacity) for one in draft.statements[0].signatories]


def warned(draft: Draft, text: str, words: str) -> list[str]:
    return [text[slice(*one.span)] for one in draft.warnings if words in one.message]


@pytest.mark.parametrize(
    "office", ["Permanent Representative of the Kingdom of Ruritania", "Permanent Representative of Ruritania"]
)
def test_who_signs_for_an_unknown_state_is_not_given_the_title_s_only_one(office: str, state_names: StateNames) -> None:
    text = f"{TITLE.format('Representatives of Estonia and Ruritania')}{LEPIK}(Signed) Rudolf Elphberg\n{office}\n"
    draft = read(text, state_names)
    assert signed(draft) == [("Tiit Lepik", "EST", PR), ("Rudolf Elphberg", None, PR)]
    assert warned(draft, text, "for which State") == ["Rudolf Elphberg"]


def test_who_alone_signs_for_an_unknown_state_is_not_given_the_sender(state_names: StateNames) -> None:
    text = f"{OF_ONE}(Signed) Rudolf Elphberg\nPermanent Representative of Ruritania\n"
    assert signed(read(text, state_names)) == [("Rudolf Elphberg", None, PR)]


def test_the_state_left_over_is_not_that_of_an_unknown_one(state_names: StateNames) -> None:
    text = f"{OF_TWO}{LEPIK}(Signed) Rudolf Elphberg\nPermanent Representative of Ruritania\n"
    draft = read(text, state_names)
    assert signed(draft)[1] == ("Rudolf Elphberg", None, PR)
    assert warned(draft, text, "no signature for GHA")


def test_the_state_left_over_is_that_of_who_names_none(state_names: StateNames) -> None:
    text = f"{OF_TWO}{LEPIK}(Signed) Efua Mensima\nPermanent Representative\n"
    assert signed(read(text, state_names))[1] == ("Efua Mensima", "GHA", PR)


def test_the_state_of_one_is_not_given_to_another_who_names_none(state_names: StateNames) -> None:
    text = f"{OF_ONE}{LEPIK}(Signed) Rudolf Elphberg\nPermanent Representative\n"
    assert signed(read(text, state_names))[1] == ("Rudolf Elphberg", None, PR)


def test_an_unknown_state_in_a_table_is_a_question(state_names: StateNames) -> None:
    people = {"Estonia": "Tiit Lepik", "Ruritania": "Rudolf Elphberg", "Ghana": "Efua Mensima"}
    rows = "".join(f"{state} | {name} | Permanent Representative\n" for state, name in people.items())
    text = TITLE.format("Representatives of Estonia, Ruritania and Ghana") + rows
    draft = read(text, state_names)
    assert [state for _, state, _ in signed(draft)] == ["EST", None, "GHA"]
    assert warned(draft, text, "for which State") == ["Rudolf Elphberg"]


@pytest.mark.parametrize(
    "words", ["Minister of Mines", "Director of Protocol", "Permanent Representative\nChair of the Group of Nine"]
)
def test_an_office_of_no_state_leaves_the_sender_of_the_title(words: str, state_names: StateNames) -> None:
    text = f"{OF_ONE}(Signed) Tiit Lepik\n{words}\n"
    assert [state for _, state, _ in signed(read(text, state_names))] == ["EST"]


@pytest.mark.parametrize(
    ("block", "name"),
    [
        ("(Signed) Mart Saar\nfor and on behalf of\nTiit Lepik, Permanent Representative of Estonia\n", "Mart Saar"),
        ("(Signed) (illegible)\nfor the Permanent Representative of Estonia\n", None),
        ("(Signed) Mart Saar\nfor the Permanent Representative\n", "Mart Saar"),
        ("For the Permanent Representative of Estonia:\n(Signed) Mart Saar\n", "Mart Saar"),
    ],
)
def test_who_signs_for_another_has_not_the_other_s_office(
    block: str, name: str | None, state_names: StateNames
) -> None:
    text = OF_ONE + block
    draft = read(text, state_names)
    assert signed(draft) == [(name, "EST", None)]
    assert len(warned(draft, text, "signed for another")) == 1


def test_who_signs_for_another_keeps_an_office_of_the_own(state_names: StateNames) -> None:
    text = f"{OF_ONE}(Signed) Mart Saar\nCounsellor\nfor the Permanent Representative\n"
    assert signed(read(text, state_names)) == [("Mart Saar", "EST", "other")]


@pytest.mark.parametrize("header", ["A/58/9612\nS/2004/9099", "S/2004/9099", "S/PRST/2004/99", "s/2004/9099"])
def test_a_symbol_on_top_of_a_page_is_no_signature(header: str, state_names: StateNames) -> None:
    text = f"{OF_ONE}I write.\n\n{LEPIK}04-99999 (E)\n\n{header}\n\nAnnex\n\nText.\n"
    assert signed(read(text, state_names)) == [("Tiit Lepik", "EST", PR)]


def test_a_letter_with_fewer_signatures_than_states_is_told(state_names: StateNames) -> None:
    draft = read(OF_TWO + LEPIK, state_names)
    assert warned(draft, OF_TWO, "2 States, but no signature for GHA") == [OF_TWO.strip()]
    assert not warned(read(OF_TWO + LEPIK + MENSIMA, state_names), OF_TWO, "no signature for")


def test_a_state_that_signs_a_letter_twice_is_told(state_names: StateNames) -> None:
    text = f"{OF_TWO}{LEPIK}{MENSIMA}(Signed) Mart Saar\nPermanent Representative of Estonia\n"
    assert warned(read(text, state_names), text, "EST has signed before") == ["Mart Saar"]


def test_two_persons_may_sign_a_treaty_for_each_state(state_names: StateNames) -> None:
    text = """Agreement on Ferries

Done at Accra on 4 May 2004.

For the Republic of Estonia:
T. LEPIK
M. SAAR

For the Republic of Ghana:
E. MENSIMA
K. OWUSUA
"""
    draft = read(text, state_names)
    assert [state for _, state, _ in signed(draft)] == ["EST", "EST", "GHA", "GHA"]
    assert not warned(draft, text, "has signed before")


def test_a_state_that_signs_a_text_of_others_is_told(state_names: StateNames) -> None:
    text = f"Joint statement of the Governments of Estonia and Norway\n\nTallinn, 4 May 2004\n\n{LEPIK}{MENSIMA}"
    assert warned(read(text, state_names), text, "GHA signs, but is not named") == ["Efua Mensima"]


def test_a_name_with_accents_of_their_own_is_read_and_stands_where_it_is_said(state_names: StateNames) -> None:
    text = unicodedata.normalize("NFD", f"{OF_ONE}(Signed) Žígá Kováčé\nPermanent Representative of Estonia\n")
    (who,) = read(text, state_names).statements[0].signatories
    assert who.name == "Žígá Kováčé"
    assert text[slice(*who.span)] == unicodedata.normalize("NFD", "Žígá Kováčé")
