"""Drafts: what people write in a TOML file, read with the line of everything, and what they are given to fill in."""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING

import pytest
import tomlkit
from hypothesis import example, given
from hypothesis import strategies as st

from secdb.register.drafts.drafts import read_draft
from secdb.register.drafts.templates import literal, write_draft
from secdb.register.drafts.toml_lines import lines_of
from secdb.register.entry.entries import Entry
from secdb.register.entry.forms import NOUNS, form_of
from secdb.register.rows.problems import Place, Problem, ProblemsError

if TYPE_CHECKING:
    from secdb.register.entry.entries import Given

LETTER = """\
message = "The Charter and its accession"  # from the archive
author = "M. Archivist"

[[act]]
treaty = "csto"
state = ["ARM", "KAZ"]
kind = "signature"
date = 2002-10-07
"""

TRICKY = (
    '''\
# [[act]]
top = """
[[not.a.table]]
x = 1 \\"""
"""
[[act]] # "comment"
"quoted key" . 'and.dots'  = 'a # no comment'
list = [ # one
  "[[no]]", # ]
  ["""
x""", 'y'],
]
inline = {a = {b = "}"}, c = [1,
 2]}
[act.citations.deep]
z = \'\'\'
'''
    "'''' # five quotes\n\n[[act.many]]\n[[act.many]]\nlast = 1.5e3\n[[ act ]]\r\nk.l = true\n[\"\\u0061ct2\"]\n"
)


def problems_of(text: str) -> list[tuple[int, str | None, str]]:
    with pytest.raises(ProblemsError) as caught:
        read_draft(text, "letter.toml")
    assert {problem.file for problem in caught.value.problems} == {"letter.toml"}
    return [(problem.line, problem.column, problem.message) for problem in caught.value.problems]


def test_each_record_has_its_place_and_the_line_of_each_key() -> None:
    draft = read_draft(LETTER, "letter.toml")
    assert (draft.message, draft.author) == ("The Charter and its accession", "M. Archivist")
    assert draft.entries == (
        Entry(
            "act",
            {"treaty": "csto", "state": ("ARM", "KAZ"), "kind": "signature", "date": "2002-10-07"},
            place=Place("letter.toml", 4),
            lines={"treaty": 5, "state": 6, "kind": 7, "date": 8},
        ),
    )


def test_records_come_in_the_order_of_the_file() -> None:
    text = '[[act]]\nnote = "1"\n[[treaty]]\ncode = "2"\n[[act]]\nnote = "3"\n[state]\ncode = "4"\n'
    found = [(entry.noun, *entry.values.values(), entry.place.line) for entry in read_draft(text, "x").entries]
    assert found == [("act", "1", 1), ("treaty", "2", 3), ("act", "3", 5), ("state", "4", 7)]


def test_parts_stand_in_tables_of_their_own_or_in_a_list() -> None:
    text = """
[[statement]]
title = "Letter"
[[statement.signatories]]
state = "ARM"
cite = "un-1"
[[statement.signatories]]
state = "KAZ"
[[statement.citations]]
document = "un-1"
[[state]]
names = [{name = "Armenia", form = "short"},
  {name = "Hayastan"}]
"""
    statement, state = read_draft(text, "x").entries
    signatories = statement.parts["signatories"]
    assert [one.values for one in signatories] == [{"state": "ARM", "cite": "un-1"}, {"state": "KAZ"}]
    assert [one.place.line for one in signatories] == [4, 7]
    assert [one.noun for one in signatories] == ["signatories", "signatories"]
    assert [one.values for one in statement.parts["citations"]] == [{"document": "un-1"}]
    assert [(one.values["name"], one.place.line) for one in state.parts["names"]] == [("Armenia", 12), ("Hayastan", 13)]


def test_an_edit_says_what_is_changed_and_since_when() -> None:
    text = """
[[state]]
edit = "ARM"
seen = 7
note = ""
alias = []
[[state.names]]
number = 33
remove = true
[[state.names]]
number = "34"
note = ""
[[state.names]]
name = "new"
note = ""
[[act]]
edit = 12
"""
    state, act = read_draft(text, "x").entries
    assert (state.edits, state.seen, state.values) == ("ARM", 7, {"note": "", "alias": ()})
    assert [(one.edits, one.remove, one.values) for one in state.parts["names"]] == [
        ("33", True, {}),
        ("34", False, {"note": ""}),
        (None, False, {"name": "new"}),
    ]
    assert (act.edits, act.seen, act.remove) == ("12", None, False)


