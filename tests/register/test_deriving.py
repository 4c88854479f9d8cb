"""The periods of many keys derived at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import sqlalchemy as sa

from secdb.register.deriving import derive_together
from tests.register.samples import DATASET, STATES, rows, table, written

if TYPE_CHECKING:
    from collections.abc import Iterator

pytestmark = pytest.mark.server_later

ACTS = table(
    "act",
    """
    id | dataset  | treaty | state | kind          | date_edtf
    1  | register | other  | ARM   | signature     | 1992-05-15
    2  | register | other  | UZB   | signature     | 1992-05-15
    3  | register | other  | UZB   | participation | 1994-03-30
    4  | register | other  | UZB   | withdrawal    | 1999-04-20
    5  | register | other  | UZB   | observer_admission | 2001-01-01
    """,
)
CONTESTED = table(
    "act",
    """
    id | dataset  | treaty | state | kind          | date_edtf  | rank      | contests
    1  | register | other  | ARM   | participation | 1994-03-28 | normal    |
    2  | register | other  | ARM   | participation | 1994-03-30 | preferred | 1
    3  | register | other  |       | termination   | 1999-12-31 | normal    |
    """,
)
ROSTER = table("roster", "id | dataset | treaty | on_edtf | complete\n1 | register | other | 1995-05-01 | 1")
LISTED = table("roster_entry", "roster | state | position\n1 | UZB | 1")
OTHER = table("treaty", "code | title\nother | Another treaty")
FOUND = (
    "SELECT s.code, p.seq, p.status, CAST(p.start_earliest AS text), CAST(p.end_latest AS text)"
    " FROM membership_period AS p JOIN state AS s ON s.id = p.state_id ORDER BY s.code, p.seq"
)
# the signature of one State is all there is of it; the other's spells follow upon each other
PERIODS = [
    ("ARM", 1, "signatory", "1992-05-15", None),
    ("UZB", 1, "signatory", "1992-05-15", "1994-03-30"),
    ("UZB", 2, "party", "1994-03-30", "1999-04-20"),
    ("UZB", 3, "observer", "2001-01-01", None),
]


@pytest.fixture
def statements(register: sa.Engine) -> Iterator[list[str]]:
    """Return the statements that run from here on."""
    found: list[str] = []

    def note(*event: object) -> None:
        found.append(str(event[2]))

    sa.event.listen(register, "before_cursor_execute", note)
    yield found
    sa.event.remove(register, "before_cursor_execute", note)


def test_a_key_with_one_spell_and_one_with_several_are_derived_together(register: sa.Engine) -> None:
    written(register, DATASET, STATES, OTHER, ACTS)
    assert rows(register, FOUND) == PERIODS


def test_rosters_contested_acts_and_the_end_of_a_treaty_are_derived_together(register: sa.Engine) -> None:
    written(register, DATASET, STATES, OTHER, CONTESTED, ROSTER, LISTED)
    assert rows(register, FOUND) == [
        ("ARM", 1, "party", "1994-03-30", "1999-12-31"),
        ("UZB", 1, "party", None, "1999-12-31"),
    ]
    # of two claims about one event the preferred one counts
    assert rows(register, "SELECT act_id FROM membership_event ORDER BY act_id") == [(2,)]


def test_other_keys_stay_as_they_are_where_few_are_derived_together(register: sa.Engine) -> None:
    written(register, DATASET, STATES, OTHER, ACTS)
    with register.begin() as connection:
        connection.execute(sa.text("UPDATE derivation_switch SET enabled = 0"))
        connection.execute(sa.text("UPDATE act SET date_edtf = '1993', date_earliest = NULL WHERE kind = 'signature'"))
        connection.execute(sa.text("DELETE FROM membership_refresh WHERE state_id = 2"))
        derive_together(connection)
        connection.execute(sa.text("UPDATE derivation_switch SET enabled = 1"))
    assert rows(register, FOUND) == [("ARM", 1, "signatory", None, None), *PERIODS[1:]]
    assert rows(register, "SELECT state_id, count(*) FROM membership_event GROUP BY state_id ORDER BY state_id") == [
        (1, 1),
        (2, 4),
    ]


def test_nothing_is_left_of_the_steps(register: sa.Engine) -> None:
    written(register, DATASET, STATES, OTHER, ACTS)
    with register.connect() as connection, connection.begin() as transaction:
        connection.execute(sa.text("UPDATE derivation_switch SET enabled = 0"))
        connection.execute(sa.text("INSERT INTO membership_refresh SELECT DISTINCT * FROM membership_key"))
        derive_together(connection)
        assert connection.scalar(sa.text("SELECT count(*) FROM membership_refresh")) == 0
        assert sa.inspect(connection).get_temp_table_names() == []
        assert sa.inspect(connection).get_temp_view_names() == []
        transaction.rollback()


def test_the_spell_that_is_alone_in_its_key_goes_through_no_window(register: sa.Engine, statements: list[str]) -> None:
    written(register, DATASET, STATES, OTHER, ACTS)
    windows = [" OVER " in line for line in statements if line.startswith("CREATE TEMP VIEW joined_spell")]
    assert windows == ([False, True] if register.dialect.name == "sqlite" else [True])
