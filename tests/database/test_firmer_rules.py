"""What schema 0012 refuses besides, who has it already, and what `current_members` says of datasets that ended."""

from __future__ import annotations

import pytest

from secdb import database
from secdb.database import migrate
from secdb.errors import DatabaseError
from tests.database.outside import Outside, everything
from tests.database.samples import Row, insert
from tests.database.schema_dump import objects

ANOTHERS = "the code is another State's on the same days"
DAYS = ("start_earliest", "start_latest", "end_earliest", "end_latest")

# what 0011 takes, by engine, and how the refusal to upgrade names it
HELD = {
    "INSERT INTO dataset (id, code, title) VALUES (900, 'REGISTER', 'x');": (
        "both",
        "dataset 900 (its code is empty or has capital letters)",
    ),
    "INSERT INTO dataset (id, code, title) VALUES (901, 'my own', 'x');": ("both", "dataset 901 (its code has blanks)"),
    "UPDATE dataset SET covers_from = '2030-01-01' WHERE id = 1;": (
        "both",
        "dataset 1 (the days it covers end before they begin)",
    ),
    "UPDATE document SET sha256 = 'aa' WHERE id = 1;": (
        "sqlite",
        "document 1 (its SHA-256 is not 64 hexadecimal digits)",
    ),
    "UPDATE document SET text = text || ' it' WHERE id = 1;": (
        "postgresql",
        "document 1 (its SHA-256 is not that of its text)",
    ),
    "INSERT INTO person (id, code, name) VALUES (-3, 'e', 'Eve');": ("postgresql", "person -3 (its number is below 1)"),
}


def period(*days: str | None) -> Row:
    return {name: day for name, day in zip(DAYS, days, strict=True) if day}


def code(state: int, *days: str | None) -> Row:
    return {"state_id": state, "scheme": "cow", "code": "365", **period(*days)}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (code(1, None, None, None, None), code(2, None, None, None, None)),
        (code(1, None, None, None, None), code(2, "1990-01-01", "1990-01-01", None, None)),
        (code(1, None, None, "1991-12-26", "1991-12-26"), code(2, "1991-12-25", "1991-12-25", None, None)),
        (code(1, "1922-01-01", "1922-12-30", "1991-12-26", "1992-01-01"), code(2, None, "1991-12-25", None, None)),
        (code(1, "1990-01-01", "1990-01-01", "1990-01-03", None), code(2, "1990-01-02", "1990-01-02", None, None)),
    ],
)
def test_a_code_is_one_states_on_a_day_that_both_certainly_have(outside: Outside, one: Row, other: Row) -> None:
    for first, second in ((one, other), (other, one)):
        outside.write(insert("state_code", first, outside.engine))
        [said] = outside.failures(insert("state_code", second, outside.engine))
        assert ANOTHERS in said
        outside.write("DELETE FROM state_code WHERE scheme = 'cow';")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # the one ends on the day the other begins
        (code(1, None, None, "1991-12-26", "1991-12-26"), code(2, "1991-12-26", "1991-12-26", None, None)),
        # it may have ended before
        (code(1, None, None, "1991-01-01", "1991-12-31"), code(2, "1991-01-01", "1991-01-01", None, None)),
        # or the other may have begun later
        (code(1, None, None, "1991-12-26", "1991-12-26"), code(2, "1991-01-01", "1992-01-01", None, None)),
        # or never: it has no day on which it had begun for certain
        (code(1, None, None, None, None), code(2, "1991-01-01", None, None, None)),
        # or ended before it began for certain
        (code(1, None, None, None, None), code(2, "1990-01-01", "1992-01-01", "1991-01-01", "1993-01-01")),
        # another scheme, the same State
        (code(1, None, None, None, None), {**code(2, None, None, None, None), "scheme": "gw"}),
        (code(1, None, None, None, None), code(1, "1990-01-01", "1990-01-01", None, None)),
    ],
)
def test_codes_that_need_not_meet_are_taken(outside: Outside, one: Row, other: Row) -> None:
    for first, second in ((one, other), (other, one)):
        outside.write(insert("state_code", first, outside.engine), insert("state_code", second, outside.engine))
        outside.write("DELETE FROM state_code WHERE scheme IN ('cow', 'gw');")


