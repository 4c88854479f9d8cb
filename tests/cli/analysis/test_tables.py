"""What `panel`, `dyads` and `network` print, to the letter, and how they print as they go."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING

import pytest

from cli.analysis import streaming
from cli.analysis.streaming import Table, print_table
from secdb.errors import UsageError
from tests.inside import run

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from cli.output.render import FormatName


def printed(register: Path, *arguments: str) -> str:
    result = run("--database", str(register), *arguments)
    assert result.returncode == 0, result.stderr
    return result.stdout


def test_a_panel_as_csv(seeded_file: Path) -> None:
    out = printed(seeded_file, "panel", "cst", "--from", "2011", "--to", "2013", "--rule", "any", "-f", "csv")
    lines = out.splitlines()
    assert lines[0] == "state,name,treaty,year,status,member,possible,days,possible_days"
    assert [line for line in lines if line.startswith("UZB")] == [
        "UZB,Uzbekistan,cst,2011,party,1,0,365,0",
        "UZB,Uzbekistan,cst,2012,party,1,0,353,0",
        "UZB,Uzbekistan,cst,2013,suspended,0,0,0,0",
    ]
    assert len(lines) == 1 + 7 * 3


def test_the_formats_say_the_same(seeded_file: Path) -> None:
    asked = ("panel", "--from", "1992", "--to", "2014", "--dataset", "documents", "-f")
    envelope = json.loads(printed(seeded_file, *asked, "json"))
    assert {name: value for name, value in envelope.items() if name != "rows"} == {
        "report": "panel",
        "treaties": ["cst", "csto-charter"],
        "from": 1992,
        "to": 2014,
        "rule": "dec31",
        "basis": "in-force",
        "dataset": "documents",
        "revision": 1,
    }
    rows = envelope["rows"]
    assert [json.loads(line) for line in printed(seeded_file, *asked, "jsonl").splitlines()] == rows
    for name, mark in (("csv", ","), ("tsv", "\t")):
        found = list(csv.DictReader(io.StringIO(printed(seeded_file, *asked, name)), delimiter=mark))
        assert found == [{key: "" if value is None else str(value) for key, value in row.items()} for row in rows]


def test_a_table_says_what_it_is_about(seeded_file: Path) -> None:
    out = printed(seeded_file, "dyads", "cst", "--from", "2012", "--to", "2012", "--rule", "all", "--basis", "signed")
    assert (
        out.splitlines()[0]
        == "Dyads of the Treaty on Collective Security, 2012 to 2012 (all, signed, register, revision 1)"
    )
    assert (
        "ARM      Armenia             UZB      Uzbekistan          2012       0         0   353              0" in out
    )
    assert out.splitlines()[-1].endswith("register, signed, 2012 to 2012, revision 1")


def test_codes_stand_behind_each_name(seeded_file: Path) -> None:
    asked = ("--from", "2009", "--to", "2009", "--codes", "cow,iso3", "-f", "csv")
    panel = printed(seeded_file, "panel", "cst", *asked).splitlines()
    assert panel[0] == "state,name,cow,iso3,treaty,year,status,member,possible,days,possible_days"
    assert panel[1] == "ARM,Armenia,371,ARM,cst,2009,party,1,0,365,0"
    dyads = printed(seeded_file, "dyads", "cst", *asked).splitlines()
    assert dyads[0].startswith("state_a,name_a,cow_a,iso3_a,state_b,name_b,cow_b,iso3_b,year,")
    network = printed(seeded_file, "network", "--on", "2009-09-26", "--codes", "cow", "-f", "csv").splitlines()
    assert network[1] == "ARM,Armenia,371,BLR,Belarus,370,2,0"


def test_a_network_is_written_as_a_graph_or_as_its_edges(seeded_file: Path, tmp_path: Path) -> None:
    edges, graph = tmp_path / "ties.csv", tmp_path / "ties.graphml"
    asked = ("network", "--on", "2006-01-01", "--dataset", "documents", "-f", "csv", "-o")
    assert printed(seeded_file, *asked, str(edges)) == ""
    assert edges.read_text().splitlines()[:2] == [
        "state_a,name_a,state_b,name_b,weight,possible",
        "ARM,Armenia,BLR,Belarus,1,1",
    ]
    result = run("--database", str(seeded_file), *asked, str(graph))
    assert (result.returncode, result.stdout) == (0, "")
    assert result.stderr == "Left out of the graph: ties that are only possible (6); -f csv lists them.\n"
    assert graph.read_text().count("<edge ") == 15


def test_a_network_as_json_has_its_nodes(seeded_file: Path) -> None:
    found = json.loads(printed(seeded_file, "network", "--by", "signature", "--to", "2002", "-f", "json"))
    assert found["nodes"][0] == {"state": "ARM", "name": "Armenia", "weight": 2, "possible": 0}
    assert found["rows"][0] == {
        "state_a": "ARM",
        "name_a": "Armenia",
        "state_b": "BLR",
        "name_b": "Belarus",
        "weight": 2,
        "possible": 0,
    }


@pytest.mark.parametrize(
    "asked", [("panel", "cst", "--from", "1992", "--to", "1993"), ("dyads", "cst", "--from", "1992", "--to", "1993")]
)
def test_a_long_table_is_cited_without_being_made(seeded_file: Path, asked: tuple[str, ...]) -> None:
    for name in ("csv", "table"):
        out = printed(seeded_file, *asked, "-f", name, "--cite", "text")
        assert "dataset register, in force, 1992 to 1993, revision 1. Made on" in out
        assert out.count("\n") == 1


def test_a_graph_is_cited_too(seeded_file: Path, tmp_path: Path) -> None:
    path = tmp_path / "ties.graphml"
    printed(seeded_file, "network", "--on", "2009-09-26", "--cite", "text", "-o", str(path))
    assert path.read_text().startswith("Network (by membership, on 2009-09-26, basis in-force, dataset register")


def test_each_says_what_the_register_said_at_a_revision(seeded_file: Path) -> None:
    for asked in (("panel", "--from", "1992", "--to", "1993", "--dataset", "register"), ("network", "--on", "2000")):
        result = run("--database", str(seeded_file), *asked, "-f", "json", "--as-recorded", "1")
        assert json.loads(result.stdout)["revision"] == 1, asked
        assert run("--database", str(seeded_file), *asked, "--as-recorded", "7").returncode == 1, asked


def test_wrong_usage_is_refused(seeded_file: Path) -> None:
    for asked in (
        ("panel", "cst", "--from", "2014", "--to", "1992"),
        ("panel", "cst"),
        ("panel", "--from", "0", "--to", "1992"),
        ("network", "--by", "signature", "--basis", "signed"),
        ("panel", "cst", "--from", "1992", "--to", "1992", "--codes", "zip"),
    ):
        assert run("--database", str(seeded_file), *asked).returncode == 2, asked


def table(rows: Iterator[tuple[object, ...]]) -> Table:
    return Table("panel", "Panel", {}, ["state", "year"], rows)


def test_rows_are_printed_as_they_are_made(capsys: pytest.CaptureFixture[str]) -> None:
    seen = []

    def rows() -> Iterator[tuple[object, ...]]:
        for number in range(3):
            seen.append(capsys.readouterr().out)
            yield "=ARM", number

    expected: tuple[tuple[FormatName, str], ...] = (
        ("csv", "state,year\n'=ARM,0\n"),
        ("jsonl", '{"state": "=ARM", "year": 0}\n'),
    )
    for name, first in expected:
        seen.clear()
        print_table(table(rows()), format=name, raw=False)
        capsys.readouterr()
        assert seen[0] + seen[1] == first
    print_table(table(iter([("=ARM", 1)])), format="csv", raw=True)
    assert capsys.readouterr().out == "state,year\n=ARM,1\n"


def test_a_table_that_no_reader_reads_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(streaming, "AT_MOST", 2)
    with pytest.raises(UsageError, match="more than 2 rows; write them with -f csv -o FILE"):
        print_table(table(iter([("ARM", 1)] * 3)), format="table", raw=False)
    print_table(table(iter([("ARM", 1)] * 2)), format="table", raw=False)
