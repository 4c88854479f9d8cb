"""Drafts of letters as TOML: what is written reads back, what is wrong is told with its line."""

from __future__ import annotations

import tomllib
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secdb.register.letters.form import is_letter, read_letter_draft
from secdb.register.letters.written import write_letter_draft
from secdb.register.rows.problems import ProblemsError
from tests.register.letters.test_recording import LETTER, TEXT

TEXTS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r\0"), max_size=40)
SPANS = st.tuples(st.integers(0, 300), st.integers(0, 300)).map(list)
SIGNATORIES = st.fixed_dictionaries(
    {"name": TEXTS, "state": TEXTS, "signed": st.booleans(), "start_char": st.integers(0, 9), "end_char": st.just(9)},
    optional={
        "capacity": TEXTS,
        "person": TEXTS,
        "skip": st.booleans(),
        "spans": st.dictionaries(st.sampled_from(["signed", "state"]), SPANS),
    },
)
STATEMENTS = st.fixed_dictionaries(
    {"kind": TEXTS, "states": st.lists(TEXTS), "signatories": st.lists(SIGNATORIES, max_size=2)},
    optional={"title": TEXTS, "date": st.dates().map(str), "note": TEXTS},
)
TABLES = st.fixed_dictionaries(
    {"file": TEXTS, "sha256": TEXTS, "statements": st.lists(STATEMENTS, max_size=3)},
    optional={
        "document": st.fixed_dictionaries(
            {"symbols": st.lists(TEXTS), "agenda_items": st.lists(st.integers(0) | TEXTS)}
        ),
        "warnings": st.lists(
            st.fixed_dictionaries({"message": TEXTS, "start_char": st.just(1), "end_char": st.just(2)}), max_size=2
        ),
    },
)


def problems_of(text: str) -> list[str]:
    with pytest.raises(ProblemsError) as caught:
        read_letter_draft(text, "d.toml")
    return [str(problem) for problem in caught.value.problems]


@given(TABLES, TEXTS, TEXTS)
def test_what_is_written_reads_back(tables: dict[str, Any], text: str, remark: str) -> None:
    written = write_letter_draft(tables, text, {("document",): [remark], ("statements", 0): [remark]})
    read = read_letter_draft(written, "d.toml").tables
    empty: dict[str, list[object]] = {
        name: [] for name in ("statements", "warnings") if tables.get(name) == []
    }  # TOML has no empty arrays of tables
    for statement in read.get("statements", ()):
        statement.setdefault("signatories", [])
    assert read | empty == tables


def test_the_words_of_each_value_stand_beside_it() -> None:
    lines = write_letter_draft(LETTER, TEXT).splitlines()
    assert 'name = "Vahan Tatoyan"  # line 5: (Signed) Vahan Tatoyan' in lines
    assert 'state = "ARM"  # line 1: Permanent Representative of Armenia' in lines
    assert 'place = "Riga"  # line 3: Riga' in lines


def test_what_is_offered_stands_above_the_item() -> None:
    lines = write_letter_draft(LETTER, TEXT, {("rosters", 0): ["perhaps\nthe pact"]}).splitlines()
    place = lines.index("[[rosters]]")
    assert lines[place + 1] == "# perhaps the pact"


def test_a_state_that_is_not_known_is_asked_for() -> None:
    tables = {"file": "x", "statements": [{"kind": "letter", "signatories": [{"name": "Y", "state": None}]}]}
    assert 'state = ""  # which State?' in write_letter_draft(tables, "text")


def test_lines_are_those_of_the_file() -> None:
    text = write_letter_draft(LETTER, TEXT)
    draft = read_letter_draft(text, "d.toml")
    line = draft.lines["statements", 1, "issuers", 0, "state"]
    assert text.splitlines()[line - 1].startswith('state = "ARM"')
    assert draft.problem(("statements", 1, "issuers", 0, "state"), "?").line == line


def test_days_of_toml_are_days() -> None:
    assert read_letter_draft("sha256 = ''\n[document]\ndate = 2003-06-03\n", "d.toml").tables["document"] == {
        "date": "2003-06-03"
    }


def test_everything_wrong_is_told_at_once() -> None:
    text = 'sha256 = "x"\ntitel = 1\n[[statements]]\nkind = 3\nstates = "ARM"\nspans = { title = [1] }\n[rosters]\n'
    assert problems_of(text) == [
        (
            "d.toml:2: titel: no key has this name here; there are file, source, sha256, text_sha256, language, "
            "message, author, document, statements, rosters, warnings"
        ),
        "d.toml:4: kind: is not a text in quotes",
        'd.toml:5: states: is not a list of texts, ["...", "..."]',
        "d.toml:6: spans: is not offsets, { name = [start, end] }",
        "d.toml:7: rosters: is no table; begin a line with [[rosters]] and write its keys below",
    ]


@pytest.mark.parametrize(
    ("table", "said"),
    [
        ("[[rosters]]\nstart_char = 1\n", "start_char: stands without end_char"),
        ("[[warnings]]\nstart_char = 1\nend_char = 2\n", "warnings: has no message"),
        ('[[statements]]\nspans = { "a b" = [1, 2] }\n', "spans: is not offsets"),
        ("[[statements]]\nspans = { title = [[1, 2]] }\n", "spans: is not offsets"),
        ("[document]\nspans = { symbols = [[[1, 2]]] }\n", "spans: is not offsets"),
    ],
)
def test_half_a_place_and_odd_offsets_are_refused(table: str, said: str) -> None:
    assert said in problems_of(f'sha256 = "x"\n{table}')[0]


def test_a_near_key_is_named() -> None:
    assert problems_of('sha256 = "x"\n[document]\nsymbol = ["A/1"]\n') == [
        "d.toml:3: symbol: no key has this name here; did you mean symbols?"
    ]


def test_what_is_no_toml_is_told_with_its_line() -> None:
    assert problems_of('sha256 = "x"\nfile = oops\n')[0].startswith("d.toml:2: this is no TOML")


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ('sha256 = "x"\n', True),
        ("[[statements]]\nkind = 'letter'\n", True),
        ('file = oops\nsha256 = "x"\n', True),
        ("[[act]]\ntreaty = 'cst'\n", False),
        ("[[statement]]\nkind = 'letter'\n", False),
    ],
)
def test_drafts_of_letters_are_told_from_those_of_records(text: str, is_one: bool) -> None:  # noqa: FBT001
    assert is_letter(text) is is_one


def test_every_key_of_the_interface_is_a_key_of_the_draft() -> None:
    written = tomllib.loads(write_letter_draft(LETTER, TEXT))
    assert written["statements"][0]["signatories"][0] == LETTER["statements"][0]["signatories"][0]
    assert written["rosters"] == LETTER["rosters"]
