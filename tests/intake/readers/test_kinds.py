"""The content says what a file is; the name is compared."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from secdb.errors import SecdbError
from secdb.intake.readers import (
    EncryptedError,
    Limits,
    NoTextLayerError,
    ReceivedError,
    TooLargeError,
    WrongTypeError,
    read_bytes,
    read_file,
)
from tests.intake.readers import made

if TYPE_CHECKING:
    from pathlib import Path

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600


@pytest.mark.parametrize(
    ("content", "what"),
    [
        (b"{\\rtf1 Letter}", "RTF"),
        (b"\x1f\x8b\x08rest", "packed"),
        (b"SQLite format 3\0", "SQLite"),
        (OLE, "Word document of the old kind"),
        (b"<?xml version='1.0'?><feed/>", "XML"),
        (b"\x7fELF\2\1", "program"),
    ],
)
def test_what_is_not_read_is_named(content: bytes, what: str) -> None:
    with pytest.raises(WrongTypeError, match=what):
        read_bytes(content, "letter.doc")


def test_a_locked_word_file_is_locked() -> None:
    with pytest.raises(EncryptedError, match="password"):
        read_bytes(OLE + "EncryptedPackage".encode("utf-16-le"), "letter.docx")


def test_a_picture_is_a_scan() -> None:
    with pytest.raises(NoTextLayerError, match="ocrmypdf"):
        read_bytes(b"\x89PNG\r\n\x1a\n", "scan.png")


@pytest.mark.parametrize("content", [b"<html><p>Not found</p></html>", b"Not found", b'{"code": "404"}'])
def test_an_answer_of_a_site_that_is_called_a_pdf_is_refused(content: bytes) -> None:
    with pytest.raises(WrongTypeError, match=r"^letter\.pdf: it is called a PDF but is"):
        read_bytes(content, "letter.pdf")


def test_another_name_that_lies_is_noted() -> None:
    received = read_bytes(made.pdf("Letter"), "letter.txt")
    assert (received.media_type, received.text) == ("application/pdf", "Letter")
    assert received.notes == ("It is called plain text but is a PDF.",)


@pytest.mark.parametrize("text", ["[Original: English]\n", "{sic} Letter", "Under <p> see page", "%PDF- is a mark"])
def test_text_that_begins_like_something_else_is_text(text: str) -> None:
    assert read_bytes(text.encode(), "a.txt").media_type == "text/plain"


@pytest.mark.parametrize("name", ["a.txt", "a"])
def test_a_page_is_known_without_its_name(name: str) -> None:
    assert read_bytes(b"\n<!DOCTYPE html><p>Letter", name).media_type == "text/html"


def test_a_file_over_the_limit_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "letter.txt"
    with path.open("wb") as file:
        file.truncate(65_000_000)  # a hole: takes no space
    with pytest.raises(TooLargeError, match=r"it has 65 MB, more than the 64 MB that are read"):
        read_file(path)
    with pytest.raises(TooLargeError):
        read_bytes(b"12345", "a.txt", limits=Limits(received=4))
    with pytest.raises(TooLargeError):
        read_bytes(b"12345", "a.txt", limits=Limits(text=4))


@pytest.mark.parametrize("what", ["missing.txt", "", "pipe", "zero\0byte"])
def test_what_is_no_file_is_refused_and_waited_for_by_nobody(what: str, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(ReceivedError):
        read_file(tmp_path / what)


def test_the_bytes_are_kept_with_their_digest(tmp_path: Path) -> None:
    path = tmp_path / "letter.txt"
    path.write_bytes(b"abc")
    received = read_file(path)
    assert (received.name, received.content, received.text) == ("letter.txt", b"abc", "abc")
    assert received.sha256 == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"


def test_an_error_is_one_line_whatever_the_name() -> None:
    with pytest.raises(SecdbError) as caught:
        read_bytes(b"", "a\nb\x1b[31m.txt")
    assert str(caught.value) == "a b [31m.txt: it is empty: fetch it again"
    assert caught.value.exit_code == 1
