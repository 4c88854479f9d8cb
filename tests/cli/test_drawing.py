"""A drawing keeps to the room, tells how many there were, and is in ASCII where the locale says so."""

from __future__ import annotations

import os
import sys
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from cli.output.drawing import ASCII, UNICODE, draw, marks_here
from cli.output.text import width
from tests.reports.charts.invented import spell
from tests.terminal import Terminal

if TYPE_CHECKING:
    from pathlib import Path

    from cli.output.drawing import Marks
    from secdb.reports.timeline import Spell

WHOLE = "# party   - signatory, contracting or other   x suspended   . possible, not certain"


@pytest.mark.parametrize(
    ("room", "lines"),
    [
        (83, [WHOLE]),
        (82, ["# party   - signatory, contracting or other   x suspended", ". possible, not certain"]),
        (50, ["# party   - signatory, contracting or other", "x suspended   . possible, not certain"]),
        (10, ["# party", "- signatory, contracting or other", "x suspended", ". possible, not certain"]),
    ],
)
def test_the_legend_is_wrapped_by_item(room: int, lines: list[str]) -> None:
    assert ASCII.legend(room) == lines


def named(state: str, name: str, bounds: str = "1994-01-01 1994-01-01 - -") -> Spell:
    return replace(spell(state, "party", bounds), name=name)


def drawn(spells: list[Spell], room: int, marks: Marks = UNICODE, last: str = "2013-12-31") -> list[str]:
    return list(draw(spells, first="1994-01-01", last=last, room=room, marks=marks))


@pytest.mark.parametrize("room", [40, 60, 80, 120, 200])
def test_no_line_is_wider_than_the_room(room: int) -> None:
    spells = [
        named("GBR", "United Kingdom of Great Britain and Northern Ireland"),
        named("CHN", "\u4e2d\u534e\u4eba\u6c11\u5171\u548c\u56fd" * 9),
        named("TUR", "Tu\u0308rkiye"),
    ]
    lines = drawn(spells, room)
    assert max(map(width, lines)) <= room
    assert len({width(line[: line.index("\u2588")]) for line in lines[1:4]}) == 1  # the bars begin below one another


def test_a_name_that_is_too_long_ends_with_the_code_of_its_state() -> None:
    spells = [named("COD", "Democratic Republic of the Congo"), named("PRK", "Democratic People's Republic of Korea")]
    lines = drawn(spells, 40, ASCII)
    assert [line[:19].rstrip() for line in lines[1:3]] == ["Democratic... COD", "Democratic... PRK"]
    assert drawn(spells, 120)[1].startswith("Democratic Republic of the Congo  ")


@pytest.mark.slow
@pytest.mark.parametrize("columns", [40, 60])
def test_nothing_wraps_on_a_terminal(columns: int, seeded_file: Path) -> None:
    command = [sys.executable, "-m", "secdb", "--database", str(seeded_file), "timeline", "cst", "--to", "2020"]
    with Terminal(command, dict(os.environ), columns=columns) as terminal:
        assert terminal.wait() == 0
        lines = terminal.screen().splitlines()
    title = "Treaty on Collective Security (register, revision 1)"
    assert " ".join(lines[: 2 if columns == 40 else 1]) == title
    assert [line.split()[-1] for line in lines if line.startswith("members")] == ["6"]


def test_the_last_line_tells_how_many_there_were_since_when() -> None:
    leaving = "1994-01-01 1994-01-01 1999-01-01 1999-01-01"
    coming = "2004-01-01 2004-01-01 2008-01-01 2010-01-01"
    spells = [
        named("A", "Stayed"),
        named("B", "Left", leaving),
        named("C", "Gone", leaving),
        named("D", "Came", coming),
    ]
    lines = drawn(spells, 29, ASCII, last="2013-12-31")
    assert lines[0] == "         1994 1999 2004 2009"
    assert lines[1] == "Stayed   ####################"
    assert lines[2] == "Left     #####"
    assert lines[4] == "Came               ####.."
    assert lines[5] == "members  3    1    2     1"  # 1-2 of 2008 and 2009 has no room


@pytest.mark.parametrize(
    ("settings", "marks"),
    [
        ({"LANG": "C"}, ASCII),
        ({"LC_ALL": "POSIX", "LANG": "en_US.UTF-8"}, ASCII),
        ({"LANG": "C", "LC_CTYPE": "C.UTF-8"}, ASCII),  # as Python has it with LANG=C
        ({"LANG": "C", "LC_CTYPE": "en_US.UTF-8"}, UNICODE),
        ({"LANG": "C.UTF-8"}, UNICODE),
        ({}, UNICODE),
    ],
)
def test_the_locale_chooses_the_marks(settings: dict[str, str], marks: Marks, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("LC_ALL", "LC_CTYPE", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in settings.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(sys, "stdout", open(os.devnull, "w", encoding="utf-8"))  # noqa: PTH123, SIM115 - closed below
    try:
        assert marks_here() is marks
    finally:
        sys.stdout.close()
    monkeypatch.setattr(sys, "stdout", open(os.devnull, "w", encoding="latin-1"))  # noqa: PTH123, SIM115 - likewise
    try:
        assert marks_here() is ASCII
    finally:
        sys.stdout.close()
