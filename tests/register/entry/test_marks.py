"""Problems are written into a draft, and nothing else of it changes."""

from __future__ import annotations

import tomllib

from hypothesis import example, given
from hypothesis import strategies as st

from secdb.register.drafts.marks import mark
from secdb.register.drafts.templates import literal
from secdb.register.rows.problems import Problem

DRAFT = """\
# mine
[[act]]   # also mine
treaty =  'csto'
quote = \"\"\"
# ^ PROBLEM: words of the letter
end\"\"\"
kind = "x"
"""


def problem(line: int, message: str = "is wrong", column: str | None = None) -> Problem:
    return Problem("draft.toml", line, column, None, message)


def test_each_problem_stands_below_its_line_and_the_others_at_the_head() -> None:
    marked = mark(
        DRAFT, [problem(7, "no such kind", "kind"), problem(0, "no message"), problem(2, "a"), problem(2, "b")]
    )
    assert (
        marked
        == """\
# ! PROBLEM: no message
# mine
[[act]]   # also mine
# ^ PROBLEM: a
# ^ PROBLEM: b
treaty =  'csto'
quote = \"\"\"
# ^ PROBLEM: words of the letter
end\"\"\"
kind = "x"
# ^ PROBLEM: kind: no such kind
"""
    )


def test_a_mark_never_goes_into_a_text() -> None:
    expected = DRAFT.replace('end"""\n', 'end"""\n# ^ PROBLEM: not in the document\n')
    for line in (4, 5, 6):
        assert mark(DRAFT, [problem(line, "not in the document")]) == expected


def test_new_marks_take_the_place_of_old_ones() -> None:
    first = mark(DRAFT, [problem(2, "old"), problem(0, "old"), problem(7, "old")])
    # the line of `kind` is now two lines further down
    assert mark(first, [problem(9, "new")]) == DRAFT + "# ^ PROBLEM: new\n"


def test_a_text_that_does_not_end_is_marked_above() -> None:
    text = '[[act]]\nnote = """\n# ^ PROBLEM: mine\nkind = "x"\n'
    marked = '[[act]]\n# v PROBLEM: not closed\nnote = """\n# ^ PROBLEM: mine\nkind = "x"\n'
    assert mark(text, [problem(2, "not closed")]) == marked
    assert mark(text, [problem(4, "not closed")]) == marked
    assert mark(marked, []) == text


def test_quotes_that_take_the_next_ones_for_their_close_are_marked_above_the_first() -> None:
    text = 'a = """x\nb = """y"""\n'
    assert mark(text, [problem(2, "not closed")]) == '# v PROBLEM: not closed\na = """x\nb = """y"""\n'


def test_line_ends_stay_as_they_are() -> None:
    assert mark("a = 1\r\nb = 2\r\n", [problem(1)]) == "a = 1\r\n# ^ PROBLEM: is wrong\r\nb = 2\r\n"
    assert mark("a = 1", [problem(1)]) == "a = 1\n# ^ PROBLEM: is wrong"
    assert mark("a = 1\n# ^ PROBLEM: is wrong", []) == "a = 1"
    assert mark("a = 1\n", [problem(9)]) == "a = 1\n# ^ PROBLEM: is wrong\n"
    assert mark("", [problem(1)]) == "\n# ^ PROBLEM: is wrong"


def test_a_message_stays_on_one_line_and_is_told_once() -> None:
    twice = [problem(1, "two\r\n lines \x1b[2J\x00")] * 2
    assert mark("a = 1\n", twice) == "a = 1\n# ^ PROBLEM: two / lines \\x1b[2J\\x00\n"


TEXTS = st.text(st.sampled_from("\"'\\\n#ab ^") | st.characters(exclude_categories=["Cs", "Cc"]))
LINES = st.one_of(
    TEXTS.map(lambda text: f"note = {literal(text)}"),
    TEXTS.map(lambda text: f"list = [ # [\n  {literal(text)}, # ^ PROBLEM: mine\n{literal(text)}]"),
    st.sampled_from(
        ["", "  ", "# mine", "## ^ PROBLEM: mine", " # ^ PROBLEM: mine", 'note = """\n# ^ PROBLEM: mine\n"""']
    ),
)
PROBLEMS = st.lists(st.builds(problem, st.integers(-1, 30), st.text()), max_size=5)


@given(st.lists(LINES, max_size=6), PROBLEMS, st.sampled_from(["", "\n"]))
@example(["a = '''\n'''", "x"], [problem(1)], "")
def test_marks_change_neither_what_a_draft_says_nor_what_stands_in_it(
    lines: list[str], problems: list[Problem], end: str
) -> None:
    text = "\n".join(f"[[act]]\n{line}" for line in lines) + end
    marked = mark(text, problems)
    assert mark(marked, []) == text
    if "x" not in lines:
        assert tomllib.loads(marked) == tomllib.loads(text)
