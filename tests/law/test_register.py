"""Each rule on a register that breaks it, on each engine; what limits what is looked at."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

import pytest
import sqlalchemy as sa

from secdb import law
from secdb.database.reader import open_register
from secdb.errors import UsageError
from secdb.models import Signatory
from secdb.reports.check import check
from tests.law.written import act, citation, tenure, write

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy.orm import Session

    from secdb.database.reader import Register

pytestmark = pytest.mark.server_later

# rule, what breaks it, the records that are named; signatory 11 is Russia's signature of 14 May 2002
BROKEN: dict[str, tuple[str, list[Callable[..., Any]], list[str]]] = {
    "ratified, then signed": (
        "ratification-before-signature",
        [act(9001, "ratification", "1993-01-01"), act(9002, "signature", "1993-02-01")],
        ["act:9001"],
    ),
    "signed, then acceded": (
        "accession-by-signatory",
        [act(9001, "signature", "1993-01-01"), act(9002, "accession", "1993-02-01")],
        ["act:9002"],
    ),
    "too early": ("act-before-opening", [act(9001, "declaration", "1992-05-14")], ["act:9001"]),
    "too early for all": (
        "act-before-opening",
        [lambda session: _for_all(act(9001, "entry_into_force", "1992-05-14")(session))],
        ["act:9001"],
    ),
    "after the end": ("act-outside-existence", [act(9001, "accession", "1993-01-01", state="CSK")], ["act:9001"]),
    "before the treaty": ("entry-before-treaty", [act(9001, "entry_into_force", "1994-04-19")], ["act:9001"]),
    "twice": (
        "second-consent",
        [act(9001, "acceptance", "2003-01-01"), act(9002, "accession", "2004-01-01")],
        ["act:9002"],
    ),
    "out without in": ("exit-without-membership", [act(9001, "withdrawal", "1995-01-01")], ["act:9001"]),
    "another's office": (
        "signatory-without-office",
        [tenure(9003, "lavrov-s", "RUS", "2001-01-01")],
        ["signatory:11"],
    ),
    "not in office yet": (
        "signatory-without-office",
        [tenure(9003, "putin-v", "RUS", "2002-05-15")],
        ["signatory:11"],
    ),
    "an act signed without the office": (
        "signatory-without-office",
        [
            tenure(9003, "ling-s", "MDA", "1994-01-01"),
            act(9001, "signature", "1993-12-31", signer="ling-s", signer_capacity="head_of_state"),
        ],
        ["act:9001"],
    ),
    "no full powers": (
        "full-powers",
        [act(9001, "signature", "1993-01-01", signer_capacity="permanent_representative")],
        ["act:9001"],
    ),
    "two heads": (
        "overlapping-heads-of-state",
        [tenure(9003, "ling-s", "MDA", "1994-01-01"), tenure(9004, "alimov-r", "MDA", "1996-01-01")],
        ["tenure:9004"],
    ),
    "an act proved too early": (  # the document is of 21 May 2002
        "citation-before-fact",
        [act(9001, "accession", "2002-05-22"), citation(9005, "cst-2002", act_id=9001)],
        ["citation:9005"],
    ),
    "a roster proved too early": (  # of 2009-09-26 and 2020-06-11
        "citation-before-fact",
        [citation(9005, "cst-2002", roster_id=4), citation(9006, "cst-2009", roster_id=5)],
        ["citation:9005", "citation:9006"],
    ),
    "an entry proved too early": (
        "citation-before-fact",
        [citation(9005, "alma-ata", roster_entry_id=1), citation(9006, "alma-ata", roster_entry_id=14)],
        ["citation:9006"],  # the first is in another dataset
    ),
    "a signature proved too early": (
        "citation-before-fact",
        [citation(9005, "alma-ata", signatory_id=11)],
        ["citation:9005"],
    ),
    "a tenure proved too early": (
        "citation-before-fact",
        [tenure(9003, "ling-s", "MDA", "1994-01-01"), citation(9005, "alma-ata", tenure_id=9003)],
        ["citation:9005"],
    ),
    "a roster without a party": ("roster", [act(9001, "accession", "2001-01-01")], ["roster:3"]),
}


def _for_all(made: Any) -> Any:  # noqa: ANN401
    made.state_id = None
    return made


def found(register: Register, *rules: str, **limits: str) -> list[str]:
    dataset = limits.pop("dataset", "register")
    return [doubt.record for doubt in law.doubts(register, dataset=dataset, rules=rules or None, **limits)]


def test_the_seeds_are_beyond_doubt(seeded_url: str) -> None:
    with open_register(seeded_url) as register:
        assert [*law.doubts(register, dataset="register"), *law.doubts(register, dataset="documents")] == []


@pytest.mark.parametrize("case", BROKEN)
def test_what_breaks_a_rule_is_found(own_url: str, case: str) -> None:
    rule, records, expected = BROKEN[case]
    write(own_url, *records)
    with open_register(own_url) as register:
        assert found(register, rule) == expected
        assert {(doubt.rule, doubt.source) for doubt in law.doubts(register, dataset="register", rules=[rule])} == {
            (rule, law.RULES[rule].source)
        }
        assert [row.record for row in check(register, rule=rule).rows] == expected


def test_every_rule_has_its_negative_control() -> None:
    assert {rule for rule, _, _ in BROKEN.values()} == set(law.RULES)


def test_all_rules_together_say_what_each_says_alone(own_url: str) -> None:
    write(
        own_url, act(9001, "withdrawal", "1992-05-14"), act(9002, "ratification", "1992-05-13"), *BROKEN["two heads"][1]
    )
    with open_register(own_url) as register:
        alone = [doubt for rule in law.RULES for doubt in law.doubts(register, dataset="register", rules=[rule])]
        assert list(law.doubts(register, dataset="register")) == alone
    assert [(doubt.rule, doubt.record) for doubt in alone] == [
        ("act-before-opening", "act:9001"),
        ("act-before-opening", "act:9002"),
        ("overlapping-heads-of-state", "tenure:9004"),
    ]


def test_one_who_is_named_signed_nothing_and_one_who_joined_later_signed_then(own_url: str) -> None:
    write(own_url, tenure(9003, "putin-v", "RUS", "2002-05-15"), tenure(9004, "kocharian-r", "ARM", "2002-05-15"))

    def changed(session: Session) -> object:
        session.execute(sa.text("UPDATE signatory SET mode = 'named' WHERE id = 11"))
        joined = session.get_one(Signatory, 7)
        joined.joined_on = dt.date(2002, 5, 15)
        return joined

    with open_register(own_url) as register:
        assert found(register) == ["signatory:7", "signatory:11"]
    write(own_url, changed)
    with open_register(own_url) as register:
        assert found(register) == []


def test_tenures_of_another_dataset_are_not_looked_at(own_url: str) -> None:
    write(own_url, tenure(9003, "putin-v", "RUS", "2002-05-15"))
    with open_register(own_url) as register:
        assert found(register, dataset="documents") == []


def test_acts_are_looked_for_under_the_treaty_and_the_state_given(own_url: str) -> None:
    write(own_url, *BROKEN["twice"][1])
    with open_register(own_url) as register:
        assert found(register, treaty="cst") == found(register, state="MDA") == ["act:9002"]
        assert found(register, treaty="cst", state="MDA") == ["act:9002"]
        assert found(register, treaty="csto-charter") == found(register, treaty="cst", state="ARM") == []
        assert found(register, dataset="documents") == []


def test_rosters_are_held_against_the_state_given(own_url: str) -> None:
    write(own_url, *BROKEN["a roster without a party"][1])
    with open_register(own_url) as register:
        assert found(register, "roster", treaty="cst", state="MDA") == ["roster:3"]
        assert found(register, "roster", treaty="cst", state="ARM") == []


def test_what_is_under_no_treaty_is_left_out_when_one_is_given(own_url: str) -> None:
    write(own_url, *BROKEN["two heads"][1], *BROKEN["a signature proved too early"][1])
    with open_register(own_url) as register:
        assert found(register) == ["tenure:9004", "citation:9005"]
        assert found(register, treaty="cst") == []
        assert found(register, state="MDA") == ["tenure:9004"]
        assert found(register, state="RUS") == ["citation:9005"]


def test_the_signer_of_an_act_is_held_against_tenures_when_a_treaty_is_given(own_url: str) -> None:
    write(own_url, *BROKEN["an act signed without the office"][1])
    with open_register(own_url) as register:
        assert found(register, "signatory-without-office", treaty="cst", state="MDA") == ["act:9001"]
        assert found(register, "signatory-without-office", treaty="cst", state="RUS") == []


# act 9002 is before the treaty, signed before the tenure and cited to an older document
LOST: dict[str, Any] = {
    "kind": "accession",
    "day": "1992-05-14",
    "signer": "ling-s",
    "signer_capacity": "head_of_state",
}
WON: dict[str, Any] = {"kind": "accession", "day": "2003-01-01"}


@pytest.mark.parametrize(
    "claims",
    [
        [act(9002, **LOST, rank="deprecated")],
        [act(9001, **WON, rank="preferred"), act(9002, **LOST, contests_id=9001)],
        [act(9002, **LOST), act(9001, **WON, rank="preferred", contests_id=9002)],
        [
            act(9003, **WON, rank="deprecated"),
            act(9001, **WON, rank="preferred", contests_id=9003),
            act(9002, **LOST, contests_id=9003),
        ],
    ],
)
def test_deprecated_acts_and_claims_that_lost_are_left_out(own_url: str, claims: list[Callable[..., Any]]) -> None:
    write(own_url, *claims, tenure(9003, "ling-s", "MDA", "2003-01-01"), citation(9005, "alma-ata", act_id=9002))
    with open_register(own_url) as register:
        assert found(register, state="MDA") == []


def test_such_an_act_is_doubtful_three_times_over_if_it_stands(own_url: str) -> None:
    beside = [tenure(9003, "ling-s", "MDA", "2003-01-01"), citation(9005, "alma-ata", act_id=9002)]
    write(own_url, act(9002, **LOST), *beside)
    with open_register(own_url) as register:
        assert found(register, "act-before-opening", "signatory-without-office", "citation-before-fact") == [
            "act:9002",
            "act:9002",
            "citation:9005",
        ]


def test_claims_that_stand_side_by_side_are_one_event_between_them(own_url: str) -> None:
    write(
        own_url,
        act(9001, "accession", "2003-01-01"),
        act(9002, "accession", "1992-05-14", contests_id=9001),
    )
    with open_register(own_url) as register:
        assert found(register, state="MDA") == []


def test_a_roster_is_membership_enough_for_an_exit(own_url: str) -> None:
    # the roster of cst of 14 May 2002 is complete and lists Armenia; the Charter's of 2009 counts for cst too
    exits = [act(9001, "withdrawal", "2003-01-01", state="ARM", dataset="documents")]
    exits += [act(9002, "withdrawal", "2010-01-01", state="UZB", dataset="documents")]
    write(own_url, *exits, act(9003, "withdrawal", "2003-01-01", state="MDA", dataset="documents"))
    with open_register(own_url) as register:
        assert found(register, "exit-without-membership", dataset="documents") == ["act:9003"]


def test_whatever_answers_a_select_will_do(own_url: str) -> None:
    write(own_url, *BROKEN["twice"][1])

    class Answers:
        def rows(self, sql: str, **parameters: object) -> list[dict[str, Any]]:
            return register.rows(sql, **parameters)

    with open_register(own_url) as register:
        assert [doubt.record for doubt in law.doubts(Answers(), dataset="register")] == ["act:9002"]


def test_an_unknown_rule_is_named_with_those_there_are(seeded_url: str) -> None:
    with (
        open_register(seeded_url) as register,
        pytest.raises(UsageError, match="no rule 'roasters'; the rules are roster, r"),
    ):
        list(law.doubts(register, dataset="register", rules=["roasters"]))
