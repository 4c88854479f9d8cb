"""The number of members over time: a line for what is certain, a band up to what is possible."""

from __future__ import annotations

from typing import TYPE_CHECKING

from secdb.reports.charts.canvas import wide
from secdb.reports.charts.style import GRID, PARTY, QUIET, faded

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from secdb.reports.charts.canvas import Page
    from secdb.reports.charts.counting import Count
    from secdb.reports.charts.scale import Scale

PANEL = 84.0  # points from top to bottom
ABOVE = 14.0  # of them for the number above the highest
SIZE = 8.0
STEPS = (1, 2, 5, 10, 20, 25, 50, 100, 200, 500)


def draw_count(page: Page, counts: Sequence[Count], scale: Scale, top: float, *, label: str) -> None:
    """Draw the numbers below `top`, PANEL points high, each written where there is room."""
    most = max(1, *(count.possible for count in counts))
    base = top + PANEL

    def down(number: int) -> float:
        return base - (PANEL - ABOVE) * number / most

    step = next((step for step in STEPS if most / step <= 5), most)  # noqa: PLR2004 - lines across
    for number in range(0, most + 1, step):
        page.line([scale.left, scale.right], [down(number)] * 2, color=GRID, linewidth=0.5)
        page.text(scale.left - 10, down(number), str(number), size=SIZE, align="right", color=QUIET)
    page.text(scale.left - 10 - wide(str(most), SIZE), top + 2, label, size=SIZE, align="right", color=QUIET)
    stretches = list(_stretches(counts, scale))
    for left, right, count in stretches:
        if count.possible > count.certain:
            height = down(count.certain) - down(count.possible)
            band = {"facecolor": faded(PARTY), "edgecolor": PARTY, "hatch": "...."}
            page.rect(left, down(count.possible), right - left, height, **band)
    across = [place for left, right, _ in stretches for place in (left, right)]
    page.line(across, [down(count.certain) for _, _, count in stretches for _ in (0, 1)], color=PARTY, linewidth=1.8)
    for left, right, count in stretches:
        if words := _fitting(count, right - left, is_first=count is counts[0]):
            middle, half = (left + right) / 2, wide(words, SIZE) / 2 + 1
            page.rect(middle - half, down(count.possible) - 10, 2 * half, 8, facecolor="white")
            page.text(middle, down(count.possible) - 6, words, size=SIZE, align="center")


def written(count: Count) -> str:
    """Return a number, or the range it is in."""
    return str(count.certain) if count.certain == count.possible else f"{count.certain}\u2013{count.possible}"


def _fitting(count: Count, room: float, *, is_first: bool) -> str:
    """Return a number with the day since when, or alone, or nothing, as there is room."""
    number = written(count)
    choices = (f"{number} since {count.day}", f"{number} since {count.day.year}", number)
    return next((words for words in choices[2 * is_first :] if wide(words, SIZE) + 6 <= room), "")


def _stretches(counts: Sequence[Count], scale: Scale) -> Iterator[tuple[float, float, Count]]:
    """Yield from where to where each count holds."""
    ends = [count.day for count in counts[1:]] + [scale.last]
    for count, end in zip(counts, ends, strict=True):
        yield scale.place(count.day), scale.place(end), count
