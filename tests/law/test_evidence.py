"""The rules on what documents prove."""

from __future__ import annotations

import pytest

from secdb.law.evidence import citation_before_fact, roster
from secdb.law.facts import RosterCase
from tests.law.hand import proof


def test_a_document_older_than_the_fact_is_doubtful() -> None:
    assert list(citation_before_fact(proof("1993-01-01..1993-09-23", "1993-09-24"))) == [
        ("citation:9", "paper is of 1993-09-23 and cannot prove what came later: cst ARM accession")
    ]


@pytest.mark.parametrize(
    ("dated", "began", "kind"),
    [
        ("1993-09-24", "1993-09-24", "accession"),
        ("2009", "1993-09-24", "accession"),
        ("1993", "1993-09-24", "accession"),
        ("1993-09-23", "1993", "accession"),
        ("1993-09-23", "..1993-12-31", None),
        # a document can state these in advance
        ("1994-04-01", "1994-04-20", "entry_into_force"),
        ("1992-05-15", "1999-04-20", "non_renewal"),
        ("1992-05-15", "1999-04-20", "termination"),
    ],
)
def test_a_document_that_may_be_younger_or_could_foretell_is_not(dated: str, began: str, kind: str | None) -> None:
    assert list(citation_before_fact(proof(dated, began, kind))) == []


def test_a_roster_that_lacks_a_party_or_names_a_stranger_says_which() -> None:
    lacking = RosterCase(
        2, "csto", "csto", "2010", "UZB", "Uzbekistan", listed=False, since="2006", opened_by="accession"
    )
    stranger = RosterCase(3, "csto", "cst", "2010", "AZE", "Azerbaijan", listed=True)
    assert [*roster(lacking), *roster(stranger)] == [
        ("roster:2", "the complete roster of csto on 2010 lacks Uzbekistan (UZB), a party since 2006 (accession)"),
        ("roster:3", "the roster of csto on 2010 names Azerbaijan (AZE), then no party to cst, which csto requires"),
    ]
