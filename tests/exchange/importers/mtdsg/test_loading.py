"""What is read is accepted by the register, on both engines, and gives memberships."""

from __future__ import annotations

from typing import TYPE_CHECKING

import secdb
from secdb import database
from secdb.register import load, revise
from tests.exchange.importers.mtdsg.reading import imported, write

if TYPE_CHECKING:
    from pathlib import Path

    from secdb.exchange.importers.states import States
    from secdb.register.loading.load import LoadResult

BINDING = "Ratification, Accession(a), Consent to be bound(P), Participation(p)"
ROWS = (
    f'Participant,"Signature, Succession to signature(d)","{BINDING}"',
    "Chad 3,4 May 1970,5 Jun 1971",
    "Fiji,4 May 1970,",
    "[Canada],,[ 7 Aug 1973 a]",
    "Peru,7 Aug 1980 d,8 Sep 1990 p",
    "Mali,,8 Sep 1990 P",
    "European Union,8 Sep 1974,",
)


def loaded(path: Path, states: States, url: str) -> LoadResult:
    """Import a file into a register."""
    engine = database.engine(database.locate(url).url)
    try:
        with revise(engine, author="tests", message="import") as writer:
            return load(writer.session, imported(path, states).tables.items())
    finally:
        engine.dispose()


def test_a_table_becomes_memberships_with_honest_ends(tmp_path: Path, states: States, own_url: str) -> None:
    path = write(tmp_path, "30-1.csv", *ROWS)
    first = loaded(path, states, own_url)
    assert first.by_table == {"dataset": 1, "document": 1, "treaty": 1, "act": 8, "citation": 9}
    assert standings(own_url, "signed") == {
        "TCD": "member",
        "FJI": "member",
        "CAN": "possible",
        "PER": "member",
        "MLI": "member",
    }


def test_where_no_entry_into_force_is_stated_consents_are_certain_and_parties_possible(
    tmp_path: Path, states: States, own_url: str
) -> None:
    loaded(write(tmp_path, "30-1.csv", *ROWS), states, own_url)
    consented = {"TCD": "member", "CAN": "possible", "PER": "member", "MLI": "member"}
    assert standings(own_url, "consented") == consented
    assert standings(own_url, "in-force") == consented | {"TCD": "possible", "MLI": "possible"}
    assert standings(own_url, "in-force", "1971-06-04") == {}
    assert standings(own_url, "in-force", "1971-06-05") == {"TCD": "possible"}


def standings(url: str, basis: str, on: str = "2000") -> dict[str, str]:
    """Return what can be said of each State."""
    with secdb.open(url) as register:
        found = secdb.members(register, "mtdsg-30-1", on=on, basis=basis, dataset="mtdsg")
    return {row.state: row.standing for row in found.rows}


def test_a_second_import_changes_nothing(tmp_path: Path, states: States, own_url: str) -> None:
    path = write(tmp_path, "30-1.csv", *ROWS)
    loaded(path, states, own_url)
    second = loaded(path, states, own_url)
    assert (second.inserted, second.kept) == (0, [])
