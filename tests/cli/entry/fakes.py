"""Commands that ask, for tests to run at a terminal: `COMMAND + ["form", "act"]`; the answers are printed as JSON."""

# ruff: noqa: FBT003 - as in cli/

import json
import sys
from pathlib import Path
from typing import Annotated

import typer

from cli import commands
from cli.lazy import Command, Group

HERE = "tests.cli.entry.fakes"


Text = Annotated[str, typer.Argument()]


def form(context: typer.Context, noun: str, given: Text = "{}", defaults: Text = "{}") -> None:
    """Ask for a record."""
    import secdb
    from cli.entry.ask import ask_form
    from cli.entry.checks import Checks
    from secdb.register.entry.forms import form_of

    checks = Checks(lambda: secdb.open(context.obj.database))
    known = json.loads(given), json.loads(defaults)
    _print(ask_form(form_of(noun), *known, check=checks.check, candidates=checks.candidates))


def question(fields: str) -> None:
    """Ask a question."""
    from cli.entry.ask import Question, ask

    _print(ask(Question(**json.loads(fields))))


def agree() -> None:
    """Ask twice."""
    from cli.entry.ask import choose, confirm

    options = {"e": "edit again", "k": "keep the draft", "d": "discard"}
    _print([confirm("Record this?"), confirm("Sure?", True), choose("", options)])


def edit(text: str, rounds: Annotated[int, typer.Argument()] = 1) -> None:
    """Edit a text."""
    from cli.entry.editor import edit_text

    edited = None
    for _ in range(rounds):
        found = edit_text(text if edited is None else edited.text, "act", edited)
        _print(None if found is None else [found.text, str(found.path), Path(found.path).exists()])
        edited = found or edited


def _print(answer: object) -> None:
    sys.stdout.write(json.dumps(answer, ensure_ascii=False) + "\n")
    sys.stdout.flush()


TABLE = {name: Command(HERE, name, "Ask.") for name in ("form", "question", "agree", "edit")}


def main() -> None:
    """Run the program with the group `fake` beside its commands."""
    commands.COMMANDS = {**commands.COMMANDS, "fake": Group("Commands of the tests.", TABLE)}
    from secdb.__main__ import app

    app(prog_name="secdb")


COMMAND = [sys.executable, "-c", f"from {HERE} import main; main()", "fake"]
