"""Names of States: as of the day, in other cases and languages, misprinted."""

from __future__ import annotations

import pytest

from secdb.intake import StateName, StateNames
from secdb.intake.states import distance

ROWS = [
    StateName("OLD", "Northland", "1920-01-01", "1960-01-01"),
    StateName("NEW", "Northland", "1960-01-01", None),
    StateName("NEW", "Republic of Northland"),
    StateName("RIV", "Riverania"),
    StateName("RIV", "Речная Республика"),
    StateName("RIV", "河国"),
    StateName("AAA", "Twinland"),
    StateName("BBB", "Twinland"),
]


@pytest.fixture(scope="module")
def made_up() -> StateNames:
    return StateNames(ROWS)


def codes(names: StateNames, text: str, day: str | None = None) -> list[str | None]:
    return [names.resolve(found.key, day).code for found in names.find(text)]


@pytest.mark.parametrize(("day", "code"), [("1959-12-31", "OLD"), ("1960-01-01", "NEW"), (None, "NEW")])
def test_a_name_means_the_state_that_had_it_on_the_day(made_up: StateNames, day: str | None, code: str) -> None:
    assert codes(made_up, "of Northland to", day) == [code]


def test_a_name_of_another_time_is_found_when_nobody_has_it_on_the_day() -> None:
    names = StateNames([StateName("OLD", "Southland", "1920-01-01", "1960-01-01")])
    assert codes(names, "Southland", "1999-01-01") == ["OLD"]


def test_a_name_that_means_two_states_means_none_for_certain(made_up: StateNames) -> None:
    found = made_up.find("Twinland")[0]
    assert made_up.resolve(found.key, "2000-01-01").code is None
    assert made_up.resolve(found.key, "2000-01-01").codes == ("AAA", "BBB")


def test_the_longest_name_is_taken(made_up: StateNames) -> None:
    found = made_up.find("the Republic of Northland and")
    assert [(one.start, one.end) for one in found] == [(4, 25)]


def test_names_stand_at_capitals_only(made_up: StateNames) -> None:
    assert made_up.find("in riverania") == []


def test_a_direction_before_a_name_makes_it_another(made_up: StateNames) -> None:
    assert made_up.find("Central Riverania") == []


@pytest.mark.parametrize("text", ["Речной Республики", "Речную Республику", "Речной Республикой"])
def test_russian_names_are_found_in_every_case(made_up: StateNames, text: str) -> None:
    assert codes(made_up, text) == ["RIV"]


def test_chinese_names_are_found_without_blanks(made_up: StateNames) -> None:
    assert codes(made_up, "常驻联合国的河国代表") == ["RIV"]


@pytest.mark.parametrize(
    ("printed", "key"), [("Rlverania", "riverania"), ("Republic of Narthlond", "republic of northland")]
)
def test_a_misprint_within_the_distance_is_found(made_up: StateNames, printed: str, key: str) -> None:
    found = made_up.near(printed)
    assert found is not None
    assert found.key == key


def test_a_misprint_beyond_the_distance_is_not(made_up: StateNames) -> None:
    assert made_up.near("Rlvorania") is None  # nine letters may differ by one
    assert made_up.near("Rivr") is None


@pytest.mark.parametrize(
    ("one", "other", "most", "apart"), [("abc", "abc", 1, 0), ("abc", "abd", 1, 1), ("abc", "xyz", 2, None)]
)
def test_distance_counts_changes_up_to_a_limit(one: str, other: str, most: int, apart: int | None) -> None:
    assert distance(one, other, most) == apart


def test_a_name_that_begins_with_former_has_that_word(state_names: StateNames) -> None:
    text = "of the former Yugoslav Republic of Macedonia to the United Nations"
    (found,) = state_names.find(text)
    assert text[found.start : found.end] == "former Yugoslav Republic of Macedonia"
    assert state_names.resolve(found.key, "1997-05-09").code == "MKD"
