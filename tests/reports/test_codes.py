"""Codes of States on a day. M49: 280 was the Federal Republic of Germany until 2 October 1990, 276 since. Correlates of
War (State list v2016): 260 the German Federal Republic until 1990-10-02, 255 since 1990-10-03; 345 is Yugoslavia, then
Serbia and Montenegro, then Serbia; 365 the Soviet Union, then Russia."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from secdb.errors import UsageError
from secdb.reports.codes import codes

if TYPE_CHECKING:
    from secdb.database.reader import Register


@pytest.mark.parametrize(
    ("on", "m49", "cow"),
    [("1990-10-02", "280", "260"), ("1990-10-03", "276", "255"), ("1990", "276", "255"), (None, "276", "255")],
)
def test_codes_are_those_of_the_day(seeds: Register, on: str | None, m49: str, cow: str) -> None:
    assert codes(seeds, ["m49", "cow"], on)["DEU"] == {"m49": m49, "cow": cow}


def test_a_code_can_pass_from_one_state_to_the_next(seeds: Register) -> None:
    def holders(on: str, code: str) -> list[str]:
        return [state for state, held in codes(seeds, ["cow"], on).items() if held["cow"] == code]

    assert [holders(on, "345") for on in ("1992-04-26", "1992-04-27", "2006-06-02", "2006-06-03")] == [
        *(["YUG"], ["SCG"], ["SCG"], ["SRB"])
    ]
    assert [holders(on, "365") for on in ("1991-12-25", "1991-12-26")] == [["SUN"], ["RUS"]]


def test_only_the_schemes_asked_for_are_there_and_states_without_a_code_are_not(seeds: Register) -> None:
    assert codes(seeds, ["iso2", "ISO3", "iso2"], "2020")["ARM"] == {"iso2": "AM", "iso3": "ARM"}
    assert "SUN" not in codes(seeds, ["cow"], "2020")


def test_a_scheme_that_is_none_is_refused(seeds: Register) -> None:
    with pytest.raises(UsageError, match="'fips'; there are: iso3, cow, gw, m49, iso2, wikidata"):
        codes(seeds, ["cow", "fips"], "2020")
