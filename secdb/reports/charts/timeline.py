"""A timeline as a chart: a bar per State, and above them how many there were."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from secdb.errors import UsageError
from secdb.reports.charts import legend
from secdb.reports.charts.background import Background, opening_acts
from secdb.reports.charts.bars import Label, Row, draw_row, labels_of
from secdb.reports.charts.canvas import Page, drawing, wide
from secdb.reports.charts.count import PANEL, draw_count
from secdb.reports.charts.counting import certain, counts, possible
from secdb.reports.charts.scale import Scale, extent
from secdb.reports.charts.style import GRID, QUIET, STATUSES, words
from secdb.reports.counting import COUNTED

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from secdb.reports.base import Report
    from secdb.reports.charts.canvas import Kind
    from secdb.reports.charts.legend import Item
    from secdb.reports.timeline import Spell

WIDTH, MARGIN = 760.0, 14.0
WIDEST_LABEL, LABEL_GAP = 210.0, 10.0
ROW = 20.0  # of a State
AXIS = 18.0  # for the words of the days
SIZE = 8.0  # of those words
MANY = 25  # States: from here on the days are written below them too


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
    def bottom(self) -> float:
        return self.top + (sum(row.height for row in self.rows) or ROW) + 4

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
        legend.draw_head(page, plan.title, plan.caption, MARGIN, MARGIN)
        _draw_days(page, plan)
        found = counts(report.rows, basis, plan.scale.first, plan.scale.last)
        draw_count(page, found, plan.scale, plan.panel, label=f"members ({words(basis)})")
        top = plan.top
        if not plan.rows:
            page.text(plan.scale.left, top + ROW / 2, "no membership in these days", color=QUIET)
        for row in plan.rows:
            draw_row(page, row, plan.scale, top)
            top += row.height
        legend.draw_legend(page, plan.legend, MARGIN, plan.legend_top)
        return page.written(kind, report.about["title"])


def _plan(report: Report[Spell], known: Background, basis: str, today: dt.date) -> _Plan:
    about = report.about
    first, last = extent(report.rows, about["from"], about["to"], today)
    rows = list(_rows(report.rows, known, first, last))
    labels = max((label.width for row in rows for label in row.labels), default=0.0)
    count_label = wide("members (in force)", SIZE)
    scale = Scale(first, last, MARGIN + max(labels, count_label) + LABEL_GAP, WIDTH - MARGIN - 12)
    room = WIDTH - 2 * MARGIN
    said = legend.caption(about, f"{first} to {last}", f"number of members: {words(basis)}")
    return _Plan(
        rows,
        scale,
        legend.title_lines(str(about["title"]), room),
        legend.caption_lines(said, room),
        legend.flow(list(_items(rows, scale)), room),
    )


def _rows(spells: Sequence[Spell], known: Background, first: dt.date, last: dt.date) -> Iterator[Row]:
    for state in dict.fromkeys(spell.state for spell in spells):
        own = [spell for spell in spells if spell.state == state]
        names: list[Label] = labels_of(own, known.names.get(state, ()), first, last, WIDEST_LABEL)
        acts = known.acts.get(state, ())
        yield Row(own, names, acts, max(ROW, 4 + sum(label.height for label in names)))


def _items(rows: Sequence[Row], scale: Scale) -> Iterator[Item]:
    """Yield what the legend explains: what is on the chart."""
    spells = [spell for row in rows for spell in row.spells]
    shown = {spell.status for spell in spells}
    for status, look in STATUSES.items():
        if status in shown:
            yield legend.Item(look.word, look)
    after = scale.last + dt.timedelta(1) if scale.last < dt.date.max else scale.last
    doubtful = [spell.status for spell in spells if certain(spell, after) != possible(spell, after)]
    for status, look in STATUSES.items():
        if status in doubtful:
            yield legend.Item("possible, not certain", look, possible=True)
            break
    yield from legend.act_items({mark.kind for row in rows for mark in row.marks(scale)})


def _draw_days(page: Page, plan: _Plan) -> None:
    """Draw the days: a line down the chart each, words between the number and the bars, and below many bars too."""
    for place, word in plan.scale.ticks(SIZE):
        page.line([place, place], [plan.panel, plan.panel + PANEL], color=GRID)
        page.line([place, place], [plan.top, plan.bottom], color=GRID)
        page.text(place, plan.panel + PANEL + AXIS / 2, word, size=SIZE, align="center", color=QUIET)
        if len(plan.rows) >= MANY:
            page.text(place, plan.bottom + AXIS / 2, word, size=SIZE, align="center", color=QUIET)
