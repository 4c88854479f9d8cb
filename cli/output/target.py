"""Where data goes: the one module that writes it."""

import errno
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path
from typing import TextIO, cast

from .cells import as_json
from .text import escape_unseen

_TARGET: ContextVar[TextIO | None] = ContextVar("_TARGET", default=None)


@contextmanager
def written_to(path: Path | None, database: str | None) -> Iterator[None]:
    """Write what is printed within to a file, whole or not at all; None = stdout.

    Raises RefusedError for the file of the `database`, and where the system does not let it be written.
    """
    if path is None:
        yield
        return
    from secdb.exchange.targets import replacing, require_other

    require_other(path, database)
    with replacing(path) as part, part.open("x", encoding="utf-8", newline="") as file:
        before = _TARGET.set(file)
        try:
            yield
        finally:
            _TARGET.reset(before)


def print_text(text: str) -> None:
    """Print a text of several lines, with all escaped that cannot be seen."""
    print_line(escape_unseen(text.replace("\r\n", "\n")))


def print_bytes(content: bytes) -> None:
    """Write bytes as they are: for a file or another program, never for a terminal."""
    target().buffer.write(content)


def print_json(value: object, *, indent: int | None = None) -> None:
    """Print a value as JSON."""
    print_line(as_json(value, indent=indent, ascii_only=not is_unicode()))


class Lines:
    r"""Prints what a csv writer makes; its lines end in `\r\n` so that it quotes a field with either of the two."""

    def __init__(self) -> None:
        self.print = (lambda text: print_line(escape_unseen(text))) if target().isatty() else print_line

    def write(self, line: str) -> None:
        """Print a line."""
        self.print(line.removesuffix("\r\n"))


def is_unicode() -> bool:
    """Tell whether what is printed to takes every character."""
    return target().encoding.lower().startswith("utf")


def target() -> TextIO:
    """Return where data is printed: stdout, or the file that `-o` names."""
    if (target := _TARGET.get()) is not None:
        return target
    stream = cast("TextIO | None", sys.stdout)  # None when the program was started without (`>&-`)
    if stream is None:
        raise OSError(errno.EBADF, "standard output is closed")
    return stream


def flush() -> None:
    """Send on what has been printed, so that what is told on stderr comes after it."""
    target().flush()


def print_line(text: str) -> None:
    """Print a text and the end of its line."""
    target().write(f"{text}\n")
