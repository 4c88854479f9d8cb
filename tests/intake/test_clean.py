"""Cleaning: what is taken out, how columns are read, and that every character keeps its place."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secdb.intake.clean import cleaned
from secdb.intake.clean.mapped import mapped

COLUMNS = """\
(Signed)  A. ALPHA                     (Signed)  B. BETA
Permanent Representative                Permanent Representative
   of Northland                            of Riverania
"""


def read(text: str) -> str:
    return cleaned(text)[0].text


def test_columns_are_read_one_after_the_other() -> None:
    lines = [line for line in read(COLUMNS).split("\n") if line]
    assert lines == [
        "(Signed) A. ALPHA",
        "Permanent Representative",
        "of Northland",
        "(Signed) B. BETA",
        "Permanent Representative",
        "of Riverania",
    ]


def test_rows_of_state_and_name_stay_rows() -> None:
    text = "For Northland          A. ALPHA\nFor Riverania          B. BETA\n"
    assert read(text).split() == ["For", "Northland", "A.", "ALPHA", "For", "Riverania", "B.", "BETA"]


@pytest.mark.parametrize(
    "furniture",
    [
        "/...",
        "95-12345 (E) 120595 *9512345*",
        "A/50/999 English Page 2",
        "\n* A/50/50.\n",
        "*9512345*",
        "[Page 367]",
        "\n- 2 -\n",
    ],
)
def test_furniture_of_pages_is_taken_out(furniture: str) -> None:
    assert read(f"before {furniture} after").split() == ["before", "after"]


def test_words_parted_at_the_end_of_a_line_are_put_together() -> None:
    assert read("organi-\nzation") == "organization"


def test_compounds_keep_their_hyphen() -> None:
    assert read("the fifty-\nseventh session") == "the fifty-seventh session"


def test_a_name_in_a_column_has_its_own_words_as_its_place() -> None:
    clean, _, _ = cleaned(COLUMNS)
    start = clean.text.index("B. BETA")
    assert COLUMNS[slice(*clean.span(start, start + 7))] == "B. BETA"


def test_words_that_a_column_parts_never_cover_words_of_others() -> None:
    clean, _, _ = cleaned(COLUMNS)
    start = clean.text.index("Representative")
    span = clean.span(start, clean.text.index("Northland") + 9)
    assert "Permanent" not in COLUMNS[slice(*span)]


def test_an_extent_goes_from_the_first_to_the_last_character_whatever_stands_between() -> None:
    text = "  one\n- 2 -\ntwo  "
    clean, _, _ = cleaned(text)
    assert clean.extent(0, len(clean.text)) == (2, 15)
    assert clean.extent(0, 0) is None


def test_an_extent_of_a_column_goes_over_the_columns_beside_it() -> None:
    clean, _, _ = cleaned(COLUMNS)
    start = clean.text.index("A. ALPHA")
    span = clean.extent(start, clean.text.index("B. BETA"))
    assert span
    assert COLUMNS[slice(*span)].startswith("A. ALPHA")
    assert "B. BETA" in COLUMNS[slice(*span)]


def test_a_mark_that_stands_apart_is_not_the_place_of_the_words_behind_it() -> None:
    text = "[ \n\n- 2 -\n\n words here"
    clean, _, _ = cleaned(text)
    assert text[slice(*clean.span(0, len(clean.text)))] == "words here"


@given(st.text(alphabet="ab (){}.,-\r\n\t\u00ad\u200b\u00a0*|#/1Я中", max_size=200))
def test_every_character_left_is_that_of_its_place(text: str) -> None:
    clean, _, plain = cleaned(text)
    for one in (clean, plain):
        assert len(one.text) == len(one.origins)
        assert all(
            letter == text[place] for letter, place in zip(one.text, one.origins, strict=True) if letter.isalnum()
        )


def test_line_ends_of_windows_are_one() -> None:
    assert mapped("a\r\nb").text == "a\nb"
