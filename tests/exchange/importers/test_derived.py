"""What the register derives from imported acts, period by period."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import sqlalchemy as sa

from secdb import database
from secdb.exchange.importers import atop, cow_igo, manydata
from secdb.register.loading.load import load
from secdb.register.revision import revise
from tests.exchange.importers.importing import imported, write

if TYPE_CHECKING:
    from pathlib import Path

    from secdb.exchange.importers.base import Importer
    from secdb.exchange.importers.states import States

PERIODS = """
SELECT state, status, start_earliest, start_latest, end_earliest, end_latest FROM memberships
WHERE dataset = 'd' ORDER BY state, start_latest, seq
"""
IGO = ("ccode,year,state,abc",)
PARTIES = ("stateID,treatyID,Title,Signature,Force,StateSignature,StateRatification,StateForce,StateEnd",)
MEMBERS = ("atopid,member,yrent,moent,dayent,yrexit,moexit,dayexit",)


def derived(importer: Importer, path: Path, states: States, register: str) -> list[tuple[str | None, ...]]:
    """Load what the importer gives, twice; return the periods as they stand after the first time."""
    url = database.locate(register).url
    engine = database.engine(url)
    found = imported(importer, path, states)
    with revise(engine, author="tests", message="import") as writer:
        assert load(writer.session, found.tables.items()).kept == []
    with engine.connect() as connection:
        periods = [
            tuple(None if cell is None else str(cell) for cell in row) for row in connection.execute(sa.text(PERIODS))
        ]
    with revise(engine, author="tests", message="import") as writer:
        again = load(writer.session, found.tables.items())
    assert (again.inserted, again.kept) == (0, [])
    return periods


def igo(ccode: int, first: int, *codes: int) -> list[str]:
    return [f"{ccode},{year},x,{code}" for year, code in enumerate(codes, first)]


@pytest.mark.server_later
def test_years_become_periods_that_are_certain_from_the_end_of_the_first_to_the_beginning_of_the_last(
    tmp_path: Path, states: States, own_url: str
) -> None:
    lines = [
        *IGO,
        *igo(2, 1990, 0, 1, 1, 1, 0, 1, 1),  # the United States left and came back
        *igo(20, 1990, 0, 1, 0, 0, 0, 0, 0),  # Canada was in for a year
        *igo(70, 1990, 0, 3, 1, 1, 2, 2, 2),  # Mexico: observer, member, associate
        *igo(365, 1990, 1, 1, 1, -9, -9, -9, -9),  # the Soviet Union, then Russia, of which nothing more is said
    ]
    assert derived(cow_igo, write(tmp_path, *lines), states, own_url) == [
        ("CAN", "party", "1991-01-01", "1991-12-31", "1992-01-01", "1992-01-01"),
        ("MEX", "observer", "1991-01-01", "1991-12-31", "1992-01-01", "1992-12-31"),
        ("MEX", "party", "1992-01-01", "1992-12-31", "1993-01-02", "1994-01-01"),
        ("MEX", "associate", "1994-01-02", "1994-12-31", "2015-01-01", None),  # nothing is said after 2014
        ("RUS", "party", "1991-12-08", "1991-12-31", "1992-01-02", None),
        ("SUN", "party", "1922-12-30", "1990-12-31", "1991-12-26", "1991-12-26"),
        ("USA", "party", "1991-01-01", "1991-12-31", "1993-01-02", "1994-01-01"),
        ("USA", "party", "1995-01-01", "1995-12-31", "2015-01-01", None),
    ]


@pytest.mark.server_later
def test_an_organization_that_ends_ends_for_every_member(tmp_path: Path, states: States, own_url: str) -> None:
    lines = [*IGO, *igo(2, 1990, 1, 1, 1, -1, -1), *igo(20, 1990, 0, 1, 1, -1, -1)]
    assert derived(cow_igo, write(tmp_path, *lines), states, own_url) == [
        ("CAN", "party", "1991-01-01", "1991-12-31", "1992-01-02", "1993-01-01"),
        ("USA", "party", None, "1990-12-31", "1992-01-02", "1993-01-01"),
    ]


@pytest.mark.server_later
def test_parties_are_bound_from_entry_into_force_and_contradictions_make_bounds(
    tmp_path: Path, states: States, own_url: str
) -> None:
    lines = [
        *PARTIES,
        "FRA,A_1950A,T,1950-01-01,1953-01-01,1950-01-01,1951-01-01,,9999-12-31",  # party from the treaty's own entry
        "ITA,A_1950A,T,1950-01-01,1953-01-01,1950-01-01,,1954-01-01,1970-06-30",
        "ITA,A_1950A,T,1950-01-01,1953-01-01,1950-01-01,,1954-03-01,1970-06-30",
        "GBR,A_1950A,T,1950-01-01,1953-01-01,,,1980-01-01,1970-06-30",  # the end is before the beginning
        "RUS,A_1950A,T,1950-01-01,1953-01-01,,,1960-01-01,9999-12-31",
    ]
    assert derived(manydata, write(tmp_path, *lines), states, own_url) == [
        ("FRA", "signatory", "1950-01-01", "1950-01-01", "1951-01-01", "1951-01-01"),
        ("FRA", "contracting", "1951-01-01", "1951-01-01", "1953-01-01", "1953-01-01"),
        ("FRA", "party", "1953-01-01", "1953-01-01", None, None),
        ("GBR", "party", "1980-01-01", "1980-01-01", None, None),
        ("ITA", "signatory", "1950-01-01", "1950-01-01", "1954-01-01", "1954-03-01"),
        ("ITA", "party", "1954-01-01", "1954-03-01", "1970-06-30", "1970-06-30"),
        ("RUS", "party", "1991-12-26", "1991-12-26", None, None),
        ("SUN", "party", "1960-01-01", "1960-01-01", "1991-12-26", "1991-12-26"),
    ]


@pytest.mark.server_later
def test_a_successor_given_its_predecessors_date_is_a_party_from_its_own_first_day(
    tmp_path: Path, states: States, own_url: str
) -> None:
    lines = [
        *PARTIES,
        "CSK,A_1968A,T,1968-07-01,1970-03-05,1968-07-01,1969-07-22,1970-03-05,1992-12-31",
        "CZE,A_1968A,T,1968-07-01,1970-03-05,1968-07-01,1969-07-22,1970-03-05,9999-12-31",
        "SVK,A_1968A,T,1968-07-01,1970-03-05,1968-07-01,,1970-03-05,9999-12-31",
        "SVK,A_1968A,T,1968-07-01,1970-03-05,,,1994-01-01,9999-12-31",  # another opinion
        "RUS,A_1968A,T,1968-07-01,1970-03-05,,,1825-01-11,9999-12-31",
    ]
    assert derived(manydata, write(tmp_path, *lines), states, own_url) == [
        ("CSK", "signatory", "1968-07-01", "1968-07-01", "1969-07-22", "1969-07-22"),
        ("CSK", "contracting", "1969-07-22", "1969-07-22", "1970-03-05", "1970-03-05"),
        ("CSK", "party", "1970-03-05", "1970-03-05", "1992-12-31", "1992-12-31"),
        ("CZE", "party", "1993-01-01", "1993-01-01", None, None),
        ("RUS", "party", "1991-12-26", "1991-12-26", None, None),
        ("SUN", "party", "1922-12-30", "1922-12-30", "1991-12-26", "1991-12-26"),
        ("SVK", "signatory", "1993-01-01", "1993-01-01", "1993-01-01", "1994-01-01"),
        ("SVK", "party", "1993-01-01", "1994-01-01", None, None),
    ]


@pytest.mark.server_later
def test_an_alliance_left_on_an_unknown_day_is_certain_for_nobody(tmp_path: Path, states: States, own_url: str) -> None:
    lines = [
        f"{MEMBERS[0]},ineffect",
        "1,345,1955,5,14,0,0,0,0",  # Yugoslavia, which nobody continues
        "1,365,1955,5,14,0,0,0,0",  # the Soviet Union, or Russia
        "1,265,1955,5,14,0,0,0,1",  # the German Democratic Republic has ended, whatever became of the alliance
        "1,310,1955,5,14,0,0,0,0",
    ]
    assert derived(atop, write(tmp_path, *lines), states, own_url) == [
        ("DDR", "party", "1955-05-14", "1955-05-14", "1955-05-14", "1990-10-03"),
        ("HUN", "party", "1955-05-14", "1955-05-14", "1955-05-14", None),
        ("RUS", "party", "1991-12-26", "1991-12-26", "1991-12-26", None),
        ("SUN", "party", "1955-05-14", "1955-05-14", "1955-05-14", "1991-12-26"),
        ("YUG", "party", "1955-05-14", "1955-05-14", "1955-05-14", "1992-04-27"),
    ]


@pytest.mark.server_later
def test_alliances_last_from_entry_to_exit(tmp_path: Path, states: States, own_url: str) -> None:
    lines = [*MEMBERS, "1,2,1950,3,4,1960,0,0", "1,20,1950,3,4,1955,1,1", "1,20,1955,1,1,0,0,0"]
    assert derived(atop, write(tmp_path, *lines), states, own_url) == [
        ("CAN", "party", "1950-03-04", "1950-03-04", "2019-01-01", None),  # nothing is said after 2018
        ("USA", "party", "1950-03-04", "1950-03-04", "1960-01-01", "1960-12-31"),
    ]
