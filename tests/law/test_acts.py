"""The rules on the acts of one State under one treaty: what each finds, what it leaves alone, what is not certain."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from secdb.law.acts import (
    accession_by_signatory,
    act_before_opening,
    act_outside_existence,
    entry_before_treaty,
    exit_without_membership,
    full_powers,
    ratification_before_signature,
    second_consent,
)
from secdb.law.facts import Listing
from secdb.vocabulary import ActKind
from tests.law.hand import act, days, span, treaty

if TYPE_CHECKING:
    from collections.abc import Iterable

    from secdb.law.facts import Act, Found


def records(found: Iterable[Found]) -> list[str]:
    return [one.record for one in found]


SIGNED_1992 = act(1, "signature", "1992-05-15")


@pytest.mark.parametrize("kind", ["ratification", "acceptance", "approval"])
def test_a_ratification_before_the_states_own_signature_is_doubtful(kind: str) -> None:
    assert list(ratification_before_signature([SIGNED_1992, act(2, kind, "1992-05-14")])) == [
        ("act:2", f"cst ARM: {kind} 1992-05-14 lies before the State's own signature 1992-05-15 (act 1)")
    ]


@pytest.mark.parametrize(
    "acts",
    [
        [SIGNED_1992, act(2, "ratification", "1992-05-15")],
        [SIGNED_1992, act(2, "accession", "1992-05-14")],
        [act(2, "ratification", "1992-05-14")],
        [SIGNED_1992, act(2, "ratification", "1992")],
        [SIGNED_1992, act(2, "ratification", "1992-01-01..1992-12-31")],
        [SIGNED_1992, act(2, "ratification", "..1992-05-15")],
        [act(1, "signature", "1992-05-01..1992-05-31"), act(2, "ratification", "1992-05-10")],
        # of two signatures one came before
        [act(1, "signature", "1992-05-15"), act(2, "ratification", "1993"), act(3, "signature", "2006")],
        # it left and signed anew
        [act(1, "ratification", "1993-01-01"), act(2, "withdrawal", "1999-01-01"), act(3, "signature", "2006-01-01")],
    ],
)
def test_a_ratification_that_may_follow_the_signature_is_not(acts: list[Act]) -> None:
    assert records(ratification_before_signature(acts)) == []


def test_a_ratification_is_before_a_signature_of_its_own_spell_though_the_state_signed_again_later() -> None:
    acts = [act(1, "ratification", "1991"), act(2, "signature", "1992-05-15")]
    later = [act(3, "withdrawal", "1999-01-01"), act(4, "signature", "2006-01-01")]
    assert records(ratification_before_signature([*acts, *later])) == ["act:1"]


def test_an_accession_by_a_signatory_is_doubtful() -> None:
    assert list(accession_by_signatory([act(2, "accession", "1993-09-24"), SIGNED_1992])) == [
        ("act:2", "cst ARM: accession 1993-09-24 by a signatory, who would ratify: signature 1992-05-15 (act 1)")
    ]


@pytest.mark.parametrize(
    "acts",
    [
        [act(2, "accession", "1993-09-24")],
        [SIGNED_1992, act(2, "ratification", "1993-09-24")],
        [SIGNED_1992, act(2, "accession", "1992-05-15")],
        [SIGNED_1992, act(2, "accession", "1992-05-01..1993-12-31")],
        [SIGNED_1992, act(2, "non_renewal", None, "1999-04-20"), act(3, "accession", "2006-08-16")],
        [SIGNED_1992, act(2, "withdrawal", "1991..2010"), act(3, "accession", "2006-08-16")],
    ],
)
def test_an_accession_with_no_signature_certainly_before_it_is_not(acts: list[Act]) -> None:
    assert records(accession_by_signatory(acts)) == []


def test_an_exit_after_the_accession_excuses_nothing() -> None:
    acts = [SIGNED_1992, act(2, "accession", "1993-09-24"), act(3, "withdrawal", "1999-04-20")]
    assert records(accession_by_signatory(acts)) == ["act:2"]


def test_an_act_before_the_treaty_was_signed_is_doubtful() -> None:
    assert list(act_before_opening([act(1, "declaration", "1992-05-14")], treaty("1992-05-15"))) == [
        ("act:1", "cst ARM: declaration 1992-05-14 lies before the treaty was signed (1992-05-15)")
    ]


@pytest.mark.parametrize(
    ("date", "effect", "signed"),
    [
        ("1992-05-15", None, "1992-05-15"),
        ("1992-01-01..1992-12-31", None, "1992-05-15"),
        ("1992-05-14", None, "1992-05-01..1992-05-31"),
        ("1992-05-14", None, None),
        ("1992-05-15", "1991-01-01", "1992-05-15"),
    ],
)
def test_an_act_that_may_follow_the_opening_is_not(date: str, effect: str | None, signed: str | None) -> None:
    assert records(act_before_opening([act(1, "signature", date, effect)], treaty(signed))) == []


def test_an_act_before_the_state_existed_or_after_it_had_ended_is_doubtful() -> None:
    lived = span("1991-09-21", "2000-01-01")
    acts = [act(1, "signature", "1991-09-20"), act(2, "signature", "1991-09-21"), act(3, "accession", "1999-12-31")]
    found = list(act_outside_existence([*acts, act(4, "withdrawal", "2000-01-01")], lived))
    assert found == [
        ("act:1", "cst ARM: signature 1991-09-20 lies before the State existed (from 1991-09-21)"),
        ("act:4", "cst ARM: withdrawal 2000-01-01 lies after the State had ended (by 2000-01-01)"),
    ]


def test_an_extinction_follows_the_last_day_and_a_succession_may_take_effect_before_the_first() -> None:
    lived = span("1991-09-21", "2000-01-01")
    acts = [act(1, "extinction", "2000-01-01"), act(2, "succession", None, "1980-01-01")]
    assert records(act_outside_existence(acts, lived)) == []
    assert records(act_outside_existence([act(3, "succession", "1980-01-01")], lived)) == ["act:3"]


@pytest.mark.parametrize(
    ("date", "start", "end"),
    [
        ("1991-01-01..1991-12-31", "1991-09-21", ""),
        ("1980-01-01", "..1991-09-21", ""),
        ("2020-01-01", "1991-09-21", "1999-01-01.."),
        ("1999-06-01..2001-01-01", "1991-09-21", "2000-01-01"),
    ],
)
def test_an_act_that_may_lie_within_the_states_existence_is_not(date: str, start: str, end: str) -> None:
    assert records(act_outside_existence([act(1, "signature", date)], span(start, end))) == []


def test_where_existence_is_not_recorded_nothing_is_said() -> None:
    assert records(act_outside_existence([act(1, "signature", "1200-01-01")], None)) == []


@pytest.mark.parametrize(
    ("kind", "date", "effect"),
    [
        ("entry_into_force", "1994-04-19", None),
        ("entry_into_force", "1994-05-01", "1994-04-19"),
        ("participation", "1994-04-19", None),
        ("accession", "1993-09-24", "1994-04-19"),
    ],
)
def test_an_entry_before_the_treatys_own_is_doubtful(kind: str, date: str, effect: str | None) -> None:
    assert list(entry_before_treaty([act(1, kind, date, effect)], treaty(None, "1994-04-20"))) == [
        ("act:1", f"cst ARM: {kind} 1994-04-19 lies before the treaty's own entry into force (1994-04-20)")
    ]


@pytest.mark.parametrize(
    ("kind", "date", "effect", "in_force"),
    [
        ("entry_into_force", "1994-04-20", None, "1994-04-20"),
        ("entry_into_force", "1994-01-01..1994-12-31", None, "1994-04-20"),
        ("entry_into_force", "1994-04-19", None, "1994-01-01..1994-12-31"),
        ("entry_into_force", "1994-04-19", None, None),
        ("accession", "1993-09-24", None, "1994-04-20"),
        ("provisional_application", "1993-09-24", None, "1994-04-20"),
    ],
)
def test_a_consent_before_it_and_an_entry_with_it_are_not(
    kind: str, date: str, effect: str | None, in_force: str | None
) -> None:
    assert records(entry_before_treaty([act(1, kind, date, effect)], treaty(None, in_force))) == []


def test_a_second_consent_with_no_exit_between_is_doubtful() -> None:
    acts = [act(1, "ratification", "1994-03-30"), act(2, "accession", "2006-08-16")]
    assert list(second_consent(acts)) == [
        (
            "act:2",
            "cst ARM: accession 2006-08-16 is a second consent, with no exit since the ratification 1994-03-30 (act 1)",
        )
    ]


@pytest.mark.parametrize(
    "acts",
    [
        [SIGNED_1992, act(2, "ratification", "1994-03-30"), act(3, "entry_into_force", "1994-04-20")],
        [act(1, "ratification", "1994"), act(2, "non_renewal", None, "1999-04-20"), act(3, "accession", "2006-08-16")],
        # the exit may lie between
        [act(1, "ratification", "1994-03-30"), act(2, "withdrawal", "1990..2020"), act(3, "accession", "2006-08-16")],
        # notified before the return, in effect after it
        [
            act(1, "ratification", "1994-03-30"),
            act(2, "withdrawal", "2006-01-01", "2007-01-01"),
            act(3, "accession", "2006-08-16"),
        ],
        # the order is not known, so neither is what lies between
        [
            act(1, "ratification", "1994-01-01..2006-12-31"),
            act(2, "withdrawal", "1999-01-01"),
            act(3, "accession", "1993-01-01..2006-12-31"),
        ],
        [
            act(1, "ratification", "2000-01-01..2006-12-31"),
            act(2, "withdrawal", "2000-06-01"),
            act(3, "accession", "2001-01-01"),
        ],
        # two claims about one event
        [act(1, "accession", "1993-09-09"), act(2, "accession", "1993-12-09", claim=1)],
    ],
)
def test_one_consent_or_one_after_an_exit_is_not(acts: list[Act]) -> None:
    assert records(second_consent(acts)) == []


def test_a_definitive_signature_is_a_consent() -> None:
    acts = [act(1, "definitive_signature", "1992-05-15"), act(2, "ratification", "1994-03-30")]
    assert records(second_consent(acts)) == ["act:2"]


def test_a_suspension_is_no_exit() -> None:
    acts = [act(1, "accession", "1994"), act(2, "suspension", "1999-01-01"), act(3, "accession", "2006-08-16")]
    assert records(second_consent(acts)) == ["act:3"]


def test_two_consents_are_two_in_whichever_order_they_came() -> None:
    acts = [act(1, "ratification", "1994-01-01..1994-12-31"), act(2, "accession", "1994-06-01")]
    assert records(second_consent(acts)) == ["act:1"]


@pytest.mark.parametrize("kind", ["withdrawal", "non_renewal", "expulsion", "suspension", "resumption"])
def test_an_exit_without_a_membership_is_doubtful(kind: str) -> None:
    assert list(exit_without_membership([SIGNED_1992, act(2, kind, "1999-04-20")])) == [
        ("act:2", f"cst ARM: {kind} 1999-04-20 without a membership: no consent is on record, or it had ended before")
    ]


def test_an_exit_before_the_consent_or_after_another_exit_is_doubtful() -> None:
    acts = [
        act(1, "withdrawal", "1990-01-01"),
        act(2, "accession", "1993-09-24"),
        act(3, "withdrawal", "1999-01-01"),
        act(4, "expulsion", "2001-01-01"),
    ]
    assert records(exit_without_membership(acts)) == ["act:1", "act:4"]


@pytest.mark.parametrize(
    "kind", ["ratification", "entry_into_force", "participation", "provisional_application", "observer_admission"]
)
def test_an_exit_of_a_member_is_not(kind: str) -> None:
    assert records(exit_without_membership([act(1, kind, "1994-04-20"), act(2, "withdrawal", "1999-04-20")])) == []


@pytest.mark.parametrize(
    "acts",
    [
        [act(1, "accession", "1993-01-01..1993-12-31"), act(2, "withdrawal", "1993-06-01")],
        [act(1, "accession", "1993-09-24"), act(2, "withdrawal", "1990..1999")],
        [act(1, "accession", "1993-09-24"), act(2, "withdrawal", "1993-09-24")],
        [
            act(1, "accession", "1993-09-24"),
            act(2, "withdrawal", "1999-01-01..2001-12-31"),
            act(3, "suspension", "2000-06-01"),
        ],
    ],
)
def test_an_exit_of_what_may_be_a_member_is_not(acts: list[Act]) -> None:
    assert records(exit_without_membership(acts)) == []


def test_a_roster_that_lists_the_state_before_the_exit_is_enough_where_no_other_act_speaks() -> None:
    acts = [act(1, "withdrawal", "1999-04-20")]
    assert records(exit_without_membership(acts, [Listing(7, "1 January 1995", days("1995-01-01"))])) == []
    claims = [*acts, act(2, "withdrawal", "1999-04-21", claim=1)]
    assert records(exit_without_membership(claims, [Listing(7, "1995", days("1995"))])) == []


def test_a_roster_that_is_later_is_not_and_one_that_may_be_is_named() -> None:
    acts = [act(1, "withdrawal", "1999-04-20")]
    unfounded = "cst ARM: withdrawal 1999-04-20 without a membership: no consent is on record, or it had ended before"
    found = exit_without_membership(acts, [Listing(8, "14 May 2002", days("2002-05-14"))])
    assert list(found) == [("act:1", unfounded)]
    found = exit_without_membership(acts, [Listing(7, "1999", days("1999"))])
    assert list(found) == [("act:1", f"{unfounded}; yet roster 7 (1999) lists it")]


def test_a_roster_does_not_excuse_an_exit_where_other_acts_of_the_state_are_on_record() -> None:
    acts = [act(1, "withdrawal", "1999-04-20"), act(2, "accession", "2006-08-16")]
    listed = [Listing(7, "1995", days("1995")), Listing(9, "1996", days("1996")), Listing(8, "2002", days("2002"))]
    (found,) = exit_without_membership(acts, listed)
    assert found.record == "act:1"
    assert found.message.endswith("it had ended before; yet roster 7 (1995) and roster 9 (1996) list it")


@pytest.mark.parametrize("kind", ["signature", "definitive_signature", "accession"])
def test_a_signature_in_an_office_that_needs_full_powers_is_doubtful(kind: str) -> None:
    signed = act(1, kind, "1992-05-15", capacity="special_envoy")
    assert list(full_powers([signed])) == [
        ("act:1", f"cst ARM: {kind} 1992-05-15 signed as special_envoy: if there were full powers, say so in its note")
    ]


@pytest.mark.parametrize("office", ["head_of_state", "head_of_government", "minister_for_foreign_affairs", None])
def test_heads_of_state_and_government_and_ministers_for_foreign_affairs_need_none(office: str | None) -> None:
    assert records(full_powers([act(1, "signature", "1992-05-15", capacity=office)])) == []


def test_a_note_of_full_powers_and_an_act_that_is_no_consent_are_not_doubtful() -> None:
    with_note = act(1, "signature", "1992-05-15", capacity="special_envoy", note="Full powers of 1 May 1992")
    assert records(full_powers([with_note, act(2, "declaration", "1992", capacity="special_envoy")])) == []


@pytest.mark.parametrize(
    "rule", [ratification_before_signature, accession_by_signatory, second_consent, exit_without_membership]
)
def test_acts_of_which_no_day_is_known_are_left_alone(rule: object) -> None:
    acts = [act(number, kind, "..") for number, kind in enumerate(sorted(ActKind))]
    exits = [one for one in acts if one.kind in {"withdrawal", "non_renewal", "expulsion", "termination", "extinction"}]
    assert exits
    assert callable(rule)
    assert list(rule(acts)) == []
