"""A terminal for tests: a program runs in it as it does for a person, who types and reads the screen.

with Terminal(["secdb", "act", "add"], env) as terminal:
    terminal.expect("Treaty").type("cs\\t").expect("csto").enter()
    assert terminal.wait() == 0
"""

from __future__ import annotations

import codecs
import os
import pty
import re
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from fcntl import ioctl
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

PATIENCE = 30.0  # seconds; a busy machine is slow
STEP = 0.1
# makes the terminal that of the session, so that Ctrl-C reaches the program, and becomes the program
START = "import fcntl, os, sys, termios; fcntl.ioctl(0, termios.TIOCSCTTY, 0); os.execvp(sys.argv[1], sys.argv[1:])"
ESCAPE = re.compile(r"\x1b(?:\[([0-9;?]*)([@-~])|\][^\x07]*\x07|[()][A-Z0-9]|[=>78M])|(.)", re.DOTALL)


class Screen:
    """What stands on a terminal: lines as long as it is wide, and all that has scrolled away above."""

    def __init__(self, columns: int) -> None:
        self._columns = columns
        self._rows: list[list[str]] = [[]]
        self._row = self._column = 0

    def __str__(self) -> str:
        return "\n".join("".join(row).rstrip() for row in self._rows).rstrip("\n")

    def feed(self, text: str) -> None:
        """Show what a program has written."""
        for found in ESCAPE.finditer(text):
            if found[2]:
                self._command(found[2], found[1])
            elif found[3]:
                self._character(found[3])

    def _character(self, character: str) -> None:
        match character:
            case "\n":
                self._move(self._row + 1, self._column)
            case "\r":
                self._column = 0
            case "\b":
                self._column = max(0, self._column - 1)
            case "\t":
                self._column = self._column // 8 * 8 + 8
            case _ if character >= " ":
                self._write(character)

    def _write(self, character: str) -> None:
        if self._column >= self._columns:
            self._move(self._row + 1, 0)
        row = self._rows[self._row]
        row.extend(" " * (self._column + 1 - len(row)))
        row[self._column] = character
        self._column += 1

    def _move(self, row: int, column: int) -> None:
        self._row, self._column = max(0, row), max(0, column)
        while len(self._rows) <= self._row:
            self._rows.append([])

    def _command(self, letter: str, numbers: str) -> None:
        """Do what readline asks for; colours and modes are not seen."""
        count = int(numbers) if numbers.isdecimal() else 0
        row = self._rows[self._row]
        match letter:
            case "A" | "B" | "C" | "D":
                down, right = {"A": (-1, 0), "B": (1, 0), "C": (0, 1), "D": (0, -1)}[letter]
                self._move(self._row + down * max(1, count), self._column + right * max(1, count))
            case "G":
                self._column = max(0, count - 1)
            case "K" if count == 0:
                del row[self._column :]
            case "K":
                row[:] = [" "] * (len(row) if count == 2 else min(self._column, len(row)))
            case "J" if count == 0:
                del row[self._column :]
                del self._rows[self._row + 1 :]
            case "H" | "J":
                self._rows, self._row, self._column = [[]], 0, 0
            case "P":
                del row[self._column : self._column + max(1, count)]
            case "@":
                row[self._column : self._column] = " " * max(1, count)


class Terminal:
    """A program at a terminal of its own; a context manager that ends it."""

    def __init__(
        self, command: Sequence[str], env: Mapping[str, str], *, cwd: Path | None = None, columns: int = 120
    ) -> None:
        ours = {name: value for name, value in env.items() if name not in {"COLUMNS", "LINES"}}  # the terminal's own
        self._leader, follower = pty.openpty()
        ioctl(follower, termios.TIOCSWINSZ, struct.pack("HHHH", 40, columns, 0, 0))
        self._process = subprocess.Popen(
            [sys.executable, "-c", START, *command],
            stdin=follower,
            stdout=follower,
            stderr=follower,
            cwd=cwd,
            env={"TERM": "xterm", "INPUTRC": os.devnull, "LC_ALL": "C.UTF-8", **ours},
            start_new_session=True,
        )
        os.close(follower)
        self._decoder = codecs.getincrementaldecoder("utf-8")("replace")
        self._screen = Screen(columns)
        self._written = ""
        self._seen = 0

    def type(self, text: str) -> Self:
        """Type, as a person would: `\\t` is Tab, `\\x7f` takes back a character."""
        os.write(self._leader, text.encode())
        return self

    def enter(self, text: str = "") -> Self:
        """Type a text and Enter."""
        return self.type(f"{text}\r")

    def interrupt(self) -> Self:
        """Type Ctrl-C when the program has come to rest: between a prompt and its reading Python would not notice."""
        while select.select([self._leader], [], [], STEP)[0] and self._read(0):
            pass
        return self.type("\x03")

    def end(self) -> Self:
        """Type Ctrl-D."""
        return self.type("\x04")

    def expect(self, text: str, patience: float = PATIENCE) -> Self:
        """Wait until the program has written the text, after what was expected before."""
        limit = time.monotonic() + patience
        while text not in self._written[self._seen :]:
            if not self._read(STEP) or time.monotonic() > limit:
                raise AssertionError(f"{text!r} does not appear on:\n{self.screen()}")
        self._seen = self._written.index(text, self._seen) + len(text)
        return self

    def screen(self) -> str:
        """Return what stands on the screen and above it, without blanks at the ends."""
        return str(self._screen)

    def wait(self, patience: float = PATIENCE) -> int:
        """Wait for the end of the program and return its exit code."""
        limit = time.monotonic() + patience
        while self._read(STEP):
            if time.monotonic() > limit:
                raise AssertionError(f"the program waits at:\n{self.screen()}")
        return self._process.wait(patience)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._process.poll() is None:
            os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait()
        os.close(self._leader)

    def _read(self, patience: float) -> bool:
        """Show what the program has written since, waiting for it so many seconds; False at its end."""
        if not select.select([self._leader], [], [], patience)[0]:
            return True
        try:
            chunk = os.read(self._leader, 65_536)
        except OSError:  # Linux: the other end is closed
            chunk = b""
        text = self._decoder.decode(chunk)
        self._written += re.sub(r"\x1b\[[0-9;?]*[@-~]|\x07", "", text)
        self._screen.feed(text)
        return bool(chunk)
