"""The very output of each format, with values that break naive ones."""

from __future__ import annotations

import csv
import io
import json
import subprocess
from typing import TYPE_CHECKING

import pytest

from cli.output.cells import defused
from cli.output.render import render
from tests.cli.fakes import COMMAND, ENVIRONMENT, NASTY, NESTED, ROOT
from tests.cli.screen import on_terminal

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cli.output.cells import Columns
    from cli.output.render import FormatName

EXPECTED = {
    "table": (
        "state  name             since        n\n"
        "-----  ---------------  ----------  --\n"
        'ARM    =HYPERLINK("x")  1994-04-20   1\n'
        "CHN    中国 \\x1b[31m    [1992..]    -5\n"
        "a|b    e\u0301 \\u202e<b>&_x_\n"
        "       one / two three  [..2001]    12\n"
    ),
    "markdown": (
        "| state | name                  | since      |  n |\n"
        "|:------|:----------------------|:-----------|---:|\n"
        '| ARM   | =HYPERLINK("x")       | 1994-04-20 |  1 |\n'
        "| CHN   | 中国 \\\\x1b\\[31m       | \\[1992..\\] | -5 |\n"
        "| a\\|b  | e\u0301 \\\\u202e\\<b\\>\\&\\_x\\_ |            |    |\n"
        "|       | one / two three       | \\[..2001\\] | 12 |\n"
    ),
    "csv": (
        "state,name,since_earliest,since_latest,n\n"
        'ARM,"\'=HYPERLINK(""x"")",1994-04-20,1994-04-20,1\n'
        "CHN,中国 \x1b[31m,1992,,-5\n"
        "a|b,e\u0301 \u202e<b>&_x_,,,\n"
        ',"one\r\ntwo\tthree",,2001,12\n'
    ),
    "tsv": (
        "state\tname\tsince_earliest\tsince_latest\tn\n"
        'ARM\t"\'=HYPERLINK(""x"")"\t1994-04-20\t1994-04-20\t1\n'
        "CHN\t中国 \x1b[31m\t1992\t\t-5\n"
        "a|b\te\u0301 \u202e<b>&_x_\t\t\t\n"
        '\t"one\r\ntwo\tthree"\t\t2001\t12\n'
    ),
    "jsonl": (
        '{"state": "ARM", "name": "=HYPERLINK(\\"x\\")", "since_earliest": "1994-04-20", '
        '"since_latest": "1994-04-20", "n": 1}\n'
        '{"state": "CHN", "name": "中国 \\u001b[31m", "since_earliest": "1992", "since_latest": null, "n": -5}\n'
        '{"state": "a|b", "name": "e\u0301 \\u202e<b>&_x_", "since_earliest": null, "since_latest": null, "n": null}\n'
        '{"state": null, "name": "one\\r\\ntwo\\tthree", "since_earliest": null, "since_latest": "2001", "n": 12}\n'
    ),
    "html": (
        "<table>\n<thead>\n"
        '<tr><th>state</th><th>name                     </th><th>since     </th><th style="text-align: right;"> n</th>'
        "</tr>\n</thead>\n<tbody>\n"
        "<tr><td>ARM  </td><td>=HYPERLINK(&quot;x&quot;)</td><td>1994-04-20</td>"
        '<td style="text-align: right;"> 1</td></tr>\n'
        "<tr><td>CHN  </td><td>中国 \\x1b[31m            </td><td>[1992..]  </td>"
        '<td style="text-align: right;">-5</td></tr>\n'
        "<tr><td>a|b  </td><td>e\u0301 \\u202e&lt;b&gt;&amp;_x_</td><td>          </td>"
        '<td style="text-align: right;">  </td></tr>\n'
        "<tr><td>     </td><td>one / two three          </td><td>[..2001]  </td>"
        '<td style="text-align: right;">12</td></tr>\n'
        "</tbody>\n</table>\n"
    ),
    "latex": (
        "% for lualatex or xelatex, and a font that has all letters: \\usepackage{fontspec} \\setmainfont{...}\n"
        "\\begin{tabular}{lllr}\n\\hline\n"
        " state & name                                                     & since      &  n \\\\\n\\hline\n"
        " ARM   & =HYPERLINK(\\symbol{34}x\\symbol{34})                      & 1994-04-20 &  1 \\\\\n"
        " CHN   & 中国 \\textbackslash{}x1b[31m                             & {[}1992..] & -5 \\\\\n"
        " a|b   & e\u0301 \\textbackslash{}u202e\\textless{}b\\textgreater{}\\&\\_x\\_ &            &    \\\\\n"
        "       & one / two three                                          & {[}..2001] & 12 \\\\\n"
        "\\hline\n\\end{tabular}\n"
    ),
}
NESTED_EXPECTED = {
    "table": (
        "state  before            between           to\n"
        "-----  ----------------  ----------------  --\n"
        "KGZ    standing: member  kind: withdrawal  x\n"
    ),
    "csv": (
        "state,before,between,to\n"
        'KGZ,"{""standing"": ""member"", ""status"": null}","[{""kind"": ""withdrawal""}]","[""x""]"\n'
    ),
    "json": """\
{
  "report": "fake",
  "rows": [
    {
      "state": "KGZ",
      "before": {
        "standing": "member",
        "status": null
      },
      "between": [
        {
          "kind": "withdrawal"
        }
      ],
      "to": [
        "x"
      ]
    }
  ]
}
""",
}


