"""The two letters of the seeds, taken in from their raw texts and recorded as they are, give what the seeds hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import secdb
from secdb import seeds_folder
from tests.acceptance.outside import asked, run

if TYPE_CHECKING:
    from pathlib import Path

LETTERS = ("cst-2002", "cst-2009")
_STATEMENT = "statement IN (SELECT statement FROM statements WHERE document IN ('cst-2002', 'cst-2009'))"
_CITED = (
    "d.code, c.locator, c.quotation, c.start_char, c.end_char, c.note "
    "FROM citation AS c JOIN document AS d ON d.id = c.document_id"
)
_OF_THE_LETTERS = "WHERE d.code IN ('cst-2002', 'cst-2009')"
QUERIES = {
    "documents": "SELECT document, kind, title, date_text, date, symbols, language, publisher, url, retrieved_on, "
    "sha256, characters, note FROM documents WHERE document IN ('cst-2002', 'cst-2009')",
    "statements": "SELECT * FROM statements WHERE document IN ('cst-2002', 'cst-2009')",
    "signatories": "SELECT statement, position, state, person, person_name, as_printed, capacity, acting, "
    f"accredited_to, mode, joined_on, withdrew_on, note FROM signatories WHERE {_STATEMENT}",
    "persons": "SELECT person, name, note FROM persons",
    "rosters": 'SELECT dataset, treaty, statement, body, on_text, "on", complete, rank, state, position, as_printed, '
    f"note FROM rosters WHERE {_STATEMENT}",
    "statement citations": f"SELECT s.code, {_CITED} JOIN statement AS s ON s.id = c.statement_id {_OF_THE_LETTERS}",
    "signatory citations": f"SELECT s.code, g.position, {_CITED} JOIN signatory AS g ON g.id = c.signatory_id "
    f"JOIN statement AS s ON s.id = g.statement_id {_OF_THE_LETTERS}",
    "roster citations": f"SELECT t.code, {_CITED} JOIN roster AS r ON r.id = c.roster_id "
    f"JOIN dataset AS t ON t.id = r.dataset_id {_OF_THE_LETTERS}",
    "roster entry citations": f"SELECT t.code, e.position, {_CITED} JOIN roster_entry AS e ON e.id = c.roster_entry_id "
    f"JOIN roster AS r ON r.id = e.roster_id JOIN dataset AS t ON t.id = r.dataset_id {_OF_THE_LETTERS}",
    "memberships": "SELECT dataset, treaty, state, status, start_earliest, start_latest, end_earliest, end_latest, "
    "opened_by, closed_by, origin FROM memberships",
    "representatives": "SELECT state, person, office, origin, start_earliest, start_latest FROM representatives",
    "heads of State": "SELECT state, person, office, origin, start_earliest, start_latest FROM heads_of_state",
}


@pytest.fixture(scope="module")
def taken_in(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Return a register into which the letters have been taken, in one call, by a program of its own."""
    path = tmp_path_factory.mktemp("taken") / "register.db"
    secdb.create(str(path), author="A", without=LETTERS)
    texts = [str(seeds_folder() / "documents" / f"{name}.txt") for name in LETTERS]
    done = run(str(path), "intake", *texts, "--accept", "--author", "A")
    assert (done.returncode, done.stderr) == (0, "")
    return str(path)


@pytest.mark.parametrize("what", QUERIES)
def test_letters_taken_in_unreviewed_give_the_records_of_the_seeds(what: str, taken_in: str, seeded_file: Path) -> None:
    held = sorted(asked(str(seeded_file), QUERIES[what]), key=repr)
    assert held
    assert sorted(asked(taken_in, QUERIES[what]), key=repr) == held


def test_each_letter_is_one_revision(taken_in: str) -> None:
    assert [row[0] for row in asked(taken_in, "SELECT message FROM revisions ORDER BY revision")][1:] == [
        "Record letter cst-2002.txt",
        "Record letter cst-2009.txt",
    ]


@pytest.mark.slow
def test_a_letter_taken_in_again_changes_nothing(taken_in: str) -> None:
    before = asked(taken_in, "SELECT count(*) FROM revisions")
    done = run(taken_in, "intake", str(seeds_folder() / "documents" / "cst-2002.txt"), "--accept")
    assert done.returncode == 0
    assert "On record already: document cst-2002" in done.stdout
    assert asked(taken_in, "SELECT count(*) FROM revisions") == before
