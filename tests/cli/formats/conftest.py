"""A register small enough that all it prints can be read."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.cli.formats.written import small_register

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="session")
def small(seeded_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the path of a register of Armenia, Georgia and Uzbekistan alone, not to be written."""
    return small_register(seeded_file, tmp_path_factory.mktemp("small"))
