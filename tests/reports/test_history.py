"""All that is recorded of a State."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from secdb.errors import NotFoundError
from secdb.reports.history import history

if TYPE_CHECKING:
    from secdb.database.reader import Register


def test_everything_comes_in_date_order(seeds: Register) -> None:
    rows = history(seeds, "uzbekistan").rows
    days = [row.date_earliest or row.date_latest or "" for row in rows]
    assert days == sorted(days)
    assert {row.what for row in rows} == {
        *("act", "period", "roster", "name", "statement", "succession", "existence", "admission")
    }


def test_the_return_of_uzbekistan_with_its_words(seeds: Register) -> None:
    rows = [row for row in history(seeds, "UZB").rows if row.treaty == "cst" and row.date_earliest == "2006-08-16"]
    assert [(row.what, row.detail.partition(":")[0]) for row in rows] == [
        ("act", "accession, preferred"),
        ("period", "party begins by accession"),
    ]
    assert all("a protocol dated August 16, 2006" in [s.quotation for s in row.sources] for row in rows)


def test_former_names_and_successions(seeds: Register) -> None:
    names = [row.detail for row in history(seeds, "COD").rows if row.what == "name"]
    assert any(name.startswith("Zaire (short) until 1997-05-17") for name in names)
    successions = [row.detail for row in history(seeds, "RUS").rows if row.what == "succession"]
    assert successions == ["continuation: RUS after SUN"]


def test_a_dataset_has_facts_of_its_own(seeds: Register) -> None:
    rows = history(seeds, "UZB", dataset="documents").rows
    assert [(row.what, row.date_earliest, row.date_latest) for row in rows if row.dataset is not None] == [
        ("period", "2002-05-15", "2009-09-26"),
        ("period", "2003-09-18", "2009-09-26"),
        ("roster", "2009-09-26", "2009-09-26"),
        ("period", "2009-09-27", None),
        ("period", "2009-09-27", None),
    ]


def test_an_unknown_state(seeds: Register) -> None:
    with pytest.raises(NotFoundError, match="nearest: UZB"):
        history(seeds, "Uzbekistn")
