"""Datasets compared: the contradicting claims about the Collective Security Treaty, a dataset for each who claims.

Claims and their days are those of the literature: ATOP 4.01 no. 4220 (Belarus 1994-01-03, Uzbekistan back 2006-08-17,
out 2012-06-28), Wikipedia 2025 (Georgia 1993-09-09, ends 1999-04-02, Uzbekistan back 2008-03-28), COW IGO v3 (seven
members of the Organization in 2002-2011), TASS 2012 (Uzbekistan suspended from 1999). Days apart are counted on the
calendar.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from secdb import database
from secdb.database.reader import open_register
from secdb.errors import NotFoundError, UsageError
from secdb.register import load, revise
from secdb.reports.comparing.compare import compare
from secdb.reports.comparing.spells import apart
from tests.register.samples import table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from secdb.database.reader import Register
    from secdb.reports.base import Report

DATASETS = table(
    "dataset",
    """
    code      | title               | covers_from | covers_to
    atop      | ATOP 4.01           |             |
    wikipedia | Wikipedia, 2025     |             |
    tass      | TASS, 2012          |             |
    gibler    | Gibler, no. 4.1442  |             |
    whole     | One spell           |             |
    cow       | COW IGO v3          | 2002-01-01  | 2012-12-31
    earlier   | The years before    |             | 1990-12-31
    swap      | One after the other |             |
""",
)
FORCE = [
    f"{dataset} | cst | {state} | entry_into_force | 1994-04-20"
    for dataset in ("atop", "wikipedia")
    for state in ("ARM", "AZE", "BLR", "GEO", "KAZ", "KGZ", "RUS", "TJK", "UZB")
]
OTHERS = """
    atop | cst | AZE | accession | 1993-09-24
    atop | cst | GEO | accession | 1993-12-09
    atop | cst | BLR | accession | 1994-01-03
    atop | cst | AZE | non_renewal | 1999-04-20
    atop | cst | GEO | non_renewal | 1999-04-20
    atop | cst | UZB | non_renewal | 1999-04-20
    atop | cst | UZB | accession | 2006-08-17
    atop | cst | UZB | withdrawal | 2012-06-28
    wikipedia | cst | AZE | accession | 1993-09-24
    wikipedia | cst | GEO | accession | 1993-09-09
    wikipedia | cst | BLR | accession | 1993-12-31
    wikipedia | cst | AZE | non_renewal | 1999-04-02
    wikipedia | cst | GEO | non_renewal | 1999-04-02
    wikipedia | cst | UZB | non_renewal | 1999-04-02
    wikipedia | cst | UZB | ratification | 2008-03-28
    wikipedia | cst | UZB | suspension | 2012-12-19
    tass | cst | UZB | entry_into_force | 1994-04-20
    tass | cst | UZB | suspension | 1999-04-20
    tass | cst | UZB | resumption | 2006-08-16
    tass | cst | UZB | suspension | 2012-12-19
    gibler | cst | MDA | participation | 1992-05-15
    whole | cst | UZB | entry_into_force | 1994-04-20
    whole | cst | UZB | suspension | 2012-12-19
    cow | csto-charter | UZB | withdrawal | 2012-01-01
    swap | cst | MDA | participation | 2013-01-01
    swap | cst | MDA | withdrawal | 2014-01-01
    swap | cst | UKR | participation | 2014-01-01
