"""Laws that every accepted text and every period obeys, and that no text escapes."""
# ruff: noqa: RUF001 - Russian, and look-alike letters on purpose

from __future__ import annotations

import time
from datetime import date, timedelta
from itertools import combinations_with_replacement, product

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from secdb.errors import DateError
from secdb.period import Period, format_period, parse_date, parse_period, parse_recorded_period
from secdb.vocabulary import Standing

DAY = timedelta(days=1)
# Years of four figures as `strftime` writes them, far enough from 9999 for a century widened by two.
DAYS = st.dates(date(1201, 1, 1), date(9699, 12, 31))
RUSSIAN = "января февраля марта апреля мая июня июля августа сентября октября ноября декабря"

WHOLE = st.sampled_from(("%Y-%m-%d", "%d.%m.%Y", "%d %B %Y", "%B %d, %Y", "RUSSIAN", "%B %Y", "%Y-%m", "%Y"))
UNSPECIFIED = st.sampled_from(("%Y-%m-XX", "%Y-XX-XX", "%Y-XX", "DECADE", "CENTURY"))
MARKS = st.sampled_from(("{}", "{}", "{}?", "{}~", "{}%", "c. {}", "circa {}?"))

RANGES = ("[{x}..{y}]", "{x}..{y}", "between {x} and {y}", "[..{y}]", "..{y}", "by {y}", "[{x}..]", "since {x}")
ENDED = ("{x}/{y}", "from {x} to {y}", "{x} until {y}", "[..{x}]/{y}", "[{x}..]/{y}", "{x}/[..{y}]", "{x}/[{y}..]")
BEGUN_UNKNOWN = ("/{y}", "../{y}", "until {y}")
OPEN = ("{x}/..", "since {x}", "from {x}", "[..{x}]/..", "[{x}..]/..")
ENDED_UNKNOWN = ("{x}/", "[..{x}]/", "[{x}..]/")


def written(day: date, form: str, mark: str = "{}") -> str:
    """Return one way to write `day`, or the month, year, decade or century it lies in."""
    special = {
        "RUSSIAN": f"{day.day} {RUSSIAN.split()[day.month - 1]} {day.year} г.",
        "DECADE": f"{day.year // 10}X",
        "CENTURY": f"{day.year // 100}XX",
    }
    return mark.format(special.get(form) or day.strftime(form))


@st.composite
def texts(draw: st.DrawFn, forms: tuple[str, ...]) -> tuple[str, date, date]:
    """Draw a text of one of the forms, and the two days in order that it was written from."""
    first, last = sorted((draw(DAYS), draw(DAYS)))
    x, y = (written(day, draw(WHOLE | UNSPECIFIED), draw(MARKS)) for day in (first, last))
    return draw(st.sampled_from(forms)).format(x=x, y=y), first, last


LONE = st.builds(written, DAYS, WHOLE, MARKS)
DATES = (
    LONE
    | st.builds(written, DAYS, UNSPECIFIED, MARKS)
    | st.builds("{} {}".format, st.sampled_from(("before", "after")), LONE)
    | texts(RANGES).map(lambda drawn: drawn[0])
)
PERIODS = LONE | texts(ENDED + BEGUN_UNKNOWN + OPEN + ENDED_UNKNOWN).map(lambda drawn: drawn[0])


@given(DATES)
def test_the_edtf_of_a_date_reads_back_the_same(text: str) -> None:
    recorded = parse_date(text)
    again = parse_date(recorded.edtf)
    assert (again.edtf, again.earliest, again.latest) == (recorded.edtf, recorded.earliest, recorded.latest)


@given(PERIODS)
def test_the_edtf_of_a_period_reads_back_the_same(text: str) -> None:
    recorded = parse_recorded_period(text)
    again = parse_recorded_period(recorded.edtf)
    assert (again.edtf, again.period) == (recorded.edtf, recorded.period)


@given(PERIODS)
def test_the_bounds_of_a_period_read_back_the_same(text: str) -> None:
    period = parse_period(text)
    assert parse_period(format_period(period)) == period


@given(DAYS, WHOLE | UNSPECIFIED, MARKS)
def test_a_date_may_be_each_day_it_was_written_from(day: date, form: str, mark: str) -> None:
    recorded = parse_date(written(day, form, mark))
    assert recorded.earliest
    assert recorded.latest
    assert recorded.earliest <= day <= recorded.latest


@given(texts(RANGES))
def test_a_range_holds_both_its_days(drawn: tuple[str, date, date]) -> None:
    text, first, last = drawn
    recorded = parse_date(text)
    assert (recorded.earliest or date.min) <= first
    assert last <= (recorded.latest or date.max)


@given(DAYS, WHOLE, MARKS)
def test_before_and_after_leave_no_possible_day_out(day: date, form: str, mark: str) -> None:
    plain, doubtful = parse_date(written(day, form)), written(day, form, mark)
    before, after = parse_date("before " + doubtful), parse_date("after " + doubtful)
    assert plain.earliest
    assert plain.latest
    assert before.latest
    assert after.earliest
    assert before.latest >= plain.earliest - DAY
    assert after.earliest <= plain.latest + DAY
    assert mark != "{}" or (before.latest, after.earliest) == (plain.earliest - DAY, plain.latest + DAY)


