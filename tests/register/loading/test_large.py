"""Loading much: a program killed in the middle leaves nothing, and memory does not grow with the rows."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import secdb
from secdb.database.reader import open_register

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).parents[3]
BENCHMARK = ROOT / "benchmarks" / "loading.py"
MEMORY = 128  # MB


def started(file: Path, acts: int) -> subprocess.Popen[str]:
    command = [sys.executable, str(BENCHMARK), str(acts), "--child", str(file)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT, env={"PYTHONPATH": str(ROOT)})


def peak(file: Path, acts: int) -> float:
    """Return the peak memory in MB of a program that loads so many acts and as many citations."""
    output, _ = started(file, acts).communicate(timeout=600)
    return float(json.loads(output)["memory"])


def waited(has_begun: Callable[[], bool]) -> bool:
    until = time.monotonic() + 60
    while not has_begun() and time.monotonic() < until:
        time.sleep(0.01)
    return has_begun()


def test_a_program_killed_while_it_writes_leaves_nothing(tmp_path: Path) -> None:
    file = tmp_path / "own.db"
    secdb.create(str(file), author="tests", seeds="states")
    journal = file.with_name("own.db-journal")
    process = started(file, 50_000)
    # the journal grows when the first changes leave memory for the file
    assert waited(lambda: journal.exists() and journal.stat().st_size > 100_000)
    process.send_signal(signal.SIGKILL)
    process.communicate()
    assert journal.exists()
    with closing(open_register(str(file))) as register:
        assert list(register.rows("SELECT count(*) AS acts FROM acts")) == [{"acts": 0}]
        assert list(register.rows("SELECT max(revision) AS last FROM revisions")) == [{"last": 1}]


@pytest.mark.slow
def test_memory_does_not_grow_with_the_rows(tmp_path: Path) -> None:
    peaks = []
    for acts in (10_000, 150_000):
        file = tmp_path / f"{acts}.db"
        secdb.create(str(file), author="tests", seeds="states")
        peaks.append(peak(file, acts))
    assert max(peaks) < MEMORY
    assert peaks[1] < 1.25 * peaks[0]
