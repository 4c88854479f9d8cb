"""A register that can be read and written."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from secdb.database import engine, locate
from secdb.database.reader import Register
from secdb.register.revision import Writer, revise

if TYPE_CHECKING:
    from collections.abc import Iterator


class WritableRegister(Register):
    """An open register; what is written through `revise` is seen by the next report."""

    @contextmanager
    def revise(self, *, author: str, message: str, dry_run: bool = False) -> Iterator[Writer]:
        """Write one revision, all of it or nothing; see `secdb.register.revise`."""
        writing = engine(self.location.url)
        try:
            with revise(writing, author=author, message=message, dry_run=dry_run) as writer:
                yield writer
        finally:
            writing.dispose()


def open_writable(database: str | None = None) -> WritableRegister:
    """Open the register at a URL or path for reading and writing; see `secdb.open`."""
    return WritableRegister(locate(database))
