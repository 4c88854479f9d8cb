"""The questions that stand ready for a reader who knows no SQL: SQL files with their words on top.

The first comment line of a file is the question, the second tells what an answer means. Nearly any
parameter may be left empty: that asks for all, for today (UTC), or for the register's own dataset (`HINTS`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).parent / "questions"

# in the order in which they are offered; each is a file, and a place in the address of its page
NAMES = (
    *("members-on-a-day", "changes-between-days", "members-each-year", "treaties-of-a-state", "treaties-in-common"),
    *("proof-of-membership", "contradicting-claims", "datasets-that-differ", "signed-not-ratified", "unknown-days"),
    *("office-holders", "who-signed", "signed-by-a-person", "who-cites-a-document", "documents-with-words"),
    *("acts-without-source", "what-was-changed"),
)

_DAYS = "2009-09-26, 2009-09 or 2009; empty ="
# how each parameter is written, and what it means where it is empty
HINTS = {
    "author": "any part of a name; empty = all",
    "dataset": "its code; empty = register",
    "day": f"{_DAYS} today",
    "document": "its code, or any part of its symbol or title; empty = all",
    "from_day": f"{_DAYS} the beginning",
    "one_state": "its code, as ARM",
    "other_state": "its code, as KAZ; empty = any",
    "person": "any part of a name; empty = all",
    "state": "its code, as UZB; empty = all",
    "statement": "its code; empty = all",
    "to_day": f"{_DAYS} today",
    "treaty": "its code, as cst; empty = all",
    "words": "any part of a text; empty = all documents",
}

# as in reports: part of a date means its last day; what is no day answers nothing
_DAY = """CASE
    WHEN :{0} = '' THEN date('now')
    WHEN :{0} GLOB '[0-9][0-9][0-9][0-9]' THEN :{0} || '-12-31'
    WHEN :{0} GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]' THEN date(:{0} || '-01', '+1 month', '-1 day')
    WHEN date(:{0}, '+0 days') = :{0} THEN :{0}
  END"""
_MARK = re.compile(r"\{(\w+)\}")
_PARAMETER = re.compile(r":([a-z]\w*)")


@dataclass(frozen=True, slots=True)
class Question:
    """A question in words and in SQLite's SQL; `parameters` in the order in which they are asked for."""

    name: str
    title: str
    description: str
    sql: str
    parameters: tuple[str, ...]


def questions() -> list[Question]:
    """Return the questions in the order in which they are offered."""
    return [_read(name) for name in NAMES]


def _read(name: str) -> Question:
    title, description, sql = (FOLDER / f"{name}.sql").read_text(encoding="utf-8").split("\n", 2)
    sql = _MARK.sub(lambda mark: _DAY.format(mark[1]), sql).strip()
    found = tuple(dict.fromkeys(_PARAMETER.findall(sql)))
    first = [one for one in _ASKED_FIRST if one in found]
    order = (*first, *(one for one in found if one not in first))
    return Question(name, title.removeprefix("-- "), description.removeprefix("-- "), sql, order)


_ASKED_FIRST = (
    "statement",
    "treaty",
    "state",
    "other_state",
    "person",
    "document",
    "words",
    "day",
    "from_day",
    "to_day",
)
