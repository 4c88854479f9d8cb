"""The number of members over time: a line for what is certain, a band up to what is possible."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any, NamedTuple

from secdb.reports.charts.lettering import wide
from secdb.reports.charts.style import GRID, PARTY, QUIET, faded

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from secdb.reports.charts.canvas import Page
    from secdb.reports.charts.counting import Count
    from secdb.reports.charts.scale import Scale

PANEL = 84.0  # points from top to bottom
ABOVE = 16.0  # of them for the number above the highest
SIZE = 8.0
NUMBER = 11.0
STEPS = (1, 2, 5, 10, 20, 25, 50, 100, 200, 500)

GUIDE: dict[str, Any] = {"color": "#444444", "linewidth": 0.9, "linestyle": (0, (1.5, 2))}


class Said(NamedTuple):
    """What is written of a number: where it begins, how wide it is, and above which count."""

    number: str
    since: str
    left: float
    width: float
    above: int

    @classmethod
    def of(cls, count: Count, since: str, middle: float, above: int) -> Said:
        """Return a number with the day since when, about the middle."""
        number = written(count)
        width = wide(number, NUMBER, bold=True) + (wide(since, SIZE) + 4 if since else 0)
        return cls(number, since, middle - width / 2, width, above)


def draw_count(  # noqa: PLR0913 - where it is and what it shows
    page: Page, counts: Sequence[Count], scale: Scale, top: float, *, label: str, guides: bool = False
) -> None:
    """Draw the numbers below `top`, PANEL points high, each written where there is room; `guides` lead to the bars."""
    most = max(1, *(count.possible for count in counts))
    base = top + PANEL

    def down(number: int) -> float:
        return base - (PANEL - ABOVE) * number / most

    step = next((step for step in STEPS if most / step <= 5), most)  # noqa: PLR2004 - lines across
    for number in range(0, most + 1, step):
        page.line([scale.left, scale.right], [down(number)] * 2, color=GRID, linewidth=0.5)
        page.text(scale.left - 10, down(number), str(number), size=SIZE, align="right", color=QUIET)
    page.text(scale.left - 10, top + 2, label, size=SIZE, align="right", color=QUIET)
    stretches = list(_stretches(counts, scale))
    for left, right, count in stretches:
        if count.possible > count.certain:
            height = down(count.certain) - down(count.possible)
            band = {"facecolor": faded(PARTY), "edgecolor": PARTY, "hatch": "...."}
            page.rect(left, down(count.possible), right - left, height, **band)
    for (_, place, before), (_, _, now) in pairwise(stretches) if guides else ():
        page.line([place, place], [down(max(before.possible, now.possible)), base], **GUIDE)
    across = [place for left, right, _ in stretches for place in (left, right)]
    page.line(across, [down(count.certain) for _, _, count in stretches for _ in (0, 1)], color=PARTY, linewidth=1.8)
    for said in labels(stretches):
        page.rect(said.left - 1, down(said.above) - 13, said.width + 2, 11, facecolor="white")
        page.text(said.left, down(said.above) - 7, said.number, size=NUMBER, bold=True)
        if said.since:
            page.text(said.left + said.width, down(said.above) - 6.5, said.since, size=SIZE, align="right")


def written(count: Count) -> str:
    """Return a number, or the range it is in."""
    return str(count.certain) if count.certain == count.possible else f"{count.certain}\u2013{count.possible}"


def labels(stretches: Sequence[tuple[float, float, Count]]) -> list[Said]:
    """Return what is written of the numbers that have room for it, and of the highest, which has none but above it."""
    said = []
    for place, (left, right, count) in enumerate(stretches):
        since = ("", f"since {count.day.year}", f"since {count.day}")[: 1 if place == 0 else 3]
        choices = (Said.of(count, words, (left + right) / 2, count.possible) for words in reversed(since))
        said += [one for one in choices if one.width + 6 <= right - left][:1]
    left, right, most = max(stretches, key=lambda one: (one[2].certain, -one[0]))
    span = wide(written(most), NUMBER, bold=True) / 2 + 3
    middle = min(max((left + right) / 2, stretches[0][0] + span), stretches[-1][1] - span)
    around = [one[2].possible for one in stretches if one[0] < middle + span and one[1] > middle - span]
    if all(abs(one.left + one.width / 2 - middle) > span + one.width / 2 + 3 for one in said):
        said.append(Said.of(most, "", middle, max(around)))
    return said


def _stretches(counts: Sequence[Count], scale: Scale) -> Iterator[tuple[float, float, Count]]:
    """Yield from where to where each count holds."""
    ends = [count.day for count in counts[1:]] + [scale.last]
    for count, end in zip(counts, ends, strict=True):
        yield scale.place(count.day), scale.place(end), count
