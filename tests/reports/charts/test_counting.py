"""The number of members over time, as the band of a chart has it."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from secdb.database.reader import open_register
from secdb.reports.charts.background import Act, background
from secdb.reports.charts.counting import Count, counts
from secdb.reports.members import members
from secdb.reports.timeline import timeline
from tests.reports.charts.invented import spell

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from secdb.database.reader import Register

FIRST, LAST = dt.date(1992, 1, 1), dt.date(2015, 12, 31)


@pytest.fixture(scope="module")
def seeds(seeded_file: Path) -> Iterator[Register]:
    with open_register(str(seeded_file)) as register:
        yield register


def of_seeds(seeds: Register, dataset: str = "register", basis: str = "in-force") -> list[tuple[str, int, int]]:
    found = counts(timeline(seeds, "cst", dataset=dataset).rows, basis, FIRST, LAST)
    return [(count.day.isoformat(), count.certain, count.possible) for count in found]


def test_nine_parties_became_six_in_1999_then_seven_then_six(seeds: Register) -> None:
    assert of_seeds(seeds) == [
        ("1992-01-01", 0, 0),
        ("1994-04-20", 9, 9),
        ("1999-04-20", 6, 6),
        ("2006-08-16", 7, 7),
        ("2012-12-19", 6, 6),
    ]


def test_what_the_documents_leave_open_is_a_range(seeds: Register) -> None:
    assert of_seeds(seeds, "documents") == [
        ("1992-01-01", 0, 0),
        ("1994-04-20", 0, 6),
        ("2002-05-14", 6, 6),
        ("2002-05-15", 6, 7),
        ("2009-09-26", 7, 7),
        ("2009-09-27", 0, 7),
    ]


@pytest.mark.parametrize("basis", ["signed", "consented", "in-force"])
@pytest.mark.parametrize("dataset", ["register", "documents"])
def test_the_counts_are_those_of_the_members_of_each_day(seeds: Register, dataset: str, basis: str) -> None:
    steps = of_seeds(seeds, dataset, basis)
    for (on, certain, possible), (following, _, _) in zip(steps, [*steps[1:], ("2016-01-01", 0, 0)], strict=True):
        for day in {on, (dt.date.fromisoformat(following) - dt.timedelta(1)).isoformat()}:
            count = members(seeds, "cst", day, basis=basis, dataset=dataset).count
            assert (day, count["member"], count["member"] + count["possible"]) == (day, certain, possible)


def test_a_status_that_passed_into_another_on_an_unknown_day_counts_all_the_while() -> None:
    spells = [
        spell(
            *("A", "contracting", "1993-01-01 1993-01-01 1994-01-01 1995-01-01", "ratification", "entry_into_force"),
            acts=(1, 2),
        ),
        spell("A", "party", "1994-01-01 1995-01-01 - -", "entry_into_force", acts=(2, None)),
    ]
    assert counts(spells, "consented", FIRST, LAST) == [Count(FIRST, 0, 0), Count(dt.date(1993, 1, 1), 1, 1)]
    assert counts(spells, "in-force", FIRST, LAST) == [
        Count(FIRST, 0, 0),
        Count(dt.date(1994, 1, 1), 0, 1),
        Count(dt.date(1995, 1, 1), 1, 1),
    ]


def test_a_state_that_left_and_came_back_in_the_same_unknown_days_may_have_been_out() -> None:
    spells = [
        spell("A", "party", "1993-01-01 1993-01-01 1994-01-01 1995-01-01", closed="withdrawal"),
        spell("A", "party", "1994-01-01 1995-01-01 - -"),
    ]
    days = [(count.certain, count.possible) for count in counts(spells, "in-force", FIRST, LAST)]
    assert days == [(0, 0), (1, 1), (0, 1), (1, 1)]


def test_unbounded_periods_count_from_the_first_day_and_to_the_last() -> None:
    spells = [spell("A", "party", "- 2000-01-01 2001-01-01 -"), spell("B", "suspended", "1993-01-01 1993-01-01 - -")]
    assert [(str(count.day), *count[1:]) for count in counts(spells, "in-force", FIRST, LAST)] == [
        ("1992-01-01", 0, 1),
        ("2000-01-01", 1, 1),
        ("2001-01-01", 0, 1),
    ]


def test_a_chart_marks_the_acts_that_stand_and_the_prolongation(seeds: Register) -> None:
    acts = background(seeds, timeline(seeds, "cst")).acts
    assert acts["GEO"] == [
        Act("accession", "1993-12-09", "1993-12-09"),
        Act("entry_into_force", "1994-04-20", "1994-04-20"),
        Act("non_renewal", "1999-04-20", "1999-04-20"),
    ]
    assert [act.kind for act in acts["ARM"]] == ["signature", "entry_into_force", "prolongation"]
    assert set(acts) == {"ARM", "AZE", "BLR", "GEO", "KAZ", "KGZ", "RUS", "TJK", "UZB"}
