"""Time reports on one treaty in a register of ten thousand membership periods and in one of a million.

The answer is about the same treaty with the same acts and citations (the seeds'), so it should take the same time. The
rest are made-up treaties with an accession by every State, written as acts with derivation put off and derived once.
Prints the medians, taken in turns inside one process, and their ratio.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

import sqlalchemy as sa
from sqlalchemy.orm import Session

import secdb
from secdb import database
from secdb.register.switch import paused
from secdb.reports.changes import changes
from secdb.reports.members import members

if TYPE_CHECKING:
    from collections.abc import Callable

    from secdb.database.reader import Register

SIZES = (10_000, 1_000_000)
LIMIT = 1.6
RUNS = 40
SECDB = str(Path(sys.executable).with_name("secdb"))

REPORTS: dict[str, Callable[[Register], object]] = {
    "members cst on 2009-09-26": lambda register: members(register, "cst", "2009-09-26"),
    "changes cst 1994-12-31 2009-09-26": lambda register: changes(register, "cst", "1994-12-31", "2009-09-26"),
}

FILLER = """
WITH RECURSIVE number (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM number WHERE n < :treaties)
INSERT INTO treaty (code, title, in_force_edtf, in_force_earliest, in_force_latest)
SELECT 'made-up-' || n, 'Made-up treaty ' || n, '1950-01-01', '1950-01-01', '1950-01-01' FROM number
"""
ACCESSIONS = """
INSERT INTO act (dataset_id, treaty_id, state_id, kind, date_edtf, date_earliest, date_latest)
SELECT x.dataset_id, x.treaty_id, x.state_id, 'accession', x.day, x.day, x.day
FROM (
  SELECT d.id AS dataset_id, t.id AS treaty_id, s.id AS state_id,
    date('1951-01-01', '+' || ((t.id * 7919 + s.id * 104729) % 20000) || ' days') AS day
  FROM dataset AS d CROSS JOIN treaty AS t CROSS JOIN state AS s
  WHERE d.code = 'register' AND t.code LIKE 'made-up-%' AND s.end_earliest IS NULL
) AS x
"""


def make(path: Path, periods: int) -> int:
    """Make a register of about so many periods; return how many it has."""
    subprocess.run([SECDB, "--database", str(path), "init"], check=True, capture_output=True)
    engine = database.engine(f"sqlite:///{path}")
    with Session(engine) as session, session.begin(), paused(session):
        states = session.scalar(sa.text("SELECT COUNT(*) FROM state WHERE end_earliest IS NULL")) or 1
        session.execute(sa.text(FILLER), {"treaties": -(-periods // states)})
        session.execute(sa.text(ACCESSIONS))
    with engine.connect() as connection:
        return connection.scalar(sa.text("SELECT COUNT(*) FROM membership_period")) or 0


def median_times(paths: list[Path]) -> dict[str, list[float]]:
    """Return the median of each report in milliseconds, register by register."""
    registers = [secdb.open(str(path)) for path in paths]
    times: dict[str, list[list[float]]] = {name: [[] for _ in paths] for name in REPORTS}
    for _ in range(RUNS + 1):
        for name, run in REPORTS.items():
            for number, register in enumerate(registers):
                start = time.perf_counter()
                run(register)
                times[name][number].append((time.perf_counter() - start) * 1000)
    for register in registers:
        register.close()
    # the first run warms the caches
    return {name: [statistics.median(taken[1:]) for taken in by_size] for name, by_size in times.items()}


def main() -> int:
    """Print a line per register made and per report; return 1 when a report is not flat."""
    with tempfile.TemporaryDirectory(prefix="secdb-") as folder:
        paths = []
        for size in SIZES:
            path = Path(folder) / f"{size}.db"
            start = time.perf_counter()
            count = make(path, size)
            taken, room = time.perf_counter() - start, path.stat().st_size / 1e6
            print(f"made {count:,} periods in {taken:.0f} s, {room:,.0f} MB")
            paths.append(path)
        medians = median_times(paths)
    ratios = {name: large / small for name, (small, large) in medians.items()}
    for name, (small, large) in medians.items():
        print(f"{small:6.2f} ms  {large:6.2f} ms  {ratios[name]:5.2f}  (at most {LIMIT})  {name}")
    return int(max(ratios.values()) > LIMIT)


if __name__ == "__main__":
    sys.exit(main())
