"""Who signed, and who held an office: from the letters of 21 May 2002 and 30 September 2009, read by eye."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from secdb import database
from secdb.database.reader import open_register
from secdb.errors import DateError, NotFoundError
from secdb.register import load, revise
from secdb.reports.offices import held, signatories, who
from tests.register.samples import table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from secdb.database.reader import Register

TENURES = table(
    "tenure",
    """
    id | dataset  | person    | state | office                       | valid                 | rank
    1  | register | churkin-v | RUS   | permanent_representative     | 2006-05-01/2017-02-20 | normal
    2  | register | lavrov-s  | RUS   | minister_for_foreign_affairs | 2004-03-09/..         | normal
    """,
)


@pytest.fixture(params=["sqlite", "postgresql"])
def recorded(request: pytest.FixtureRequest) -> Iterator[Register]:
    """Return a register with the seeds and two recorded tenures."""
    if request.param == "sqlite":
        path = request.getfixturevalue("tmp_path") / "register.db"
        path.write_bytes(request.getfixturevalue("seeded_file").read_bytes())
        url = str(path)
    else:
        url = request.getfixturevalue("new_postgres_database")(template=request.getfixturevalue("seeded_server"))
    engine = database.engine(database.locate(url).url)
    with revise(engine, author="tests", message="tenures") as writer:
        load(writer.session, [TENURES])
    engine.dispose()
    with open_register(url) as register:
        yield register


def test_six_heads_of_state_signed_in_2002(seeds: Register) -> None:
    report = signatories(seeds, "cst-2002-statement")
    assert [(row.position, row.state, row.person, row.capacity, row.mode) for row in report.rows] == [
        (1, "ARM", "Robert Kocharian", "head_of_state", "signed"),
        (2, "BLR", "Aleksandr Lukashenko", "head_of_state", "signed"),
        (3, "KAZ", "Nursultan Nazarbaev", "head_of_state", "signed"),
        (4, "KGZ", "Askar Akayev", "head_of_state", "signed"),
        (5, "RUS", "Vladimir Putin", "head_of_state", "signed"),
        (6, "TJK", "Emomali Rakhmonov", "head_of_state", "signed"),
    ]
    assert "(Signed) Vladimir Putin" in [source.quotation for source in report.rows[4].sources]


def test_seven_ministers_of_2009_are_not_named(seeds: Register) -> None:
    rows = signatories(seeds, "cst-2009-statement").rows
    assert [row.state for row in rows] == ["ARM", "BLR", "KAZ", "KGZ", "RUS", "TJK", "UZB"]
    assert {(row.person, row.capacity, row.mode) for row in rows} == {(None, "minister_for_foreign_affairs", "issued")}


def test_an_unknown_statement_lists_the_nearest(seeds: Register) -> None:
    with pytest.raises(NotFoundError, match="cst-2002-statement"):
        signatories(seeds, "cst-2002-statment")


def test_a_signature_is_certain_on_its_day(seeds: Register) -> None:
    first = who(seeds, "russia", "2002-05-14").rows[0]
    assert (first.office, first.person, first.standing, first.origin) == (
        "head_of_state",
        "Vladimir Putin",
        "certain",
        "attested",
    )
    assert first.statement == "cst-2002-statement"
    assert first.sources


def test_a_signature_of_another_day_says_possible_and_the_nearest_comes_first(seeds: Register) -> None:
    rows = who(seeds, "RUS", "2009-09-29").rows
    assert [(row.standing, row.person, row.statement) for row in rows] == [
        ("possible", "Vitaly Churkin", "cst-2009-letter"),
        ("possible", None, "cst-2009-statement"),
        ("possible", "S. Lavrov", "cst-2002-letter"),
        ("possible", "Vladimir Putin", "cst-2002-statement"),
    ]


def test_where_the_holder_is_known_nobody_else_is_possible(seeds: Register) -> None:
    rows = who(seeds, "RUS", "2009-09-30").rows
    assert [row.person for row in rows if row.office == "permanent_representative"] == ["Vitaly Churkin"]


def test_a_recorded_tenure_bounds_what_a_signature_attests(recorded: Register) -> None:
    found = {(row.person, row.origin, row.standing) for row in who(recorded, "RUS", "2018-01-01").rows}
    assert found == {
        ("S. Lavrov", "recorded", "certain"),  # minister; the unnamed one of 2009 is no second minister
        ("S. Lavrov", "attested", "possible"),  # permanent representative of 2002
        ("Vladimir Putin", "attested", "possible"),
    }


def test_a_recorded_tenure_is_certain_between_its_days(recorded: Register) -> None:
    rows = [row for row in who(recorded, "RUS", "2010-01-01").rows if row.standing == "certain"]
    assert [(row.person, row.since_latest, row.until_earliest) for row in rows] == [
        ("S. Lavrov", "2004-03-09", None),
        ("Vitaly Churkin", "2006-05-01", "2017-02-21"),
    ]


def test_heads_of_state_of_a_day_and_of_any_day(seeds: Register) -> None:
    rows = who(seeds, None, "2002-05-14", office="head_of_state").rows
    assert [row.state for row in rows] == ["ARM", "BLR", "KAZ", "KGZ", "RUS", "TJK"]
    assert {row.standing for row in rows} == {"certain"}
    assert [row.person for row in held(seeds, "head_of_state", state="kyrgyz republic").rows] == ["Askar Akayev"]
    assert [row.person for row in held(seeds, "representative", state="RUS").rows] == ["S. Lavrov", "Vitaly Churkin"]


def test_an_impossible_day(seeds: Register) -> None:
    with pytest.raises(DateError):
        who(seeds, "RUS", "2009-02-30")
