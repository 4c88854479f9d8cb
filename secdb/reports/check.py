"""What is wrong or doubtful in a register: contradictions, what does not follow from its facts, missing sources.

Each rule is an SQL file under `sql/check/` that finds rows, and a function that turns rows into problems.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from secdb.errors import DateError, UsageError
from secdb.reports.base import Report, last_revision, require_dataset, sql

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterable, Iterator

    from secdb.database.reader import Register, Row

ERROR, WARNING, NOTICE = "error", "warning", "notice"
SEVERITIES = (ERROR, WARNING, NOTICE)
BOUNDS = ("start_earliest", "start_latest", "end_earliest", "end_latest")


@dataclass(frozen=True, slots=True)
class Problem:
    """Something to look at; `record` is `table:key`.

    `error`: the register breaks its own rules; `warning`: facts contradict each other or lack a source; `notice`: known
    and allowed.
    """

    severity: str
    rule: str
    record: str
    message: str


class Found(NamedTuple):
    """A record and what is wrong with it; severity and rule are those of the rule that finds it."""

    record: str
    message: str


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule: how grave a breach is, and the queries (files under `sql/check/`) with what reads their rows.

    Errors are looked for in the whole register, the others in the dataset asked about.
    """

    severity: str
    judges: dict[str, Callable[[Iterable[Row]], Iterator[Found]]]


def check(register: Register, *, rule: str | None = None, dataset: str = "register") -> Report[Problem]:
    """Return the problems of a register, the gravest first; of one rule if named.

    Raises UsageError for a rule that does not exist, NotFoundError for a dataset that does not.
    """
    if rule is not None and rule not in RULES:
        raise UsageError(f"there is no rule {rule!r}; the rules are {', '.join(RULES)}")
    dataset = require_dataset(register, dataset)
    problems = [
        Problem(RULES[name].severity, name, found.record, found.message)
        for name in ([rule] if rule else RULES)
        for query, judge in RULES[name].judges.items()
        for found in judge(register.stream(sql(f"check/{query}"), dataset=dataset))
    ]
    problems.sort(key=lambda problem: SEVERITIES.index(problem.severity))
    severities = [problem.severity for problem in problems]
    about = {
        "dataset": dataset,
        "rules": [rule] if rule else list(RULES),
        "revision": last_revision(register),
        "count": {severity: severities.count(severity) for severity in SEVERITIES},
    }
    return Report("check", about, tuple(problems))


def roster_lacks_party(rows: Iterable[Row]) -> Iterator[Found]:
    """Tell of complete rosters without a State that is certainly a party that day."""
    for row in rows:
        yield Found(
            f"roster:{row['roster']}",
            f"the complete roster of {row['treaty']} on {row['stated']} lacks {row['state_name']} ({row['state']}), "
            f"a party since {row['start_latest']} ({row['opened_by']})",
        )


def roster_names_stranger(rows: Iterable[Row]) -> Iterator[Found]:
    """Tell of rosters with a State that is no party that day, nor possibly one."""
    for row in rows:
        required = "" if row["treaty"] == row["roster_treaty"] else f", which {row['roster_treaty']} requires"
        yield Found(
            f"roster:{row['roster']}",
            f"the roster of {row['roster_treaty']} on {row['stated']} names {row['state_name']} ({row['state']}), "
            f"then no party to {row['treaty']}{required}",
        )


def stale_periods(rows: Iterable[Row]) -> Iterator[Found]:
    """Tell of membership periods that do not follow from the facts."""
    for row in rows:
        yield Found(
            f"membership:{row['dataset']}/{row['treaty']}/{row['state']}",
            "the periods kept are not those that the facts give; a change to any of its acts derives them anew",
        )


def derivation(rows: Iterable[Row]) -> Iterator[Found]:
    """Tell of a switch left off, and of keys that wait for their periods."""
    for row in rows:
        if row["enabled"] != 1:
            yield Found("derivation_switch:1", "derivation is switched off: periods do not follow what is written")
        if row["queued"]:
            yield Found("membership_refresh", f"{row['queued']} States under treaties wait for their periods")


def dates(rows: Iterable[Row]) -> Iterator[Found]:
    """Tell of dates whose bounds do not follow from their EDTF."""
    for row in rows:
        yield from _misread(row, _date_bounds, (row["earliest"], row["latest"]))


