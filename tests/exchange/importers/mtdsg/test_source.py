"""The tables of the source itself, where they are: in the folder `mtdsg` of SECDB_TEST_DATA, or of `../shared/data`.

They may not be passed on, so they stand nowhere in the project.
"""

from __future__ import annotations

import csv
import os
import re
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.exchange.importers.mtdsg.reading import imported

if TYPE_CHECKING:
    from secdb.exchange.importers.states import States
    from tests.exchange.importers.mtdsg.reading import Imported

ROOT = Path(__file__).parents[4]
SOURCE = Path(os.environ.get("SECDB_TEST_DATA") or ROOT.parent / "shared" / "data") / "mtdsg"

pytestmark = pytest.mark.skipif(not SOURCE.is_dir(), reason="the source's tables are not here: set SECDB_TEST_DATA")

# letter and the word for it where a heading has the word alone
PLAIN = {"Signature": "signature", "Ratification": "ratification"}
LETTERED = {
    "Accession(a)": "accession",
    "Acceptance(A)": "acceptance",
    "Approval(AA)": "approval",
    "Succession(d)": "succession",
    "Definitive signature(s)": "definitive_signature",
    "Formal confirmation(c)": "formal_confirmation",
    "Provisional application(n)": "provisional_application",
}


@pytest.fixture(scope="module")
def found(states: States) -> Imported:
    """Return what the whole folder gives."""
    return imported(SOURCE, states)


def cells() -> Counter[str]:
    """Count the cells under the headings, filled and blank, as a plain reader of CSV sees them."""
    counted: Counter[str] = Counter()
    for path in (SOURCE / "treaties").glob("*.csv"):
        with path.open(encoding="utf-8", newline="") as file:
            for row in list(csv.reader(file))[1:]:
                counted.update("filled" if cell else "blank" for cell in row[1:])
    return counted


def expected_kind(heading: str, cell: str) -> str | None:
    """Return the kind where heading and letter are of the plainest form, each label the act's name alone."""
    letter = cell.rpartition(" ")[2] if not cell[-1].isdigit() else ""
    labels = re.split(", (?=[A-Z])", heading)
    if letter:
        named = [label for label in labels if label.endswith(f"({letter})")]
        return LETTERED.get(named[0])
    unlettered = [label for label in labels if not label.endswith(")")]
    return PLAIN.get(unlettered[0]) if len(unlettered) == 1 else None


def test_no_cell_is_lost(found: Imported) -> None:
    tally, counted = found.tally, cells()
    assert tally.read + tally.rejected + tally.blank == counted.total()
    assert tally.blank == counted["blank"]
    assert len(found.rejects) == tally.rejected


def test_of_a_hundred_filled_cells_ninety_nine_are_read(found: Imported) -> None:
    assert found.tally.read >= 0.99 * (found.tally.read + found.tally.rejected)


def test_every_state_is_known(found: Imported) -> None:
    assert found.tally.unknown == {}


def test_no_kind_is_wrong_where_the_heading_is_plain(found: Imported) -> None:
    cited = [row.values for row in found.rows("citation") if row.values.get("act")]
    wrong, compared = [], 0
    for act, citation in zip(found.rows("act"), cited, strict=True):
        heading = str(citation["locator"]).partition(", column ")[2]
        expected = expected_kind(heading, str(citation["quotation"]))
        compared += expected is not None
        if expected and act.values["kind"] != expected:
            wrong.append((heading, citation["quotation"], act.values["kind"]))
    assert wrong == []
    assert compared > 13_000


@pytest.mark.parametrize(
    ("treaty", "state", "kind", "day"),
    [  # read off the tables by eye
        ("4-1", "BLZ", "accession", "1998-03-10"),
        ("4-1", "MNE", "succession", "2006-10-23"),
        ("5-5", "COG", "accession", "1970-07-10"),
        ("8-2", "PAK", "participation", "1947-11-12"),
        ("10-2-b", "NLD", "acceptance", "1983-01-28"),
        ("10-9", "HUN", "declaration", "1985-07-02"),
        ("14-4", "BIH", "signature", "1994-01-12"),
        ("18-2", "VNM", "accession", "1956-08-14"),
        ("19-34", "BEL", "provisional_application", "1991-11-06"),
        ("19-46", "COL", "ratification", "2013-03-15"),
        ("21-6-a", "SWZ", "acceptance", "2012-09-24"),
        ("26-2-d", "ARG", "acceptance", "2011-10-07"),
        ("27-7-a", "LCA", "ratification", "2003-08-20"),
    ],
)
def test_cells_read_by_eye_are_read_alike(treaty: str, state: str, kind: str, day: str, found: Imported) -> None:
    wanted = {"treaty": f"mtdsg-{treaty}", "state": state, "kind": kind, "date_edtf": day}
    assert any(wanted.items() <= row.values.items() for row in found.rows("act"))
