"""Cells and names: dates with letters, brackets and footnote marks."""

from __future__ import annotations

import pytest

from secdb.exchange.importers.mtdsg.cells import is_blank, read_cell, read_participant

Read = tuple[str, str | None, bool, str]


def read(text: str) -> list[Read]:
    """Return the EDTF, letter, brackets and marks of each date."""
    return [(one.date.edtf, one.letter, one.is_bracketed, " ".join(one.marks)) for one in read_cell(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("24 Oct 1945", ("1945-10-24", None, False, "")),
        ("1 September 1950", ("1950-09-01", None, False, "")),
        (" 5 Feb  1970 a ", ("1970-02-05", "a", False, "")),
        ("9 Dec 1975 AA", ("1975-12-09", "AA", False, "")),
        ("9 Dec 1975 (d)", ("1975-12-09", "d", False, "")),
        ("[ 5 Feb 1970]", ("1970-02-05", None, True, "")),
        ("[5 Feb 1970 a]", ("1970-02-05", "a", True, "")),
        ("[5 Feb 1970] a", ("1970-02-05", "a", True, "")),
        ("5 Feb 1970 3", ("1970-02-05", None, False, "3")),
        ("5 Feb 1970 3, 14 a", ("1970-02-05", "a", False, "3 14")),
        ("5 Feb 1970 a 3 ,", ("1970-02-05", "a", False, "3")),
        ("[5 Feb 1970 A 3] 4", ("1970-02-05", "A", True, "3 4")),
        ("5 Feb 1970 d*", ("1970-02-05", "d", False, "*")),
        ("5 Feb 1970 [3] a", ("1970-02-05", "a", False, "3")),
        ("[5 Feb 1970 (3)]", ("1970-02-05", None, True, "3")),
        ("5 Feb 1970 d5 \u2021", ("1970-02-05", "d", False, "5 \u2021")),
        ("5 f\u00e9vrier 1970", ("1970-02-05", None, False, "")),
        ("Feb 1970", ("1970-02", None, False, "")),
        ("29 Feb 1972 a", ("1972-02-29", "a", False, "")),
    ],
)
def test_a_date_is_read_with_what_stands_at_it(text: str, expected: Read) -> None:
    assert read(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("5 Feb 1970 a, 3 Mar 1990 d", [("1970-02-05", "a", False, ""), ("1990-03-03", "d", False, "")]),
        ("[5 Feb 1970] 3 Mar 1990 a", [("1970-02-05", None, True, ""), ("1990-03-03", "a", False, "")]),
        ("5 Feb 1970 May 1990", [("1970-02-05", None, False, ""), ("1990-05", None, False, "")]),
        ("5 Feb 1970 2\n13 Mar 1990", [("1970-02-05", None, False, "2"), ("1990-03-13", None, False, "")]),
    ],
)
def test_a_cell_may_hold_several_dates(text: str, expected: list[Read]) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "n.a.",
        "31 Feb 1970",
        "5 Fev 1970",
        "5 Feb 70",
        "5 Feb 19700",
        "1970-02-05",
        "[5 Feb 1970",
        "5 Feb 1970]",
        "5 Feb 1970 a d",
        "28 Jul - 3 Aug 1994",
        "1970",
        "5 Feb 1970 (withdrawn)",
        "5 Feb 1970 see note",
        "a",
        "5 Feb 1970 " * 100,
    ],
)
def test_what_is_not_understood_is_not_guessed(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize("text", ["", " ", "\u00a0", "-", "\u2014", "...", "\u2026"])
def test_dots_and_dashes_are_blank(text: str) -> None:
    assert is_blank(text)


@pytest.mark.parametrize("text", ["0", "a", "[ ]", "n.a."])
def test_anything_else_is_not_blank(text: str) -> None:
    assert not is_blank(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Chad", ("Chad", False, "")),
        ("Germany 3", ("Germany", False, "3")),
        ("Germany3", ("Germany", False, "3")),
        ("China 4, 5", ("China", False, "4 5")),
        ("Denmark 6 , 18 , 19 ,", ("Denmark", False, "6 18 19")),
        ("[Canada]", ("Canada", True, "")),
        ("[Canada 2] 7", ("Canada", True, "2 7")),
        ("Bolivia (Plurinational State of) 2", ("Bolivia (Plurinational State of)", False, "2")),
        ("C\u00f4te d'Ivoire*", ("C\u00f4te d'Ivoire", False, "*")),
        ("Viet\n Nam", ("Viet Nam", False, "")),
        ("", ("", False, "")),
    ],
)
def test_a_name_is_parted_from_brackets_and_marks(text: str, expected: tuple[str, bool, str]) -> None:
    found = read_participant(text)
    assert (found.name, found.is_bracketed, " ".join(found.marks)) == expected
