"""Text in a chart: how wide it is, how it is broken or shortened, and in which font there are letters for it."""

from __future__ import annotations

from contextvars import ContextVar
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

ELLIPSIS = "\u2026"
MEASURED = 100.0  # points; without hinting a text of another size is as much wider or narrower
OTHERS = (
    "Noto Sans CJK SC",
    "Noto Sans CJK JP",
    "Source Han Sans SC",
    "Droid Sans Fallback",
    "WenQuanYi Zen Hei",
    "WenQuanYi Micro Hei",
    "PingFang SC",
    "Microsoft YaHei",
    "Malgun Gothic",
    "Arial Unicode MS",
)
"""Fonts for the scripts that DejaVu Sans lacks, taken in this order where the machine has them."""

leaves_fonts_to_reader: ContextVar[bool] = ContextVar("leaves_fonts_to_reader", default=False)
"""Whether the letters are chosen where the picture is seen, as in an SVG."""


@lru_cache(maxsize=4096)
def wide(words: str, size: float = 9, *, bold: bool = False) -> float:
    """Return how many points a line of text takes; a letter that DejaVu Sans lacks is taken to be square."""
    words = printable(words)
    lacking = {letter for letter in words if ord(letter) not in _letters()}
    font = _loaded(bold=bold)
    from matplotlib.ft2font import LoadFlags

    font.set_size(MEASURED, 72)
    font.set_text("".join(letter for letter in words if letter not in lacking), 0.0, flags=LoadFlags.NO_HINTING)
    across: float = font.get_width_height()[0] / 64 * size / MEASURED
    return across + size * sum(letter in lacking for letter in words)


def shortened(words: str, room: float, size: float = 9, *, tail: str = "") -> str:
    """Return the text, or as much of its beginning as fits with an ellipsis and a tail that tells it from others."""
    if wide(words, size) <= room:
        return words
    ending = ELLIPSIS + tail
    low, high = 0, len(words)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if wide(words[:middle].rstrip() + ending, size) <= room else (low, middle - 1)
    return words[:low].rstrip() + ending


def wrapped(words: str, room: float, size: float) -> list[str]:
    """Return the text on lines that fit; a word that is too long alone, as in a script without blanks, is broken."""
    lines: list[str] = []
    for word in words.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and wide(longer, size) <= room:
            lines[-1] = longer
        else:
            lines += _broken(word, room, size)
    return lines


def _broken(word: str, room: float, size: float) -> list[str]:
    pieces = [""]
    for letter in word:
        if pieces[-1] and wide(pieces[-1] + letter, size) > room:
            pieces.append(letter)
        else:
            pieces[-1] += letter
    return pieces


def printable(words: str) -> str:
    """Return the text on one line, without what cannot be seen or may not stand in XML."""
    return "".join(c if c.isprintable() else " " if c.isspace() else "\ufffd" for c in words)


def legible(words: str, instead: str) -> str:
    """Return the text if there are letters for it, else what else says it: its code, say, never a row of boxes.

    Of a text that is partly legible that part is left, with an ellipsis for the rest.
    """
    if leaves_fonts_to_reader.get():
        return words
    known = _all_letters()
    kept = "".join(letter if ord(letter) in known else "\0" for letter in printable(words))
    if "\0" not in kept:
        return words
    parts = [part for part in kept.split("\0") if part]
    left = ELLIPSIS.join(parts).strip()
    return left if 2 * sum(map(str.isalnum, left)) >= sum(map(str.isalnum, words)) else instead


def font_for(words: str, *, bold: bool = False) -> Any:  # noqa: ANN401 - a FontProperties
    """Return the font of a text: DejaVu Sans as matplotlib ships it, with the machine's others for what it lacks."""
    if leaves_fonts_to_reader.get() or not others() or all(ord(letter) in _letters() for letter in words):
        return _font(bold=bold)
    from matplotlib.font_manager import FontProperties

    return FontProperties(family=["DejaVu Sans", *others()], weight="bold" if bold else "normal")


@cache
def others() -> tuple[str, ...]:
    """Return those of the other fonts that this machine has."""
    from matplotlib.font_manager import fontManager

    there = {entry.name for entry in fontManager.ttflist}
    return tuple(name for name in OTHERS if name in there)


@cache
def _letters() -> frozenset[int]:
    return frozenset(_loaded(bold=False).get_charmap()) | {0x20}


@cache
def _all_letters() -> frozenset[int]:
    from matplotlib.font_manager import findfont, get_font

    return _letters().union(*(get_font(findfont(name)).get_charmap() for name in others()))


def _font_file(*, bold: bool) -> Path:
    """Return the file of DejaVu Sans that matplotlib ships; the one of the system may differ."""
    import matplotlib as mpl

    return Path(mpl.get_data_path()) / "fonts" / "ttf" / ("DejaVuSans-Bold.ttf" if bold else "DejaVuSans.ttf")


@cache
def _font(*, bold: bool) -> Any:  # noqa: ANN401 - a FontProperties
    from matplotlib.font_manager import FontProperties

    return FontProperties(fname=_font_file(bold=bold), weight="bold" if bold else "normal")


@cache
def _loaded(*, bold: bool) -> Any:  # noqa: ANN401 - an FT2Font of our own: its size is changed
    from matplotlib.ft2font import FT2Font

    return FT2Font(str(_font_file(bold=bold)))
