"""The words of a letter on a terminal: their lines, their marks, as many as there is room for, nothing raw."""

from __future__ import annotations

import pytest

from cli.letters.excerpt import REVERSE, Excerpt
from cli.output.text import width

TEXT = "one\ntwo words\n\n  four here\nfive\nsix\nseven\neight\nnine\nten\n"


def rows(text: str, *words: str, columns: int = 80, most: int = 20) -> list[str]:
    marks = [(text.index(one), text.index(one) + len(one)) for one in words]
    return Excerpt(text).rows(marks, None, columns=columns, most=most)


def test_lines_around_the_words_are_shown_with_their_numbers() -> None:
    assert rows(TEXT, "five") == [
        " 2  two words",
        " 3",
        " 4    four here",
        " 5  [[five]]",
        " 6  six",
        " 7  seven",
        " 8  eight",
    ]


def test_words_far_apart_have_a_gap_between() -> None:
    assert rows(TEXT, "one", "nine", most=5) == [" 1  [[one]]", "...", " 9  [[nine]]"]


def test_fewer_lines_are_shown_where_there_is_less_room() -> None:
    assert rows(TEXT, "six", most=3) == [" 5  five", " 6  [[six]]", " 7  seven"]
    assert rows(TEXT, "six", most=1) == [" 6  [[six]]"]


def test_of_words_over_more_lines_than_fit_the_first_and_last_are_shown() -> None:
    assert rows(TEXT, TEXT[: TEXT.index("nine")], most=5) == [
        " 1  [[one]]",
        " 2  [[two words]]",
        "...",
        " 8  [[eight]]",
    ]


def test_marks_that_meet_are_one_and_blanks_at_the_ends_of_a_line_are_not_marked() -> None:
    text = "a  (Signed) Ann Berg  \n   of Norway"
    marks = [(1, 16), (12, len(text))]
    assert Excerpt(text).rows(marks, None, columns=80, most=9) == ["1  a  [[(Signed) Ann Berg]]", "2     [[of Norway]]"]


def test_the_indent_that_all_lines_have_is_left_out() -> None:
    assert rows("    one\n      two\n", "two") == ["1  one", "2    [[two]]"]


def test_long_lines_are_broken_at_blanks_and_the_number_stands_once() -> None:
    assert rows("some words that go on\n", "that", columns=14) == ["1  some words", "   [[that]] go", "   on"]
    assert rows("1234567890123456\n", "0", columns=14) == ["1  123456789", "   [[0]]123456"]


def test_of_a_very_long_line_only_what_is_near_the_words_is_shown() -> None:
    text = "ab cd " * 5_000 + "HERE " + "ef gh " * 5_000
    shown = rows(text, "HERE", columns=100)
    assert shown[0].startswith("1  ... ")
    assert shown[-1].endswith(" ...")
    assert sum("[[HERE]]" in one for one in shown) == 1
    assert len(shown) <= 7


def test_words_near_one_another_in_a_very_long_line_are_shown_together() -> None:
    shown = " ".join(rows("ab cd " * 5_000 + "HERE and THERE " + "ef gh " * 5_000, "HERE", "THERE", columns=100))
    assert "[[HERE]] and [[THERE]]" in shown
    assert shown.count("HERE") == 2


@pytest.mark.parametrize("raw", ["\x1b[2J", "\u202e", "\x9b2J", "\x07", "\r", "\u200b", "\x0c", "\u2028"])
def test_nothing_that_cannot_be_seen_reaches_the_terminal(raw: str) -> None:
    shown = "".join(rows(f"before {raw} words {raw}after\n", f"{raw} words"))
    assert shown.isprintable()
    assert raw.encode("unicode_escape").decode() in shown


def test_wide_characters_take_two_columns() -> None:
    text = "一二三四五六七八九十\n"
    shown = rows(text, "五", columns=14)
    assert shown == ["1  一二三四", "   [[五]]六七", "   八九十"]
    assert all(width(one) <= 14 for one in shown)


def test_colours_end_with_each_row() -> None:
    marks = [(5, 15)]
    found = Excerpt("some words there\n").rows(marks, None, columns=14, most=9, paint=REVERSE)
    assert found == ["1  some \x1b[7mwords\x1b[27m", "   \x1b[7mther\x1b[27me"]


def test_without_words_the_beginning_of_the_stretch_is_shown() -> None:
    begin = TEXT.index("nine")
    assert Excerpt(TEXT).rows([], (begin, begin + 3), columns=80, most=5)[-1] == "10  ten"
    assert Excerpt("").rows([], None, columns=80, most=5) == []


def test_a_line_is_told_by_its_number() -> None:
    assert [Excerpt("a\nb\n").line(offset) for offset in (0, 1, 2)] == [1, 1, 2]
