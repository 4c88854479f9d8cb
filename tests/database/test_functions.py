"""On PostgreSQL `members_on` and `changes` are functions of SQL, and everything has a comment."""

from __future__ import annotations

import datetime as dt
from contextlib import contextmanager
from itertools import pairwise, product
from random import Random
from typing import TYPE_CHECKING, Any, cast

import psycopg
import pytest
import sqlalchemy as sa
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from secdb import database
from secdb.database.server import answered
from secdb.models import schema
from secdb.reports.changes import changes
from secdb.reports.members import members
from tests.database.random_register import DAYS, RandomRegister

if TYPE_CHECKING:
    from collections.abc import Iterator

    from secdb.database.reader import Register
    from secdb.reports.changes import Change
    from secdb.reports.members import Member
    from tests.postgres import NewDatabase

MEMBERS = "SELECT * FROM members_on(:treaty, CAST(:on AS date), :dataset, :basis)"
CHANGES = "SELECT * FROM changes(:treaty, CAST(:first AS date), CAST(:last AS date), :dataset, :basis, true)"
BOUNDS = ("since_earliest", "since_latest", "until_earliest", "until_latest")

COMMENTS = """
SELECT c.relname, a.attname, COALESCE(CASE WHEN a.attnum IS NULL THEN obj_description(c.oid, 'pg_class')
  ELSE col_description(c.oid, a.attnum) END, '')
FROM pg_class AS c JOIN LATERAL (
  SELECT NULL::name AS attname, NULL::smallint AS attnum
  UNION ALL SELECT b.attname, b.attnum FROM pg_attribute AS b WHERE b.attrelid = c.oid AND b.attnum > 0
    AND NOT b.attisdropped) AS a ON true
WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'v')
"""
FUNCTIONS = """
SELECT p.proname || '(' || oidvectortypes(p.proargtypes) || ')', COALESCE(obj_description(p.oid, 'pg_proc'), '')
FROM pg_proc AS p
WHERE p.pronamespace = 'public'::regnamespace
"""


class Opened:
    """A register whose last writes nobody else can see yet."""

    def __init__(self, connection: sa.Connection) -> None:
        self.connection = connection

    def rows(self, sql: str, **parameters: object) -> list[dict[str, Any]]:
        return list(answered(self.connection, sql, parameters))


@pytest.fixture(scope="module")
def server(postgres_template: str, new_postgres_template: NewDatabase) -> Iterator[sa.Connection]:
    """Return a connection to an empty register of this file's own."""
    engine = database.engine(database.locate(new_postgres_template(template=postgres_template)).url)
    with engine.connect() as connection:
        yield connection
    engine.dispose()


def of_function(row: dict[str, Any]) -> tuple[object, ...]:
    return tuple(row[name] for name in ("state", "state_name", "standing", "status", *BOUNDS, "opened_by", "closed_by"))


def of_report(row: Member) -> tuple[object, ...]:
    bounds = (getattr(row, name) for name in BOUNDS)
    return (row.state, row.name, row.standing, row.status, *bounds, row.opened_by, row.closed_by)


@contextmanager
def holding(server: sa.Connection, seed: int) -> Iterator[Opened]:
    """Write a random register and take it back."""
    with server.begin() as transaction:
        RandomRegister(Random(seed)).write(server)  # noqa: S311
        yield Opened(server)
        transaction.rollback()


def check_members(opened: Opened, day: str, **asked: str) -> None:
    report = members(cast("Register", opened), asked["treaty"], day, basis=asked["basis"], dataset=asked["dataset"])
    found = opened.rows(MEMBERS, on=day, **asked)
    expected = [*report.rows, *report.about["suspended"]]
    assert sorted(map(of_function, found), key=repr) == sorted(map(of_report, expected), key=repr)


def check_changes(opened: Opened, first: str, last: str, **asked: str) -> set[str]:
    """Return the changes that were told of."""
    rows = opened.rows(CHANGES, first=first, last=last, **asked)
    treaty, basis, dataset = (asked[name] for name in ("treaty", "basis", "dataset"))
    register = cast("Register", opened)
    compared = changes(register, treaty, first, last, basis=basis, dataset=dataset, unchanged=True)
    assert sorted(tuple(row.values()) for row in rows) == sorted(map(of_change, compared.rows))
    return {row["change"] for row in rows}


def test_they_answer_as_the_commands_do(server: sa.Connection) -> None:
    told = set[str]()
    # registers in which all kinds of change come up
    for seed, treaty, basis in ((18, "cst", "in-force"), (39, "cst", "signed"), (13, "csto", "consented")):
        asked = {"treaty": treaty, "dataset": "register", "basis": basis}
        with holding(server, seed) as opened:
            for first, last in (*pairwise(DAYS), *pairwise(DAYS[::5])):
                check_members(opened, first, **asked)
                told |= check_changes(opened, first, last, **asked)
    assert told >= {"joined", "left", "possible", "renamed", "resumed", "returned", "suspended", "unchanged"}


