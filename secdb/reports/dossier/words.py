"""Days, causes and counts as a reader wants them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from secdb.vocabulary import ActKind

if TYPE_CHECKING:
    from collections.abc import Mapping


def when(earliest: str | None, latest: str | None) -> str:
    """Return the day of an event known by the first and the last day on which it can have been."""
    if earliest == latest:
        return earliest or "not known"
    if earliest is None:
        return f"{latest} or before"
    return f"between {earliest} and {latest}" if latest else f"{earliest} or later"


def ended(earliest: str | None, latest: str | None) -> str:
    """Return the first day on which a period no longer held."""
    if earliest is None and latest is None:
        return "has not ended"
    return when(earliest, latest) if latest else f"{earliest} at the earliest; its end is not known"


def cause(kind: str | None) -> str:
    """Return a word of the register, such as `entry_into_force`, as words."""
    return "non-renewal" if kind == ActKind.NON_RENEWAL else (kind or "").replace("_", " ")


def counted(count: Mapping[str, int | None]) -> str:
    """Return a count with its doubt: `6`, or `6, or up to 7`; `no data` of a day that the dataset does not cover."""
    certain, possible = count["member"], count["possible"]
    if certain is None or possible is None:
        return "no data"
    return f"{certain}, or up to {certain + possible}" if possible else str(certain)