def output(rows: Sequence[dict[str, object]], *arguments: str, env: dict[str, str] | None = None) -> bytes:
    """Return what a program of its own printed, to the byte."""
    command = [*COMMAND, "fake", "show", json.dumps(rows), *arguments]
    done = subprocess.run(command, capture_output=True, check=False, cwd=ROOT, env=ENVIRONMENT | (env or {}))
    assert (done.returncode, done.stderr) == (0, b"")
    return done.stdout


@pytest.mark.parametrize("format_name", EXPECTED)
def test_nasty_values(format_name: str) -> None:
    assert output(NASTY, "-f", format_name).decode() == EXPECTED[format_name]


@pytest.mark.parametrize("format_name", NESTED_EXPECTED)
def test_nested_values(format_name: str) -> None:
    assert output(NESTED, "-f", format_name).decode() == NESTED_EXPECTED[format_name]


def test_json_is_the_whole_object_as_it_was() -> None:
    printed = output(NASTY, "-f", "json").decode()
    assert json.loads(printed) == {"report": "fake", "rows": NASTY}
    assert "\u202e" not in printed


@pytest.mark.parametrize(("format_name", "delimiter"), [("csv", ","), ("tsv", "\t")])
def test_raw_csv_reads_back_as_it_was(format_name: str, delimiter: str) -> None:
    text = output(NASTY, "-f", format_name, "--raw").decode()
    read = list(csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter))
    assert read == [{key: "" if value is None else str(value) for key, value in row.items()} for row in NASTY]


@pytest.mark.parametrize("text", ["a\rb", "a\nb", "a\r\nb", 'a"b', "a,b", " a ", "é", ""])
def test_a_field_reads_back_as_it_was(text: str, capfd: pytest.CaptureFixture[str]) -> None:
    render({"rows": [{"a": text, "b": "x"}]}, format="csv")
    assert list(csv.reader(io.StringIO(capfd.readouterr().out, newline=""))) == [["a", "b"], [text, "x"]]


@pytest.mark.parametrize(
    "text",
    [
        *("=1+1", "+1+1", "-1+1", "@SUM(A1)", "\tx", "\rx", " =1", "\n=1"),
        *('"=1', "'=1", "\u200b=1", "\ufeff=1", "\xa0=1"),
        *("\uff1d1", "\uff0b1", "\uff0dx", "\uff20x", "-", "-x", "--5", "-5-", "+374 10", "-5\n", "-\u0665"),
    ],
)
def test_a_formula_gets_an_apostrophe(text: str) -> None:
    assert defused(text) == f"'{text}"


@pytest.mark.parametrize("text", ["-5", "+7", "-5.25", "-.5", "-1e5", "a=b", "1-2", "x@y", "", "a\tb", "\u2212x"])
def test_what_is_no_formula_stays(text: str) -> None:
    assert defused(text) == text


