"""Pictures of timelines: what a reader who knows nothing of the data must find, and in what letters."""

from __future__ import annotations

import datetime as dt
import hashlib
import os
import re
import subprocess
import sys
from dataclasses import replace
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

import pytest

from secdb.reports.charts import lettering
from secdb.reports.charts.bars import bar_shape
from secdb.reports.charts.canvas import Page, drawing
from secdb.reports.charts.count import labels
from secdb.reports.charts.counting import Count
from secdb.reports.charts.lettering import legible, wide, wrapped
from secdb.reports.charts.network import network_chart, thinned
from secdb.reports.charts.timeline import timeline_chart
from tests.reports.charts import invented
from tests.reports.charts.invented import spell, timeline_of

if TYPE_CHECKING:
    from pathlib import Path

TODAY = dt.date(2026, 1, 1)
SVG = "{http://www.w3.org/2000/svg}"
CHINESE = "\u96c6\u4f53\u5b89\u5168\u6761\u7ea6"
UK = "United Kingdom of Great Britain and Northern Ireland"


def texts(picture: bytes) -> list[str]:
    return ["".join(element.itertext()) for element in ET.fromstring(picture).iter(f"{SVG}text")]  # noqa: S314 - ours


def legend_of(*bounds: str, **about: Any) -> list[str]:  # noqa: ANN401
    rows = [spell(f"S{number}", "party", days) for number, days in enumerate(bounds)]
    return texts(timeline_chart(timeline_of(rows, **about), today=TODAY))


@pytest.fixture
def no_other_fonts(monkeypatch: pytest.MonkeyPatch) -> None:
    lettering._all_letters.cache_clear()
    monkeypatch.setattr(lettering, "others", tuple)


def test_a_text_is_as_wide_on_the_page_as_it_was_measured() -> None:
    from matplotlib.backends.backend_agg import FigureCanvasAgg

    with drawing("png"):
        page = Page(400, 50)
        for words, size, bold in ((UK, 6.8, False), (UK, 9.0, False), ("9 since 1994-04-20", 11.0, True)):
            text = page.text(10, 20, words, size=size, bold=bold)
            drawn = text.get_window_extent(FigureCanvasAgg(page.figure).get_renderer())  # type: ignore[no-untyped-call]
            assert drawn.width == pytest.approx(wide(words, size, bold=bold), abs=1)


def test_the_numbers_stand_above_their_days_and_the_highest_is_always_told() -> None:
    days = [dt.date(1990 + number, 1, 1) for number in range(4)]
    narrow = [
        (0.0, 200.0, Count(days[0], 3, 3)),
        (200.0, 204.0, Count(days[1], 9, 9)),
        (204.0, 500.0, Count(days[2], 6, 7)),
    ]
    said = labels(narrow)
    assert [(one.number, one.since, one.above) for one in said] == [
        ("3", "", 3),
        ("6\u20137", "since 1992-01-01", 7),
        ("9", "", 9),
    ]
    assert said[2].left < 202 < said[2].left + said[2].width


def test_a_bar_has_a_point_towards_the_days_that_are_not_shown() -> None:
    assert bar_shape(10, 20, 5, 4, (0, 3)) == [(10, 3), (20, 3), (23, 5), (20, 7), (10, 7), (10, 5)]
    assert bar_shape(10, 20, 5, 4, (3, 0))[-1] == (7, 5)
    said = "goes beyond the days shown"
    assert said in legend_of("1999-01-01 1999-01-01 - -", to="2010-12-31")
    assert said in legend_of("1999-01-01 1999-01-01 2005-01-01 2005-01-01", **{"from": "2000-01-01"})
    assert said not in legend_of("1999-01-01 1999-01-01 2005-01-01 2005-01-01")


def test_the_points_are_drawn_on_the_sides_that_go_on(monkeypatch: pytest.MonkeyPatch) -> None:
    drawn: list[list[tuple[float, float]]] = []
    monkeypatch.setattr(Page, "shape", lambda _page, corners, **_look: drawn.append(list(corners)))
    whole = spell("A", "party", "1999-01-01 1999-01-01 - -")
    past = spell("B", "party", "1999-01-01 1999-01-01 2005-01-01 2005-01-01")
    within = spell("C", "party", "2003-01-01 2003-01-01 2005-01-01 2005-01-01")
    timeline_chart(timeline_of([whole, past, within], **{"from": "2000-01-01", "to": "2010-12-31"}), today=TODAY)
    points = [(one[0][0] - one[5][0], one[2][0] - one[1][0]) for one in drawn[:3]]  # left and right, of each bar
    assert points == [pytest.approx((5, 5)), pytest.approx((5, 0)), pytest.approx((0, 0))]


def test_the_days_on_which_an_act_may_have_been_are_explained() -> None:
    said = "days on which the act may have been"
    assert said in legend_of("1990-01-01 1999-01-01 - -")
    assert said not in legend_of("1999-01-01 1999-01-01 - -")


