"""A timeline as a chart: a bar per State, and above them how many there were."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from secdb.errors import UsageError
from secdb.reports.charts import legend
from secdb.reports.charts.background import Background, opening_acts
from secdb.reports.charts.bars import Label, Row, draw_row, labels_of, reaches_out
from secdb.reports.charts.canvas import Page, drawing
from secdb.reports.charts.count import GUIDE, PANEL, draw_count, written
from secdb.reports.charts.counting import certain, counts, possible
from secdb.reports.charts.lettering import legible, wide
from secdb.reports.charts.scale import Scale, extent
from secdb.reports.charts.style import GRID, QUIET, STATUSES, words
from secdb.reports.counting import COUNTED
from secdb.vocabulary import Status

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from secdb.reports.base import Report
    from secdb.reports.charts.canvas import Kind
    from secdb.reports.charts.counting import Count
    from secdb.reports.charts.legend import Item
    from secdb.reports.timeline import Spell

WIDTH, MARGIN = 760.0, 14.0
WIDEST_LABEL, LABEL_GAP = 210.0, 10.0
ROW = 20.0  # of a State
AXIS = 18.0  # for the words of the days
SIZE = 8.0  # of those words
MANY = 25  # States: from here on the days are written below them too
REPEATED = 40  # rows: after so many the days are written again
MOST_TOLD = 12  # numbers that are told in words to who cannot see them
MOST_GUIDES = 8  # changes of the number that a line each leads down to the bars


@dataclass(frozen=True, slots=True)
class _Plan:
    """What is drawn, and where: points from the top."""

    rows: Sequence[Row]
    scale: Scale
    title: Sequence[str]
    caption: Sequence[str]
    legend: Sequence[Sequence[tuple[float, Item]]]

    @property
    def panel(self) -> float:
        return MARGIN + legend.head_height(self.title, self.caption) + 8

    @property
    def top(self) -> float:
        return self.panel + PANEL + AXIS

    @property
    def axes(self) -> list[float]:
        """Return where the days are written: above the bars, after each so many, and below many bars."""
        found, down = [self.top - AXIS], self.top
        for number, row in enumerate(self.rows):
            if self._is_after_axis(number):
                found.append(down)
                down += AXIS
            down += row.height
        return [*found, self.bottom] if len(self.rows) >= MANY else found

    @property
    def placed(self) -> Iterator[tuple[float, Row]]:
        """Yield each State with its place."""
        down = self.top
        for number, row in enumerate(self.rows):
            down += AXIS * self._is_after_axis(number)
            yield down, row
            down += row.height

    def _is_after_axis(self, number: int) -> bool:
        # no few bars alone at the end
        return number > 0 and number % REPEATED == 0 and len(self.rows) - number >= REPEATED / 2

    @property
    def bottom(self) -> float:
        return max([top + row.height for top, row in self.placed], default=self.top + ROW) + 4

    @property
    def height(self) -> float:
        return self.legend_top + legend.LINE * len(self.legend) + MARGIN

    @property
    def legend_top(self) -> float:
        return self.bottom + (AXIS if len(self.rows) >= MANY else 0) + 8


def timeline_chart(
    report: Report[Spell],
    known: Background | None = None,
    *,
    basis: str = "in-force",
    today: dt.date | None = None,
    kind: Kind = "svg",
) -> bytes:
    """Return a timeline as an SVG, PNG or PDF file: a bar per State below the number of members.

    Solid is certain, faded and dotted possible. `known`: `background(register, report)`, for the acts and the names of
    the time; without it the acts are those that the periods name. `basis`: what the number counts. A period that is
    open is drawn to the last day asked for (`about["to"]`), else to `today` (UTC by default), which is written on the
    chart; the same of all these gives the same bytes. Raises MissingChartsError, UsageError.
    """
    if basis not in COUNTED:
        raise UsageError(f"the basis is one of {', '.join(COUNTED)}, not {basis!r}")
    with drawing(kind):
        plan = _plan(report, known or opening_acts(report), basis, today or dt.datetime.now(tz=dt.UTC).date())
        page = Page(WIDTH, plan.height)
        found = counts(report.rows, basis, plan.scale.first, plan.scale.last)
        legend.draw_head(page, plan.title, plan.caption, MARGIN, MARGIN)
        _draw_days(page, plan)
        is_calm = len(found) - 1 <= MOST_GUIDES
        draw_count(page, found, plan.scale, plan.panel, label=f"members ({words(basis)})", guides=is_calm)
        for place in [plan.scale.place(count.day) for count in found[1:] if is_calm]:
            page.line([place, place], [plan.top, plan.bottom], **GUIDE)
        if not plan.rows:
            page.text(plan.scale.left, plan.top + ROW / 2, "no membership in these days", color=QUIET)
        for top, row in plan.placed:
            draw_row(page, row, plan.scale, top)
        legend.draw_legend(page, plan.legend, MARGIN, plan.legend_top)
        return page.written(kind, f"{report.about['title']}: timeline", _told(found))


def _told(found: Sequence[Count]) -> str:
    """Return in words what the numbers show."""
    most = [f"{written(count)} from {count.day}" for count in found[:MOST_TOLD]]
    more = f" and {len(found) - MOST_TOLD} changes more" if len(found) > MOST_TOLD else ""
    return f"Members: {', '.join(most)}{more}. Below them a bar per State."


def _plan(report: Report[Spell], known: Background, basis: str, today: dt.date) -> _Plan:
    about = report.about
    first, last = extent(report.rows, about["from"], about["to"], today)
    rows = list(_rows(report.rows, known, first, last))
    labels = max((label.width for row in rows for label in row.labels), default=0.0)
    count_label = wide("members (in force)", SIZE)
    scale = Scale(first, last, MARGIN + max(labels, count_label) + LABEL_GAP, WIDTH - MARGIN - 12)
    room = WIDTH - 2 * MARGIN
    code = str(about["treaty"])
    until = f"{last}, the day of drawing" if last == today and not about["to"] else f"{last}"
    said = legend.caption(about, code, f"{first} to {until}", f"number of members: {words(basis)}")
    return _Plan(
        rows,
        scale,
        legend.title_lines(legible(str(about["title"]), code), room),
        legend.caption_lines(said, room),
        [*legend.flow(list(_looks(rows, scale)), room), *legend.flow(list(_acts(rows, scale)), room)],
    )


def _rows(spells: Sequence[Spell], known: Background, first: dt.date, last: dt.date) -> Iterator[Row]:
    for state in dict.fromkeys(spell.state for spell in spells):
        own = [spell for spell in spells if spell.state == state]
        names: list[Label] = labels_of(own, known.names.get(state, ()), first, last, WIDEST_LABEL)
        acts = known.acts.get(state, ())
        yield Row(own, names, acts, max(ROW, 4 + sum(label.height for label in names)))


def _looks(rows: Sequence[Row], scale: Scale) -> Iterator[Item]:
    """Yield what the legend explains of the bars: what is on the chart."""
    spells = [spell for row in rows for spell in row.spells]
    shown = {spell.status for spell in spells}
    for status, look in STATUSES.items():
        if status in shown:
            yield legend.Item(f"{look.word}, not counted" if status == Status.SUSPENDED else look.word, look)
    after = scale.last + dt.timedelta(1) if scale.last < dt.date.max else scale.last
    doubtful = [spell.status for spell in spells if certain(spell, after) != possible(spell, after)]
    for status in [status for status in STATUSES if status in doubtful][:1]:
        yield legend.Item("possible, not certain", STATUSES[status], possible=True)
    reaching = [spell.status for spell in spells if reaches_out(spell, scale, after)]
    for status in [status for status in STATUSES if status in reaching][:1]:
        yield legend.Item("goes beyond the days shown", STATUSES[status], tip=True)


def _acts(rows: Sequence[Row], scale: Scale) -> Iterator[Item]:
    """Yield what the legend explains of the marks: what is on the chart."""
    marks = [mark for row in rows for mark in row.marks(scale)]
    yield from legend.act_items({mark.kind for mark in marks})
    if any(mark.bounds for mark in marks):
        yield legend.Item("days on which the act may have been", span=True)


def _draw_days(page: Page, plan: _Plan) -> None:
    """Draw the days: a line down the chart each, and words where they are due."""
    axes = plan.axes
    for place, word in plan.scale.ticks(SIZE):
        page.line([place, place], [plan.panel, plan.panel + PANEL], color=GRID)
        for top, bottom in pairwise([*axes, plan.bottom] if axes[-1] < plan.bottom else axes):
            page.line([place, place], [top + AXIS, bottom], color=GRID)
        half = wide(word, SIZE) / 2
        middle = min(max(place, MARGIN + half), WIDTH - MARGIN + 6 - half)
        for top in axes:
            page.text(middle, top + AXIS / 2, word, size=SIZE, align="center", color=QUIET)
