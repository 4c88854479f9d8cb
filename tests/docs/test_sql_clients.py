"""What docs/sql.md tells users to type, typed."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
TEXT = (ROOT / "docs" / "sql.md").read_text(encoding="utf-8")
SEVEN = ["ARM", "BLR", "KAZ", "KGZ", "RUS", "TJK", "UZB"]


def block(language: str, heading: str) -> str:
    """Return the first block of code in a language under a heading."""
    section = TEXT.partition(f"# {heading}\n")[2]
    found = re.search(rf"```{language}\n(.*?)```", section, re.DOTALL)
    assert found is not None
    return found[1]


QUESTION = block("sql", "SQL clients")


@pytest.fixture
def folder(seeded_file: Path, tmp_path: Path) -> Path:
    """Return a folder with `register.db` and `question.sql`, as the page has it."""
    shutil.copy(seeded_file, tmp_path / "register.db")
    (tmp_path / "question.sql").write_text(QUESTION, encoding="utf-8")
    return tmp_path


def run(command: list[str], folder: Path) -> list[str]:
    """Return the State codes that a command prints."""
    done = subprocess.run(command, check=True, capture_output=True, cwd=folder, text=True)
    return sorted(re.findall(r"\b[A-Z]{3}\b", done.stdout))


def test_the_question_is_that_of_the_interface() -> None:
    assert "start_latest <= '2009-09-26' AND (end_earliest IS NULL OR '2009-09-26' < end_earliest);\n" in QUESTION


@pytest.mark.parametrize("number", [0, 1])
def test_secdb_sql(folder: Path, number: int) -> None:
    line = block("sh", "secdb itself").splitlines()[number]
    line = line.replace("secdb --database", f"{sys.executable} -m secdb --database")
    assert run(["sh", "-c", f"PYTHONPATH={ROOT} {line}"], folder) == SEVEN


@pytest.mark.skipif(shutil.which("sqlite3") is None, reason="the sqlite3 shell is not installed")
def test_sqlite3(folder: Path) -> None:
    assert run(["sh", "-c", block("sh", "sqlite3")], folder) == SEVEN


def test_psql(folder: Path, seeded_server: str, psql: str) -> None:
    line = block("sh", "psql").replace("psql", psql, 1).replace("postgresql:///treaties", seeded_server)
    assert run(["sh", "-c", line], folder) == SEVEN


def test_pandas(folder: Path) -> None:
    pytest.importorskip("pandas")
    assert run([sys.executable, "-c", block("python", "pandas")], folder) == SEVEN


@pytest.mark.slow
def test_duckdb(folder: Path) -> None:
    pytest.importorskip("duckdb")
    pytest.importorskip("pandas")
    assert run([sys.executable, "-c", block("python", "DuckDB")], folder) == SEVEN


@pytest.mark.skipif(shutil.which("Rscript") is None, reason="R is not installed")
def test_r(folder: Path) -> None:
    assert run(["Rscript", "-e", block("r", "R")], folder) == SEVEN
