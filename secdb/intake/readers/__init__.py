"""Readers: from a file as it was received to its text.

Plain text is decoded here (`encoding`); PDF, DOCX, HTML and JSON are parsed by `worker`, a program of its own with
limits on time, memory and output, which `process` starts and ends. What a file is, its first bytes say (`kinds`).
"""

from secdb.intake.readers.errors import (
    BombError,
    DamagedError,
    EmptyError,
    EncryptedError,
    MissingReaderError,
    NoTextLayerError,
    ReceivedError,
    SlowError,
    TooLargeError,
    WrongTypeError,
)
from secdb.intake.readers.limits import Limits
from secdb.intake.readers.received import Received, read_bytes, read_file

__all__ = [
    "BombError",
    "DamagedError",
    "EmptyError",
    "EncryptedError",
    "Limits",
    "MissingReaderError",
    "NoTextLayerError",
    "Received",
    "ReceivedError",
    "SlowError",
    "TooLargeError",
    "WrongTypeError",
    "read_bytes",
    "read_file",
]
