"""The meaning of every public view's columns is written down, and the examples run."""

from __future__ import annotations

import pytest
import sqlalchemy as sa

from secdb import database
from secdb.database.reader import open_register
from secdb.models.steps import STEPS
from secdb.models.views import VIEWS


def columns(url: str) -> dict[str, list[str]]:
    engine = database.engine(database.locate(url).url)
    inspector = sa.inspect(engine)
    found = {name: [column["name"] for column in inspector.get_columns(name)] for name in inspector.get_view_names()}
    engine.dispose()
    return found


def test_every_view_and_column_is_described(seeded_url: str) -> None:
    assert columns(seeded_url) == {name: list(view.columns) for name, view in (VIEWS | STEPS).items()}


@pytest.mark.parametrize("name", VIEWS)
def test_the_example_of_a_view_finds_something(seeded_url: str, name: str) -> None:
    with open_register(seeded_url) as register:
        assert register.rows(VIEWS[name].example)
