"""`secdb schema` tells what every table and view means, without a register."""

from __future__ import annotations

import json
import re

import pytest

from secdb.models import Base
from secdb.models.views import VIEWS
from tests.inside import run

NOWHERE = ("--database", "/nowhere/register.db", "schema")


def test_markdown_has_every_view_and_table_with_an_example() -> None:
    done = run(*NOWHERE)
    assert (done.returncode, done.stderr) == (0, "")
    assert re.findall(r"### `(\w+)`", done.stdout) == [*VIEWS, *sorted(Base.metadata.tables)]
    assert done.stdout.count("```sql\n") == len(VIEWS) + len(Base.metadata.tables)
    assert "| `start_latest` | TEXT | date | first day, upper bound, inclusive; NULL = not certain" in done.stdout
    assert "| `members_on(text, date, text, text)` |" in done.stdout


def test_json_has_types_of_both_engines_and_what_refers_to_what() -> None:
    found = json.loads(run(*NOWHERE, "-f", "json").stdout)
    assert [view["name"] for view in found["views"]] == list(VIEWS)
    (act,) = [table for table in found["tables"] if table["name"] == "act"]
    columns = {column["name"]: column for column in act["columns"]}
    assert columns["state_id"] == {
        "name": "state_id",
        "meaning": "the State; NULL = an act for all its parties",
        "sqlite": "INTEGER",
        "postgresql": "integer",
        "is_key": False,
        "optional": True,
        "refers": "state.id",
    }
    assert columns["date_earliest"]["postgresql"] == "date"
    assert "SELECT id, dataset_id, treaty_id, state_id FROM act ORDER BY id LIMIT 5" in act["example"]


def test_mermaid_draws_the_tables_and_what_refers_to_what() -> None:
    lines = run(*NOWHERE, "-f", "mermaid").stdout.splitlines()
    assert lines[0] == "erDiagram"
    assert '    treaty ||--o{ act : "treaty_id"' in lines
    assert '    state |o--o{ act : "state_id"' in lines
    assert "        integer id PK" in lines
    grammar = r"erDiagram|    \w+ \{|        \w+ \w+( PK| FK| PK, FK)?|    \}|    \w+ (\|\||\|o)--o\{ \w+ : \"\w+\""
    assert [line for line in lines if not re.fullmatch(grammar, line)] == []
    assert sum("--o{" in line for line in lines) == sum(
        len(table.foreign_keys) for table in Base.metadata.tables.values()
    )


def test_of_a_view_named_it_tells_only_that() -> None:
    done = run(*NOWHERE, "memberships")
    assert re.findall(r"### `(\w+)`", done.stdout) == ["memberships"]


@pytest.mark.parametrize(("name", "near"), [("membershps", "memberships"), ("xyz", "states")])
def test_a_name_that_is_none_is_told_the_nearest(name: str, near: str) -> None:
    done = run(*NOWHERE, name)
    assert (done.returncode, done.stdout, near in done.stderr) == (1, "", True)
