"""Help and completion import no command, a command imports itself alone."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.cli.fakes import ROOT, run

# a second module of commands, whose import is seen
PROGRAM = """
import sys
from cli import commands
from cli.lazy import Command, Group
commands.COMMANDS = {
    "plain": Command("tests.cli.fakes", "wait", "Print a line and wait."),
    "noun": Group("A noun.", {"find": Command("tests.cli.fakes", "find", "Name a State."),
                              "gone": Command(".nowhere", "gone", "Is not there.")}),
    "both": Group("Name a State.", {"wait": Command("tests.cli.fakes", "wait", "Print a line and wait.")},
                  Command("tests.cli.fakes", "note", "Name a State or not.")),
    "other": Command("colorsys", "rgb_to_hsv", "Something else."),
}
from secdb.__main__ import app
try:
    app(prog_name="secdb")
finally:
    for name in ("tests.cli.fakes", "colorsys", "tabulate", "sqlite3", "sqlalchemy"):
        if name in sys.modules:
            print("loaded", name, file=sys.stderr)
"""


def program(*arguments: str, completing: str | None = None) -> tuple[str, list[str]]:
    """Return what the program prints and which modules it loads."""
    env = {"COLUMNS": "80"}
    if completing is not None:
        env |= {"_SECDB_COMPLETE": "complete_bash", "COMP_WORDS": completing, "COMP_CWORD": str(completing.count(" "))}
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, *arguments], capture_output=True, check=False, cwd=ROOT, env=env, text=True
    )
    return done.stdout, [line.split()[1] for line in done.stderr.splitlines() if line.startswith("loaded")]


def test_help_lists_the_table_and_loads_nothing() -> None:
    out, loaded = program("--help")
    listed = (
        "Commands:\n  plain  Print a line and wait.\n  noun   A noun.\n  both   Name a State.\n"
        "  other  Something else.\n"
    )
    assert (out.endswith(listed), loaded) == (True, [])


def test_the_help_of_a_group_loads_nothing() -> None:
    out, loaded = program("noun", "--help")
    assert out == (
        "Usage: secdb noun [OPTIONS] COMMAND [ARGS]...\n\n  A noun.\n\n"
        "Options:\n  --help  Show this message and exit.\n\n"
        "Commands:\n  find  Name a State.\n  gone  Is not there.\n"
    )
    assert loaded == []


def test_a_command_loads_its_own_module_only() -> None:
    assert program("noun", "find", "ARM") == ('{"state": "ARM"}\n', ["tests.cli.fakes", "sqlite3"])


@pytest.mark.parametrize(
    ("line", "completions"),
    [
        ("secdb ", "plain\nnoun\nboth\nother\n"),
        ("secdb no", "noun\n"),
        ("secdb noun ", "find\ngone\n"),
        ("secdb noun g", "gone\n"),
    ],
)
def test_completing_a_commands_name_loads_nothing(line: str, completions: str) -> None:
    assert program(completing=line) == (completions, [])


def test_completing_options_loads_the_command() -> None:
    assert program(completing="secdb noun find --h") == ("--help\n", ["tests.cli.fakes", "sqlite3"])


def test_a_command_that_is_nearly_right_is_suggested() -> None:
    done = run("fake", "shwo")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.endswith("Error: No such command 'shwo'. Did you mean 'show'?\n")


def test_indented_lines_of_help_stay_lines() -> None:
    out = run("fake", "fail", "--help", env={"COLUMNS": "80"}).stdout
    assert "\n  Example:\n      secdb fake fail usage\n      secdb fake fail os\n\n" in out


def test_no_command_is_wrong_usage_and_shows_help() -> None:
    done = run()
    assert (done.returncode, done.stdout, "\nCommands:\n" in done.stderr) == (2, "", True)


def test_a_group_with_a_command_of_its_own_is_run_like_one() -> None:
    assert program("both", "--state", "ARM")[0] == '{"state": "ARM"}\n'
    assert program("both")[0] == '{"state": null}\n'


def test_the_help_of_such_a_group_has_options_and_commands() -> None:
    out, _ = program("both", "--help")
    assert out == (
        "Usage: secdb both [OPTIONS] [COMMAND [ARGS]...]\n\n  Name a State or not.\n\n"
        "Options:\n  --state <str>\n  --help         Show this message and exit.\n\n"
        "Commands:\n  wait  Print a line and wait.\n"
    )


def test_a_command_of_such_a_group_is_run_alone() -> None:
    out, _ = program("both", "wait", "--help")
    assert out.startswith("Usage: secdb both wait [OPTIONS]\n")


def test_an_option_before_a_command_of_such_a_group_is_wrong_usage() -> None:
    done = run("log", "--limit", "1", "show", "1")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.endswith("Error: --limit stands before the name of a command, where it does nothing.\n")
