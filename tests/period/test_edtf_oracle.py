"""The published `edtf` 5.0.2 agrees where it is right: Level 0 dates, and intervals with both ends."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secdb.period import parse_date, parse_period

edtf = pytest.importorskip("edtf")

DAYS = st.dates(date(1201, 1, 1), date(9699, 12, 31))
FORMS = st.sampled_from(("%Y-%m-%d", "%Y-%m", "%Y"))


@given(DAYS, FORMS)
def test_dates_have_the_same_first_and_last_day(day: date, form: str) -> None:
    text = day.strftime(form)
    theirs, ours = edtf.parse_edtf(text), parse_date(text)
    assert (ours.earliest, ours.latest) == (_day(theirs.lower_strict()), _day(theirs.upper_strict()))


@given(st.lists(DAYS, min_size=2, max_size=2).map(sorted), FORMS, FORMS)
def test_intervals_have_the_same_first_and_last_day(days: list[date], form: str, other: str) -> None:
    text = f"{days[0].strftime(form)}/{days[1].strftime(other)}"
    theirs, ours = edtf.parse_edtf(text), parse_period(text)
    assert ours.end_latest
    last_day = date.fromordinal(ours.end_latest.toordinal() - 1)
    assert (ours.start_earliest, last_day) == (_day(theirs.lower_strict()), _day(theirs.upper_strict()))


def _day(struct: Any) -> date:  # noqa: ANN401 - edtf has no types
    return date(struct.tm_year, struct.tm_mon, struct.tm_mday)
