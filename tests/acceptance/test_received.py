"""Files of many kinds are added as documents: their text is read, what was received comes back byte for byte."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.acceptance.outside import ENVIRONMENT, ROOT, asked, inside
from tests.intake.readers.made import docx, pdf

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.server_later

LINES = "Letter of 7 October 2002.\r\nThe Parties signed in Chişinău “today”.\n\n\u2028 \xa0"
PAGE = b"<html><head><title>x</title></head><body><p>Letter &amp; annex</p></body></html>"
POST = b'{"id": 7, "title": {"rendered": "Letter"}, "content": {"rendered": "<p>The Parties signed.</p>"}}'
RUSSIAN = "Письмо постоянных представителей Китая и Российской Федерации\n"
# name, bytes, words of the text, media type
FILES = {
    "docx": ("letter.docx", docx(), "Letter dated 2 May 1996", "vnd.openxmlformats"),
    "pdf": ("letter.pdf", pdf("The Parties signed."), "The Parties signed.", "application/pdf"),
    "page": ("letter.html", PAGE, "Letter & annex", "text/html"),
    "post": ("letter.json", POST, "The Parties signed.", "application/json"),
    "latin-1": ("letter.txt", "Señor Peña, de México\n".encode("latin-1"), "Señor Peña, de México\n", "text/plain"),
    "koi8-r": ("letter.txt", RUSSIAN.encode("koi8-r"), RUSSIAN, "text/plain"),
    "utf-16": ("letter.txt", LINES.encode("utf-16"), LINES, "text/plain"),
}
ADD = ("--title", "The letter", "--code", "letter")


def received(url: str, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    """Ask for the file received as a program does, in bytes."""
    command = [sys.executable, "-m", "secdb", "--database", url, "document", "show", *arguments, "--received"]
    return subprocess.run(command, capture_output=True, check=False, cwd=ROOT, env=ENVIRONMENT)


@pytest.mark.parametrize("kind", FILES)
def test_any_file_is_read_and_comes_back(seeded_copy: str, tmp_path: Path, kind: str) -> None:
    name, content, words, media_type = FILES[kind]
    (tmp_path / name).write_bytes(content)
    done = inside(seeded_copy, "document", "add", name, *ADD, folder=tmp_path)
    assert (done.returncode, "Added document letter: The letter" in done.stdout + done.stderr) == (0, True)
    shown = json.loads(inside(seeded_copy, "document", "show", "letter", "--text", "-f", "json").stdout)["record"]
    assert words in shown["text"]
    assert media_type in shown["received_type"]
    assert shown["received_size"] == len(content)
    back = received(seeded_copy, "letter")
    assert (back.returncode, back.stdout, back.stderr) == (0, content, b"")
    assert inside(seeded_copy, "verify").returncode == 0


@pytest.mark.parametrize("text", [LINES, "one\rtwo\r\n\f\n", "Señor Peña\n", "a < b > c\n", "{not a post}\n"])
def test_a_text_in_utf_8_is_kept_as_it_is_and_no_file_beside_it(seeded_copy: str, tmp_path: Path, text: str) -> None:
    (tmp_path / "letter.txt").write_bytes(text.encode())
    assert inside(seeded_copy, "document", "add", "letter.txt", *ADD, folder=tmp_path).returncode == 0
    query = "SELECT text, received_type, received_size FROM documents WHERE document = 'letter'"
    assert asked(seeded_copy, query) == [(text, None, None)]
    told = inside(seeded_copy, "document", "show", "letter", "--received")
    assert (told.returncode, told.stdout) == (1, "")
    assert "no file is kept beside document letter" in told.stderr


def test_the_mark_before_a_text_is_no_letter_of_it_and_is_kept_in_the_file(seeded_copy: str, tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_bytes(f"\ufeff{LINES}".encode())
    assert inside(seeded_copy, "document", "add", "letter.txt", *ADD, folder=tmp_path).returncode == 0
    assert asked(seeded_copy, "SELECT text FROM documents WHERE document = 'letter'") == [(LINES,)]
    assert received(seeded_copy, "letter").stdout == f"\ufeff{LINES}".encode()


@pytest.mark.server_later
def test_the_file_of_a_draft_is_kept_as_well(own_url: str, tmp_path: Path) -> None:
    (tmp_path / "letter.docx").write_bytes(docx())
    draft = '[[document]]\ntitle = "The letter"\ncode = "letter"\nfile = "letter.docx"\n'
    (tmp_path / "draft.toml").write_text(draft)
    assert inside(own_url, "record", str(tmp_path / "draft.toml")).returncode == 0
    assert received(own_url, "letter").stdout == docx_of(tmp_path)
    [(revision,)] = asked(own_url, "SELECT MAX(revision) FROM revisions")
    undone = inside(own_url, "undo", str(revision), "-m", "wrong one", "--yes")
    assert undone.returncode == 0
    assert asked(own_url, "SELECT document FROM documents WHERE document = 'letter'") == []
    assert received(own_url, "letter", "--as-recorded", str(revision)).stdout == docx_of(tmp_path)
    assert inside(own_url, "undo", str(int(str(revision)) + 1), "-m", "right", "--yes").returncode == 0
    assert received(own_url, "letter").stdout == docx_of(tmp_path)


def docx_of(folder: Path) -> bytes:
    return (folder / "letter.docx").read_bytes()


def test_a_record_says_what_is_kept(seeded_copy: str, tmp_path: Path) -> None:
    (tmp_path / "letter.html").write_bytes(PAGE)
    inside(seeded_copy, "document", "add", "letter.html", *ADD, folder=tmp_path)
    shown = inside(seeded_copy, "document", "show", "letter").stdout
    assert [line.split() for line in shown.splitlines() if line.startswith("received")] == [
        ["received", "type", "text/html"],
        ["received", "size", "80"],
        ["received", "sha256", "48b1e0c3a4bbfd6071a657bb5033133b62de1a1bcd72ca3f147c01a48d4b8eab"],
    ]


def test_the_log_of_a_large_file_is_short(seeded_copy: str, tmp_path: Path) -> None:
    page = PAGE.replace(b"</body>", b"<!-- " + b"x" * 5_000_000 + b" --></body>")
    (tmp_path / "letter.html").write_bytes(page)
    assert inside(seeded_copy, "document", "add", "letter.html", *ADD, folder=tmp_path).returncode == 0
    [(revision,)] = asked(seeded_copy, "SELECT MAX(revision) FROM revisions")
    for name in ("table", "json", "csv", "markdown"):
        shown = inside(seeded_copy, "log", "show", str(revision), "-f", name).stdout
        assert "5000089 bytes" in shown
        assert len(shown) < 5_000


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("none.txt", None, "none.txt: it cannot be opened"),
        ("empty.txt", b" \n", "empty.txt: it has no text"),
        ("zero.txt", b"one\0two", "zero.txt: it is no text"),
        (
            "old.doc",
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600,
            "old.doc: it is a Word document of the old kind",
        ),
        ("page.pdf", PAGE, "page.pdf: it is called a PDF but is HTML"),
        ("scan.png", b"\x89PNG\r\n\x1a\n\0\0", "scan.png: it is a picture"),
    ],
)
def test_a_file_without_a_text_is_refused(
    seeded_copy: str, tmp_path: Path, name: str, content: bytes | None, told: str
) -> None:
    if content is not None:
        (tmp_path / name).write_bytes(content)
    done = inside(seeded_copy, "document", "add", str(tmp_path / name), *ADD)
    assert (done.returncode, done.stdout) == (1, "")
    assert told in done.stderr
    assert asked(seeded_copy, "SELECT document FROM documents WHERE document = 'letter'") == []
