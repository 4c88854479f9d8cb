"""From the rosters of a letter's draft to their entries."""

from __future__ import annotations

from typing import TYPE_CHECKING

from secdb.register.letters.citing import place_of, span_of
from secdb.register.letters.form import kept

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from secdb.register.entry.entries import Entry
    from secdb.register.letters.form import Table
    from secdb.register.letters.making import Making

DATASETS = ("documents", "register")
"""Where a letter's rosters are recorded: what the documents alone say, and the user's own register."""
_DOCUMENTS = {
    "code": "documents",
    "title": "The documents alone",
    "note": "Rosters only: what documents say by themselves, without any other source",
}


def roster_entries(making: Making, codes: Mapping[int, str]) -> Iterator[Entry]:
    """Yield the entries of a draft's rosters; `codes`: of its statements, by their place in the draft.

    Of two rosters of the same treaty, day and statement with the same States the first is taken.
    """
    seen: set[tuple[object, ...]] = set()
    for number, roster in kept(making.draft.tables, "rosters"):
        span = place_of(roster)
        at = making.words.statement_at(span) if span else None
        key = (roster.get("treaty"), roster.get("on"), at, frozenset(roster.get("states", ())), roster.get("complete"))
        if key not in seen:
            seen.add(key)
            yield from _roster(making, number, roster, at, codes)


def _roster(making: Making, number: int, given: Table, at: int | None, codes: Mapping[int, str]) -> Iterator[Entry]:
    path = ("rosters", number)
    spoken = making.draft.tables["statements"][at] if at is not None else {}
    day = given.get("on")
    listed = [_listed(making, number, place, one) for place, one in kept(given, "entries")]
    told = {one.get("state") for one in given.get("entries", ())}  # those left out, too
    values = {
        "treaty": given.get("treaty"),
        **making.date("on", day, span_of(spoken, "date") if spoken.get("date") == day else None),
        "state": tuple(state for state in dict.fromkeys(given.get("states", ())) if state not in told),
        "complete": "1" if given.get("complete") else "0",
        "statement": codes.get(at) if at is not None else None,
        "body": given.get("body"),
        "note": given.get("note"),
    }
    for dataset in dict.fromkeys(given.get("datasets") or DATASETS):
        if dataset == "documents" and not making.is_taken("dataset", dataset):
            yield making.entry("dataset", _DOCUMENTS, path)
        yield making.entry(
            "roster",
            values | {"dataset": dataset},
            path,
            entries=listed,
            citations=making.cited([(place_of(given), "")]),
        )


def _listed(making: Making, number: int, place: int, given: Table) -> Entry:
    return making.entry(
        "entries",
        {"state": given.get("state"), "as_printed": given.get("name")},
        ("rosters", number, "entries", place),
        citations=making.cited([(place_of(given), "")]),
    )
