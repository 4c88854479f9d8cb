"""What every report takes: basis, dataset, revision, sources, codes, reference, file, format."""

from __future__ import annotations

import inspect
import json
from importlib import import_module
from typing import TYPE_CHECKING, Any

import pytest

from cli.commands import COMMANDS
from cli.lazy import Group
from cli.reporting import as_report
from tests.cli.formats.written import REPORTS, printed
from tests.inside import run

if TYPE_CHECKING:
    from pathlib import Path

    from cli.lazy import Command

OPTIONS = {"basis", "dataset", "as_recorded", "sources", "codes", "cite", "output", "format", "raw"}
LACKING = {
    "compare": {"dataset"},  # --datasets: two or more
    "signed-not-ratified": {"basis"},  # says itself what counts
    "history": {"basis", "codes"},  # tells every status; no other State stands in its rows
    "person-show": {"basis"},  # of offices and signatures
    "who": {"basis"},
    "signatories": {"basis", "dataset"},  # statements belong to no dataset
    "search": {"basis", "dataset", "sources", "codes"},  # its rows are places in sources
}
PROVED = sorted(set(REPORTS) - {"search", "person-show"})


def command(report: str) -> Command:
    entry = COMMANDS.get(report) or COMMANDS[report.partition("-")[0]]
    found = entry.commands[report.partition("-")[2]] if isinstance(entry, Group) else entry
    assert not isinstance(found, Group)
    return found


def answered(register: Path, question: str) -> list[dict[str, Any]]:
    done = run("--database", str(register), *question.split(), "-f", "json")
    rows: list[dict[str, Any]] = json.loads(done.stdout)["rows"]
    return rows


@pytest.mark.parametrize("report", REPORTS)
def test_each_report_takes_what_makes_sense_of_it(report: str) -> None:
    entry = command(report)
    function = as_report(getattr(import_module(entry.module, "cli"), entry.function))
    assert OPTIONS - set(inspect.signature(function).parameters) == LACKING.get(report, set())


@pytest.mark.parametrize("report", PROVED)
def test_sources_number_the_notes_of_each_row(report: str, small: Path) -> None:
    lines = printed(small, report, "table").splitlines()
    assert any(line.split()[-1:] == ["sources"] for line in lines)
    assert any(line.startswith("[1] ") for line in lines)
    without = run("--database", str(small), *REPORTS[report].removesuffix(" --sources").split(), "-f", "table")
    assert "[1] " not in without.stdout
    assert "sources" not in without.stdout


@pytest.mark.parametrize("report", PROVED)
def test_a_program_gets_the_sources_themselves(report: str, small: Path) -> None:
    rows = json.loads(printed(small, report, "json"))["rows"]
    assert {type(row["sources"]) for row in rows} == {list}
    assert any(source["document"] for row in rows for source in row["sources"])


@pytest.mark.parametrize("style", ["text", "bibtex"])
@pytest.mark.parametrize("report", REPORTS)
def test_each_is_cited_by_the_command_that_makes_it(report: str, style: str, small: Path) -> None:
    done = run("--database", str(small), *REPORTS[report].split(), "--cite", style)
    assert "revision 2" in done.stdout
    assert f"secdb {REPORTS[report].replace('_', chr(92) + '_')}" in done.stdout
    assert "Report" not in done.stdout.split(".")[0]


def test_offices_of_a_person_may_be_of_one_dataset(small: Path) -> None:
    told = printed(small, "person-show", "json", "--dataset", "documents")
    assert (json.loads(told)["dataset"], json.loads(told)["offices"]) == ("documents", [])
    assert len(json.loads(printed(small, "person-show", "json", "--dataset", "register"))["offices"]) == 1


def test_codes_come_with_the_state_they_are_of(small: Path) -> None:
    lines = printed(small, "who", "table", "--codes", "cow").splitlines()
    assert lines[2].split()[:3] == ["state", "cow", "office"]
    assert lines[4].split()[:3] == ["RUS", "365", "permanent_representative"]


def test_a_year_without_a_period_has_no_sources(small: Path) -> None:
    rows = answered(small, "panel cst --from 1999 --to 2013 --sources")
    found = {row["year"]: [source["document"] for source in row["sources"]] for row in rows if row["state"] == "UZB"}
    assert found[1999] == ["wikipedia-en-2006", "wikipedia-ru-2022", "atop-4", "gibler-2009"]
    assert found[2000] == found[2005] == []
    assert found[2006] == ["tass-2012-06-28", "wikipedia-en", "tass-2012-12-19"]
    assert found[2013] == ["tass-2012-12-19"]


def test_a_tie_by_signature_is_proved_by_what_both_signed_in_time(small: Path) -> None:
    rows = answered(small, "network --by signature --to 2002-05-20 --sources")
    (row,) = rows
    assert (row["state_a"], row["state_b"], row["weight"]) == ("ARM", "RUS", 1)
    words = [source["quotation"] for source in row["sources"]]
    assert words[0] == "(Signed) Robert Kocharian"
    assert "(Signed) Vladimir Putin" in words
    assert not [word for word in words if "Abelian" in word]  # the covering letter of 21 May


def test_a_tie_by_lists_alone_is_proved_by_them(small: Path) -> None:
    rows = answered(small, "network --on 2006 --dataset documents --sources")
    (row,) = rows
    assert {source["document"] for source in row["sources"]} == {"cst-2002", "cst-2009"}


def test_a_change_is_not_proved_by_lists_of_another_time(small: Path) -> None:
    def documents(days: str) -> set[str]:
        rows = answered(small, f"changes cst {days}")
        return {source["document"] for row in rows if row["state"] == "UZB" for source in row["sources"]}

    assert documents("1999-04-19 1999-04-20") == {"atop-4", "gibler-2009"}
    assert documents("2002 2009-09-25") == {"tass-2012-06-28", "wikipedia-en"}
    assert documents("2002 2009-09-26") == {"tass-2012-06-28", "wikipedia-en", "cst-2009"}


def test_a_graph_has_no_place_for_sources(small: Path, tmp_path: Path) -> None:
    done = run("--database", str(small), "network", "--sources", "-o", str(tmp_path / "ties.graphml"))
    assert (done.returncode, done.stdout, list(tmp_path.iterdir())) == (2, "", [])
