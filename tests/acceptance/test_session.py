"""A session at a real terminal, from an empty register to a verified one: all that an archivist types and reads.

`session/*.txt` are the screens, each begun with the command; what changes from day to day stands there as a word.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.acceptance.outside import ROOT
from tests.terminal import Terminal

if TYPE_CHECKING:
    from collections.abc import Sequence

SCREENS = Path(__file__).with_name("session")
STATES = """\
code,name,existence
ARM,Armenia,1991-09-21/..
BLR,Belarus,1991/..
KAZ,Kazakhstan,1991/..
KGZ,Kyrgyzstan,1991/..
RUS,Russian Federation,1991/..
TJK,Tajikistan,1991/..
"""
LETTER = """\
Charter of the Collective Security Treaty Organization

Done at Chisinau on 7 October 2002 in a single original copy in the Russian language.

Signed by the Republic of Armenia, the Republic of Belarus, the Republic of Kazakhstan,
the Kyrgyz Republic, the Russian Federation and the Republic of Tajikistan.
"""
ME = ("--author", "A. Archivist")
AGREE = ("Record this?", "y\r")
NOTHING_MORE = ("More fields", "\r")
# a command, and what is typed when the program has written what stands before it
STEPS: tuple[tuple[Sequence[str], Sequence[tuple[str, str]]], ...] = (
    (("init", "--empty", *ME), ()),
    (("import", "csv", "states.csv", "--as", "state", *ME), ()),
    (
        ("state", "add", *ME),
        (("Code", "UZB\r"), ("Name", "Uzbekistan\r"), ("Existence", "1991/..\r"), ("Cite", "\r"), NOTHING_MORE),
    ),
    (
        ("treaty", "add", *ME),
        (
            *(("Code", "charter\r"), ("Title", "Charter of the Organization\r"), ("Signed", "7 October 2002\r")),
            *(("In force", "18 September 2003\r"), ("Cite", "\r"), NOTHING_MORE),
        ),
    ),
    (
        ("organization", "add", *ME),
        (
            *(("Code", "csto\r"), ("Name", "Collective Security Treaty Organization\r")),
            *(("Treaty (its", "cha\t"), ("charter", "\r"), NOTHING_MORE),
        ),
    ),
    (
        ("document", "add", "charter.txt", *ME),
        (
            *(("Title", "Charter, as signed\r"), ("Kind", "treaty\r"), ("Date", "7 October 2002\r")),
            *(("Symbol", "\r"), NOTHING_MORE),
        ),
    ),
    (
        ("act", "add", *ME),
        (
            *(("Treaty", "csto\r"), ("Kind", "sig\r")),
            ("State", "ARM; belarus; Kazakhstan; KGZ; russian federation; TJK\r"),
            *(("Date", "7 October 2002\r"), ("Cite", "charter-as-signed\r")),
            *(("Quote", "Done at Chisinau on the 7 October 2002\r"), ("nearest", ""), ("Quote", "\r")),
            *(NOTHING_MORE, AGREE),
        ),
    ),
    (
        ("act", "add", *ME),
        (
            *(("Treaty", "csto\r"), ("Kind", "acces\r"), ("State", "Uzb\t"), ("ekistan", "\r")),
            *(("Date", "August 2006\r"), ("Cite", "-\r"), NOTHING_MORE, AGREE),
        ),
    ),
    (
        ("act", "edit", "7", "--date", "16 August 2006", *ME),
        (("Why", "The decision of the Council gives the day\r"), AGREE),
    ),
    (("log",), ()),
    (("log", "show", "9"), ()),
    (("members", "csto", "--on", "2006-08-15", "--basis", "consented"), ()),
    (("undo", "9", *ME), (("Why", "That is not the day of the deposit\r"), AGREE)),
    (("members", "csto", "--on", "2006-08-15", "--basis", "consented"), ()),
    (("act", "show", "7"), ()),
    (("log", "--limit", "2"), ()),
    (("verify",), ()),
)
VOLATILE = (
    (r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]{12}Z", "<the time of its closing>".ljust(24)),
    (r"20[2-9][0-9]-[0-9]{2}-[0-9]{2}", "<today>"),
    (r"last [0-9a-f]{12}", "last <hash>"),
    (r"secdb [0-9]+\.[0-9]+\.[0-9]+,", "secdb <version>,"),
    (r"at /.*/register\.db", "at <folder>/register.db"),
)


@pytest.mark.slow
def test_an_archivist_fills_corrects_and_verifies_a_register(tmp_path: Path) -> None:
    (tmp_path / "states.csv").write_text(STATES)
    (tmp_path / "charter.txt").write_text(LETTER)
    screens = [screen(tmp_path, *step) for step in STEPS]
    kept = [path.read_text().removesuffix("\n") for path in sorted(SCREENS.glob("*.txt"))]
    assert screens == kept


def screen(folder: Path, command: Sequence[str], typed: Sequence[tuple[str, str]]) -> str:
    """Run a command at a terminal of its own, type, and return what then stands there."""
    env = {"SECDB_DATABASE": "register.db", "PYTHONPATH": str(ROOT), "HOME": str(folder)}
    columns = 300 if command[0] == "init" else 100  # it prints a path
    with Terminal([sys.executable, "-m", "secdb", *command], env, cwd=folder, columns=columns) as terminal:
        for wait, keys in typed:
            terminal.expect(wait).type(keys)
        code = terminal.wait()
        shown = terminal.screen()
    assert code == 0, shown
    return f"$ secdb {_quoted(command)}\n{_steady(shown)}"


def _steady(shown: str) -> str:
    """Return a screen with a word for what is another every time."""
    for pattern, word in VOLATILE:
        shown = re.sub(pattern, word, shown)
    return shown


def _quoted(command: Sequence[str]) -> str:
    return " ".join(f'"{word}"' if " " in word else word for word in command)
