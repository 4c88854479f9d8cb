"""The effect of a write on membership lists, held against the report `members` on the days shown."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
import sqlalchemy as sa

from secdb import database
from secdb.database.reader import open_register
from secdb.models import Act, Dataset, State, Treaty
from secdb.register import revise
from secdb.register.effect import SHOWN, Count, Effect, Shift, Spell, Watch, compare, count, standing
from secdb.register.rows.asking import SessionRows
from secdb.reports.members import members

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from sqlalchemy.orm import Session

    from secdb.database.reader import Register

pytestmark = pytest.mark.server_later

TODAY = dt.date(2026, 11, 22)


def spell(state: str, status: str, start: str | None, end: str | None = None, **others: object) -> Spell:
    """Return a period with days that are known; `others` replaces any of its values."""
    values = {"start_earliest": start, "start_latest": start, "end_earliest": end, "end_latest": end, **others}
    return Spell(state=state, name=state.title(), status=status, **values)  # type: ignore[arg-type]


def days(before: list[Spell], after: list[Spell], today: str = "2026-11-22") -> list[tuple[str, str, list[str]]]:
    """Return day, basis and the standings after of the States that differ."""
    return [(one.on, one.basis, [shift.after for shift in one.states]) for one in compare(before, after, today=today)]


def test_each_stretch_is_shown_by_its_first_day() -> None:
    after = [spell("UZB", "party", "2006-08-16", "2012-12-19"), spell("UZB", "suspended", "2012-12-19", "2013-06-01")]
    assert days([], after) == [
        ("2006-08-16", "in-force", ["member"]),
        ("2012-12-19", "in-force", ["suspended"]),
    ]


def test_today_is_shown_where_it_differs() -> None:
    assert days([], [spell("UZB", "party", "2006-08-16")]) == [
        ("2006-08-16", "in-force", ["member"]),
        ("2026-11-22", "in-force", ["member"]),
    ]
    assert days([], [spell("UZB", "party", "2006-08-16")], today="2006-08-16") == [
        ("2006-08-16", "in-force", ["member"])
    ]


def test_what_begins_again_is_shown_again() -> None:
    before = [spell("UZB", "party", "1994-04-20", "2012-12-19")]
    after = [spell("UZB", "party", "1994-04-20", "1999-04-20"), spell("UZB", "party", "2006-08-16", "2013-12-19")]
    assert days(before, after) == [
        ("1999-04-20", "in-force", ["none"]),
        ("2012-12-19", "in-force", ["member"]),
    ]


def test_a_day_on_which_nothing_changes_is_not_shown() -> None:
    after = [spell("UZB", "party", "2000-01-01", "2005-01-01"), spell("UZB", "party", "2005-01-01", "2010-01-01")]
    assert days([], after) == [("2000-01-01", "in-force", ["member"])]


def test_consent_and_signature_count_only_where_nothing_differs_in_force() -> None:
    after = [
        spell("GEO", "signatory", "1992-05-15", "1993-12-09"),
        spell("GEO", "contracting", "1993-12-09", "1994-04-20"),
        spell("GEO", "party", "1994-04-20", "1999-04-20"),
    ]
    assert days([], after) == [
        ("1992-05-15", "signed", ["member"]),
        ("1993-12-09", "consented", ["member"]),
        ("1994-04-20", "in-force", ["member"]),
    ]


def test_who_applies_provisionally_is_counted_with_those_who_signed() -> None:
    assert days([], [spell("UZB", "provisional", "1993-01-01", "1994-01-01")]) == [("1993-01-01", "signed", ["member"])]
    assert days([], [spell("UZB", "observer", "1993-01-01", "1994-01-01")]) == []


def test_doubt_is_shown_as_such() -> None:
    vague = spell("UZB", "party", None, None, start_earliest="2002-05-15", start_latest="2009-09-26")
    assert days([], [vague], today="2008-01-01") == [
        ("2002-05-15", "in-force", ["possible"]),
        ("2008-01-01", "in-force", ["possible"]),
        ("2009-09-26", "in-force", ["member"]),
    ]


def test_a_start_without_limit_is_shown_by_the_day_before() -> None:
    assert days([], [spell("UZB", "party", None, "1994-01-01", start_latest="1993-01-01")]) == [
        ("1992-12-31", "in-force", ["possible"]),
        ("1993-01-01", "in-force", ["member"]),
    ]


def test_a_start_that_is_certain_nowhere_is_possible_only() -> None:
    never = spell("UZB", "party", "1993-01-01", "1994-01-01", start_latest=None)
    assert days([], [never]) == [("1993-01-01", "in-force", ["possible"])]


def test_a_passage_on_an_unknown_day_leaves_a_member() -> None:
    contracting = spell(
        *("UZB", "contracting", "1994-01-01", "1994-02-01"), end_latest="1994-05-01", opened_by_act=1, closed_by_act=2
    )
    party = spell("UZB", "party", "1994-02-01", "1999-01-01", start_latest="1994-05-01", opened_by_act=2)
    assert count([contracting, party], "1994-03-01", "consented") == Count(1, 0)
    assert count([contracting, party], "1994-03-01", "in-force") == Count(0, 1)


def test_a_treaty_in_force_on_an_unknown_day_makes_a_party_of_a_contracting_state() -> None:
    contracting = spell("UZB", "contracting", "1993-01-01", "1994-02-01", end_latest="1994-05-01", opened_by_act=1)
    party = spell("UZB", "party", "1994-02-01", start_latest="1994-05-01", opened_by_act=1)
    assert count([contracting, party], "1994-03-01", "consented") == Count(1, 0)
    assert count([contracting, party], "1994-03-01", "in-force") == Count(0, 1)


def test_periods_in_another_order_are_no_difference() -> None:
    both = [spell("UZB", "party", "2006-08-16"), spell("ARM", "party", "1994-04-20")]
    assert days(both, both[::-1]) == []
    assert days([], []) == []


@pytest.mark.parametrize(
    ("counted", "text"), [(Count(7, 0), "7"), (Count(6, 1), "6 or 7"), (Count(6, 3), "6 to 9"), (Count(0, 0), "0")]
)
def test_a_count_in_doubt_says_both(counted: Count, text: str) -> None:
    assert str(counted) == text


def test_an_effect_reads_as_a_sentence() -> None:
    uzbekistan = Shift("UZB", "Uzbekistan", "none", "member")
    effect = Effect("register", "cst", "2009-09-26", "in-force", Count(7, 0), Count(8, 0), (uzbekistan,))
    assert str(effect) == "cst on 2009-09-26: 7 -> 8 (UZB Uzbekistan: none -> member)"


def test_an_effect_names_a_few_states_and_says_when_there_are_more() -> None:
    joined = [Shift(f"A{number}", "Aland", "none", "member") for number in range(7)]
    left = Shift("BLR", "Belarus", "member", "none")
    effect = Effect("register", "cst", "2002-10-07", "signed", Count(1, 0), Count(6, 1), (left, *joined), more=2)
    assert str(effect) == (
        "cst on 2002-10-07, signed: 1 -> 6 or 7 (BLR Belarus: counted -> none; "
        "A0 Aland, A1 Aland, A2 Aland, A3 Aland, A4 Aland: none -> counted; and 2 more); and on 2 more days"
    )


@pytest.fixture
def own(own_url: str) -> Iterator[sa.Engine]:
    """Return an engine on a register with the seeds that the test may change."""
    engine = database.engine(database.locate(own_url).url)
    yield engine
    engine.dispose()


def identity(session: Session, model: type[Dataset | Treaty | State], code: str) -> int:
    return session.scalars(sa.select(model.id).where(model.code == code)).one()


def added(session: Session, treaty: str, state: str, kind: str, date: str) -> None:
    """Record an act of a State of the seeds, on a day or on one of the days `A..B`."""
    days = date.split("..") if ".." in date else (date, date)
    first, last = (dt.date.fromisoformat(day) for day in days)
    edtf = f"[{date}]" if ".." in date else date
    keys = {"dataset_id": identity(session, Dataset, "register"), "treaty_id": identity(session, Treaty, treaty)}
    keys["state_id"] = identity(session, State, state)
    session.add(Act(**keys, kind=kind, date_text=edtf, date_edtf=edtf, date_earliest=first, date_latest=last))


def removed(session: Session, treaty: str, state: str, kind: str) -> None:
    """Remove the acts of a kind, whatever hangs on them first."""
    chosen = sa.select(Act.id).where(
        Act.treaty_id == identity(session, Treaty, treaty),
        Act.state_id == identity(session, State, state),
        Act.kind == kind,
    )
    numbers = session.scalars(chosen).all()
    session.execute(sa.update(Act).where(Act.contests_id.in_(numbers)).values(contests_id=None))
    for number in numbers:
        session.execute(sa.text("DELETE FROM citation WHERE act_id = :act"), {"act": number})
    session.execute(sa.delete(Act).where(Act.id.in_(numbers)))


def effects(engine: sa.Engine, write: Callable[[Session], None], *treaties: str) -> list[Effect]:
    with revise(engine, author="Ani", message="try") as writer:
        watch = Watch(
            SessionRows(writer.session.connection()), dataset="register", treaties=treaties or ("cst", "csto-charter")
        )
        write(writer.session)
        writer.session.flush()
        return watch.effects(today=TODAY)


def test_a_write_that_touches_no_act_has_no_effect(own: sa.Engine) -> None:
    assert effects(own, lambda session: session.add(State(code="XXX"))) == []


def test_a_new_party_is_shown_with_the_counts(own: sa.Engine) -> None:
    found = effects(own, lambda session: added(session, "cst", "UKR", "accession", "2009-09-26"))
    assert [str(one) for one in found] == [
        "cst on 2009-09-26: 7 -> 8 (UKR Ukraine: none -> member)",
        "cst on 2026-11-22: 6 -> 7 (UKR Ukraine: none -> member)",
    ]


def test_a_vague_accession_is_shown_as_doubt(own: sa.Engine) -> None:
    found = effects(own, lambda session: added(session, "cst", "UKR", "accession", "2006-01-01..2006-12-31"))
    assert [str(one) for one in found] == [
        "cst on 2006-01-01: 6 -> 6 or 7 (UKR Ukraine: none -> possible)",
        "cst on 2006-12-31: 7 -> 8 (UKR Ukraine: none -> member)",
        "cst on 2026-11-22: 6 -> 7 (UKR Ukraine: none -> member)",
    ]


def test_a_suspension_is_shown(own: sa.Engine) -> None:
    (first, today) = effects(own, lambda session: added(session, "cst", "KAZ", "suspension", "2020-01-01"))
    assert str(first) == "cst on 2020-01-01: 6 -> 5 (KAZ Kazakhstan: member -> suspended)"
    assert today.states == (Shift("KAZ", "Kazakhstan", "member", "suspended"),)


def test_a_signature_shows_on_its_own_basis(own: sa.Engine) -> None:
    def signs(session: Session) -> None:
        added(session, "csto-charter", "UKR", "signature", "2002-10-08")
        added(session, "csto-charter", "UKR", "withdrawal", "2003-01-01")

    assert [str(one) for one in effects(own, signs)] == [
        "csto-charter on 2002-10-08, signed: 6 -> 7 (UKR Ukraine: none -> counted)"
    ]


def test_many_days_are_counted_and_today_is_shown(own: sa.Engine) -> None:
    def comes_and_goes(session: Session) -> None:
        for year in range(1995, 2004):
            added(session, "cst", "UKR", "accession", f"{year}-02-01")
            added(session, "cst", "UKR", "withdrawal", f"{year}-03-01")
        added(session, "cst", "UKR", "accession", "2005-01-01")

    found = effects(own, comes_and_goes)
    shown = ["1995-02-01", "1996-02-01", "1997-02-01", "1998-02-01", "2026-11-22"]
    assert [one.on for one in found] == shown
    assert len(shown) == SHOWN
    assert [one.more for one in found] == [0, 0, 0, 0, 6]  # 1999 to 2003, and 2005
    assert str(found[-1]).endswith("; and on 6 more days")


WRITES: dict[str, Callable[[Session], None]] = {
    "accession": lambda session: added(session, "cst", "UKR", "accession", "1993-06-01"),
    "vague accession": lambda session: added(session, "cst", "UKR", "accession", "1993-06-01..1996-01-01"),
    "vague exit": lambda session: added(session, "cst", "ARM", "withdrawal", "2005-01-01..2007-01-01"),
    "vague ratification": lambda session: added(session, "cst", "ARM", "ratification", "1993-01-01..1995-01-01"),
    "suspension": lambda session: added(session, "csto-charter", "ARM", "suspension", "2010-01-01"),
    "signature": lambda session: added(session, "csto-charter", "UKR", "signature", "2002-10-07"),
    "no return": lambda session: removed(session, "cst", "UZB", "accession"),
    "no suspension": lambda session: removed(session, "cst", "UZB", "suspension"),
    "no signature": lambda session: removed(session, "csto-charter", "KAZ", "signature"),
    "no entry into force": lambda session: removed(session, "cst", "KGZ", "entry_into_force"),
}


@pytest.fixture
def before_url(own_url: str, request: pytest.FixtureRequest) -> str:
    """Return the register with the seeds that `own_url` is a copy of."""
    return str(request.getfixturevalue("seeded_server" if own_url.startswith("postgresql") else "seeded_file"))


def reported(register: Register, treaty: str, on: str, basis: str) -> tuple[Count, dict[str, str]]:
    """Return the count and the standings by State that the report `members` gives."""
    report = members(register, treaty, on, basis=basis)
    suspended = {
        row.state: {"member": "suspended", "possible": "possibly suspended"}[row.standing]
        for row in report.about["suspended"]
    }
    return Count(**report.count), suspended | {row.state: row.standing for row in report.rows}


@pytest.mark.server_later
@pytest.mark.parametrize("name", WRITES)
def test_the_report_members_says_the_same_on_the_days_shown(
    own: sa.Engine, own_url: str, before_url: str, name: str
) -> None:
    shown = effects(own, WRITES[name])
    assert shown
    with open_register(before_url) as before, open_register(own_url) as after:
        for one in shown:
            counted, was = reported(before, one.treaty, one.on, one.basis)
            counts, is_now = reported(after, one.treaty, one.on, one.basis)
            assert (one.before, one.after) == (counted, counts)
            assert {shift.state: (shift.before, shift.after) for shift in one.states} == {
                state: pair
                for state in {*was, *is_now}
                if len(set(pair := (was.get(state, "none"), is_now.get(state, "none")))) == 2
            }


@pytest.mark.server_later
@pytest.mark.parametrize("basis", ["in-force", "consented", "signed"])
@pytest.mark.parametrize("name", ["vague accession", "vague exit", "vague ratification", "suspension"])
def test_standings_are_those_of_the_report_on_every_day_they_may_change(
    own: sa.Engine, own_url: str, name: str, basis: str
) -> None:
    effects(own, WRITES[name])
    with open_register(own_url) as register:
        for treaty in ("cst", "csto-charter"):
            spells = Watch(register, dataset="register", treaties=[treaty])._before[treaty]
            for on in sorted({bound for one in spells for bound in bounds(one)}):
                counted, standings = reported(register, treaty, on, basis)
                assert count(spells, on, basis) == counted
                for state in {one.state for one in spells}:
                    of_state = [one for one in spells if one.state == state]
                    assert standing(of_state, on, basis) == standings.get(state, "none")


def bounds(one: Spell) -> set[str]:
    return {day for day in (one.start_earliest, one.start_latest, one.end_earliest, one.end_latest) if day}
