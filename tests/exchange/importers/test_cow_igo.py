"""COW IGO, state-year format: codes by year become acts with honest bounds."""

from __future__ import annotations

import gzip
from typing import TYPE_CHECKING

import pytest

import secdb
from secdb.exchange.csvfile import PackageError
from secdb.exchange.importers import cow_igo
from secdb.exchange.importers.states import States
from tests.exchange.importers.importing import imported, write

if TYPE_CHECKING:
    from pathlib import Path

    from tests.exchange.importers.importing import Imported

USA, RUSSIA, GERMANY, WEST_GERMANY, UZBEKISTAN, YEMEN_SOUTH = "2", "365", "255", "260", "704", "680"
PARTY, OUT, ASSOCIATE, OBSERVER = "participation", "cessation", "associate_admission", "observer_admission"


def history(ccode: str, first: int, *codes: int | str, column: str = "abc") -> list[str]:
    """Return the lines of one State under one organization, year by year from the first."""
    rows = [f"{ccode},{year},x,{code}" for year, code in enumerate(codes, first)]
    return [f"ccode,year,state,{column}", *rows]


def read(folder: Path, states: States, *lines: str) -> Imported:
    return imported(cow_igo, write(folder, *lines), states)


@pytest.mark.parametrize(
    ("codes", "acts"),
    [
        ([0, 1, 1], [(PARTY, "1901")]),
        ([1, 1], [(PARTY, "[..1900]")]),  # the United States begins before any day on record
        ([-9, 1], [(PARTY, "[..1901]")]),
        ([0, 1, 1, 0], [(PARTY, "1901"), (OUT, "[1902-01-02..1903-01-01]")]),  # some time in 1902, never in 1903
        ([0, 1, 0], [(PARTY, "1901"), (OUT, "1902-01-01")]),  # not before it began
        ([0, 1, 1, 0, 1], [(PARTY, "1901"), (OUT, "[1902-01-02..1903-01-01]"), (PARTY, "1904")]),
        ([0, 1, 0, 1, 0], [(PARTY, "1901"), (OUT, "1902-01-01"), (PARTY, "1903"), (OUT, "1904-01-01")]),
        ([0, -9, -9, 1], [(PARTY, "[1901..1903]")]),
        ([-1, -9, 1], [(PARTY, "[1901..1902]")]),
        ([0, 1, 1, -9, 0], [(PARTY, "1901"), (OUT, "[1902-01-02..1904-01-01]")]),
        ([0, 1, -9, 0], [(PARTY, "1901"), (OUT, "[1902-01-01..1903-01-01]")]),
        ([0, 1, 1, -9, 1], [(PARTY, "1901")]),
        ([0, 1, 1, -9], [(PARTY, "1901"), (OUT, "[1902-01-02..]")]),
        ([0, 1, -9], [(PARTY, "1901"), (OUT, "[1902-01-01..]")]),
        ([0, 1, -9, 1, 1, 0], [(PARTY, "1901"), (OUT, "[1904-01-02..1905-01-01]")]),
        ([0, 3, 3, 1], [(OBSERVER, "1901"), (PARTY, "1903")]),
        ([0, 2, 1], [(ASSOCIATE, "1901"), (PARTY, "1902")]),
        (
            [0, 1, 1, 2],
            [(PARTY, "1901"), (OUT, "[1902-01-02..1903-01-01]"), (ASSOCIATE, "[1903-01-02..1903-12-31]")],
        ),
        (
            [0, 1, 1, -9, 2],
            [(PARTY, "1901"), (OUT, "[1902-01-02..1904-01-01]"), (ASSOCIATE, "[1904-01-02..1904-12-31]")],
        ),
        (
            [0, 2, 3, 0],
            [
                (ASSOCIATE, "1901"),
                (OUT, "1902-01-01"),
                (OBSERVER, "[1902-01-02..1902-12-31]"),
                (OUT, "1903-01-01"),
            ],
        ),
        ([0, 1, 1, -1], [(PARTY, "1901"), ("termination", "[1902-01-02..1903-01-01]")]),
        ([0, 1, 1, -1, -1, 1], [(PARTY, "1901"), (OUT, "[1902-01-02..1903-01-01]"), (PARTY, "1905")]),  # existed again
        (  # of the organization's last year nothing is said: it may have left before
            [0, 1, 1, -9, -1],
            [(PARTY, "1901"), (OUT, "[1902-01-02..1904-01-01]"), ("termination", "[1903-01-02..1904-01-01]")],
        ),
        ([0, 0, -1], [("termination", "[1901-01-02..1902-01-01]")]),
        ([0, 0, -9], []),
        ([-1, -1], []),
    ],
)
def test_codes_by_year_become_acts(
    tmp_path: Path, states: States, codes: list[int], acts: list[tuple[str, str]]
) -> None:
    found = read(tmp_path, states, *history(USA, 1900, *codes))
    assert found.acts("kind", "date_edtf") == acts
    assert found.counts == (len(codes), 0, 0)


