from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import secdb
from secdb.intake.authority import names_of_seeds

if TYPE_CHECKING:
    from secdb.intake import StateNames


@pytest.fixture(scope="session")
def state_names() -> StateNames:
    """The authority list of the seeds."""
    return names_of_seeds(secdb.seeds_folder())
