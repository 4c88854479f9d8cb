"""Reports as DataFrames: a dtype for each meaning, whatever the values of the day."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

import pandas as pd
import pytest

import secdb
from secdb.reports.base import Report
from secdb.reports.pandas_frame import ROWS, MissingPandasError
from secdb.reports.timeline import Spell

if TYPE_CHECKING:
    from secdb.database.reader import Register

QUESTIONS: dict[str, tuple[Any, ...]] = {
    "changes": (secdb.changes, "cst", "2002", "2009"),
    "check": (secdb.check,),
    "compare": (secdb.compare, "cst", ["register", "documents"]),
    "history": (secdb.history, "armenia"),
    "matrix": (secdb.matrix, ["cst"], "2009"),
    "members": (secdb.members, "cst", "2009"),
    "signatories": (secdb.signatories, "cst-2002-statement"),
    "signed-not-ratified": (secdb.signed_not_ratified, ["csto"], "2002"),
    "timeline": (secdb.timeline, "cst"),
    "who": (secdb.who, "russia", "2009-09-30"),
}


def dtypes(frame: pd.DataFrame) -> dict[str, str]:
    return {str(name): str(dtype) for name, dtype in frame.dtypes.items()}


def test_days_are_days_text_is_text_and_sources_are_objects(seeds: Register) -> None:
    frame = secdb.members(seeds, "cst", "2009-09-26").to_pandas()
    days = ("since_earliest", "since_latest", "until_earliest", "until_latest")
    text = ("state", "name", "status", "standing", "opened_by", "closed_by", "origin")
    assert dtypes(frame) == {
        **dict.fromkeys(("state", "name", "status", "standing"), "string"),
        **dict.fromkeys(days, "datetime64[s]"),
        **dict.fromkeys(("opened_by", "closed_by", "origin"), "string"),
        "sources": "object",
    }
    assert len(text) + len(days) + 1 == len(frame.columns)
    of_uzbekistan = frame[frame["state"] == "UZB"].iloc[0]
    assert of_uzbekistan["since_latest"] == pd.Timestamp("2006-08-16")
    assert frame["until_latest"].isna().tolist() == [True] * 6 + [False]
    assert of_uzbekistan["sources"][0]["document"] == "tass-2012-06-28"


def test_the_envelope_is_kept_beside_the_rows(seeds: Register) -> None:
    attrs = secdb.members(seeds, "cst", "2009-09-26").to_pandas().attrs
    assert (attrs["report"], attrs["on"], attrs["count"]) == ("members", "2009-09-26", {"member": 7, "possible": 0})


def test_numbers_and_flags_keep_what_is_not_known(seeds: Register) -> None:
    who = secdb.who(seeds, "russia", "2009-09-30").to_pandas()
    assert (dtypes(who)["acting"], dtypes(who)["tenure"], dtypes(who)["signatory"]) == ("Int8", "Int64", "Int64")
    compared = secdb.compare(seeds, "cst", ["register", "documents"]).to_pandas()
    assert dtypes(compared)["days_apart"] == "Int64"
    assert compared["days_apart"].tolist() == [0]


def test_dates_in_edtf_stay_text(seeds: Register) -> None:
    compared = secdb.compare(seeds, "cst", ["register", "documents"]).to_pandas()
    assert compared[["a", "b"]].iloc[0].tolist() == ["2006-08-16", "[2002-05-15..2009-09-26]"]
    acts = secdb.listing(seeds, "act", treaty="cst").to_pandas()
    assert (dtypes(acts)["date"], dtypes(acts)["date_earliest"]) == ("string", "datetime64[s]")
    assert "1999" in set(acts["date"].dropna())


def test_a_report_without_rows_has_its_columns_with_their_dtypes(seeds: Register) -> None:
    nobody, somebody = (secdb.members(seeds, "cst", on).to_pandas() for on in ("1900", "2009"))
    assert (len(nobody), len(somebody)) == (0, 7)
    assert dtypes(nobody) == dtypes(somebody)


@pytest.mark.parametrize("name", QUESTIONS)
def test_the_rows_of_a_report_without_any_are_those_it_has(name: str, seeds: Register) -> None:
    ask, *arguments = QUESTIONS[name]
    row = type(ask(seeds, *arguments).rows[0])
    assert f"{row.__module__}.{row.__qualname__}" == f"secdb.reports.{ROWS[name]}"
    assert dtypes(Report(name, {}, ()).to_pandas()).keys() == dtypes(ask(seeds, *arguments).to_pandas()).keys()


def test_years_that_pandas_cannot_count_in_nanoseconds_are_days_too() -> None:
    spell = Spell("ROM", "Rome", "party", "0001-01-01", "0988-12-31", "9999-12-31", None, None, None, "acts", ())
    frame = Report("timeline", {}, (spell,)).to_pandas()
    assert [frame[name][0].year for name in ("start_earliest", "start_latest", "end_earliest")] == [1, 988, 9999]
    assert frame["end_latest"].isna().all()


def test_pandas_takes_the_rows_themselves_too(seeds: Register) -> None:
    assert pd.DataFrame(secdb.members(seeds, "cst", "2009").rows)["state"].tolist()[0] == "ARM"


def test_without_pandas_the_error_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pandas", None)
    with pytest.raises(MissingPandasError, match=r"pip install 'secdb\[pandas\]'"):
        Report("members", {}, ()).to_pandas()


def test_every_report_is_a_function_of_secdb() -> None:
    functions = [*secdb._REPORTS]
    assert {"matrix", "compare", "signed_not_ratified", "history", "who", "person", "signatories", "check"} <= {
        *functions
    }
    for name in functions:
        function = getattr(secdb, name)
        assert function.__name__ == name
        assert "return" in function.__annotations__
        assert function.__doc__
