"""The log: who changed what, when and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import sqlalchemy as sa

from secdb import database
from secdb.database.reader import Register, open_register
from secdb.errors import NotFoundError, UsageError
from secdb.models import Base
from secdb.models.records import recorded_tables
from secdb.register import revise
from secdb.reports.log import NOUNS, diff, log, log_show
from secdb.reports.naming import CODED, LABELS, PARENTS

if TYPE_CHECKING:
    from collections.abc import Iterator

pytestmark = pytest.mark.server_later

CORRECTION = "UPDATE act SET kind = 'accession', note = 'corrected' WHERE id = 1"


def revised(url: str, author: str, message: str, *statements: str) -> None:
    engine = database.engine(database.locate(url).url)
    with revise(engine, author=author, message=message) as writer:
        for statement in statements:
            writer.session.execute(sa.text(statement))
    engine.dispose()


@pytest.fixture
def own(own_url: str) -> Iterator[Register]:
    """Return the seeds with four revisions more: a correction, a State, its new code, and the correction undone."""
    revised(own_url, "Ani", "correct", CORRECTION)
    revised(own_url, "Bob", "add", "INSERT INTO state (id, code, note) VALUES (9001, 'XXA', 'new')")
    revised(own_url, "Bob", "rename", "UPDATE state SET code = 'XXB' WHERE id = 9001")
    revised(own_url, "Ani", "back", "UPDATE act SET kind = 'signature', note = NULL WHERE id = 1")
    with open_register(own_url) as register:
        yield register


def numbers(register: Register, **filters: str | int) -> list[int]:
    return [row.revision for row in log(register, **filters).rows]  # type: ignore[arg-type]


def test_revisions_come_newest_first_with_what_they_changed(own: Register) -> None:
    found = log(own)
    assert (found.report, found.about) == ("log", {"revision": 5})
    assert [row.revision for row in found.rows] == [5, 4, 3, 2, 1]
    newest, oldest = found.rows[0], found.rows[-1]
    assert (newest.author, newest.message, newest.changes, newest.tables, newest.outside) == (
        "Ani",
        "back",
        1,
        "act 1",
        0,
    )
    assert oldest.tables.startswith("state_name 3942, citation ")
    assert len(newest.hash or "") == 64


def test_revisions_are_found_by_author_day_and_number(own: Register) -> None:
    assert numbers(own, author="aN") == [5, 2]
    assert numbers(own, limit=2) == [5, 4]
    assert numbers(own, author="bob", limit=1) == [4]
    assert numbers(own, since="2020") == [5, 4, 3, 2, 1]
    assert numbers(own, until="2020") == []
    assert numbers(own, since="2999-01") == []


def test_revisions_are_found_by_record(own: Register) -> None:
    assert numbers(own, record="act:1") == [5, 2, 1]
    assert numbers(own, record="state:xxb") == numbers(own, record="state:XXA") == [4, 3]
    assert numbers(own, record="State: Armenia") == numbers(own, record="state:ARM") == [1]
    assert numbers(own, record="act:999999") == []
    with pytest.raises(NotFoundError, match="Atlantis"):
        log(own, record="state:Atlantis")
    for wrong in ("act", "act:", "nothing:1", "act:ARM", "12"):
        with pytest.raises(UsageError, match="names no record"):
            log(own, record=wrong)


def test_a_change_is_shown_field_by_field(own: Register) -> None:
    found = log_show(own, 2)
    assert (found.report, found.about["author"], found.about["tables"]) == ("log show", "Ani", "act 1")
    assert [(row.table, row.record, row.label, row.operation, row.field, row.old, row.new) for row in found.rows] == [
        ("act", 1, "accession of ARM to cst", "update", "kind", "signature", "accession"),
        ("act", 1, "accession of ARM to cst", "update", "note", None, "corrected"),
    ]


def test_a_record_added_shows_all_it_has(own: Register) -> None:
    rows = [(row.record, row.operation, row.field, row.old, row.new) for row in log_show(own, 3).rows]
    assert sorted(rows) == [("XXA", "insert", "code", None, "XXA"), ("XXA", "insert", "note", None, "new")]


def test_references_are_codes(own: Register) -> None:
    shown = {row.field: row.new for row in log_show(own, 1).rows if (row.table, row.record) == ("act", 1)}
    assert {name: shown[name] for name in ("dataset", "treaty", "state", "kind")} == {
        "dataset": "register",
        "treaty": "cst",
        "state": "ARM",
        "kind": "signature",
    }


def test_what_was_changed_and_changed_back_is_no_difference(own: Register) -> None:
    found = diff(own, 1, 5)
    assert [
        (row.table, row.record, row.operation, row.field, row.new) for row in found.rows if row.field == "code"
    ] == [("state", "XXB", "insert", "code", "XXB")]
    assert found.about == {"from": 1, "to": 5, "count": {"added": 1, "changed": 0, "removed": 0}}
    assert diff(own, 2, 2).rows == ()


def test_a_difference_reads_backwards_too(own: Register) -> None:
    assert {(row.operation, row.field, row.old, row.new) for row in diff(own, 3, 2).rows} == {
        ("delete", "code", "XXA", None),
        ("delete", "note", "new", None),
    }
    assert [(row.field, row.old, row.new) for row in diff(own, 4, 3).rows] == [("code", "XXB", "XXA")]


def test_everything_differs_from_nothing(own: Register) -> None:
    assert diff(own, 0, 1).about["count"] == {"added": log(own).rows[-1].changes, "changed": 0, "removed": 0}


def test_a_revision_that_is_not_there_is_not_found(own: Register) -> None:
    with pytest.raises(NotFoundError, match="there is no revision 6; the last is 5"):
        log_show(own, 6)
    for ends in ((1, 6), (6, 1)):
        with pytest.raises(NotFoundError, match="there is no revision 6; the last is 5"):
            diff(own, *ends)


def test_every_table_has_a_noun_and_every_reference_a_table() -> None:
    """The names are written down, as the reports do without the models."""
    assert sorted(recorded_tables()) == NOUNS
    for name in recorded_tables():
        table = Base.metadata.tables[name]
        for key in table.foreign_keys:
            noun = key.parent.name.removesuffix("_id")
            assert PARENTS.get(noun, noun) == key.column.table.name
        code = table.columns.get("code")
        assert (name in CODED) == (code is not None and bool(code.unique))
    assert set(LABELS) | CODED | {"act", "citation"} == set(NOUNS)
