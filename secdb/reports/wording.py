"""Bounds and effects in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from secdb.database.reader import Row

# by the status an act leads to (the view `act_effects`)
EFFECTS: Mapping[str | None, str] = {
    None: "no effect on membership",
    "none": "ends membership, whatever the status was",
    "observer": "makes an observer",
    "associate": "makes an associate",
    "signatory": "makes a signatory State, not bound by that alone",
    "provisional": "applies the treaty provisionally",
    "suspended": "suspends: not counted until it resumes or returns",
    "contracting": "consents to be bound: a contracting State, and a party once the treaty is in force for it",
    "party": "makes a party",
}


def between(earliest: str | None, latest: str | None) -> str:
    """Return when something happened, known by the first and the last day on which it can have been."""
    if earliest == latest:
        return "on a day that is not known" if earliest is None else f"on {earliest}"
    if earliest is None:
        return f"on or before {latest}"
    if latest is None:
        return f"on or after {earliest}"
    return f"between {earliest} and {latest}"


def period_in_words(row: Row) -> str:
    """Return status, beginning and end with their bounds, as a sentence."""
    opened = f" ({row['opened_by']})" if row["opened_by"] else ""
    begins = between(row["since_earliest"], row["since_latest"])
    return f"{row['status']}: began {begins}{opened}, {_end(row)}"


def _end(row: Row) -> str:
    first, last = row["until_earliest"], row["until_latest"]
    closed = f" ({row['closed_by']})" if row["closed_by"] else ""
    if first is None and last is None:
        return "has not ended"
    if last is None:
        return f"held at least until {first}, its end is not known{closed}"
    return f"ended {between(first, last)}{closed}, the first day on which it no longer held"


def verdict(
    since_earliest: str | None, since_latest: str | None, until_earliest: str | None, until_latest: str | None, on: str
) -> str:
    """Return the standing on a day, `member`, `possible` or `none`: as secdb.period, on ISO text."""
    begun = since_latest is not None and since_latest <= on
    if begun and (until_earliest is None or on < until_earliest):
        return "member"
    may_have_begun = since_earliest is None or since_earliest <= on
    return "possible" if may_have_begun and (until_latest is None or on < until_latest) else "none"
