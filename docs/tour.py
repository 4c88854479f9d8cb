"""Pages with commands: each `$ secdb ...` in a console block is run, and what it prints stands below it.

A block that names a file, such as ```toml letter.toml, is written to that file before the commands after it run.
"""

from __future__ import annotations

import datetime as dt
import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"
ARCHIVIST = Path(__file__).parent / "archivist.md"
BLOCK = re.compile(r"```(console|toml \S+)\n(.*?)```", re.DOTALL)
TIME = re.compile(r"\b\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z")
WIDTH = 110


def readme() -> str:
    """Return the README with the output of its commands as the program prints it now."""
    return _page(README, {})


def archivist() -> str:
    """Return the archivist's guide with the output of its commands, of a letter as it was received."""
    return _page(ARCHIVIST, {"letter.txt": ROOT / "seeds" / "documents" / "cst-2009.txt"})


def _page(page: Path, files: dict[str, Path]) -> str:
    with tempfile.TemporaryDirectory() as folder:
        for name, source in files.items():
            shutil.copy(source, Path(folder) / name)
        # a fixed name and author, so that the text is the same on every machine
        environment = {
            **os.environ,
            "SECDB_DATABASE": "treaties.db",
            "PYTHONPATH": str(ROOT),
            "GIT_CONFIG_GLOBAL": str(_git_config(Path(folder))),
            "GIT_CONFIG_NOSYSTEM": "1",
        }
        return BLOCK.sub(lambda found: _block(found, folder, environment), page.read_text(encoding="utf-8"))


def _git_config(folder: Path) -> Path:
    path = folder / ".gitconfig"
    path.write_text("[user]\n\tname = A. Archivist\n", encoding="utf-8")
    return path


def _block(found: re.Match[str], folder: str, environment: dict[str, str]) -> str:
    kind, text = found[1], found[2]
    if kind == "console":
        return _run(text, folder, environment)
    Path(folder, kind.split()[1]).write_text(text, encoding="utf-8")
    return found[0]


def _run(block: str, folder: str, environment: dict[str, str]) -> str:
    lines = []
    for command in (line for line in block.splitlines() if line.startswith("$ ")):
        lines.append(command)
        name, *arguments = shlex.split(command[2:])
        if name == "secdb":
            lines += _output(arguments, folder, environment)
    return "```console\n" + "\n".join(lines) + "\n```"


def _output(arguments: list[str], folder: str, environment: dict[str, str]) -> list[str]:
    done = subprocess.run(
        [sys.executable, "-m", "secdb", *arguments],
        cwd=folder,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    if "Traceback" in done.stdout or "internal error" in done.stdout:
        raise RuntimeError(done.stdout)
    text = _steady(done.stdout.replace(f"{folder}/", ""))
    return [line.rstrip() for line in text.rstrip("\n").splitlines()]


def _steady(text: str) -> str:
    """Return the text with what differs from run to run made the same: times, and the hash that covers them."""
    text = TIME.sub("2026-01-15T10:00:00.000Z", text)
    text = text.replace(f"on {dt.datetime.now(tz=dt.UTC).date()}", "on 2026-01-15")  # an effect is told of today too
    return re.sub(r"(; last )[0-9a-f]{12}", r"\g<1>0123456789ab", text)
