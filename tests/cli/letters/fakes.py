"""A review for tests to run at a terminal: `COMMAND + [FILE]` goes through a letter; what came of it goes to a file."""

import json
import re
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from cli import commands
from cli.lazy import Command, Group
from secdb.errors import NotFoundError

if TYPE_CHECKING:
    from secdb.register.drafts.toml_lines import Path as At

HERE = "tests.cli.letters.fakes"
LETTER = """United Nations A/60/7001

Letter dated 3 May 2005 from the Permanent Representatives of Norway
and Chad to the United Nations addressed to the Secretary-General

We have the honour to transmit the text of the joint statement
on fisheries, adopted at Oslo on 2 May 2005 (see annex).

(Signed) Ann Berg
Permanent Representative of Norway
to the United Nations

(Signed) Ali Deby
Permanent Representative of Chad
to the United Nations

Annex

Joint statement of Norway and Chad

Oslo, 2 May 2005

The Ministers for Foreign Affairs of Norway and Chad met in Oslo.
"""
STATES = {"norway": "NOR", "nor": "NOR", "chad": "TCD", "tcd": "TCD", "slovakia": "SVK", "svk": "SVK"}
PERSONS = ("ann-berg", "anna-berg")


def heads(shown: str) -> list[str]:
    """Return what stands in the first lines of the screens."""
    return re.findall(r"^\d+ of \d+  (.*)$", shown, re.MULTILINE)


def check(key: str, value: str) -> str:
    """Return the code of a State or person that these tests know; any other value as it is."""
    if key in {"state", "states"}:
        if value.casefold() not in STATES:
            raise NotFoundError(f"there is no State {value!r}")
        return STATES[value.casefold()]
    if key == "person" and value not in PERSONS:
        raise NotFoundError(f"there is no person {value!r}")
    return value


def offer(path: "At") -> Sequence[tuple[str, str]]:
    """Offer a person for whoever signs first."""
    return [("ann-berg", "Ann Berg, permanent_representative 2001")] if path[-1] == 0 else []


def candidates(noun: str) -> Sequence[str]:
    """Return what completes a State or a person."""
    return {"state": ["NOR", "Norway", "SVK", "Slovakia", "TCD", "Chad"], "person": PERSONS}.get(noun, [])


def go_through(
    letter: Path,
    into: Path,
    remarks: Annotated[str, typer.Argument()] = "",
    tables: Annotated[str, typer.Option()] = "",
) -> None:
    """Review a letter's draft, or the tables given; `remarks` are on the first signatory, with `|` between."""
    from cli.letters.review import review

    text = letter.read_bytes().decode()
    draft: dict[str, Any] = json.loads(tables) if tables else read(letter)
    said: dict[At, list[str]] = {("statements", 0, "signatories", 0): remarks.split("|")} if remarks else {}
    done = review(draft, text, said, check=check, offer=offer, candidates=candidates)
    into.write_text(json.dumps([done.ended, done.open, done.tables], ensure_ascii=False), encoding="utf-8")


def read(letter: Path) -> dict[str, Any]:
    """Return the draft of a letter."""
    import secdb
    from secdb.intake import read_letter
    from secdb.intake.authority import names_of_seeds

    text = letter.read_bytes().decode()
    return read_letter(text, letter.name, names_of_seeds(secdb.seeds_folder())).to_dict()


TABLE = {"review": Command(HERE, "go_through", "Review.")}


def main() -> None:
    """Run the program with the group `fake` beside its commands."""
    commands.COMMANDS = {**commands.COMMANDS, "fake": Group("Commands of the tests.", TABLE)}
    from secdb.__main__ import app

    app(prog_name="secdb")


COMMAND = [sys.executable, "-c", f"from {HERE} import main; main()", "fake", "review"]
