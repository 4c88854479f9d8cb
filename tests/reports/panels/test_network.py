"""Ties by membership and by statements, from the dates in the list of claims and the two documents."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from typing import TYPE_CHECKING, Any

import pytest

from secdb.errors import DateError, UsageError
from secdb.reports.base import Report
from secdb.reports.panels.cosigning import Stood
from secdb.reports.panels.graphml import graphml
from secdb.reports.panels.network import Edge, Node, network

if TYPE_CHECKING:
    from secdb.database.reader import Register

XML = "{http://graphml.graphdrawing.org/xmlns}"
SIX = ("ARM", "BLR", "KAZ", "KGZ", "RUS", "TJK")


def ties(report: Report[Edge]) -> dict[tuple[str, str], tuple[int, int]]:
    return {(row.state_a, row.state_b): (row.weight, row.possible) for row in report.rows}


def test_a_treaty_and_its_charter_are_two_ties(seeds: Register) -> None:
    found = ties(network(seeds, on="2009-09-26"))
    assert len(found) == 21
    assert set(found.values()) == {(2, 0)}


def test_the_weight_is_that_of_the_day(seeds: Register) -> None:
    # before the Charter of 2003-09-18: the Treaty alone; in 1999 nine, then six
    assert ties(network(seeds, on="2003-09-17"))["ARM", "BLR"] == (1, 0)
    assert ties(network(seeds, on="2003-09-18"))["ARM", "BLR"] == (2, 0)
    assert len(ties(network(seeds, on="1999-04-19"))) == 36
    assert len(ties(network(seeds, on="1999-04-20"))) == 15
    assert ties(network(seeds, on="1994-04-19")) == {}
    assert len(ties(network(seeds, on="1994-04-19", basis="signed"))) == 36


def test_a_stretch_of_days_ties_those_who_were_together_on_one_of_them(seeds: Register) -> None:
    # Georgia left on 1999-04-20 and Uzbekistan came back on 2006-08-16: never together after the first of May 1999
    found = ties(network(seeds, from_="1999-04-20", to="2012"))
    assert {pair for pair in found if "GEO" in pair} == set()
    assert found["ARM", "UZB"] == (2, 0)
    assert ties(network(seeds, from_="1999", to="1999"))["GEO", "UZB"] == (1, 0)
    assert network(seeds, from_="1999", to="1999").about["from"] == "1999-01-01"


def test_what_is_not_certain_is_counted_apart(seeds: Register) -> None:
    # 2006-01-01 by the documents alone: six certain under the Treaty? after 2002-05-14 until 2009-09-26 yes, and
    # Uzbekistan possible; under the Charter all seven possible
    report = network(seeds, on="2006-01-01", dataset="documents")
    found = ties(report)
    assert (found["ARM", "BLR"], found["ARM", "UZB"]) == ((1, 1), (0, 2))
    assert {node.state: (node.weight, node.possible) for node in report.about["nodes"]} == {
        **dict.fromkeys(SIX, (1, 1)),
        "UZB": (0, 2),
    }


def test_statements_tie_those_who_stand_under_them(seeds: Register) -> None:
    # letter and statement of 2002 by the six; statement and letters of 2009 by the seven
    year = ties(network(seeds, "signature", to="2002"))
    assert set(year) == {(a, b) for a in SIX for b in SIX if a < b}
    assert set(year.values()) == {(2, 0)}
    assert all("UZB" not in pair for pair in year)
    assert ties(network(seeds, "signature", on="2002-05-14"))["ARM", "BLR"] == (1, 0)
    assert ties(network(seeds, "signature", from_="2003", to="2008")) == {}
    report = network(seeds, "signature", to="2002")
    assert (report.about["from"], report.about["to"]) == (None, "2002-12-31")
    assert "basis" not in report.about


def test_a_state_that_joined_later_or_left_is_tied_from_then_or_until_then() -> None:
    signed = Stood("2000-01-01", "2000-01-01", None)
    joined = Stood("2003-05-01", "2003-05-01", None)
    withdrew = Stood("2000-01-01", "2000-01-01", "2002-01-01")
    assert signed.together(joined).within("2003-01-01", "2003-12-31") == 2
    assert signed.together(joined).within("2000-01-01", "2000-12-31") == 0
    assert withdrew.together(joined).within(None, None) == 0
    assert withdrew.together(signed).within("2000-01-01", "2001-01-01") == 2


def test_a_statement_of_an_unknown_day_may_lie_in_the_year() -> None:
    year = Stood("2000-01-01", "2000-12-31", None)
    assert year.within("2000-01-01", "2000-12-31") == 2
    assert year.within("2000-03-01", "2000-12-31") == 1
    assert year.within("2001-01-01", None) == 0
    unknown = Stood(None, None, None)
    assert (unknown.within(None, None), unknown.within("2000-01-01", None)) == (2, 1)
    assert Stood("2000-01-01", "2000-12-31", "2000-06-01").within(None, None) == 1


@pytest.mark.parametrize(
    ("options", "error"),
    [
        ({"by": "love"}, UsageError),
        ({"on": "2002", "to": "2003"}, UsageError),
        ({"from_": "2003", "to": "2002"}, UsageError),
        ({"by": "signature", "basis": "signed"}, UsageError),
        ({"by": "signature", "dataset": "documents"}, UsageError),
        ({"basis": "seen"}, UsageError),
        ({"on": "some day"}, DateError),
    ],
)
def test_what_cannot_be_asked_is_refused(seeds: Register, options: dict[str, Any], error: type[Exception]) -> None:
    with pytest.raises(error):
        network(seeds, **options)


def test_the_graph_has_the_nodes_and_the_certain_ties(seeds: Register) -> None:
    report = network(seeds, on="2006-01-01", dataset="documents")
    text = graphml(report, {"ARM": {"cow": "371"}})
    graph = ET.fromstring(text).find(f"{XML}graph")  # noqa: S314 - our own
    assert graph is not None
    assert [node.get("id") for node in graph.iter(f"{XML}node")] == [*SIX, "UZB"]
    edges = [(edge.get("source"), edge.get("target")) for edge in graph.iter(f"{XML}edge")]
    assert edges == [(a, b) for a in SIX for b in SIX if a < b]
    assert text == graphml(network(seeds, on="2006-01-01", dataset="documents"), {"ARM": {"cow": "371"}})


def test_the_graph_is_written_so() -> None:
    about = {"by": "membership", "on": "2000-01-01", "nodes": (Node("AAA", "A & \x07", 1, 0), Node("BBB", "B", 1, 1))}
    edges = (Edge("AAA", "A", "BBB", "B", 1, 0), Edge("AAA", "A", "CCC", "C", 0, 1))
    assert graphml(Report("network", about, edges), {"BBB": {"cow": "2"}}).decode() == (
        "<?xml version='1.0' encoding='UTF-8'?>\n"
        '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n'
        '  <key id="graph-by" for="graph" attr.name="by" attr.type="string" />\n'
        '  <key id="graph-on" for="graph" attr.name="on" attr.type="string" />\n'
        '  <key id="node-name" for="node" attr.name="name" attr.type="string" />\n'
        '  <key id="node-cow" for="node" attr.name="cow" attr.type="string" />\n'
        '  <key id="node-weight" for="node" attr.name="weight" attr.type="int" />\n'
        '  <key id="node-possible" for="node" attr.name="possible" attr.type="int" />\n'
        '  <key id="edge-weight" for="edge" attr.name="weight" attr.type="int" />\n'
        '  <key id="edge-possible" for="edge" attr.name="possible" attr.type="int" />\n'
        '  <graph id="network" edgedefault="undirected">\n'
        '    <data key="graph-by">membership</data>\n'
        '    <data key="graph-on">2000-01-01</data>\n'
        '    <node id="AAA">\n'
        '      <data key="node-name">A &amp; \ufffd</data>\n'
        '      <data key="node-weight">1</data>\n'
        '      <data key="node-possible">0</data>\n'
        "    </node>\n"
        '    <node id="BBB">\n'
        '      <data key="node-name">B</data>\n'
        '      <data key="node-cow">2</data>\n'
        '      <data key="node-weight">1</data>\n'
        '      <data key="node-possible">1</data>\n'
        "    </node>\n"
        '    <edge source="AAA" target="BBB">\n'
        '      <data key="edge-weight">1</data>\n'
        '      <data key="edge-possible">0</data>\n'
        "    </edge>\n"
        "  </graph>\n"
        "</graphml>\n"
    )
