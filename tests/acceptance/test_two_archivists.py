"""Two programs write to one register at the same time, and one is killed in the middle."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest

from tests.acceptance.outside import ENVIRONMENT, asked, held, run, start

if TYPE_CHECKING:
    from pathlib import Path

DECLARED = "SELECT state, date FROM acts WHERE kind = 'declaration' ORDER BY state"
# writes, says so, and then only waits
STUCK = """
import sys, time
from secdb import database
from secdb.register.desk.adding import add
from secdb.register.entry.entries import Entry
from secdb.register.desk.writing import carry_out

def work(desk):
    done = add(desk, [Entry("act", {"treaty": "cst", "state": "RUS", "kind": "declaration", "date": "1999"})])
    print("written", flush=True)
    time.sleep(60)
    return done

carry_out(database.engine(database.locate(sys.argv[1]).url), work, author="stuck", message="Never kept")
"""


@pytest.mark.server_later
def test_programs_started_together_write_one_after_the_other(own_url: str) -> None:
    states = ("ARM", "BLR", "KAZ")
    running = [
        start(own_url, "act", "add", "cst", state, "declaration", "--date", "2001", "--author", state, "--yes")
        for state in states
    ]
    done = [process.communicate(timeout=120) for process in running]
    assert [process.returncode for process in running] == [0, 0, 0], done
    assert asked(own_url, DECLARED) == [(state, "2001") for state in states]
    revisions = asked(own_url, "SELECT id, author FROM revision WHERE id > 1 ORDER BY id")
    assert sorted(author for _, author in revisions) == list(states)  # type: ignore[type-var]
    assert [number for number, _ in revisions] == [2, 3, 4]
    assert run(own_url, "verify").returncode == 0


@pytest.mark.slow
def test_a_program_killed_in_the_middle_leaves_nothing(own_url: str, tmp_path: Path) -> None:
    before = held(own_url)
    stuck = subprocess.Popen(
        [sys.executable, "-c", STUCK, own_url], stdout=subprocess.PIPE, text=True, cwd=tmp_path, env=ENVIRONMENT
    )
    assert stuck.stdout is not None
    assert stuck.stdout.readline() == "written\n"
    second = start(own_url, "act", "add", "cst", "ARM", "declaration", "--date", "2001", "--yes")
    time.sleep(1)
    assert second.poll() is None
    os.kill(stuck.pid, signal.SIGKILL)
    stuck.wait()
    stuck.stdout.close()
    out, problems = second.communicate(timeout=120)
    assert second.returncode == 0, problems
    assert "Revision 2." in out
    assert asked(own_url, DECLARED) == [("ARM", "2001")]
    assert {name: lines for name, lines in held(own_url).items() if name != "act"} == {
        name: lines for name, lines in before.items() if name != "act"
    }
    assert run(own_url, "verify").returncode == 0