@given(texts(ENDED + BEGUN_UNKNOWN))
def test_nothing_false_is_said_of_an_ended_period(drawn: tuple[str, date, date]) -> None:
    text, first, last = drawn
    period = parse_period(text)
    assert all(period.standing(day) is not Standing.NONE for day in (first, first + (last - first) / 2, last))
    assert all(period.standing(day) is not Standing.MEMBER for day in (first - DAY, last + DAY))


@given(texts(OPEN), st.integers(0, 1_000_000))
def test_nothing_false_is_said_of_an_open_period(drawn: tuple[str, date, date], later: int) -> None:
    text, first, _ = drawn
    period = parse_period(text)
    day = date.fromordinal(min(first.toordinal() + later, date.max.toordinal()))
    assert period.standing(day) is not Standing.NONE
    assert period.standing(first - DAY) is not Standing.MEMBER


@given(texts(ENDED_UNKNOWN))
def test_nothing_false_is_said_of_a_period_ended_on_an_unknown_day(drawn: tuple[str, date, date]) -> None:
    text, first, last = drawn
    period = parse_period(text)
    assert period.standing(first) is not Standing.NONE
    assert all(period.standing(day) is not Standing.MEMBER for day in (first - DAY, *([last] if last > first else [])))


def test_as_much_is_said_of_an_interval_as_can_be() -> None:
    days = [date(2000, 2, 27) + DAY * n for n in range(5)]
    ranges = list(combinations_with_replacement(days, 2))
    for first, last in product(ranges, ranges):
        true = [(a, b) for a, b in product(days, days) if _within(a, first) and _within(b, last) and a <= b]
        if true:
            period = parse_period("[{}..{}]/[{}..{}]".format(*first, *last))
            held = [[_within(day, pair) for pair in true] for day in days]
            assert [period.standing(day) for day in days] == [_said(some) for some in held]


def test_as_much_is_said_of_four_bounds_as_can_be() -> None:
    days = [date(2000, 2, 27) + DAY * n for n in range(5)]
    ranges = list(combinations_with_replacement(days, 2))
    for starts, ends in product(ranges, ranges):
        if starts[0] <= ends[1]:
            true = [(a, b) for a, b in product(days, days) if _within(a, starts) and _within(b, ends)]
            held = [[start <= day < end for start, end in true] for day in days]
            assert [Period(*starts, *ends).standing(day) for day in days] == [_said(some) for some in held]


SMALL = st.integers(1, 12).map(lambda n: date(2000, 2, 20) + DAY * n)
WIDER = st.none() | st.integers(0, 4).map(lambda n: DAY * n)


@given(
    days=st.lists(SMALL, min_size=4, max_size=4),
    wider=st.lists(WIDER, min_size=4, max_size=4),
    is_open=st.booleans(),
    day=SMALL,
)
def test_narrowing_settles_what_was_possible_and_nothing_else(
    days: list[date], wider: list[timedelta | None], *, is_open: bool, day: date
) -> None:
    start_earliest, start_latest, end_earliest, end_latest = sorted(days[:2]) + sorted(days[2:])
    assume(is_open or start_earliest <= end_latest)
    ends = (None, None) if is_open else (end_earliest, end_latest)
    narrow = Period(start_earliest, start_latest, *ends)
    wide = Period(
        None if wider[0] is None else start_earliest - wider[0],
        None if wider[1] is None else start_latest + wider[1],
        None if is_open else end_earliest - (wider[2] or DAY),
        None if is_open or wider[3] is None else end_latest + wider[3],
    )
    assert wide.standing(day) in {Standing.POSSIBLE, narrow.standing(day)}


@given(
    st.text(max_size=70)
    | st.text(alphabet="0123456789-X.~?%[]/ cfromtuily", max_size=66)
    | st.builds(
        lambda text, at, other: text[:at] + other + text[at + 1 :],
        DATES | PERIODS,
        st.integers(0, 40),
        st.text(max_size=2),
    )
)
def test_every_text_is_read_or_refused_as_a_date_error(text: str) -> None:
    for parse in (parse_date, parse_period):
        try:
            parse(text)
        except DateError as error:
            assert str(error).isprintable()  # noqa: PT017 - either outcome is right, no other


@pytest.mark.parametrize(
    "text", ["between and " * 5, "to " * 21, "c " * 32, "9" * 64, "a" * 64, "г" * 64, ". " * 32, "ſ" * 64]
)
def test_no_text_takes_long(text: str) -> None:
    begun = time.perf_counter()
    for parse in (parse_date, parse_period):
        with pytest.raises(DateError):
            parse(text)
    assert time.perf_counter() - begun < 2


def _within(day: date, edges: tuple[date, date]) -> bool:
    return edges[0] <= day <= edges[1]


def _said(held: list[bool]) -> Standing:
    """Return what can be said of a day from whether each period that may be the true one holds on it."""
    if all(held):
        return Standing.MEMBER
    return Standing.POSSIBLE if any(held) else Standing.NONE
