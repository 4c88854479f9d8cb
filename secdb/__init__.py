"""A register of treaty membership: who was bound on a given day, and which sentence of which document says so."""

from __future__ import annotations

__version__ = "0.1.0"