def test_a_missing_row_is_a_year_not_known(tmp_path: Path, states: States) -> None:
    lines = ["ccode,year,state,abc", "2,1900,usa,0", "2,1903,usa,1", "2,1904,usa,1", "2,1907,usa,0"]
    assert read(tmp_path, states, *lines).acts("kind", "date_edtf") == [
        (PARTY, "[1901..1903]"),
        (OUT, "[1904-01-02..1907-01-01]"),
    ]


def test_an_organization_ends_for_all_when_no_row_knows_it_any_more(tmp_path: Path, states: States) -> None:
    lines = history(USA, 1900, 0, 1, -1, -1) + history("20", 1900, 0, 1, 1, -1)[1:]
    acts: list[tuple[str | None, ...]] = [("USA", PARTY, "1901"), ("USA", OUT, "1902-01-01"), ("CAN", PARTY, "1901")]
    acts += [(None, "termination", "[1902-01-02..1903-01-01]")]
    assert read(tmp_path, states, *lines).acts() == acts


def test_the_first_code_reaches_back_to_the_day_the_state_began(tmp_path: Path, states: States) -> None:
    lines = history(UZBEKISTAN, 1991, 1, 1)
    assert read(tmp_path, states, *lines).acts() == [("UZB", PARTY, "[1991-08-31..1991]")]


def test_nothing_ends_with_the_last_year_of_the_file_nor_with_a_state(tmp_path: Path, states: States) -> None:
    lines = history(YEMEN_SOUTH, 1988, 0, 1) + history(USA, 1990, 1, 1)[1:]
    assert read(tmp_path, states, *lines).acts(state="YMD") == [("YMD", PARTY, "1989")]


def test_a_state_that_goes_on_without_rows_ends_at_an_unknown_day(tmp_path: Path, states: States) -> None:
    found = read(tmp_path, states, *history(UZBEKISTAN, 2000, 0, 1, 1), *history(USA, 2000, 1, 1, 1, 1)[1:])
    assert found.acts("kind", "date_edtf", "note", state="UZB") == [
        (PARTY, "2001", None),
        (OUT, "[2002-01-02..]", "Nothing is said after 2002"),
    ]


def test_one_number_of_two_states_is_two_memberships(tmp_path: Path, states: States) -> None:
    found = read(tmp_path, states, *history(RUSSIA, 1989, 0, 1, 1, 1))
    assert found.acts() == [("SUN", PARTY, "1990"), ("RUS", PARTY, "[1991-12-08..1991]")]


def test_a_row_of_a_year_in_which_the_state_ended_is_that_states(tmp_path: Path, states: States) -> None:
    found = read(tmp_path, states, *history("511", 1964, 1), *history(USA, 1964, 0, 0)[1:])
    assert found.acts() == [("ZAN", PARTY, "[1963-12-10..1964]")]


def test_two_numbers_of_one_state_are_one_membership(tmp_path: Path, states: States) -> None:
    lines = [
        "ccode,year,state,abc",
        *(f"255,{year},germany,{code}" for year, code in ((1944, 0), (1990, 1), (1991, 0))),
    ]
    lines += [f"260,{year},wgermany,{code}" for year, code in ((1955, 0), (1956, 1), (1989, 1))]
    acts = [("DEU", PARTY, "1956"), ("DEU", OUT, "[1990-01-02..1991-01-01]")]
    assert read(tmp_path, states, *lines).acts() == acts


def test_rows_may_come_in_any_order(tmp_path: Path, states: States) -> None:
    header, *rows = history(USA, 1900, 0, 1, 1, 0)
    assert read(tmp_path, states, header, *reversed(rows)).acts() == read(tmp_path, states, header, *rows).acts()


def test_a_column_without_a_record_is_a_new_organization(tmp_path: Path, states: States) -> None:
    found = read(tmp_path, states, *history(USA, 1900, 0, 1, column="nato"))
    [treaty], [organization] = found.rows("treaty"), found.rows("organization")
    assert treaty == {"code": "igo-nato", "title": "Constituent instrument of NATO"}
    assert organization == {"code": "nato", "name": "NATO", "treaty": "igo-nato"}
    assert found.acts("treaty") == [("igo-nato",)]


def test_a_column_on_record_goes_under_its_treaty_and_the_one_that_it_requires(tmp_path: Path, states: States) -> None:
    found = read(tmp_path, states, *history(UZBEKISTAN, 2001, -1, 1, 1, 0, column="csto"))
    assert not found.rows("treaty")
    assert not found.rows("organization")
    assert found.acts("treaty", "kind", "date_edtf") == [
        ("cst", PARTY, "[1994-04-20..2002]"),  # since that treaty's own entry into force
        ("csto-charter", PARTY, "2002"),
        ("cst", OUT, "[2003-01-02..2004-01-01]"),
        ("csto-charter", OUT, "[2003-01-02..2004-01-01]"),
    ]
    assert found.tally.notes == {"csto: on record, its acts go under cst, csto-charter": 1}


@pytest.mark.server_later
def test_treaties_on_record_are_found_on_either_engine(tmp_path: Path, seeded_url: str) -> None:
    with secdb.open(seeded_url) as register:
        found = read(tmp_path, States(register), *history(UZBEKISTAN, 2001, -1, 1, column="csto"))
    acts = [("UZB", "cst", "[1994-04-20..2002]"), ("UZB", "csto-charter", "2002")]
    assert found.acts("state", "treaty", "date_edtf") == acts


