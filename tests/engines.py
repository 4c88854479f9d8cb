"""Which engines the ordinary run takes, where the first covers the logic and the second the same statements."""

from __future__ import annotations

import pytest

# for `@pytest.mark.parametrize("own_url", SERVER_LATER, indirect=True)`
SERVER_LATER = ("sqlite", pytest.param("postgresql", marks=pytest.mark.slow))
