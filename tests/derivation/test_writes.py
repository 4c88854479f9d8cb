"""Whoever writes what: the kept periods stay those of the view."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.derivation.oracle import EFFECTIVE
from tests.derivation.outside import Client, client

if TYPE_CHECKING:
    from collections.abc import Iterator

pytestmark = pytest.mark.server_later

DAYS = [f"'2001-01-0{day}'" for day in range(1, 8)]
few = st.integers(1, 3)
acts = st.integers(1, 6)
rosters = st.integers(1, 4)
ranks = st.sampled_from(("'normal'", "'normal'", "'preferred'", "'deprecated'"))
kinds = st.sampled_from([f"'{kind}'" for kind in (*EFFECTIVE, "declaration", "withdrawal", "accession")])
day_pairs = st.tuples(st.sampled_from(DAYS), st.sampled_from(DAYS)).map(sorted).map(tuple)
windows = st.one_of(day_pairs, day_pairs, day_pairs.map(lambda two: ("NULL", two[1])))


def _dated(prefix: str) -> st.SearchStrategy[str]:
    columns = f"{prefix}_edtf = 'x', {prefix}_earliest = {{0[0]}}, {prefix}_latest = {{0[1]}}"
    return st.builds(columns.format, windows)


_ended = st.builds("end_earliest = {0[0]}, end_latest = {0[1]}".format, day_pairs)
_states = st.one_of(few, few, few, st.just("NULL"))
ACTS = st.one_of(
    st.builds(
        "INSERT INTO act (id, dataset_id, treaty_id, state_id, kind, date_edtf, date_earliest, date_latest, rank) "
        "VALUES ({}, {}, {}, {}, {}, 'x', {w[0]}, {w[1]}, {r})".format,
        *(acts, few, few, _states, kinds),
        w=windows,
        r=ranks,
    ),
    st.builds("UPDATE act SET state_id = {}, kind = 'termination' WHERE id = {}".format, _states, acts),
    st.builds("UPDATE act SET dataset_id = {}, treaty_id = {} WHERE id = {}".format, few, few, acts),
    st.builds("UPDATE act SET kind = {}, rank = {} WHERE id = {}".format, kinds, ranks, acts),
    st.builds("UPDATE act SET {} WHERE id = {}".format, st.one_of(_dated("date"), _dated("effect")), acts),
    st.builds("UPDATE act SET contests_id = {} WHERE id = {}".format, acts, acts),
    st.builds("DELETE FROM act WHERE id = {}".format, acts),
)
ROSTERS = st.one_of(
    st.builds(
        "INSERT INTO roster (id, dataset_id, treaty_id, on_edtf, on_earliest, on_latest, complete) "
        "VALUES ({}, {}, {}, 'x', {w[0]}, {w[1]}, 1)".format,
        *(rosters, few, few),
        w=windows,
    ),
    st.builds("INSERT INTO roster_entry (roster_id, state_id) VALUES ({}, {})".format, rosters, few),
    st.builds("INSERT INTO roster_entry (roster_id, state_id) VALUES ({}, {})".format, rosters, few),
    st.builds("UPDATE roster_entry SET roster_id = {} WHERE state_id = {}".format, rosters, few),
    st.builds("UPDATE roster_entry SET state_id = {} WHERE roster_id = {}".format, few, rosters),
    st.builds("DELETE FROM roster_entry WHERE roster_id = {} AND state_id = {}".format, rosters, few),
    st.builds("UPDATE roster SET {} WHERE id = {}".format, _dated("on"), rosters),
    st.builds("UPDATE roster SET complete = 1 - complete, rank = {} WHERE id = {}".format, ranks, rosters),
    st.builds("UPDATE roster SET dataset_id = {}, treaty_id = {} WHERE id = {}".format, few, few, rosters),
    st.builds("DELETE FROM roster WHERE id = {}".format, rosters),
)
_relation = st.sampled_from(("'requires'", "'requires'", "'prolongs'"))
FRAMES = st.one_of(
    st.builds("UPDATE treaty SET {} WHERE id = {}".format, _dated("in_force"), few),
    st.builds("UPDATE treaty SET in_force_earliest = NULL, in_force_latest = NULL WHERE id = {}".format, few),
    st.builds("UPDATE state SET {} WHERE id = {}".format, _ended, few),
    st.builds("UPDATE state SET end_latest = NULL WHERE id = {}".format, few),
    st.builds("UPDATE state SET end_earliest = NULL, end_latest = NULL WHERE id = {}".format, few),
    st.builds(
        "INSERT INTO treaty_relation (treaty_id, related_id, kind) VALUES ({}, {}, {})".format, few, few, _relation
    ),
    st.builds("UPDATE treaty_relation SET kind = {} WHERE treaty_id = {}".format, _relation, few),
    st.builds("UPDATE treaty_relation SET related_id = {} WHERE treaty_id = {}".format, few, few),
    st.builds("DELETE FROM treaty_relation WHERE treaty_id = {}".format, few),
)
FRAME = [
    *(f"INSERT INTO dataset (id, code, title) VALUES ({n}, 'd{n}', 'd{n}')" for n in (1, 2, 3)),
    *(f"INSERT INTO treaty (id, code, title) VALUES ({n}, 't{n}', 't{n}')" for n in (1, 2, 3)),
    *(f"INSERT INTO state (id, code) VALUES ({n}, 'S{n}')" for n in (1, 2, 3)),
]
writes = st.lists(st.one_of(ACTS, ROSTERS, ROSTERS, FRAMES), min_size=10, max_size=40)


@pytest.fixture
def outsider(register_url: str) -> Iterator[Client]:
    """Return a client that is not ours, on each database engine in turn, with three of each thing to write about."""
    with client(register_url) as plain:
        plain.run(*FRAME)
        yield plain


@settings(max_examples=8, suppress_health_check=list(HealthCheck))
@given(statements=writes)
def test_every_write_of_another_program_leaves_the_periods_true(outsider: Client, statements: list[str]) -> None:
    check_writes(outsider, statements)


@pytest.mark.slow
@settings(max_examples=50, suppress_health_check=list(HealthCheck))
@given(statements=writes)
def test_many_writes_of_another_program_leave_the_periods_true(outsider: Client, statements: list[str]) -> None:
    check_writes(outsider, statements)


def check_writes(outsider: Client, statements: list[str]) -> None:
    outsider.run("BEGIN")
    try:
        for statement in statements:
            if outsider.attempt(statement):
                assert not outsider.stale(), statement
    finally:
        outsider.run("ROLLBACK")


def test_an_act_cannot_be_replaced_behind_the_triggers(outsider: Client) -> None:
    outsider.run(ACT, "BEGIN")
    replaced = ACT.replace("(1, 1, 1, 1,", "(1, 1, 1, 2,")
    if "sqlite" in type(outsider.connection).__module__:
        replaced = replaced.replace("INSERT", "INSERT OR REPLACE")
    assert not outsider.attempt(replaced)
    outsider.run("COMMIT")
    assert outsider.rows("SELECT state_id FROM act") == [(1,)]
    assert not outsider.stale()


PERIOD = "INSERT INTO membership_period (dataset_id, treaty_id, state_id, seq, status, origin) VALUES "
EVENT = "INSERT INTO membership_event (dataset_id, treaty_id, state_id, act_id, kind, status, level) VALUES "
ACT = "INSERT INTO act (id, dataset_id, treaty_id, state_id, kind, date_edtf) VALUES (1, 1, 1, 1, 'accession', '1994')"
REFUSED = (
    PERIOD + "(1, 1, 1, 9, 'party', 'acts')",
    PERIOD + "(1, 1, 2, 1, 'party', 'acts')",
    "UPDATE membership_period SET status = 'observer'",
    "DELETE FROM membership_period",
    EVENT + "(1, 1, 2, 1, 'accession', 'party', 7)",
    "UPDATE membership_event SET level = 0",
    "DELETE FROM membership_event",
    "UPDATE act_effect SET level = 0",
    "DELETE FROM act_effect",
    "INSERT INTO act_effect (kind, status, level) VALUES ('signature', 'party', 7)",
)


@pytest.mark.parametrize("statement", REFUSED)
def test_what_is_derived_and_the_rule_itself_are_not_for_typing(outsider: Client, statement: str) -> None:
    outsider.run(ACT)
    before = outsider.rows("SELECT * FROM membership_period")
    assert before
    outsider.run("BEGIN")
    assert not outsider.attempt(statement)
    outsider.run("ROLLBACK")
    assert outsider.rows("SELECT * FROM membership_period") == before


def test_the_switch_turned_on_again_derives_what_was_queued(outsider: Client) -> None:
    outsider.run("UPDATE derivation_switch SET enabled = 0", ACT)
    assert outsider.rows("SELECT * FROM membership_period") == []
    outsider.run("UPDATE derivation_switch SET enabled = 1")
    assert outsider.rows("SELECT status FROM membership_period") == [("contracting",)]
    assert not outsider.stale()


@pytest.mark.parametrize("statement", ["DELETE FROM derivation_switch", "INSERT INTO derivation_switch VALUES (2, 1)"])
def test_the_switch_stays(outsider: Client, statement: str) -> None:
    outsider.run("BEGIN")
    assert not outsider.attempt(statement)
    outsider.run("ROLLBACK")
