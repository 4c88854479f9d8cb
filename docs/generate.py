"""Write the references that come from the program itself; `--check` writes nothing and names those out of date."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import typer
from typer.core import TyperGroup
from typer.main import get_command

import picture
import tour
from secdb.__main__ import app

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from typer._click.core import Command

DOCS = Path(__file__).parent
WIDTH = 100

CLI_HEAD = """\
# Commands

Written by `make docs` from the program's own help.
"""


def cli() -> str:
    """Return the help of every command, the program's own first."""
    parts = [CLI_HEAD]
    for name, text in _help_texts(get_command(app), "secdb"):
        level = "#" * (name.count(" ") + 2)
        parts.append(f"{level} `{name}`\n\n```text\n{text}\n```\n")
    return "\n".join(parts)


def _help_texts(command: Command, name: str, parent: typer.Context | None = None) -> Iterator[tuple[str, str]]:
    """Yield the full name and the help of a command and of all beneath it, each group's in the order of its help."""
    context = typer.Context(command, info_name=name.rpartition(" ")[2], parent=parent, terminal_width=WIDTH)
    yield name, command.get_help(context)
    if not isinstance(command, TyperGroup):
        return
    for child_name in command.list_commands(context):
        _, child, _ = command.resolve_command(context, [child_name])
        if child and not child.hidden:
            yield from _help_texts(child, f"{name} {child_name}", context)


REFERENCES: list[tuple[str, Callable[[], str]]] = [
    ("cli.md", cli),
    ("timeline.svg", picture.timeline),
    ("../README.md", tour.readme),
]


def main(arguments: list[str]) -> int:
    """Write the references, or with `--check` compare; return 1 when one is out of date."""
    stale = []
    for name, make in REFERENCES:
        path, text = DOCS / name, make()
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            stale.append(path)
            if arguments != ["--check"]:
                path.write_text(text, encoding="utf-8")
                print(f"wrote docs/{name}")
    if stale and arguments == ["--check"]:
        print(f"out of date: {', '.join(path.name for path in stale)}; run `make docs`", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
