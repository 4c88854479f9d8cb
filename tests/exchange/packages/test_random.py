"""Laws of any register: what is exported comes back, and says the same when it is exported again."""

from __future__ import annotations

import shutil
from itertools import count
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import secdb
from tests.exchange.packages.registers import contents, moved, record
from tests.exchange.packages.tables import faults

if TYPE_CHECKING:
    from pathlib import Path

    from tests.exchange.packages.registers import Tables

NUMBERS = count()
WORDS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1, max_size=12)
CODES = st.lists(WORDS, min_size=1, max_size=4, unique=True)
# small letters, no blanks
DATASETS = st.lists(st.text("abcéжß-_.,'\"0", min_size=1, max_size=12), min_size=1, max_size=4, unique=True)
DATES = st.sampled_from(["1992", "1992-05-15", "[1992..1994]", "..1993-01-01", "1994-04-20~", "2006-08"])
PERIODS = st.sampled_from([None, "1991-09-21/..", "1992/1999-04-20", "../2001"])


@st.composite
def registers(draw: Any) -> Tables:  # noqa: ANN401 - how Hypothesis types it
    """Draw a small register: names and texts of any letters, and records that refer to each other."""
    datasets = ["register", *(code for code in draw(DATASETS) if code != "register")]
    states, persons = ["ARM", "UZB"], draw(CODES)
    maybe = st.none() | WORDS
    documents: list[dict[str, str | None]] = [
        {"code": code, "kind": "other", "title": draw(WORDS), "text": f"{number}{draw(WORDS)}", "note": draw(maybe)}
        for number, code in enumerate(draw(CODES))
    ]
    for row in documents:
        received = draw(st.none() | st.binary(max_size=20))
        if received is not None:
            row |= {
                "received": received.decode("latin-1"),
                "received_type": draw(st.sampled_from(["text/html", "a/b"])),
            }
    acts = [
        {"id": str(number), "dataset": draw(st.sampled_from(datasets)), "treaty": "cst", "kind": "accession",
         "state": draw(st.sampled_from(states)), "date_edtf": draw(DATES), "date_text": draw(maybe),
         "note": draw(maybe)}
        for number in range(draw(st.integers(0, 5)))
    ]  # fmt: skip
    _contest(acts, draw(st.permutations(range(len(acts)))))
    rosters = [
        {"id": str(number), "dataset": "register", "treaty": "cst", "on_edtf": draw(DATES), "body": draw(maybe)}
        for number in range(draw(st.integers(0, 3)))
    ]
    entries = [
        {"id": f"{roster['id']}-{state}", "roster": roster["id"], "state": state, "as_printed": draw(maybe)}
        for roster in rosters
        for state in draw(st.lists(st.sampled_from(states), unique=True))
    ]
    targets = {"act": acts, "roster": rosters, "roster_entry": entries}
    cited = [(name, row["id"]) for name, rows in targets.items() for row in rows]
    return {
        "dataset": [{"code": code, "title": draw(WORDS)} for code in datasets],
        "state": [{"code": code, "existence": draw(PERIODS)} for code in states],
        "person": [{"code": code, "name": draw(WORDS)} for code in persons],
        "treaty": [{"code": "cst", "title": draw(WORDS), "in_force_edtf": draw(st.none() | DATES)}],
        "document": documents,
        "act": acts,
        "roster": rosters,
        "roster_entry": entries,
        "citation": [
            {"id": str(number), name: row, "document": draw(st.sampled_from(documents))["code"], "locator": str(number)}
            for number, (name, row) in enumerate(draw(st.lists(st.sampled_from(cited), max_size=6)) if cited else ())
        ],
    }


def _contest(acts: list[dict[str, str | None]], order: list[int]) -> None:
    """Let some acts contest others about the same, before or after them, none of which contests another."""
    for one, other in zip(order[::2], order[1::2], strict=False):
        if all(acts[one][name] == acts[other][name] for name in ("dataset", "state")):
            acts[one]["contests"] = acts[other]["id"]


def holds(tables: Tables, template: Path, folder: Path) -> None:
    here = folder / str(next(NUMBERS))
    here.mkdir()
    first, second = (str(shutil.copy(template, here / f"{name}.db")) for name in ("first", "second"))
    done = secdb.export_package(record(first, tables), here / "package")
    assert done.lost == 0
    assert faults(here / "package") == []
    assert done.rows == sum(map(len, tables.values()))
    assert moved(here / "package", second, here / "again") == contents(here / "package")


@pytest.mark.slow
@settings(max_examples=4, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(registers())
def test_any_register_comes_back_to_the_byte(empty_file: Path, tmp_path: Path, tables: Tables) -> None:
    holds(tables, empty_file, tmp_path)


@pytest.mark.slow
@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(registers())
def test_any_of_many_registers_comes_back_to_the_byte(empty_file: Path, tmp_path: Path, tables: Tables) -> None:
    holds(tables, empty_file, tmp_path)
