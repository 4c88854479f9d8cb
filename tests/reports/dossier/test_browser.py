"""The page in headless Chromium, at the width of a phone and of a desk."""

from __future__ import annotations

import html
import json
import re
import shutil
import subprocess
from typing import TYPE_CHECKING, Any

import pytest

import secdb
from secdb.database.reader import open_register
from secdb.reports.dossier.page import POLICY

if TYPE_CHECKING:
    from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
BROWSER = next((path for name in NAMES if (path := shutil.which(name))), None)
WIDTHS = (360, 1280)

# what a reader with a keyboard and a screen of that width meets; the answer goes to the frame around
MEASURE = """
const reach = [...document.querySelectorAll('a[href], button, input, [tabindex]')].filter(e => e.tabIndex >= 0);
const skip = reach[0], hidden = skip.getBoundingClientRect().right;
skip.focus();
const shown = skip.getBoundingClientRect().left;
const refused = reach.filter(e => { e.focus(); return document.activeElement !== e; }).length;
const scrollers = [...document.querySelectorAll('*')].filter(
  e => e.scrollWidth > e.clientWidth + 1 && getComputedStyle(e).overflowX === 'auto');
const wide = [...document.querySelectorAll('body *')].filter(
  e => e.getBoundingClientRect().right > innerWidth + 1 && !e.closest('.scroll'));
const skipped = getComputedStyle(document.querySelector('pre')).fontSize;
skip.focus({focusVisible: true});
const outline = getComputedStyle(skip).outlineStyle + ' ' + getComputedStyle(skip).outlineWidth;
parent.postMessage(JSON.stringify({
  inner: innerWidth, whole: document.documentElement.scrollWidth, wide: wide.map(e => e.tagName + ' ' + e.className),
  first: skip.getAttribute('href'), hidden: hidden, shown: shown, refused: refused, reach: reach.length,
  scrollers: scrollers.map(e => e.getAttribute('role') + ' ' + e.tabIndex), font: parseFloat(skipped),
  mark: getComputedStyle(document.querySelector('mark')).backgroundColor,
  back: getComputedStyle(document.querySelector('.to-note'), '::after').content,
  svg: document.querySelector('svg.timeline').getBoundingClientRect().height,
  hint: getComputedStyle(document.querySelector('.scroll')).backgroundAttachment,
  focus: outline,
}), '*');
"""

# a window of Chromium is never narrower than 500; a frame is
FRAME = """<!DOCTYPE html>
<script>onmessage = e => document.body.setAttribute('data-found', e.data)</script>
<body><iframe src="{page}" style="width: {width}px; height: 900px; border: 0"></iframe></body>
"""

pytestmark = [pytest.mark.slow, pytest.mark.skipif(BROWSER is None, reason="no Chromium here")]


def browse(*options: str) -> str:
    assert BROWSER
    common = ("--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--disable-dev-shm-usage")
    done = subprocess.run([BROWSER, *common, *options], capture_output=True, check=True, timeout=120, text=True)
    return done.stdout


@pytest.fixture(scope="module")
def file(seeded_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the page of the treaty."""
    path = tmp_path_factory.mktemp("browser") / "index.html"
    with open_register(str(seeded_file)) as register:
        path.write_text(secdb.dossier(register, "cst", on=["1994-04-20", "2009-09-26"]), encoding="utf-8")
    return path


@pytest.fixture(scope="module", params=WIDTHS)
def found(request: pytest.FixtureRequest, file: Path) -> dict[str, Any]:
    """Return what is measured in a copy of the page, in which a script may run."""
    text = file.read_text(encoding="utf-8").replace(html.escape(POLICY), "")
    copy = file.with_name(f"measured-{request.param}.html")
    copy.write_text(text.replace("</body>", f"<script>{MEASURE}</script></body>"), encoding="utf-8")
    frame = file.with_name(f"frame-{request.param}.html")
    frame.write_text(FRAME.format(page=copy.name, width=request.param), encoding="utf-8")
    dumped = browse("--window-size=1400,1000", "--virtual-time-budget=5000", "--dump-dom", frame.as_uri())
    said = re.search(r'data-found="([^"]*)"', dumped)
    assert said
    measured: dict[str, Any] = json.loads(html.unescape(said[1]))
    assert measured["inner"] == request.param
    return measured


def test_the_page_does_not_scroll_sideways(found: dict[str, Any]) -> None:
    assert found["wide"] == []
    assert found["whole"] <= found["inner"]


def test_what_scrolls_can_be_reached_and_has_a_name(found: dict[str, Any]) -> None:
    assert set(found["scrollers"]) <= {"region 0"}
    assert bool(found["scrollers"]) is (found["inner"] == WIDTHS[0])


def test_the_keyboard_meets_the_way_past_the_contents_first(found: dict[str, Any]) -> None:
    assert found["first"] == "#main"
    assert found["hidden"] < 0  # until it has the focus
    assert 0 <= found["shown"] < found["inner"]
    assert found["reach"] > 300
    assert found["refused"] == 0
    assert found["focus"] == "solid 3px"


def test_a_shadow_shows_that_there_is_more_sideways(found: dict[str, Any]) -> None:
    assert found["hint"] == "local, local, scroll, scroll"


def test_marks_are_coloured_and_numbered_and_the_drawing_is_there(found: dict[str, Any]) -> None:
    assert found["mark"] == "rgb(255, 240, 179)"
    assert re.search(r"\d|data-note", found["back"])
    assert found["svg"] > 200
    assert found["font"] >= 14


def test_no_script_runs_in_the_page_itself(file: Path) -> None:
    copy = file.with_name("attacked.html")
    attack = "<script>document.body.setAttribute('data-found', 'ran')</script></body>"
    copy.write_text(file.read_text(encoding="utf-8").replace("</body>", attack), encoding="utf-8")
    assert 'data-found="ran"' not in browse("--dump-dom", copy.as_uri())


def test_it_prints_on_a_few_sheets(file: Path) -> None:
    paper = file.with_suffix(".pdf")
    browse("--no-pdf-header-footer", f"--print-to-pdf={paper}", file.as_uri())
    content = paper.read_bytes()
    assert content.startswith(b"%PDF")
    assert 5 <= len(re.findall(rb"/Type\s*/Page\b", content)) <= 40
