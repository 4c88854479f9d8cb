"""A matrix as a heat map: a row per State, a column per treaty, the status by colour, hatch and letter."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from secdb.reports.charts import legend
from secdb.reports.charts.canvas import INK, Page, drawing
from secdb.reports.charts.lettering import legible, shortened, wide
from secdb.reports.charts.style import GRID, QUIET, STATUSES, look, words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from secdb.reports.base import Report
    from secdb.reports.charts.canvas import Kind

MARGIN, ROW, COLUMN = 14.0, 17.0, 26.0
WIDEST_LABEL, TALLEST_LABEL, LABEL_GAP = 230.0, 150.0, 8.0
NARROWEST = 420.0
REPEATED = 40  # rows: from here on the treaties are named below them too


class Cell(NamedTuple):
    """What is drawn of a State under a treaty."""

    status: str
    possible: bool


def matrix_chart(report: Report[Any], *, kind: Kind = "svg") -> bytes:
    """Return a matrix as an SVG, PNG or PDF file.

    Rows have `state`, `name` and `cells`: by code of the treaty a status, None, or what has `status`, `certain` and
    maybe `standing`. `about` has `treaties`, in the order of the columns, and whatever of `on`, `basis`, `dataset`,
    `revision` is known.
    Faded and dotted is what is not certain. Same input, same bytes. Raises MissingChartsError, UsageError.
    """
    with drawing(kind):
        title = f"Status on {report.about['on']}" if report.about.get("on") else "Status by treaty"
        page = _drawn(report, title)
        return page.written(kind, title)


def _drawn(report: Report[Any], title: str) -> Page:
    treaties = list(report.about.get("treaties") or dict.fromkeys(code for row in report.rows for code in row.cells))
    names = [shortened(legible(row.name, row.state), WIDEST_LABEL, tail=f" ({row.state})") for row in report.rows]
    codes = [shortened(code, TALLEST_LABEL) for code in treaties]
    left = MARGIN + max([wide(name) for name in names], default=0.0) + LABEL_GAP
    page_width = max(NARROWEST, left + COLUMN * len(treaties) + MARGIN)
    room = page_width - 2 * MARGIN
    basis = [f"basis {words(report.about['basis'])}"] if report.about.get("basis") else []
    head = legend.title_lines(title, room), legend.caption_lines(legend.caption(report.about, *basis), room)
    tall = max([wide(code) for code in codes], default=0.0) + LABEL_GAP
    top = MARGIN + legend.head_height(*head) + 8 + tall
    bottom = top + ROW * len(names)
    is_long = len(names) >= REPEATED
    below = bottom + (tall if is_long else 0) + 10
    explained = legend.flow(_items(report.rows), room)
    page = Page(page_width, below + legend.LINE * len(explained) + MARGIN)
    legend.draw_head(page, *head, MARGIN, MARGIN)
    _draw_codes(page, codes, left, top - LABEL_GAP / 2, is_above=True)
    if is_long:
        _draw_codes(page, codes, left, bottom + LABEL_GAP / 2, is_above=False)
    _draw_grid(page, len(treaties), len(names), left, top)
    for number, name in enumerate(names):
        page.text(left - LABEL_GAP, top + ROW * (number + 0.5), name, align="right")
    _draw_cells(page, [[cell(row.cells.get(code)) for code in treaties] for row in report.rows], left, top)
    legend.draw_legend(page, explained, MARGIN, below)
    return page


def cell(given: Any) -> Cell | None:  # noqa: ANN401 - a status, or a cell of the report
    """Return what is drawn of a cell of a row; None where there is nothing."""
    if given is None:
        return None
    if isinstance(given, str):
        return Cell(given.removeprefix("possible "), given.startswith("possible "))
    if not isinstance(given, Mapping):
        given = {name: getattr(given, name, None) for name in ("status", "standing", "certain")}
    # a member all the while that one status passed into another is in no doubt
    return Cell(given["status"], not given.get("certain", True) and given.get("standing") != "member")


def _draw_codes(page: Page, codes: Sequence[str], left: float, edge: float, *, is_above: bool) -> None:
    """Write the treaties upright, their ends at the edge of the cells."""
    for number, code in enumerate(codes):
        page.text(
            left + COLUMN * (number + 0.5), edge, code, rotation=90, align="left" if is_above else "right", color=QUIET
        )


def _draw_grid(page: Page, across: int, down: int, left: float, top: float) -> None:
    right, bottom = left + COLUMN * across, top + ROW * down
    ends = [[(left, top + ROW * number), (right, top + ROW * number)] for number in range(down + 1)]
    ends += [[(left + COLUMN * number, top), (left + COLUMN * number, bottom)] for number in range(across + 1)]
    page.lines(ends, colors=GRID, linewidths=0.5)


def _draw_cells(page: Page, rows: Sequence[Sequence[Cell | None]], left: float, top: float) -> None:
    """Draw the cells, all of one look at once."""
    found: dict[Cell, list[tuple[float, float]]] = defaultdict(list)
    for down, row in enumerate(rows):
        for across, one in enumerate(row):
            if one:
                found[one].append((left + COLUMN * across, top + ROW * down))
    for one, places in sorted(found.items()):
        drawn = look(one.status).drawn(possible=one.possible)
        page.rects([(across + 1.2, down + 1.2, COLUMN - 2.4, ROW - 2.4) for across, down in places], **drawn)
        _draw_letters(page, one, [(across + COLUMN / 2, down + ROW / 2) for across, down in places])


def _draw_letters(page: Page, one: Cell, places: Sequence[tuple[float, float]]) -> None:
    """Write the letter of a status in the middle of its cells, on a patch of its own where they are hatched."""
    shown = look(one.status)
    drawn = shown.drawn(possible=one.possible)
    if drawn["hatch"]:
        half = wide(shown.letter, 8) / 2 + 2
        page.rects([(across - half, down - 5, 2 * half, 10) for across, down in places], facecolor=drawn["facecolor"])
    for across, down in places:
        page.text(across, down, shown.letter, size=8, align="center", color=INK if one.possible else shown.ink)


def _items(rows: Sequence[Any]) -> list[legend.Item]:
    shown = {found for row in rows for given in row.cells.values() if (found := cell(given))}
    items = []
    for status, appearance in STATUSES.items():
        if any(one.status == status for one in shown):
            items.append(legend.Item(appearance.word, appearance, letter=appearance.letter))
    doubtful = [status for status in STATUSES if Cell(status, possible=True) in shown]
    if doubtful:
        items.append(legend.Item("possible, not certain", look(doubtful[0]), possible=True))
    return items
