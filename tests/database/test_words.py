"""The index of words is true after anybody's write: rows are written by the engines' own shells."""

from __future__ import annotations

import sqlite3
import unicodedata
from contextlib import closing
from typing import TYPE_CHECKING

import psycopg
import pytest

import secdb
from secdb import database
from secdb.database import migrate, upkeep
from secdb.errors import DatabaseError
from secdb.reports.search_words import fold_letter
from tests.database.samples import Row, digest, insert

if TYPE_CHECKING:
    from pathlib import Path

    from tests.database.outside import Outside

# the samples: document 1 with the title `Letter` and a text, 2 a book without; statement 1 `Letter`, 2 `Annex`
WORDS = ("uzbekistan", "signed", "letter", "annex", "book", "peace", "中国")


def found(client: Outside) -> dict[str, list[str]]:
    """Return the documents that each of the words is found in."""
    with secdb.open(client.place) as register:
        return {word: sorted({row.document for row in secdb.search(register, word).rows}) for word in WORDS}


def known(client: Outside) -> dict[str, list[str]]:
    """Return the documents that the index alone gives for each of the words."""
    if client.engine == "sqlite":
        query = (
            "SELECT d.code FROM document_word AS w JOIN document AS d ON d.id = w.rowid WHERE document_word MATCH '{0}'"
            " UNION SELECT d.code FROM statement_word AS w JOIN statement AS s ON s.id = w.rowid"
            " JOIN document AS d ON d.id = s.document_id WHERE statement_word MATCH '{0}' ORDER BY 1"
        )
        spelt = ["中 国" if word == "中国" else word for word in WORDS]
        spelt = [f'"{word}"' for word in spelt]
    else:
        query = "SELECT document FROM secdb_find(CAST('{0}' AS tsquery)) ORDER BY 1"
        spelt = ["中 & 国" if word == "中国" else word for word in WORDS]
    rows = client.answers([query.format(word) for word in spelt])
    return {word: [str(code) for (code,) in answer] for word, answer in zip(WORDS, rows, strict=True)}


def expect(client: Outside, **changed: list[str]) -> None:
    wanted = {**{word: [] for word in WORDS}, "uzbekistan": ["a-57-88"], "signed": ["a-57-88"], "letter": ["a-57-88"]}
    wanted |= {"annex": ["a-57-88"], "book": ["book"], **changed}
    assert known(client) == wanted
    assert found(client) == wanted
    check_whole(client)


def check_whole(client: Outside) -> None:
    """Let FTS5 compare what it holds within itself, and make it say that it knows no other rows."""
    if client.engine == "sqlite":
        with closing(sqlite3.connect(client.place)) as connection:
            for table in ("document", "statement"):
                connection.execute(f"INSERT INTO {table}_word ({table}_word) VALUES ('integrity-check')")
                connection.execute(f"CREATE VIRTUAL TABLE temp.{table}_v USING fts5vocab(main, {table}_word, instance)")
                rows = {row for (row,) in connection.execute(f"SELECT DISTINCT doc FROM {table}_v")}
                assert rows == {row for (row,) in connection.execute(f"SELECT id FROM {table}")}


def test_the_samples_are_indexed(outside: Outside) -> None:
    expect(outside)


def test_a_new_document_is_found(outside: Outside) -> None:
    row: Row = {
        "code": "new",
        "kind": "other",
        "title": "On 中国",
        "text": "Peace, signed",
        "sha256": digest("Peace, signed"),
    }
    outside.write(insert("document", row, outside.engine))
    expect(outside, peace=["new"], signed=["a-57-88", "new"], 中国=["new"])


def test_another_title_and_text_are_found_and_the_old_ones_are_not(outside: Outside) -> None:
    outside.write(
        "DELETE FROM citation WHERE document_id = 2;",
        f"UPDATE document SET title = 'Peace', text = 'in 中国', sha256 = '{digest('in 中国')}' WHERE id = 2;",
    )
    expect(outside, book=[], peace=["book"], 中国=["book"])
    outside.write("UPDATE document SET text = NULL, sha256 = NULL WHERE id = 2;")
    expect(outside, book=[], peace=["book"])
    outside.write("UPDATE document SET note = 'the same words' WHERE id = 2;")
    expect(outside, book=[], peace=["book"])
    outside.write("UPDATE document SET title = 'A book' WHERE id = 2;")
    expect(outside)


