"""Days on which the acts are in doubt, worked out by hand: who counts, who may, who does not."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, cast

import pytest

from secdb.reports.base import sql
from secdb.reports.members import standings
from tests.derivation.ledger import Key
from tests.derivation.rule import Claim
from tests.reports.uncertain import EACH_DAY, realized, truth, written

if TYPE_CHECKING:
    from secdb.database.reader import Register
    from tests.derivation.ledger import Ledger
    from tests.derivation.oracle import Window

pytestmark = pytest.mark.server_later

RULE = re.compile(r"^-- One status passed.*?^passage AS .*?^\),$", re.DOTALL | re.MULTILINE)
MARKS = {"member": "M", "possible": "?", "none": "-"}
# acts on days 0 to 7, the treaty's entry into force, and day by day: M = a member, ? = possibly one
CASES: dict[str, tuple[list[tuple[str, Window]], Window | None, dict[str, str]]] = {
    # whether the suspension came last, and the signature changed nothing, is not known before the ratification
    "a withdrawal and a suspension on one day, a new signature, a ratification": (
        [
            ("participation", (0, 0)),
            ("withdrawal", (2, 2)),
            ("suspension", (2, 2)),
            ("signature", (4, 4)),
            ("ratification", (6, 6)),
        ],
        None,
        {"signed": "MM--??MM", "consented": "MM----MM", "in-force": "MM------"},
    ),
    # the withdrawal may have come on days 2 and 3, before the treaty was in force
    "a withdrawal that may come before the treaty is in force": (
        [("ratification", (0, 0)), ("withdrawal", (2, 5))],
        (4, 4),
        {"signed": "MM???---", "consented": "MM???---", "in-force": "----?---"},
    ),
    # signed, withdrew, ratified: out on the days between
    "a withdrawal that may come before the ratification": (
        [("signature", (1, 1)), ("ratification", (3, 6)), ("withdrawal", (0, 7))],
        None,
        {"signed": "-???????", "consented": "---?????", "in-force": "--------"},
    ),
    "a ratification and a withdrawal before a known day": (
        [("signature", (0, 0)), ("ratification", (None, 5)), ("withdrawal", (None, 7))],
        None,
        {"signed": "????????", "consented": "????????", "in-force": "--------"},
    ),
    "an accession and a withdrawal in unknown order, then a resumption": (
        [("accession", (1, 4)), ("withdrawal", (1, 6)), ("resumption", (5, 5))],
        (0, 0),
        {"signed": "-???????", "consented": "-???????", "in-force": "-???????"},
    ),
    # nothing can have ended the membership: no doubt on the basis of signature
    "three steps, the days of two of which are not known": (
        [("signature", (0, 0)), ("provisional_application", (2, 6)), ("ratification", (4, 7))],
        None,
        {"signed": "MMMMMMMM", "consented": "----???M", "in-force": "--------"},
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_every_day_is_the_one_worked_out_by_hand(ledger: Ledger, case: str) -> None:
    acts, force, expected = CASES[case]
    key = Key([Claim(number, kind, window) for number, (kind, window) in enumerate(acts)], force)
    with ledger.attempt():
        register = cast("Register", written(ledger, [key]))
        for basis, days in expected.items():
            assert "".join(MARKS[_said(register, on, basis)] for on in EACH_DAY) == days
            # and so says the oracle of the random registers
            assert "".join(MARKS[truth(statuses, basis)] for statuses in realized([key, key])["t1"]["S1"]) == days


def _said(register: Register, on: str, basis: str) -> str:
    rows = standings(register, "t1", on, basis, "d1")
    return next((row["standing"] for row in rows if row["status"] != "suspended"), "none")


def test_the_reports_that_ask_for_one_day_have_one_rule() -> None:
    # each file is whole, so that it can be copied to another client; what they share is the same text
    rules = {RULE.findall(sql(name))[0] for name in ("members", "matrix", "signed_not_ratified")}
    assert len(rules) == 1
