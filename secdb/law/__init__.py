"""What the law of treaties makes doubtful: small rules over plain facts, for `secdb check` and for entry."""

from __future__ import annotations

from secdb.law.rules import RULES, Doubt, Rule, doubts

__all__ = ["RULES", "Doubt", "Rule", "doubts"]
