"""Why a received file could not be read; each message is one line and says what to do."""

from __future__ import annotations

from secdb.errors import SecdbError


class ReceivedError(SecdbError):
    """A received file cannot be read; nothing was written."""


class EncryptedError(ReceivedError):
    """The file is locked by a password, or by a cipher that the reader does not have."""


class EmptyError(ReceivedError):
    """The file has no bytes, or nothing but blanks."""


class TooLargeError(ReceivedError):
    """The file, or its text, is larger than the limit that the message states."""


class BombError(ReceivedError):
    """The file unpacks to more, or takes more memory, than the limit that the message states."""


class WrongTypeError(ReceivedError):
    """The file is of a type that is not read, or is not what its name says."""


class DamagedError(ReceivedError):
    """The file is of a type that is read, but broken."""


class NoTextLayerError(ReceivedError):
    """The file is pictures of pages; the message names the step that makes text of them."""


class MissingReaderError(ReceivedError):
    """What reads this type is not installed."""


class SlowError(ReceivedError):
    """Reading the file took longer than the limit that the message states."""


def named(kind: str, message: str) -> ReceivedError:
    """Return the error of a class's name, as the worker sends it; a name that is none gives DamagedError."""
    kinds = {one.__name__: one for one in ReceivedError.__subclasses__()}
    return kinds.get(kind, DamagedError)(one_line(message))


def one_line(message: str) -> str:
    """Return the message without control characters and line breaks, and of a length that a line holds."""
    return " ".join("".join(c if c.isprintable() else " " for c in message[:1_000]).split())[:400]
