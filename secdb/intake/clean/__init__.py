"""From the text as given to the text that is read: every character left keeps its place in the text given."""

from __future__ import annotations

from secdb.intake.clean.boundaries import parted
from secdb.intake.clean.columns import uncolumned
from secdb.intake.clean.furniture import Mark, tidied, without_furniture, without_hyphens
from secdb.intake.clean.mapped import Mapped, mapped

__all__ = ["Mapped", "Mark", "cleaned"]


def cleaned(text: str) -> tuple[Mapped, list[Mark], Mapped]:
    """Return the cleaned text, what was taken out of it, and the text before anything was taken out."""
    plain = parted(mapped(text))
    without, marks = without_furniture(plain)
    return tidied(without_hyphens(uncolumned(without))), marks, plain
