"""Codes of States as of a day."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from secdb.exchange.importers.states import States


@pytest.mark.parametrize(
    ("scheme", "code", "day", "state"),
    [
        ("cow", "365", "1991-12-25", "SUN"),
        ("cow", "365", "1991-12-26", "RUS"),
        ("cow", "365", "1900-01-01", None),  # Russia before the Soviet Union is not on the list
        ("cow", "345", "1992-04-26", "YUG"),
        ("cow", "345", "1992-04-27", "SCG"),
        ("cow", "345", "2006-06-03", "SRB"),
        ("cow", "345", "1900-01-01", None),
        ("cow", "255", "1900-01-01", "DEU"),
        ("cow", "260", "1960-01-01", "DEU"),
        ("cow", "265", "1960-01-01", "DDR"),
        ("cow", "265", "1995-01-01", None),
        ("cow", "999", "1995-01-01", None),
        ("iso3", "ROM", "1980-01-01", "ROU"),
        ("iso3", "ROM", "1948-01-01", "ROU"),  # a code of 1974 used for the time before
        ("iso3", "YUG", "1995-01-01", "SCG"),
        ("iso3", "VNM", "1975-06-01", "RVN"),
        ("iso3", "SUN", "1950-01-01", "SUN"),
        ("iso3", "RUS", "1950-01-01", "SUN"),  # which it continues
        ("iso3", "CZE", "1950-01-01", None),  # Czechoslovakia was dissolved; nobody continues it
        ("state", "SRB", "2000-01-01", "SCG"),
        ("state", "SRB", "1980-01-01", None),
        ("state", "FJI", "1925-06-17", None),
        ("cowabb", "ALG", "1970-01-01", "DZA"),
    ],
)
def test_a_code_means_the_state_that_had_it_on_the_day(
    states: States, scheme: str, code: str, day: str, state: str | None
) -> None:
    assert states.by_code(scheme, code, day) == state


def test_a_code_that_is_nobodys_on_the_day_is_told_from_one_that_is_nobodys(states: States) -> None:
    assert states.is_code("state", "FJI")
    assert states.is_code("cow", "365")
    assert not states.is_code("state", "EUU")
    assert not states.is_code("cow", "999")


def test_a_state_that_another_continues_names_it_and_its_first_day(states: States) -> None:
    assert states.continued_by("SUN") == ("RUS", "1991-12-26")
    assert states.continued_by("SCG") == ("SRB", "2006-06-03")
    assert states.continued_by("CSK") is None


def test_a_state_begins_on_its_first_possible_day(states: States) -> None:
    assert states.began("UZB") == "1991-08-31"
    assert states.began("FRA") is None
    assert states.existed("UZB", "1991-08-31")
    assert not states.existed("UZB", "1991-08-30")
