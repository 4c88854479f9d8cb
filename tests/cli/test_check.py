"""`secdb check`: what it prints, and its exit code."""

from __future__ import annotations

import json
import re
import shutil
import sqlite3
from typing import TYPE_CHECKING

from secdb.reports.check import RULES
from tests.inside import run

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
            "source": None,
        }
    ]


def test_an_unknown_rule_is_wrong_usage(seeded_file: Path) -> None:
    done = run("--database", str(seeded_file), "check", "--rule", "nope")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("Error: there is no rule 'nope'; the rules are derivation, ")


def test_a_doubt_comes_with_the_source_of_its_rule(seeded_file: Path, tmp_path: Path) -> None:
    path = str(shutil.copy(seeded_file, tmp_path / "own.db"))
    with sqlite3.connect(path) as connection:
        for number, kind, day in ((9001, "acceptance", "2003-01-01"), (9002, "accession", "2004-01-01")):
            connection.execute(
                "INSERT INTO act (id, dataset_id, treaty_id, state_id, kind, date_edtf, date_earliest, date_latest) "
                "SELECT :id, d.id, t.id, s.id, :kind, :day, :day, :day FROM dataset AS d, treaty AS t, state AS s "
                "WHERE d.code = 'register' AND t.code = 'cst' AND s.code = 'MDA'",
                {"id": number, "kind": kind, "day": day},
            )
    connection.close()
    source = "Vienna Convention on the Law of Treaties, arts. 11 and 16"
    done = run("--database", path, "check", "--rule", "second-consent", "-f", "json")
    assert (done.returncode, done.stderr) == (1, "")
    assert json.loads(done.stdout)["rows"] == [
        {
            "severity": "warning",
            "rule": "second-consent",
            "record": "act:9002",
            "message": "cst MDA: accession 2004-01-01 is a second consent, "
            "with no exit since the acceptance 2003-01-01 (act 9001)",
            "source": source,
        }
    ]
    table = run("--database", path, "check", "--rule", "second-consent").stdout
    assert f"\n\nsecond-consent: {source}\n" in table


def test_help_names_every_rule() -> None:
    listed = run("check", "--help").stdout.partition("The rules (docs/checks.md")[2].partition("Example")[0]
    assert re.findall(r"[a-z][a-z-]+(?=,|\n)", listed) == list(RULES)
