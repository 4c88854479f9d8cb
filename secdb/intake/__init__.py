"""Intake: from the text of a letter to a draft of all that the register holds of it; nothing here writes.

The stages, each a module that can be read alone: `clean` (furniture, columns, hyphens; every character keeps its
place in the text given), `parts` (letter and annexes, their titles, symbols, dates), `people` (who signed, who is
named), `places` (which words tell it), `rosters`, and `read`, which puts them together. `language` holds the words of
each language as tables.
"""

from secdb.intake.draft import Draft, Entry, Issuer, Roster, Signatory, Span, Statement, Warned
from secdb.intake.read import read_letter
from secdb.intake.states import StateName, StateNames

__all__ = [
    "Draft",
    "Entry",
    "Issuer",
    "Roster",
    "Signatory",
    "Span",
    "StateName",
    "StateNames",
    "Statement",
    "Warned",
    "read_letter",
]
