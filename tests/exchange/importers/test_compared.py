"""What an import is for: the Correlates of War beside the register, and the days on which they contradict each other.

By hand: `csto` is 1 for Uzbekistan in 2002 to 2011 and 0 from 2012, 1 for the six others from 2002 on. The register has
Uzbekistan out from 1999-04-20 until 2006-08-16, and suspended from 2012-12-19.
"""

from __future__ import annotations

import csv
import gzip
import json
from typing import TYPE_CHECKING, Any

import pytest

from tests.exchange.importers.importing import DATA, write
from tests.inside import run

if TYPE_CHECKING:
    from pathlib import Path

IGO = DATA / "cow_igo" / "state_year_format3.csv.gz"
SIX = ("365", "370", "371", "702", "703", "705")
UZBEKISTAN = "704"

pytestmark = pytest.mark.server_later


def made() -> list[str]:
    """Return a file in the form of the real one."""
    rows = [f"{ccode},{year},x,1.0" for ccode in SIX for year in range(2002, 2015)]
    rows += [f"{UZBEKISTAN},{year},x,{1 if year < 2012 else 0}.0" for year in range(2002, 2015)]
    return ["ccode,year,state,csto", *rows]


def real() -> list[str]:
    """Return the one column of the real file, of these States."""
    if not IGO.is_file():
        pytest.skip("the source's file is not here: set SECDB_TEST_DATA")
    with gzip.open(IGO, "rt", encoding="utf-8-sig", newline="") as file:
        header, *rows = csv.reader(file)
    kept = [cells for cells in rows if cells[0].removesuffix(".0") in {*SIX, UZBEKISTAN} and cells[1] >= "2001"]
    return [",".join((*cells[:3], cells[header.index("csto")])) for cells in (header, *kept)]


@pytest.fixture(params=["made", "real"])
def both(request: pytest.FixtureRequest, own_url: str, tmp_path: Path) -> str:
    """Return what `--database` takes for the seeds with the Correlates of War beside them."""
    path = write(tmp_path, *(made() if request.param == "made" else real()))
    done = run("--database", own_url, "import", "cow-igo", str(path))
    assert done.returncode == 0, done.stderr
    return own_url


def printed(register: str, *arguments: str) -> str:
    done = run("--database", register, *arguments)
    assert done.returncode == 0, done.stderr
    return done.stdout


def told(register: str) -> dict[str, Any]:
    answer: dict[str, Any] = json.loads(
        printed(register, "compare", "cst", "--datasets", "register,cow-igo", "-f", "json")
    )
    return answer


def test_they_count_uzbekistan_until_2006_when_it_was_none_and_not_in_2012_when_it_was_one(both: str) -> None:
    answer = told(both)
    counts = {
        (one["from"], one["to"]): (one["a"], one["b"], one["only_a"], one["only_b"]) for one in answer["counts_differ"]
    }
    six, seven = {"member": 6, "possible": 0}, {"member": 7, "possible": 0}
    assert counts["2002-12-31", "2006-08-16"] == (six, seven, [], ["UZB"])  # `to` is the first day no longer
    assert counts["2012-01-01", "2012-12-19"] == (seven, six, ["UZB"], [])
    [end] = [row for row in answer["rows"] if (row["state"], row["field"]) == ("UZB", "end")]
    assert (end["a"], end["b"], end["days_apart"]) == ("2012-12-19", "[2011-01-02..2012-01-01]", 353)


def test_a_reader_sees_it(both: str) -> None:
    lines = printed(both, "compare", "cst", "--datasets", "register,cow-igo").splitlines()
    assert "Counts differ from 2002-12-31 to 2006-08-15: register 6, cow-igo 7; UZB in cow-igo only" in lines
    assert "Counts differ from 2012-01-01 to 2012-12-18: register 7, cow-igo 6; UZB in register only" in lines
    [end] = [cells for cells in map(str.split, lines) if cells[:3] == ["UZB", "Uzbekistan", "end"]]
    assert end[3:] == ["2012-12-19", "[2011-01-02..2012-01-01]", "353"]


def test_members_of_the_dataset_are_those_it_states(both: str) -> None:
    for on, is_member in (("2005-06-30", True), ("2010-12-31", True), ("2012-01-01", False), ("2012-06-30", False)):
        report = json.loads(printed(both, "members", "cst", "--dataset", "cow-igo", "--on", on, "-f", "json"))
        assert ("UZB" in {row["state"] for row in report["rows"]}) is is_member
        assert report["count"] == {"member": 6 + is_member, "possible": 0}
