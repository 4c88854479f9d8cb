"""docs/letters.md tells the truth where it is not printed by the program."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from cli.letters.review import KEYS as TYPED
from cli.letters.taking import ENDINGS
from secdb.intake.readers.limits import Limits, megabytes
from secdb.register.letters.form import KEYS

DOCS = Path(__file__).parents[2] / "docs"
PAGE = (DOCS / "letters.md").read_text(encoding="utf-8")
PROSE = " ".join(re.sub(r"```.*?```", "", PAGE, flags=re.DOTALL).split())
EXPLAINED = re.findall(r"^- .*?(?=^- |\n\n)", PAGE, re.MULTILINE | re.DOTALL)
PAGES = [*DOCS.glob("*.md"), DOCS.parent / "README.md"]


def test_every_key_explained_is_one_of_a_draft() -> None:
    known = {key for keys in KEYS.values() for key in keys}
    named = {name for part in EXPLAINED for name in re.findall(r"\*\*`\[*(\w+)", part)}
    assert {"skip", "note", "person", "treaty", "same_as", "state", "start_char", "warnings"} <= named
    assert named <= known


def test_every_key_typed_in_a_review_is_explained() -> None:
    assert [key for key in (*TYPED, "?") if f"`{key}` " not in PROSE] == []


def test_the_limits_are_those_of_the_readers() -> None:
    limits = Limits()
    assert f"A file may have {megabytes(limits.received)}, its text {megabytes(limits.text)}" in PROSE
    assert f"what a packed file unpacks to {megabytes(limits.expanded)}." in PROSE
    assert f"which has {limits.seconds:.0f} seconds" in PROSE
    assert f"where the system can limit it, {megabytes(limits.memory)} of memory" in PROSE


def test_the_endings_taken_in_a_folder_are_all_named() -> None:
    assert sorted(ending for ending in ENDINGS if f"`{ending}`" not in PROSE) == []


def test_no_command_of_the_page_went_unrun() -> None:
    blocks = re.findall(r"^```console[^\n]*\n(.*?)^```", PAGE, re.MULTILINE | re.DOTALL)
    assert len(blocks) > 10
    printing = [block for block in blocks if re.match(r"\$ secdb (?!.* > )", block)]
    assert [block for block in printing if len(block.splitlines()) == 1] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_what_a_page_links_to_is_there(page: Path) -> None:
    links = re.findall(
        r"\]\((?!https?:)([^)#\s]+)", re.sub(r"```.*?```", "", page.read_text(encoding="utf-8"), flags=re.DOTALL)
    )
    assert [link for link in links if not (page.parent / link).exists()] == []
