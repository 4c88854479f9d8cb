"""A network as a graph: the States in a circle, strong ties side by side, a line per tie as wide as it is strong.

A circle, because every name has room and the same ties always give the same picture.
"""

from __future__ import annotations

from collections import defaultdict
from math import cos, degrees, pi, sin
from typing import TYPE_CHECKING, Any, NamedTuple

from secdb.reports.charts import legend
from secdb.reports.charts.canvas import Page, drawing
from secdb.reports.charts.lettering import legible, shortened, wide
from secdb.reports.charts.style import PARTY, QUIET, words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from secdb.reports.base import Report
    from secdb.reports.charts.canvas import Align, Kind

MARGIN, SIZE = 14.0, 8.0
APART = 11.5  # points between two names on the circle
SMALLEST, WIDEST_LABEL, LABEL_GAP = 150.0, 150.0, 9.0
THIN, THICK = 0.5, 4.5
EXPLAINED = 1.2  # the least width in the legend, where the colour is to be seen
SPARSE, THINNEST = 400, 0.06  # ties: more are drawn thinner, that they make no solid disc; how much at most
WEAK, STRONG = (0xB8, 0xCB, 0xD8), (0x00, 0x3F, 0x66)
DASHED = (0, (2, 2))
LEVEL = 0.1  # from here on a name is beside its State, not above or below
FEW = 12  # States: up to so many have room for names that need no turning of the head
SHARED = {"membership": ("treaty", "treaties"), "signature": ("statement", "statements")}


class Tie(NamedTuple):
    """Two States by code, how much they share, and how much more perhaps."""

    one: str
    other: str
    weight: float
    possible: float


class Place(NamedTuple):
    """Where a State stands: the point, and the angle seen from the middle."""

    across: float
    down: float
    angle: float


def network_chart(report: Report[Any], *, kind: Kind = "svg") -> bytes:
    """Return a network as an SVG, PNG or PDF file.

    Rows have `state_a`, `state_b`, `weight`, and may have `name_a`, `name_b` and `possible`; `about` may have `nodes`
    (`state`, `name`), those without a tie among them. A tie that is only possible is dashed. Same input, same bytes.
    Raises MissingChartsError, UsageError.
    """
    with drawing(kind):
        by = report.about.get("by")
        title = f"Ties between States, by {by}" if by else "Ties between States"
        return _drawn(report, title).written(kind, title)


def circle(states: Sequence[str], ties: Sequence[Tie]) -> list[str]:
    """Return the States in an order that puts strong ties side by side.

    Begins with the State of the strongest ties; then always the one most tied to the last few, of equals the stronger.
    """
    weights: Mapping[str, dict[str, float]] = defaultdict(dict)
    for tie in ties:
        weights[tie.one][tie.other] = weights[tie.other][tie.one] = tie.weight + tie.possible / 2
    left = sorted(states, key=lambda state: (-sum(weights[state].values()), state))
    order: list[str] = []
    while left:
        recent = order[:-4:-1]
        best = max(left, key=lambda state, recent=recent: sum(weights[state].get(one, 0) for one in recent))  # type: ignore[misc]
        left.remove(best)
        order.append(best)
    return order


def _drawn(report: Report[Any], title: str) -> Page:
    about = report.about
    ties = [Tie(row.state_a, row.state_b, row.weight, getattr(row, "possible", 0)) for row in report.rows]
    names = {state: legible(name, state) for state, name in _names(report).items()}
    labels = {state: shortened(name, WIDEST_LABEL, SIZE, tail=f" ({state})") for state, name in names.items()}
    order = circle(list(names), ties)
    radius = max(SMALLEST, APART * len(order) / (2 * pi))
    around = max([wide(label, SIZE) for label in labels.values()], default=0.0) + LABEL_GAP + 4
    width = 2 * (radius + around + MARGIN)
    room = width - 2 * MARGIN
    days = [f"{word} {about[word]}" for word in ("on", "from", "to") if about.get(word)]
    basis = [f"basis {words(about['basis'])}"] if about.get("basis") else []
    head = legend.title_lines(title, room), legend.caption_lines(legend.caption(about, *days, *basis), room)
    top = MARGIN + legend.head_height(*head) + 6
    above = around if len(order) > FEW else LABEL_GAP + SIZE
    bottom = top + 2 * (radius + above)
    page = Page(width, bottom + 24 + MARGIN)
    legend.draw_head(page, *head, MARGIN, MARGIN)
    places = _places(order, width / 2, (top + bottom) / 2, radius)
    _draw_ties(page, ties, places)
    for state, place in places.items():
        _draw_state(page, labels[state], place, is_turned=len(order) > FEW)
    _draw_scale(page, ties, bottom + 12, SHARED.get(str(about.get("by")), ("shared", "shared")))
    return page


