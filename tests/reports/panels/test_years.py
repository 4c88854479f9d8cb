"""Days and years of stretches, held against sets of days."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from secdb.reports.panels.spans import Span, common, ordinal, union, within
from secdb.reports.panels.years import Years

YEARS = Years.between(1999, 2001)
LIMITS = YEARS.limits
# near the ends of the years, and anywhere
_near = [day + step for day in (*YEARS.starts, LIMITS.end) for step in (-2, -1, 0, 1, 2)]
_days = st.one_of(st.sampled_from(_near), st.integers(LIMITS.start, LIMITS.end)).filter(
    lambda day: LIMITS.start <= day <= LIMITS.end
)
_spans = st.lists(st.tuples(_days, _days).map(lambda two: within(min(two), max(two), LIMITS)), max_size=5).map(union)


def days_of(spans: tuple[Span, ...]) -> set[int]:
    return {day for span in spans for day in range(span.start, span.end)}


@settings(max_examples=60)
@given(one=_spans, other=_spans)
def test_what_is_in_both_and_in_either(one: tuple[Span, ...], other: tuple[Span, ...]) -> None:
    assert days_of(common(one, other)) == days_of(one) & days_of(other)
    assert days_of(union((*one, *other))) == days_of(one) | days_of(other)
    for spans in (common(one, other), union((*one, *other))):
        assert all(span.start < span.end for span in spans)
        assert list(spans) == sorted(spans)


@settings(max_examples=60)
@given(spans=_spans)
def test_days_and_marks_are_those_of_the_calendar(spans: tuple[Span, ...]) -> None:
    days = [dt.date.fromordinal(day) for day in days_of(spans)]
    assert YEARS.days(spans) == [sum(day.year == year for day in days) for year in (1999, 2000, 2001)]
    for rule, month, number in (("jan1", 1, 1), ("dec31", 12, 31)):
        assert YEARS.marks(spans, rule) == [int(dt.date(year, month, number) in days) for year in (1999, 2000, 2001)]


def test_who_leaves_and_returns_within_a_year_has_the_days_of_both() -> None:
    # 2000-02-01 to before 2000-03-01: 29; 2000-12-01 to before 2001-02-01: 31 and 31; from 2001-12-31: 1
    stays = [("2000-02-01", "2000-03-01"), ("2000-12-01", "2001-02-01"), ("2001-12-31", "2002-01-01")]
    spans = union(within(ordinal(start), ordinal(end), LIMITS) for start, end in stays)
    assert YEARS.days(spans) == [0, 60, 32]


def test_one_who_leaves_on_the_day_the_other_comes_shares_nothing() -> None:
    left, came = (Span(LIMITS.start, YEARS.starts[1]),), (Span(YEARS.starts[1], LIMITS.end),)
    assert common(left, came) == ()
    assert YEARS.judge(common(left, came), common(left, came), "any").days == [0, 0, 0]


# 2000 and its 366 days: certain on some, possible on all
@pytest.mark.parametrize(
    ("certain", "maybe", "rule", "expected"),
    [
        (366, 366, "all", (1, 0)),
        (365, 366, "all", (0, 1)),
        (365, 365, "all", (0, 0)),
        (1, 366, "any", (1, 0)),
        (0, 1, "any", (0, 1)),
        (0, 0, "any", (0, 0)),
        (365, 366, "dec31", (0, 1)),
        (366, 366, "dec31", (1, 0)),
        (1, 1, "jan1", (1, 0)),
        (0, 1, "jan1", (0, 1)),
    ],
)
def test_a_rule_is_met_certainly_possibly_or_not(
    certain: int, maybe: int, rule: str, expected: tuple[int, int]
) -> None:
    first = YEARS.starts[1]
    spans = [tuple(Span(first, first + length) for length in (days,) if days) for days in (certain, maybe)]
    verdicts = YEARS.judge(spans[0], spans[1], rule)
    assert (verdicts.member[1], verdicts.possible[1]) == expected
    assert (verdicts.days[1], verdicts.possible_days[1]) == (certain, maybe - certain)
