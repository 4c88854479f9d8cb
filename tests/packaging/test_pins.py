"""The versions that everybody gets."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[2]


def _pins() -> dict[str, str]:
    lines = (ROOT / "constraints.txt").read_text("utf-8").splitlines()
    return dict(line.lower().split("==") for line in lines if not line.startswith("#"))


def test_a_pin_is_a_name_and_a_version_and_nothing_else() -> None:
    assert [pin for pin in _pins().items() if not re.fullmatch(r"[a-z0-9._-]+ [0-9][a-z0-9.]*", " ".join(pin))] == []


def test_everything_the_project_asks_for_is_pinned() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    extras = project["project"]["optional-dependencies"].values()
    asked = [*project["build-system"]["requires"], *project["project"]["dependencies"], *(a for e in extras for a in e)]
    names = {re.split(r"[^A-Za-z0-9_-]", requirement)[0] for requirement in asked}
    assert names - _pins().keys() == set()