def test_values_become_texts() -> None:
    text = """
[[signatory]]
acting = true
position = 3
joined_on = 2002-05-14
note = "3"
[[roster]]
complete = false
state = "ARM"
[[treaty]]
alias = ["CST", "", "Tashkent Treaty"]
"""
    signatory, roster, treaty = (entry.values for entry in read_draft(text, "x").entries)
    assert signatory == {"acting": "1", "position": "3", "joined_on": "2002-05-14", "note": "3"}
    assert roster == {"complete": "0", "state": ("ARM",)}
    assert treaty == {"alias": ("CST", "Tashkent Treaty")}


def test_an_empty_text_of_a_new_record_is_not_given_but_has_its_line() -> None:
    (act,) = read_draft('[[act]]\ntreaty = "csto"\nkind = ""\n', "x").entries
    assert act.values == {"treaty": "csto"}
    assert act.lines == {"treaty": 2, "kind": 3}
    assert act.problem("is missing", "kind") == Problem("x", 3, "kind", None, "is missing")


def test_a_date_may_come_with_its_edtf() -> None:
    (act,) = read_draft('[[act]]\ndate = "16 août 2006"\ndate_edtf = "2006-08-16"\n', "x").entries
    assert act.values == {"date": "16 août 2006", "date_edtf": "2006-08-16"}


def test_everything_wrong_is_told_at_once_each_with_its_line() -> None:
    text = """\
message = 5
autor = "x"
[[treety]]
[[act]]
traety = "csto"
note = true
kind = 1.5
state = ["ARM", 5.0]
date = 2002-10-07T10:00:00
treaty = ["csto"]
[[act.citations]]
remove = true
quotation = {}
[[act.signatories]]
[[signatory]]
acting = 12:00:00
seen = 3
remove = true
"""
    found = problems_of(text)
    expected = [
        (1, "message", 'is a number; write message = "text"'),
        (2, "autor", "no record or key has this name; did you mean author?"),
        (3, "treety", "no record or key has this name; did you mean treaty?"),
        (5, "traety", "no key has this name; did you mean treaty?"),
        (6, "note", 'is true or false; write note = "text"'),
        (7, "kind", 'is a number with a point; write kind = "text"'),
        (8, "state", 'is a number with a point; write state = ["text", "text"]'),
        (9, "date", 'is a time of day; write date = "text"'),
        (10, "treaty", 'is a list; write treaty = "text"'),
        (12, "remove", "needs number = NUMBER beside it, of what is on record"),
        (13, "quotation", 'is a table; write quotation = "text"'),
        (16, "acting", "is a time of day; write true or false"),
        (17, "seen", "needs edit = NUMBER beside it, of what is on record"),
    ]
    assert [one for one in found if one[0] not in {14, 18}] == expected
    assert [one[:2] for one in found if one[0] in {14, 18}] == [(14, "signatories"), (18, "remove")]


@pytest.mark.parametrize(
    ("table", "line", "message"),
    [
        (
            "[[state]]\n[[state.names]]\nnumber = 1\n",
            3,
            "nothing is changed without edit = NUMBER in the table [[state]]",
        ),
        ("[[act]]\nedit = true\n", 2, "give the code or number of what is changed"),
        ('[[act]]\nedit = " "\n', 2, "give the code or number of what is changed"),
        ("[[act]]\nedit = 1\nseen = -1\n", 3, "give the number of a revision"),
        ("[[state]]\nedit = 1\n[[state.names]]\nnumber = 1\nremove = 1\n", 5, "write remove = true to take it off"),
        ('act = "x"\n', 1, "is a text; begin a line with [[act]] and write its fields below"),
        ("[act]\ncitations = [1]\n", 2, "is a list; begin a line with [[act.citations]] and write its fields below"),
    ],
)
def test_what_addresses_a_record_is_checked(table: str, line: int, message: str) -> None:
    assert [(one[0], one[2]) for one in problems_of(table)] == [(line, message)]


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("[[act]]\ndate = 16 August 2006\n", 2, "at column 11: Expected newline"),
        ("[[act]]\ndate = 2006-08\n", 2, 'texts stand in quotes: key = "text"'),
        ('[[act]]\nnote = """\nlong\n\nkind = "x"\n', 2, "a text begins here and does not end"),
        ("[[act]]\nnote = '''\nlong\n", 2, "a text begins here and does not end"),
        ('[[act]]\nstate = ["ARM",\n', 2, "Invalid value"),
        ('[[act]]\nnote = "a"\nnote = "b"\n', 3, "Cannot overwrite"),
        ("a = " + "[" * 100_000 + "]" * 100_000, 0, "too deep"),
        ("a = " + "1" * 5_000, 1, "integer string conversion"),
    ],
)
def test_what_is_no_toml_is_told_with_its_line(text: str, line: int, words: str) -> None:
    ((found, _, message),) = problems_of(text)
    assert found == line
    assert words in message


