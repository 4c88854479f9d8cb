"""On random registers matrix, the list of those who only signed, and the counts of compare agree with members."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any, cast

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from secdb.reports.comparing.compare import compare
from secdb.reports.matrix import matrix
from secdb.reports.members import members
from secdb.reports.signed import signed_not_ratified
from tests.derivation.ledger import FIRST_DAY, act_lines
from tests.reports.uncertain import Opened, batches

if TYPE_CHECKING:
    from secdb.database.reader import Register
    from secdb.reports.base import Report
    from secdb.reports.matrix import MatrixRow
    from tests.derivation.ledger import Key, Ledger

pytestmark = pytest.mark.server_later

_bases = st.sampled_from(("signed", "consented", "in-force"))
LOOKED_AT = [(FIRST_DAY + dt.timedelta(days=number)).isoformat() for number in range(-1, 10)]
FEW = LOOKED_AT[::3]
STATES = 12  # of the 25 keys the first twelve are of dataset d1, the others of d2


def written(ledger: Ledger, keys: list[Key]) -> Register:
    """Write the keys, State by State, under two treaties in two datasets."""
    ledger.turn(on=False)
    for number, key in enumerate(keys, 1):
        ledger._frame(number, key)
    lines = [line for number, key in enumerate(keys, 1) for line in act_lines(number, key)]
    ledger.insert("act", [_placed(line) for line in lines])
    ledger.turn(on=True)
    ledger.derive_queued()
    return cast("Register", Opened(ledger.connection))


def _placed(line: dict[str, Any]) -> dict[str, Any]:
    first = line["state_id"] <= STATES
    state = line["state_id"] if first else line["state_id"] - STATES
    return {**line, "dataset_id": 1 if first else 2, "state_id": state, "treaty_id": 1 + state % 2}


def _cells(report: Report[MatrixRow]) -> dict[str, dict[str, tuple[str, str]]]:
    rows = report.rows
    return {
        code: {row.state: (row.cells[code].status, row.cells[code].standing) for row in rows if code in row.cells}
        for code in ("t1", "t2")
    }


@settings(max_examples=8, suppress_health_check=list(HealthCheck))
@given(keys=batches, basis=_bases)
def test_matrix_is_what_members_says_treaty_by_treaty(ledger: Ledger, keys: list[Key], basis: str) -> None:
    with ledger.attempt():
        register = written(ledger, keys)
        for on in FEW:
            report = matrix(register, ["t1", "t2"], on, basis=basis, dataset="d1")
            for code, found in _cells(report).items():
                of_one = members(register, code, on, basis=basis, dataset="d1")
                # suspended and possibly a member: the matrix has one cell for the two, and it counts
                suspended = {row.state: ("suspended", "none") for row in of_one.about["suspended"]}
                assert found == suspended | {row.state: (row.status, row.standing) for row in of_one.rows}
                assert report.about["counts"][code] == of_one.count


@settings(max_examples=8, suppress_health_check=list(HealthCheck))
@given(keys=batches)
def test_signed_and_not_ratified_is_counted_by_signature_and_not_by_consent(ledger: Ledger, keys: list[Key]) -> None:
    with ledger.attempt():
        register = written(ledger, keys)
        for on in FEW:
            signed, consented = (
                {row.state: row.standing for row in members(register, "t1", on, basis=basis, dataset="d1").rows}
                for basis in ("signed", "consented")
            )
            rows = signed_not_ratified(register, ["t1"], on, dataset="d1").rows
            certain = {row.state for row in rows if row.standing == "certain"}
            only_signed = {state for state in signed if signed[state] == "member" and state not in consented}
            assert {row.state for row in rows} <= signed.keys()
            assert certain == only_signed


@settings(max_examples=6, suppress_health_check=list(HealthCheck))
@given(keys=batches, basis=_bases)
def test_counts_differ_on_the_days_on_which_members_differ(ledger: Ledger, keys: list[Key], basis: str) -> None:
    with ledger.attempt():
        register = written(ledger, keys)
        stretches = compare(register, "t1", ["d1", "d2"], basis=basis).about["counts_differ"]
        for on in LOOKED_AT:
            a, b = (members(register, "t1", on, basis=basis, dataset=code).count for code in ("d1", "d2"))
            told = [one for one in stretches if (one["from"] or "") <= on and (not one["to"] or on < one["to"])]
            assert [(one["a"], one["b"]) for one in told] == ([(a, b)] if a != b else [])
