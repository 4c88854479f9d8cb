"""Write the references that come from the program itself; `--check` writes nothing and names those out of date.

Names of files, such as `analyst.md`, make it these alone.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import typer
from typer.core import TyperGroup
from typer.main import get_command

from docs import picture, tour
from secdb.__main__ import app
from secdb.models import schema_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from typer._click.core import Command

DOCS = Path(__file__).parent
WIDTH = 100

CLI_HEAD = """\
# Commands

Written by `make docs` from the program's own help.
"""

SCHEMA_HEAD = """\
# Tables and views

Written by `make docs` from the models and from the meaning of the views (`secdb/models`); `secdb schema` prints it too.

**Views** have plural names. They are the contract with SQL clients: the same columns and the same answers on SQLite and
PostgreSQL, days as ISO text or `date`. [sql.md](sql.md) tells how to connect. **Tables** have singular names and belong
to the program; writing to them is possible and safe: the database itself holds the rules and logs every change, but
reports read the views. Views that are not listed here are steps of the derivation ([derivation.md](derivation.md)).
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


def schema() -> str:
    """Return the views with an example each, then the tables."""
    return schema_text.markdown(SCHEMA_HEAD)


REFERENCES: list[tuple[str, Callable[[], str]]] = [
    ("cli.md", cli),
    ("schema.md", schema),
    ("timeline.svg", picture.timeline),
    ("../README.md", tour.readme),
    ("exchange.md", tour.exchange),
    ("archivist.md", tour.archivist),
    ("letters.md", tour.letters),
    ("analyst.md", tour.analyst),
    ("analyst.svg", tour.figure),
]


def main(arguments: list[str]) -> int:
    """Write the references, or with `--check` compare; return 1 when one is out of date."""
    is_check, asked = "--check" in arguments, {name for name in arguments if name != "--check"}
    if unknown := asked - {name for name, _ in REFERENCES}:
        raise SystemExit(f"not written here: {', '.join(sorted(unknown))}")
    stale = []
    for name, make in REFERENCES:
        if asked and name not in asked:
            continue
        path, text = DOCS / name, make()
        if not path.exists() or not _is_same(path, text):
            stale.append(path)
            if not is_check:
                path.write_text(text, encoding="utf-8")
                print(f"wrote docs/{name}")
    if stale and is_check:
        print(f"out of date: {', '.join(path.name for path in stale)}; run `make docs`", file=sys.stderr)
        return 1
    return 0


def _is_same(path: Path, text: str) -> bool:
    stands = path.read_text(encoding="utf-8")
    return stands == text or (path.suffix == ".svg" and picture.is_alike(stands, text))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
