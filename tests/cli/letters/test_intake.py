"""`secdb intake` from outside: drafts in the order given, one bad file leaves the others."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING

import pytest

from tests.cli.fakes import run
from tests.intake.letters import LETTERS

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def letters(tmp_path: Path) -> list[Path]:
    paths = [tmp_path / "second.txt", tmp_path / "first.txt"]
    for path, name in zip(paths, ("stacked", "russian"), strict=True):
        path.write_text(LETTERS[name].text, encoding="utf-8")
    return paths


def test_json_is_an_array_in_the_order_given(letters: list[Path], seeded_file: Path) -> None:
    done = run("--database", str(seeded_file), "intake", *map(str, letters), "-f", "json")
    assert done.returncode == 0
    drafts = json.loads(done.stdout)
    assert [draft["file"] for draft in drafts] == ["second.txt", "first.txt"]
    assert drafts[0]["statements"][0]["states"] == ["NOR", "SVK", "TCD"]
    assert drafts[0]["sha256"] == hashlib.sha256(letters[0].read_bytes()).hexdigest()
    assert done.stderr == ""


def test_jsonl_is_a_line_for_each(letters: list[Path], seeded_file: Path) -> None:
    done = run("--database", str(seeded_file), "intake", *map(str, letters), "-f", "jsonl")
    assert [json.loads(line)["language"] for line in done.stdout.splitlines()] == ["en", "ru"]


def test_a_file_that_cannot_be_read_is_told_and_the_others_are_printed(letters: list[Path], seeded_file: Path) -> None:
    missing = letters[0].with_name("missing.txt")
    done = run("--database", str(seeded_file), "intake", str(missing), str(letters[1]), "-f", "jsonl")
    assert done.returncode == 1
    assert [json.loads(line)["file"] for line in done.stdout.splitlines()] == ["first.txt"]
    assert done.stderr.startswith("missing.txt")
    assert "1 of 2 files not read" in done.stderr


def test_without_a_register_the_list_of_states_is_that_of_the_program(letters: list[Path], tmp_path: Path) -> None:
    done = run("intake", str(letters[0]), env={"SECDB_DATABASE": str(tmp_path / "none.db")})
    assert done.returncode == 0
    assert json.loads(done.stdout)[0]["statements"][0]["states"] == ["NOR", "SVK", "TCD"]
    assert "States are read by the list that comes with secdb" in done.stderr


def test_a_register_that_is_damaged_is_an_error(letters: list[Path], tmp_path: Path) -> None:
    (tmp_path / "bad.db").write_bytes(b"no database" * 1000)
    done = run("--database", str(tmp_path / "bad.db"), "intake", str(letters[0]))
    assert done.returncode == 3
    assert done.stdout == ""