def test_a_code_passes_to_another_state_by_two_statements(outside: Outside) -> None:
    outside.write(
        insert("state_code", code(1, None, None, None, None), outside.engine),
        "UPDATE state_code SET end_earliest = '1991-12-26', end_latest = '1991-12-26' WHERE code = '365';",
        insert("state_code", code(2, "1991-12-26", "1991-12-26", None, None), outside.engine),
    )
    [said] = outside.failures(
        "UPDATE state_code SET end_earliest = NULL, end_latest = NULL WHERE code = '365' AND state_id = 1;"
    )
    assert ANOTHERS in said


@pytest.mark.parametrize("sql", HELD)
def test_a_register_with_rows_that_are_refused_now_is_left_as_it_is(outside: Outside, sql: str) -> None:
    engine, named = HELD[sql]
    if engine not in {"both", outside.engine}:
        pytest.skip("the engine does not take it, or still does")
    url = database.locate(outside.place).url
    migrate.downgrade(url, "0011")
    outside.write(sql)
    before, schema = everything(outside), objects(outside)
    with pytest.raises(DatabaseError, match="schema 0012 refuses rows of this register: ") as refused:
        migrate.upgrade(url)
    assert named in str(refused.value)
    assert "\n" not in str(refused.value)
    assert (everything(outside), objects(outside)) == (before, schema)


def test_of_many_rows_refused_some_are_named_and_the_others_counted(outside: Outside) -> None:
    url = database.locate(outside.place).url
    migrate.downgrade(url, "0011")
    outside.write(*(f"INSERT INTO dataset (id, code, title) VALUES ({n}, 'a {n}', 'x');" for n in range(11, 18)))
    with pytest.raises(DatabaseError, match=r"dataset 15 \(its code has blanks\) and 2 more; correct them"):
        migrate.upgrade(url)
    outside.write("UPDATE dataset SET code = replace(code, ' ', '-');")
    migrate.upgrade(url)
    assert migrate.current(url) == database.HEAD


def test_codes_of_two_states_on_record_are_left_to_check(outside: Outside) -> None:
    url = database.locate(outside.place).url
    migrate.downgrade(url, "0011")
    outside.write(*(insert("state_code", code(state, None, None, None, None), outside.engine) for state in (1, 2)))
    migrate.upgrade(url)
    assert outside.rows("SELECT COUNT(*) FROM state_code WHERE code = '365'") == [(2,)]


def members(client: Outside) -> list[tuple[object, ...]]:
    return client.rows("SELECT state FROM current_members WHERE dataset = 'register' AND treaty = 'cst' ORDER BY state")


def test_a_dataset_that_does_not_cover_today_has_no_current_members(own_url: str) -> None:
    client = Outside("postgresql" if own_url.startswith("postgresql") else "sqlite", own_url)
    six = [("ARM",), ("BLR",), ("KAZ",), ("KGZ",), ("RUS",), ("TJK",)]
    engine = database.engine(database.locate(own_url).url)
    for first, last, rows in (
        ("NULL", "NULL", six),
        ("NULL", "'2014-12-31'", []),
        ("'2999-01-01'", "NULL", []),
        ("'1816-01-01'", "'2999-12-31'", six),
        ("CURRENT_DATE", "CURRENT_DATE", six),
    ):
        with engine.begin() as connection:
            connection.exec_driver_sql(
                f"UPDATE dataset SET covers_from = {first}, covers_to = {last} WHERE code = 'register'"
            )
        assert members(client) == rows
    engine.dispose()


def test_what_a_role_may_read_stays_so_through_the_upgrade(outside: Outside) -> None:
    if outside.engine == "sqlite":
        pytest.skip("SQLite has no roles")
    url = database.locate(outside.place).url
    migrate.downgrade(url, "0011")
    outside.write("GRANT SELECT ON current_members TO pg_checkpoint;")
    migrate.upgrade(url)
    asked = "SELECT has_table_privilege('pg_checkpoint', '{}', 'SELECT')"
    assert outside.answers([asked.format("current_members"), asked.format("acts")]) == [[(True,)], [(False,)]]
