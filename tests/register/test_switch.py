"""Derivation put off and taken up again."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import sqlalchemy as sa

from secdb.models import Act
from secdb.register import paused, rebuild, revise
from tests.register.samples import DATASET, STATES, TREATY, TREATY_TABLES, rows, written

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

PERIODS = "SELECT * FROM membership_period ORDER BY dataset_id, treaty_id, state_id, seq"


def accession(year: int, state_id: int = 1) -> Act:
    values = {"dataset_id": 1, "treaty_id": 1, "state_id": state_id, "kind": "accession"}
    return Act(**values, date_edtf=str(year))


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


def test_a_rebuild_changes_nothing(register: sa.Engine) -> None:
    written(register, *TREATY_TABLES)
    before = rows(register, PERIODS)
    with revise(register, author="Ani", message="rebuild") as writer:
        rebuild(writer.session)
        assert counted(writer.session, "membership_period") == len(before)
    assert writer.number is None
    assert len(before) > 2


def test_a_rebuild_mends_what_was_lost(register: sa.Engine) -> None:
    written(register, *TREATY_TABLES)
    before = rows(register, PERIODS)
    with revise(register, author="Ani", message="rebuild") as writer:
        connection = writer.session.connection()
        with paused(writer.session):
            connection.exec_driver_sql("INSERT INTO membership_refresh VALUES (1, 1, 1)")
            connection.exec_driver_sql("DELETE FROM membership_period WHERE state_id = 1")
            connection.exec_driver_sql("DELETE FROM membership_refresh")
        rebuild(writer.session)
        query = sa.text(PERIODS)
        assert [tuple(row) for row in writer.session.execute(query)] == before
