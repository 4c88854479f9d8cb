"""An item of a draft on the terminal: all of it fits, values beside their words."""

from __future__ import annotations

import re
from typing import Any

import pytest

from cli.letters.excerpt import Excerpt
from cli.letters.screen import Size, screen
from cli.output.text import width
from secdb.register.letters.items import items
from tests.cli.letters.fakes import LETTER


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (60, 20), (90, 24), (200, 50)])
@pytest.mark.parametrize("colour", [True, False])
def test_every_screen_fits_the_terminal(read: dict[str, Any], size: tuple[int, int], colour: bool) -> None:  # noqa: FBT001
    long = [f"word{number}" for number in range(60)]
    tables = {**read, "warnings": [{"message": " ".join(long), "start_char": 0, "end_char": len(LETTER)}]}
    tables["statements"][0]["title"] = " ".join(long)
    for item in items(tables, LETTER, {("document",): long}):
        lines = [
            re.sub(r"\x1b\[\d+m", "", line)
            for line in screen(item, Excerpt(LETTER), "1 of 9", Size(*size), colour=colour)
        ]
        assert len(lines) <= size[1] - 1
        assert max(map(width, lines)) <= size[0]
        assert all(line.isprintable() for line in lines)


def test_values_and_words_stand_side_by_side_where_there_is_room(read: dict[str, Any]) -> None:
    item = items(read, LETTER)[2]
    wide = screen(item, Excerpt(LETTER), "3 of 7", Size(90, 24), colour=False)
    assert wide[1] == "name      Ann Berg  (line 9)         |  6  We have the honour to transmit the text of the"
    assert " |  9  [[(Signed) Ann Berg]]" in "\n".join(wide)
    assert not any(line.startswith("---") for line in wide)


def test_colours_are_reverse_video(read: dict[str, Any]) -> None:
    shown = screen(items(read, LETTER)[2], Excerpt(LETTER), "3 of 7", Size(80, 24), colour=True)
    assert shown[0] == "\x1b[1m3 of 7  Statement 1 of 2: signatory 1 of 2\x1b[22m"
    assert " 9  \x1b[7m(Signed) Ann Berg\x1b[27m" in shown
