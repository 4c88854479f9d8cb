"""docs/derivation.md tells the truth."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import sqlalchemy as sa

from tests.derivation.hand import periods, write_roster, write_treaty
from tests.derivation.ledger import TABLES

if TYPE_CHECKING:
    from tests.derivation.ledger import Ledger

PAGE = (Path(__file__).parents[2] / "docs" / "derivation.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"```\n(.*?)```", PAGE, re.DOTALL)


def said_of(example: str, start: str) -> list[str]:
    return re.findall(rf"^{start} (.*)$", example, re.MULTILINE)


def test_there_are_three_examples() -> None:
    assert len(EXAMPLES) == 3


@pytest.mark.parametrize("example", EXAMPLES)
def test_the_examples_come_out_as_printed(ledger: Ledger, example: str) -> None:
    for day in said_of(example, "treaty in force"):
        write_treaty(ledger, day)
    for number, line in enumerate(said_of(example, "roster"), 1):
        day, presence = line.split()
        write_roster(ledger, number, day, (1, 2) if presence == "with" else (2,))
    assert periods(ledger, *said_of(example, "act")) == said_of(example, "=")


def test_the_table_of_effects_is_the_one_in_the_database(ledger: Ledger) -> None:
    printed = {}
    for kinds, status, level, way in re.findall(r"^\| (`.*`) \| (.+?) \| (.*?) ?\| (.*?) ?\|$", PAGE, re.MULTILINE):
        effect = None if status == "no effect" else status
        for kind in re.findall(r"`(.+?)`", kinds):
            printed[kind] = (effect, int(level or 0), int(way == "resets"))
    table = TABLES["act_effect"]
    kept = ledger.connection.execute(sa.select(table.c.kind, table.c.status, table.c.level, table.c.resets))
    assert printed == {kind: tuple(effect) for kind, *effect in kept}