def periods(rows: Iterable[Row]) -> Iterator[Found]:
    """Tell of periods whose bounds do not follow from their EDTF."""
    for row in rows:
        yield from _misread(row, _period_bounds, tuple(row[name] for name in BOUNDS))


def documents(rows: Iterable[Row]) -> Iterator[Found]:
    """Tell of documents whose text is not the one that was hashed."""
    for row in rows:
        found = hashlib.sha256(row["text"].encode()).hexdigest()
        if found != row["sha256"]:
            yield Found(
                f"document:{row['document']}", f"its text has the SHA-256 {found}, kept beside it is {row['sha256']}"
            )


def quotations(rows: Iterable[Row]) -> Iterator[Found]:
    """Tell of quotations that are not the document's words."""
    for row in rows:
        where = "no offsets" if row["start_char"] is None else f"characters {row['start_char']} to {row['end_char']}"
        yield Found(
            f"citation:{row['citation']}",
            f"the quotation behind {row['record']} {row['record_id']} is not the text of {row['document']} ({where})",
        )


def uncited(rows: Iterable[Row]) -> Iterator[Found]:
    """Tell of acts and rosters without a source."""
    for row in rows:
        what = " ".join(str(row[key]) for key in ("treaty", "state", "kind", "stated") if row[key] is not None)
        yield Found(f"{row['record']}:{row['id']}", f"no citation proves {what}")


def contested(rows: Iterable[Row]) -> Iterator[Found]:
    """Tell of claims that contradict each other about one event."""
    for row in rows:
        yield Found(
            f"act:{row['act']}",
            f"{row['treaty']} {row['state'] or 'all'}: {row['kind']} {row['stated']} ({row['rank']}) contests "
            f"{row['other_kind']} {row['other_stated']} ({row['other_rank']}, act {row['other']})",
        )


def orphans(rows: Iterable[Row]) -> Iterator[Found]:
    """Tell of records to which nothing leads."""
    why = {"roster": "names no State", "document": "is cited by nothing", "person": "signed nothing and held no office"}
    for row in rows:
        yield Found(f"{row['record']}:{row['id']}", f"{row['title']} {why[row['record']]}")


def _misread(
    row: Row, read: Callable[[str | None], tuple[str | None, ...]], kept: tuple[object, ...]
) -> Iterator[Found]:
    """Tell if the bounds kept are not those that the text reads as."""
    record, field, text = f"{row['record']}:{row['id']}", row["field"], row["edtf"]
    try:
        bounds = read(text)
    except DateError as error:
        yield Found(record, f"{field}: {error}")
        return
    if bounds != kept:
        yield Found(record, f"{field}: {text or 'no text'} means {_spelt(bounds)}, kept is {_spelt(kept)}")


def _spelt(bounds: Iterable[object]) -> str:
    return "..".join(str(bound) if bound else "" for bound in bounds)


@cache
def _date_bounds(text: str) -> tuple[str | None, ...]:
    from secdb.period import parse_date

    found = parse_date(text)
    return _iso(found.earliest, found.latest)


@cache
def _period_bounds(text: str | None) -> tuple[str | None, ...]:
    if text is None:
        return (None,) * len(BOUNDS)
    from secdb.period import parse_recorded_period

    period = parse_recorded_period(text).period
    return _iso(*(getattr(period, name) for name in BOUNDS))


def _iso(*days: dt.date | None) -> tuple[str | None, ...]:
    return tuple(None if day is None else day.isoformat() for day in days)


RULES = {
    "derivation": Rule(ERROR, {"derivation": derivation, "stale_periods": stale_periods}),
    "bounds": Rule(ERROR, {"dates": dates, "periods": periods}),
    "text": Rule(ERROR, {"documents": documents}),
    "quotation": Rule(ERROR, {"quotations": quotations}),
    "roster": Rule(WARNING, {"roster_lacks_party": roster_lacks_party, "roster_names_stranger": roster_names_stranger}),
    "source": Rule(WARNING, {"uncited": uncited}),
    "claim": Rule(NOTICE, {"contested": contested}),
    "orphan": Rule(NOTICE, {"orphans": orphans}),
}
"""The rules by name, the gravest first; a test holds each against a register that breaks it."""
