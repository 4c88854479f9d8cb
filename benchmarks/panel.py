"""Time and measure a panel of 200 States, 500 treaties and 200 years: twenty million rows, beside DuckDB.

The register is made up: every State accedes to every treaty, a third of them withdraw and some of those come back, some
on days of which only the year is known. The same twenty million rows are made by `panel_rows` alone, by
`secdb panel -f csv` as a program of its own, whose memory is compared with that of a panel a tenth as long, and by
DuckDB, which joins each period with the years it touches. Days and possible days must add up to the same.

Run with a number of treaties for less: `python benchmarks/panel.py 50`.
"""

from __future__ import annotations

import resource
import subprocess
import sys
import tempfile
import time
import tracemalloc
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

import secdb
from secdb import database
from secdb.register.switch import paused
from secdb.reports.panels.panel import ask_panel, panel_rows

if TYPE_CHECKING:
    from collections.abc import Callable

STATES, TREATIES = 200, 500
FIRST, LAST = 1816, 2015
FLAT = 1.2  # memory for the whole panel over that for a tenth of it

MADE_UP = """
WITH RECURSIVE number (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM number WHERE n < :treaties)
INSERT INTO treaty (code, title, in_force_edtf, in_force_earliest, in_force_latest)
SELECT 'made-up-' || n, 'Made-up treaty ' || n, '1816-01-01', '1816-01-01', '1816-01-01' FROM number
"""
# spread over two centuries by the numbers of State and treaty, the same in each run
ACTS = """
WITH pair AS (
  SELECT d.id AS dataset_id, t.id AS treaty_id, s.id AS state_id, (t.id * 7919 + s.id * 104729) AS k
  FROM dataset AS d CROSS JOIN treaty AS t CROSS JOIN (SELECT id FROM state ORDER BY code LIMIT :states) AS s
  WHERE d.code = 'register' AND t.code LIKE 'made-up-%'
), dated AS (
  SELECT pair.*, 'accession' AS kind, k % 40000 AS number FROM pair
  UNION ALL SELECT pair.*, 'withdrawal', 40000 + k % 20000 FROM pair WHERE k % 3 = 0
  UNION ALL SELECT pair.*, 'accession', 60000 + k % 10000 FROM pair WHERE k % 15 = 0
), stated AS (
  SELECT dated.*, date('1816-01-01', '+' || number || ' days') AS day, (k % 7 = 0) AS is_year FROM dated
)
INSERT INTO act (dataset_id, treaty_id, state_id, kind, date_edtf, date_earliest, date_latest)
SELECT dataset_id, treaty_id, state_id, kind, CASE WHEN is_year THEN substr(day, 1, 4) ELSE day END,
  CASE WHEN is_year THEN substr(day, 1, 4) || '-01-01' ELSE day END,
  CASE WHEN is_year THEN substr(day, 1, 4) || '-12-31' ELSE day END
FROM stated
"""

# a row per State, treaty and year, by a range join of the periods with the years
EXPANSION = """
WITH year AS (
  SELECT y, make_date(y, 1, 1) AS first, make_date(y + 1, 1, 1) AS next FROM range({first}, {last} + 1) AS r (y)
), span AS (
  SELECT p.treaty, p.state, year.y,
    CASE WHEN p.status = 'party' AND p.start_latest IS NOT NULL THEN
      greatest(0, date_diff('day', greatest(p.start_latest, first), least(coalesce(p.end_earliest, next), next)))
    ELSE 0 END AS sure,
    CASE WHEN p.status = 'party' THEN
      greatest(0, date_diff('day', greatest(coalesce(p.start_earliest, first), first),
        least(coalesce(p.end_latest, next), next)))
    ELSE 0 END AS may
  FROM period AS p JOIN year ON coalesce(p.start_earliest, DATE '0001-01-01') < next
    AND coalesce(p.end_latest, DATE '9999-12-31') > first
), summed AS (
  SELECT treaty, state, y, sum(sure) AS days, sum(may) - sum(sure) AS possible_days FROM span GROUP BY ALL
)
SELECT k.state, k.treaty, year.y, coalesce(s.days, 0) AS days, coalesce(s.possible_days, 0) AS possible_days
FROM (SELECT DISTINCT treaty, state FROM period) AS k CROSS JOIN year
LEFT JOIN summed AS s ON s.treaty = k.treaty AND s.state = k.state AND s.y = year.y
"""


def make(path: Path, treaties: int) -> int:
    """Make the register; return how many periods it has."""
    secdb.create(str(path), author="benchmark", seeds="states")
    engine = database.engine(f"sqlite:///{path}")
    with Session(engine) as session, session.begin(), paused(session):
        session.execute(sa.text(MADE_UP), {"treaties": treaties})
        session.execute(sa.text(ACTS), {"states": STATES})
    with engine.connect() as connection:
        return connection.scalar(sa.text("SELECT COUNT(*) FROM membership_period")) or 0


def timed(run: Callable[[], tuple[int, int, int]]) -> tuple[float, tuple[int, int, int]]:
    """Return the seconds taken and what came out."""
    start = time.perf_counter()
    found = run()
    return time.perf_counter() - start, found


def by_function(path: Path) -> tuple[int, int, int]:
    """Return how many rows `panel_rows` makes, and the sums of their days and possible days."""
    rows = days = possible = 0
    with secdb.open(str(path)) as register:
        for row in panel_rows(register, ask_panel(register, from_=FIRST, to=LAST)):
            rows += 1
            days += row.days
            possible += row.possible_days
    return rows, days, possible


