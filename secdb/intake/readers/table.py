"""Rows of a table as lines of text."""

from __future__ import annotations

from itertools import zip_longest

_WIDEST = 60  # characters of a cell's longest line that still go side by side
_LINE = 200  # of a whole row
_GAP = "   "


def laid_out(rows: list[list[str]]) -> str:
    """Return the rows as lines, cells side by side under one another with three blanks or more between.

    Cells of long lines would not fit: they stand one after another, each row apart from the next.
    """
    rows = [row for row in ([_trimmed(cell) for cell in row] for row in rows) if any(row)]
    widths = [max(max(map(len, cell.split("\n"))) for cell in column) for column in zip_longest(*rows, fillvalue="")]
    if max(widths, default=0) > _WIDEST or sum(widths) + len(_GAP) * len(widths) > _LINE:
        return "\n\n".join("\n".join(filter(None, row)) for row in rows)
    return "\n".join(_side_by_side(row, widths) for row in rows)


def _trimmed(cell: str) -> str:
    """Return a cell without empty lines before and after, each line without blanks at its end."""
    return "\n".join(line.rstrip() for line in cell.strip().split("\n"))


def _side_by_side(row: list[str], widths: list[int]) -> str:
    lines = zip_longest(*(cell.split("\n") for cell in row), fillvalue="")
    return "\n".join(
        _GAP.join(piece.ljust(width) for piece, width in zip(line, widths, strict=False)).rstrip() for line in lines
    )
