"""The migrated database has the rules, comments and indexes that the models speak of."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest
import sqlalchemy as sa
from sqlalchemy.schema import CreateTable

from secdb import database
from secdb.database.migrate import is_modelled
from secdb.models import Base

if TYPE_CHECKING:
    from collections.abc import Iterator

# what a column without a comment says for itself
PLAIN = {"id", "code", "name", "title"}


@pytest.fixture
def migrated(register_url: str) -> Iterator[sa.Connection]:
    engine = database.engine(register_url)
    with engine.connect() as connection:
        yield connection


def clauses(create: str) -> set[str]:
    """Return the parts between the outer parentheses of a CREATE TABLE, and what follows them.

    The rules of a column that came later stand behind it, without a comma.
    """
    inside, tail = re.fullmatch(r".*?\((.*)\)([^()]*)", re.sub(r"\s+", " ", create).strip()).groups()  # type: ignore[union-attr]
    parts, depth, part = set(), 0, ""
    for character in inside:
        depth += {"(": 1, ")": -1}.get(character, 0)
        if character == "," and depth == 0:
            parts.add(part.strip())
            part = ""
        else:
            part += character
    apart = {rule for one in {*parts, part.strip()} for rule in one.split(" CONSTRAINT ")}
    return {re.sub("^(?=ck_)", "CONSTRAINT ", rule) for rule in apart} | {tail.strip()}


def test_on_sqlite_every_table_reads_as_the_models_would_write_it(migrated: sa.Connection) -> None:
    if migrated.dialect.name != "sqlite":
        return
    made = dict(migrated.exec_driver_sql("SELECT name, sql FROM sqlite_master WHERE type = 'table'").tuples().all())
    assert {name for name in made if is_modelled(name, "table")} - {"alembic_version"} == set(Base.metadata.tables)
    for name, table in Base.metadata.tables.items():
        assert clauses(made[name]) == clauses(str(CreateTable(table).compile(migrated.engine)))
        assert "STRICT" in clauses(made[name])


def test_on_postgresql_every_check_has_the_name_and_number_it_has_in_the_models(migrated: sa.Connection) -> None:
    if migrated.dialect.name != "postgresql":
        return
    query = "SELECT conname FROM pg_constraint WHERE contype = 'c' AND connamespace = 'public'::regnamespace"
    made = sorted(migrated.exec_driver_sql(query).scalars())
    wanted = [
        name
        for table in Base.metadata.tables.values()
        for name in re.findall(r"CONSTRAINT (\w+) CHECK", str(CreateTable(table).compile(migrated.engine)))
    ]
    assert len(made) > 100
    assert made == sorted(wanted)


def test_on_postgresql_the_rules_are_those_of_the_models(migrated: sa.Connection) -> None:
    """Make the models' tables beside the migrated ones; the server spells the CHECKs of both."""
    if migrated.dialect.name != "postgresql":
        return
    query = (
        "SELECT conname, pg_get_constraintdef(oid) FROM pg_constraint "
        "WHERE contype IN ('c', 'u', 'p', 'f') AND connamespace = 'SCHEMA'::regnamespace ORDER BY conname"
    )
    made = migrated.exec_driver_sql(query.replace("SCHEMA", "public")).tuples().all()
    migrated.exec_driver_sql("CREATE SCHEMA models")
    migrated.exec_driver_sql("SET LOCAL search_path = models")
    for table in Base.metadata.sorted_tables:
        migrated.execute(CreateTable(table))
    modelled = migrated.exec_driver_sql(query.replace("SCHEMA", "models")).tuples().all()
    # what stands in another schema than the current one is spelt with it
    assert [(n, d.replace("public.", "")) for n, d in made if n != "alembic_version_pkc"] == [
        (n, d.replace("models.", "")) for n, d in modelled
    ]


def test_on_postgresql_columns_that_do_not_explain_themselves_have_their_comment(migrated: sa.Connection) -> None:
    if migrated.dialect.name != "postgresql":
        return
    inspector = sa.inspect(migrated)
    for name, table in Base.metadata.tables.items():
        comments = {column["name"]: column["comment"] for column in inspector.get_columns(name)}
        assert comments == {column.name: column.comment for column in table.columns}
        assert {column for column, comment in comments.items() if not comment} <= PLAIN | {"language"}


def leading(inspector: sa.Inspector, table: str) -> set[str | None]:
    """Return the columns that begin an index which holds every row with a value there."""
    keys: list[Any] = [inspector.get_pk_constraint(table)["constrained_columns"]]
    keys += [unique["column_names"] for unique in inspector.get_unique_constraints(table)]
    keys += [index["column_names"] for index in inspector.get_indexes(table) if not _partial(index)]
    return {key[0] for key in keys}


def _partial(index: Any) -> bool:  # noqa: ANN401
    """Tell whether an index leaves rows out besides those without a value in its first column."""
    options = index.get("dialect_options", {})
    conditions = {str(value).strip("()") for option, value in options.items() if option.endswith("_where")}
    return bool(conditions - {f"{index['column_names'][0]} IS NOT NULL"})


def test_every_foreign_key_leads_an_index_so_that_a_delete_reads_no_table(migrated: sa.Connection) -> None:
    inspector = sa.inspect(migrated)
    slow = [
        f"{table}.{key['constrained_columns'][0]}"
        for table in Base.metadata.tables
        for key in inspector.get_foreign_keys(table)
        if key["constrained_columns"][0] not in leading(inspector, table)
    ]
    assert slow == []
