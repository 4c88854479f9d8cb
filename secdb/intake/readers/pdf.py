"""Text of a PDF that has a text layer; pages are parted by a line with a form feed."""

from __future__ import annotations

import io
import re
import textwrap
from collections import Counter
from typing import TYPE_CHECKING

from secdb.intake.readers.errors import BombError, EncryptedError, MissingReaderError, NoTextLayerError
from secdb.intake.readers.worker import Parsed, check_size

if TYPE_CHECKING:
    from pypdf import PageObject, PdfReader

    from secdb.intake.readers.limits import Limits

_OCR = "make a text layer with `ocrmypdf in.pdf out.pdf` and give out.pdf"
_OPEN = "take the password off with `qpdf --password=... --decrypt in.pdf out.pdf` and give out.pdf"
_STRAY = 0.1  # part of the words that may differ between two readings of a page
_TOLD = 20  # page numbers that a note names


def parse(content: bytes, limits: Limits) -> Parsed:
    """Return the text of a PDF, page after page.

    Raises EncryptedError, BombError for a stream that unpacks to too much, NoTextLayerError for pictures of pages.
    """
    from pypdf import PdfReader
    from pypdf.errors import DependencyError, FileNotDecryptedError, LimitReachedError, WrongPasswordError

    try:
        reader = PdfReader(io.BytesIO(content))
        return _pages(reader, limits, _unlocked(reader))
    except (FileNotDecryptedError, WrongPasswordError):
        raise EncryptedError(f"it is locked by a password: {_OPEN}") from None
    except DependencyError as error:
        if b"/Encrypt" in content:
            raise EncryptedError(f"it is locked by a cipher that is not read: {_OPEN}") from None
        raise MissingReaderError(f"it needs what is not installed ({error}): print it to a new PDF") from None
    except LimitReachedError as error:
        raise BombError(f"its parts unpack to more than is read ({error}): save its text") from None


def _unlocked(reader: PdfReader) -> list[str]:
    """Return a note where the empty password opens a locked PDF, as it does where only printing is forbidden."""
    if not reader.is_encrypted:
        return []
    if not reader.decrypt(""):
        raise EncryptedError(f"it is locked by a password: {_OPEN}")
    return ["It is locked against changes, not against reading."]


def _page(page: PageObject) -> str:
    """Return a page's text as it lies on the page, empty lines and columns kept, where that loses no word.

    The lie is guessed from positions and widths of letters. Where it parts or joins words that the order of the file
    does not, or fails, that order is taken.
    """
    plain = page.extract_text()
    if not plain.strip():
        return ""
    try:
        laid = page.extract_text(extraction_mode="layout")
    except (MemoryError, RecursionError):
        raise
    except Exception:  # noqa: BLE001 - the plain text was read, and this is a better look at it
        laid = ""
    return _outdented(laid) if _same_words(laid, plain) else plain.strip("\n")


def _same_words(laid: str, plain: str) -> bool:
    """Tell whether two readings of a page have the same letters, and nearly all words in common."""
    if Counter("".join(laid.split())) != Counter("".join(plain.split())):
        return False
    words, others = Counter(laid.split()), Counter(plain.split())
    return (words - others).total() <= _STRAY * words.total()


def _outdented(text: str) -> str:
    """Return the text without the margin that all lines share, blanks at their ends, and rows of empty lines."""
    lines = textwrap.dedent(text.expandtabs()).split("\n")
    return re.sub("\n{4,}", "\n\n\n", "\n".join(line.rstrip() for line in lines)).strip("\n")


def _pages(reader: PdfReader, limits: Limits, notes: list[str]) -> Parsed:
    pages: list[str] = []
    size = 0
    for page in reader.pages:
        pages.append(_page(page))
        size += len(pages[-1])
        check_size(size, limits)
    bare = [number for number, page in enumerate(pages, 1) if not any(map(str.isalnum, page))]
    if len(bare) == len(pages):
        raise NoTextLayerError(f"it has no text, its {len(pages)} pages are pictures or blank: {_OCR}")
    if bare:
        named = ", ".join(map(str, bare[:_TOLD])) + (" ..." if len(bare) > _TOLD else "")
        notes.append(f"Pages without text, pictures or blank: {named}. For pictures {_OCR}.")
    return Parsed("\n\f\n".join(pages), tuple(notes))
