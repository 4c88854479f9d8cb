"""Whatever an owner of the database changes in the history or past it, `verify` finds."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import pytest
import sqlalchemy as sa

from secdb import database
from secdb.register import revise, verify
from secdb.register.history.chain import examine
from secdb.register.history.verifying import verify_register
from tests.register.samples import TREATY_TABLES, rows, write_history, write_outside, written
from tests.register.tampering import TEXTS, attempts, early_hash, found_after, tampering

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

CHANGE = "(id, revision_id, table_name, row_id, operation, new)"
SWAP = "UPDATE {0} SET id = 99 WHERE id = 2; UPDATE {0} SET id = 2 WHERE id = 1; UPDATE {0} SET id = 1 WHERE id = 99"
NUMBERS = {"change": ("id", "revision_id", "row_id"), "revision": ("id",)}


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def history(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[sa.Engine]:
    """Return a register of four revisions, the third by another program; what a test does to it is rolled back."""
    if request.param == "sqlite":
        path = tmp_path_factory.mktemp("history") / "register.db"
        path.write_bytes(request.getfixturevalue("sqlite_template").read_bytes())
        register = database.engine(f"sqlite:///{path}")
    else:
        template = request.getfixturevalue("postgres_template")
        url = request.getfixturevalue("new_postgres_template")(template=template)
        register = database.engine(database.locate(url).url)
    written(register, *TREATY_TABLES, message='the "first", naïve')
    with revise(register, author="Ani", message="correct") as writer:
        writer.session.execute(sa.text("UPDATE state SET note = 'a \"b\"' || '\u2028é' WHERE code = 'ARM'"))
        writer.session.execute(sa.text("UPDATE act SET note = NULL WHERE id = 2"))
    write_outside(register, "UPDATE treaty SET note = 'outside'")
    with revise(register, author="Ani", message="remove") as writer:
        writer.session.execute(sa.text("DELETE FROM act WHERE id = 1"))
    register.dispose()
    plain = sa.create_engine(register.url)  # without the foreign keys that a connection to SQLite has to ask for
    yield plain
    plain.dispose()


def test_a_history_nobody_touched_is_whole(history: sa.Engine) -> None:
    assert found_after(history) == []
    with history.connect() as connection:
        found = examine(connection)
    assert (found.revisions, len(found.head or ""), found.problems) == (4, 64, [])
    told = [(one.revision, one.rule, one.severity, one.message) for one in found.findings]
    assert told == [(3, "outside", "notice", "revision 3 was written by another program")]
    assert found.head == rows(history, "SELECT hash FROM revision WHERE id = 4")[0][0]


@pytest.mark.server_later
@pytest.mark.parametrize("step", [3, pytest.param(1, marks=pytest.mark.slow)])
@pytest.mark.parametrize(
    ("table", "column"), [(table, column) for names in (TEXTS, NUMBERS) for table in names for column in names[table]]
)
def test_another_value_in_any_column_of_any_row_is_found(
    history: sa.Engine, table: str, column: str, step: int
) -> None:
    values = ["NULL", "'x'", f"{column} || 'x'"] if column in TEXTS[table] else [f"{column} + 90"]
    if column in {"old", "new"}:
        values = ["NULL", "'{\"id\":1}'"]
    if column == "operation":
        values = ["'insert', old = NULL, new = '{}'", "'delete', old = '{}', new = NULL"]
    statements = [
        f"UPDATE {table} SET {column} = {value} WHERE id = {row_id}"
        for (row_id,) in rows(history, f"SELECT id FROM {table} ORDER BY id")[::step]
        for value in values
    ]
    outcomes = attempts(history, statements)
    assert True in outcomes
    assert False not in outcomes


@pytest.mark.server_later
@pytest.mark.parametrize("stride", [29, pytest.param(1, marks=pytest.mark.slow)])
def test_another_byte_anywhere_in_the_text_is_found(history: sa.Engine, stride: int) -> None:
    """Of one row of each sort; what is no valid text or JSON any more is found as well."""
    cells: list[tuple[str, object, str]] = [("revision", 2, column) for column in TEXTS["revision"]]
    [(update,)] = rows(history, "SELECT id FROM change WHERE revision_id = 2 AND table_name = 'state'")
    cells += [("change", update, column) for column in TEXTS["change"]]
    outcomes = {cell: attempts(history, altered(history, *cell, stride)) for cell in cells}
    assert [cell for cell, found in outcomes.items() if False in found] == []
    # no other byte makes another operation
    assert [cell for cell, found in outcomes.items() if not found] == [("change", update, "operation")]


def altered(engine: sa.Engine, table: str, row_id: object, column: str, stride: int) -> Iterator[str]:
    """Yield statements that change one byte each."""
    [(text,)] = rows(engine, f"SELECT CAST({column} AS text) FROM {table} WHERE id = {row_id}")
    old = str(text).encode()
    for place in range(0, len(old), stride):
        for other in {old[place] ^ 1, old[place] ^ 32, 255}:
            new = old[:place] + bytes([other]) + old[place + 1 :]
            if engine.dialect.name == "sqlite":
                yield f"UPDATE {table} SET {column} = CAST(x'{new.hex()}' AS TEXT) WHERE id = {row_id}"
            else:
                kind = "jsonb" if column in {"old", "new"} else "text"
                value = f"CAST(convert_from(decode('{new.hex()}', 'hex'), 'UTF8') AS {kind})"
                yield f"UPDATE {table} SET {column} = {value} WHERE id = {row_id}"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('{"code":', '{ "code":'),
        (',"id"', ', "id"'),
        ("}", "}\n"),
        ('"code":"ARM"', r'"code":"A\u0052M"'),
        ("1991-09-21/..", r"1991-09-21\/.."),
        (',"id":1,', ',"id":1,"id":1,'),
        (',"id":1,', ',"id":1.0,'),
        (',"id":1,', ',"id":1e0,'),
        ('"id":1,"note":null', '"note":null,"id":1'),
        ('"note":null', '"note":null,"more":null'),
        (',"note":null', ""),
        ("}", "}x"),
        ("null", "NaN"),
        ('"ARM"', '"\\ud800"'),
        (',"id":1,', ',"id":' + "9" * 5000 + ","),
        ('{"code":', "[" * 100_000),
    ],
)
def test_json_that_says_the_same_in_other_words_is_found(
    sqlite_template: Path, tmp_path: Path, old: str, new: str
) -> None:
    engine = one_state(sqlite_template, tmp_path)
    [(text,)] = rows(engine, "SELECT new FROM change WHERE id = 1")
    assert old in str(text)
    forged = str(text).replace(old, new).replace("'", "''")
    problems = found_after(engine, f"UPDATE change SET new = '{forged}' WHERE id = 1")
    assert problems[0] in {(1, "form"), (1, "hash")}
    engine.dispose()


def one_state(template: Path, folder: Path) -> sa.Engine:
    path = folder / "one.db"
    path.write_bytes(template.read_bytes())
    engine = sa.create_engine(f"sqlite:///{path}")
    written(engine, TREATY_TABLES[1])
    return engine


@pytest.mark.parametrize(
    "script",
    [
        "DELETE FROM change WHERE id = 1",
        "DELETE FROM change WHERE id = (SELECT MAX(id) FROM change)",
        "DELETE FROM revision WHERE id = 4",
        "DELETE FROM revision WHERE id = 1",
        "DELETE FROM change WHERE revision_id = 4; DELETE FROM revision WHERE id = 4",
        "DELETE FROM change WHERE revision_id = 1; DELETE FROM revision WHERE id = 1",
        "DELETE FROM change WHERE revision_id > 1; DELETE FROM revision WHERE id > 1",
        "DELETE FROM change; DELETE FROM revision",
        SWAP.format("change"),
        SWAP.format("revision"),
        "UPDATE change SET id = id + 50",
        "UPDATE change SET revision_id = 4 WHERE revision_id = 3",
        f"INSERT INTO change {CHANGE} VALUES (900, 4, 'x', 1, 'insert', '{{}}')",
        f"INSERT INTO change {CHANGE} VALUES (900, 9, 'x', 1, 'insert', '{{}}')",
        "INSERT INTO revision (id, author, opened_at, closed_at) VALUES (5, 'Eve', 'x', 'x')",
        "INSERT INTO revision (id, author, opened_at, closed_at, hash) VALUES (5, 'Eve', 'x', 'x', 'f00')",
    ],
)
def test_rows_of_the_history_removed_swapped_or_added_are_found(history: sa.Engine, script: str) -> None:
    assert found_after(history, *script.split("; ")) != []


@pytest.mark.parametrize(
    ("statement", "expected"),
    [
        (
            "UPDATE state SET note = 'y', existence = NULL WHERE id = 1",
            (2, "state 1 is not what revision 2 left: existence, note differ"),
        ),
        (
            "INSERT INTO state (id, code) VALUES (77, 'KAZ')",
            (None, "state 77 is in no revision: it was written past the log"),
        ),
        ("DELETE FROM act WHERE id = 3", (1, "act 3 is gone, and no revision removed it")),
        (
            "INSERT INTO act (id, dataset_id, treaty_id, kind, date_edtf) VALUES (1, 1, 1, 'termination', '1992')",
            (4, "act 1 is there, although revision 4 removed it"),
        ),
    ],
)
def test_a_record_written_past_the_log_is_found(
    history: sa.Engine, statement: str, expected: tuple[int | None, str]
) -> None:
    with tampering(history) as connection:
        connection.exec_driver_sql(statement)
        found = [(one.revision, one.message) for one in verify(connection) if one.rule == "row"]
    assert found == [expected]


def test_columns_that_came_later_are_no_fault(history: sa.Engine) -> None:
    """The log of an earlier schema has fewer fields; what they are by default is what they were."""
    shorter = {"sqlite": "json_remove(new, '$.rank', '$.organ')", "postgresql": "new - 'rank' - 'organ'"}
    forget = (
        f"UPDATE change SET new = {shorter[history.dialect.name]} WHERE table_name = 'act' AND operation = 'insert'"
    )
    assert found_after(history, forget) == [(1, "hash")]
    changed = found_after(history, forget, "UPDATE act SET rank = 'preferred' WHERE id = 3")
    assert changed == [(1, "hash"), (1, "row")]


def test_what_the_first_programs_sealed_still_counts(history: sa.Engine) -> None:
    """They left the numbers of changes out of the hash."""
    previous: str | None = None
    statements = []
    for number in range(1, 5):
        previous, before = early_hash(history, number, previous), previous
        linked = f"'{before}'" if before else "NULL"
        statements.append(f"UPDATE revision SET hash = '{previous}', previous_hash = {linked} WHERE id = {number}")
    assert found_after(history, *statements) == []
    assert found_after(history, *statements, "UPDATE change SET row_id = 9 WHERE id = 3")[0] == (1, "hash")


def test_a_write_by_another_program_is_a_fault_until_it_is_sealed(register: sa.Engine) -> None:
    written(register, *TREATY_TABLES)
    write_outside(register, "UPDATE treaty SET note = 'outside'")
    with register.connect() as connection:
        assert [(one.revision, one.rule, one.severity) for one in examine(connection).findings] == [
            (2, "outside", "error")
        ]


def test_what_another_program_put_into_the_log_by_hand_can_be_sealed_and_is_found(register: sa.Engine) -> None:
    written(register, *TREATY_TABLES)
    write_outside(
        register,
        "INSERT INTO revision (id, opened_at, closed_at) VALUES (2, 'x', 'x')",
        f"INSERT INTO change {CHANGE} VALUES (99, 2, 'state', 7, 'insert', '[1]')",
    )
    with revise(register, author="Ani", message="go on") as writer:
        writer.session.execute(sa.text("UPDATE state SET note = 'x' WHERE id = 1"))
    with register.connect() as connection:
        assert [(one.revision, one.rule) for one in verify(connection)] == [(2, "form"), (2, "row")]


def test_a_register_is_verified_by_its_path_or_url_without_being_written(register: sa.Engine) -> None:
    written(register, *TREATY_TABLES)
    place = register.url.render_as_string(hide_password=False)
    if register.dialect.name == "sqlite":
        assert register.url.database
        place = register.url.database
        with closing(sa.create_engine(register.url).connect()) as reader:
            reader.exec_driver_sql("BEGIN")
            reader.exec_driver_sql("SELECT * FROM state").fetchone()
            assert verify_register(place).problems == []
    found = verify_register(place)
    assert (found.revisions, found.findings) == (1, ())
    write_history(register, "UPDATE revision SET author = 'Eve'")
    first, *others = ((one.revision, one.rule) for one in verify_register(place).problems)
    assert (first, set(others)) == ((1, "hash"), {(None, "schema")})  # the triggers that stood in the way
