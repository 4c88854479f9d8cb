"""The seeds come in through the same door as everybody's data."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from secdb.exchange.package import read_package
from secdb.register import load, revise, verify
from tests.register.samples import rows

if TYPE_CHECKING:
    import sqlalchemy as sa

pytestmark = pytest.mark.server_later

SEEDS = Path(__file__).parents[2] / "seeds"


def test_the_seeds_load_whole_and_only_once(register: sa.Engine) -> None:
    package = read_package(SEEDS)
    written = sum(1 for _, resource in package for _ in resource)
    with revise(register, author="secdb", message="seeds") as writer:
        first = load(writer.session, package)
    assert (first.inserted, first.unchanged, first.kept) == (written, 0, [])
    with revise(register, author="secdb", message="seeds again") as writer:
        second = load(writer.session, package)
    assert (second.inserted, second.unchanged, second.kept) == (0, written, [])
    assert writer.number is None
    assert rows(register, "SELECT count(*) FROM change") == [(written,)]
    with register.connect() as connection:
        assert verify(connection) == []