def test_a_heading_may_be_a_formula_too(capfd: pytest.CaptureFixture[str]) -> None:
    render({"rows": [{"=1+1": 2}]}, format="csv")
    assert capfd.readouterr().out == "'=1+1\n2\n"


ROWS: list[dict[str, object]] = [
    {"state": "ARM", "since_earliest": "1994", "since_latest": "1994", "opened_by": "ratification", "active": True}
]


@pytest.mark.parametrize(
    ("columns", "expected"),
    [
        (
            None,
            "state  since  opened by     active\n-----  -----  ------------  ------\nARM    1994   ratification  yes\n",
        ),
        (["opened_by", "since"], "opened by     since\n------------  -----\nratification  1994\n"),
        (["since_earliest"], "since\n-----\n1994\n"),
        (["since_earliest", "since_latest"], "since earliest  since latest\n--------------  ------------\n1994"),
        ({"since_earliest": "since_earliest"}, "since_earliest\n--------------\n1994\n"),
        (["state", "nothing"], "state  nothing\n-----  -------\nARM\n"),
    ],
)
def test_columns_and_their_headings(columns: Columns | None, expected: str, capfd: pytest.CaptureFixture[str]) -> None:
    render({"rows": ROWS}, format="table", columns=columns)
    assert capfd.readouterr().out.startswith(expected)


@pytest.mark.parametrize(
    ("format_name", "expected"),
    [
        ("table", "A | B\n\na\n-\n1\n\n[1] x\n[2] y\n"),
        ("markdown", "A \\| B\n\n| a |\n|--:|\n| 1 |\n\n\\[1\\] x\n\n\\[2\\] y\n"),
        (
            "latex",
            (
                "A | B\n\n\\begin{tabular}{r}\n\\hline\n a \\\\\n\\hline\n 1 \\\\\n\\hline\n\\end{tabular}\n\n"
                "{[}1] x\n\n{[}2] y\n"
            ),
        ),
        ("csv", "a\n1\n"),
    ],
)
def test_title_and_footer_are_for_readers(
    format_name: FormatName, expected: str, capfd: pytest.CaptureFixture[str]
) -> None:
    render({"rows": [{"a": 1}]}, format=format_name, title="A | B", footer=["[1] x", "[2] y"])
    assert capfd.readouterr().out == expected


def test_html_title_and_footer_are_paragraphs(capfd: pytest.CaptureFixture[str]) -> None:
    render({"rows": []}, format="html", title="A & <B>", footer="x")
    assert capfd.readouterr().out == "<p>A &amp; &lt;B&gt;</p>\n\n<p>(none)</p>\n\n<p>x</p>\n"


@pytest.mark.parametrize(
    ("format_name", "expected"),
    [
        ("table", "(none)\n"),
        ("markdown", "(none)\n"),
        ("csv", "state,name\n"),
        ("jsonl", ""),
        ("json", '{\n  "rows": []\n}\n'),
    ],
)
def test_no_rows(format_name: FormatName, expected: str, capfd: pytest.CaptureFixture[str]) -> None:
    render({"rows": []}, format=format_name, columns=["state", "name"])
    assert capfd.readouterr().out == expected


def test_a_single_record_stands_upright(capfd: pytest.CaptureFixture[str]) -> None:
    render({"rows": [{"code": "ARM", "formal_name": "Republic of Armenia", "n": None}]}, format="table", upright=True)
    assert capfd.readouterr().out == (
        "field        value\n-----------  -------------------\ncode         ARM\nformal name  Republic of Armenia\n"
    )


def test_a_report_is_asked_for_its_object(capfd: pytest.CaptureFixture[str]) -> None:
    class Report:
        def to_dict(self) -> dict[str, object]:
            return {"report": "members", "rows": [{"state": "ARM"}]}

    render(Report(), format="jsonl")
    assert capfd.readouterr().out == '{"state": "ARM"}\n'


