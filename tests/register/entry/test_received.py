"""What was received with a document is kept byte for byte, through the history and back."""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
import sqlalchemy as sa

from secdb import database
from secdb.database import migrate
from secdb.database.reader import open_register
from secdb.errors import NotFoundError, RefusedError
from secdb.register import revise, verify
from secdb.register.entry.entries import Entry, Received, received_beside
from secdb.register.history.undoing import undo
from secdb.reports.check import check
from secdb.reports.log import diff, log_show
from secdb.reports.showing import received
from tests.register.dumping import dump
from tests.register.entry.typed import done, edited, entered, entry
from tests.register.samples import rows

if TYPE_CHECKING:
    from collections.abc import Callable

pytestmark = pytest.mark.server_later

PDF = Received(b"%PDF-\x00\xff", "application/pdf")
PDF_SHA256 = "a478fc587766bd2eafb37c5c0c2d481744812be8ad63a539b70c6be1e77f1145"
LATIN = Received("café\r\n".encode("latin-1"), "text/plain")
LATIN_SHA256 = "96ce5933dab33fd06374e77a53a7244911c98597f68c1f907a6028c6c8d070e6"
# every byte there is, 20,480 times: 5 MB
LARGE = Received(bytes(range(256)) * 20_480, "application/pdf")
LARGE_SHA256 = "2e7cab6314e9614b6f2da12630661c3038e5592025f6534ba5823c3b340a1cb6"
KEPT = "SELECT received, received_type, received_sha256 FROM document WHERE code = '{}'"
NOTHING = (None, None, None)


def document(code: str, text: str, file: Received | None = None) -> Entry:
    return replace(entry("document", code=code, title=f"Title of {code}", text=text), received=file)


def kept(engine: sa.Engine, code: str) -> tuple[object, ...]:
    [row] = rows(engine, KEPT.format(code))
    return row


def undone(engine: sa.Engine, number: int) -> None:
    with revise(engine, author="archivist", message=f"Undo {number}") as writer:
        undo(writer.session, number)


def faults(engine: sa.Engine) -> list[object]:
    with engine.connect() as connection:
        return list(verify(connection))


def place(engine: sa.Engine) -> str:
    return engine.url.render_as_string(hide_password=False)


@pytest.mark.parametrize(
    ("content", "text", "is_kept"),
    [
        (b"one\r\ntwo", "one\r\ntwo", False),
        ("\ufeffcafé".encode(), "\ufeffcafé", False),
        ("\ufeffcafé".encode(), "café", True),
        ("café".encode("utf-16"), "café", True),
        ("café".encode("latin-1"), "café", True),
        (b"<p>one</p>", "one", True),
        (b"one ", "one", True),
    ],
)
def test_a_file_is_kept_unless_its_bytes_are_the_text(content: bytes, text: str, *, is_kept: bool) -> None:
    expected = Received(content, "text/plain") if is_kept else None
    assert received_beside(text, content, "text/plain") == expected


def test_the_file_stands_beside_the_text_with_its_hash(small: sa.Engine) -> None:
    outcome = entered(small, document("one", "1st"), document("two", "2nd", PDF), document("three", "café\r\n", LATIN))
    assert done(outcome) == ["added document one", "added document two", "added document three"]
    assert kept(small, "one") == NOTHING
    assert kept(small, "two") == (b"%PDF-\x00\xff", "application/pdf", PDF_SHA256)
    assert kept(small, "three") == (b"caf\xe9\r\n", "text/plain", LATIN_SHA256)
    assert rows(
        small,
        "SELECT received_type, received_size, received_sha256, text FROM documents "
        "WHERE document IN ('one', 'two', 'three') ORDER BY document",
    ) == [
        (None, None, None, "1st"),
        ("text/plain", 6, LATIN_SHA256, "café\r\n"),
        ("application/pdf", 7, PDF_SHA256, "2nd"),
    ]
    assert faults(small) == []


def test_a_text_on_record_is_the_same_document_in_whatever_file_it_comes(small: sa.Engine) -> None:
    entered(small, document("one", "The text"))
    outcome = entered(small, document("one", "The text", PDF))
    assert done(outcome) == ["unchanged document one"]
    assert kept(small, "one") == NOTHING


def test_another_text_has_another_file_or_none(small: sa.Engine) -> None:
    entered(small, document("one", "old", PDF))
    edited(small, entry("document", edits="one", note="looked at"))
    assert kept(small, "one") == (PDF.content, PDF.media_type, PDF_SHA256)
    edited(small, replace(entry("document", edits="one", text="new"), received=LATIN))
    assert kept(small, "one") == (LATIN.content, LATIN.media_type, LATIN_SHA256)
    edited(small, entry("document", edits="one", text="newer"))
    assert kept(small, "one") == NOTHING
    assert faults(small) == []


