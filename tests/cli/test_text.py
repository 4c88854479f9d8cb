"""What a terminal is sent."""

from __future__ import annotations

import json
import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cli.output.text import escape_json, visible, width, wrap

EVERYTHING = st.text(st.characters(codec=None))


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("Kyrgyzstan", "Kyrgyzstan"),
        ("Côte d\u2019Ivoire \u4e2d\u56fd", "Côte d\u2019Ivoire \u4e2d\u56fd"),
        ("\x1b[31mred\x07", "\\x1b[31mred\\x07"),
        ("\x00\x7f\x9b", "\\x00\\x7f\\x9b"),
        ("a\u202eb\u2066c\u2069", "a\\u202eb\\u2066c\\u2069"),
        ("a\u200bb\u200dc\ufeffd\u00ade", "a\\u200bb\\u200dc\\ufeffd\\xade"),
        ("a\u2028b\u2029c\x85d", "a\\u2028b\\u2029c\\x85d"),
        ("a\ud800b", "a\\ud800b"),
        ("a\U000e0041b", "a\\U000e0041b"),
        ("one\r\ntwo\n\nthree\rfour\n", "one / two / three / four"),
        ("a\tb", "a b"),
        ("10\u00a0000\u3000\u202f%", "10\u00a0000\u3000\u202f%"),
    ],
)
def test_what_cannot_be_seen_is_escaped(text: str, seen: str) -> None:
    assert visible(text) == seen


def test_controls_format_characters_separators_and_surrogates_are_all_escaped() -> None:
    unseen = {"Cc", "Cf", "Cs", "Zl", "Zp"}
    characters = [chr(code) for code in range(sys.maxunicode + 1) if unicodedata.category(chr(code)) in unseen]
    assert len(characters) > 2_000
    assert [c for c in characters if c in visible(f"a{c}b") and c != "\t"] == []


def test_the_blanks_are_those_of_unicode() -> None:
    blanks = [chr(code) for code in range(sys.maxunicode + 1) if unicodedata.category(chr(code)) == "Zs"]
    assert visible(f"a{''.join(blanks)}b") == f"a{''.join(blanks)}b"


@given(EVERYTHING)
def test_json_reads_back_as_it_was(text: str) -> None:
    printed = escape_json(json.dumps(text, ensure_ascii=False))
    assert json.loads(printed) == text
    assert [c for c in printed if unicodedata.category(c) in {"Cc", "Cf", "Cs", "Zl", "Zp"}] == []


@pytest.mark.parametrize(
    ("text", "columns"),
    [
        ("abc", 3),
        ("中国", 4),
        ("\uff37\uff29\uff24\uff25", 8),
        ("e\u0301te\u0301", 3),
        ("한국", 4),
        ("\u1112\u1161\u11ab", 2),
        ("Кыргызстан", 10),
        ("🇰", 1),
    ],
)
def test_width_is_what_a_terminal_takes(text: str, columns: int) -> None:
    assert width(text) == columns


@pytest.mark.parametrize(
    ("text", "columns", "lines"),
    [
        ("the Kyrgyz Republic", 10, ["the Kyrgyz", "Republic"]),
        ("abcdefgh", 3, ["abc", "def", "gh"]),
        ("to abcdefgh", 3, ["to", "abc", "def", "gh"]),
        ("中国人民", 5, ["中国", "人民"]),
        ("e\u0301e\u0301e\u0301", 2, ["e\u0301e\u0301", "e\u0301"]),
        ("", 5, [""]),
    ],
)
def test_long_text_is_broken_at_blanks_or_anywhere(text: str, columns: int, lines: list[str]) -> None:
    assert wrap(text, columns) == lines


@given(st.text(st.sampled_from("ab 中e\u0301")), st.integers(2, 9))
def test_wrapping_loses_nothing_but_blanks_and_fits(text: str, columns: int) -> None:
    lines = wrap(text, columns)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert all(width(line) <= columns for line in lines)
