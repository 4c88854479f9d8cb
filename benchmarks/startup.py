"""Time whole commands against the bare interpreter with sqlite3, which no program on SQLite can beat.

Prints the median of each and its ratio R to `python -c "import sqlite3"` of the same environment. The runs take turns,
so that a busy moment of the machine falls on all alike. The register holds the seeds.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

RUNS = 20
BARE = "python -c 'import sqlite3'"
SECDB = str(Path(sys.executable).with_name("secdb"))

# what is run, and the most it may take, in R
COMMANDS: dict[str, tuple[list[str], float]] = {
    BARE: ([sys.executable, "-c", "import sqlite3"], 1.0),
    "secdb --help": ([SECDB, "--help"], 5.5),
    "secdb members cst --on 2009-09-26": ([SECDB, "members", "cst", "--on", "2009-09-26"], 7.0),
}


def median_times(register: Path) -> dict[str, float]:
    """Return the median wall time of each command in milliseconds."""
    times: dict[str, list[float]] = {name: [] for name in COMMANDS}
    environment = {"SECDB_DATABASE": str(register)}
    for _ in range(RUNS + 1):
        for name, (command, _) in COMMANDS.items():
            start = time.perf_counter()
            subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env=environment)
            times[name].append((time.perf_counter() - start) * 1000)
    return {name: statistics.median(taken[1:]) for name, taken in times.items()}  # the first run warms the caches


def main() -> int:
    """Print a line per command; return 1 when one takes longer than it may."""
    with tempfile.TemporaryDirectory(prefix="secdb-") as folder:
        register = Path(folder) / "register.db"
        subprocess.run([SECDB, "--database", str(register), "init"], check=True, capture_output=True)
        medians = median_times(register)
    slow = False
    for name, (_, limit) in COMMANDS.items():
        ratio = medians[name] / medians[BARE]
        slow |= ratio > limit
        print(f"{medians[name]:7.1f} ms  {ratio:5.2f} R  (at most {limit:.1f} R)  {name}")
    return int(slow)


if __name__ == "__main__":
    sys.exit(main())
