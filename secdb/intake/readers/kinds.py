"""What a file is, by its content; its name is only compared."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import PurePath

from secdb.intake.readers.encoding import sketch
from secdb.intake.readers.errors import EncryptedError, NoTextLayerError, WrongTypeError


@dataclass(frozen=True, slots=True)
class Kind:
    """A type of file that is read: what it is called, its media type, and the worker's part that reads it."""

    called: str
    media_type: str
    reader: str


TEXT = Kind("plain text", "text/plain", "")
PDF = Kind("a PDF", "application/pdf", "pdf")
DOCX = Kind("a DOCX", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "word")
HTML = Kind("HTML", "text/html", "page")
JSON = Kind("JSON", "application/json", "post")

_BY_NAME = {".txt": TEXT, ".pdf": PDF, ".docx": DOCX, ".html": HTML, ".htm": HTML, ".xhtml": HTML, ".json": JSON}
_PACKED = "a packed file: unpack it and give the files inside"
_NOT_READ = (
    (b"{\\rtf", "an RTF: save it as DOCX or plain text"),
    (b"\x1f\x8b", _PACKED),
    (b"BZh", _PACKED),
    (b"\xfd7zXZ\0", _PACKED),
    (b"\x28\xb5\x2f\xfd", _PACKED),
    (b"7z\xbc\xaf\x27\x1c", _PACKED),
    (b"Rar!\x1a\x07", _PACKED),
    (b"SQLite format 3\0", "an SQLite database: `secdb --database` opens a register"),
    (b"\x7fELF", "a program: give a document"),
    (b"MZ\x90", "a program: give a document"),
    (b"%!PS", "PostScript: make a PDF of it with `ps2pdf in.ps out.pdf`"),
)
_PICTURES = (b"\x89PNG\r\n", b"\xff\xd8\xff", b"GIF87a", b"GIF89a", b"II*\0", b"MM\0*", b"\0\0\0\x0cjP  ")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
_HEAD = 1024  # bytes within which a PDF may begin (ISO 32000, note to 7.5.2) and a tail within which it ends
_PDF = re.compile(rb"%PDF-\d")
_PAGE = re.compile(
    r"(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_PIECE = re.compile(
    r"<(?:p|div|h[1-6]|table|ul|ol|span|article|section|meta|title|br|center|font)\b[^<]{0,500}>", re.IGNORECASE
)
_CLOSED = re.compile(r"</(?:p|div|h[1-6]|table|body|html|td|li)\s*>", re.IGNORECASE)
_POST = re.compile(r'(?:\[\s*)?\{\s*"[^"]*"\s*:|\[\s*\]\s*$')


def kind_of(content: bytes, name: str) -> Kind:
    """Return what a file is; raises WrongTypeError, EncryptedError or NoTextLayerError for what is not read."""
    if _is_pdf(content):
        return PDF
    if content.startswith(_ZIP):
        return DOCX  # or another packed file, which the reader of DOCX finds out
    _refuse(content)
    start = sketch(content).lstrip("\ufeff \t\r\n\f")
    if _PAGE.match(start) or _PIECE.match(start):
        return HTML
    if _POST.match(start):
        return JSON
    if start.startswith("<?xml"):
        raise WrongTypeError("it is XML of a kind that is not read: save it as HTML, DOCX or plain text")
    # a page without its beginning: here alone the name has a say
    return HTML if _by_name(name) is HTML and _CLOSED.search(start) else TEXT


def _is_pdf(content: bytes) -> bool:
    found = _PDF.search(content[:_HEAD])
    return found is not None and (found.start() == 0 or b"%%EOF" in content[-_HEAD:])


def _refuse(content: bytes) -> None:
    """Raise for a type that is known and not read."""
    for start, what in _NOT_READ:
        if content.startswith(start):
            raise WrongTypeError(f"it is {what}")
    if content.startswith(_PICTURES):
        raise NoTextLayerError("it is a picture: make text of it with `ocrmypdf --image-dpi 300 in.png out.pdf`")
    if content.startswith(_OLE):
        if "EncryptedPackage".encode("utf-16-le") in content:
            raise EncryptedError("it is locked by a password: open it in Word and save it without one")
        raise WrongTypeError("it is a Word document of the old kind or the like: save it as DOCX")


def _by_name(name: str) -> Kind | None:
    return _BY_NAME.get(PurePath(name).suffix.lower())


def checked_name(kind: Kind, name: str) -> tuple[str, ...]:
    """Return a note when the name says something else than the content.

    Raises WrongTypeError when a PDF or DOCX by name is text or a page: most such files are a web site's answer that
    the document is not there.
    """
    said = _by_name(name)
    if said is None or said is kind:
        return ()
    if said in {PDF, DOCX} and kind not in {PDF, DOCX}:
        right = next(ending for ending, one in _BY_NAME.items() if one is kind)
        raise WrongTypeError(f"it is called {said.called} but is {kind.called}: fetch it again, or call it {right}")
    return (f"It is called {said.called} but is {kind.called}.",)
