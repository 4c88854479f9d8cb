"""Periods and their explanation; values from the list of claims about the Collective Security Treaty."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from secdb.errors import DateError, NotFoundError
from secdb.reports.listing import listing
from secdb.reports.membership import explain, membership
from secdb.reports.wording import between, verdict

if TYPE_CHECKING:
    from secdb.database.reader import Register


def claims(register: Register, state: str, kind: str) -> dict[tuple[str, str | None], str]:
    """Return why each act of a kind counts or not, by kind and first day."""
    report = explain(register, "cst", state)
    return {(row.kind, row.date_earliest): row.why for row in report.rows if row.record == "act" and row.kind == kind}


def test_uzbekistan_was_a_party_twice_and_then_suspended(seeds: Register) -> None:
    report = membership(seeds, "cst", "uzbekistan")
    assert [(row.status, row.since_earliest, row.until_latest) for row in report.rows] == [
        ("signatory", "1992-05-15", "1994-04-20"),
        ("party", "1994-04-20", "1999-04-20"),
        ("party", "2006-08-16", "2012-12-19"),
        ("suspended", "2012-12-19", None),
    ]
    assert {source.document for source in report.rows[2].sources} == {
        "tass-2012-06-28",
        "wikipedia-en",
        "tass-2012-12-19",
    }
    assert "a protocol dated August 16, 2006" in [source.quotation for source in report.rows[2].sources]


def test_the_organization_stands_for_its_charter(seeds: Register) -> None:
    report = membership(seeds, "csto", "UZB")
    assert (report.about["treaty"], [row.status for row in report.rows]) == ("csto", ["party", "suspended"])


def test_the_preferred_of_four_dates_of_return_counts(seeds: Register) -> None:
    why = claims(seeds, "UZB", "accession")
    assert why["accession", "2006-08-16"] == "counts: opens period 3"
    lost = "does not count: a preferred claim about the same event stands (act 34)"
    assert why["accession", "2006-06-23"] == why["accession", "2006-08-17"] == lost
    assert claims(seeds, "UZB", "ratification")["ratification", "2008-03-28"] == lost


def test_a_deprecated_claim_and_an_act_without_effect_do_not_count(seeds: Register) -> None:
    assert claims(seeds, "ARM", "suspension") == {("suspension", "2024-02-22"): "does not count: deprecated"}
    assert claims(seeds, "ARM", "prolongation") == {
        ("prolongation", "1999-04-02"): "does not count: it has no effect on membership"
    }


def test_the_explanation_tells_rule_treaty_and_state(seeds: Register) -> None:
    about = explain(seeds, "cst", "UZB", "2012-12-31").about
    assert about["in_force"] == "The treaty entered into force on 1994-04-20; its term ran until 1999-04-20."
    assert about["existence"] == "The State began on 1991-08-31 and exists."
    assert "suspension: suspends: not counted until it resumes or returns." in about["rule"]
    assert about["standing"] == "none"
    assert about["because"] == "On 2012-12-31: certainly suspended (period 4). In force: none."


def test_the_documents_alone_leave_the_return_between_their_days(seeds: Register) -> None:
    report = explain(seeds, "cst", "UZB", "2006-01-01", dataset="documents")
    assert report.about["standing"] == "possible"
    assert [period.words for period in report.about["periods"]] == [
        "party: began between 2002-05-15 and 2009-09-26 (roster), held at least until 2009-09-27, its end is not known"
    ]
    assert [(row.number, row.why) for row in report.rows] == [
        (1, "counts: proves that it was no member"),
        (2, "counts: proves membership on its day"),
    ]
    assert report.rows[1].sources[0].document == "cst-2009"


def test_a_charters_list_does_not_prove_absence_from_the_treaty_it_requires(seeds: Register) -> None:
    rows = explain(seeds, "cst", "GEO", dataset="documents").rows
    assert [row.counts for row in rows] == [True, False]


@pytest.mark.parametrize(
    ("on", "standing"), [("1999-04-19", "member"), ("1999-04-20", "none"), ("2006-08", "member"), ("2012", "none")]
)
def test_the_standing_on_a_day_is_that_of_members(seeds: Register, on: str, standing: str) -> None:
    assert explain(seeds, "cst", "UZB", on).about["standing"] == standing


def test_an_explanation_is_one_object(seeds: Register) -> None:
    whole: dict[str, Any] = explain(seeds, "cst", "UZB").to_dict()
    assert list(whole) == [
        *("report", "treaty", "title", "state", "name", "dataset", "revision"),
        *("rule", "in_force", "existence", "periods", "rows"),
    ]
    assert whole["periods"][2]["closed_by_act"] == 38


def test_the_list_has_the_periods_of_one_dataset(seeds: Register) -> None:
    assert len(listing(seeds, "membership", treaty="cst", state="UZB").rows) == 4
    assert [row["origin"] for row in listing(seeds, "membership", state="UZB", dataset="documents").rows] == [
        "rosters",
        "rosters",
    ]


def test_what_is_not_there(seeds: Register) -> None:
    with pytest.raises(NotFoundError, match="nearest: UZB"):
        membership(seeds, "cst", "uzbekistann")
    with pytest.raises(NotFoundError, match="there are: documents, register"):
        membership(seeds, "cst", "UZB", dataset="cow")
    with pytest.raises(DateError):
        explain(seeds, "cst", "UZB", "2009-02-30")


def test_dates_in_words() -> None:
    assert between("1999-01-01", "1999-01-01") == "on 1999-01-01"
    assert between(None, None) == "on a day that is not known"
    assert between(None, "1999-01-01") == "on or before 1999-01-01"
    assert between("1999-01-01", None) == "on or after 1999-01-01"


def test_a_period_is_half_open() -> None:
    day = "2000-01-01"
    assert verdict(day, day, "2001-01-01", "2001-01-01", "2000-12-31") == "member"
    assert verdict(day, day, "2001-01-01", "2001-01-01", "2001-01-01") == "none"
    assert verdict(None, day, None, None, "1999-12-31") == "possible"
    assert verdict(day, None, None, None, "2000-06-01") == "possible"
    assert verdict(day, day, "2001-01-01", None, "2010-01-01") == "possible"
