"""Derivation put off and taken up again."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
import sqlalchemy as sa

from secdb.models import Act
from secdb.register import paused, rebuild, revise, switch
from tests.register.samples import DATASET, STATES, TREATY, TREATY_TABLES, rows, written

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

pytestmark = pytest.mark.server_later

KEY = {"dataset_id": 1, "treaty_id": 1}
AUGUST_2006 = date(2006, 8, 16)
PERIODS = "SELECT * FROM membership_period ORDER BY dataset_id, treaty_id, state_id, seq"


def accession(year: int, state_id: int = 1) -> Act:
    return Act(**KEY, state_id=state_id, kind="accession", date_edtf=str(year))


def counted(session: Session, name: str) -> int | None:
    return session.scalar(sa.select(sa.func.count()).select_from(sa.table(name)))


def test_keys_queue_while_derivation_is_paused_and_are_derived_at_the_end(register: sa.Engine) -> None:
    written(register, DATASET, STATES, TREATY)
    with revise(register, author="Ani", message="bulk") as writer:
        with paused(writer.session):
            writer.session.add_all([accession(1994), accession(1995, state_id=2)])
            writer.session.flush()
            assert (counted(writer.session, "membership_refresh"), counted(writer.session, "membership_period")) == (
                2,
                0,
            )
        assert counted(writer.session, "membership_refresh") == 0
        assert counted(writer.session, "membership_period") != 0
    assert rows(register, "SELECT enabled FROM derivation_switch") == [(1,)]


def test_a_pause_inside_a_pause_waits_for_the_outer_end(register: sa.Engine) -> None:
    written(register, DATASET, STATES, TREATY)
    with revise(register, author="Ani", message="bulk") as writer, paused(writer.session):
        with paused(writer.session):
            writer.session.add(accession(1994))
            writer.session.flush()
        assert counted(writer.session, "membership_refresh") == 1
    assert rows(register, "SELECT count(*) FROM membership_refresh") == [(0,)]


def test_an_exception_in_a_pause_turns_derivation_on_again_and_undoes_the_block(register: sa.Engine) -> None:
    def write_and_fail(session: Session) -> None:
        with paused(session):
            session.add(accession(1994))
            session.flush()
            raise KeyError("wrong")

    written(register, DATASET, STATES, TREATY)
    with revise(register, author="Ani", message="bulk") as writer:
        with pytest.raises(KeyError):
            write_and_fail(writer.session)
        assert counted(writer.session, "act") == 0
        writer.session.add(accession(1995, state_id=2))
    assert rows(register, "SELECT DISTINCT state_id FROM membership_period") == [(2,)]


@pytest.fixture(params=[0, 1_000_000], ids=["one by one", "together"])
def either_way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Have the keys derived in one of the two ways, however many there are."""
    monkeypatch.setattr(switch, "_SHARE", request.param)


@pytest.fixture
def periods(register: sa.Engine) -> list[tuple[object, ...]]:
    """Return the periods of a register, as derived write by write; one has no lower limit."""
    written(register, *TREATY_TABLES)
    with revise(register, author="Ani", message="not certain when") as writer:
        writer.session.add(
            Act(**KEY, state_id=2, kind="accession", date_edtf="[..2006-08-16]", date_latest=AUGUST_2006)
        )
    found = rows(register, PERIODS)
    assert len(found) > 3
    return found


@pytest.mark.usefixtures("either_way")
def test_a_rebuild_changes_nothing(register: sa.Engine, periods: list[tuple[object, ...]]) -> None:
    with revise(register, author="Ani", message="rebuild") as writer:
        rebuild(writer.session)
        assert [tuple(row) for row in writer.session.execute(sa.text(PERIODS))] == periods
    assert writer.number is None


@pytest.mark.usefixtures("either_way")
def test_a_rebuild_mends_what_was_lost(register: sa.Engine, periods: list[tuple[object, ...]]) -> None:
    with revise(register, author="Ani", message="rebuild") as writer:
        connection = writer.session.connection()
        connection.exec_driver_sql("UPDATE derivation_switch SET enabled = 0")
        connection.exec_driver_sql("INSERT INTO membership_refresh SELECT 1, 1, id FROM state")
        connection.exec_driver_sql("DELETE FROM membership_period")
        connection.exec_driver_sql("DELETE FROM membership_event")
        connection.exec_driver_sql("DELETE FROM membership_refresh")
        connection.exec_driver_sql("UPDATE derivation_switch SET enabled = 1")
        rebuild(writer.session)
        assert [tuple(row) for row in writer.session.execute(sa.text(PERIODS))] == periods


@pytest.mark.usefixtures("either_way")
def test_a_bulk_load_derives_what_single_writes_do(register: sa.Engine, periods: list[tuple[object, ...]]) -> None:
    with revise(register, author="Ani", message="bulk") as writer, paused(writer.session):
        writer.session.execute(sa.delete(Act).where(Act.state_id == 2))
    assert rows(register, PERIODS) == [period for period in periods if period[2] == 1]


def test_two_pauses_in_one_revision_each_derive_what_they_queued(register: sa.Engine) -> None:
    written(register, DATASET, STATES, TREATY)
    with revise(register, author="Ani", message="bulk") as writer:
        for state_id in (1, 2):
            with paused(writer.session):
                writer.session.add(accession(1994, state_id))
    states = rows(register, "SELECT state_id FROM membership_period WHERE status = 'party' ORDER BY state_id")
    assert states == [(1,), (2,)]