def _names(report: Report[Any]) -> dict[str, str]:
    named = {node.state: node.name for node in report.about.get("nodes", ())}
    for row in report.rows:
        named.setdefault(row.state_a, getattr(row, "name_a", row.state_a))
        named.setdefault(row.state_b, getattr(row, "name_b", row.state_b))
    return named


def _places(order: Sequence[str], across: float, down: float, radius: float) -> dict[str, Place]:
    """Return where each stands, clockwise from the top."""
    angles = {state: 2 * pi * number / len(order) - pi / 2 for number, state in enumerate(order)}
    return {
        state: Place(across + radius * cos(angle), down + radius * sin(angle), angle) for state, angle in angles.items()
    }


def _draw_ties(page: Page, ties: Sequence[Tie], places: Mapping[str, Place]) -> None:
    """Draw the ties, the strong ones on the weak."""
    most = max([tie.weight for tie in ties], default=0.0)
    thinner = thinned(len(ties))
    kept = sorted((tie for tie in ties if tie.weight or tie.possible), key=lambda tie: (tie.weight, tie.one, tie.other))
    for is_sure in (False, True):
        chosen = [tie for tie in kept if (tie.weight > 0) is is_sure]
        if chosen:
            page.lines(
                [[places[state][:2] for state in (tie.one, tie.other)] for tie in chosen],
                linewidths=[thinner * _width(tie.weight, most) for tie in chosen],
                colors=[_color(tie.weight, most) if is_sure else QUIET for tie in chosen],
                linestyles="solid" if is_sure else [DASHED],
                capstyle="butt",
            )


def thinned(ties: int) -> float:
    """Return by what the width of a line is multiplied among so many."""
    return max(THINNEST, min(1.0, SPARSE / max(ties, 1)))


def _width(weight: float, most: float) -> float:
    return THIN + (THICK - THIN) * weight / most if most else THIN


def _color(weight: float, most: float) -> str:
    share = weight / most if most else 0
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in zip(WEAK, STRONG, strict=True))


def _draw_state(page: Page, label: str, place: Place, *, is_turned: bool) -> None:
    """Draw a State and its name: it points away from the middle, never upside down, or lies level."""
    page.mark(place.across, place.down, "o", 6, markerfacecolor=PARTY, markeredgecolor="white")
    is_left = cos(place.angle) < -1e-9  # noqa: PLR2004 - straight up and down are right
    turned = -degrees(place.angle) + (180 if is_left else 0)
    across = place.across + LABEL_GAP * cos(place.angle)
    down = place.down + LABEL_GAP * sin(place.angle)
    align: Align = "right" if is_left else "left"
    if not is_turned and abs(cos(place.angle)) < LEVEL:
        align = "center"
    page.text(across, down, label, size=SIZE, align=align, rotation=turned if is_turned else 0)


def _draw_scale(page: Page, ties: Sequence[Tie], middle: float, shared: tuple[str, str]) -> None:
    """Draw what the widths mean: the weakest, a middling and the strongest tie, and what is only possible."""
    weights = sorted({tie.weight for tie in ties if tie.weight})
    chosen = list(dict.fromkeys([weights[0], weights[len(weights) // 2], weights[-1]])) if weights else []
    left, thinner = MARGIN, thinned(len(ties))
    for weight in chosen:
        look = {
            "linewidth": max(EXPLAINED, thinner * _width(weight, weights[-1])),
            "color": _color(weight, weights[-1]),
        }
        page.line([left, left + 22], [middle] * 2, **look)
        said = f"{weight:g} {shared[weight != 1]}"
        page.text(left + 27, middle, said, size=SIZE)
        left += 27 + wide(said, SIZE) + 16
    if any(tie.possible and not tie.weight for tie in ties):
        page.line([left, left + 22], [middle] * 2, linewidth=THIN, color=QUIET, linestyle=DASHED)
        page.text(left + 27, middle, "possible, not certain", size=SIZE)