def peak_of_function(path: Path, treaties: int) -> float:
    """Return the most memory in megabytes that Python's own objects took while a panel of so many treaties was made."""
    with secdb.open(str(path)) as register:
        asked = ask_panel(register, [f"made-up-{n}" for n in range(1, treaties + 1)], from_=FIRST, to=LAST)
        tracemalloc.start()
        for _ in panel_rows(register, asked):
            pass
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
    return peak / 1e6


def by_program(path: Path, treaties: int, target: Path) -> tuple[float, float]:
    """Return seconds and megabytes (the most resident at once) of `secdb panel -f csv -o FILE`."""
    named = [f"made-up-{n}" for n in range(1, treaties + 1)]
    command = [sys.executable, "-m", "secdb", "--database", str(path), "panel", *named]
    command += ["--from", str(FIRST), "--to", str(LAST), "-f", "csv", "-o", str(target)]
    measured = (
        "import resource, subprocess, sys; subprocess.run(sys.argv[1:], check=True); "
        "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
    )
    start = time.perf_counter()
    done = subprocess.run([sys.executable, "-c", measured, *command], check=True, capture_output=True, text=True)
    return time.perf_counter() - start, int(done.stdout) / 1024


def by_duckdb(path: Path, target: Path) -> tuple[float, tuple[int, int, int]]:
    """Return seconds to write the same rows as CSV, and rows and sums as above; the periods are read beforehand."""
    import duckdb

    with secdb.open(str(path)) as register:
        names = ("treaty", "state", "status", "start_earliest", "start_latest", "end_earliest", "end_latest")
        rows: list[Any] = register.rows(f"SELECT {', '.join(names)} FROM memberships WHERE dataset = 'register'")
    source = target.with_suffix(".periods.csv")
    with source.open("w", encoding="utf-8") as file:
        file.writelines(",".join("" if row[name] is None else row[name] for name in names) + "\n" for row in rows)
    with duckdb.connect() as connection:
        kinds = ", ".join(f"'{name}': '{'DATE' if name.endswith('est') else 'VARCHAR'}'" for name in names)
        connection.execute(
            f"CREATE TABLE period AS FROM read_csv('{source}', header = false, columns = {{{kinds}}}, nullstr = '')"
        )
        text = EXPANSION.format(first=FIRST, last=LAST)
        start = time.perf_counter()
        connection.execute(f"COPY ({text}) TO '{target}' (HEADER)")
        taken = time.perf_counter() - start
        found = connection.execute(f"SELECT count(*), sum(days), sum(possible_days) FROM '{target}'").fetchone()
    if found is None:
        raise AssertionError("an aggregate gives a row")
    return taken, (int(found[0]), int(found[1]), int(found[2]))


def main() -> int:
    """Print what each took; return 1 when memory grows with the rows, or DuckDB counts other days."""
    treaties = int(sys.argv[1]) if len(sys.argv) > 1 else TREATIES
    tenth = max(1, treaties // 10)
    with tempfile.TemporaryDirectory(prefix="secdb-") as folder:
        path, target = Path(folder) / "register.db", Path(folder) / "panel.csv"
        start = time.perf_counter()
        periods = make(path, treaties)
        print(f"made {periods:,} periods in {time.perf_counter() - start:.0f} s, {path.stat().st_size / 1e6:,.0f} MB")
        faults = [compare_objects(path, tenth), compare_programs(path, target, tenth, treaties)]
        faults.append(compare_duckdb(path, target))
    return int(any(faults))


def compare_objects(path: Path, treaties: int) -> bool:
    """Print the memory of Python's objects for a few treaties and for more; return whether it grew."""
    few = max(1, treaties // 5)  # tracing is slow
    small, large = (peak_of_function(path, count) for count in (few, treaties))
    print(f"{small:7.1f} MB, then {large:.1f} MB of objects at most: panel_rows, {few} and {treaties} treaties")
    return large / small > FLAT


def compare_programs(path: Path, target: Path, tenth: int, treaties: int) -> bool:
    """Print what the program takes for a tenth and for the whole; return whether its memory grew."""
    memory = []
    for count in (tenth, treaties):
        taken, resident = by_program(path, count, target)
        rows, size = STATES * count * (LAST - FIRST + 1), target.stat().st_size / 1e6
        print(f"{speed(taken, rows)}  secdb panel -f csv, {size:,.0f} MB written, {resident:.0f} MB resident")
        memory.append(resident)
    print(f"{memory[1] / memory[0]:7.2f}    times the memory for ten times the rows (at most {FLAT})")
    return memory[1] / memory[0] > FLAT


def compare_duckdb(path: Path, target: Path) -> bool:
    """Print what the function and DuckDB take; return whether their days differ."""
    ours, found = timed(lambda: by_function(path))
    print(f"{speed(ours, found[0])}  panel_rows, {found[0]:,} rows")
    if find_spec("duckdb") is None:
        print("skipped: DuckDB is not installed (pip install duckdb)")
        return False
    theirs, counted = by_duckdb(path, target)
    size = target.stat().st_size / 1e6
    print(f"{speed(theirs, counted[0])}  DuckDB to CSV, {counted[0]:,} rows, {size:,.0f} MB written")
    resident = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    same = "the same days" if counted == found else f"other days: {counted[1:]} for {found[1:]}"
    print(f"{ours / theirs:7.1f}    times as long as DuckDB (up to {resident:,.0f} MB resident with it), {same}")
    return counted != found


def speed(seconds: float, rows: int) -> str:
    """Return seconds and rows a second."""
    return f"{seconds:7.1f} s  {rows / seconds:10,.0f} rows/s"


if __name__ == "__main__":
    sys.exit(main())
