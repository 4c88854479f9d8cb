"""The score on a folder of real texts that were labelled by reading them; the folder is not part of the project."""

from __future__ import annotations

import importlib.util
import json
import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from secdb.intake import read_letter
from secdb.intake.readers.encoding import decoded
from tests.intake.laws import check_places
from tests.intake.test_mutated import check_in_time, mutated

if TYPE_CHECKING:
    from types import ModuleType

    from secdb.intake import StateNames

ROOT = Path(__file__).parents[2]
FOLDER = Path(os.environ.get("SECDB_LETTERS", ROOT.parent / "shared" / "data" / "letters"))

MUTATIONS = int(os.environ.get("SECDB_MUTATIONS", "100"))
"""How many mutated texts are read."""

pytestmark = pytest.mark.skipif(not (FOLDER / "labels").is_dir(), reason="SECDB_LETTERS names no folder of letters")


@pytest.fixture(scope="module")
def benchmark_module() -> ModuleType:
    spec = importlib.util.spec_from_file_location("benchmarks_intake", ROOT / "benchmarks" / "intake.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_labelled_texts_are_read_right(benchmark_module: ModuleType, state_names: StateNames) -> None:
    labels = [json.loads(path.read_text(encoding="utf-8")) for path in sorted((FOLDER / "labels").glob("*.json"))]
    drafts = {}
    for label in labels:
        text, _ = decoded((FOLDER / label["file"]).read_bytes())
        draft = read_letter(text, label["file"], state_names)
        check_places(text, draft, state_names)
        drafts[label["file"]] = draft.to_dict()
    assert benchmark_module.own_score(drafts, labels) >= 0.97


@settings(max_examples=MUTATIONS)
@given(data=st.data())
def test_mutated_real_texts_give_drafts_in_time_with_true_places(data: st.DataObject, state_names: StateNames) -> None:
    texts = [decoded(path.read_bytes())[0] for path in sorted(FOLDER.glob("*.txt"))]
    check_in_time(data.draw(mutated(texts)), state_names)
