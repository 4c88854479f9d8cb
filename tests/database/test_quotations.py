"""A quotation is the slice of the document's text that its offsets name; offsets count characters, not bytes."""

from __future__ import annotations

import pytest

from tests.database.outside import Outside, everything
from tests.database.samples import TEXT, Row, digest, insert, update

NOT_THE_SLICE = "the quotation is not the slice"
FIT = "offsets_fit_quotation"
ACCENT = "\N{COMBINING ACUTE ACCENT}"
FACE = "\N{GRINNING FACE}"


def cite(quotation: str | None, start: int | None, end: int | None, document: int = 1) -> Row:
    return {"act_id": 1, "document_id": document, "quotation": quotation, "start_char": start, "end_char": end}


# the text: FACE, space, e, ACCENT, "! Uzbekistan signed" (23 characters, 27 bytes in UTF-8, 24 units in UTF-16)
@pytest.mark.parametrize(
    ("quotation", "start", "end"),
    [
        ("Uzbekistan", 6, 16),
        (FACE, 0, 1),
        (f"e{ACCENT}", 2, 4),
        (ACCENT, 3, 4),
        (f"{FACE} e", 0, 3),
        ("signed", 17, 23),
    ],
)
def test_the_slice_is_taken_by_characters_on_both_engines(
    outside: Outside, quotation: str, start: int, end: int
) -> None:
    outside.write(insert("citation", cite(quotation, start, end), outside.engine))
    query = (
        "SELECT substr(d.text, c.start_char + 1, c.end_char - c.start_char) "
        "FROM citation c JOIN document d ON d.id = c.document_id WHERE c.id = 3"
    )
    assert outside.rows(query) == [(quotation,)]


@pytest.mark.parametrize(
    ("citation", "said"),
    [
        (cite("Uzbekistan", 5, 15), NOT_THE_SLICE),  # off by one
        (cite("Uzbekistan", 7, 17), NOT_THE_SLICE),  # off by one: units of UTF-16
        (cite("Uzbekistan", 10, 20), NOT_THE_SLICE),  # bytes
        (cite("uzbekistan", 6, 16), NOT_THE_SLICE),
        (cite("Uzbekistan", None, None), NOT_THE_SLICE),  # somewhere in the text
        (cite("Uzbekistan", 6, None), NOT_THE_SLICE),
        (cite("Uzbekista", 6, 16), NOT_THE_SLICE),
        (cite("\N{LATIN SMALL LETTER E WITH ACUTE}", 2, 4), NOT_THE_SLICE),  # looks alike
        (cite("signed", -6, 0), NOT_THE_SLICE),  # from the end
        (cite("signed", 23, 17), NOT_THE_SLICE),
        (cite("signed by all", 17, 30), NOT_THE_SLICE),  # beyond the text
        (cite("", 6, 6), "quotation_filled"),
        (cite(None, 6, 16), "offsets_with_quotation"),
        (cite("words", 0, 4, document=2), FIT),  # no text to compare with
        (cite("words", -5, 0, document=2), FIT),
        (cite("words", None, 5, document=2), "offsets_with_quotation"),
    ],
)
def test_any_other_words_are_refused(outside: Outside, citation: Row, said: str) -> None:
    before = everything(outside)
    messages = outside.failures(
        insert("citation", citation, outside.engine), update("citation", citation, outside.engine)
    )
    names = {said, FIT, "offsets_with_quotation"}  # SQLite checks triggers first, PostgreSQL may check either
    assert [message for message in messages if not any(name in message for name in names)] == []
    assert everything(outside) == before


def test_a_citation_cannot_move_to_a_document_without_its_words(outside: Outside) -> None:
    outside.write(
        insert(
            "document",
            {"code": "other", "kind": "other", "title": "x", "text": "no words", "sha256": digest("no words")},
            outside.engine,
        )
    )
    [said] = outside.failures(update("citation", {"document_id": 3}, outside.engine))
    assert NOT_THE_SLICE in said


def test_the_text_under_a_citation_can_grow_but_neither_change_nor_go(outside: Outside) -> None:
    before = everything(outside)
    said = outside.failures(
        "UPDATE document SET text = NULL, sha256 = NULL WHERE id = 1;",
        "UPDATE document SET text = ' ' || text WHERE id = 1;",
        "UPDATE document SET text = replace(text, 'Uzbekistan', 'UZBEKISTAN') WHERE id = 1;",
        "UPDATE document SET text = 'short' WHERE id = 1;",
        "UPDATE document SET text = '' WHERE id = 1;",
    )
    assert [one for one in said if "citations quote" not in one and "statements reach beyond" not in one] == []
    assert "citations quote" in said[0]
    assert "citations quote" in said[1]
    assert everything(outside) == before
    outside.write(f"UPDATE document SET text = text || ' it', sha256 = '{digest(f'{TEXT} it')}' WHERE id = 1;")


def test_a_text_that_comes_later_must_have_the_words_already_quoted(outside: Outside) -> None:
    # the samples quote "members" from the book, without offsets
    new: Row = {"text": "the members", "sha256": digest("the members")}
    [said] = outside.failures(update("document", new, outside.engine, which=2))
    assert "citations quote words" in said
    outside.write(
        update("citation", {"start_char": 4, "end_char": 11}, outside.engine, which=2),
        update("document", new, outside.engine, which=2),
    )


def test_a_statement_stands_inside_its_document_and_stays_there(outside: Outside) -> None:
    extent: Row = {"start_char": 0, "end_char": 24}
    beyond = "reaches beyond the text"
    for statement, said in (
        (update("statement", extent, outside.engine), beyond),
        (update("statement", extent, outside.engine, which=2), beyond),
        (update("statement", {"start_char": 5, "end_char": 5}, outside.engine), "extent_ordered"),
        (update("statement", {"start_char": -1}, outside.engine), "extent_ordered"),
        (update("statement", {"end_char": None}, outside.engine), "extent_whole"),
        ("UPDATE document SET text = substr(text, 1, 22) WHERE id = 1;", "reach beyond the new text"),
    ):
        [message] = outside.failures(statement)
        assert said in message


def test_a_text_that_comes_later_must_be_as_long_as_its_statements(outside: Outside) -> None:
    outside.write(
        update("statement", {"document_id": 2, "start_char": 0, "end_char": 9}, outside.engine, which=2),
        "DELETE FROM citation WHERE id = 2;",
    )
    short: Row = {"text": "x" * 8, "sha256": digest("x" * 8)}
    long: Row = {"text": "x" * 9, "sha256": digest("x" * 9)}
    [said] = outside.failures(update("document", short, outside.engine, which=2))
    assert "reach beyond the new text" in said
    outside.write(update("document", long, outside.engine, which=2))
