"""A draft in the person's editor: nothing typed is lost, and nothing untouched is left behind."""

from __future__ import annotations

import json
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.entry.fakes import COMMAND
from tests.cli.fakes import ENVIRONMENT, ROOT
from tests.terminal import Terminal

TEMPLATE = "# fill in\r\ntitle = ''\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return the folder for temporary files of the program under test."""
    path = tmp_path / "temporary"
    path.mkdir()
    return path


def environment(folder: Path, editor: str) -> dict[str, str]:
    """Return an environment in which the editor is a Python program: `path` is the file it is to edit."""
    program = folder.parent / "my editor.py"
    program.write_text(f"import os, pathlib, signal, sys\npath = pathlib.Path(sys.argv[-1])\n{editor}\n", "utf-8")
    env = {name: value for name, value in ENVIRONMENT.items() if name not in {"VISUAL", "EDITOR"}}
    return {**env, "EDITOR": f"'{sys.executable}' '{program}' --wait", "TMPDIR": str(folder)}


def edit(env: dict[str, str], rounds: int = 1) -> subprocess.CompletedProcess[str]:
    command = [*COMMAND, "edit", TEMPLATE, str(rounds)]
    return subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT, env=env, timeout=60)


def kept(folder: Path) -> list[str]:
    """Return the texts of the files that are left."""
    return [path.read_bytes().decode() for path in folder.rglob("*") if path.is_file()]


def test_what_was_saved_comes_back_byte_for_byte_and_is_kept(folder: Path) -> None:
    found = edit(environment(folder, "path.write_bytes(path.read_bytes() + 'note = \"ü\"\\r\\n'.encode())"))
    text, path, exists = json.loads(found.stdout)
    assert text == TEMPLATE + 'note = "ü"\r\n'
    assert exists
    assert Path(path).name == "act.toml"
    assert Path(path).parent.stat().st_mode & 0o077 == 0
    assert kept(folder) == [text]


@pytest.mark.parametrize("editor", ["pass", "path.write_text('')", "path.write_text(' \\n')", "path.unlink()"])
def test_a_text_left_alone_emptied_or_removed_is_given_up(folder: Path, editor: str) -> None:
    found = edit(environment(folder, editor))
    assert (found.returncode, found.stdout) == (0, "null\n")
    assert list(folder.iterdir()) == []


def test_a_second_round_has_the_same_file_which_stays_when_nothing_is_added(folder: Path) -> None:
    found = edit(environment(folder, "path.read_text().endswith('x') or path.write_text('a = 1 # x')"), rounds=2)
    first, second = found.stdout.splitlines()
    assert (json.loads(first)[0], json.loads(second)) == ("a = 1 # x", None)
    assert kept(folder) == ["a = 1 # x"]


def test_an_editor_that_fails_loses_nothing(folder: Path) -> None:
    found = edit(environment(folder, "path.write_text('typed'); sys.exit(3)"))
    assert found.returncode == 1
    assert "failed (exit code 3); what you typed is kept in " in found.stderr
    assert found.stderr.endswith("act.toml; name another one with EDITOR\n")
    assert kept(folder) == ["typed"]


def test_an_editor_that_fails_untouched_leaves_nothing(folder: Path) -> None:
    found = edit(environment(folder, "sys.exit(3)"))
    assert found.returncode == 1
    assert "kept" not in found.stderr
    assert list(folder.iterdir()) == []


def test_a_file_in_another_encoding_is_kept(folder: Path) -> None:
    found = edit(environment(folder, "path.write_bytes(b'caf\\xe9')"))
    assert found.returncode == 1
    assert "is not in UTF-8 (byte 3); save it so. It is kept there" in found.stderr
    assert len(list(folder.rglob("act.toml"))) == 1


def test_visual_comes_before_editor_and_both_are_named_when_wrong(folder: Path) -> None:
    env = environment(folder, "path.write_text('x')")
    assert "null" in edit({**env, "VISUAL": "true"}).stdout
    unknown = edit({**env, "VISUAL": "no-such-editor -w"})
    assert (unknown.returncode, unknown.stderr) == (
        2,
        "Error: there is no program 'no-such-editor'; name your editor with VISUAL\n",
    )
    assert "EDITOR cannot be read" in edit({**env, "EDITOR": "vi 'x"}).stderr
    without = {**env, "EDITOR": " ", "PATH": str(folder)}
    with Terminal([*COMMAND, "edit", TEMPLATE], without, cwd=ROOT) as terminal:
        assert terminal.wait() == 2
        assert terminal.screen() == "Error: no editor was found; name one with EDITOR, such as EDITOR=nano"
    assert list(folder.iterdir()) == []


def test_without_a_terminal_only_an_editor_that_was_named_is_started(folder: Path) -> None:
    found = edit({**environment(folder, ""), "EDITOR": ""})
    assert (found.returncode, found.stderr) == (
        2,
        "Error: an editor needs a terminal; write a draft and record it with: secdb record FILE\n",
    )
    assert list(folder.iterdir()) == []
    assert "typed" in edit(environment(folder, "path.write_text('typed')")).stdout


WAITS = "print('editing', flush=True); sys.stdin.readline()"


def test_ctrl_c_in_the_editor_leaves_nothing_when_nothing_was_typed(folder: Path) -> None:
    with Terminal([*COMMAND, "edit", TEMPLATE], environment(folder, WAITS), cwd=ROOT) as terminal:
        terminal.expect("editing").interrupt()
        assert terminal.wait() == 130
        assert terminal.screen().endswith("Interrupted.")
    assert list(folder.iterdir()) == []


def test_ctrl_c_in_the_editor_keeps_what_was_typed(folder: Path) -> None:
    env = environment(folder, f"path.write_text('typed'); {WAITS}")
    with Terminal([*COMMAND, "edit", TEMPLATE], env, cwd=ROOT, columns=300) as terminal:
        terminal.expect("editing").interrupt()
        assert terminal.wait() == 130
        assert "what you typed is kept in " in terminal.screen()
    assert kept(folder) == ["typed"]


def test_an_editor_may_take_ctrl_c_for_itself(folder: Path) -> None:
    own = "signal.signal(signal.SIGINT, lambda *_: (path.write_text('taken'), sys.exit(0)))"
    env = environment(folder, f"{own}\n{WAITS}")
    with Terminal([*COMMAND, "edit", TEMPLATE], env, cwd=ROOT, columns=300) as terminal:
        terminal.expect("editing").interrupt()
        assert terminal.wait() == 0
        assert '["taken", ' in terminal.screen()


def test_the_terminal_is_given_back_as_it_was(folder: Path) -> None:
    """An editor that dies with the terminal raw would leave a shell that echoes nothing."""
    env = environment(folder, "import tty; tty.setraw(0); os.kill(os.getpid(), signal.SIGKILL)")
    shell = f"stty -a > '{folder}.before'; {shlex.join([*COMMAND, 'edit', TEMPLATE])}; stty -a > '{folder}.after'"
    with Terminal(["sh", "-c", shell], env, cwd=ROOT) as terminal:
        assert terminal.wait() == 0
        assert "failed (exit code -9)" in terminal.screen()
    assert Path(f"{folder}.after").read_text() == Path(f"{folder}.before").read_text()