C_LOCALE = {"LC_ALL": "C", "LANG": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"}


@pytest.mark.parametrize("format_name", EXPECTED)
def test_the_c_locale_gets_utf_8(format_name: str) -> None:
    assert output(NASTY, "-f", format_name, env=C_LOCALE).decode() == EXPECTED[format_name]


def test_a_lone_surrogate_is_escaped_in_every_format() -> None:
    rows: list[dict[str, object]] = [{"a": "x\udc80y"}]
    assert output(rows, "-f", "csv", env=C_LOCALE) == b"a\nx\\udc80y\n"
    assert output(rows, "-f", "jsonl", env=C_LOCALE) == b'{"a": "x\\udc80y"}\n'
    assert output(rows, "-f", "table", env=C_LOCALE) == b"a\n--------\nx\\udc80y\n"


def test_who_asks_for_an_encoding_gets_it_and_valid_json() -> None:
    rows: list[dict[str, object]] = [{"a": "é中"}]
    assert output(rows, "-f", "csv", env={"PYTHONIOENCODING": "latin-1"}) == b"a\n\xe9\\u4e2d\n"
    assert output(rows, "-f", "jsonl", env={"PYTHONIOENCODING": "latin-1"}) == b'{"a": "\\u00e9\\u4e2d"}\n'


def test_a_terminal_that_is_wide_enough_gets_what_a_file_gets() -> None:
    assert on_terminal(80, ["fake", "show", json.dumps(NASTY)]) == (EXPECTED["table"], "")


def test_a_narrow_terminal_gets_long_text_on_several_lines() -> None:
    rows = [
        {"state": "KGZ", "name": "the Kyrgyz Republic, 吉尔吉斯共和国", "note": "", "since": "1994-04-20"},
        {"state": "ARM", "name": "Armenia", "note": "", "since": "1994-04-20"},
    ]
    out, errors = on_terminal(40, ["fake", "show", json.dumps(rows)])
    assert out == (
        "state  name            note  since\n"
        "-----  --------------  ----  ----------\n"
        "KGZ    the Kyrgyz            1994-04-20\n"
        "       Republic,\n"
        "       吉尔吉斯共和国\n"
        "ARM    Armenia               1994-04-20\n"
    )
    assert errors == ""


def test_a_terminal_too_narrow_loses_the_last_columns_and_is_told() -> None:
    rows = [
        {"state": "KGZ", "name": "the Kyrgyz Republic", "origin": "acts of accession", "sources": "letter 12 of 1994"}
    ]
    out, errors = on_terminal(30, ["fake", "show", json.dumps(rows)])
    lines = ["state  name        origin", "-----  ----------  ---------", "KGZ    the Kyrgyz  acts of"]
    assert out.splitlines() == [*lines, "       Republic    accession"]
    assert errors == "Too wide for this terminal, left out: sources (-f json prints all).\n"


def test_a_word_is_not_broken_before_columns_are_left_out() -> None:
    rows = [{"state": "ARM", "since": "[..1816-01-01]", "opened": "entry_into_force", "origin": "acts"}]
    out, errors = on_terminal(30, ["fake", "show", json.dumps(rows)])
    assert out == "state  since\n-----  --------------\nARM    [..1816-01-01]\n"
    assert errors == "Too wide for this terminal, left out: opened, origin (-f json prints all).\n"


def test_a_word_that_fits_nowhere_is_broken() -> None:
    rows = [{"state": "ARM", "sha256": "0123456789" * 3}]
    out, errors = on_terminal(20, ["fake", "show", json.dumps(rows)])
    assert out == "state  sha256\n-----  -------------\nARM    0123456789012\n       3456789012345\n       6789\n"
    assert errors == ""


@pytest.mark.parametrize("format_name", ["csv", "tsv", "json", "jsonl", "table", "markdown", "html", "latex"])
@pytest.mark.parametrize("env", [{}, {"NO_COLOR": "1"}])
def test_a_terminal_is_never_sent_a_control_character(format_name: str, env: dict[str, str]) -> None:
    out, errors = on_terminal(200, ["fake", "show", json.dumps(NASTY), "-f", format_name, "--raw"], env)
    assert [c for c in out if not c.isprintable() and c not in {"\n", "\t"}] == []
    assert errors == ""
