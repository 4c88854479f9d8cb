"""The membership periods of a treaty."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from secdb.errors import UsageError
from secdb.lookup import find_dataset, find_treaty
from secdb.reports.base import INTERNAL, Report, Source, day, last_revision, sql
from secdb.reports.coverage import coverage_of
from secdb.reports.members import behind, sources

if TYPE_CHECKING:
    from secdb.database.reader import Register, Row
    from secdb.reports.coverage import Coverage


@dataclass(frozen=True, slots=True)
class Spell:
    """One membership period; `start` bounds inclusive, `end` the first day no longer, ISO days."""

    state: str
    name: str
    status: str
    start_earliest: str | None
    start_latest: str | None
    end_earliest: str | None
    end_latest: str | None
    opened_by: str | None
    closed_by: str | None
    origin: str
    sources: tuple[Source, ...]
    opened_by_act: int | None = field(default=None, metadata=INTERNAL)
    closed_by_act: int | None = field(default=None, metadata=INTERNAL)


def timeline(
    register: Register,
    treaty: str,
    *,
    from_: str | None = None,
    to: str | None = None,
    dataset: str = "register",
) -> Report[Spell]:
    """Return every membership period of a treaty, State by State, or those that may touch the days from..to.

    Of a dataset with limits the days are those it covers, and periods are told as far as these show them: one that
    lasts to the last of them has an unknown end. Raises UsageError when `from_` is after `to`; else as `members`.
    """
    first = None if from_ is None else first_day(from_)
    last = None if to is None else day(to)
    if first and last and first > last:
        raise UsageError(f"{first} is after {last}; give the earlier day first")
    found = find_treaty(register, treaty)
    dataset = find_dataset(register, dataset)
    proofs = sources(register, found.treaty, dataset)
    coverage = coverage_of(register, dataset)
    rows = map(coverage.seen, register.rows(sql("periods"), treaty=found.treaty, dataset=dataset))
    shown = _shown(first, last, coverage)
    begins, ends = shown or (first, last)
    about = {
        "treaty": found.asked,
        "title": found.title,
        "from": begins,
        "to": ends,
        "dataset": dataset,
        "revision": last_revision(register),
        **coverage.about(first, last),
    }
    return Report(
        "timeline",
        about,
        tuple(
            Spell(
                **{name: row[name] for name in Spell.__dataclass_fields__ if name != "sources"},
                sources=behind(row, proofs),
            )
            for row in rows
            if row and shown and _touches(row, *shown)
        ),
    )


def _shown(first: str | None, last: str | None, coverage: Coverage) -> tuple[str | None, str | None] | None:
    """Return the days asked for as far as they are covered, None where none of them is."""
    end = coverage.last if coverage.last and coverage.last < day(None) else None
    begins = max((one for one in (first, coverage.begin) if one), default=None)
    ends = min((one for one in (last, end) if one), default=None)
    return None if begins and ends and begins > ends else (begins, ends)


def first_day(text: str) -> str:
    """Return the first day of a year or month."""
    from secdb.errors import DateError
    from secdb.period import parse_date

    earliest = parse_date(text).earliest
    if earliest is None:
        raise DateError(f"{text!r} has no first day; write a day, a month or a year")
    return earliest.isoformat()


def _touches(row: Row, first: str | None, last: str | None) -> bool:
    begins, ends = row["start_earliest"], row["end_latest"]
    return (last is None or begins is None or begins <= last) and (first is None or ends is None or ends > first)
