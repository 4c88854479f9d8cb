"""Time bulk loading beside the `.import` of the `sqlite3` shell, and measure its memory.

The source is made up: acts of every State under 3,510 treaties, each with a citation. `secdb` loads them with every
constraint, the change log, the derivation of memberships and the seal; the shell puts the same rows, acts and citations
as they end up in the register, into tables without any rule. Where there is no shell, Python's `sqlite3` does that.
Prints the time of each phase, rows per second, the ratios and the peak memory of a program that does nothing else.
Held to the bound is loading under every constraint with the change log: reading, matching with what is on record,
writing and sealing. A user waits for the derivation of memberships too, of which `.import` has nothing like: what it
comes to with that is told beside it, and is more than the bound. Time is that of one core, whatever else the machine
does; with a server it is the time that passes.

Run with numbers of acts for others: `python benchmarks/loading.py 20000`. `--database URL` loads into an empty
PostgreSQL database instead, and then takes one number.
"""

from __future__ import annotations

import argparse
import csv
import json
import resource
import shutil
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from contextlib import closing
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import secdb
from secdb import database
from secdb.exchange.csvfile import Row
from secdb.register.loading.recording import record
from secdb.register.loading.refusals import Listed

if TYPE_CHECKING:
    from collections.abc import Iterator

SIZES = (98_320, 500_000)
TREATIES = 3_510
RATIO = 10
RUNS = 3
IMPORTS = 5
MEMORY = 128  # MB
PHASES = ("reading", "matching", "writing", "deriving", "sealing")
KINDS = ("signature", "ratification", "accession", "withdrawal")
TABLES = ("act", "citation")


