"""What people write into a register is text on the page, whatever it looks like."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import pytest
import sqlalchemy as sa

import secdb
from secdb import database
from secdb.database.reader import open_register
from tests.reports.dossier.reading import Page, Tags, read, said

if TYPE_CHECKING:
    from collections.abc import Iterator

IMAGE = '<img src=x onerror="alert(1)">'
SCRIPT = "</p></td></pre></title><script>alert('1')</script>"
TEXT = f"{SCRIPT}\x1b[2J \u202eevil & more"


@pytest.fixture
def page(own_url: str) -> Iterator[Page]:
    """Return the dossier of a register in which all that is free text is hostile."""
    engine = database.engine(database.locate(own_url).url)
    with engine.begin() as connection:
        for statement in WRITTEN:
            connection.execute(sa.text(statement), VALUES)
    engine.dispose()
    with open_register(own_url) as register:
        yield read(secdb.dossier(register, "cst", on=["1995-01-01", "2009-09-26"]))


VALUES = {
    "image": IMAGE,
    "script": SCRIPT,
    "text": TEXT,
    "sha256": hashlib.sha256(TEXT.encode()).hexdigest(),
    "url": "javascript:alert(1)",
    "end": len(TEXT),
    "beginning": len(SCRIPT),
}
WRITTEN = (
    "UPDATE treaty SET title = :image, signed_at = :script, note = :image, depositary = :script WHERE code = 'cst'",
    "UPDATE act SET note = :script WHERE treaty_id = (SELECT id FROM treaty WHERE code = 'cst')",
    "UPDATE document SET title = :image, note = :script, publisher = :image, url = :url WHERE code = 'csto-2020'",
    (
        "UPDATE citation SET locator = :image, quotation = :script "
        "WHERE document_id = (SELECT id FROM document WHERE code = 'csto-2020')"
    ),
    "UPDATE statement SET title = :script, place = :image WHERE code = 'cst-2002-statement'",
    "UPDATE roster SET body = :image WHERE id = 3",
    "UPDATE state_name SET name = :image WHERE name = 'Armenia' AND language = 'en'",
    "UPDATE person SET name = :script WHERE code = 'putin-v'",
    (
        "INSERT INTO document (id, code, kind, title, text, sha256) "
        "VALUES (9001, 'hostile', 'other', :image, :text, :sha256)"
    ),
    (
        "INSERT INTO citation (id, act_id, document_id, quotation, start_char, end_char) "
        "VALUES (99001, 34, 9001, :text, 0, :end)"
    ),
    (
        "INSERT INTO citation (id, act_id, document_id, quotation, start_char, end_char) "
        "VALUES (99002, 34, 9001, :script, 0, :beginning)"
    ),
)


def test_hostile_text_is_text(page: Page) -> None:
    tags = Tags(page.text).found
    assert {name for name, _ in tags}.isdisjoint({"script", "img"})
    assert [attributes for _, attributes in tags if any(key.startswith("on") for key in attributes)] == []
    assert [said(title) for title in page.all("h1")] == [f"Dossier: {IMAGE}"]
    assert next(said(title) for title in page.all("title")) == f"Dossier: {IMAGE}"
    assert {name for name, *_ in page.rows("Members on 1995-01-01")} >= {IMAGE}
    # an address that would run is no link
    assert "javascript:alert(1)" in said(page.one("document-csto-2020"))
    assert [a for a in page.all("a") if not (a.get("href") or "").startswith(("#", "http"))] == []
    # the text of a document, and the words marked in it
    shown = f"{SCRIPT}␛[2J \\u202eevil & more"
    assert page.of_document("hostile") == shown
    assert sorted(page.marked("hostile").values()) == sorted([shown, SCRIPT])
