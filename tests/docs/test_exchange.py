"""docs/exchange.md tells the truth where it is not printed by the program."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from cli.exchange import popolo, tables
from docs import sources
from secdb.exchange.importers import atop, cow_igo, manydata, mtdsg
from secdb.exchange.importers.mtdsg.records import dataset_row
from secdb.exchange.importing import FORMS

PAGE = (Path(__file__).parents[2] / "docs" / "exchange.md").read_text(encoding="utf-8")
TOLD = " ".join(re.sub(r"^- ", "", PAGE, flags=re.MULTILINE).split())
ABOUT = {
    "atop": atop._ABOUT,
    "cow-igo": cow_igo._ABOUT,
    "manydata": manydata._ABOUT,
    "mtdsg": dataset_row(Path("one.csv"), "mtdsg", mtdsg.TITLE)[1].values,
}


def test_each_importer_says_on_the_page_what_it_says_of_itself() -> None:
    assert sources.filled(PAGE) == PAGE
    assert [name for name in FORMS.values() if f"<!-- from secdb.exchange.importers.{name} -->\n" not in PAGE] == []


def test_what_a_module_says_takes_the_place_of_what_stood_there() -> None:
    page = "a\n<!-- from secdb.exchange -->\nold\n<!-- end -->\nb\n<!-- end -->\n"
    said = "Reading and writing other people's files: packages, tables, datasets."
    assert sources.filled(page) == f"a\n<!-- from secdb.exchange -->\n{said}\n<!-- end -->\nb\n<!-- end -->\n"


@pytest.mark.parametrize("form", FORMS)
def test_the_licence_the_place_and_the_years_of_a_source_are_those_of_its_dataset(form: str) -> None:
    [line] = re.findall(rf"^\| `{form}` \| .*", PAGE, re.MULTILINE)
    about = ABOUT[form]
    assert f"| {about['licence']} |" in line
    assert f"<{about['url']}>" in line
    years = "-".join((about[name] or "")[:4] for name in ("covers_from", "covers_to") if about.get(name))
    assert line.rpartition(" | ")[2].strip(" |") == years


@pytest.mark.parametrize(
    "command", [tables.export_csv, tables.export_jsonl, tables.export_parquet, popolo.export_popolo]
)
def test_what_a_form_cannot_carry_is_what_the_help_says(command: object) -> None:
    [lost] = re.findall(r"^ *(\w[\w ]* cannot carry: .*?\.)(?: |\n|$)", command.__doc__ or "", re.MULTILINE | re.DOTALL)
    assert " ".join(lost.split()) in TOLD


def test_the_correlates_of_war_count_uzbekistan_from_2002_and_not_in_2012() -> None:
    [line] = re.findall(r"^UZB +Uzbekistan +presence .*", PAGE, re.MULTILINE)
    assert re.split(r" {2,}", line)[3:] == [
        "none 1999-04-20/2006-08-16",
        "[1994-04-20..2002-12-31]/[2011-01-02..2012-01-01]",
    ]
    told = re.findall(r"^Counts differ from (2002-12-31|2012-01-01) to (.*)", PAGE, re.MULTILINE)
    assert told == [
        ("2002-12-31", "2006-08-15: register 6, cow-igo 7; UZB in cow-igo only"),
        ("2012-01-01", "2012-12-18: register 7, cow-igo 6; UZB in register only"),
    ]


def test_the_second_import_of_the_page_changes_nothing() -> None:
    imports = re.findall(r"^\$ secdb import cow-igo .*\n((?:(?!\$ |```).*\n)+)", PAGE, re.MULTILINE)
    ends = [re.search(r"^(Nothing .*|Revision .*)\.$", told, re.MULTILINE) for told in imports]
    assert [end and end[1] for end in ends] == [
        "Nothing was written (--dry-run)",
        "Revision 2",
        "Nothing to write: all of it is on record already",
    ]


def test_a_package_comes_back_byte_for_byte() -> None:
    sums = re.findall(r"^Its datapackage.json is (sha256:[0-9a-f]{64})\.$", PAGE, re.MULTILINE)
    assert len(sums) == 2
    assert sums[0] == sums[1]
    assert "$ cmp register-2026/datapackage.json again/datapackage.json\n```" in PAGE


def test_no_command_of_the_page_went_unrun() -> None:
    blocks = re.findall(r"^```console\n(.*?)^```", PAGE, re.MULTILINE | re.DOTALL)
    silent = [line for block in blocks for line in re.findall(r"^(\$ secdb .*)\n(?=\$ |\Z)", block, re.MULTILINE)]
    assert len(blocks) > 5
    assert silent == []
