"""A terminal to print to."""

from __future__ import annotations

import os
import pty
import struct
import subprocess
import termios
from fcntl import ioctl
from typing import TYPE_CHECKING

from tests.cli.fakes import COMMAND, ENVIRONMENT, ROOT

if TYPE_CHECKING:
    from collections.abc import Sequence


def on_terminal(columns: int, arguments: Sequence[str], env: dict[str, str] | None = None) -> tuple[str, str]:
    """Return what is printed to a terminal of that width, and to stderr."""
    leader, follower = pty.openpty()
    ioctl(follower, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
    ours = {name: value for name, value in ENVIRONMENT.items() if name not in {"COLUMNS", "NO_COLOR"}}
    command = [*COMMAND, *arguments]
    with subprocess.Popen(
        command, stdout=follower, stderr=subprocess.PIPE, cwd=ROOT, env=ours | (env or {})
    ) as process:
        os.close(follower)
        assert process.stderr
        printed = b""
        while chunk := _read(leader):
            printed += chunk
        errors = process.stderr.read().decode()
    os.close(leader)
    return printed.decode().replace("\r\n", "\n"), errors


def _read(leader: int) -> bytes:
    try:
        return os.read(leader, 65_536)
    except OSError:  # Linux: the other end is closed
        return b""
