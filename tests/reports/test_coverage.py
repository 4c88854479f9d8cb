"""A dataset that speaks of 2001-07-01 to 2014-12-31 says nothing of any other day, in no report.

In it Armenia is a party to the Collective Security Treaty from 1994-04-20 on, and nothing ends that; Uzbekistan from
2006-08-16 until 2012-12-19; Belarus until 2020-01-01; Tajikistan from 2016-01-01 on. Of 2001 the half is covered, of
2002 to 2014 every day.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import secdb
from secdb import database
from secdb.database.reader import open_register
from secdb.register import load, revise
from secdb.reports.coverage import Coverage
from secdb.reports.listing import listing
from secdb.reports.membership import explain, membership
from tests.inside import run
from tests.register.samples import table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from secdb.database.reader import Register

pytestmark = pytest.mark.server_later

NO_DATA = {"member": None, "possible": None}
SAID = "cow speaks of 2001-07-01 to 2014-12-31 only"
TABLES = [
    table(
        "dataset",
        """
    code  | title     | covers_from | covers_to
    cow   | COW       | 2001-07-01  | 2014-12-31
    since | From 2010 | 2010-01-01  |
""",
    ),
    table(
        "act",
        """
    id   | dataset | treaty | state | kind             | date_edtf
    1001 | cow     | cst    | ARM   | entry_into_force | 1994-04-20
    1002 | cow     | cst    | UZB   | entry_into_force | 2006-08-16
    1003 | cow     | cst    | UZB   | withdrawal       | 2012-12-19
    1004 | cow     | cst    | BLR   | entry_into_force | 1994-04-20
    1005 | cow     | cst    | BLR   | withdrawal       | 2020-01-01
    1006 | cow     | cst    | TJK   | entry_into_force | 2016-01-01
    1007 | cow     | cst    | KGZ   | signature        | 2003-01-01
    1008 | since   | cst    | ARM   | entry_into_force | 1994-04-20
