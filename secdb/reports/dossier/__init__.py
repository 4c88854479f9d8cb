"""A dossier: all that is recorded of one treaty on one page that needs nothing else to be read."""

from __future__ import annotations

from secdb.reports.dossier.page import MARK, dossier

__all__ = ["MARK", "dossier"]
