"""One State's row of a timeline: its names, its bars, and marks for its acts."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from secdb.reports.charts.canvas import INK
from secdb.reports.charts.counting import certain, possible
from secdb.reports.charts.lettering import legible, shortened, wide, wrapped
from secdb.reports.charts.style import ACTS, GRID, QUIET, look

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from secdb.reports.charts.background import Act, Name
    from secdb.reports.charts.canvas import Page
    from secdb.reports.charts.counting import Stretch
    from secdb.reports.charts.scale import Scale
    from secdb.reports.timeline import Spell

SIZE, FORMER_SIZE = 9.0, 6.8
LINE, FORMER_LINE = 12.0, 9.0
THICK = 12.0  # the bar of a party
MARK, LANE = 5.6, 5.8
LABEL_GAP = 10.0
TIP = 5.0
MOST_FORMER = 3
NARROWEST = 1.6  # of a bar: a membership of one day is seen too


class Label(NamedTuple):
    """A line of a State's name."""

    words: str
    size: float
    height: float

    @property
    def width(self) -> float:
        """Return how many points it takes."""
        return wide(self.words, self.size)


class Mark(NamedTuple):
    """An act where it is drawn: the place of its mark, of the line that tells its bounds, and its lane."""

    kind: str
    place: float
    bounds: tuple[float, float] | None
    lane: int


@dataclass(frozen=True, slots=True)
class Row:
    """A State: its periods, lines of its names, acts, and the points it takes from top to bottom."""

    spells: Sequence[Spell]
    labels: Sequence[Label]
    acts: Sequence[Act]
    height: float

    def marks(self, scale: Scale) -> list[Mark]:
        """Return the acts on the scale; marks that would lie on one another stand above and below."""
        found: list[Mark] = []
        placed = [(*where, act.kind) for act in self.acts if (where := _where(act, scale))]
        ends = [float("-inf")] * 3
        for place, bounds, kind in sorted(placed, key=lambda one: one[0]):
            lane = next((lane for lane in range(3) if place - ends[lane] >= MARK + 2), ends.index(min(ends)))
            ends[lane] = place
            found.append(Mark(kind, place, bounds, lane))
        return found


def labels_of(
    spells: Sequence[Spell], names: Sequence[Name], first: dt.date, last: dt.date, room: float
) -> list[Label]:
    """Return the State's last name of the days shown, and below it the names it had before in them."""
    begins = min((spell.start_earliest or spell.start_latest or "" for spell in spells), default="")
    ends = [spell.end_latest for spell in spells]
    until = last.isoformat() if None in ends else min(max(filter(None, ends)), last.isoformat())
    since = max(begins, first.isoformat())
    held = [name for name in names if (name.since or "") <= until and (name.until is None or name.until > since)]
    state = spells[0].state
    now = legible(held[-1].name if held else spells[0].name, state)
    lines = [Label(words, SIZE, LINE) for words in _on_two(now, room, SIZE, tail=f" ({state})")]
    for name in held[-2 : -2 - MOST_FORMER : -1]:
        until = f" until {(name.until or '?')[:4]}"
        said = _on_two(legible(name.name, state) + until, room, FORMER_SIZE, tail=until)
        lines += [Label(words, FORMER_SIZE, FORMER_LINE) for words in said]
    return lines


def _on_two(words: str, room: float, size: float, *, tail: str) -> list[str]:
    """Return a name on one line or two; one that is longer still is shortened and ends with the tail."""
    first, *rest = wrapped(words, room, size) or [""]
    return [first, shortened(" ".join(rest), room, size, tail=tail)] if rest else [first]


def draw_row(page: Page, row: Row, scale: Scale, top: float) -> None:
    """Draw a State's row below `top`."""
    middle = top + row.height / 2
    page.line([scale.left, scale.right], [top + row.height] * 2, color=GRID, linewidth=0.4)
    down = middle - sum(label.height for label in row.labels) / 2
    for label in row.labels:
        color = QUIET if label.size == FORMER_SIZE else "#000000"
        place = scale.left - LABEL_GAP
        page.text(place, down + label.height / 2, label.words, size=label.size, align="right", color=color)
        down += label.height
    for spell in row.spells:
        _draw_spell(page, spell, scale, middle)
    for mark in row.marks(scale):
        _draw_mark(page, mark, middle)


def _draw_spell(page: Page, spell: Spell, scale: Scale, middle: float) -> None:
    """Draw what is certain of a period, and what is only possible before and after it."""
    after = scale.last + dt.timedelta(1) if scale.last < dt.date.max else scale.last
    wide_one, sure = possible(spell, after), certain(spell, after)
    shown = look(spell.status)
    height = THICK * shown.share
    for begin, end, is_sure in _parts(wide_one, sure):
        left, right = scale.place(begin), scale.place(end)
        if right > left:
            tips = TIP * (begin < scale.first), TIP * (end == after and _outlasts(spell, after))
            bar = bar_shape(left, max(right, left + NARROWEST), middle, height, tips)
            page.shape(bar, **shown.drawn(possible=not is_sure))


def reaches_out(spell: Spell, scale: Scale, after: dt.date) -> bool:
    """Tell whether a period began before the first day shown or goes on after the last: whether its bar has a tip."""
    shown = possible(spell, after)
    return bool(shown and shown[1] > scale.first and (shown[0] < scale.first or _outlasts(spell, after)))


def _outlasts(spell: Spell, after: dt.date) -> bool:
    return spell.end_latest is None or spell.end_latest > after.isoformat()


def bar_shape(
    left: float, right: float, middle: float, height: float, tips: tuple[float, float]
) -> list[tuple[float, float]]:
    """Return the corners of a bar; towards the days that are not shown it has a point so many points long."""
    above, below = middle - height / 2, middle + height / 2
    return [
        (left, above),
        (right, above),
        (right + tips[1], middle),
        (right, below),
        (left, below),
        (left - tips[0], middle),
    ]


def _parts(wide_one: Stretch | None, sure: Stretch | None) -> Iterator[tuple[dt.date, dt.date, bool]]:
    if wide_one and not sure:
        yield *wide_one, False
    elif wide_one and sure:
        yield wide_one[0], sure[0], False
        yield sure[1], wide_one[1], False
        yield *sure, True


def _where(act: Act, scale: Scale) -> tuple[float, tuple[float, float] | None] | None:
    """Return where an act is marked, and from where to where it may have been; None = not on the scale."""
    days = [dt.date.fromisoformat(day) for day in (act.earliest, act.latest) if day]
    if not days or not (scale.holds(days[0]) and scale.holds(days[-1])):
        return None
    left, right = scale.place(days[0]), scale.place(days[-1])
    return (left + right) / 2, (left, right) if right - left > MARK else None


def _draw_mark(page: Page, mark: Mark, middle: float) -> None:
    down = middle + LANE * (0, -1, 1)[mark.lane]
    if mark.bounds:
        page.line(list(mark.bounds), [down, down], linewidth=0.9)
    marker, face = ACTS[mark.kind]
    edge = "white" if face == "black" else INK  # seen on a dark bar too
    page.mark(mark.place, down, marker, MARK, markerfacecolor=face, markeredgecolor=edge)