def test_undone_and_done_again_the_bytes_are_the_same(small: sa.Engine) -> None:
    entered(small, document("large", "Words", LARGE))
    before = dump(small)
    undone(small, 2)
    assert rows(small, KEPT.format("large")) == []
    undone(small, 3)
    assert kept(small, "large") == (LARGE.content, "application/pdf", LARGE_SHA256)
    assert dump(small) == before
    assert faults(small) == []
    undone(small, 4)
    edited(small, entry("document", edits="letter", note="last"))
    with open_register(place(small), 2) as register:
        assert received(register, "large") == LARGE.content
    with open_register(place(small), 3) as register, pytest.raises(NotFoundError):
        received(register, "large")


def test_the_file_of_a_document_is_what_it_was_at_a_revision(small: sa.Engine) -> None:
    entered(small, document("one", "old", PDF))
    edited(small, replace(entry("document", edits="one", text="new"), received=LATIN))
    with open_register(place(small), 2) as then, open_register(place(small)) as now:
        assert (received(then, "one"), received(now, "one")) == (PDF.content, LATIN.content)
        query = "SELECT received_sha256 FROM documents WHERE document = 'one'"
        assert [one.rows(query)[0]["received_sha256"] for one in (then, now)] == [PDF_SHA256, LATIN_SHA256]


def test_a_document_without_a_file_says_where_its_text_is(small: sa.Engine) -> None:
    with open_register(place(small)) as register, pytest.raises(NotFoundError) as caught:
        received(register, "A/1")
    told = "no file is kept beside document letter; for its text: secdb document show letter --text"
    assert str(caught.value) == told


@pytest.mark.parametrize("report", [lambda register: log_show(register, 3), lambda register: diff(register, 2, 3)])
def test_the_log_tells_of_a_large_file_in_a_few_words(small: sa.Engine, report: Callable[..., object]) -> None:
    entered(small, document("one", "old", PDF))
    edited(small, replace(entry("document", edits="one", text="new"), received=LARGE))
    with open_register(place(small)) as register:
        found = report(register).to_dict()  # type: ignore[attr-defined]
    told = {row["field"]: (row["old"], row["new"]) for row in found["rows"]}
    assert told["received"] == ("7 bytes", "5242880 bytes")
    assert told["received_sha256"] == (PDF_SHA256, LARGE_SHA256)
    assert len(json.dumps(found)) < 5_000


def test_who_was_overtaken_is_not_shown_the_bytes(small: sa.Engine) -> None:
    entered(small, document("one", "old", PDF))
    edited(small, replace(entry("document", edits="one", text="new"), received=LARGE))
    with pytest.raises(RefusedError) as caught:
        edited(small, entry("document", edits="one", seen=2, note="mine"))
    assert LARGE_SHA256 in str(caught.value)
    assert len(str(caught.value)) < 1_000


def test_a_file_that_is_not_the_one_hashed_is_refused_or_found(small: sa.Engine) -> None:
    entered(small, document("one", "old", PDF))
    wrong = f"UPDATE document SET received_sha256 = '{LATIN_SHA256}' WHERE code = 'one'"
    if small.dialect.name == "postgresql":
        with pytest.raises(sa.exc.IntegrityError, match="ck_document__received_hash_true"), small.begin() as connection:
            connection.exec_driver_sql(wrong)
        return
    with small.begin() as connection:
        connection.exec_driver_sql(wrong)
    with open_register(place(small)) as register:
        found = check(register, rule="text").rows
    assert [(one.severity, one.record, one.message) for one in found] == [
        (
            "error",
            "document:one",
            f"the file received has the SHA-256 {PDF_SHA256}, kept beside it is {LATIN_SHA256}",
        )
    ]


def test_what_was_kept_before_its_hash_was_gets_it(register_url: str) -> None:
    migrate.downgrade(register_url, "0006")
    engine = database.engine(register_url)
    with revise(engine, author="archivist", message="before") as writer:
        row = {"content": PDF.content, "text": "old", "sha256": hashlib.sha256(b"old").hexdigest()}
        statement = (
            "INSERT INTO document (id, code, kind, title, text, sha256, received, received_type) "
            "VALUES (1, 'one', 'other', 'One', :text, :sha256, :content, 'application/pdf')"
        )
        writer.session.execute(sa.text(statement), row)
    logged = rows(engine, "SELECT id, old, new FROM change")
    engine.dispose()
    migrate.upgrade(register_url)
    assert kept(engine, "one") == (PDF.content, "application/pdf", PDF_SHA256)
    assert rows(engine, "SELECT id, old, new FROM change") == logged
    assert faults(engine) == []
    undone(engine, 1)
    undone(engine, 2)
    assert kept(engine, "one") == (PDF.content, "application/pdf", PDF_SHA256)
    assert faults(engine) == []
    engine.dispose()
