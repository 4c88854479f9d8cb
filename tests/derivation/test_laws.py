"""What holds of all periods, whatever the acts and in whatever way they came in."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
import sqlalchemy as sa
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy.orm import Session

from secdb.period import Period
from secdb.register import rebuild
from tests.derivation.ledger import TABLES, act_lines
from tests.derivation.strategies import contested_keys, plain_keys

if TYPE_CHECKING:
    from tests.derivation.ledger import Key, Ledger

pytestmark = pytest.mark.server_later

laws = settings(max_examples=15, suppress_health_check=list(HealthCheck))
few_keys = st.lists(contested_keys(), min_size=1, max_size=6)
ALL_BUT_ACTS = (0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 12)  # columns that do not depend on the numbers of the acts


@laws
@given(keys=few_keys)
def test_the_kept_periods_are_those_of_the_view(ledger: Ledger, keys: list[Key]) -> None:
    with ledger.attempt():
        ledger.write(keys, switch=True)
        assert ledger.kept() == ledger.derived()


@laws
@given(keys=few_keys)
def test_a_rebuild_changes_nothing(ledger: Ledger, keys: list[Key]) -> None:
    with ledger.attempt():
        ledger.write(keys, switch=True)
        before = ledger.kept()
        with Session(ledger.connection, join_transaction_mode="create_savepoint") as session:
            rebuild(session)
            session.commit()
        assert ledger.kept() == before


@laws
@given(keys=few_keys)
def test_a_rebuild_from_nothing_gives_the_same_periods(ledger: Ledger, keys: list[Key]) -> None:
    with ledger.attempt():
        ledger.write(keys, switch=True)
        before = ledger.kept()
        ledger.turn(on=False)
        ledger.connection.execute(sa.text("INSERT INTO membership_refresh SELECT DISTINCT * FROM membership_key"))
        for name in ("membership_period", "membership_event"):
            ledger.connection.execute(sa.delete(TABLES[name]))
        assert ledger.kept() == []
        ledger.turn(on=True)
        ledger.derive_queued()
        assert ledger.kept() == before


@laws
@given(keys=few_keys)
def test_a_bulk_load_gives_the_periods_of_the_same_writes_one_by_one(ledger: Ledger, keys: list[Key]) -> None:
    with ledger.attempt():
        ledger.write(keys, switch=True)
        one_by_one = ledger.kept()
    with ledger.attempt():
        ledger.write(keys)
        assert ledger.kept() == one_by_one


@laws
@given(key=plain_keys, data=st.data())
def test_acts_entered_in_any_order_give_the_same_periods(ledger: Ledger, key: Key, data: st.DataObject) -> None:
    def periods(lines: list[dict[str, Any]], *, frame_first: bool) -> list[tuple[Any, ...]]:
        frame = replace(key, claims=(), over=())
        with ledger.attempt():
            if frame_first:
                ledger.write([frame], switch=True)
            ledger.insert("act", [line | {"id": number} for number, line in enumerate(lines, 1)])
            if not frame_first:
                ledger.write([frame], switch=True)
            return [tuple(row[place] for place in ALL_BUT_ACTS) for row in ledger.kept()]
        raise AssertionError

    lines = act_lines(1, key)
    shuffled = data.draw(st.permutations(lines))
    assert periods(lines, frame_first=True) == periods(shuffled, frame_first=data.draw(st.booleans()))


@laws
@given(keys=few_keys)
def test_a_state_is_never_certainly_two_things_and_every_row_is_a_period(ledger: Ledger, keys: list[Key]) -> None:
    with ledger.attempt():
        ledger.write(keys)
        taken = set()
        for row in ledger.kept():
            period = Period(*row[5:9])
            if period.start_latest and (period.end_earliest is None or period.start_latest < period.end_earliest):
                assert (row[:3], period.start_latest) not in taken
                taken.add((row[:3], period.start_latest))
        assert not _overlaps(ledger)


def _overlaps(ledger: Ledger) -> list[Any]:
    query = """
        SELECT a.*, b.seq FROM membership_period AS a JOIN membership_period AS b ON a.dataset_id = b.dataset_id
          AND a.treaty_id = b.treaty_id AND a.state_id = b.state_id AND a.seq < b.seq
        WHERE (a.end_earliest IS NULL OR a.start_latest < a.end_earliest)
          AND (b.end_earliest IS NULL OR b.start_latest < b.end_earliest)
          AND (b.end_earliest IS NULL OR a.start_latest < b.end_earliest)
          AND (a.end_earliest IS NULL OR b.start_latest < a.end_earliest)
          AND a.start_latest IS NOT NULL AND b.start_latest IS NOT NULL"""
    return list(ledger.connection.execute(sa.text(query)))
