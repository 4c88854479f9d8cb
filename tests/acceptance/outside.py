"""secdb as a program of its own, and what a register holds, read past it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from secdb import database
from tests.inside import run as run_inside
from tests.register.dumping import dump

if TYPE_CHECKING:
    from collections.abc import Sequence

ROOT = Path(__file__).parents[2]
ENVIRONMENT = {**os.environ, "PYTHONPATH": str(ROOT), "NO_COLOR": "1"}


def run(url: str, *arguments: str, folder: Path = ROOT) -> subprocess.CompletedProcess[str]:
    """Run a command on a register to its end."""
    return subprocess.run(
        [sys.executable, "-m", "secdb", "--database", url, *arguments],
        capture_output=True,
        text=True,
        check=False,
        cwd=folder,
        env=ENVIRONMENT,
        stdin=subprocess.DEVNULL,
        timeout=300,
    )


def inside(url: str, *arguments: str, folder: Path = ROOT) -> subprocess.CompletedProcess[str]:
    """Run a command as `run` does, but within this process."""
    return run_inside("--database", url, *arguments, folder=folder)


def start(url: str, *arguments: str) -> subprocess.Popen[str]:
    """Start a command on a register and leave it running."""
    return subprocess.Popen(
        [sys.executable, "-m", "secdb", "--database", url, *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        stdin=subprocess.DEVNULL,
        text=True,
        env=ENVIRONMENT,
    )


def held(url: str) -> dict[str, list[bytes]]:
    """Return all that is recorded, as bytes."""
    engine = database.engine(database.locate(url).url)
    try:
        return dump(engine)
    finally:
        engine.dispose()


def asked(url: str, query: str) -> Sequence[tuple[object, ...]]:
    """Return the rows of a query."""
    engine = database.engine(database.locate(url).url)
    try:
        with engine.connect() as connection:
            return [tuple(row) for row in connection.exec_driver_sql(query)]
    finally:
        engine.dispose()
