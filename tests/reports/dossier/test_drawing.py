"""Bars, years and counts of the drawing; places by hand."""

from __future__ import annotations

from itertools import pairwise

import pytest

from secdb.reports.dossier.days import Step
from secdb.reports.dossier.parts.drawing import LANES, Lane, Scale, timeline_drawing
from secdb.reports.timeline import Spell
from tests.reports.dossier.reading import Page, read, said


def spell(state: str, status: str, *bounds: str | None) -> Spell:
    start_earliest, start_latest, end_earliest, end_latest = bounds
    return Spell(
        state,
        f"State {state}",
        status,
        start_earliest,
        start_latest,
        end_earliest,
        end_latest,
        opened_by="accession",
        closed_by=None,
        origin="acts",
        sources=(),
    )


def drawn(lanes: list[Lane], steps: tuple[Step, ...] = (), to: str = "2010-01-01") -> list[Page]:
    return [read(f"<!DOCTYPE html>\n{one}") for one in timeline_drawing(lanes, steps, to=to, title="T")]


def looks(page: Page) -> list[str]:
    return [bar.get("class") or "" for bar in page.all("rect")]


def test_unknown_days_are_possible_on_both_sides_of_what_is_certain() -> None:
    lane = Lane("A", (), (spell("A", "party", "2000-01-01", "2002-01-01", "2006-01-01", "2008-01-01"),))
    [page] = drawn([lane])
    assert looks(page) == ["bar party possible", "bar party certain", "bar party possible"]
    # 2000-01-01 to 2010-01-01 are 3653 days on 726 units
    assert [bar.get("x") for bar in page.all("rect")] == ["210.0", "355.3", "645.6"]


def test_a_period_that_is_nowhere_certain_is_possible_throughout() -> None:
    lane = Lane("A", (), (spell("A", "suspended", "2000-01-01", "2006-01-01", "2002-01-01", None),))
    [page] = drawn([lane])
    assert looks(page) == ["bar suspended possible"]
    assert (page.all("rect")[0].get("x"), page.all("rect")[0].get("width")) == ("210.0", "726.0")


def test_a_period_without_a_known_beginning_or_end_reaches_the_edges() -> None:
    known = spell("A", "party", "2000-01-01", "2000-01-01", None, None)
    open_ = spell("B", "observer", None, "2005-01-01", "2005-01-01", None)
    [page] = drawn([Lane("A", (), (known,)), Lane("B", (), (open_,))])
    assert looks(page) == ["bar party certain", "bar lesser possible"]
    assert [bar.get("width") for bar in page.all("rect")] == ["726.0", "726.0"]


def test_names_are_whole_on_as_many_lines_as_they_take() -> None:
    long = "United Kingdom of Great Britain and Northern Ireland"
    lane = Lane(long, ("Old name",), (spell("A", "party", "2000-01-01", "2000-01-01", None, None),))
    [page] = drawn([lane])
    labels = [said(text) for text in page.all("text") if text.get("text-anchor") == "end"]
    assert " ".join(labels[:-2]) == long
    assert labels[-2:] == ["before: Old name", "Certain members"]
    places = [float(text.get("y") or 0) for text in page.all("text") if text.get("text-anchor") == "end"]
    assert [b - a >= 16 for a, b in pairwise(places)] == [True] * (len(places) - 1)


def test_many_states_make_more_drawings() -> None:
    spells = [spell(f"S{n:03}", "party", "2000-01-01", "2000-01-01", None, None) for n in range(LANES + 1)]
    pages = drawn([Lane(one.name, (), (one,)) for one in spells])
    assert [len(looks(page)) for page in pages] == [LANES, 1]
    assert [said(page.all("title")[0]) for page in pages] == ["T, part 1 of 2", "T, part 2 of 2"]


def test_counts_stand_between_the_days_on_which_they_change() -> None:
    lane = Lane("A", (), (spell("A", "party", "2000-01-01", "2000-01-01", "2005-01-01", "2005-01-01"),))
    [page] = drawn([lane], (Step("2000-01-01", 9), Step("2005-01-01", 6)))
    counts = {said(text): float(text.get("x") or 0) for text in page.all("text") if text.get("class") == "count"}
    # 2005-01-01 is 1827 days on: 573.1; the middles lie at 391.55 and 754.55
    assert counts == pytest.approx({"9": 391.55, "6": 754.55}, abs=0.1)


def test_of_many_changes_the_count_is_told_at_the_years() -> None:
    lane = Lane("A", (), (spell("A", "party", "2000-01-01", "2000-01-01", None, None),))
    steps = tuple(Step(f"2000-{month:02}-{day:02}", month) for month in range(1, 13) for day in (1, 11, 21))
    [page] = drawn([lane], steps)
    assert {said(text) for text in page.all("text") if text.get("class") == "count"} == {"12"}


def test_years_never_run_into_one_another() -> None:
    for last in ("2000-06-01", "2002-01-01", "2024-01-01", "2300-01-01", "4999-01-01"):
        places = [place for place, _ in Scale("1999-02-01", last).ticks]
        assert len(places) >= 2
        assert min(b - a for a, b in pairwise(places)) >= 42


def test_nothing_is_drawn_of_nothing() -> None:
    assert timeline_drawing([], (), to="2010-01-01", title="T") == []
