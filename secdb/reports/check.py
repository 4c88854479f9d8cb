"""What is wrong or doubtful in a register: contradictions, what does not follow from its facts, missing sources.

Each of the register's own rules is an SQL file under `sql/check/` that finds rows, and a function that turns rows into
problems. Those of the law of treaties are in `secdb.law`.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from secdb import law
from secdb.errors import DateError, UsageError
from secdb.lookup import find_dataset
from secdb.reports.base import Report, last_revision, sql

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterable, Iterator

    from secdb.database.reader import Register, Row

ERROR, WARNING, NOTICE = "error", "warning", "notice"
SEVERITIES = (ERROR, WARNING, NOTICE)
BOUNDS = ("start_earliest", "start_latest", "end_earliest", "end_latest")


@dataclass(frozen=True, slots=True)
class Problem:
    """Something to look at; `record` is `table:key`, `source` where the rule comes from, None for the register's own.

    `error`: the register breaks its own rules; `warning`: facts contradict each other or lack a source; `notice`: known
    and allowed.
    """

    severity: str
    rule: str
    record: str
    message: str
    source: str | None = None


class Found(NamedTuple):
    """A record and what is wrong with it; severity and rule are those of the rule that finds it."""

    record: str
    message: str


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule: how grave a breach is, and the queries (files under `sql/check/`) with what reads their rows.

    A rule of the law of treaties has its source and no queries. Errors are looked for in the whole register, the others
    in the dataset asked about.
    """

    severity: str
    judges: dict[str, Callable[[Iterable[Row]], Iterator[Found]]]
    source: str | None = None


def check(register: Register, *, rule: str | None = None, dataset: str = "register") -> Report[Problem]:
    """Return the problems of a register, the gravest first; of one rule if named.

    Raises UsageError for a rule that does not exist, NotFoundError for a dataset that does not.
    """
    if rule is not None and rule not in RULES:
        raise UsageError(f"there is no rule {rule!r}; the rules are {', '.join(RULES)}")
    dataset = find_dataset(register, dataset)
    rules = [rule] if rule else list(RULES)
    problems = [*_own(register, rules, dataset), *_doubts(register, rules, dataset)]
    problems.sort(key=lambda problem: (SEVERITIES.index(problem.severity), rules.index(problem.rule)))
    severities = [problem.severity for problem in problems]
    about = {
        "dataset": dataset,
        "rules": rules,
        "revision": last_revision(register),
        "count": {severity: severities.count(severity) for severity in SEVERITIES},
    }
    return Report("check", about, tuple(problems))


def _own(register: Register, rules: Iterable[str], dataset: str) -> Iterator[Problem]:
    for name in rules:
        for query, judge in RULES[name].judges.items():
            for found in judge(register.stream(sql(f"check/{query}"), dataset=dataset)):
                yield Problem(RULES[name].severity, name, found.record, found.message)


def _doubts(register: Register, rules: Iterable[str], dataset: str) -> Iterator[Problem]:
    """Yield what the law of treaties makes doubtful; all its rules at once, for they share their facts."""
    named = [name for name in rules if name in law.RULES]
    for doubt in law.doubts(register, dataset=dataset, rules=named):
        yield Problem(WARNING, doubt.rule, doubt.record, doubt.message, doubt.source)


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


def received(rows: Iterable[Row]) -> Iterator[Found]:
    """Tell of documents whose received file is not the one that was hashed."""
    for row in rows:
        found = hashlib.sha256(row["received"]).hexdigest()
        if found != row["received_sha256"]:
            told = f"the file received has the SHA-256 {found}, kept beside it is {row['received_sha256']}"
            yield Found(f"document:{row['document']}", told)


def quotations(rows: Iterable[Row]) -> Iterator[Found]:
    """Tell of quotations that are not the document's words."""
    for row in rows:
        where = "no offsets" if row["start_char"] is None else f"characters {row['start_char']} to {row['end_char']}"
        yield Found(
            f"citation:{row['citation']}",
            f"the quotation behind {row['record']} {row['record_id']} is not the text of {row['document']} ({where})",
        )


def overlaps(rows: Iterable[Row]) -> Iterator[Found]:
    """Tell of names and codes that hold on the same day although only one of them can."""
    for row in rows:
        what, whose = row["record"].removeprefix("state_"), f"{row['state']} {row['kind']}"
        other = f"{row['record']} {row['other']} ({row['other_state']} {row['other_said']})"
        yield Found(
            f"{row['record']}:{row['id']}", f"the {what} {row['said']} ({whose}) holds on the same days as {other}"
        )


def values(rows: Iterable[Row]) -> Iterator[Found]:
    """Tell of values that the tables take and nobody can mean."""
    for row in rows:
        yield Found(f"{row['record']}:{row['id']}", row["told"])


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
    "text": Rule(ERROR, {"documents": documents, "received": received}),
    "quotation": Rule(ERROR, {"quotations": quotations}),
    "overlap": Rule(ERROR, {"overlap": overlaps}),
    "value": Rule(ERROR, {"value": values}),
    **{name: Rule(WARNING, {}, rule.source) for name, rule in law.RULES.items()},
    "source": Rule(WARNING, {"uncited": uncited}),
    "claim": Rule(NOTICE, {"contested": contested}),
    "orphan": Rule(NOTICE, {"orphans": orphans}),
}
"""The rules by name, the gravest first; a test holds each against a register that breaks it."""
