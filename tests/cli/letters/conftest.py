from __future__ import annotations

import io
import sys
from copy import deepcopy
from typing import TYPE_CHECKING, Any

import pytest

import secdb
from cli.letters.review import Reviewed, review
from secdb.intake import read_letter
from secdb.intake.authority import names_of_seeds
from tests.cli.letters.fakes import LETTER, candidates, check, offer

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.fixture(scope="module")
def read() -> dict[str, Any]:
    return read_letter(LETTER, "letter.txt", names_of_seeds(secdb.seeds_folder())).to_dict()


@pytest.fixture
def draft(read: dict[str, Any]) -> dict[str, Any]:
    return deepcopy(read)


@pytest.fixture
def play(monkeypatch: pytest.MonkeyPatch, draft: dict[str, Any]) -> Callable[..., Reviewed]:
    """Review the draft with lines typed, 80 columns and 24 lines."""

    def typed(*lines: str, remarks: dict[Any, list[str]] | None = None, text: str = LETTER) -> Reviewed:
        monkeypatch.setattr(sys, "stdin", io.StringIO("".join(f"{line}\n" for line in lines)))
        monkeypatch.setenv("COLUMNS", "80")
        monkeypatch.setenv("LINES", "24")
        return review(draft, text, remarks or {}, check=check, offer=offer, candidates=candidates)

    return typed
