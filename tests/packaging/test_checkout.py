"""The checkout itself: Alembic's own command in the root, and the program run from it."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from pathlib import Path

from secdb.database import HEAD

ROOT = Path(__file__).parents[2]


def test_alembic_upgrades_in_the_root(tmp_path: Path) -> None:
    database = tmp_path / "register.db"
    subprocess.run(
        [sys.executable, "-m", "alembic", "upgrade", "head"],
        cwd=ROOT,
        env={**os.environ, "SECDB_DATABASE": str(database)},
        check=True,
        capture_output=True,
    )
    with sqlite3.connect(database) as connection:
        assert connection.execute("SELECT version_num FROM alembic_version").fetchone() == (HEAD,)
    connection.close()


def test_the_checkout_runs_from_any_folder(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "secdb", "--version"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        check=True,
        capture_output=True,
        text=True,
    )
    assert done.stdout.startswith("secdb ")
