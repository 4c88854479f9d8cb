"""The demo, as `make demo` runs it, and the timeline it draws."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def run(*arguments: str, **environment: str) -> str:
    done = subprocess.run(
        [sys.executable, "-m", "secdb", *arguments],
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
        env={**os.environ, **environment},
    )
    return done.stdout


def test_the_demo_tells_the_whole_story(tmp_path: Path) -> None:
    text = run("demo", TMPDIR=str(tmp_path))
    assert "on 2002-05-14 (in-force, register, revision 3): 6 members" in text
    assert "on 2009-09-26 (in-force, register, revision 3): 7 members" in text
    assert "Added statement cst-2002-statement: Statement of the heads of State of the parties" in text
    assert "6 -> 7" in text
    assert "accession 2006-08-16" in text
    assert "We, the heads of State of the parties to the Treaty on Collective Security" in text
    assert "Ministers for Foreign Affairs of the States members of the Collective Security Treaty Organization" in text
    assert "6 members, or 7 if Uzbekistan had joined" in text
    assert str(tmp_path) in text


def test_a_drawn_timeline_tells_suspended_from_party_and_fits_the_width(seeded_file: Path) -> None:
    text = run("--database", str(seeded_file), "timeline", "cst", "--draw", "--to", "2020", COLUMNS="70")
    lines = {line.split("  ")[0]: line for line in text.splitlines() if line}
    assert set("─█×") <= set(lines["Uzbekistan"])  # noqa: RUF001 - the mark of a suspended State
    assert lines["Azerbaijan"].rstrip().endswith("█")
    assert max(map(len, lines.values())) <= 70 + len("Treaty on Collective Security (register, revision 1)")


def test_a_drawn_timeline_fades_what_is_only_possible(seeded_file: Path) -> None:
    text = run("--database", str(seeded_file), "timeline", "cst", "--draw", "--dataset", "documents")
    (uzbekistan,) = [line for line in text.splitlines() if line.startswith("Uzbekistan")]
    assert "█" not in uzbekistan
    assert "░" in uzbekistan


def test_a_timeline_in_another_locale_is_drawn_in_ascii(seeded_file: Path) -> None:
    text = run("--database", str(seeded_file), "timeline", "cst", "--draw", PYTHONIOENCODING="ascii")
    assert text.isascii()
    assert "#" in text


def test_what_to_try_next_can_be_run_as_printed(tmp_path: Path) -> None:
    text = run("demo", TMPDIR=str(tmp_path), PATH="/nowhere")
    printed = [line for line in text.splitlines() if " who russia " in line]
    done = subprocess.run(printed[0].split(), capture_output=True, text=True, check=True, cwd=ROOT)
    assert "Vladimir Putin" in done.stdout
