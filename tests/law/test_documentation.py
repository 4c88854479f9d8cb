"""docs/checks.md lists the rules there are."""

from __future__ import annotations

import re
from pathlib import Path

from secdb import law
from secdb.reports.check import RULES

ROOT = Path(__file__).parents[2]
LINES = re.findall(
    r"^\| `([\w-]+)` \| (.+) \|$", (ROOT / "docs" / "checks.md").read_text(encoding="utf-8"), re.MULTILINE
)


def test_the_page_lists_every_rule_in_the_order_of_the_program() -> None:
    assert [name for name, _ in LINES] == list(RULES)


def test_the_page_gives_the_words_and_the_source_of_each_rule_of_law() -> None:
    listed = {name: rest for name, rest in LINES if name in law.RULES}
    assert listed == {name: f"{rule.doc} | {rule.source}" for name, rule in law.RULES.items()}


def test_a_rules_function_is_told_of_in_its_own_words() -> None:
    assert all(name == rule.name and rule.function.__doc__ for name, rule in law.RULES.items())
