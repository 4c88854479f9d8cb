"""Charts: the same bytes each time, nothing cut, nothing on anything else, readable without colour."""

from __future__ import annotations

import datetime as dt
import sys
from functools import cache
from itertools import combinations, pairwise
from math import dist
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

import pytest

from secdb.database.reader import open_register
from secdb.errors import UsageError
from secdb.reports.charts.background import Background, Name, background
from secdb.reports.charts.canvas import MissingChartsError, Page, drawing
from secdb.reports.charts.lettering import shortened, wide
from secdb.reports.charts.matrix import matrix_chart
from secdb.reports.charts.network import Tie, circle, network_chart
from secdb.reports.charts.style import ACTS, STATUSES, faded
from secdb.reports.charts.timeline import timeline_chart
from secdb.reports.timeline import timeline
from tests.reports.charts import invented
from tests.reports.charts.invented import spell, timeline_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from matplotlib.text import Text
    from matplotlib.transforms import Bbox

TODAY = dt.date(2026, 1, 1)
SVG = "{http://www.w3.org/2000/svg}"


def cst(path: Path, dataset: str = "register") -> Callable[..., bytes]:
    with open_register(str(path)) as register:
        report = timeline(register, "cst", dataset=dataset)
        known = background(register, report)
    return lambda kind, today=TODAY: timeline_chart(report, known, today=today, kind=kind)


def texts(picture: bytes) -> list[str]:
    """Return the texts of an SVG, in the order in which they are drawn."""
    return ["".join(element.itertext()) for element in ET.fromstring(picture).iter(f"{SVG}text")]  # noqa: S314 - ours


def charts(states: int, treaties: int = 4) -> dict[str, Callable[[Any], bytes]]:
    report, known = invented.timeline(states)
    return {
        "timeline": lambda kind: timeline_chart(report, known, today=TODAY, kind=kind),
        "matrix": lambda kind: matrix_chart(invented.matrix(states, treaties), kind=kind),
        "network": lambda kind: network_chart(invented.network(states), kind=kind),
    }


@pytest.fixture
def pages(monkeypatch: pytest.MonkeyPatch) -> list[Page]:
    """Return the pages that are drawn from now on, which are not written."""
    drawn: list[Page] = []
    monkeypatch.setattr(Page, "written", lambda page, *_: bytes(drawn.append(page) or 0))  # type: ignore[func-returns-value]
    return drawn


@cache
def places(page: Page) -> list[tuple[Text, Bbox]]:
    """Return the texts of a page and the points they cover, from the lower left corner."""
    from matplotlib.backends.backend_agg import FigureCanvasAgg

    with drawing("png"):
        renderer = FigureCanvasAgg(page.figure).get_renderer()  # type: ignore[no-untyped-call]
        return [(text, text.get_window_extent(renderer)) for text in page.figure.axes[0].texts]


def cut(page: Page) -> list[str]:
    """Return the texts that are not wholly on the page, a little from its edge."""
    return [
        text.get_text()
        for text, box in places(page)
        if min(box.x0, box.y0, page.width - box.x1, page.height - box.y1) < 6
    ]


def overlapping(page: Page) -> list[tuple[str, str]]:
    """Return the pairs of texts that share more than half a point each way."""
    found = sorted(places(page), key=lambda place: place[1].y0)
    return [
        (one.get_text(), other.get_text())
        for number, (one, here) in enumerate(found)
        for other, there in found[number + 1 :]
        if there.y0 < here.y1 - 0.5 and min(here.x1, there.x1) - max(here.x0, there.x0) > 0.5
    ]