"""
SEVEN = ("ARM", "BLR", "KAZ", "KGZ", "RUS", "TJK", "UZB")
LINES = [
    *FORCE,
    *OTHERS.strip().splitlines(),
    *(f"cow | csto-charter | {state} | participation | 2002-01-01" for state in SEVEN),
]
ACTS = table(
    "act",
    "\n".join(
        [
            "id | dataset | treaty | state | kind | date_edtf",
            *(f"{number} | {line}" for number, line in enumerate(LINES, 1001)),
        ]
    ),
)


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def claims(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Register]:
    """Return the seeds with a dataset for each who claims."""
    if request.param == "sqlite":
        path = tmp_path_factory.mktemp("claims") / "register.db"
        path.write_bytes(request.getfixturevalue("seeded_file").read_bytes())
        url = str(path)
    else:
        url = request.getfixturevalue("new_postgres_template")(template=request.getfixturevalue("seeded_server"))
    engine = database.engine(database.locate(url).url)
    with revise(engine, author="tests", message="claims") as writer:
        load(writer.session, [DATASETS, ACTS])
    engine.dispose()
    with open_register(url) as register:
        yield register


def told(report: Report[Any], *states: str) -> list[tuple[Any, ...]]:
    rows = [row for row in report.rows if not states or row.state in states]
    return [(row.state, row.field, row.a, row.b, row.days_apart) for row in rows]


def counted(report: Report[Any]) -> list[tuple[Any, ...]]:
    stretches = report.about["counts_differ"]
    assert all(one[side].keys() == {"member", "possible"} for one in stretches for side in "ab")
    return [(one["from"], one["to"], *one["a"].values(), *one["b"].values()) for one in stretches]


def alone(report: Report[Any]) -> list[tuple[str, str]]:
    """Return the States that only the first dataset counts, and only the second, of each stretch."""
    return [(" ".join(one["only_a"]), " ".join(one["only_b"])) for one in report.about["counts_differ"]]


def test_the_register_and_atop_differ_on_three_days(claims: Register) -> None:
    report = compare(claims, "cst", ["register", "atop"], basis="consented")
    assert told(report) == [
        ("BLR", "start", "1993-12-31", "1994-01-03", 3),
        ("UZB", "start", "2006-08-16", "2006-08-17", 1),
        ("UZB", "end", "2012-12-19", "2012-06-28", 174),
        ("UZB", "status", "suspended 2012-12-19/..", "none", None),
    ]
    assert counted(report) == [
        ("1993-12-31", "1994-01-03", 3, 0, 2, 0),
        ("2006-08-16", "2006-08-17", 7, 0, 6, 0),
        ("2012-06-28", "2012-12-19", 7, 0, 6, 0),
    ]
    assert alone(report) == [("BLR", ""), ("UZB", ""), ("UZB", "")]


def test_the_register_and_wikipedia_differ_on_georgia_the_end_and_the_return(claims: Register) -> None:
    report = compare(claims, "cst", ["register", "wikipedia"], basis="consented")
    assert told(report) == [
        ("AZE", "end", "1999-04-20", "1999-04-02", 18),
        ("GEO", "start", "1993-12-09", "1993-09-09", 91),
        ("GEO", "end", "1999-04-20", "1999-04-02", 18),
        ("UZB", "end", "1999-04-20", "1999-04-02", 18),
        ("UZB", "start", "2006-08-16", "2008-03-28", 590),
    ]
    assert counted(report) == [
        ("1993-09-09", "1993-09-24", 0, 0, 1, 0),
        ("1993-09-24", "1993-12-09", 1, 0, 2, 0),
        ("1999-04-02", "1999-04-20", 9, 0, 6, 0),
        ("2006-08-16", "2008-03-28", 7, 0, 6, 0),
    ]
    assert alone(report) == [("", "GEO"), ("", "GEO"), ("AZE GEO UZB", ""), ("UZB", "")]


def test_three_datasets_are_compared_pair_by_pair(claims: Register) -> None:
    report = compare(claims, "cst", ["register", "atop", "wikipedia"], basis="consented")
    pairs = [("register", "atop"), ("register", "wikipedia"), ("atop", "wikipedia")]
    assert list(dict.fromkeys((row.dataset_a, row.dataset_b) for row in report.rows)) == pairs
    assert [(one["dataset_a"], one["dataset_b"]) for one in report.about["compared"]] == pairs
    last = [row for row in report.rows if (row.dataset_a, row.dataset_b) == pairs[-1] and row.state == "UZB"]
    assert [(row.field, row.a, row.b, row.days_apart) for row in last] == [
        ("end", "1999-04-20", "1999-04-02", 18),
        ("start", "2006-08-17", "2008-03-28", 589),
        ("end", "2012-06-28", "2012-12-19", 174),
        ("status", "none", "suspended 2012-12-19/..", None),
    ]


def test_suspended_and_out_are_not_the_same(claims: Register) -> None:
    report = compare(claims, "cst", ["register", "tass"])
    assert told(report, "UZB") == [("UZB", "status", "none", "suspended 1999-04-20/2006-08-16", None)]


def test_a_gap_that_one_dataset_lacks_is_told(claims: Register) -> None:
    report = compare(claims, "cst", ["register", "whole"])
    gap = ("UZB", "presence", "none 1999-04-20/2006-08-16", "1994-04-20/2012-12-19", None)
    assert told(report, "UZB") == [gap]
    turned = compare(claims, "cst", ["whole", "register"])
    assert told(turned, "UZB") == [(*gap[:2], gap[3], gap[2], None)]


def test_a_state_that_one_dataset_lacks_is_told(claims: Register) -> None:
    report = compare(claims, "cst", ["register", "gibler"])
    assert told(report, "MDA", "GEO") == [
        ("GEO", "presence", "1994-04-20/1999-04-20", "none", None),
        ("MDA", "presence", "none", "1992-05-15/..", None),
    ]
    assert compare(claims, "cst", ["register", "gibler"]).rows[0].sources


def test_nothing_is_compared_outside_the_days_that_a_dataset_covers(claims: Register) -> None:
    report = compare(claims, "csto", ["register", "cow"])
    assert report.about["compared"] == [
        {"dataset_a": "register", "dataset_b": "cow", "from": "2002-01-01", "to": "2013-01-01"}
    ]
    assert told(report, "ARM", "UZB") == [
        ("ARM", "start", "2003-09-18", "2002-01-01", 625),
        ("UZB", "start", "2006-08-16", "2002-01-01", 1688),
        ("UZB", "end", "2012-12-19", "2012-01-01", 353),
        ("UZB", "status", "suspended 2012-12-19/..", "none", None),
    ]
    assert counted(report) == [
        ("2002-01-01", "2003-09-18", 0, 0, 7, 0),
        ("2003-09-18", "2006-08-16", 6, 0, 7, 0),
        ("2012-01-01", "2012-12-19", 7, 0, 6, 0),
    ]
    assert alone(report) == [("", " ".join(SEVEN)), ("", "UZB"), ("UZB", "")]


def test_states_that_only_one_of_the_two_counts_are_told_of_both(claims: Register) -> None:
    report = compare(claims, "cst", ["whole", "gibler"])
    assert counted(report) == [("1992-05-15", "1994-04-20", 0, 0, 1, 0), ("2012-12-19", None, 0, 0, 1, 0)]
    assert alone(report) == [("", "MDA"), ("", "MDA")]
    report = compare(claims, "cst", ["register", "gibler"])
    assert counted(report)[1] == ("1994-04-20", "1999-04-20", 9, 0, 1, 0)
    assert alone(report)[1] == ("ARM AZE BLR GEO KAZ KGZ RUS TJK UZB", "MDA")


def test_a_state_is_told_only_where_it_makes_the_difference_on_all_the_days(claims: Register) -> None:
    report = compare(claims, "cst", ["swap", "whole"])
    assert counted(report) == [("1994-04-20", "2012-12-19", 0, 0, 1, 0), ("2013-01-01", None, 1, 0, 0, 0)]
    assert alone(report) == [("", "UZB"), ("", "")]


def test_datasets_without_a_day_in_common_do_not_differ(claims: Register) -> None:
    report = compare(claims, "csto", ["earlier", "cow"])
    assert (report.rows, report.about["counts_differ"]) == ((), [])


def test_the_documents_know_of_the_return_only_between_which_days_it_lies(seeds: Register) -> None:
    report = compare(seeds, "cst", ["register", "documents"])
    assert told(report) == [("UZB", "start", "2006-08-16", "[2002-05-15..2009-09-26]", 0)]
    assert counted(report) == [
        ("2002-05-15", "2006-08-16", 6, 0, 6, 1),
        ("2006-08-16", "2009-09-26", 7, 0, 6, 1),
    ]
    assert alone(report) == [("", ""), ("", "")]  # of Uzbekistan the documents are not certain
    assert {source.document for source in report.rows[0].sources} >= {"tass-2012-06-28", "cst-2009"}


def test_under_the_charter_the_documents_are_certain_of_one_day_only(seeds: Register) -> None:
    report = compare(seeds, "csto", ["register", "documents"])
    one_day = {"dataset_a": "register", "dataset_b": "documents", "from": "2009-09-26", "to": "2009-09-27"}
    assert (told(report), report.about["compared"]) == ([], [one_day])


def test_a_dataset_does_not_differ_from_itself(seeds: Register) -> None:
    for named in (["register"], ["register", "REGISTER"], []):
        with pytest.raises(UsageError, match="two datasets or more"):
            compare(seeds, "cst", named)
    with pytest.raises(NotFoundError):
        compare(seeds, "cst", ["register", "nobody"])


@pytest.mark.parametrize(
    ("a", "b", "days"),
    [
        (("2000-02-28", "2000-02-28"), ("2000-03-01", "2000-03-01"), 2),
        (("1993-01-01", "1993-12-31"), ("1994-01-03", "1994-01-03"), 3),
        (("1993-01-01", "1993-12-31"), ("1993-12-31", "1995-01-01"), 0),
        ((None, "1993-12-31"), ("1994-01-01", None), 1),
        ((None, "1993-12-31"), (None, "1800-01-01"), 0),
        (("2009-09-27", None), ("2012-12-19", "2012-12-19"), 0),
        ((None, None), ("2012-12-19", "2012-12-19"), 0),
    ],
)
def test_days_apart_are_the_fewest_there_can_be(a: Any, b: Any, days: int) -> None:  # noqa: ANN401 - pairs of days
    assert apart(a, b) == apart(b, a) == days
