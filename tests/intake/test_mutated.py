"""Texts that something happened to: only drafts and warnings, in time, and every place right."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secdb.intake import read_letter
from tests.intake.laws import check_places
from tests.intake.letters import LETTERS
from tests.intake.shapes import SHAPES

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from secdb.intake import StateNames

TEXTS = [letter.text for letter in (*LETTERS.values(), *SHAPES.values())]
SECONDS = 2
STRAY = "()[]\"'*|#/\\.,;:-_\x00\u200b\u00ad« \t\r\nЯя中0I"
REPEATED = [
    "(Signed) ",
    " ",
    "\n",
    "of ",
    "A. ",
    "Letter dated ",
    "A/1/",
    "(see annex) ",
    "For the Republic of ",
    "President ",
]


def dropped(text: str, draw: Callable[[int], int]) -> str:
    lines = text.split("\n")
    del lines[draw(len(lines))]
    return "\n".join(lines)


def joined(text: str, draw: Callable[[int], int]) -> str:
    return text.replace("\n", " ", draw(60) + 1)


def recased(text: str, draw: Callable[[int], int]) -> str:
    return "".join(letter.upper() if draw(2) else letter.lower() for letter in text[:400]) + text[400:]


def strewn(text: str, draw: Callable[[int], int]) -> str:
    for _ in range(draw(30)):
        place = draw(len(text) + 1)
        text = text[:place] + STRAY[draw(len(STRAY))] + text[place:]
    return text


def in_columns(text: str, draw: Callable[[int], int]) -> str:
    lines = text.split("\n")
    half = 1 + draw(len(lines))
    rows = [f"{left:<60}   {right}" for left, right in zip(lines[:half], lines[half : 2 * half], strict=False)]
    return "\n".join([*rows, *lines[2 * half :]])


def cut(text: str, draw: Callable[[int], int]) -> str:
    start = draw(len(text) + 1)
    return text[start:] if draw(2) else text[:start]


def swollen(text: str, draw: Callable[[int], int]) -> str:
    place = draw(len(text) + 1)
    return text[:place] + REPEATED[draw(len(REPEATED))] * draw(600) + text[place:]


MUTATIONS = [dropped, joined, recased, strewn, in_columns, cut, swollen]


@st.composite
def mutated(draw: st.DrawFn, texts: Sequence[str]) -> str:
    text = draw(st.sampled_from(texts))
    random = draw(st.randoms(use_true_random=False))
    for mutation in draw(st.lists(st.sampled_from(MUTATIONS), min_size=1, max_size=3)):
        text = mutation(text, lambda below: random.randrange(max(1, below)))
    return text


def check_in_time(text: str, names: StateNames) -> None:
    """Assert that a text gives a draft in time, and that its places are true."""
    start = time.process_time()  # not what others take of the machine
    draft = read_letter(text, "letter.txt", names)
    assert time.process_time() - start < SECONDS
    check_places(text, draft, names)


@given(text=mutated(TEXTS))
def test_a_mutated_text_gives_a_draft_in_time_with_true_places(text: str, state_names: StateNames) -> None:
    check_in_time(text, state_names)


@given(text=st.text(max_size=400))
def test_any_text_gives_a_draft(text: str, state_names: StateNames) -> None:
    check_places(text, read_letter(text, "letter.txt", state_names), state_names)


@pytest.mark.parametrize(
    "piece", [*REPEATED, "a", "A", "Aa ", "- ", "\r\n", "of the Republic of ", "1", "中", "Ж", ", and "]
)
def test_a_long_repetition_is_read_in_time(piece: str, state_names: StateNames) -> None:
    start = time.process_time()  # not what others take of the machine
    read_letter(piece * (40_000 // len(piece)), "letter.txt", state_names)
    assert time.process_time() - start < SECONDS
