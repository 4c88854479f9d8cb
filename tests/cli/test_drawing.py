"""The legend of a drawing keeps to the room, item by item."""

from __future__ import annotations

import pytest

from cli.output.drawing import ASCII

WHOLE = "# party   - signatory, contracting or other   x suspended   . possible, not certain"


@pytest.mark.parametrize(
    ("room", "lines"),
    [
        (83, [WHOLE]),
        (82, ["# party   - signatory, contracting or other   x suspended", ". possible, not certain"]),
        (50, ["# party   - signatory, contracting or other", "x suspended   . possible, not certain"]),
        (10, ["# party", "- signatory, contracting or other", "x suspended", ". possible, not certain"]),
    ],
)
def test_the_legend_is_wrapped_by_item(room: int, lines: list[str]) -> None:
    assert ASCII.legend(room) == lines
