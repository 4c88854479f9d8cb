"""Registers for commands run from outside."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def seeded_copy(seeded_file: Path, tmp_path: Path) -> str:
    """Return the path of an SQLite register with the seeds that this test may spoil."""
    return str(shutil.copy(seeded_file, tmp_path / "own.db"))
