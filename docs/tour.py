"""The README's tour: each `$ secdb ...` in a console block is run, and what it prints stands below it."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
import tempfile
from pathlib import Path

README = Path(__file__).parents[1] / "README.md"
BLOCK = re.compile(r"```console\n(.*?)```", re.DOTALL)


def readme() -> str:
    """Return the README with the output of its commands as the program prints it now."""
    with tempfile.TemporaryDirectory() as folder:
        # a fixed name and author, so that the text is the same on every machine
        environment = {**os.environ, "SECDB_DATABASE": "treaties.db", "PYTHONPATH": str(README.parent)}
        return BLOCK.sub(lambda found: _run(found[1], folder, environment), README.read_text(encoding="utf-8"))


def _run(block: str, folder: str, environment: dict[str, str]) -> str:
    lines = []
    for command in (line for line in block.splitlines() if line.startswith("$ ")):
        lines.append(command)
        name, *arguments = shlex.split(command[2:])
        if name == "secdb":
            done = subprocess.run(
                [sys.executable, "-m", "secdb", *arguments],
                cwd=folder,
                env=environment,
                capture_output=True,
                text=True,
                check=True,
            )
            lines += [line.rstrip() for line in done.stdout.rstrip("\n").splitlines()]
    return "```console\n" + "\n".join(lines) + "\n```"
