"""What is said of members is held against every realization: each act on each of its days, in each order.

Nothing false is certain, nothing that can be is left out; and all reports say the same of a day.
"""

from __future__ import annotations

import datetime as dt
import os
from itertools import groupby
from typing import TYPE_CHECKING, cast

import pytest
from hypothesis import HealthCheck, given, settings

from secdb.register.effect import Spell, standing
from secdb.reports.charts.counting import counts
from secdb.reports.counting import course
from secdb.reports.matrix import matrix
from secdb.reports.members import standings
from secdb.reports.panels.spans import Span
from secdb.reports.panels.standing import standings as spans_of_days
from secdb.reports.signed import signed_not_ratified
from secdb.reports.timeline import timeline
from tests.derivation.ledger import FIRST_DAY
from tests.derivation.strategies import DAYS
from tests.reports.uncertain import (
    BASES,
    EACH_DAY,
    TREATIES,
    batches,
    realized,
    rising_batches,
    truth,
    written,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from secdb.database.reader import Register
    from secdb.reports.matrix import Cell
    from tests.derivation.ledger import Key, Ledger

pytestmark = pytest.mark.server_later

# 25 keys an example; SECDB_REALIZATIONS=400 looks at 10,000 of them
EXAMPLES = int(os.environ.get("SECDB_REALIZATIONS", "5"))
laws = settings(max_examples=EXAMPLES, suppress_health_check=list(HealthCheck))


def said(register: Register, treaty: str, on: str, basis: str) -> tuple[dict[str, str], dict[str, str]]:
    """Return by State what `members` counts it as, and what it says of a suspension."""
    rows = standings(register, treaty, on, basis, "d1")
    counted = {row["state"]: row["standing"] for row in rows if row["status"] != "suspended"}
    return counted, {row["state"]: row["standing"] for row in rows if row["status"] == "suspended"}


def asked(drawn: Sequence[Key]) -> Iterator[tuple[str, str, str, dict[str, set[str]]]]:
    """Yield each treaty, day and basis, with the statuses that each State can have."""
    for treaty, states in realized(drawn).items():
        for number, on in enumerate(EACH_DAY):
            for basis in BASES:
                yield treaty, on, basis, {state: days[number] for state, days in states.items()}


@laws
@given(drawn=batches)
def test_who_is_said_to_be_a_member_is_one_in_every_realization(ledger: Ledger, drawn: list[Key]) -> None:
    with ledger.attempt():
        register = cast("Register", written(ledger, drawn))
        for treaty, on, basis, can_be in asked(drawn):
            counted, suspended = said(register, treaty, on, basis)
            for state, statuses in can_be.items():
                case = (on, basis, statuses, drawn[int(state[1:]) - 1], treaty, drawn[int(treaty[1:]) - 1].force)
                word = counted.get(state, "none")
                assert word != "member" or truth(statuses, basis) == "member", case
                assert word != "none" or truth(statuses, basis) == "none", case
                assert suspended.get(state) != "member" or statuses == {"suspended"}, case
                assert state in suspended or "suspended" not in statuses, case


@laws
@given(drawn=rising_batches)
def test_where_nothing_ends_a_membership_there_is_no_doubt_that_no_realization_has(
    ledger: Ledger, drawn: list[Key]
) -> None:
    with ledger.attempt():
        register = cast("Register", written(ledger, drawn))
        for treaty, on, basis, can_be in asked(drawn):
            counted, _ = said(register, treaty, on, basis)
            expected = {state: truth(statuses, basis) for state, statuses in can_be.items()}
            found = {state: counted.get(state, "none") for state in can_be}
            assert found == expected, (treaty, on, basis)


LAST_DAY = FIRST_DAY + dt.timedelta(days=DAYS - 1)
PERIODS = """
SELECT state, state_name AS name, status, start_earliest, start_latest, end_earliest, end_latest,
  opened_by_act, closed_by_act
FROM memberships WHERE dataset = 'd1' AND treaty = :treaty ORDER BY state, seq
"""


def in_panels(register: Register, treaty: str, basis: str) -> list[dict[str, str]]:
    """Return of each day what the panel, the dyads and the network count."""
    first = FIRST_DAY.toordinal()
    found: list[dict[str, str]] = [{} for _ in EACH_DAY]
    for one in spans_of_days(register, treaty, "d1", basis, Span(first, first + DAYS)):
        for word, spans in (("possible", one.maybe), ("member", one.certain)):
            for day in (day for span in spans for day in range(*span)):
                found[day - first][one.state] = word
    return found


def in_effects(register: Register, treaty: str, basis: str) -> list[dict[str, str]]:
    """Return of each day what the effect of a write counts."""
    spells = [Spell(**row) for row in register.rows(PERIODS, treaty=treaty)]
    held = {state: list(found) for state, found in groupby(spells, key=lambda spell: spell.state)}
    each = [{state: standing(found, on, basis) for state, found in held.items()} for on in EACH_DAY]
    return [{state: word for state, word in words.items() if word in {"member", "possible"}} for words in each]


def in_charts(register: Register, treaty: str, basis: str) -> list[tuple[int, int]]:
    """Return of each day how many a chart counts, certain and possible ones."""
    drawn = counts(timeline(register, treaty, dataset="d1").rows, basis, FIRST_DAY, LAST_DAY)
    last = [[count for count in drawn if str(count.day) <= on][-1] for on in EACH_DAY]
    return [(count.certain, count.possible - count.certain) for count in last]


def in_courses(register: Register, treaty: str, basis: str) -> list[tuple[int, int]]:
    """Return of each day how many the comparison of datasets counts."""
    periods = register.rows(PERIODS, treaty=treaty)
    found = course([list(rows) for _, rows in groupby(periods, key=lambda row: row["state"])], basis)
    last = [found[max(day for day in found if day <= on)] for on in EACH_DAY]
    return [(count.member, count.possible) for count in last]


def in_matrix(register: Register, on: str, basis: str) -> dict[str, dict[str, str]]:
    """Return by treaty what the matrix counts."""
    rows = matrix(register, TREATIES, on, basis=basis, dataset="d1").rows
    return {
        treaty: {row.state: row.cells[treaty].standing for row in rows if _counts(row.cells.get(treaty))}
        for treaty in TREATIES
    }


def _counts(cell: Cell | None) -> bool:
    return cell is not None and cell.standing != "none"


@laws
@given(drawn=batches)
def test_every_report_says_the_same_of_a_day(ledger: Ledger, drawn: list[Key]) -> None:
    with ledger.attempt():
        register = cast("Register", written(ledger, drawn))
        for basis in BASES:
            by_day = [{treaty: said(register, treaty, on, basis)[0] for treaty in TREATIES} for on in EACH_DAY]
            assert [in_matrix(register, on, basis) for on in EACH_DAY] == by_day
            for treaty in TREATIES:
                listed = [found[treaty] for found in by_day]
                assert in_panels(register, treaty, basis) == listed
                assert in_effects(register, treaty, basis) == listed
                numbers = [tuple(list(one.values()).count(word) for word in ("member", "possible")) for one in listed]
                assert in_charts(register, treaty, basis) == numbers
                assert in_courses(register, treaty, basis) == numbers


@laws
@given(drawn=batches)
def test_who_signed_and_did_not_consent_counts_by_signature_and_cannot_by_consent(
    ledger: Ledger, drawn: list[Key]
) -> None:
    with ledger.attempt():
        register = cast("Register", written(ledger, drawn))
        for treaty, on in ((treaty, on) for treaty in TREATIES for on in EACH_DAY):
            signed, consented = (said(register, treaty, on, basis)[0] for basis in ("signed", "consented"))
            rows = signed_not_ratified(register, [treaty], on, dataset="d1").rows
            certain = {state for state in signed if signed[state] == "member" and state not in consented}
            assert {row.state for row in rows if row.standing == "certain"} == certain
            assert {row.state for row in rows} <= signed.keys()
