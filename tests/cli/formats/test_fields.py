"""No cell of a table for spreadsheets runs as a formula, whatever people have written into the register."""

from __future__ import annotations

import csv
import io
import unicodedata
from typing import TYPE_CHECKING

import pytest

from tests.cli.formats.hostile import hostile_register
from tests.cli.formats.written import REPORTS, printed

if TYPE_CHECKING:
    from pathlib import Path

FORMULAS = [
    *("=1+1", "+1+1", "-1+1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", " =1", '"=1', "'=1", '"\n=1'),
    *("\uff1d1", "\uff0b1", "\uff0dx", "\uff20x", "\u200b=1", "\ufeff+1"),
]


def is_run(cell: str) -> bool:
    """Tell whether a spreadsheet may take a cell for a formula: its own rule, not the program's."""
    if cell.startswith(("\t", "\r")):
        return True
    seen = [
        one
        for one in unicodedata.normalize("NFKC", cell)
        if one not in "'\"" and unicodedata.category(one)[0] not in "ZC"
    ]
    if cell.startswith("'") or not seen or seen[0] not in "=+-@":
        return False  # the apostrophe makes it text
    try:
        float(cell)
    except ValueError:
        return True
    return False


def cells(text: str, delimiter: str) -> list[str]:
    return [cell for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter) for cell in row]


@pytest.fixture(scope="module")
def hostile(small: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Return registers by format; the names of States begin with the first texts in one, the last in the other."""
    texts = {"csv": FORMULAS, "tsv": FORMULAS[::-1]}
    return {form: hostile_register(small, tmp_path_factory.mktemp(form), texts[form]) for form in texts}


def test_the_rule_knows_a_formula() -> None:
    assert [text for text in FORMULAS if not is_run(text)] == ["'=1"]
    assert not any(map(is_run, ["-1", "+7", "-5.25", "", "1-2", "a=b", "'=1", "[..1994]", "x\n=1"]))


@pytest.mark.parametrize(("form", "delimiter"), [("csv", ","), ("tsv", "\t")])
@pytest.mark.parametrize("report", REPORTS)
def test_no_cell_is_a_formula_unless_asked_for(
    report: str, form: str, delimiter: str, hostile: dict[str, Path]
) -> None:
    safe, raw = (cells(printed(hostile[form], report, form, *more), delimiter) for more in ((), ("--raw",)))
    assert [cell for cell in safe if is_run(cell)] == []
    assert [cell for cell in raw if is_run(cell)]
    assert [one for one, other in zip(safe, raw, strict=True) if one not in {other, f"'{other}"}] == []


def test_numbers_below_zero_stay_numbers(capfd: pytest.CaptureFixture[str]) -> None:
    from cli.output.render import render

    render({"rows": [{"n": -1, "x": -0.5, "text": "-1", "no": "-1-"}]}, format="csv")
    assert capfd.readouterr().out == "n,x,text,no\n-1,-0.5,-1,'-1-\n"
