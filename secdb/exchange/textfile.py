"""Reading the text of a document from a plain file, exactly as it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from secdb.errors import RefusedError

if TYPE_CHECKING:
    from pathlib import Path

LARGEST = 32 * 1024 * 1024
"""Bytes of the largest text taken."""


def read_text(path: Path) -> str:
    """Return the text of a UTF-8 file, every character as it stands. Raises RefusedError for what is no text."""
    try:
        size = path.stat().st_size
        content = path.read_bytes() if size <= LARGEST else b""
    except OSError as error:
        raise RefusedError(f"{path} cannot be read: {error.strerror}") from error
    if size > LARGEST:
        raise RefusedError(f"{path} is larger than {LARGEST // 1024**2} MB; give the part that is cited")
    try:
        text = content.decode()
    except UnicodeDecodeError as error:
        raise RefusedError(f"{path} is no text in UTF-8 (byte {error.start}); save it as a UTF-8 text file") from error
    if "\0" in text:
        raise RefusedError(f"{path} holds a NUL character, which no text may; save it as a UTF-8 text file")
    if not text.strip():
        raise RefusedError(f"{path} is empty; give the file that holds the text")
    return text