def test_an_empty_draft_has_no_records() -> None:
    assert read_draft("# nothing\n", "x").entries == ()
    assert read_draft("\ufeff[[act]]\n", "x").entries[0].place.line == 1


def test_lines_are_found_past_strings_comments_and_lists() -> None:
    tomllib.loads(TRICKY)  # or the rest would say nothing
    lines = lines_of(TRICKY)
    assert lines["top",] == 2
    assert lines["act",] == lines["act", 0] == 6
    assert lines["act", 0, "quoted key", "and.dots"] == 7
    assert [lines["act", 0, "list", place] for place in (0, 1)] == [9, 10]
    assert lines["act", 0, "list", 1, 1] == 11
    assert lines["act", 0, "inline"] == lines["act", 0, "inline", "a", "b"] == 13
    assert lines["act", 0, "inline", "c", 1] == 14
    assert lines["act", 0, "citations", "deep"] == 15
    assert lines["act", 0, "citations", "deep", "z"] == 16
    assert lines["act", 0, "many", 0] == 19
    assert lines["act", 0, "many", 1, "last"] == 21
    assert lines["act", 1] == 22
    assert lines["act", 1, "k", "l"] == 23
    assert lines["act2",] == 24
    assert {path[0] for path in lines} == {"top", "act", "act2"}


def test_a_text_may_end_with_quotes() -> None:
    text = 'a = """x"""""\nb = """\n\\""""\nc = 1\n'
    assert lines_of(text) == {("a",): 1, ("b",): 2, ("c",): 4}


TOML_TEXT = st.text(st.characters(exclude_categories=["Cs"]))
VALUES = st.recursive(
    st.integers() | st.booleans() | TOML_TEXT.map(literal).map(lambda text: ("raw", text)),
    lambda inner: st.lists(inner, max_size=3),
    max_leaves=5,
)


def as_toml(value: object) -> str:
    match value:
        case ("raw", str(text)):
            return text
        case bool():
            return str(value).lower()
        case list():
            return "[\n" + "".join(f"{as_toml(one)}, # ']\"\n" for one in value) + "]"
    return str(value)


@given(st.lists(st.tuples(TOML_TEXT, VALUES, st.booleans()), max_size=6, unique_by=lambda one: one[0]))
def test_lines_are_found_in_any_text(pairs: list[tuple[str, object, bool]]) -> None:
    """Each pair is written at a line that is counted here while writing."""
    text, expected = "", {}
    for number, (key, value, table) in enumerate(pairs):
        text += f"[[table{number}]]\n" if table else ""
        text += "# key = 1\n\n"
        where = max((n for n in range(number + 1) if pairs[n][2]), default=None)
        path = (key,) if where is None else (f"table{where}", 0, key)
        expected[path] = text.count("\n") + 1
        text += f"{tomlkit.string(key).as_string()} = {as_toml(value)}\n"
    tomllib.loads(text)
    lines = lines_of(text)
    assert {path: lines[path] for path in expected} == expected


@given(TOML_TEXT)
@example('"""')
@example("\n")
@example("\r\n")
@example("a'''\n\"")
@example("x\n\\")
@example("x\n'")
@example("\"\n'")
@example("\x7f\x85\u2028\ufeff")
@example("'\"\\")
def test_any_text_reads_back(text: str) -> None:
    assert tomllib.loads(f"key = {literal(text)}") == {"key": text}


NON_EMPTY = TOML_TEXT.filter(bool)


