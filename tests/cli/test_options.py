"""Names complete from the database, and failing to is silent."""

from __future__ import annotations

import sys
from types import ModuleType
from typing import TYPE_CHECKING

import pytest
import typer

from cli.main import app
from cli.options import complete

if TYPE_CHECKING:
    from collections.abc import Iterable


@pytest.fixture
def context() -> typer.Context:
    found = typer.Context(typer.main.get_command(app))
    found.params = {"database": "register.db"}
    return typer.Context(found.command, parent=found)


def answer(monkeypatch: pytest.MonkeyPatch, codes: Iterable[object]) -> list[tuple[object, ...]]:
    """Put a lookup in place that gives these codes; return the list of what it is asked."""
    asked: list[tuple[object, ...]] = []

    def lookup(*question: object) -> Iterable[object]:
        asked.append(question)
        return codes

    module = ModuleType("secdb.reports")
    vars(module)["complete"] = lookup
    monkeypatch.setitem(sys.modules, "secdb.reports", module)
    return asked


def test_codes_come_from_the_database_named_on_the_line(
    context: typer.Context, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = answer(monkeypatch, [("ARM", "Armenia"), ("ARE", "")])
    assert complete(context, "state", "AR") == [("ARM", "Armenia"), ("ARE", "")]
    assert asked == [("register.db", "state", "AR")]


def test_codes_follow_the_case_typed(context: typer.Context, monkeypatch: pytest.MonkeyPatch) -> None:
    answer(monkeypatch, [("ARM", "Armenia")])
    assert complete(context, "state", "ar") == [("arm", "Armenia")]


def test_names_are_sent_harmless_to_the_shell(context: typer.Context, monkeypatch: pytest.MonkeyPatch) -> None:
    answer(monkeypatch, [("ARM", "Ar\x1b[2Jmenia")])
    assert complete(context, "state", "") == [("ARM", "Ar\\x1b[2Jmenia")]


@pytest.mark.parametrize("broken", [None, ModuleType("secdb.reports")])
def test_whatever_fails_completes_nothing(
    broken: ModuleType | None, context: typer.Context, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "secdb.reports", broken)
    assert complete(context, "state", "A") == []


def test_an_answer_of_another_shape_completes_nothing(context: typer.Context, monkeypatch: pytest.MonkeyPatch) -> None:
    answer(monkeypatch, [3])
    assert complete(context, "state", "A") == []