def test_a_document_that_is_gone_is_not_found(outside: Outside) -> None:
    outside.write("DELETE FROM citation WHERE document_id = 2;", "DELETE FROM document WHERE id = 2;")
    expect(outside, book=[])


def test_titles_of_statements_are_followed(outside: Outside) -> None:
    outside.write("UPDATE statement SET title = 'Peace' WHERE id = 2;")
    expect(outside, annex=[], peace=["a-57-88"])
    row: Row = {"code": "s-3", "document_id": 2, "position": 1, "kind": "statement", "title": "Annex"}
    outside.write(insert("statement", row, outside.engine))
    expect(outside, annex=["book"], peace=["a-57-88"])
    outside.write("DELETE FROM statement WHERE id = 2;")
    expect(outside, annex=["book"])


def test_a_row_that_is_replaced_or_refused_leaves_the_index_as_it_was(outside: Outside) -> None:
    if outside.engine != "sqlite":
        pytest.skip("REPLACE is SQLite's")
    taken: Row = {"id": 2, "code": "book", "kind": "book", "title": "Peace"}
    [said] = outside.failures(insert("document", taken, "sqlite", "INSERT OR REPLACE INTO"))
    assert "UNIQUE" in said
    assert (
        "UNIQUE" in outside.failures("UPDATE OR REPLACE document SET code = 'book', title = 'Peace' WHERE id = 1;")[0]
    )
    expect(outside)


def test_rows_from_before_the_index_are_found(outside: Outside) -> None:
    url = database.locate(outside.place).url
    migrate.downgrade(url, "0005")
    outside.write("UPDATE document SET title = 'Peace in 中国' WHERE id = 2;")
    migrate.upgrade(url)
    expect(outside, book=[], peace=["book"], 中国=["book"])


def test_a_server_finds_even_a_word_of_every_document_through_its_index(outside: Outside) -> None:
    if outside.engine == "postgresql":
        outside.write("UPDATE document SET title = 'Peace'; ANALYZE document;")
        asked = "EXPLAIN SELECT document FROM documents WHERE secdb_words(title, text) @@ CAST('peace' AS tsquery)"
        assert outside.rows("SELECT document FROM secdb_find(CAST('peace' AS tsquery)) ORDER BY 1") == [
            ("a-57-88",),
            ("book",),
        ]
        with psycopg.connect(outside.place) as server:
            server.execute("SET enable_seqscan = off; SET enable_indexscan = off")  # as the function has it
            plan = server.execute(asked).fetchall()
        assert "ix_document__words" in str(plan)
        [(settings,)] = outside.rows("SELECT proconfig FROM pg_proc WHERE proname = 'secdb_find'")
        assert settings == ["enable_seqscan=off", "enable_indexscan=off"]


def test_the_index_is_no_difference_from_what_the_program_makes(outside: Outside) -> None:
    assert upkeep.faults(database.locate(outside.place)) == []


def test_an_sqlite_without_fts5_is_named_and_makes_no_register(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(migrate, "SEARCH_MODULE", "fts0")
    with pytest.raises(DatabaseError, match="built without FTS5"):
        database.upgrade(f"sqlite:///{tmp_path / 'register.db'}")


def test_fts5_takes_every_letter_for_the_one_that_search_takes_it_for() -> None:
    every = map(chr, range(0x80, 0x30000))
    # a letter that search takes for itself is itself to FTS5 too
    letters = [sign for sign in every if unicodedata.category(sign)[0] == "L" and fold_letter(sign) != sign]
    tokenize = "unicode61 remove_diacritics 2 categories 'L* Nd'"
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.execute(f'CREATE VIRTUAL TABLE words USING fts5(word, tokenize = "{tokenize}")')
        connection.execute("CREATE VIRTUAL TABLE known USING fts5vocab(words, instance)")
        query = "INSERT INTO words (rowid, word) VALUES (?, ?)"
        connection.executemany(query, [(ord(letter), f"q{letter}q") for letter in letters])
        connection.executemany(query, [(-ord(letter), f"q{fold_letter(letter)}q") for letter in letters])
        tokens: dict[int, list[str]] = {}
        for row, token in connection.execute("SELECT doc, term FROM known ORDER BY doc, offset"):
            tokens.setdefault(row, []).append(token)
    # that of Ё and of modern Greek is dropped on the way into the index
    other = {letter for letter in letters if tokens[ord(letter)] != tokens[-ord(letter)]}
    assert "".join(sorted(other)) == "".join(sorted("ЁёΆάΈέΉήΊίΪϊΐΌόΎύΫϋΰΏώ"))
