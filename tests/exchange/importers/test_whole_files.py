"""The files of the sources themselves, where they are (see `importing.DATA`): every row accounted for."""

from __future__ import annotations

import csv
import gzip
from typing import TYPE_CHECKING

import pytest

from secdb.exchange.importers import cow_igo, manydata
from tests.exchange.importers.importing import DATA, imported

if TYPE_CHECKING:
    from pathlib import Path

    from secdb.exchange.importers.states import States
    from tests.exchange.importers.importing import Imported

IGO = DATA / "cow_igo" / "state_year_format3.csv.gz"
PARTIES = DATA / "manytreaties" / "parties.GGO.csv.gz"
STEPS = ("StateSignature", "StateRatification", "StateForce", "StateEnd")
CODES = {"participation": "1.0", "associate_admission": "2.0", "observer_admission": "3.0", "cessation": "0.0"}

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def igo(states: States) -> Imported:
    return imported(cow_igo, present(IGO), states)


@pytest.fixture(scope="module")
def parties(states: States) -> Imported:
    return imported(manydata, present(PARTIES), states)


def present(path: Path) -> Path:
    """Return a file of a source; skip the test where it is not here."""
    if not path.is_file():
        pytest.skip("the source's file is not here: set SECDB_TEST_DATA")
    return path


def plain(path: Path) -> list[list[str]]:
    """Return the rows as a plain reader of CSV sees them, the header first."""
    with gzip.open(path, "rt", encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file))


def dated(header: list[str], cells: list[str]) -> list[str]:
    """Return the names of the State's columns that hold a date other than one in 9999."""
    return [name for name in STEPS if cells[header.index(name)][:4] not in {"", "9999"}]


def test_every_row_of_cow_igo_is_accounted_for(igo: Imported) -> None:
    header, *rows = plain(IGO)
    assert sum(igo.counts) == len(rows) == 15_557
    assert len(igo.rejects) == igo.tally.rejected == (igo.tally.unknown + igo.tally.elsewhen).total()
    assert len(igo.rows("treaty")) == len(igo.rows("organization")) == len(header) - 3 - 1  # all but csto
    assert len(igo.rows("citation")) == len(igo.rows("act"))


def test_the_acts_of_cow_igo_say_what_its_cells_say(igo: Imported, states: States) -> None:
    acts: dict[tuple[str | None, str | None], list[tuple[str, str]]] = {}
    for treaty, state, kind, date in igo.acts("treaty", "state", "kind", "date_edtf"):
        if kind in CODES:
            last = str(date).strip("[]").rpartition("..")[2][:4]  # the year in which it has happened
            acts.setdefault((treaty, state), []).append((last or "9999", CODES[kind]))
    header, *rows = plain(IGO)
    treaties = ["csto-charter" if column == "csto" else f"igo-{column}" for column in header[3:]]
    wrong = []
    for cells in rows:
        year = str(int(float(cells[1])))
        state = states.by_code("cow", str(int(float(cells[0]))), f"{year}-12-31")
        for treaty, code in zip(treaties, cells[3:], strict=True):
            if state and code not in {"-9.0", "-1.0"}:
                told = [one for last, one in acts.get((treaty, state), ()) if last <= year]
                if code != (told[-1] if told else "0.0"):
                    wrong.append((state, treaty, year, code))
    assert wrong == []


def test_cow_igo_counts_uzbekistan_in_the_csto_from_2002_to_2011(igo: Imported) -> None:
    found = igo.acts("kind", "date_edtf", state="UZB", treaty="cst")
    assert found == [("participation", "[1994-04-20..2002]"), ("cessation", "[2011-01-02..2012-01-01]")]


def test_every_row_of_manytreaties_is_accounted_for(parties: Imported) -> None:
    header, *rows = plain(PARTIES)
    assert sum(parties.counts) == len(rows) == 98_320
    assert parties.tally.blank == sum(not dated(header, cells) for cells in rows)
    assert len(parties.rejects) == parties.tally.rejected
    assert len(parties.rows("treaty")) == len({cells[1] for cells in rows}) == 3_510
    assert {"EUU", "TWN", "HSG"} <= parties.tally.unknown.keys()


def test_every_date_of_manytreaties_is_an_act_a_repetition_or_a_reject(parties: Imported) -> None:
    header, *rows = plain(PARTIES)
    dates = sum(len(dated(header, cells)) for cells in rows)
    continued = sum(count for note, count in parties.tally.notes.items() if " continues " in note)
    repeated = parties.tally.notes["claims that repeat one of the same State and treaty: one act"]
    faults = sum(one.reason.count(f"{name}: ") for one in parties.rejects for name in STEPS)
    assert len(parties.rows("act")) + repeated + faults == dates + continued