def test_outside_the_days_a_dataset_covers_there_is_no_data(server: sa.Connection) -> None:
    with holding(server, 18) as opened:
        opened.connection.execute(sa.text("UPDATE dataset SET covers_to = '2005-12-31' WHERE code = 'register'"))
        asked = {"treaty": "cst", "dataset": "register", "basis": "in-force"}
        assert opened.rows(MEMBERS, on="2005-12-31", **asked)
        with pytest.raises(sa.exc.DatabaseError, match="no data on 2006-01-01"), opened.connection.begin_nested():
            opened.rows(MEMBERS, on="2006-01-01", **asked)
        assert opened.rows(CHANGES, first="1995-01-01", last="2005-12-31", **asked)
        with pytest.raises(sa.exc.DatabaseError, match="no data on 2006-01-01"), opened.connection.begin_nested():
            opened.rows(CHANGES, first="2005-12-31", last="2006-01-01", **asked)


@pytest.mark.slow
@settings(max_examples=100, suppress_health_check=list(HealthCheck))
@given(
    seed=st.integers(0, 1 << 32),
    basis=st.sampled_from(("signed", "consented", "in-force")),
    days=st.lists(st.sampled_from(DAYS), min_size=2, max_size=2).map(sorted),
)
def test_they_answer_as_the_commands_do_on_any_register(
    server: sa.Connection, seed: int, basis: str, days: list[str]
) -> None:
    with holding(server, seed) as opened:
        for treaty, dataset in product(("cst", "csto"), ("register", "documents")):
            asked = {"treaty": treaty, "dataset": dataset, "basis": basis}
            check_members(opened, days[1], **asked)
            check_changes(opened, days[0], days[1], **asked)


def of_change(row: Change) -> tuple[object, ...]:
    standings = (row.before["standing"], row.before["status"], row.after["standing"], row.after["status"])
    return (row.state, row.name, row.change, *standings, [act.act for act in row.between])


def ask(url: str, query: str) -> list[tuple[Any, ...]]:
    with psycopg.connect(url) as server:
        return server.execute(query.encode()).fetchall()


def test_the_members_of_an_organization_on_a_day(seeded_server: str) -> None:
    found = ask(seeded_server, "SELECT state, standing, since_latest FROM members_on('csto', '2009-09-26')")
    seven = ["ARM", "BLR", "KAZ", "KGZ", "RUS", "TJK", "UZB"]
    assert sorted((state, standing) for state, standing, _ in found) == [(state, "member") for state in seven]
    assert all(isinstance(since, dt.date) for _, _, since in found)


def test_who_joined_and_left_between_two_days(seeded_server: str) -> None:
    between = "SELECT state, change, standing_before, standing_after FROM changes('cst', '{}', '{}')"
    assert ask(seeded_server, between.format("2002-05-14", "2009-09-26")) == [("UZB", "joined", "none", "member")]
    assert ask(seeded_server, between.format("2009-09-26", "2013-01-01")) == [("UZB", "suspended", "member", "none")]


@pytest.mark.parametrize(
    ("call", "said"),
    [
        ("members_on('cstx', '2009-09-26')", "no treaty or organization has the code cstx"),
        ("members_on('cst', '2009-09-26', 'cowx')", "no dataset has the code cowx"),
        ("members_on('cst', '2009-09-26', 'register', 'all')", "the basis is signed, consented or in-force, not all"),
        ("changes('cst', '2009-09-26', '2002-05-14')", "2009-09-26 is after 2002-05-14; give the earlier day first"),
    ],
)
def test_a_word_that_means_nothing_is_an_error_and_no_empty_answer(seeded_server: str, call: str, said: str) -> None:
    with pytest.raises(psycopg.Error) as refused:
        ask(seeded_server, f"SELECT * FROM {call}")
    assert refused.value.diag.message_primary == said


def test_every_table_view_column_and_function_has_its_comment(postgres_template: str) -> None:
    found = {(name, column): said for name, column, said in ask(postgres_template, COMMENTS)}
    alembic = {key: said for key, said in found.items() if key[0] == "alembic_version"}
    assert all(alembic.values())
    assert {key: said for key, said in found.items() if key not in alembic} == schema.comments()
    functions = dict(ask(postgres_template, FUNCTIONS))
    assert [name for name, said in functions.items() if not said] == []
    assert schema.FUNCTIONS.items() <= functions.items()


def test_the_types_written_down_are_those_of_the_columns(postgres_template: str, sqlite_template: Any) -> None:  # noqa: ANN401
    types = "SELECT table_name, column_name, data_type FROM information_schema.columns WHERE table_schema = 'public'"
    on_server = {(name, column): kind for name, column, kind in ask(postgres_template, types)}
    written = {(one.name, column.name): column for one in (*schema.tables(), *schema.views()) for column in one.columns}
    assert {key: column.postgresql for key, column in written.items()} == {key: on_server[key] for key in written}
    assert {column.sqlite for column in written.values()} == {"INTEGER", "TEXT", "BLOB"}
    assert sqlite_template.exists()
