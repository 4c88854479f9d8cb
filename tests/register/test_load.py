"""Loading a package: what is written, what is left alone, what is refused."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from secdb.errors import NotFoundError
from secdb.register import Difference, ProblemsError, load, revise
from tests.register.samples import ACTS, DATASET, STATES, TREATY, TREATY_TABLES, rows, table, written

if TYPE_CHECKING:
    import sqlalchemy as sa

    from tests.register.samples import Table

pytestmark = pytest.mark.server_later


def problems(engine: sa.Engine, *tables: Table) -> list[str]:
    with pytest.raises(ProblemsError) as caught:
        written(engine, *tables)
    return [str(problem) for problem in caught.value.problems]


def test_rows_become_records_with_their_bounds_and_references(register: sa.Engine) -> None:
    assert written(register, *TREATY_TABLES).inserted == 8
    assert rows(
        register,
        "SELECT s.code, a.kind, a.date_text, a.date_edtf, CAST(a.date_earliest AS text), CAST(a.date_latest AS text),"
        " a.rank, c.date_edtf FROM act AS a JOIN state AS s ON s.id = a.state_id"
        " LEFT JOIN act AS c ON c.id = a.contests_id ORDER BY a.id",
    ) == [
        ("ARM", "ratification", "1 March 1994", "1994-03-01", "1994-03-01", "1994-03-01", "normal", None),
        ("UZB", "ratification", "March 1994", "1994-03", "1994-03-01", "1994-03-31", "deprecated", "1994-03-30"),
        ("UZB", "ratification", None, "1994-03-30", "1994-03-30", "1994-03-30", "normal", None),
        ("UZB", "non_renewal", "1999", "1999", "1999-01-01", "1999-12-31", "normal", None),
    ]
    assert rows(
        register, "SELECT code, existence, CAST(start_latest AS text), end_earliest FROM state ORDER BY id"
    ) == [
        ("ARM", "1991-09-21/..", "1991-09-21", None),
        ("UZB", "1991-08-31/..", "1991-08-31", None),
    ]


def test_membership_periods_follow_at_once(register: sa.Engine) -> None:
    written(register, *TREATY_TABLES)
    assert rows(
        register,
        "SELECT s.code, p.status, CAST(p.start_earliest AS text), CAST(p.end_latest AS text)"
        " FROM membership_period AS p JOIN state AS s ON s.id = p.state_id WHERE p.status = 'party' ORDER BY s.code",
    ) == [("ARM", "party", "1994-04-20", None), ("UZB", "party", "1994-04-20", "1999-12-31")]
    assert rows(register, "SELECT enabled FROM derivation_switch") == [(1,)]


def test_the_tables_may_come_in_any_order(register: sa.Engine) -> None:
    assert written(register, ACTS, TREATY, STATES, DATASET).by_table == {
        "dataset": 1,
        "state": 2,
        "treaty": 1,
        "act": 4,
    }


def test_loading_again_changes_nothing(register: sa.Engine) -> None:
    written(register, *TREATY_TABLES)
    before = rows(register, "SELECT * FROM act ORDER BY id")
    again = written(register, *TREATY_TABLES)
    assert (again.inserted, again.unchanged, again.kept) == (0, 8, [])
    assert rows(register, "SELECT * FROM act ORDER BY id") == before
    assert rows(register, "SELECT count(*) FROM revision") == [(1,)]


def test_a_part_can_be_loaded_on_top_of_what_it_refers_to(register: sa.Engine) -> None:
    written(register, DATASET, STATES, TREATY)
    assert written(register, ACTS).inserted == 4


def test_what_is_on_record_is_kept_and_the_difference_reported(register: sa.Engine) -> None:
    written(register, *TREATY_TABLES)
    changed = table("state", "code | existence | un_admission\nARM | 1991-09-23/.. | 1992-03-02")
    result = written(register, changed)
    assert (result.inserted, result.unchanged) == (0, 0)
    assert [(one.table, one.file, one.line, one.column) for one in result.kept] == [
        ("state", "state.csv", 2, "existence"),
        ("state", "state.csv", 2, "start_earliest"),
        ("state", "state.csv", 2, "start_latest"),
    ]
    assert isinstance(result.kept[0], Difference)
    assert (result.kept[0].on_record, result.kept[0].in_package) == ("1991-09-21/..", "1991-09-23/..")
    assert rows(register, "SELECT existence FROM state WHERE code = 'ARM'") == [("1991-09-21/..",)]


def test_equal_acts_are_told_apart_by_their_order(register: sa.Engine) -> None:
    twice = table(
        "act",
        """
        dataset  | treaty | state | kind        | date_edtf | note
        register | cst    | ARM   | declaration | 1994      | on Article 4
        register | cst    | ARM   | declaration | 1994      | on Article 6
        """,
    )
    assert written(register, DATASET, STATES, TREATY, twice).by_table["act"] == 2
    assert written(register, twice).unchanged == 2


def test_the_number_of_a_deleted_record_is_not_used_again(register: sa.Engine) -> None:
    written(register, DATASET, STATES)
    with revise(register, author="archivist", message="UZB was a mistake") as writer:
        writer.session.connection().exec_driver_sql("DELETE FROM state WHERE code = 'UZB'")
    written(register, table("state", "code\nKAZ"))
    assert rows(register, "SELECT id, code FROM state ORDER BY id") == [(1, "ARM"), (3, "KAZ")]


def test_records_written_later_by_hand_are_numbered_after_the_loaded_ones(register: sa.Engine) -> None:
    written(register, STATES)
    with revise(register, author="archivist", message="by hand") as writer:
        writer.session.connection().exec_driver_sql("INSERT INTO state (code) VALUES ('KAZ')")
    assert rows(register, "SELECT id FROM state WHERE code = 'KAZ'") == [(3,)]


def test_every_problem_is_reported_with_its_place_and_nothing_is_written(register: sa.Engine) -> None:
    bad = table(
        "act",
        """
        id | dataset  | treaty | state | kind         | date_text | date_edtf  | rank | contests | acting
        1  | register | cst    | ARM   | ratification |           | 1994-03-01 |      |          |
        """,
    )
    worse = table(
        "act",
        """
        id | dataset  | treaty | state | kind         | date_text | date_edtf  | rank | contests
        1  | register | cst    | ARM   | ratified     |           | 1994-02-30 |      |
        2  | register | csto   | ZZZ   | ratification | soon      |            | best |
        3  |          | cst    | ARM   | ratification |           | 1994       |      | 9
        1  | register | cst    | UZB   | ratification |           | 1994       |      |
        5  | register | cst    | UZB   | ratification |           | 1995       |      | 1
        """,
    )
    assert problems(register, DATASET, STATES, TREATY, bad)[0].startswith(
        "act.csv:1: acting: the table act has no such column; it has contests, dataset, date_edtf,"
    )
    found = problems(register, DATASET, STATES, TREATY, worse)
    assert [problem.partition(";")[0][:62] for problem in found] == [
        "act.csv:2: date_edtf '1994-02-30': '1994-02-30' is not in the ",
        "act.csv:2: kind 'ratified': is none of: signature, definitive_",
        "act.csv:3: date_text 'soon': 'soon' is not a date",
        "act.csv:3: rank 'best': is none of: preferred, normal, depreca",
        "act.csv:3: treaty 'csto': there is no such treaty",
        "act.csv:3: state 'ZZZ': there is no such state",
        "act.csv:4: dataset: is required",
        "act.csv:5: id '1': stands in line 2 as well",
    ]
    assert rows(register, "SELECT count(*) FROM state UNION ALL SELECT count(*) FROM revision") == [(0,), (0,)]


def test_what_the_database_refuses_is_found_among_many(register: sa.Engine) -> None:
    many = "\n".join(f"S{number:03} | " for number in range(500))
    states = table("state", f"code | note\n{many}\nlower | a code in lower case\nS500 |\nwrong |")
    found = problems(register, states)
    assert len(found) == 2
    assert found[0].startswith("state.csv:502: refused by the database: ")
    assert "ck_state__code_upper" in found[0]
    assert found[1].startswith("state.csv:504: ")
    assert rows(register, "SELECT count(*) FROM state") == [(0,)]


def test_a_quotation_must_be_the_words_of_the_document(register: sa.Engine) -> None:
    document = table("document", "code | kind | title | text\nletter | un_document | A letter | six heads of State")
    cited = "state | document | quotation | start_char | end_char\nARM | letter | {} | {} | {}"
    good = table("citation", cited.format("heads", 4, 9))
    wrong = table("citation", cited.format("seven", 4, 9))
    assert problems(register, STATES, document, wrong)[0].startswith(
        "citation.csv:2: refused by the database: the quot"
    )
    assert written(register, STATES, document, good).inserted == 4
    assert written(register, STATES, document, good).unchanged == 4


def test_a_changed_text_is_known_by_its_hash(register: sa.Engine) -> None:
    text = "code | kind | title | text\nletter | un_document | A letter | {}"
    written(register, table("document", text.format("six heads of State")))
    [difference] = written(register, table("document", text.format("seven heads of State"))).kept
    assert difference.column == "sha256"


def test_a_record_that_may_stand_once_is_not_taken_twice(register: sa.Engine) -> None:
    names = table(
        "state_name",
        """
        id | state | name    | language | form
        1  | ARM   | Armenia | en       | short
        2  | ARM   | Armenia | en       | short
        """,
    )
    citation = table("citation", "state_name | document | locator\n2 | nowhere |")
    assert problems(register, STATES, names, citation) == [
        "state_name.csv:3: the same record as in line 2: they agree in state, language, form, name, valid",
        "citation.csv:2: document 'nowhere': there is no such document",
    ]


def test_what_refers_to_a_bad_row_is_not_reported_again(register: sa.Engine) -> None:
    treaties = table("treaty", "code | title | term_years\ncst | Collective Security | five\ncis | Commonwealth |")
    names = table(
        "treaty_name",
        """
        treaty | name   | language | form
        cst    | Treaty | en       | short
        cst    | Treaty | en       | formal
        """,
    )
    assert problems(register, treaties, names) == [
        "treaty.csv:2: term_years 'five': is not a whole number from 0 to 999999999"
    ]


def test_acts_that_contest_each_other_in_a_circle_are_refused(register: sa.Engine) -> None:
    circle = table(
        "act",
        """
        id | dataset  | treaty | state | kind         | date_edtf | contests
        1  | register | cst    | ARM   | ratification | 1994      | 2
        2  | register | cst    | ARM   | ratification | 1995      | 1
        3  | register | cst    | ARM   | ratification | 1996      | 7
        """,
    )
    assert problems(register, DATASET, STATES, TREATY, circle) == [
        "act.csv:4: contests '7': there is no such act",
        "act.csv:2: contests: refers to itself, or to a row that refers back to it",
        "act.csv:3: contests: refers to itself, or to a row that refers back to it",
    ]


def test_a_number_of_the_package_is_no_number_of_the_register(register: sa.Engine) -> None:
    written(register, *TREATY_TABLES)
    entry = table(
        "act",
        "id | dataset | treaty | state | kind | date_edtf | contests\n9 | register | cst | ARM | accession | 1994 | 1",
    )
    assert problems(register, entry) == ["act.csv:2: contests '1': there is no such act"]


def test_an_error_caught_inside_a_revision_leaves_nothing_behind(register: sa.Engine) -> None:
    with revise(register, author="archivist", message="two loads") as writer:
        load(writer.session, [STATES])
        with pytest.raises(ProblemsError):
            load(writer.session, [DATASET, table("treaty", "code | title\nCST | In capitals")])
    assert rows(register, "SELECT enabled FROM derivation_switch") == [(1,)]
    assert rows(register, "SELECT DISTINCT table_name FROM change") == [("state",)]


def test_a_table_that_is_not_part_of_a_package_is_refused(register: sa.Engine) -> None:
    with pytest.raises(NotFoundError, match="there is no table 'revision'"):
        written(register, ("revision", []))
