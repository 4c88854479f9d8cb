"""The program that parses one received file, with limits on itself; `process` starts it.

It takes a line of JSON and the file on its input, and answers with a line of JSON and the text. It writes no file:
its limits forbid it.
"""

from __future__ import annotations

import importlib
import json
import os
import re
import signal
from contextlib import suppress
from typing import TYPE_CHECKING, Any, NamedTuple

from secdb.intake.readers.errors import (
    BombError,
    DamagedError,
    MissingReaderError,
    ReceivedError,
    TooLargeError,
    one_line,
)
from secdb.intake.readers.limits import Limits, megabytes

if TYPE_CHECKING:
    from collections.abc import Callable

_READERS = {"pdf", "word", "page", "post"}
_UNSTORABLE = re.compile("[\0\ud800-\udfff]")  # what UTF-8 or PostgreSQL cannot hold


class Parsed(NamedTuple):
    """The text of a file and what a person should know of it."""

    text: str
    notes: tuple[str, ...] = ()


def main() -> None:
    """Read the request, parse, answer; whatever goes wrong is an answer too."""
    with os.fdopen(os.dup(0), "rb") as request, os.fdopen(os.dup(1), "wb") as answer:
        os.dup2(2, 1)  # what a library prints must not stand in the answer
        asked = json.loads(request.readline())
        reader = asked.pop("reader")
        limits = Limits(**asked)
        answer.write(answered(lambda: _parser(reader), request.read, limits))


def _parser(reader: str) -> Callable[[bytes, Limits], Parsed]:
    if reader not in _READERS:
        raise MissingReaderError(f"there is no reader {reader!r}: install this version of secdb anew")
    module: Any = importlib.import_module(f"secdb.intake.readers.{reader}")
    parse: Callable[[bytes, Limits], Parsed] = module.parse
    return parse


def answered(
    find: Callable[[], Callable[[bytes, Limits], Parsed]], receive: Callable[[], bytes], limits: Limits
) -> bytes:
    """Return the answer to a request: the parser is found, then the limits hold, then the file is read."""
    try:
        parse = find()
        limit(limits)
        return _written(parse(receive(), limits), limits)
    except ReceivedError as error:
        return _told(error)
    except ImportError as error:
        missing = f"{error.name or 'a library'} is not installed"
        return _told(MissingReaderError(f'{missing}: install what reads it with `pip install "secdb[intake]"`'))
    except MemoryError:
        return _told(BombError(f"reading it takes more than {megabytes(limits.memory)} of memory: save its text"))
    except RecursionError:
        return _told(DamagedError("its parts lie too deep in one another: open it and save it anew"))
    except Exception as error:  # noqa: BLE001 - a parser may raise anything on a broken file
        return _told(DamagedError(f"it is damaged ({type(error).__name__}: {error}): fetch it again or save it anew"))


def limit(limits: Limits) -> None:
    """Set this process's limits, as far as the system knows them: memory, time, no files written, no core left."""
    with suppress(ImportError):
        import resource

        seconds = int(limits.seconds) + 2
        for what, most in (
            ("RLIMIT_AS", limits.memory),
            ("RLIMIT_CPU", seconds),
            ("RLIMIT_FSIZE", 0),
            ("RLIMIT_CORE", 0),
        ):
            with suppress(AttributeError, ValueError, OSError):
                resource.setrlimit(getattr(resource, what), (most, most))
        signal.alarm(seconds)  # should the program that started this one be gone


def _written(parsed: Parsed, limits: Limits) -> bytes:
    text = _UNSTORABLE.sub("\ufffd", parsed.text).encode()
    check_size(len(text), limits)
    notes = [one_line(note) for note in parsed.notes]
    return json.dumps({"size": len(text), "notes": notes}).encode() + b"\n" + text


def check_size(size: int, limits: Limits) -> None:
    """Raise TooLargeError for a text over the limit."""
    if size > limits.text:
        raise TooLargeError(f"its text is over the {megabytes(limits.text)} that are read: split the file")


def _told(error: ReceivedError) -> bytes:
    told = {"error": type(error).__name__, "message": one_line(str(error))}
    return json.dumps(told).encode() + b"\n"
