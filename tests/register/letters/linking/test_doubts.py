"""What recording a letter asks of the checks: no more than it can change."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from secdb import law
from secdb.register.desk.adding import add
from secdb.register.desk.writing import carry_out
from secdb.register.entry.entries import Entry
from tests.register.letters.linking.known import BASE, persons
from tests.register.samples import written

if TYPE_CHECKING:
    from collections.abc import Iterator

    import sqlalchemy as sa

    from secdb.law import Doubt
    from secdb.lookup import Rows


def recorded(engine: sa.Engine, *entries: Entry) -> list[str]:
    """Return the records that are doubtful since."""
    outcome = carry_out(engine, lambda desk: add(desk, entries), author="a", message="m")
    return [doubt.record for doubt in outcome.doubts]


def statement(code: str, day: str) -> Entry:
    signatory = Entry(
        "signatory",
        {"state": "ARM", "person": "rival", "mode": "signed", "capacity": "head_of_state", "as_printed": "X"},
    )
    values = {"code": code, "document": "letter", "kind": "statement", "title": code, "date": day}
    return Entry("statement", values, {"signatories": (signatory,)})


def tenure(valid: str) -> Entry:
    values = {"dataset": "register", "person": "holder", "state": "ARM", "office": "head_of_state", "valid": valid}
    return Entry("tenure", values)


@pytest.fixture
def holders(register: sa.Engine) -> sa.Engine:
    """Return a register with two persons, the first known as head of State in 2002."""
    lines = "holder | Ada Belmont\nrival | Oleg Varonin"
    written(
        register,
        *BASE,
        *persons(lines, tenures="register | holder | ARM | head_of_state | 0 | | 2002-01-01/2002-12-31"),
    )
    return register


def test_a_signature_in_the_office_of_another_is_doubtful_once(holders: sa.Engine) -> None:
    assert recorded(holders, statement("first", "2002-05-06")) == ["signatory:1"]
    assert recorded(holders, statement("second", "2003-05-06")) == []
    assert recorded(holders, tenure("2003-02-01/2003-12-31")) == ["signatory:2"]


def test_the_checks_look_at_the_new_statement_or_the_state_of_the_tenure_alone(
    holders: sa.Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[dict[str, Any]] = []
    doubts = law.doubts

    def noted(rows: Rows, **scope: Any) -> Iterator[Doubt]:  # noqa: ANN401 - whatever the desk asks
        seen.append({key: value for key, value in scope.items() if key != "rules"})
        return doubts(rows, **scope)

    monkeypatch.setattr(law, "doubts", noted)
    recorded(holders, statement("first", "2002-05-06"))
    assert seen == [{"dataset": "register", "statement": "first"}] * 2  # before and after
    seen.clear()
    recorded(holders, tenure("2003-02-01/2003-12-31"))
    assert seen == [{"dataset": "register", "state": "ARM"}] * 2


def test_of_many_statements_at_once_the_whole_register_is_asked(
    holders: sa.Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[dict[str, Any]] = []

    def noted(_rows: Rows, **scope: Any) -> Iterator[Doubt]:  # noqa: ANN401 - whatever the desk asks
        seen.append(scope)
        return iter(())

    monkeypatch.setattr(law, "doubts", noted)
    recorded(holders, *(statement(f"s{number}", "2002-05-06") for number in range(13)))
    assert len(seen) == 2
    assert all(scope.keys() == {"dataset", "rules"} for scope in seen)
