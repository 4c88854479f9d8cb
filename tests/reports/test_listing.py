"""Lists and what filters leave of them; numbers counted in the list of claims and the two letters."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from secdb.errors import DateError, NotFoundError, UsageError
from secdb.reports.listing import FILTERS, listing

if TYPE_CHECKING:
    from secdb.database.reader import Register


@pytest.mark.parametrize(
    ("noun", "filters", "count"),
    [
        ("person", {}, 13),
        ("person", {"state": "russian federation"}, 3),
        ("treaty", {}, 2),
        ("treaty", {"state": "GEO"}, 1),
        ("organization", {}, 1),
        ("act", {"treaty": "cst", "kind": "signature"}, 6),
        ("act", {"treaty": "csto", "state": "uzbekistan"}, 7),
        ("act", {"dataset": "documents"}, 0),
        ("roster", {}, 5),
        ("roster", {"state": "UZB"}, 2),
        ("roster", {"treaty": "cst", "dataset": "register"}, 1),
        ("tenure", {"office": "head of state"}, 6),
        ("tenure", {"person": "Putin, Vladimir", "state": "RUS"}, None),
        ("document", {"text_only": True}, 2),
        ("document", {"kind": "un-document"}, 4),
        ("statement", {"state": "UZB"}, 1),
        ("statement", {"person": "Vitaly Churkin"}, 1),
        ("statement", {"document": "cst-2002", "kind": "letter"}, 1),
        ("dataset", {}, 2),
    ],
)
def test_a_list_holds_what_its_filters_let_through(
    seeds: Register, noun: str, filters: dict[str, Any], count: int | None
) -> None:
    if count is None:
        with pytest.raises(NotFoundError, match="putin-v"):
            listing(seeds, noun, **filters)
    else:
        assert len(listing(seeds, noun, **filters).rows) == count


@pytest.mark.parametrize("noun", FILTERS)
def test_every_list_has_rows_without_a_filter(seeds: Register, noun: str) -> None:
    report = listing(seeds, noun)
    assert report.rows
    assert next(iter(report.to_dict())) == "report"


def test_the_states_of_a_day(seeds: Register) -> None:
    codes = {row["state"] for row in listing(seeds, "state", on="1990-06-30").rows}
    assert {"SUN", "DDR", "YUG", "UKR"} <= codes
    assert not {"ARM", "YMD", "SSD"} & codes


def test_acts_come_in_date_order_and_say_whether_they_stand(seeds: Register) -> None:
    rows = listing(seeds, "act", treaty="cst", state="GEO").rows
    assert [(row["kind"], row["date"] or row["effect"], row["stands"]) for row in rows] == [
        ("accession", "1993-09-09", 0),
        ("accession", "1993-12-09", 1),
        ("entry_into_force", "1994-04-20", 1),
        ("non_renewal", "1999-04-02", 0),
        ("non_renewal", "1999-04-20", 1),
    ]


def test_what_a_filter_cannot_be(seeds: Register) -> None:
    with pytest.raises(UsageError, match="one of signature"):
        listing(seeds, "act", kind="signing")
    with pytest.raises(UsageError, match="one of head_of_state"):
        listing(seeds, "tenure", office="king")
    with pytest.raises(NotFoundError, match="nearest: cst"):
        listing(seeds, "act", treaty="cts")
    with pytest.raises(NotFoundError, match="there are: documents, register"):
        listing(seeds, "roster", dataset="cow")
    with pytest.raises(DateError):
        listing(seeds, "state", on="1990-02-30")
