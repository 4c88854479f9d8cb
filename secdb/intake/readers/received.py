"""A file as it was received, beside its text."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path
from stat import S_ISREG

from secdb.intake.readers.encoding import decoded
from secdb.intake.readers.errors import EmptyError, ReceivedError, TooLargeError, WrongTypeError, one_line
from secdb.intake.readers.kinds import TEXT, checked_name, kind_of
from secdb.intake.readers.limits import Limits, megabytes
from secdb.intake.readers.process import ask

_LIMITS = Limits()


@dataclass(frozen=True, slots=True)
class Received:
    """A file's bytes as they came, and the text that was read from them.

    Attributes:
        name: what the file is called, without its folder.
        media_type: what it is, by its content: `text/plain`, `application/pdf` ...
        content: its bytes, untouched.
        sha256: of `content`, in hexadecimal.
        text: for plain text every character as it came, line ends included; else what the reader made of it.
        notes: what a person should know of the reading, each a sentence.
    """

    name: str
    media_type: str
    content: bytes
    sha256: str
    text: str
    notes: tuple[str, ...] = ()


def read_file(path: Path, *, limits: Limits = _LIMITS) -> Received:
    """Return a received file with its text; nothing is written, not even for a while.

    Reads plain text in any common encoding, PDF with a text layer, DOCX, HTML and the JSON of a WordPress post; the
    content decides which, not the name. Raises a ReceivedError whose class says why there is no text: EncryptedError,
    EmptyError, TooLargeError, BombError, WrongTypeError, DamagedError, NoTextLayerError, MissingReaderError, SlowError.
    """
    path = Path(path)
    try:
        content = _content(path, limits)
    except ReceivedError as error:
        raise type(error)(one_line(f"{path.name}: {error}")) from None
    except (OSError, ValueError) as error:  # ValueError: a zero byte in the path
        reason = getattr(error, "strerror", None) or error
        raise ReceivedError(one_line(f"{path.name}: it cannot be opened ({reason}); check the path")) from None
    return read_bytes(content, path.name, limits=limits)


def read_bytes(content: bytes, name: str, *, limits: Limits = _LIMITS) -> Received:
    """Return what was received under a name, with its text; raises what `read_file` raises."""
    try:
        media_type, text, notes = _read(content, name, limits)
    except ReceivedError as error:
        raise type(error)(one_line(f"{name}: {error}")) from None
    return Received(name, media_type, content, hashlib.sha256(content).hexdigest(), text, notes)


def _content(path: Path, limits: Limits) -> bytes:
    status = path.stat()
    if not S_ISREG(status.st_mode):  # opening a pipe would wait for its writer
        raise WrongTypeError("it is no file but a folder, pipe or device: name the file itself")
    _check_size(status.st_size, limits)
    with path.open("rb") as file:
        content = file.read(limits.received + 1)
    _check_size(len(content), limits)
    return content


def _check_size(size: int, limits: Limits) -> None:
    if size > limits.received:
        more = f"it has {megabytes(size)}, more than the {megabytes(limits.received)} that are read"
        raise TooLargeError(f"{more}: take out the pages wanted, or save its text")


def _read(content: bytes, name: str, limits: Limits) -> tuple[str, str, tuple[str, ...]]:
    """Return media type, text and notes."""
    _check_size(len(content), limits)
    if not content:
        raise EmptyError("it is empty: fetch it again")
    kind = kind_of(content, name)
    notes = checked_name(kind, name)
    text, more = decoded(content) if kind is TEXT else ask(kind, content, limits)
    if len(text.encode()) > limits.text:
        raise TooLargeError(f"its text is over the {megabytes(limits.text)} that are read: split the file")
    if not text.strip("\ufeff \t\r\n\f\v"):
        raise EmptyError("it has no text, only blanks: fetch it again")
    return kind.media_type, text, (*notes, *more)
