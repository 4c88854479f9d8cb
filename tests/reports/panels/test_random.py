"""On random registers the tables are what counting day by day gives, by `members` and the view `memberships`."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from itertools import combinations
from typing import TYPE_CHECKING, Any, cast

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from secdb.reports.members import standings
from secdb.reports.panels.dyads import dyads
from secdb.reports.panels.network import network
from secdb.reports.panels.panel import panel
from tests.derivation.ledger import KEYS, Key, act_lines
from tests.derivation.rule import Claim
from tests.derivation.strategies import kinds
from tests.reports.uncertain import Opened

if TYPE_CHECKING:
    from collections.abc import Mapping

    from secdb.database.reader import Register
    from tests.derivation.ledger import Ledger

pytestmark = pytest.mark.server_later

# days around a new year, one in another year, two beyond the years looked at: 310 days after 2000-02-25 is 2000-12-31
_days = st.sampled_from([*range(304, 316), 304, 310, 310, 311, 500, -300, 900])
_between = st.tuples(_days, _days).map(lambda two: (min(two), max(two)))
_exact = _days.map(lambda day: (day, day))
_windows = st.one_of(_exact, _exact, _between, st.tuples(st.none(), _days), st.tuples(_days, st.none()))
_claims = st.lists(st.tuples(kinds, _windows), max_size=5).map(
    lambda acts: [Claim(number, kind, window) for number, (kind, window) in enumerate(acts)]
)
_keys = st.builds(Key, _claims, st.none() | _exact | _between, st.none() | st.none() | _exact)
_batches = st.lists(_keys, min_size=KEYS, max_size=KEYS)
_bases = st.sampled_from(("signed", "consented", "in-force"))

TREATIES = 3
YEARS = (2000, 2001)
RULES = ("jan1", "dec31", "any", "all")
ALL_DAYS = [dt.date(2000, 1, 1) + dt.timedelta(days=number) for number in range(366 + 365)]
COUNTED = {"in-force": {"party"}, "consented": {"party", "contracting"}}
COUNTED["signed"] = COUNTED["consented"] | {"provisional", "signatory"}

HELD = """
SELECT m.treaty, m.state, m.status, d.day,
  CASE WHEN m.start_latest <= d.day AND (m.end_earliest IS NULL OR d.day < m.end_earliest) THEN 1 ELSE 0 END AS sure
FROM memberships AS m JOIN d ON (m.start_earliest IS NULL OR m.start_earliest <= d.day)
  AND (m.end_latest IS NULL OR d.day < m.end_latest)