def test_the_day_of_drawing_is_told_only_where_it_decided_the_last_day() -> None:
    assert "to 2026-01-01, the day of drawing" in legend_of("1999-01-01 1999-01-01 - -")[1]
    assert "the day of drawing" not in legend_of("1999-01-01 1999-01-01 - -", to="2026-01-01")[1]
    assert "the day of drawing" not in legend_of("1999-01-01 1999-01-01 2005-01-01 2005-01-01")[1]


def test_a_timeline_of_nothing_ends_on_the_day_asked_for() -> None:
    written = texts(timeline_chart(timeline_of([], to="2020-06-30"), today=TODAY))
    assert written[1].startswith("x \u00b7 2019-07-01 to 2020-06-30 \u00b7")
    assert "no membership in these days" in written


def test_a_long_name_is_whole_on_two_lines() -> None:
    row = replace(spell("GBR", "party", "1999-01-01 1999-01-01 - -"), name=UK)
    written = texts(timeline_chart(timeline_of([row]), today=TODAY))
    assert [words for words in written if words.startswith("United") or words == "Ireland"] == [
        "United Kingdom of Great Britain and Northern",
        "Ireland",
    ]


def test_the_years_are_written_again_among_many_states() -> None:
    report, known = invented.timeline(60)
    written = texts(timeline_chart(report, known, today=TODAY))
    assert written.count("1980") == 3  # above, after 40 States, below


def test_an_svg_says_what_it_is_to_who_hears_it() -> None:
    rows = [spell("A", "party", "1999-03-04 1999-03-04 - -"), spell("B", "party", "2001-01-01 2001-01-01 - -")]
    root = ET.fromstring(timeline_chart(timeline_of(rows, title="A & B"), today=TODAY))  # noqa: S314 - ours
    assert [root[0].tag, root[1].tag] == [f"{SVG}title", f"{SVG}desc"]
    assert root[0].text == "A & B: timeline"
    assert root[1].text == "Members: 1 from 1999-03-04, 2 from 2001-01-01. Below them a bar per State."


@pytest.mark.usefixtures("no_other_fonts")
def test_what_no_letters_are_there_for_is_told_by_its_code_and_never_by_boxes() -> None:
    with drawing("png"):
        assert legible(CHINESE, "cst") == "cst"
        assert legible(f"Treaty ({CHINESE}) of 1992", "cst") == "Treaty (\u2026) of 1992"
        assert (
            legible("\u0414\u043e\u0433\u043e\u0432\u043e\u0440", "cst") == "\u0414\u043e\u0433\u043e\u0432\u043e\u0440"
        )
    with drawing("svg"):  # there the reader's fonts decide
        assert legible(CHINESE, "cst") == CHINESE
    assert wide(CHINESE, 10) == 60


def test_a_text_without_blanks_is_broken_and_loses_nothing() -> None:
    lines = wrapped(CHINESE * 3, 100, 10)
    assert lines == [CHINESE + CHINESE[:4], CHINESE[4:] + CHINESE]


def test_few_states_of_a_network_have_level_names_and_ties_are_counted_in_words() -> None:
    few, many = network_chart(invented.network(6)), network_chart(invented.network(13))
    assert set(re.findall(rb"rotate\((-?[0-9.]+)", few)) == {b"-0"}
    assert len(set(re.findall(rb"rotate\((-?[0-9.]+)", many))) > 6
    assert {"1 treaty", "9 treaties"} < set(texts(few))


def test_very_many_ties_are_drawn_thinner() -> None:
    assert [thinned(ties) for ties in (0, 400, 800, 100_000)] == [1, 1, 0.5, 0.06]


@pytest.mark.slow
@pytest.mark.parametrize("kind", ["svg", "png", "pdf"])
def test_other_processes_draw_the_same_bytes_whatever_their_locale_and_zone(kind: str, tmp_path: Path) -> None:
    program = (
        "import sys, datetime as dt; from tests.reports.charts import invented;"
        "from secdb.reports.charts.timeline import timeline_chart; report, known = invented.timeline(12);"
        "sys.stdout.buffer.write(timeline_chart(report, known, today=dt.date(2026, 1, 1), kind=sys.argv[1]))"
    )
    found = set()
    for number, (zone, locale) in enumerate(
        (("UTC", "C"), ("Pacific/Kiritimati", "C.UTF-8"), ("America/Adak", "POSIX"))
    ):
        own = {"PYTHONHASHSEED": str(number), "TZ": zone, "LC_ALL": locale, "PYTHONPATH": os.pathsep.join(sys.path)}
        done = subprocess.run(
            [sys.executable, "-c", program, kind], capture_output=True, check=True, env=os.environ | own
        )
        found.add(hashlib.sha256(done.stdout).hexdigest())
    assert len(found) == 1