""",
    ),
]


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def place(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> str:
    """Return what `--database` takes for the seeds with the two datasets."""
    if request.param == "sqlite":
        path = tmp_path_factory.mktemp("coverage") / "register.db"
        path.write_bytes(request.getfixturevalue("seeded_file").read_bytes())
        url = str(path)
    else:
        url = request.getfixturevalue("new_postgres_template")(template=request.getfixturevalue("seeded_server"))
    engine = database.engine(database.locate(url).url)
    with revise(engine, author="tests", message="datasets") as writer:
        load(writer.session, TABLES)
    engine.dispose()
    return url


@pytest.fixture
def cow(place: str) -> Iterator[Register]:
    with open_register(place) as register:
        yield register


@pytest.mark.parametrize(
    ("on", "states"),
    [
        ("2001-06-30", None),
        ("2001-07-01", {"ARM", "BLR"}),
        ("2012-12-18", {"ARM", "BLR", "UZB"}),
        ("2014-12-31", {"ARM", "BLR"}),
        ("2015-01-01", None),
        (None, None),  # today
    ],
)
def test_a_day_outside_has_no_data(cow: Register, on: str | None, states: set[str] | None) -> None:
    report = secdb.members(cow, "cst", on=on, dataset="cow")
    counted = NO_DATA if states is None else {"member": len(states), "possible": 0}
    assert {row.state for row in report.rows} == (states or set())
    assert report.to_dict()["count"] == counted
    assert report.about["coverage"] == {"from": "2001-07-01", "to": "2014-12-31"}
    assert report.about["covered"] is (states is not None)
    matrix = secdb.matrix(cow, ["cst"], on=on, dataset="cow")
    assert {row.state for row in matrix.rows} == (states or set())
    assert (matrix.about["counts"]["cst"], matrix.about["covered"]) == (counted, states is not None)
    signed = secdb.signed_not_ratified(cow, ["cst"], on=on, dataset="cow")
    number = None if states is None else int(on is not None and on >= "2003-01-01")
    assert (len(signed.rows), signed.about["count"]["certain"]) == (number or 0, number)


def test_a_dataset_without_limits_says_nothing_of_them(cow: Register) -> None:
    about = secdb.members(cow, "cst", on="1800-01-01").about
    assert about["count"] == {"member": 0, "possible": 0}
    assert not {"coverage", "covered"} & set(about)


def test_a_dataset_may_have_no_last_day(cow: Register) -> None:
    assert secdb.members(cow, "cst", dataset="since").count == {"member": 1, "possible": 0}
    assert secdb.members(cow, "cst", on="2009", dataset="since").count == NO_DATA
    [spell] = secdb.timeline(cow, "cst", dataset="since").rows
    assert (spell.start_earliest, spell.start_latest, spell.end_earliest, spell.closed_by) == (
        *(None, "2010-01-01", None, None),
    )


def test_what_lasts_to_the_end_of_the_coverage_is_not_said_to_go_on(cow: Register) -> None:
    rows = {row.state: row for row in secdb.members(cow, "cst", on="2014", dataset="cow").rows}
    for state in ("ARM", "BLR"):
        row = rows[state]
        assert (row.since_earliest, row.since_latest) == (None, "2001-07-01")
        assert (row.until_earliest, row.until_latest, row.closed_by) == ("2015-01-01", None, None)
    [row] = [row for row in secdb.members(cow, "cst", on="2010", dataset="cow").rows if row.state == "UZB"]
    assert (row.since_earliest, row.until_earliest, row.closed_by) == ("2006-08-16", "2012-12-19", "withdrawal")


@pytest.mark.parametrize(
    ("days", "covered", "changes", "counts"),
    [
        (("2002", "2014"), True, [], (2, 2)),
        (("2002", "2010"), True, [("UZB", "joined")], (2, 3)),
        (("2001-06-30", "2010"), False, [], (None, 3)),
        (("2010", "2015"), False, [], (3, None)),
        (("2000", "2015"), False, [], (None, None)),
    ],
)
def test_changes_from_or_to_a_day_outside_are_not_told(
    cow: Register,
    days: tuple[str, str],
    covered: bool,  # noqa: FBT001
    changes: list[tuple[str, str]],
    counts: tuple[int | None, int | None],
) -> None:
    report = secdb.changes(cow, "cst", *days, dataset="cow")
    assert [(row.state, row.change) for row in report.rows] == changes
    assert (report.about["count_from"]["member"], report.about["count_to"]["member"]) == counts
    assert report.about["covered"] is covered


def test_the_timeline_ends_with_the_coverage(cow: Register) -> None:
    report = secdb.timeline(cow, "cst", dataset="cow")
    assert [(row.state, row.start_latest, row.end_earliest, row.end_latest) for row in report.rows] == [
        ("ARM", "2001-07-01", "2015-01-01", None),
        ("BLR", "2001-07-01", "2015-01-01", None),
        ("KGZ", "2003-01-01", "2015-01-01", None),
        ("UZB", "2006-08-16", "2012-12-19", "2012-12-19"),
    ]
    assert (report.about["from"], report.about["to"], report.about["covered"]) == ("2001-07-01", "2014-12-31", True)
    outside = secdb.timeline(cow, "cst", from_="1990", to="2000", dataset="cow")
    assert outside.rows == ()
    assert (outside.about["from"], outside.about["to"], outside.about["covered"]) == (
        *("1990-01-01", "2000-12-31", False),
    )


def test_years_not_covered_whole_have_no_rows(cow: Register) -> None:
    panel = secdb.panel(cow, "cst", from_=1990, to=2020, rule="any", dataset="cow")
    assert {row.year for row in panel.rows} == set(range(2002, 2015))
    assert (panel.about["from"], panel.about["to"], panel.about["covered"]) == (1990, 2020, False)
    dyads = secdb.dyads(cow, "cst", from_=2001, to=2002, rule="any", dataset="cow")
    assert [(row.state_a, row.state_b, row.year, row.days) for row in dyads.rows] == [("ARM", "BLR", 2002, 365)]
    for year in (2001, 2015):
        assert secdb.panel(cow, "cst", from_=year, to=year, rule="any", dataset="cow").rows == ()
        assert secdb.dyads(cow, "cst", from_=year, to=year, rule="any", dataset="cow").rows == ()


def test_ties_of_days_not_covered_are_not_told(cow: Register) -> None:
    def ties(**days: str) -> list[tuple[str, str]]:
        return [(row.state_a, row.state_b) for row in secdb.network(cow, dataset="cow", **days).rows]

    assert ties(on="2015-01-01") == []
    assert ties() == []  # today
    assert ties(on="2014-12-31") == ties(from_="2014", to="2030") == [("ARM", "BLR")]
    assert len(ties(from_="1990", to="2030")) == len({"ARM-BLR", "ARM-UZB", "BLR-UZB"})


def test_what_follows_outside_the_coverage_is_no_event_of_a_history(cow: Register) -> None:
    def periods(state: str) -> list[str]:
        report = secdb.history(cow, state, dataset="cow")
        assert report.about["coverage"] == {"from": "2001-07-01", "to": "2014-12-31"}
        return [row.detail for row in report.rows if row.what == "period"]

    assert periods("ARM") == periods("BLR") == periods("TJK") == []
    assert periods("UZB") == ["party begins by entry_into_force", "party ends by withdrawal"]


def test_a_dossier_looks_at_no_day_outside_by_itself(cow: Register) -> None:
    page = secdb.dossier(cow, "cst", dataset="cow")
    assert "On 2014-12-31" in page
    assert "no data" not in page
    assert "has not ended" not in page


def test_that_nothing_is_said_of_later_days_is_no_change(cow: Register) -> None:
    query = "SELECT state FROM membership_changes WHERE dataset = 'cow' AND status = 'party' AND change = 'ended'"
    ended = {str(row["state"]) for row in cow.rows(query)}
    assert "UZB" in ended
    assert "ARM" not in ended


def test_periods_come_with_the_days_covered_and_end_with_them_at_a_day_unknown(cow: Register) -> None:
    covered = {"from": "2001-07-01", "to": "2014-12-31"}
    [row] = [row for row in listing(cow, "membership", dataset="cow").rows if row["state"] == "ARM"]
    assert (row["since_earliest"], row["until_earliest"], row["until_latest"]) == ("1994-04-20", "2015-01-01", None)
    for report in (
        listing(cow, "membership", dataset="cow", treaty="cst"),
        membership(cow, "cst", "ARM", dataset="cow"),
        explain(cow, "cst", "ARM", dataset="cow"),
    ):
        assert report.to_dict()["coverage"] == covered
    assert listing(cow, "membership", dataset="since").about["coverage"] == {"from": "2010-01-01", "to": None}
    without = (listing(cow, "membership"), listing(cow, "act", dataset="cow"), explain(cow, "cst", "ARM", "2014"))
    assert not any({"coverage", "covered"} & set(report.about) for report in without)


@pytest.mark.parametrize(
    ("on", "standing", "because"),
    [
        ("2014-12-31", "member", "On 2014-12-31: certainly party (period 1). In force: member."),
        ("2015-01-01", None, f"On 2015-01-01: no data: {SAID}."),
    ],
)
def test_what_held_on_a_day_outside_is_not_explained(
    cow: Register, on: str, standing: str | None, because: str
) -> None:
    about = explain(cow, "cst", "ARM", on, dataset="cow").about
    assert (about["standing"], about["because"]) == (standing, because)
    assert about["covered"] is (standing is not None)


@pytest.mark.parametrize(
    ("command", "out", "err"),
    [
        ("membership list cst", f"{SAID}.", ""),
        ("membership show cst ARM", f"{SAID}.", ""),
        ("membership explain cst ARM", f"{SAID}.", ""),
        ("membership explain cst ARM --on 2015", f"On 2015-12-31: no data: {SAID}.", ""),
        ("membership list cst -f csv", "ARM", ""),
        ("members cst", f"no data: {SAID}", ""),
        ("members cst --on 2014 -f csv", "ARM", ""),
        ("changes cst 2000 2010", f"no data -> 3; {SAID}", ""),
        ("matrix cst csto", f"no data: {SAID}", ""),
        ("signed-not-ratified cst", f"no data: {SAID}", ""),
        ("timeline cst --draw", SAID, ""),
        ("history ARM", SAID, ""),
        ("panel cst --from 1990 --to 2020 -f csv", "2002", f"Left out: 1990 to 2001 and 2015 to 2020; {SAID}."),
        ("panel cst --from 2015 --to 2015 -f csv --sources", "state,", f"Left out: 2015; {SAID}."),
        ("dyads cst --from 2014 --to 2015 -f csv --sources", "2014", f"Left out: 2015; {SAID}."),
        ("network --on 2015-01-01 -f csv", "state_a", f"Days that the dataset does not cover are left out; {SAID}."),
    ],
)
def test_commands_say_so(place: str, command: str, out: str, err: str) -> None:
    done = run("--database", place, *command.split(), "--dataset", "cow")
    assert done.returncode == 0, done.stderr
    assert out in " ".join(done.stdout.split())
    assert done.stderr.strip() == err


def test_the_days_of_a_coverage_include_its_ends() -> None:
    coverage = Coverage("2001-07-01", "2015-01-01")
    assert coverage.last == "2014-12-31"
    days = ("2001-06-30", "2001-07-01", "2014-12-31", "2015-01-01")
    assert [coverage.has(day) for day in days] == [False, True, True, False]
    assert Coverage(None, None).has("0001-01-01", "9999-12-31", None)
