"""Each kind of write that moves a period does move it, whoever writes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.derivation.outside import Client, client
from tests.derivation.test_writes import FRAME

if TYPE_CHECKING:
    from collections.abc import Iterator

ACT = "INSERT INTO act (id, dataset_id, treaty_id, state_id, kind, date_edtf, date_earliest, date_latest) VALUES "
ROSTER = "INSERT INTO roster (id, dataset_id, treaty_id, on_edtf, on_earliest, on_latest, complete) VALUES "
ENTRY = "INSERT INTO roster_entry (roster_id, state_id) VALUES "
RELATION = "INSERT INTO treaty_relation (treaty_id, related_id, kind) VALUES "
# treaty 1 requires treaty 2; State 3 has acts, States 1 and 2 stand on rosters; roster 3 lists nobody
POPULATION = [
    RELATION + "(1, 2, 'requires'), (3, 2, 'prolongs')",
    ACT + "(1, 1, 1, 3, 'accession', 'x', '2001-01-02', '2001-01-03')",
    ACT + "(2, 1, 1, 3, 'withdrawal', 'x', '2001-01-06', '2001-01-06')",
    ROSTER + "(1, 1, 1, 'x', '2001-01-01', '2001-01-01', 1), (2, 1, 1, 'x', '2001-01-05', '2001-01-05', 1)",
    ROSTER + "(3, 1, 1, 'x', '2001-01-07', '2001-01-07', 1), (4, 1, 3, 'x', '2001-01-03', '2001-01-03', 1)",
    ENTRY + "(1, 1), (2, 1), (2, 2), (4, 2)",
]
MOVING = (
    ACT + "(3, 1, 1, 3, 'accession', 'x', '2001-01-08', '2001-01-08')",
    ACT + "(3, 1, 1, NULL, 'termination', 'x', '2001-01-04', '2001-01-04')",
    "UPDATE act SET state_id = 1 WHERE id = 1",
    "UPDATE act SET treaty_id = 3 WHERE id = 1",
    "UPDATE act SET dataset_id = 2 WHERE id = 1",
    "UPDATE act SET rank = 'deprecated' WHERE id = 1",
    "UPDATE act SET kind = 'suspension' WHERE id = 2",
    "UPDATE act SET kind = 'termination', state_id = NULL WHERE id = 2",
    "UPDATE act SET date_latest = '2001-01-09' WHERE id = 2",
    "UPDATE act SET effect_edtf = 'x', effect_earliest = '2001-01-07' WHERE id = 2",
    "UPDATE act SET contests_id = 1, rank = 'preferred' WHERE id = 2",
    "DELETE FROM act WHERE id = 1",
    "DELETE FROM act WHERE id = 2",
    ROSTER + "(5, 1, 1, 'x', '2001-01-06', '2001-01-06', 1)",
    "UPDATE roster SET complete = 0 WHERE id = 1",
    "UPDATE roster SET on_earliest = '2001-01-04' WHERE id = 2",
    "UPDATE roster SET rank = 'deprecated' WHERE id = 2",
    "UPDATE roster SET treaty_id = 3 WHERE id = 2",
    "UPDATE roster SET treaty_id = 1 WHERE id = 4",
    "UPDATE roster SET dataset_id = 2 WHERE id = 2",
    "DELETE FROM roster WHERE id = 3",
    ENTRY + "(3, 2)",
    "UPDATE roster_entry SET state_id = 3 WHERE roster_id = 2 AND state_id = 2",
    "UPDATE roster_entry SET roster_id = 1 WHERE roster_id = 2 AND state_id = 2",
    "UPDATE roster_entry SET roster_id = 3 WHERE roster_id = 4",
    "DELETE FROM roster_entry WHERE roster_id = 2 AND state_id = 2",
    RELATION + "(1, 3, 'requires')",
    "UPDATE treaty_relation SET kind = 'amends' WHERE treaty_id = 1",
    "UPDATE treaty_relation SET kind = 'requires' WHERE treaty_id = 3",
    "UPDATE treaty_relation SET related_id = 3 WHERE treaty_id = 1",
    "UPDATE treaty_relation SET treaty_id = 3, related_id = 1 WHERE treaty_id = 1",
    "DELETE FROM treaty_relation WHERE treaty_id = 1",
    "UPDATE treaty SET in_force_edtf = 'x', in_force_earliest = '2001-01-01' WHERE id = 1",
    "UPDATE treaty SET in_force_edtf = 'x', in_force_latest = '2001-01-04' WHERE id = 1",
    "UPDATE state SET end_earliest = '2001-01-05' WHERE id = 3",
    "UPDATE state SET end_earliest = '2001-01-06', end_latest = '2001-01-06' WHERE id = 2",
)


@pytest.fixture(scope="module")
def populated(shared_url: str) -> Iterator[Client]:
    """Return a client at a register with acts and rosters, on each database engine in turn."""
    with client(shared_url) as plain:
        plain.run(*FRAME, *POPULATION)
        yield plain


@pytest.mark.parametrize("statement", MOVING)
def test_a_write_moves_the_periods_it_bears_on(populated: Client, statement: str) -> None:
    before = populated.rows("SELECT * FROM membership_period")
    populated.run("BEGIN", statement)
    try:
        assert not populated.stale()
        assert sorted(map(str, populated.rows("SELECT * FROM membership_period"))) != sorted(map(str, before))
    finally:
        populated.run("ROLLBACK")
