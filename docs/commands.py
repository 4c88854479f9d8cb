"""Run the commands of a page, and give what they print: the same on every machine and every day."""

from __future__ import annotations

import datetime as dt
import os
import re
import shlex
import shutil
import subprocess
import sys
import time
from typing import TYPE_CHECKING

from tests.terminal import PATIENCE, STEP, Terminal

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

TIME = re.compile(r"\b\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z")
SCREEN = re.compile(r"^\d+ of \d+  ", re.MULTILINE)
OWN = {"secdb": [sys.executable, "-m", "secdb"], "python": [sys.executable]}
TOOLS = {*OWN, "cmp", "grep", "head", "sed"}
"""What is run; other commands stand on the page without output."""
ELSEWHERE = {"sqlite3": None, "Rscript": "library(DBI); library(RSQLite)"}
"""What is run where it is installed, R with the packages; elsewhere what the page says it printed stays."""
COLUMNS = 100


def environment_of(folder: Path, root: Path) -> dict[str, str]:
    """Return the environment of a page's commands: a fixed register and author, the program of this checkout."""
    config = folder / ".gitconfig"
    config.write_text("[user]\n\tname = A. Archivist\n", encoding="utf-8")
    return {
        **{name: value for name, value in os.environ.items() if name != "COLUMNS"},
        "SECDB_DATABASE": "treaties.db",
        "PYTHONPATH": str(root),
        "GIT_CONFIG_GLOBAL": str(config),
        "GIT_CONFIG_NOSYSTEM": "1",
        "NO_COLOR": "1",
    }


def run_block(block: str, typed: Sequence[str], folder: Path, environment: Mapping[str, str]) -> str:
    """Return the commands of a block, each with what it prints; with `typed` they run at a terminal."""
    lines = []
    for command, stood in _commands(block):
        lines.append(command)
        words = list(_expanded(shlex.split(command[2:]), folder))
        if words[0] in TOOLS or is_here(words[0]):
            words[:1] = OWN.get(words[0], words[:1])
            output = _typed(words, typed, folder, environment) if typed else _output(words, folder, environment)
            text = _steady(output.replace(f"{folder}/", ""))
            lines += [line.rstrip() for line in text.rstrip("\n").splitlines()]
        elif words[0] in ELSEWHERE:
            print(f"not run here, what the page says it printed stays: {command[2:]}", file=sys.stderr)
            lines += stood
    return "\n".join(lines)


def is_here(tool: str) -> bool:
    """Tell whether a command is one of `ELSEWHERE` that can be run on this machine."""
    if tool not in ELSEWHERE or shutil.which(tool) is None:
        return False
    needs = ELSEWHERE[tool]
    return needs is None or subprocess.run([tool, "-e", needs], capture_output=True, check=False).returncode == 0


def _commands(block: str) -> Iterator[tuple[str, list[str]]]:
    """Yield the commands of a block, each with the lines that stand below it."""
    for part in re.split(r"^(?=\$ )", block, flags=re.MULTILINE):
        command, *stood = part.splitlines() or [""]
        if command.startswith("$ "):
            yield command, stood


def _expanded(words: Sequence[str], folder: Path) -> Iterator[str]:
    """Yield the words as a shell would: those with a star become the files they fit, if there are any."""
    for word in words:
        files = sorted(folder.glob(word)) if "*" in word and not word.startswith("/") else []
        yield from [file.relative_to(folder).as_posix() for file in files] or [word]


def _output(words: Sequence[str], folder: Path, environment: Mapping[str, str]) -> str:
    """Return what a command prints; with `> FILE` at its end the output is written there instead."""
    *command, arrow, target = words if words[-2:-1] == [">"] else (*words, "", "")
    done = subprocess.run(
        command,
        cwd=folder,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE if words[0] in ELSEWHERE else subprocess.STDOUT,  # R tells there of the locale
        check=False,
    )
    if done.returncode and words[0] in ELSEWHERE:
        raise RuntimeError(done.stderr.decode())
    if arrow:
        (folder / target).write_bytes(done.stdout)
        return ""
    return _sound(done.stdout.decode())


def _typed(words: Sequence[str], typed: Sequence[str], folder: Path, environment: Mapping[str, str]) -> str:
    """Return the last screen of a program at a terminal; each word is typed where it asks, `Enter` alone is empty."""
    with _Asked(words, environment, cwd=folder, columns=COLUMNS) as terminal:
        for word in typed:
            terminal.rest().enter("" if word == "Enter" else word).expect("\n")
        terminal.wait()
        shown = _sound(terminal.screen())
    return shown[max((found.start() for found in SCREEN.finditer(shown)), default=0) :]


class _Asked(Terminal):
    def rest(self) -> _Asked:
        """Wait until the program asks."""
        limit = time.monotonic() + PATIENCE
        while not self._written.endswith((": ", "] ")):
            if not self._read(STEP) or time.monotonic() > limit:
                raise RuntimeError(f"the program does not ask at:\n{self.screen()}")
        self._seen = len(self._written)
        return self


def _sound(output: str) -> str:
    if "Traceback" in output or "internal error" in output:
        raise RuntimeError(output)
    return output


def _steady(text: str) -> str:
    """Return the text with what differs from run to run made the same: times, and the hash that covers them.

    The year of a reference is that of the day on which the report was made.
    """
    text = TIME.sub("2026-01-15T10:00:00.000Z", text)
    text = text.replace(f"on {dt.datetime.now(tz=dt.UTC).date()}", "on 2026-01-15")  # an effect is told of today too
    text = re.sub(r"(  year = \{)\d{4}\}", r"\g<1>2026}", text)
    return re.sub(r"(; last )[0-9a-f]{12}", r"\g<1>0123456789ab", text)
