"""Pages with commands: each `$ secdb ...` in a console block is run, and what it prints stands below it.

A block that names a file, such as ```toml letter.toml or ```python merge.py, is written to that file before the
commands after it run. The commands of a block ```console typing: Enter q run at a terminal, where that is typed; its
last screen is shown.
"""

from __future__ import annotations

import re
import tempfile
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from docs import sources
from docs.commands import environment_of, run_block

if TYPE_CHECKING:
    from collections.abc import Mapping

ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"
ARCHIVIST = Path(__file__).parent / "archivist.md"
LETTERS = Path(__file__).parent / "letters.md"
ANALYST = Path(__file__).parent / "analyst.md"
BLOCK = re.compile(r"```(console|console typing: [^\n]+|(?:csv|python|r|sql|toml) \S+)\n(.*?)```", re.DOTALL)


def readme() -> str:
    """Return the README with the output of its commands as the program prints it now."""
    return _page(README, {"letter.txt": _seed("cst-2009")})


def archivist() -> str:
    """Return the archivist's guide with the output of its commands, of a letter as it was received."""
    return _page(ARCHIVIST, {"letter.txt": _seed("cst-2009")})


def exchange() -> str:
    """Return the guide to other programs' files with the output of its commands, and what importers say of sources."""
    return sources.filled(_page(ROOT / "docs" / "exchange.md", {}))


def letters() -> str:
    """Return the guide to taking letters in, of a letter and of a folder: another, a bad copy of it, an empty file."""
    letter, other = _seed("cst-2002"), _seed("cst-2009")
    page = "".join(f"<p>{part}</p>\n" for part in other.replace("\n", "<br>\n").split("<br>\n<br>\n"))
    return _page(
        LETTERS,
        {
            "letter.txt": letter,
            "letters/copy.txt": letter.replace("sovereignty", "soverelgnty"),
            "letters/cst-2009.html": f'<html><head><meta charset="utf-8"></head><body>\n{page}</body></html>\n',
            "letters/empty.txt": "",
        },
    )


def analyst() -> str:
    """Return the analyst's guide with the output of its commands."""
    return _analysis()[0]


def figure() -> str:
    """Return the SVG that the commands of the analyst's guide draw."""
    return _analysis()[1]


@cache
def _analysis() -> tuple[str, str]:
    with tempfile.TemporaryDirectory() as name:
        page = _filled(ANALYST, Path(name))
        return page, (Path(name) / "analyst.svg").read_text(encoding="utf-8")


def _seed(document: str) -> str:
    return (ROOT / "seeds" / "documents" / f"{document}.txt").read_text(encoding="utf-8")


def _page(page: Path, files: Mapping[str, str]) -> str:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for file, text in files.items():
            _write(folder / file, text)
        return _filled(page, folder)


def _filled(page: Path, folder: Path) -> str:
    """Return the page with the output of its commands, run in a folder."""
    environment = environment_of(folder, ROOT)
    return BLOCK.sub(lambda found: _block(found, folder, environment), page.read_text(encoding="utf-8"))


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="")


def _block(found: re.Match[str], folder: Path, environment: Mapping[str, str]) -> str:
    kind, _, rest = found[1].partition(" ")
    if kind != "console":
        _write(folder / rest, found[2])
        return found[0]
    typed = rest.removeprefix("typing: ").split()
    return f"```{found[1]}\n{run_block(found[2], typed, folder, environment)}\n```"
