"""Forms of days, symbols, titles, rosters and issuers, each in made-up letters, and what a person is told of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given

from secdb.intake import Draft, read_letter
from secdb.intake.dates import find_dates, impossible_days
from secdb.intake.language.numbers import number_of
from tests.intake.laws import check_places
from tests.intake.shapes_grammar import GRAMMAR
from tests.intake.test_mutated import check_in_time, mutated

if TYPE_CHECKING:
    from secdb.intake import StateNames
    from tests.intake.letters import Letter

EACH = pytest.mark.parametrize("letter", [pytest.param(letter, id=name) for name, letter in GRAMMAR.items()])
HEADING = (
    "Letter dated 4 May 2010 from the Permanent Representative of Peru to the United Nations addressed to the {}\n"
)


def read(text: str, names: StateNames) -> Draft:
    draft = read_letter(text, "letter.txt", names)
    check_places(text, draft, names)
    return draft


def warned(draft: Draft, text: str, words: str) -> list[str]:
    return [text[slice(*one.span)] for one in draft.warnings if words in one.message]


@EACH
def test_every_statement_is_read(letter: Letter, state_names: StateNames) -> None:
    found = [
        (
            one.kind,
            sorted(one.states),
            one.date,
            one.place,
            {(who.name, who.state, who.capacity) for who in one.signatories},
        )
        for one in read(letter.text, state_names).statements
    ]
    assert found == [(one.kind, sorted(one.states), one.date, one.place, set(one.people)) for one in letter.statements]


@EACH
def test_symbols_session_and_addressee_are_read(letter: Letter, state_names: StateNames) -> None:
    draft = read(letter.text, state_names)
    assert (draft.symbols, draft.session) == (letter.symbols, letter.session)
    assert draft.statements[0].addressee == letter.addressee


@given(text=mutated([letter.text for letter in GRAMMAR.values()]))
def test_a_mutated_letter_gives_a_draft_in_time_with_true_places(text: str, state_names: StateNames) -> None:
    check_in_time(text, state_names)


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("this fifth day of May, two thousand and four", "2004-05-05"),
        ("this twenty-first day of December, one thousand nine hundred and ninety-one", "1991-12-21"),
        ("the 3rd day of June in the year two thousand and ten", "2010-06-03"),
        ("on the first day of June, nineteen ninety-two", "1992-06-01"),
        ("a los cinco días del mes de mayo de dos mil cuatro", "2004-05-05"),
        ("el treinta y uno de enero de mil novecientos noventa y nueve", "1999-01-31"),
        ("le premier avril mil neuf cent quatre-vingt-douze", "1992-04-01"),
        ("le douze juin deux mille trois", "2003-06-12"),
    ],
)
def test_a_day_in_words_is_read(text: str, iso: str) -> None:
    assert [(one.iso, one.sure) for one in find_dates(text)] == [(iso, True)]


@pytest.mark.parametrize(("text", "iso"), [("l8 March 1999", "1999-03-18"), ("3O May l999", "1999-05-30")])
def test_a_day_with_letters_for_figures_is_read_and_not_sure(text: str, iso: str) -> None:
    assert find_dates(text) == [(0, len(text), iso, False)]


@pytest.mark.parametrize("text", ["29 February 1993", "31 June 2007", "30.02.2001", "1996年2月30日"])
def test_a_day_that_no_calendar_has_is_told(text: str, state_names: StateNames) -> None:
    assert find_dates(text) == []
    assert impossible_days(text) == ((0, len(text)),)
    draft = read(text, state_names)
    assert warned(draft, text, "no calendar has this day") == [text]


@pytest.mark.parametrize("text", ["29 February 1992", "30 June 2007", "items 31 and 32 of 2007"])
def test_a_day_that_there_is_is_not_told(text: str) -> None:
    assert impossible_days(text) == ()


@pytest.mark.parametrize(
    ("words", "number"),
    [("seven", 7), ("twenty-one", 21), ("quatre-vingt-dix-neuf", 99), ("dieciséis", 16), ("шести", 6), ("some", None)],
)
def test_words_are_numbers(words: str, number: int | None) -> None:
    assert number_of(words) == number


def test_letters_for_figures_in_day_and_symbol_are_told(state_names: StateNames) -> None:
    text = GRAMMAR["three_kinds"].text
    draft = read(text, state_names)
    assert warned(draft, text, "though not printed so") == ["3l AUGUST 1989", "A/44/9O91", "S/l0791"]


def test_a_symbol_in_the_first_paragraph_is_that_of_another_document(state_names: StateNames) -> None:
    text = HEADING.format("Secretary-General") + "\nI refer to the letter circulated as document\nS/2010/9999.\n"
    assert read(text, state_names).symbols == ()


ANNEX = "\nI write.\n\n(Signed) Rosa QUIROGA\nPermanent Representative\n\nAnnex\n\n{}\n\n{}\n"
DISTRIBUTED = "S/2010/9901\n11 May 2010\n\n" + HEADING.format("Secretary-General") + ANNEX


def test_the_day_of_distribution_is_no_day_of_a_text(state_names: StateNames) -> None:
    text = DISTRIBUTED.format("Statement of the Government of Peru", "Rain fell.")
    assert [one.date for one in read(text, state_names).statements] == ["2010-05-04", None]
    alone = "A/65/9902\n11 May 2010\n\nDeclaration of Peru and Chile\n\nRain fell.\n"
    assert [one.date for one in read(alone, state_names).statements] == [None]


def test_a_day_over_a_text_without_a_distribution_header_is_its_own(state_names: StateNames) -> None:
    text = "11 May 2010\n\nDeclaration of Peru and Chile\n\nRain fell.\n"
    assert [one.date for one in read(text, state_names).statements] == ["2010-05-11"]


def test_a_text_later_than_its_letter_is_told(state_names: StateNames) -> None:
    for day, told in (("8 May 2010", ["8 May 2010"]), ("4 May 2010", [])):
        text = DISTRIBUTED.format("Statement of the Government of Peru", f"Lima, {day}")
        draft = read(text, state_names)
        assert warned(draft, text, "later than the letter") == told


def test_a_text_that_names_no_state_is_told(state_names: StateNames) -> None:
    text = DISTRIBUTED.format("Statement on rain", "Rain fell.")
    draft = read(text, state_names)
    assert draft.statements[1].states == ()
    assert warned(draft, text, "no State is named") == ["Statement on rain"]


@pytest.mark.parametrize("words", ["The States named above agree.", "The undersigned Governments agree."])
def test_a_text_that_speaks_of_the_states_above_is_the_senders_and_told(words: str, state_names: StateNames) -> None:
    text = DISTRIBUTED.format("Statement on rain", words)
    draft = read(text, state_names)
    assert draft.statements[1].states == ("PER",)
    assert warned(draft, text, "PER: taken from the letter") == ["Statement on rain"]


def test_a_count_that_the_list_does_not_come_up_to_is_told(state_names: StateNames) -> None:
    roster = "\nOn behalf of the {} States members of the Andes Compact (Bolivia, Chile and Peru), I write.\n"
    for count, complete in (("three", True), ("twenty-one", False)):
        text = HEADING.format("Secretary-General") + roster.format(count)
        draft = read(text, state_names)
        assert [(one.body, one.complete) for one in draft.rosters] == [("Andes Compact", complete)]
        assert len(warned(draft, text, "21 are counted, 3 are named")) == (not complete)


def test_the_states_before_the_members_they_are_counted_as_are_a_roster(state_names: StateNames) -> None:
    text = (
        HEADING.format("Secretary-General")
        + "\nBolivia, Chile and Peru, the three States members of the Andes Compact, met.\n"
    )
    (roster,) = read(text, state_names).rosters
    assert (roster.body, roster.states, roster.complete) == ("Andes Compact", ("BOL", "CHL", "PER"), True)


@pytest.mark.parametrize(
    ("letter", "body", "states"),
    [
        ("french_words", "Union des lacs du Centre", ("CMR", "COG", "GAB", "GNQ", "CAF", "TCD")),
        ("russian_body", "Степного форума", ("KAZ", "KGZ")),
        ("chinese_body", "草原合作组织", ("RUS", "CHN")),
        ("one_line_body", "Great Lakes Charter", ("BDI", "KEN", "UGA")),
    ],
)
def test_a_roster_is_read(letter: str, body: str, states: tuple[str, ...], state_names: StateNames) -> None:
    text = GRAMMAR[letter].text
    (roster,) = read(text, state_names).rosters
    assert (roster.body, roster.states, roster.complete) == (body, states, True)
    assert text[slice(*roster.span)] == roster.quote


@pytest.mark.parametrize(
    ("letter", "ends"),
    [("one_line_body", "to the Great Lakes Charter"), ("french_one_line", "de la Gambie, du Mali et du Sénégal")],
)
def test_a_title_without_a_line_of_its_own_ends_before_day_and_body(
    letter: str, ends: str, state_names: StateNames
) -> None:
    title = read(GRAMMAR[letter].text, state_names).statements[1].title
    assert title is not None
    assert title.startswith("Communiq")
    assert title.endswith(ends)


def test_a_town_in_spanish_keeps_the_name_of_its_state(state_names: StateNames) -> None:
    text = "Declaración de Paz\n\nLos Presidentes declaran.\n\nAntigua Guatemala, 3 de mayo de 2001\n"
    assert [one.place for one in read(text, state_names).statements] == ["Antigua Guatemala"]
    text = "Declaration on peace\n\nWe agree.\n\nKingston Jamaica, 3 May 2001\n"
    assert [one.place for one in read(text, state_names).statements] == ["Kingston"]
