"""Nothing false is said: the rows against every realization of the acts."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings

from tests.derivation.oracle import NONE, possible_statuses
from tests.derivation.strategies import DAYS, batches, exact_keys, plain_keys

if TYPE_CHECKING:
    from tests.derivation.ledger import Key, Ledger
    from tests.derivation.rule import Row

pytestmark = pytest.mark.server_later

laws = settings(max_examples=12, suppress_health_check=list(HealthCheck))


def realized(key: Key) -> list[set[str]]:
    acts = [(claim.kind, claim.window) for claim in key.claims]
    return possible_statuses(acts, key.force, [*key.over, *([key.extinct] if key.extinct else [])], DAYS)


def certain(row: Row, day: int) -> bool:
    _, _, start_latest, end_earliest, *_ = row
    return start_latest is not None and start_latest <= day and (end_earliest is None or day < end_earliest)


def possible(row: Row, day: int) -> bool:
    _, start_earliest, _, _, end_latest, *_ = row
    return (start_earliest is None or start_earliest <= day) and (end_latest is None or day < end_latest)


@laws
@given(keys=batches(plain_keys))
def test_no_realization_contradicts_the_rows(ledger: Ledger, keys: list[Key]) -> None:
    with ledger.attempt():
        ledger.write(keys)
        for key, rows in zip(keys, ledger.rows(), strict=False):
            for day, statuses in enumerate(realized(key)):
                said = {row[0] for row in rows if certain(row, day)}
                assert not said or said == statuses, f"day {day}: certainly {said}, can be {statuses}: {rows}"
                allowed = {row[0] for row in rows if possible(row, day) or certain(row, day)}
                assert statuses - {NONE} <= allowed, f"day {day}: {allowed} of {statuses}: {rows}"


@laws
@given(keys=batches(exact_keys()))
def test_acts_on_known_days_leave_nothing_open(ledger: Ledger, keys: list[Key]) -> None:
    with ledger.attempt():
        ledger.write(keys)
        for key, rows in zip(keys, ledger.rows(), strict=False):
            for day, statuses in enumerate(realized(key)):
                assert {row[0] for row in rows if certain(row, day)} == statuses - {NONE}, (day, rows)
                assert {row[0] for row in rows if possible(row, day)} == statuses - {NONE}, (day, rows)
