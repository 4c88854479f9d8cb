"""Colours can be read by everyone: contrast by the formula of WCAG 2.2 (1.4.3 and 1.4.11), in both schemes."""

from __future__ import annotations

import re

import pytest

from secdb.reports.dossier.page import STYLE

CSS = STYLE.read_text(encoding="utf-8")
SCHEMES = [
    dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6})", block)) for block in re.findall(r":root \{(.*?)\}", CSS, re.DOTALL)
]
WORDS = [
    *(("ink", "paper"), ("muted", "paper"), ("accent", "paper"), ("ink", "shade"), ("muted", "shade")),
    *(("accent", "shade"), ("marked-ink", "marked"), ("accent", "marked")),
]
SHAPES = [("accent", "paper"), ("lesser", "paper"), ("muted", "paper")]


def luminance(colour: str) -> float:
    """Return the relative luminance of `#rrggbb`."""
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_the_formula_is_that_of_the_standard() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)  # the grey that just fails


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
def test_words_and_shapes_stand_out(scheme: int) -> None:
    colours = SCHEMES[scheme]
    assert {pair: contrast(*(colours[name] for name in pair)) for pair in WORDS if _weak(colours, pair, 4.5)} == {}
    assert [pair for pair in SHAPES if _weak(colours, pair, 3)] == []


def _weak(colours: dict[str, str], pair: tuple[str, str], least: float) -> bool:
    return contrast(colours[pair[0]], colours[pair[1]]) < least


def test_every_colour_is_one_of_the_scheme() -> None:
    assert len(SCHEMES) == 2
    assert SCHEMES[0].keys() == SCHEMES[1].keys()
    assert re.findall(r"#[0-9a-fA-F]{3,8}\b", re.sub(r":root \{.*?\}", "", CSS, flags=re.DOTALL)) == []


def test_paper_is_white_and_shows_no_more_than_the_screen() -> None:
    assert "@media screen and (prefers-color-scheme: dark)" in CSS
    assert "@media print" in CSS
