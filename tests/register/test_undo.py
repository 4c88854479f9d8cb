"""Undoing a revision puts everything back, exactly, or says which later changes stand in the way."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import sqlalchemy as sa

from secdb.errors import NotFoundError, RefusedError
from secdb.models import State
from secdb.register import revise, verify
from secdb.register.history.undoing import Undone, obstacles, undo, undo_message
from tests.database.samples import digest
from tests.register.dumping import dump, periods
from tests.register.samples import TREATY_TABLES, rows, table, write_history, write_outside, written

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.server_later

DOCUMENTS = (
    table("document", "code | kind | title | text\nletter | un_document | A letter | Words of the letter."),
    table(
        "statement",
        "code | document | position | kind | title | start_char | end_char\nfirst | letter | 1 | letter | 1st | 0 | 8",
    ),
    table("person", "code | name\nani | Ani"),
    table("signatory", "statement | position | state | person | mode\nfirst | 1 | ARM | ani | signed"),
    table("roster", "id | dataset | treaty | statement | on_edtf | complete\n1 | register | cst | first | 1994 | 1"),
    table("roster_entry", "roster | state | position\n1 | ARM | 1\n1 | UZB | 2"),
    table(
        "citation",
        """
        act | roster | document | quotation | start_char | end_char
        1   |        | letter   | Words     | 0          | 5
            | 1      | letter   | letter    | 13         | 19
        """,
    ),
)


def undone(register: sa.Engine, number: int) -> Undone:
    with revise(register, author="Bob", message=undo_message(number, "wrong")) as writer:
        return undo(writer.session, number)


def in_the_way(register: sa.Engine, number: int) -> list[tuple[int, str | None, str, str]]:
    with revise(register, author="Bob", message="look", dry_run=True) as writer:
        return [(one.revision, one.author, one.record, one.operation) for one in obstacles(writer.session, number)]


def faults(register: sa.Engine) -> list[tuple[int | None, str]]:
    with register.connect() as connection:
        return [(problem.revision, problem.message) for problem in verify(connection)]


def write(register: sa.Engine, *statements: str, author: str = "Ani") -> None:
    with revise(register, author=author, message="write") as writer:
        for statement in statements:
            writer.session.execute(sa.text(statement))


def test_an_undo_takes_away_what_was_added(register: sa.Engine) -> None:
    written(register, *TREATY_TABLES[:2])
    before = dump(register)
    written(register, *TREATY_TABLES[2:], *DOCUMENTS)
    assert undone(register, 2) == Undone(2, restored=0, removed=14, changed=0)
    assert dump(register) == before
    assert rows(register, "SELECT author, message FROM revision WHERE id = 3") == [("Bob", "Undo revision 2: wrong")]
    assert faults(register) == []


def test_undoing_an_undo_does_it_again(register: sa.Engine) -> None:
    written(register, *TREATY_TABLES, *DOCUMENTS)
    before, counted = dump(register), periods(register)
    assert counted
    undone(register, 1)
    assert (set(map(len, dump(register).values())), periods(register)) == ({0}, [])
    assert undone(register, 2) == Undone(2, restored=17, removed=0, changed=0)
    assert (dump(register), periods(register)) == (before, counted)
    assert faults(register) == []


DELETIONS = (
    "citation",
    "roster_entry",
    "roster",
    "signatory",
    "statement",
    "act",
    "organization",
    "treaty",
    "document",
)


def test_what_was_removed_comes_back_with_its_ids(register: sa.Engine) -> None:
    written(register, *TREATY_TABLES, *DOCUMENTS)
    before, counted = dump(register), periods(register)
    write(register, "DELETE FROM citation")
    write(register, *(f"DELETE FROM {name}" for name in DELETIONS[1:5]))
    write(register, "DELETE FROM act WHERE contests_id IS NOT NULL", *(f"DELETE FROM {n}" for n in DELETIONS[5:]))
    assert sum(map(len, dump(register).values())) == 4  # dataset, two States, a person
    for number in (4, 3, 2):
        undone(register, number)
    assert (dump(register), periods(register)) == (before, counted)


def test_rows_that_one_statement_removed_come_back_in_an_order_that_goes(register: sa.Engine) -> None:
    """PostgreSQL lets one statement remove the act that another one contests before that one."""
    written(register, *TREATY_TABLES)
    before = dump(register)
    if register.dialect.name == "postgresql":
        write(register, "UPDATE act SET note = 'moved to the end of the table' WHERE id = 2")
        before = dump(register)
        write(register, "DELETE FROM act")
        logged = "SELECT row_id FROM change WHERE revision_id = 3 ORDER BY id"
        assert rows(register, logged) == [(1,), (3,), (4,), (2,)]
        undone(register, 3)
    else:
        write(register, "DELETE FROM act WHERE id = 2", "DELETE FROM act")
        undone(register, 2)
    assert dump(register) == before


def test_changes_of_one_row_are_taken_back_in_turn(register: sa.Engine) -> None:
    written(register, *TREATY_TABLES)
    before = dump(register)
    write(
        register,
        "UPDATE state SET code = 'XXX' WHERE code = 'ARM'",
        "UPDATE state SET code = 'ARM' WHERE code = 'UZB'",
        "UPDATE state SET code = 'UZB', note = 'swapped' WHERE code = 'XXX'",
    )
    assert undone(register, 2) == Undone(2, restored=0, removed=0, changed=2)
    assert dump(register) == before


def test_a_row_added_and_removed_again_leaves_nothing_to_undo(register: sa.Engine) -> None:
    write(register, "INSERT INTO state (id, code) VALUES (1, 'ARM')", "DELETE FROM state WHERE id = 1")
    with pytest.raises(RefusedError, match="revision 1 left every record as it was; there is nothing to undo"):
        undone(register, 1)


@pytest.mark.parametrize(
    ("received", "sha256"),
    [
        ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        ("00ff10", "2da45f2cd1f9c8e69a67abf7a6b26c282533d0a7686787a9533265418680d4d2"),
    ],
)
def test_bytes_come_back(register: sa.Engine, received: str, sha256: str) -> None:
    with revise(register, author="Ani", message="add") as writer:
        writer.session.execute(
            sa.text(
                "INSERT INTO document (id, code, kind, title, received, received_type, received_sha256, retrieved_on) "
                "VALUES (1, 'scan', 'other', 'naïve \u2028 \u007f \"quoted\"', :bytes, 'image/png', :sha256, :day)"
            ),
            {"bytes": bytes.fromhex(received), "sha256": sha256, "day": "2024-02-29"},
        )
    before = dump(register)
    write(register, "DELETE FROM document")
    undone(register, 2)
    assert dump(register) == before


def test_text_that_is_no_utf_8_comes_back(sqlite_file: Path) -> None:
    register = sa.create_engine(f"sqlite:///{sqlite_file}")
    write_outside(register, "INSERT INTO person (id, code, name) VALUES (1, 'x', CAST(x'61ff00' AS TEXT))")
    write_outside(register, "DELETE FROM person")
    undone(register, 2)
    assert rows(register, "SELECT hex(CAST(name AS BLOB)), typeof(name) FROM person") == [("61FF00", "text")]
    assert faults(register) == []
    register.dispose()


def test_what_another_program_wrote_can_be_undone(register: sa.Engine) -> None:
    written(register, *TREATY_TABLES)
    before = dump(register)
    write_outside(
        register,
        "UPDATE act SET date_edtf = '1995', date_earliest = '1995-01-01', date_latest = '1995-12-31' WHERE id = 1",
    )
    undone(register, 2)
    assert dump(register) == before
    assert faults(register) == []


def test_a_column_that_came_later_gets_its_default(register: sa.Engine) -> None:
    """As when a revision was written by a program whose table had no such column."""
    written(register, *TREATY_TABLES)
    write(register, "DELETE FROM act WHERE id = 4")
    without = {
        "sqlite": "json_remove(old, '$.rank', '$.organ')",
        "postgresql": "old - 'rank' - 'organ'",
    }[register.dialect.name]
    write_history(register, f"UPDATE change SET old = {without} WHERE revision_id = 2")
    undone(register, 2)
    assert rows(register, "SELECT kind, rank, organ FROM act WHERE id = 4") == [("non_renewal", "normal", None)]


ARM = "UPDATE state SET note = 'x' WHERE code = 'ARM'"


def test_a_row_changed_since_stands_in_the_way(register: sa.Engine) -> None:
    written(register, *TREATY_TABLES)
    write(register, ARM)
    write_outside(register, "UPDATE state SET note = 'y' WHERE code = 'ARM'")
    write(register, "UPDATE state SET note = 'z' WHERE code = 'ARM'", author="Eve")
    assert in_the_way(register, 2) == [(4, "Eve", "state:ARM", "update"), (3, None, "state:ARM", "update")]
    before = dump(register)
    said = (
        r"^revision 2 cannot be undone, for later changes build on it: revision 4 \(Eve, \d{4}-\d\d-\d\d\) changed "
        r"state:ARM; revision 3 \(another program, \d{4}-\d\d-\d\d\) changed state:ARM; undo those first, the newest "
        r"first: secdb undo 4 -m WHY$"
    )
    with pytest.raises(RefusedError, match=said):
        undone(register, 2)
    assert dump(register) == before
    for number in (4, 3, 2):
        undone(register, number)
    assert rows(register, "SELECT note FROM state WHERE code = 'ARM'") == [(None,)]


def test_a_later_change_that_was_undone_does_not(register: sa.Engine) -> None:
    written(register, *TREATY_TABLES)
    write(register, ARM)
    write(register, "UPDATE state SET note = 'y' WHERE code = 'ARM'")
    undone(register, 3)
    assert in_the_way(register, 2) == []
    undone(register, 2)
    assert rows(register, "SELECT note FROM state WHERE code = 'ARM'") == [(None,)]


def test_an_undo_is_not_done_twice(register: sa.Engine) -> None:
    written(register, *TREATY_TABLES)
    write(register, ARM)
    undone(register, 2)
    with pytest.raises(RefusedError, match=r"nothing is left to undo \(see: secdb log show 3\)"):
        undone(register, 2)


def act(register: sa.Engine) -> None:
    write(
        register,
        "INSERT INTO act (id, dataset_id, treaty_id, state_id, kind, date_edtf, date_earliest, date_latest) "
        "VALUES (9, 1, 1, (SELECT id FROM state WHERE code = 'BLR'), 'accession', '1993', '1993-01-01', '1993-12-31')",
    )


def test_a_later_record_that_refers_to_one_added_stands_in_the_way(register: sa.Engine) -> None:
    written(register, *TREATY_TABLES)
    write(register, "INSERT INTO state (id, code) VALUES (3, 'BLR')")
    act(register)
    write(register, "UPDATE act SET note = 'x' WHERE id = 9", author="Eve")
    assert in_the_way(register, 2) == [(4, "Eve", "act:9", "update"), (3, "Ani", "act:9", "insert")]
    with pytest.raises(RefusedError, match=r"revision 4 .* changed act:9; revision 3 .* added act:9; undo those first"):
        undone(register, 2)
    for number in (4, 3, 2):
        undone(register, number)
    assert rows(register, "SELECT code FROM state ORDER BY 1") == [("ARM",), ("UZB",)]


def test_a_row_that_one_put_back_would_refer_to_is_named_when_it_is_gone(register: sa.Engine) -> None:
    written(register, *TREATY_TABLES)
    write(register, "DELETE FROM act WHERE state_id = (SELECT id FROM state WHERE code = 'ARM')")
    write(register, "DELETE FROM state WHERE code = 'ARM'")
    assert in_the_way(register, 2) == [(3, "Ani", "state:ARM", "delete")]
    with pytest.raises(RefusedError, match=r"revision 3 .* removed state:ARM; undo those first"):
        undone(register, 2)


def test_a_row_that_has_a_code_by_now_is_named(register: sa.Engine) -> None:
    written(register, *TREATY_TABLES)
    write(register, "UPDATE state SET code = 'UZX' WHERE code = 'UZB'")
    write(register, "INSERT INTO state (id, code) VALUES (7, 'UZB')")
    assert in_the_way(register, 2) == [(3, "Ani", "state:UZB", "insert")]
    with pytest.raises(RefusedError, match=r"revision 3 .* added state:UZB; undo those first"):
        undone(register, 2)
    undone(register, 3)
    undone(register, 2)


def test_another_rule_of_the_database_is_passed_on(register: sa.Engine) -> None:
    """The words quoted later are not those that the document had before."""
    written(register, *TREATY_TABLES, *DOCUMENTS[:1])
    write(register, f"UPDATE document SET text = 'Other words.', sha256 = '{digest('Other words.')}'")
    write(
        register,
        "INSERT INTO citation (act_id, document_id, quotation, start_char, end_char) VALUES (1, 1, 'Other', 0, 5)",
    )
    with pytest.raises(RefusedError, match=r"cannot be undone, a rule of the database refused it: .*quote.*; undo the"):
        undone(register, 2)


def test_a_refused_undo_writes_nothing(register: sa.Engine) -> None:
    test_a_row_that_one_put_back_would_refer_to_is_named_when_it_is_gone(register)
    assert rows(register, "SELECT MAX(id) FROM revision") == [(3,)]


def test_a_revision_that_is_not_there_is_not_found(register: sa.Engine) -> None:
    written(register, *TREATY_TABLES)
    with pytest.raises(NotFoundError, match=r"there is no revision 7; .*the last is"):
        undone(register, 7)


def test_records_read_before_are_read_again(register: sa.Engine) -> None:
    written(register, *TREATY_TABLES)
    write(register, ARM)
    with revise(register, author="Bob", message="undo") as writer:
        state = writer.session.scalars(sa.select(State).where(State.code == "ARM")).one()
        assert state.note == "x"
        undo(writer.session, 2)
        assert state.note is None
