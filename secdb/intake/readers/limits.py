"""How much a file may ask for."""

from __future__ import annotations

from dataclasses import dataclass

MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True)
class Limits:
    """The most that reading one file may take; sizes in bytes."""

    received: int = 64 * MEGABYTE  # the file as it came
    text: int = 32 * MEGABYTE  # its text, in UTF-8
    expanded: int = 128 * MEGABYTE  # what a packed file unpacks to
    memory: int = 512 * MEGABYTE  # of the reader's address space, where the system can limit it
    seconds: float = 20.0  # on the clock, from the reader's start to its end


def megabytes(size: int) -> str:
    """Return a size as people say it: `64 MB`."""
    return f"{size / MEGABYTE:.3g} MB" if size < 100 * MEGABYTE else f"{size / MEGABYTE:.0f} MB"