@pytest.mark.parametrize(("kind", "signature"), [("svg", b"<?xml"), ("png", b"\x89PNG\r\n\x1a\n"), ("pdf", b"%PDF-")])
def test_the_same_input_gives_the_same_bytes_whatever_the_user_has_set(
    kind: str, signature: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    import matplotlib as mpl

    drawn = [name for name in charts(6) if name == "timeline" or kind == "svg"]  # the others are slow as PNG and PDF
    first = {name: charts(6)[name](kind) for name in drawn}
    assert all(picture.startswith(signature) for picture in first.values())
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1000000000")
    settings: dict[Any, Any] = {"font.size": 30, "svg.fonttype": "path", "savefig.bbox": "tight", "figure.dpi": 30}
    with mpl.rc_context(settings):
        assert {name: charts(6)[name](kind) for name in drawn} == first
        assert mpl.rcParams["font.size"] == 30


def test_another_input_gives_other_bytes(seeded_file: Path) -> None:
    draw = cst(seeded_file)
    assert draw("svg") != draw("svg", today=dt.date(2020, 1, 1))
    assert draw("svg") != cst(seeded_file, "documents")("svg")


def test_the_treaty_says_who_when_and_how_many_as_text(seeded_file: Path) -> None:
    written = texts(cst(seeded_file)("svg"))
    said = ["9", "since 1994-04-20", "6", "since 1999-04-20", "7", "since 2006-08-16", "6", "since 2012-12-19"]
    assert written[written.index("9") :][: len(said)] == said
    assert [name for name in written if name in {"Armenia", "Belarus", "Uzbekistan"}] == [
        "Armenia",
        "Belarus",
        "Uzbekistan",
    ]
    assert {"party", "suspended, not counted", "goes beyond the days shown"} < set(written)
    assert {"signature", "accession", "non-renewal", "suspension"} < set(written)
    assert "withdrawal" not in written
    caption = written[1]
    told = "cst|1992-05-15 to 2026-01-01, the day of drawing|number of members: in force|dataset register"
    assert caption.startswith(told.replace("|", " \u00b7 "))
    assert "possible, not certain" not in written


def test_what_the_documents_leave_open_is_told(seeded_file: Path) -> None:
    written = texts(cst(seeded_file, "documents")("svg"))
    assert "possible, not certain" in written
    assert "0\u20136" in written
    assert written[written.index("6\u20137") + 1] == "since 2002-05-15"


@pytest.mark.parametrize("states", [6, 40, pytest.param(200, marks=pytest.mark.slow)])
def test_no_text_is_cut_or_lies_on_another(states: int, pages: list[Page]) -> None:
    for draw in charts(states, 5 if states < 200 else 2).values():
        draw("svg")
    of_time, matrix, network = pages
    assert [cut(page) for page in pages] == [[], [], []]
    assert overlapping(of_time) == []
    assert overlapping(matrix) == []
    assert len(of_time.figure.axes[0].texts) > states
    ring = [text for text in network.figure.axes[0].texts if "Republic" in text.get_text()]
    assert len(ring) == states
    assert min(dist(a.get_position(), b.get_position()) for a, b in pairwise([*ring, ring[0]])) > 9  # they turn away


@pytest.mark.parametrize(
    ("first", "last"), [("1999-03-01", "1999-05-31"), ("1999-01-01", "2000-12-31"), ("1800-01-01", None)]
)
def test_days_of_short_and_long_times_stand_apart(first: str, last: str | None, pages: list[Page]) -> None:
    report = timeline_of([spell("A", "party", "1999-03-04 1999-03-04 - -")], **{"from": first, "to": last})
    timeline_chart(report, today=TODAY)
    assert overlapping(pages[0]) == []
    assert cut(pages[0]) == []


def test_an_overlap_and_a_cut_are_seen(pages: list[Page]) -> None:
    page = Page(100, 50)
    page.text(10, 20, "one")
    page.text(12, 22, "two")
    page.text(95, 40, "three")
    assert overlapping(page) == [("two", "one")]
    assert cut(page) == ["three"]


def test_a_treaty_without_members_is_said_to_have_none() -> None:
    assert "no membership in these days" in texts(timeline_chart(timeline_of([]), today=TODAY))


def test_a_renamed_state_shows_its_last_name_and_the_one_before() -> None:
    report = timeline_of([spell("SWZ", "party", "2000-01-01 2000-01-01 - -")])
    names = [Name("Bechuana", None, "1966-01-01"), Name("Swaziland", "1966-01-01", "2018-04-19")]
    known = Background(names={"SWZ": [*names, Name("Eswatini", "2018-04-19", None)]})
    written = texts(timeline_chart(report, known, today=TODAY))
    assert written[written.index("Eswatini") + 1] == "Swaziland until 2018"
    assert not any("Bechuana" in words for words in written)
    before = timeline_of(list(report.rows), to="2010-12-31")
    assert "Eswatini" not in texts(timeline_chart(before, known, today=TODAY))


def test_names_are_written_as_they_stand() -> None:
    report = timeline_of([spell("$x^2$ <b>&\x1b\u202e", "party", "2000-01-01 2000-01-01 - -")], title="a $ and a $")
    written = texts(timeline_chart(report, today=TODAY))
    assert "State $x^2$ <b>&\ufffd\ufffd" in written
    assert "a $ and a $" in written


def test_a_long_name_is_shortened_and_told_from_others() -> None:
    words = shortened("United Islands of Ruritania and Strackenz", 150, tail=" (S12)")
    assert words.startswith("United Islands")
    assert words.endswith("\u2026 (S12)")
    assert 120 < wide(words) <= 150
    assert shortened("Chad", 150, tail=" (TCD)") == "Chad"


def test_every_status_is_told_from_the_others_in_grey() -> None:
    def grey(color: str) -> float:
        parts = [int(color[place : place + 2], 16) / 255 for place in (1, 3, 5)]
        return sum(weight * part for weight, part in zip((0.299, 0.587, 0.114), parts, strict=True))

    for one, other in combinations(STATUSES.values(), 2):
        is_told = (one.hatch, one.share) != (other.hatch, other.share) or abs(grey(one.face) - grey(other.face)) > 0.15
        assert is_told, (one.word, other.word)
        assert one.letter != other.letter
    assert len(set(ACTS.values())) == len(ACTS)
    assert grey(faded(STATUSES["party"].face)) - grey(STATUSES["party"].face) > 0.3


def test_marks_of_one_state_do_not_lie_on_one_another() -> None:
    from secdb.reports.charts.background import Act
    from secdb.reports.charts.bars import Row
    from secdb.reports.charts.scale import Scale

    acts = [Act("signature", "2000-01-01", "2000-01-01"), Act("ratification", "2000-01-09", "2000-01-09")]
    scale = Scale(dt.date(1950, 1, 1), dt.date(2020, 1, 1), 0, 500)
    marks = Row((), (), [*acts, Act("accession", "2010-01-01", "2012-01-01")], 20).marks(scale)
    assert [mark.lane for mark in marks] == [0, 1, 0]
    assert [mark.bounds is not None for mark in marks] == [False, False, True]


def test_strong_ties_stand_side_by_side_in_the_circle() -> None:
    ties = [Tie("A", "C", 5, 0), Tie("B", "D", 4, 0), Tie("A", "B", 1, 0), Tie("C", "D", 1, 0)]
    order = circle("ABCDE", ties)
    neighbours = {frozenset(pair) for pair in pairwise(order)}
    assert {frozenset("AC"), frozenset("BD")} <= neighbours
    assert order[-1] == "E"


def test_a_matrix_takes_plain_statuses_and_cells() -> None:
    from secdb.reports.charts.matrix import Cell, cell

    assert cell("party") == Cell("party", possible=False)
    assert cell("possible party") == Cell("party", possible=True)
    assert cell({"status": "party", "certain": False}) == Cell("party", possible=True)
    assert cell({"status": "contracting", "standing": "member", "certain": False}) == Cell(
        "contracting", possible=False
    )
    assert cell(None) is None


def test_without_matplotlib_the_message_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "matplotlib", None)
    for draw in charts(6).values():
        with pytest.raises(MissingChartsError, match=r'pip install "secdb\[charts\]"'):
            draw("svg")


def test_a_chart_of_no_known_kind_or_basis_is_wrong_usage() -> None:
    with pytest.raises(UsageError, match="one of svg, png, pdf, not 'gif'"):
        charts(6)["network"]("gif")
    with pytest.raises(UsageError, match="the basis is one of"):
        timeline_chart(timeline_of([]), basis="all")
