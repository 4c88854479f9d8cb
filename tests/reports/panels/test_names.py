"""Names and codes of the time, from the authority list."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from secdb.reports.panels.coded import CodesOfTime
from secdb.reports.panels.named import NamesOfTime

if TYPE_CHECKING:
    from secdb.database.reader import Register

# as members.sql asks for the name on a day
NAME_ON = """
SELECT s.state, COALESCE((SELECT n.name FROM state_names AS n
    WHERE n.state = s.state AND n.language = 'en' AND n.form = 'short'
      AND (n.start_earliest IS NULL OR n.start_earliest <= :on) AND (n.end_latest IS NULL OR :on < n.end_latest)
    ORDER BY CASE WHEN n.start_latest <= :on AND (n.end_earliest IS NULL OR :on < n.end_earliest) THEN 0 ELSE 1 END,
      n.start_latest DESC, n.name
    LIMIT 1), s.state_name) AS name
FROM states AS s
"""


def test_a_state_has_the_name_of_the_day(seeds: Register) -> None:
    names = NamesOfTime(seeds)
    # the designation of 1993-04-08 until the Prespa Agreement was in force on 2019-02-12
    assert names.throughout("MKD", ["1992-12-31", "1993-12-31", "2019-02-11", "2019-02-12"]) == (
        "Macedonia",
        "The former Yugoslav Republic of Macedonia",
        "The former Yugoslav Republic of Macedonia",
        "North Macedonia",
    )
    assert names.throughout("COD", ["1971-10-26", "1971-10-27", "1997-05-16", "1997-05-17"]) == (
        "Democratic Republic of the Congo",
        "Zaire",
        "Zaire",
        "Democratic Republic of the Congo",
    )
    assert names.on("XXX", "2000-01-01") == "XXX"


def test_the_names_are_those_of_the_report_on_a_day(seeds: Register) -> None:
    names = NamesOfTime(seeds)
    for on in ("1700-01-01", "1815-12-31", "1950-06-30", "1991-12-26", "2009-09-26", "2022-06-01"):
        asked = {row["state"]: row["name"] for row in seeds.rows(NAME_ON, on=on)}
        assert {state: names.on(state, on) for state in asked} == asked


def test_codes_are_those_of_the_day_in_the_order_asked_for(seeds: Register) -> None:
    codes = CodesOfTime(seeds, ["cow", "iso3"])
    assert codes.of("ARM", "2009-12-31") == ("371", "ARM")
    assert codes.of("XXX", "2009-12-31") == (None, None)
    assert codes.schemes == ("cow", "iso3")


class Stub:
    """A register in which a State may have taken a new name at any time of 2000."""

    def rows(self, sql: str) -> list[dict[str, Any]]:
        if "FROM states" in sql:
            return [{"state": "AAA", "name": "New"}]
        ends = {"end_earliest": "2001-01-01", "end_latest": "2001-01-01"}
        begins = {"start_earliest": "1990-01-01", "start_latest": "1990-01-01"}
        later = {"start_earliest": "2000-01-01", "start_latest": "2001-01-01", "end_earliest": None, "end_latest": None}
        return [{"state": "AAA", "name": "New", **later}, {"state": "AAA", "name": "Old", **begins, **ends}]


def test_a_name_that_is_certain_goes_before_one_that_is_not() -> None:
    names = NamesOfTime(cast("Register", Stub()))
    assert names.throughout("AAA", ["1999-12-31", "2000-06-30", "2001-01-01"]) == ("Old", "Old", "New")
