"""Which tables hold what people record, as against what is derived from it or kept about it."""

from __future__ import annotations

from secdb.models.base import Base

_KEPT_BY_THE_REGISTER = frozenset(
    {
        "act_effect",
        "change",
        "derivation_switch",
        "membership_event",
        "membership_period",
        "membership_refresh",
        "revision",
    }
)


def recorded_tables() -> tuple[str, ...]:
    """Return the tables of a package, a table after those it refers to."""
    # importing any module of secdb.models brings all tables into the metadata
    return tuple(table.name for table in Base.metadata.sorted_tables if table.name not in _KEPT_BY_THE_REGISTER)
