"""`secdb check`: what it prints, and its exit code."""

from __future__ import annotations

import json
import shutil
import sqlite3
from typing import TYPE_CHECKING

from tests.cli.fakes import run

if TYPE_CHECKING:
    from pathlib import Path


def test_a_register_with_notices_passes(seeded_file: Path) -> None:
    done = run("--database", str(seeded_file), "check")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("Checked revision 1 (register): 0 errors, 0 warnings, 15 notices\n\nseverity  rule ")


def test_a_warning_makes_the_exit_code_1(seeded_file: Path, tmp_path: Path) -> None:
    path = str(shutil.copy(seeded_file, tmp_path / "own.db"))
    with sqlite3.connect(path) as connection:
        connection.execute(
            "INSERT INTO act (id, dataset_id, treaty_id, state_id, kind, date_edtf, date_earliest, date_latest) "
            "SELECT 9002, dataset_id, treaty_id, state_id, 'declaration', '2001', '2001-01-01', '2001-12-31' "
            "FROM act LIMIT 1"
        )
    connection.close()
    done = run("--database", path, "check", "--rule", "source", "-f", "json")
    found = json.loads(done.stdout)
    assert (done.returncode, done.stderr) == (1, "")
    assert (found["report"], found["rules"], found["count"]) == (
        "check",
        ["source"],
        {"error": 0, "warning": 1, "notice": 0},
    )
    assert found["rows"] == [
        {
            "severity": "warning",
            "rule": "source",
            "record": "act:9002",
            "message": "no citation proves cst ARM declaration 2001",
        }
    ]


def test_an_unknown_rule_is_wrong_usage(seeded_file: Path) -> None:
    done = run("--database", str(seeded_file), "check", "--rule", "nope")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("Error: there is no rule 'nope'; the rules are derivation, ")
