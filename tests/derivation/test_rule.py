"""The views say what the published rule says."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings

from tests.derivation import rule
from tests.derivation.strategies import batches, contested_keys

if TYPE_CHECKING:
    from tests.derivation.ledger import Key, Ledger

pytestmark = pytest.mark.server_later


@settings(max_examples=12, suppress_health_check=list(HealthCheck))
@given(keys=batches(contested_keys()))
def test_the_rows_are_those_of_the_published_rule(ledger: Ledger, keys: list[Key]) -> None:
    with ledger.attempt():
        ledger.write(keys)
        for key, rows in zip(keys, ledger.rows(), strict=False):
            assert rows == rule.rows(key.claims, key.force, key.extinct, key.over)
