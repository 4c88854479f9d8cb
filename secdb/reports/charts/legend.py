"""What the marks of a chart mean, on as many lines as it takes, and the words above and below it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from secdb import __version__
from secdb.reports.charts.bars import TIP, bar_shape
from secdb.reports.charts.lettering import wide, wrapped
from secdb.reports.charts.style import ACTS, QUIET, Look, words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from secdb.reports.charts.canvas import Page

SIZE = 8.0
SWATCH, GAP, LINE = 20.0, 14.0, 15.0
SWATCH_HEIGHT = 9.0
TITLE, TITLE_LINE, CAPTION = 13.0, 17.0, 8.0


class Item(NamedTuple):
    """A swatch or a mark, and what it means; without either a heading."""

    word: str
    look: Look | None = None
    possible: bool = False
    letter: str = ""
    act: str | None = None
    tip: bool = False
    span: bool = False

    @property
    def swatch(self) -> float:
        """Return how many points stand before the word."""
        return SWATCH if self.look or self.act or self.span else 0.0


def flow(items: Sequence[Item], room: float) -> list[list[tuple[float, Item]]]:
    """Return the items on lines, each with its place on the line."""
    lines: list[list[tuple[float, Item]]] = []
    across = room
    for item in items:
        needed = item.swatch + wide(item.word, SIZE) + GAP
        if not lines or across + needed - GAP > room:
            lines.append([])
            across = 0.0
        lines[-1].append((across, item))
        across += needed
    return lines


def draw_legend(page: Page, lines: Sequence[Sequence[tuple[float, Item]]], left: float, top: float) -> None:
    """Draw the lines of a legend below `top`."""
    for number, line in enumerate(lines):
        middle = top + LINE * (number + 0.5)
        for across, item in line:
            _draw_item(page, item, left + across, middle)


def _draw_item(page: Page, item: Item, left: float, middle: float) -> None:
    if item.look:
        height = SWATCH_HEIGHT * (1.2 if item.letter else item.look.share)
        bar = bar_shape(left, left + 15 - TIP * item.tip, middle, height, (0, TIP * item.tip))
        page.shape(bar, **item.look.drawn(possible=item.possible))
        if item.letter:
            if item.look.hatch:
                page.rect(left + 3, middle - 4, 9, 8, facecolor=item.look.face)
            page.text(left + 7.5, middle, item.letter, size=7, align="center", color=item.look.ink)
    if item.span:
        page.line([left, left + 15], [middle] * 2, linewidth=0.9)
    if item.act:
        marker, face = ACTS[item.act]
        page.mark(left + 10, middle, marker, markerfacecolor=face)
    page.text(left + item.swatch, middle, item.word, size=SIZE)


def act_items(kinds: Sequence[str] | set[str]) -> list[Item]:
    """Return what the marks of these acts mean, in the order of the vocabulary."""
    return [Item(words(kind), act=kind) for kind in ACTS if kind in kinds]


def title_lines(title: str, room: float) -> list[str]:
    """Return a title on lines."""
    return wrapped(title, room, TITLE) or [""]


def caption_lines(words: str, room: float) -> list[str]:
    """Return a caption on lines."""
    return wrapped(words, room, CAPTION)


def draw_head(page: Page, title: Sequence[str], caption: Sequence[str], left: float, top: float) -> float:
    """Write title and caption, and return where they end."""
    for line in title:
        page.text(left, top + TITLE_LINE / 2, line, size=TITLE)
        top += TITLE_LINE
    for line in caption:
        page.text(left, top + 6, line, size=CAPTION, color=QUIET)
        top += 12
    return top


def head_height(title: Sequence[str], caption: Sequence[str]) -> float:
    """Return how many points `draw_head` takes."""
    return TITLE_LINE * len(title) + 12 * len(caption)


def caption(about: Mapping[str, object], *parts: str) -> str:
    """Return what was asked and of what, as the last line of a table says it."""
    named = [f"dataset {about['dataset']}"] if about.get("dataset") else []
    if "revision" in about:
        named.append(f"revision {about['revision']}")
    return " \u00b7 ".join([*parts, *named, f"secdb {__version__}"])
