"""A small register to enter records in."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.register.entry.typed import base

if TYPE_CHECKING:
    import sqlalchemy as sa


@pytest.fixture
def small(register: sa.Engine) -> sa.Engine:
    """Return an engine on a register with three States, a treaty, a person, two documents and a statement."""
    return base(register)
