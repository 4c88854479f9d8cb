"""A network as GraphML (http://graphml.graphdrawing.org/), which igraph, Gephi and networkx read."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from secdb.reports.base import Report
    from secdb.reports.panels.network import Edge

NAMESPACE = "http://graphml.graphdrawing.org/xmlns"
_NOT_IN_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def graphml(report: Report[Edge], codes: Mapping[str, Mapping[str, str]] | None = None) -> bytes:
    """Return a network as a GraphML file in UTF-8, the same bytes for the same report.

    Nodes are the States, by code, with `name`, `weight`, `possible` and their codes in other schemes where given
    (State -> scheme -> code); edges have `weight` and `possible`. A pair that is only possibly tied has no edge: a
    program that counts edges would take it for certain.
    """
    codes = codes or {}
    schemes = sorted({scheme for one in codes.values() for scheme in one})
    root = ET.Element("graphml", xmlns=NAMESPACE)
    for owner, kind, names in (("node", "string", ["name", *schemes]), ("node", "int", ["weight", "possible"])):
        _declare(root, owner, kind, names)
    _declare(root, "edge", "int", ["weight", "possible"])
    graph = ET.SubElement(root, "graph", id="network", edgedefault="undirected")
    _data(graph, _graph_facts(root, report))
    for one in report.about["nodes"]:
        node = ET.SubElement(graph, "node", id=_text(one.state))
        known = codes.get(one.state, {})
        named = {"node-name": one.name, **{f"node-{s}": known[s] for s in schemes if known.get(s)}}
        _data(node, {**named, "node-weight": one.weight, "node-possible": one.possible})
    for edge in report.rows:
        if edge.weight:
            tie = ET.SubElement(graph, "edge", source=_text(edge.state_a), target=_text(edge.state_b))
            _data(tie, {"edge-weight": edge.weight, "edge-possible": edge.possible})
    ET.indent(root)
    text: bytes = ET.tostring(root, encoding="UTF-8", xml_declaration=True)
    return text + b"\n"


def _graph_facts(root: ET.Element, report: Report[Edge]) -> dict[str, object]:
    """Declare and return what the network is of."""
    facts = {name: value for name, value in report.about.items() if name != "nodes" and value is not None}
    _declare(root, "graph", "string", list(facts), before=True)
    return {f"graph-{name}": value for name, value in facts.items()}


def _declare(root: ET.Element, owner: str, kind: str, names: list[str], *, before: bool = False) -> None:
    for place, name in enumerate(names):
        key = ET.Element("key", {"id": f"{owner}-{name}", "for": owner, "attr.name": name, "attr.type": kind})
        root.insert(place, key) if before else root.append(key)


def _data(parent: ET.Element, values: Mapping[str, object]) -> None:
    for key, value in values.items():
        ET.SubElement(parent, "data", key=key).text = _text(str(value))


def _text(text: str) -> str:
    """Return the text with what no XML may hold replaced."""
    return _NOT_IN_XML.sub("\ufffd", text)
