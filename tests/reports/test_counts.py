"""How many were members on a day, on three bases: worked out by hand from the acts of the seeds.

The treaty: six sign on 1992-05-15; Azerbaijan (1993-09-24), Georgia (1993-12-09) and Belarus (1993-12-31) accede; in
force for all nine on 1994-04-20; three do not renew, 1999-04-20; Uzbekistan returns 2006-08-16 and is suspended
2012-12-19. The Charter: six sign on 2002-10-07, in force 2003-09-18. The documents: six listed on 2002-05-14, seven on
2009-09-26, nothing said of other days.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from secdb.reports.counting import Count, count_in_words, course, doubt, doubts_of
from secdb.reports.matrix import matrix
from secdb.reports.members import members

if TYPE_CHECKING:
    from secdb.database.reader import Register

BASES = ("signed", "consented", "in-force")
TREATY = """
    day        | signed | consented | in force
    1992-05-14 | 0      | 0         | 0
    1992-05-15 | 6      | 0         | 0
    1993-09-23 | 6      | 0         | 0
    1993-09-24 | 7      | 1         | 0
    1993-12-08 | 7      | 1         | 0
    1993-12-09 | 8      | 2         | 0
    1993-12-30 | 8      | 2         | 0
    1993-12-31 | 9      | 3         | 0
    1994-01-15 | 9      | 3         | 0
    1994-04-19 | 9      | 3         | 0
    1994-04-20 | 9      | 9         | 9
    1999-03-31 | 9      | 9         | 9
    1999-04-19 | 9      | 9         | 9
    1999-04-20 | 6      | 6         | 6
    2002-05-14 | 6      | 6         | 6
    2006-06-23 | 6      | 6         | 6
    2006-08-15 | 6      | 6         | 6
    2006-08-16 | 7      | 7         | 7
    2008-03-28 | 7      | 7         | 7
    2009-09-26 | 7      | 7         | 7
    2012-06-28 | 7      | 7         | 7
    2012-12-18 | 7      | 7         | 7
    2012-12-19 | 6      | 6         | 6
    2024-02-23 | 6      | 6         | 6
"""
CHARTER = """
    day        | signed | consented | in force
    2002-10-06 | 0      | 0         | 0
    2002-10-07 | 6      | 0         | 0
    2003-09-17 | 6      | 0         | 0
    2003-09-18 | 6      | 6         | 6
    2006-08-16 | 7      | 7         | 7
    2012-12-19 | 6      | 6         | 6
"""
# the same on every basis: who stands on a list of members is a party
DOCUMENTS = {
    "1994-04-19": (0, 0),
    "1994-04-20": (0, 6),
    "2002-05-13": (0, 6),
    "2002-05-14": (6, 0),
    "2002-05-15": (6, 1),
    "2009-09-25": (6, 1),
    "2009-09-26": (7, 0),
    "2009-09-27": (0, 7),
}


def by_hand(table: str) -> list[tuple[str, str, int]]:
    """Return day, basis and count of each cell of a table."""
    _, *lines = ([cell.strip() for cell in line.split("|")] for line in table.strip().splitlines())
    return [(day, basis, int(cell)) for day, *cells in lines for basis, cell in zip(BASES, cells, strict=True)]


@pytest.mark.parametrize(("treaty", "table"), [("cst", TREATY), ("csto", CHARTER)])
def test_every_count_of_the_register_is_the_one_worked_out_by_hand(seeds: Register, treaty: str, table: str) -> None:
    for on, basis, number in by_hand(table):
        counted = members(seeds, treaty, on, basis=basis).count
        assert counted == {"member": number, "possible": 0}, (on, basis)
        assert matrix(seeds, [treaty], on, basis=basis).about["counts"] == {treaty: counted}


def test_every_count_of_the_documents_is_the_one_worked_out_by_hand(seeds: Register) -> None:
    for on, (member, possible) in DOCUMENTS.items():
        for basis in BASES:
            counted = members(seeds, "cst", on, basis=basis, dataset="documents").count
            assert counted == {"member": member, "possible": possible}, (on, basis)


def test_the_course_of_a_count_has_the_days_on_which_it_changes(seeds: Register) -> None:
    query = "SELECT * FROM memberships WHERE dataset = :dataset AND treaty = 'cst' AND status = 'party'"
    periods: dict[str, list[dict[str, object]]] = {}
    for row in seeds.rows(query, dataset="register"):
        periods.setdefault(row["state"], []).append(row)
    assert course(periods.values(), "in-force") == {
        "": Count(0, 0),
        "1994-04-20": Count(9, 0),
        "1999-04-20": Count(6, 0),
        "2006-08-16": Count(7, 0),
        "2012-12-19": Count(6, 0),
    }


@pytest.mark.parametrize(
    ("count", "doubts", "words"),
    [
        ((6, 0), [], "6"),
        ((6, 1), ["Uzbekistan had joined"], "6, or 7 if Uzbekistan had joined"),
        ((6, 1), [], "6 or 7"),
        ((6, 3), [], "6 to 9"),
        ((6, 3), ["one", "two", "three"], "6 to 9"),
        ((0, 2), [], "0 to 2"),
    ],
)
def test_a_count_with_doubt_is_a_range(count: tuple[int, int], doubts: list[str], words: str) -> None:
    assert count_in_words(Count(*count)._asdict(), doubts) == words


@pytest.mark.parametrize(
    ("count", "words"),
    [
        ((1, 0), "1 member"),
        ((0, 0), "0 members"),
        ((0, 1), "0 members, or 1 if Ani had joined"),
        ((1, 1), "1 member, or 2 if Ani had joined"),
        ((1, 2), "1 to 3 members"),
    ],
)
def test_members_are_one_or_many(count: tuple[int, int], words: str) -> None:
    assert count_in_words(Count(*count)._asdict(), ["Ani had joined"], noun="member") == words


@pytest.mark.parametrize(
    ("bounds", "clause"),
    [
        (("2009-09-26", None, None), "Uzbekistan had joined"),
        ((None, None, None), "Uzbekistan had joined"),
        (("2009-09-26", "2012-01-01", "withdrawal"), "Uzbekistan had joined"),
        (("1994-04-20", "2001-01-01", "withdrawal"), "Uzbekistan had not left"),
        (("1994-04-20", "2001-01-01", "suspension"), "Uzbekistan had not been suspended"),
        (("2009-09-26", "2001-01-01", "withdrawal"), "Uzbekistan was one"),
    ],
)
def test_the_doubt_is_about_the_beginning_or_the_end(bounds: tuple[str | None, ...], clause: str) -> None:
    since, until, closed_by = bounds
    assert doubt("Uzbekistan", since, until, closed_by, "2006-01-01") == clause


def test_the_one_in_doubt_is_named(seeds: Register) -> None:
    rows = members(seeds, "cst", "2006-01-01", dataset="documents").rows
    assert doubts_of(rows, "2006-01-01") == ["Uzbekistan had joined"]
