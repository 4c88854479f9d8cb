"""The last line a reader sees: program, dataset, basis, days, revision; programs get none."""

from __future__ import annotations

import pytest

from cli.output.provenance import provenance
from cli.output.render import Section, render, render_sections, show
from secdb import __version__
from tests.inside import run

PROGRAM = f"secdb {__version__}"
ABOUT = {"treaty": "a_b", "on": "2009-09-26", "basis": "in-force", "dataset": "a_b", "revision": 3, "count": {}}
LINE = f"{PROGRAM}, a_b, in force, on 2009-09-26, revision 3"
ROWS = {"rows": [{"state": "ARM"}]}


@pytest.mark.parametrize(
    ("about", "line"),
    [
        (ABOUT, LINE),
        ({"revision": 0}, f"{PROGRAM}, revision 0"),
        ({"from": "2002-12-31", "to": "2009-12-31", "revision": 1}, f"{PROGRAM}, 2002-12-31 to 2009-12-31, revision 1"),
        ({"from": "2002-12-31", "to": None, "revision": 1}, f"{PROGRAM}, from 2002-12-31, revision 1"),
        ({"from": None, "to": "2009-12-31", "revision": 1}, f"{PROGRAM}, to 2009-12-31, revision 1"),
        ({"from": None, "to": None, "dataset": "register"}, f"{PROGRAM}, register"),
        ({"state": "ARM", "dataset": None, "on": None}, PROGRAM),
    ],
)
def test_the_line_has_what_the_envelope_has(about: dict[str, object], line: str) -> None:
    assert provenance(about) == line


@pytest.mark.parametrize(
    ("form", "last"),
    [
        ("table", f"ARM\n\n{LINE}\n"),
        ("markdown", f"| ARM   |\n\n{LINE}\n"),
        ("html", f"</table>\n\n<p>{LINE}</p>\n"),
        ("latex", "\\end{tabular}\n\n" + LINE.replace("_", "\\_") + "\n"),
    ],
)
def test_every_format_for_readers_ends_with_it(form: str, last: str, capsys: pytest.CaptureFixture[str]) -> None:
    render(ROWS, format=form, about=ABOUT)  # type: ignore[arg-type]
    assert capsys.readouterr().out.endswith(last)
    render_sections(ROWS, [Section("One", ROWS["rows"]), Section("Two", [])], format=form, about=ABOUT)  # type: ignore[arg-type]
    out = capsys.readouterr().out
    assert out.count(PROGRAM) == 1
    assert out.splitlines()[-1] == last.splitlines()[-1]


def test_it_stands_apart_from_the_notes(capsys: pytest.CaptureFixture[str]) -> None:
    render(ROWS, format="table", title="Title", footer=["[1] a note"], about=ABOUT)
    assert capsys.readouterr().out == f"Title\n\nstate\n-----\nARM\n\n[1] a note\n\n{LINE}\n"


def test_a_drawing_ends_with_it(capsys: pytest.CaptureFixture[str]) -> None:
    show(["###"], title="Title", about=ABOUT)
    assert capsys.readouterr().out == f"Title\n\n###\n\n{LINE}\n"


@pytest.mark.parametrize("form", ["csv", "tsv", "json", "jsonl"])
def test_a_format_for_programs_has_none(form: str, capsys: pytest.CaptureFixture[str]) -> None:
    render(ROWS, format=form, about=ABOUT)  # type: ignore[arg-type]
    render_sections(ROWS, [], format=form, about=ABOUT)  # type: ignore[arg-type]
    assert PROGRAM not in capsys.readouterr().out


@pytest.mark.parametrize(
    ("command", "line"),
    [
        ("members cst --on 2009-09-26", "register, in force, on 2009-09-26, revision 1"),
        ("members cst --on 2002 --basis signed --sources", "register, signed, on 2002-12-31, revision 1"),
        ("changes cst 2002 2009-09 --sources", "register, in force, 2002-12-31 to 2009-09-30, revision 1"),
        ("timeline cst --from 1994 --sources", "register, from 1994-01-01, revision 1"),
        ("timeline cst --to 2000 --dataset DOCUMENTS", "documents, to 2000-12-31, revision 1"),
        ("timeline cst --draw --from 1994 --to 2000", "register, 1994-01-01 to 2000-12-31, revision 1"),
        ("history armenia", "register, revision 1"),
        ("who russia --on 2009-09", "register, on 2009-09-30, revision 1"),
        ("head-of-state list --on 2002-05-14 --sources", "register, on 2002-05-14, revision 1"),
        ("head-of-state list", "revision 1"),
        ("signatories cst-2009-letter --sources", "revision 1"),
        ("matrix --on 2009-09 --sources", "register, in force, on 2009-09-30, revision 1"),
        ("signed-not-ratified --on 2003 --sources", "register, on 2003-12-31, revision 1"),
        ("compare cst --datasets register,documents", "register and documents, in force, revision 1"),
        ("check --dataset documents", "documents, revision 1"),
        ("membership list cst", "register, revision 1"),
        ("membership show cst uzbekistan", "register, revision 1"),
        ("membership explain cst uzbekistan", "register, revision 1"),
        ("membership explain cst uzbekistan --on 2009-09-26", "register, on 2009-09-26, revision 1"),
        ("act list --treaty cst", "revision 1"),
        ("act list --dataset register", "register, revision 1"),
        ("state list --on 1991", "on 1991-12-31, revision 1"),
        ("treaty show cst", "revision 1"),
        ("dataset show register", "register, revision 1"),
    ],
)
def test_each_report_ends_with_the_day_it_used(command: str, line: str, seeded_file: object) -> None:
    out = run("--database", str(seeded_file), *command.split()).stdout
    assert out.endswith(f"\n\n{PROGRAM}, {line}\n")
    assert out.count(PROGRAM) == 1