@st.composite
def filled(draw: st.DrawFn) -> tuple[str, dict[str, Given]]:
    """Return a noun with values for some of its keys."""
    noun = draw(st.sampled_from(NOUNS))
    form = form_of(noun)
    several = {field.name for field in form.fields if field.many}
    texts = NON_EMPTY | st.sampled_from(["1", "0", "007", "42", "2006-08-16", "yes"])
    values: dict[str, Given] = {}
    for key in draw(st.sets(st.sampled_from(form.keys))):
        several_texts = st.lists(texts, min_size=1, max_size=3).map(tuple)
        values[key] = draw(several_texts) if key in several else draw(texts)
    return noun, values


@given(filled(), NON_EMPTY | st.none())
def test_a_draft_that_is_written_reads_back(noun_and_values: tuple[str, dict[str, Given]], message: str | None) -> None:
    noun, values = noun_and_values
    draft = read_draft(write_draft(form_of(noun), values, message=message), "x")
    assert [(one.noun, one.values, one.edits) for one in draft.entries] == [(noun, values, None)]
    assert draft.message == message


def test_a_record_to_be_edited_reads_back_with_its_parts() -> None:
    parts = (
        Entry("names", {"name": "Hay\nastan", "valid": "1991/.."}, edits="33"),
        Entry("names", {"name": "Armenia"}, edits="34", remove=True),
        Entry("citations", {"document": "un-1", "quotation": 'he said "\\"'}),
    )
    values: dict[str, Given] = {"code": "ARM", "note": "", "alias": ()}
    text = write_draft(form_of("state"), values, parts=parts, edits="ARM", seen=7)
    (state,) = read_draft(text, "x").entries
    assert (state.edits, state.seen, state.values) == ("ARM", 7, values)
    assert [(one.values, one.edits, one.remove) for one in (*state.parts["names"], *state.parts["citations"])] == [
        (one.values, one.edits, one.remove) for one in parts
    ]


@pytest.mark.parametrize("noun", NOUNS)
def test_a_draft_has_every_field_and_part_and_says_nothing_itself(noun: str) -> None:
    text = write_draft(form_of(noun), {})
    (entry,) = read_draft(text, "x").entries
    assert (entry.values, entry.parts) == ({}, {})
    lines = text.splitlines()
    for field in form_of(noun).fields:
        start = f"{field.name} = " if field.required else f"# {field.name} = "
        assert any(line.startswith(start) for line in lines), field.name
    for part in form_of(noun).parts:
        assert f"# [[{noun}.{part}]]" in lines


@pytest.mark.parametrize("noun", NOUNS)
def test_every_line_that_is_commented_out_can_be_given(noun: str) -> None:
    """Taking the `# ` away from `# key = ""` and `# [[...]]` leaves a draft that can be read."""
    keys = (f"# {key} = " for form in _forms(noun) for key in form)
    starts = ("# [[", *keys)
    text = "\n".join(
        line.removeprefix("# ") if line.startswith(starts) else line
        for line in write_draft(form_of(noun), {}).splitlines()
    )
    (entry,) = read_draft(text, "x").entries
    assert entry.lines.keys() >= {field.name for field in form_of(noun).fields}
    assert entry.parts.keys() >= set(form_of(noun).parts)


def _forms(noun: str) -> list[tuple[str, ...]]:
    form = form_of(noun)
    return [("message", "document", "quotation"), form.keys, *(part.form.keys for part in form.parts.values())]


def test_a_draft_for_a_new_record_looks_so() -> None:
    text = write_draft(form_of("organization"), {"treaty": "csto-charter"}, message="From A/57/88")
    assert (
        text
        == """\
# A new organization. Fill in what is known, save and close: it is checked, shown and then recorded.
# A line that begins with # is left out: take the # away to give that field. Empty the file to give up.

# why this is recorded
message = "From A/57/88"

[[organization]]
# code: the name used in commands: csto (required)
code = ""
# name: the name (required)
name = ""
# treaty: its constituent instrument (required)
treaty = "csto-charter"
# note: anything a reader should know
# note = ""
"""
    )


def test_the_words_of_a_closed_list_and_what_is_taken_by_default_are_told() -> None:
    text = write_draft(form_of("tenure"), {})
    assert "# rank: order among contradicting claims: preferred, normal, deprecated\n" in text
    assert "# dataset: whose record it is (register if left out)\n" in text
    assert "# acting: 1 = acting (true or false)\n" in text


def test_a_value_without_a_place_is_refused() -> None:
    with pytest.raises(Exception, match="a draft of a act has no place for traety, signatories"):
        write_draft(form_of("act"), {"traety": "x"}, parts=[Entry("signatories", {})])