def records(acts: int, states: list[str]) -> Iterator[tuple[str, Row]]:
    """Yield made-up records: spread over a century by their numbers, the same in each run."""
    yield "dataset", Row("made-up", 1, {"code": "made-up", "title": "Made up"})
    yield "document", Row("made-up", 1, {"code": "made-up", "kind": "dataset", "title": "Made up"})
    for number in range(TREATIES):
        yield "treaty", Row("made-up", 1, {"code": f"made-up-{number}", "title": f"Made-up treaty {number}"})
    for number in range(acts):
        line, k = number + 2, number * 7919
        day = f"{1900 + k % 110}-{1 + k % 12:02}-{1 + k % 28:02}"
        act: dict[str, str | None] = {
            "id": str(number),
            "dataset": "made-up",
            "treaty": f"made-up-{number % TREATIES}",
            "state": states[number // TREATIES % len(states)],
            "kind": KINDS[number % 4],
            "date_text": day,
            "date_edtf": day,
            "note": None,
        }
        yield "act", Row("made-up", line, act)
        yield "citation", Row("made-up", line, {"act": str(number), "document": "made-up", "locator": f"row {line}"})


def load(url: str, acts: int) -> dict[str, float]:
    """Load so many acts; return the seconds of each phase, and the peak memory in MB."""
    with secdb.open(url) as register:
        states = [str(row["state"]) for row in register.rows("SELECT state FROM states ORDER BY state")]
    phases: list[tuple[str, float]] = []
    engine = database.engine(database.locate(url).url)
    # a server works for us in a process of its own: there is only the clock on the wall
    clock = time.process_time if engine.dialect.name == "sqlite" else time.perf_counter

    def told(phase: str, _count: int) -> None:
        if not phases or phases[-1][0] != phase:
            phases.append((phase, clock()))

    refusals = Listed()
    done = record(engine, lambda _: records(acts, states), refusals, author="benchmark", message="load", told=told)
    phases.append(("end", clock()))
    engine.dispose()
    if done.tables["citation"].new != acts:
        raise RuntimeError(f"{done.tables}")
    times = {phase: end - start for (phase, start), (_, end) in pairwise(phases)}
    return {**times, "memory": most_memory()}


def most_memory() -> float:
    """Return the most memory in MB that this program has held; `ru_maxrss` begins with what its parent held."""
    status = Path("/proc/self/status")
    if status.exists():
        return int(status.read_text(encoding="utf-8").partition("VmHWM:")[2].split()[0]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def bare(path: Path, folder: Path) -> float:
    """Return the seconds in which the acts and citations of a register go into tables without rules."""
    with closing(sqlite3.connect(path)) as connection:
        for name in TABLES:
            with (folder / f"{name}.csv").open("w", newline="", encoding="utf-8") as file:
                rows = connection.execute(f"SELECT * FROM {name}")
                writer = csv.writer(file)
                writer.writerow([column[0] for column in rows.description])
                # one by one: the peak memory of a program counts that of the one which started it
                writer.writerows(rows)
    # it is over so soon that one time says little
    return statistics.median(_imported(folder, folder / f"bare-{number}.db") for number in range(IMPORTS))


def _imported(folder: Path, target: Path) -> float:
    shell = shutil.which("sqlite3")
    start = _cpu_seconds()
    if shell is None:
        print("there is no sqlite3 shell here: Python's sqlite3 puts the rows into bare tables instead")
        _by_python(target, folder)
    else:
        lines = [f".import {folder / name}.csv {name}" for name in TABLES]
        subprocess.run([shell, str(target)], input="\n".join([".mode csv", *lines]), text=True, check=True)
    return _cpu_seconds() - start


def _cpu_seconds() -> float:
    """Return the time of one core that this program and those it ran have taken, whatever else the machine does."""
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(one.ru_utime + one.ru_stime for one in used)


def _by_python(target: Path, folder: Path) -> None:
    with closing(sqlite3.connect(target)) as connection, connection:
        for name in TABLES:
            with (folder / f"{name}.csv").open(newline="", encoding="utf-8") as file:
                rows = csv.reader(file)
                header = next(rows)
                connection.execute(f"CREATE TABLE {name} ({', '.join(header)})")
                connection.executemany(f"INSERT INTO {name} VALUES ({', '.join('?' * len(header))})", rows)


def measured(url: str, acts: int) -> dict[str, float]:
    """Load in a program of its own, so that the memory is that of nothing else."""
    command = [sys.executable, __file__, str(acts), "--child", url]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    found: dict[str, float] = json.loads(done.stdout)
    return found


def show(acts: int, found: dict[str, float]) -> None:
    """Print what loading took."""
    seconds = sum(found[phase] for phase in PHASES)
    print(f"{acts:,} acts with a citation each: {seconds:.1f} s, {2 * acts / seconds:,.0f} rows a second")
    print("  " + ", ".join(f"{phase} {found[phase]:.1f} s" for phase in PHASES))
    print(f"  peak memory {found['memory']:.0f} MB (at most {MEMORY})")


def main() -> int:
    """Print a report for each size; return 1 when a target is missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("acts", type=int, nargs="*")
    parser.add_argument("--database")
    parser.add_argument("--child", help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.child:
        print(json.dumps(load(arguments.child, arguments.acts[0])))
        return 0
    sizes = arguments.acts or SIZES
    if arguments.database:
        secdb.create(arguments.database, author="benchmark")
        show(sizes[0], measured(arguments.database, sizes[0]))
        return 0
    results = [_on_file(acts) for acts in sizes]
    return int(not all(results))


def _on_file(acts: int) -> bool:
    """Load into new files and compare; return whether in time and room.

    Speed changes from minute to minute, so each load is compared with `.import` right after it.
    """
    runs = sorted((_compared(acts) for _ in range(RUNS)), key=lambda found: found["ratio"])
    found = runs[len(runs) // 2]
    show(acts, found)
    print(f"  of {RUNS} runs the middle one; .import into bare tables {found['plain']:.2f} s")
    print(f"  every constraint and the change log: {found['ratio']:.1f} times that (at most {RATIO})", end="")
    print(f", {runs[0]['ratio']:.1f} to {runs[-1]['ratio']:.1f}; writing alone {found['writing'] / found['plain']:.1f}")
    print(f"  with memberships derived: {found['ratio'] + found['deriving'] / found['plain']:.1f} times that")
    return max(run["memory"] for run in runs) <= MEMORY and found["ratio"] <= RATIO


def _compared(acts: int) -> dict[str, float]:
    """Load into a new file; return what `load` does, the seconds of `.import` and how many times those it took."""
    with tempfile.TemporaryDirectory(prefix="secdb-") as folder:
        path = Path(folder) / "register.db"
        secdb.create(str(path), author="benchmark")
        found = measured(str(path), acts)
        plain = bare(path, Path(folder))
    logged = sum(found[phase] for phase in PHASES if phase != "deriving")
    return {**found, "plain": plain, "ratio": logged / plain}


if __name__ == "__main__":
    sys.exit(main())