WHERE m.dataset = 'd1'
"""
BOUNDS = """
SELECT start_earliest, start_latest, end_earliest, end_latest FROM memberships WHERE dataset = 'd1' AND treaty = :treaty
"""


class OpenedByDay(Opened):
    """A register whose last writes nobody else can see yet, to be asked of each day."""

    def by_day(self, sql: str) -> list[dict[str, Any]]:
        """Return the rows of a query that has each day of the years as `d.day`."""
        word = "date " if self.connection.dialect.name == "postgresql" else ""
        days = ", ".join(f"({word}'{day}')" for day in ALL_DAYS)
        return self.rows(f"WITH d (day) AS (VALUES {days}) {sql}")


class DayByDay:
    """What holds on each day: of a State under a treaty, the days that are certain, possible, and of each status."""

    def __init__(self, opened: OpenedByDay, basis: str) -> None:
        self.sure: dict[tuple[str, str], set[str]] = defaultdict(set)
        self.may: dict[tuple[str, str], set[str]] = defaultdict(set)
        self.present: set[tuple[str, str]] = set()
        for row in opened.by_day(HELD):
            self.present.add((row["treaty"], row["state"]))
            if row["status"] in COUNTED[basis]:
                self.may[row["treaty"], row["state"]].add(row["day"])
        for treaty in sorted({treaty for treaty, _ in self.present}):
            self._look(opened, treaty, basis)

    def _look(self, opened: OpenedByDay, treaty: str, basis: str) -> None:
        """Ask who is certainly a member, on the days on which that may change."""
        bounds = opened.rows(BOUNDS, treaty=treaty)
        turns = {str(day) for row in bounds for day in row.values() if day} | {str(ALL_DAYS[0])}
        certain: set[str] = set()
        for day in map(str, ALL_DAYS):
            if day in turns:
                rows = standings(cast("Register", opened), treaty, day, basis, "d1")
                certain = {row["state"] for row in rows if row["standing"] == "member" and row["status"] != "suspended"}
            for state in certain:
                self.sure[treaty, state].add(day)


def judged(sure: set[str], may: set[str], year: int, rule: str) -> tuple[int, int, int, int]:
    """Return member, possible, days and possible days of a year, one day after the other."""
    days = [str(day) for day in ALL_DAYS if day.year == year]
    looked_at = {"jan1": days[:1], "dec31": days[-1:], "any": days, "all": days}[rule]
    enough = any if rule == "any" else all
    member = enough(day in sure for day in looked_at)
    possible = not member and enough(day in may for day in looked_at)
    return int(member), int(possible), sum(day in sure for day in days), sum(day in may - sure for day in days)


def written(ledger: Ledger, keys: list[Key]) -> OpenedByDay:
    """Write the keys, State by State, under three treaties."""
    ledger.turn(on=False)
    for number, key in enumerate(keys, 1):
        ledger._frame(number, key)
    lines = [line for number, key in enumerate(keys, 1) for line in act_lines(number, key)]
    ledger.insert("act", [{**line, "treaty_id": 1 + line["treaty_id"] % TREATIES} for line in lines])
    ledger.turn(on=True)
    ledger.derive_queued()
    return OpenedByDay(ledger.connection)


@settings(max_examples=6, suppress_health_check=list(HealthCheck))
@given(keys=_batches, basis=_bases)
def test_the_tables_are_what_counting_day_by_day_gives(ledger: Ledger, keys: list[Key], basis: str) -> None:
    with ledger.attempt():
        opened = written(ledger, keys)
        register = cast("Register", opened)
        days = DayByDay(opened, basis)
        for rule in RULES:
            options: dict[str, Any] = {"from_": YEARS[0], "to": YEARS[1], "rule": rule, "basis": basis, "dataset": "d1"}
            assert _panel(panel(register, **options).rows) == _expected_panel(days, rule)
            assert _dyads(dyads(register, "t1", **options).rows) == _expected_dyads(days, rule)
        assert _network(register, basis) == _expected_network(days)


def _panel(rows: tuple[Any, ...]) -> Mapping[Any, Any]:
    return {(r.treaty, r.state, r.year): (r.member, r.possible, r.days, r.possible_days) for r in rows}


def _expected_panel(days: DayByDay, rule: str) -> Mapping[Any, Any]:
    return {(*key, year): judged(days.sure[key], days.may[key], year, rule) for key in days.present for year in YEARS}


def _dyads(rows: tuple[Any, ...]) -> Mapping[Any, Any]:
    return {(r.state_a, r.state_b, r.year): (r.member, r.possible, r.days, r.possible_days) for r in rows}


def _expected_dyads(days: DayByDay, rule: str) -> Mapping[Any, Any]:
    states = sorted(state for treaty, state in days.present if treaty == "t1" and days.may[treaty, state])
    return {
        (a, b, year): judged(days.sure["t1", a] & days.sure["t1", b], days.may["t1", a] & days.may["t1", b], year, rule)
        for a, b in combinations(states, 2)
        for year in YEARS
    }


def _network(register: Register, basis: str) -> Mapping[Any, Any]:
    rows = network(register, on="2000-12-31", basis=basis, dataset="d1").rows
    return {(row.state_a, row.state_b): (row.weight, row.possible) for row in rows}


def _expected_network(days: DayByDay) -> Mapping[Any, Any]:
    found: dict[tuple[str, str], list[int]] = defaultdict(lambda: [0, 0])
    for treaty, a in days.present:
        for b in (state for other, state in days.present if other == treaty and a < state):
            if all("2000-12-31" in days.may[treaty, state] for state in (a, b)):
                certain = all("2000-12-31" in days.sure[treaty, state] for state in (a, b))
                found[a, b][0 if certain else 1] += 1
    return {pair: (sure, may) for pair, (sure, may) in found.items()}


def strongest(held: list[dict[str, Any]], year: int, rule: str, basis: str, *, possible: bool) -> str | None:
    """Return the status that the row should have, from what holds on each day."""
    wanted = {"jan1": {f"{year}-01-01"}, "dec31": {f"{year}-12-31"}}.get(rule)
    there = [row for row in held if (row["day"] in wanted if wanted else row["day"].startswith(str(year)))]
    if not possible and any(row["sure"] for row in there):
        there = [row for row in there if row["sure"]]
    counted = [row["status"] for row in there if row["status"] in COUNTED[basis]]
    order = ("party", "contracting", "suspended", "provisional", "signatory", "associate", "observer")
    return min(counted or [row["status"] for row in there], key=order.index, default=None)


@settings(max_examples=4, suppress_health_check=list(HealthCheck))
@given(keys=_batches, basis=_bases)
def test_the_status_is_the_strongest_of_the_days(ledger: Ledger, keys: list[Key], basis: str) -> None:
    with ledger.attempt():
        opened = written(ledger, keys)
        held: dict[tuple[str, str], list[dict[str, Any]]] = defaultdict(list)
        for one in opened.by_day(HELD):
            held[one["treaty"], one["state"]].append(one)
        for rule in RULES:
            report = panel(cast("Register", opened), from_=YEARS[0], to=YEARS[1], rule=rule, basis=basis, dataset="d1")
            for row in report.rows:
                of = held[row.treaty, row.state]
                assert row.status == strongest(of, row.year, rule, basis, possible=bool(row.possible)), row


# 2000-02-25 and so many days: 97 is 1 June, 188 is 31 August, 219 is 1 October, 279 is 30 November
HAND = [
    # signed on 25 February, consented on an unknown day from June to August: counted either way if signing counts
    Key([Claim(0, "signature", (0, 0)), Claim(1, "accession", (97, 188))], force=(-300, -300)),
    # consented on 1 June, in force on an unknown day from 1 October to 30 November
    Key([Claim(0, "accession", (97, 97))], force=(219, 279)),
    # provisionally applied from 25 February, suspended from 1 June
    Key([Claim(0, "provisional_application", (0, 0)), Claim(1, "suspension", (97, 97))]),
]


def test_between_two_statuses_that_count_a_state_counts_on_every_day(ledger: Ledger) -> None:
    with ledger.attempt():
        ledger.write(HAND)
        register = cast("Register", Opened(ledger.connection))

        def year(basis: str) -> dict[str, tuple[str | None, int, int]]:
            report = panel(register, from_=2000, to=2000, rule="any", basis=basis, dataset="d1")
            return {row.treaty: (row.status, row.days, row.possible_days) for row in report.rows}

        # from 25 February 311 days (5 + 306), from 1 June 214, from 31 August 123, from 30 November 32
        assert year("signed") == {"t1": ("party", 311, 0), "t2": ("party", 214, 0), "t3": ("provisional", 97, 0)}
        assert year("consented")["t2"] == ("party", 214, 0)
        assert year("in-force") == {
            "t1": ("party", 123, 91),
            "t2": ("party", 32, 60),
            "t3": ("suspended", 0, 0),
        }


def test_states_stand_in_the_order_of_their_codes(ledger: Ledger) -> None:
    with ledger.attempt():
        written(ledger, [Key([Claim(0, "accession", (0, 0))])] * KEYS)
        names = [
            {"state_id": number, "name": f"N{KEYS - number:02}", "language": "en", "form": "short"}
            for number in range(1, KEYS + 1)
        ]
        ledger.insert("state_name", names)
        rows = panel(cast("Register", Opened(ledger.connection)), "t1", from_=2000, to=2000, dataset="d1").rows
        assert [row.state for row in rows] == sorted(row.state for row in rows)
        assert [row.name for row in rows] != sorted(row.name for row in rows)
