"""The table of commands says what the commands' modules say."""

from __future__ import annotations

import inspect
from importlib import import_module
from typing import TYPE_CHECKING

import pytest

from cli.commands import COMMANDS
from cli.lazy import Command, Group

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cli.lazy import Table


def commands(table: Table, path: str = "") -> Iterator[tuple[str, Command]]:
    for name, entry in table.items():
        if isinstance(entry, Group):
            yield from commands(entry.commands, f"{path}{name} ")
            if entry.default is not None:
                yield f"{path}{name}", entry.default
        else:
            yield f"{path}{name}", entry


ALL = dict(commands(COMMANDS))


@pytest.mark.parametrize("name", ALL)
def test_the_table_has_the_first_line_of_a_commands_docstring(name: str) -> None:
    entry = ALL[name]
    function = getattr(import_module(entry.module, "cli"), entry.function)
    assert entry.help == (inspect.getdoc(function) or "").partition("\n")[0]


@pytest.mark.parametrize("name", ALL)
def test_a_commands_help_has_an_example(name: str) -> None:
    entry = ALL[name]
    function = getattr(import_module(entry.module, "cli"), entry.function)
    _, _, example = (inspect.getdoc(function) or "").partition("\nExample:")
    assert f" secdb {name}" in example


@pytest.mark.parametrize("entry", [*ALL.values(), *(e for e in COMMANDS.values() if isinstance(e, Group))])
def test_a_line_of_help_is_a_short_sentence(entry: Command | Group) -> None:
    assert entry.help[0].isupper()
    assert entry.help.endswith(".")
    assert len(entry.help) <= 62


def test_a_command_is_a_function_beside_the_frame() -> None:
    assert [name for name, entry in ALL.items() if not entry.module.startswith(".")] == []
