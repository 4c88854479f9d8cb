"""`secdb browse` as a program, with headless Chromium as its reader."""

from __future__ import annotations

import re
import shutil
import signal
import subprocess
from html import unescape
from typing import TYPE_CHECKING

import pytest

from tests.cli.fakes import COMMAND, ENVIRONMENT, ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
BROWSER = next((path for name in NAMES if (path := shutil.which(name))), None)
ADDRESS = re.compile(r" is at (http://127\.0\.0\.1:\d+)/ \(Ctrl-C ends it\)\n$")

pytest.importorskip("datasette", reason="the extra `browse` is not installed")
pytestmark = [pytest.mark.slow, pytest.mark.skipif(BROWSER is None, reason="no Chromium here")]


@pytest.fixture(scope="module")
def address(seeded_file: Path) -> Iterator[str]:
    """Return where `secdb browse` serves the seeds; in the end it stops on Ctrl-C without a word more."""
    command = [*COMMAND, "--database", str(seeded_file), "browse", "--port", "0"]
    with subprocess.Popen(
        command, cwd=ROOT, env=ENVIRONMENT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        assert process.stderr is not None
        said = process.stderr.readline()
        found = ADDRESS.search(said)
        assert found, said + process.stderr.read()
        try:
            yield found[1]
        finally:
            process.send_signal(signal.SIGINT)
            ended = (*process.communicate(timeout=30), process.returncode)
    assert ended == ("", "Interrupted.\n", 130)


def page(url: str) -> str:
    """Return the page as it stands after its scripts have run."""
    assert BROWSER
    options = ("--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--virtual-time-budget=5000")
    done = subprocess.run(
        [BROWSER, *options, "--dump-dom", url], capture_output=True, check=True, timeout=120, text=True
    )
    assert "Refused to" not in done.stderr  # by our policy
    return unescape(done.stdout)


def test_the_front_page_offers_questions_and_views(address: str) -> None:
    shown = page(f"{address}/")
    assert "<h1>Register of treaty membership</h1>" in shown
    assert re.search(r'<a href="/register/members-on-a-day">Who were the members on a day\?</a>', shown)
    assert 'class="CodeMirror' in shown  # the editor, which is a script


def test_a_view_has_facets_and_menus_of_columns(address: str) -> None:
    shown = page(f"{address}/register/memberships")
    assert re.search(r'/register/memberships\?treaty=cst">cst</a> 27</li>', shown)
    assert ("<summary>What the columns mean</summary>" in shown, "dropdown-menu-icon" in shown) == (True, True)


def test_a_question_is_answered_in_rows(address: str) -> None:
    shown = page(f"{address}/register/members-on-a-day?treaty=cst&day=2009-09-26")
    named = re.findall(r'<td class="col-state">(\w+)</td>', shown)
    assert (named, "<h3>7 rows</h3>" in shown) == (["ARM", "BLR", "KAZ", "KGZ", "RUS", "TJK", "UZB"], True)