def test_an_observer_of_an_organization_is_nothing_under_the_treaty_it_requires(tmp_path: Path, states: States) -> None:
    found = read(tmp_path, states, *history("345", 2012, 0, 3, 0, 0, column="csto"))
    assert found.acts("treaty", "kind") == [("csto-charter", OBSERVER), ("csto-charter", OUT)]


def test_the_end_of_an_organization_is_not_that_of_the_treaty_it_requires(tmp_path: Path, states: States) -> None:
    found = read(tmp_path, states, *history(UZBEKISTAN, 2001, 0, -1, column="csto"))
    assert found.acts("treaty", "kind") == [("csto-charter", "termination")]
    found = read(tmp_path, states, *history(UZBEKISTAN, 2001, 0, 1, -9, -1, column="csto"))
    assert found.acts("treaty", "kind", "date_edtf") == [
        ("cst", PARTY, "2002"),
        ("csto-charter", PARTY, "2002"),
        ("csto-charter", OUT, "[2003-01-01..2004-01-01]"),
        ("csto-charter", "termination", "[2003-01-02..2004-01-01]"),
    ]


def test_each_act_cites_its_number_year_and_column(tmp_path: Path, states: States) -> None:
    found = read(tmp_path, states, *history(UZBEKISTAN, 2000, 0, 1, 1, 0))
    assert found.rows("citation") == [
        {"act": "1", "document": "d", "locator": "ccode 704, 2001, abc"},
        {"act": "2", "document": "d", "locator": "ccode 704, 2002-2003, abc"},
    ]
    assert found.order == ["dataset", "document", "treaty", "organization", "act", "citation"]
    assert (found.rows("dataset")[0]["covers_from"], found.rows("dataset")[0]["covers_to"]) == (
        "1816-01-01",
        "2014-12-31",
    )


def test_cells_may_have_a_decimal_and_the_file_may_be_packed(tmp_path: Path, states: States) -> None:
    plain = write(tmp_path, *history("704.0", 2000, "0.0", "1.0", "-9.0"))
    packed = tmp_path / "packed"
    packed.write_bytes(gzip.compress(plain.read_bytes()))
    acts = [("UZB", PARTY, "2001"), ("UZB", OUT, "[2002-01-01..]")]
    assert imported(cow_igo, packed, states).acts() == imported(cow_igo, plain, states).acts() == acts


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("704,2001,uzbekistan", "3 values under 4 columns"),
        ("704,2001,uzbekistan,7", "abc: '7' is none of the codes 0, 1, 2, 3, -9, -1"),
        ("704,2001,uzbekistan,", "abc: '' is none of the codes 0, 1, 2, 3, -9, -1"),
        ("UZB,2001,uzbekistan,1", "no COW number and year: 'UZB', '2001'"),
        ("704,2001.5,uzbekistan,1", "no COW number and year: '704', '2001.5'"),
        ("704,2000,uzbekistan,1", "a second row of UZB in 2000; the first is in line 2"),
        ("240,1850,hanover,1", "the authority list has no State with the COW number 240 in 1850"),
    ],
)
def test_a_row_that_cannot_be_taken_is_rejected_alone(tmp_path: Path, states: States, row: str, reason: str) -> None:
    found = read(tmp_path, states, *history(UZBEKISTAN, 2000, 0), row, "704,2002,uzbekistan,1")
    assert found.reasons == [(3, reason)]
    assert found.counts == (2, 1, 0)
    assert found.acts() == [("UZB", PARTY, "[2001..2002]")]


def test_numbers_that_the_authority_list_does_not_know_are_told_together(tmp_path: Path, states: States) -> None:
    lines = [*history("240", 1850, 1, 1), "347,2010,kosovo,1"]
    assert read(tmp_path, states, *lines).tally.unknown == {"240 x": 2, "347 kosovo": 1}


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "has no header"),
        (b"stateID,treatyID\n", "is not in state-year format: it has no column ccode, year, state"),
        (b"year,ccode,state,abc\n", "is not in state-year format: ccode, year, state, then organizations"),
        (b"ccode,year,state\n", "is not in state-year format: ccode, year, state, then organizations"),
        (b"ccode,year,state,abc,abc\n", "the header has the column 'abc' twice"),
        (b'ccode,year,state,abc\n2,1900,"usa,0\n', "broken CSV: unexpected end of data"),
        (b"ccode,year,state,abc\n2,1900,\xff,0\n", "not UTF-8; save it as UTF-8"),
        (gzip.compress(b"ccode,year,state,abc\n2,1900,usa,0\n", mtime=0)[:-9], "a damaged gzip file"),
    ],
)
def test_a_file_of_another_form_is_refused(tmp_path: Path, states: States, content: bytes, message: str) -> None:
    path = tmp_path / "source.csv"
    path.write_bytes(content)
    with pytest.raises(PackageError, match=r"source\.csv") as caught:
        imported(cow_igo, path, states)
    assert message in str(caught.value)
