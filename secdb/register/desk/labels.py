"""Records in a few words, for the person who is asked to agree to them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from secdb.lookup import Rows
    from secdb.register.desk.desk import Entered

LABELLED = 20
"""Records of one revision that are told one by one."""

_QUERIES = {
    "act": "SELECT kind || ', ' || COALESCE(state, 'all parties') || ', ' || treaty || ', ' || COALESCE(date, effect) "
    "|| CASE WHEN rank <> 'normal' THEN ', ' || rank ELSE '' END AS label FROM acts WHERE act = :number",
    "roster": "SELECT treaty || ', ' || \"on\" || ', ' || COUNT(*) || ' States' AS label "
    'FROM rosters WHERE roster = :number AND state IS NOT NULL GROUP BY treaty, "on"',
    "tenure": "SELECT person_name || ', ' || t.office || ', ' || state || COALESCE(', ' || valid, '') AS label "
    "FROM tenures AS t JOIN tenure AS n ON n.id = t.tenure WHERE t.tenure = :number",
    "signatory": "SELECT state || COALESCE(', ' || person_name, '') || ', ' || statement AS label "
    "FROM signatories WHERE signatory = :number",
    "state": "SELECT state_name AS label FROM states WHERE state = :code",
    "person": "SELECT name AS label FROM persons WHERE person = :code",
    "treaty": "SELECT title AS label FROM treaties WHERE treaty = :code",
    "organization": "SELECT name AS label FROM organizations WHERE organization = :code",
    "document": "SELECT title AS label FROM documents WHERE document = :code",
    "statement": "SELECT title AS label FROM statements WHERE statement = :code",
    "dataset": "SELECT title AS label FROM datasets WHERE dataset = :code",
}


def labelled(rows: Rows, entered: Sequence[Entered]) -> Iterator[Entered]:
    """Yield records with their labels; those removed, and all beyond the first, without."""
    for place, one in enumerate(entered):
        yield replace(one, label=_label(rows, one)) if place < LABELLED and _can_be_asked(one) else one


def _can_be_asked(one: Entered) -> bool:
    return one.noun in _QUERIES and one.done != "removed"


def _label(rows: Rows, one: Entered) -> str:
    query = _QUERIES[one.noun]
    found = rows.rows(query, number=one.number) if ":number" in query else rows.rows(query, code=one.code)
    return str(found[0]["label"]) if found and found[0]["label"] else ""
