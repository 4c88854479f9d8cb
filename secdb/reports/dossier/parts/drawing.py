"""The timeline as a drawing of plain shapes (SVG): a bar per period, a lane per State, the certain count below.

Solid is certain, hatched is possible; a full bar is a party, a thin one a lesser status, a crossed-out one suspended.
The colours are those of the style sheet; nothing but the shapes tells bars apart, so it reads in grey.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from secdb.reports.dossier.markup import Html, tag, together

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from secdb.reports.dossier.days import Step
    from secdb.reports.dossier.markup import Content
    from secdb.reports.timeline import Spell

WIDTH, GUTTER, MARGIN = 960, 210, 24  # the drawing, the names on its left, what is left free on its right
TOP, LINE, BAR, THIN = 30, 16, 18, 8  # the years above, a line of a name, a bar, a thin bar
LANES = 40  # in one drawing; more States make more drawings, each with its years
LETTERS = 27  # of a name on one line
LABEL = 42  # the room that a year takes
ROOM_FOR_COUNT, ROOM_FOR_YEAR = 14, 34
MOST_STEPS = 24  # changes of the count that are told one by one
STEPS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000)


@dataclass(frozen=True, slots=True)
class Lane:
    """A State: its name on the last day drawn, the names it had before, its periods."""

    name: str
    former: tuple[str, ...]
    spells: tuple[Spell, ...]

    @property
    def lines(self) -> list[tuple[str, str]]:
        """Return the lines of its label, each with its class."""
        from textwrap import wrap

        now = [("name", line) for line in wrap(self.name, LETTERS)]
        return now + [("former", line) for name in self.former for line in wrap(f"before: {name}", LETTERS + 4)]

    @property
    def height(self) -> int:
        """Return the height that the label and the bar need."""
        return max(len(self.lines) * LINE, BAR) + 12


@dataclass(frozen=True, slots=True)
class Scale:
    """From days to places on the drawing; `first` and `last` are ISO days."""

    first: str
    last: str

    def x(self, day: str | None, default: str) -> float:
        """Return the place of a day, of the default where it is not known; what lies outside is at the edge."""
        begin, end = (dt.date.fromisoformat(one).toordinal() for one in (self.first, self.last))
        place = dt.date.fromisoformat(min(max(day or default, self.first), self.last)).toordinal()
        return round(GUTTER + (WIDTH - GUTTER - MARGIN) * (place - begin) / max(end - begin, 1), 1)

    @property
    def ticks(self) -> list[tuple[float, str]]:
        """Return places and years, as many as can be read; of less than two years the first and the last day."""
        years = range(int(self.first[:4]) + 1, int(self.last[:4]) + 1)
        if len(years) < 2:  # noqa: PLR2004 - one year is no scale
            return [(self.x(day, day), day) for day in (self.first, self.last)]
        most = (WIDTH - GUTTER - MARGIN) // LABEL
        step = next(one for one in STEPS if len(years) // one <= most)
        return [(self.x(day := f"{year:04d}-01-01", day), str(year)) for year in years if year % step == 0]


def timeline_drawing(lanes: Sequence[Lane], steps: Sequence[Step], *, to: str, title: str) -> list[Html]:
    """Return the drawings, one per so many States; `to` is the last day looked at."""
    scale = _scale([spell for lane in lanes for spell in lane.spells], to)
    if scale is None:
        return []
    starts = range(0, len(lanes), LANES)
    return [
        _drawing(number, lanes[start : start + LANES], steps, scale, title=f"{title}{_part(number, len(starts))}")
        for number, start in enumerate(starts, 1)
    ]


def _part(number: int, of: int) -> str:
    return "" if of == 1 else f", part {number} of {of}"


def _scale(spells: Iterable[Spell], to: str) -> Scale | None:
    bounds = [
        bound
        for spell in spells
        for bound in (spell.start_earliest, spell.start_latest, spell.end_earliest, spell.end_latest)
        if bound
    ]
    return Scale(min(bounds), max([*bounds, to])) if bounds else None


def _drawing(number: int, lanes: Sequence[Lane], steps: Sequence[Step], scale: Scale, *, title: str) -> Html:
    rows: list[Html] = []
    top = TOP
    for lane in lanes:
        rows.append(_lane(lane, top, scale))
        top += lane.height
    height = top + BAR + 2 * LINE + 8
    described = "; ".join(f"{lane.name}: {', '.join(map(_in_words, lane.spells))}" for lane in lanes)
    key = f"drawing-{number}"
    return tag(
        "svg",
        tag("title", title, id=f"{key}-title"),
        tag("desc", f"A bar per State and period. {described}.", id=f"{key}-desc"),
        _patterns() if number == 1 else "",
        _grid(scale, top + BAR + 8),
        *rows,
        _counts(steps, scale, top + 8),
        viewBox=f"0 0 {WIDTH} {height}",
        role="img",
        aria_labelledby=f"{key}-title {key}-desc",
        class_="timeline",
    )


def _patterns() -> Html:
    hatch = tag("path", d="M-2,2 L2,-2 M0,8 L8,0 M6,10 L10,6", class_="stroke")
    cross = tag("path", d="M0,0 L8,8 M8,0 L0,8", class_="stroke-grey")
    size: dict[str, Content] = {"width": 8, "height": 8, "patternUnits": "userSpaceOnUse"}
    return tag("defs", tag("pattern", hatch, id="hatch", **size), tag("pattern", cross, id="cross", **size))


def _grid(scale: Scale, bottom: int) -> Html:
    drawn = []
    for place, year in scale.ticks:
        anchor = "start" if len(year) > 4 and place == GUTTER else "end" if len(year) > 4 else "middle"  # noqa: PLR2004 - a day
        drawn += [
            tag("line", x1=place, x2=place, y1=TOP - 8, y2=bottom, class_="grid"),
            tag("text", year, x=place, y=TOP - 14, text_anchor=anchor, class_="year"),
        ]
    return tag("g", *drawn)


def _lane(lane: Lane, top: int, scale: Scale) -> Html:
    label = [
        tag("text", line, x=GUTTER - 10, y=top + 14 + LINE * place, text_anchor="end", class_=kind)
        for place, (kind, line) in enumerate(lane.lines)
    ]
    lesser_first = sorted(lane.spells, key=lambda spell: spell.status in {"party", "suspended"})
    bars = [bar for spell in lesser_first for bar in _bars(spell, top + 1, scale)]
    return tag("g", *label, *bars)


def _bars(spell: Spell, top: int, scale: Scale) -> list[Html]:
    """Return the stretches of a period: possible, certain, possible."""
    begin, end = scale.first, scale.last
    stretches = [(spell.start_earliest or begin, spell.end_latest or end, "possible")]
    if spell.start_latest and (certain_end := spell.end_earliest or end) > spell.start_latest:
        stretches = [
            (spell.start_earliest or begin, spell.start_latest, "possible"),
            (spell.start_latest, certain_end, "certain"),
            (certain_end, spell.end_latest or end, "possible"),
        ]
    words = f"{spell.name}, {_in_words(spell)}"
    drawn = [(scale.x(first, begin), scale.x(last, end), kind) for first, last, kind in stretches if first < last]
    return [_bar(left, right, top, spell.status, kind, words) for left, right, kind in drawn]


def _bar(left: float, right: float, top: int, status: str, kind: str, words: str) -> Html:  # noqa: PLR0913, PLR0917 - a shape
    thick = status in {"party", "suspended"}
    height = BAR if thick else THIN
    look = status if thick else "lesser"
    shape = (
        f'<rect x="{left}" y="{top + (BAR - height) // 2}" width="{max(round(right - left, 1), 1.5)}" height="{height}"'
    )
    return together(Html(f'{shape} class="bar {look} {kind}">'), tag("title", f"{words} ({kind})"), Html("</rect>"))


def _in_words(spell: Spell) -> str:
    since = (
        spell.start_earliest
        if spell.start_earliest == spell.start_latest
        else f"{_range(spell.start_earliest, spell.start_latest)}"
    )
    if spell.end_earliest is None and spell.end_latest is None:
        return f"{spell.status} from {since}, not ended"
    until = (
        spell.end_earliest if spell.end_earliest == spell.end_latest else _range(spell.end_earliest, spell.end_latest)
    )
    return f"{spell.status} from {since} until {until}"


def _range(earliest: str | None, latest: str | None) -> str:
    if earliest is None:
        return f"{latest} at the latest" if latest else "an unknown day"
    return f"between {earliest} and {latest}" if latest else f"{earliest} at the earliest"


def _counts(steps: Sequence[Step], scale: Scale, top: int) -> Html:
    """Return how many are certainly members: from each change to the next, of many changes at the years above."""
    if len(steps) > MOST_STEPS:
        label, drawn = "Certain at the year's start", _at_ticks(steps, scale, top)
    else:
        label, drawn = "Certain members", _between_steps(steps, scale, top)
    return tag("g", tag("text", label, x=GUTTER - 10, y=top + 14, text_anchor="end", class_="former"), *drawn)


def _at_ticks(steps: Sequence[Step], scale: Scale, top: int) -> list[Html]:
    counts = ((place, [step.count for step in steps if step.day <= f"{year}-01-01"]) for place, year in scale.ticks)
    return [_count(known[-1] if known else 0, place, top) for place, known in counts]


def _between_steps(steps: Sequence[Step], scale: Scale, top: int) -> list[Html]:
    drawn: list[Html] = []
    labelled = 0.0
    ends = {step.day: after.day for step, after in pairwise(steps)}
    for step in steps:
        left, right = scale.x(step.day, scale.first), scale.x(ends.get(step.day), scale.last)
        drawn.append(tag("line", x1=left, x2=left, y1=top, y2=top + BAR, class_="edge"))
        if left - labelled >= ROOM_FOR_YEAR:
            year = tag("text", step.day[:4], x=left, y=top + BAR + 14, text_anchor="middle", class_="year")
            drawn, labelled = [*drawn, year], left
        if right - left >= ROOM_FOR_COUNT:
            drawn.append(_count(step.count, round((left + right) / 2, 1), top))
    return drawn


def _count(count: int, place: float, top: int) -> Html:
    return tag("text", count, x=place, y=top + 14, text_anchor="middle", class_="count")


def legend() -> Html:
    """Return what the looks of the bars mean."""
    looks = (
        ("party certain", "party"),
        ("lesser certain", "signatory, contracting or other lesser status"),
        ("suspended certain", "suspended, not counted"),
        ("party possible", "possible, not certain"),
    )
    return tag("ul", *(tag("li", _swatch(look), " ", words) for look, words in looks), class_="legend")


def _swatch(look: str) -> Html:
    thin = look.startswith("lesser")
    shape = tag("rect", x=1, y=6 if thin else 1, width=28, height=THIN if thin else BAR, class_=f"bar {look}")
    return tag("svg", shape, viewBox="0 0 30 20", width=30, height=20, aria_hidden="true")
