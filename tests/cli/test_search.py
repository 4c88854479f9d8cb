"""`secdb search` as it is typed."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from tests.inside import run

if TYPE_CHECKING:
    from pathlib import Path


def test_places_are_listed_best_first_and_the_rest_is_counted(seeded_file: Path) -> None:
    done = run("--database", str(seeded_file), "search", '"collective security"', "--limit", "2")
    assert done.returncode == 0
    lines = done.stdout.splitlines()
    assert lines[0].split() == ["document", "statement", "start", "char", "snippet"]
    assert lines[2].startswith("cst-2002  cst-2002-statement")
    assert "Treaty on Collective Security" in lines[2]
    assert [line for line in lines if "places" in line] == ["2 of 10 places; --limit 10 shows all."]


def test_json_has_the_offsets_of_the_words(seeded_file: Path) -> None:
    done = run("--database", str(seeded_file), "search", "tenth", "anniversary", "--document", "cst-2002", "-f", "json")
    report = json.loads(done.stdout)
    assert (report["report"], report["query"], report["document"]) == ("search", "tenth anniversary", "cst-2002")
    query = "SELECT text FROM documents WHERE document = 'cst-2002'"
    text = json.loads(run("--database", str(seeded_file), "sql", query, "-f", "jsonl").stdout)["text"]
    assert {text[row["start_char"] : row["end_char"]] for row in report["rows"]} == {"tenth anniversary"}
    assert list(report["rows"][0]) == ["document", "statement", "snippet", "start_char", "end_char", "rank"]


def test_nothing_found_is_an_answer(seeded_file: Path) -> None:
    done = run("--database", str(seeded_file), "search", "qwertyuiop")
    assert (done.returncode, done.stdout.splitlines()[0]) == (0, "(none)")


def test_no_word_is_wrong_usage(seeded_file: Path) -> None:
    for words in ([], [""], ['"'], ["-", "*"]):
        done = run("--database", str(seeded_file), "search", *words)
        assert (done.returncode, done.stdout) == (2, "")


def test_what_was_recorded_earlier_is_searched(seeded_file: Path) -> None:
    found = {
        revision: json.loads(
            run(
                *("--database", str(seeded_file), "search", "tenth", "--as-recorded", revision, "-f", "json"),
            ).stdout
        )["found"]
        for revision in ("0", "1")
    }
    assert found["0"] == 0
    assert found["1"] > 0


def test_sql_reads_the_index_of_words(seeded_file: Path) -> None:
    query = "SELECT COUNT(*) AS n FROM document_word WHERE document_word MATCH 'tenth'"
    done = run("--database", str(seeded_file), "sql", query, "-f", "jsonl")
    assert (done.returncode, json.loads(done.stdout)["n"] > 0) == (0, True), done.stderr
