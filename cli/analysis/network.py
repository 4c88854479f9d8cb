"""`secdb network`."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from secdb.database.reader import open_register
from secdb.errors import UsageError

from ..options import AsRecorded, Format, Raw, Sources, completer
from ..output.charting import Chart, Facts, Kind, charted
from ..output.coding import Codes
from ..output.render import is_cited, render
from ..output.target import print_bytes, written_to
from ..output.text import note
from ..reporting import Output
from .streaming import codes_of_time, records, tabled

if TYPE_CHECKING:
    from secdb.reports.panels.coded import CodesOfTime

By = Annotated[
    Literal["membership", "signature"],
    typer.Option("--by", help="What ties two States: treaties of which both are members, or statements of both."),
]
OnDate = Annotated[str | None, typer.Option("--on", metavar="DATE", help="On this day.")]
FromDate = Annotated[str | None, typer.Option("--from", metavar="DATE", help="On one day at least, from this one on.")]
ToDate = Annotated[str | None, typer.Option("--to", metavar="DATE", help="Until this one, included.")]
NetworkBasis = Annotated[
    Literal["signed", "consented", "in-force"] | None,
    typer.Option("--basis", help="What makes a State count; membership only. [default: in-force]"),
]
NetworkDataset = Annotated[
    str | None,
    typer.Option(
        "--dataset",
        metavar="CODE",
        help="Whose facts to read; membership only. [default: register]",
        autocompletion=completer("dataset"),
    ),
]


def network(
    context: typer.Context,
    by: By = "membership",
    on: OnDate = None,
    from_: FromDate = None,
    to: ToDate = None,
    basis: NetworkBasis = None,
    dataset: NetworkDataset = None,
    codes: Codes = None,
    sources: Sources = False,
    as_recorded: AsRecorded = None,
    format: Format = "table",
    raw: Raw = False,
    output: Output = None,
    chart: Chart = None,
) -> None:
    """Tell which States are tied by treaties or statements.

    With -o FILE.graphml it is written as a graph, else as a list of ties.

    Example: secdb network --by membership --on 2009-09-26 -o ties.graphml
    """
    from secdb.reports.base import day
    from secdb.reports.coverage import limits_in_words
    from secdb.reports.panels.graphml import graphml
    from secdb.reports.panels.network import Edge
    from secdb.reports.panels.network import network as report
    from secdb.reports.panels.proofs import network_proofs

    is_graph = output is not None and output.suffix.lower() == ".graphml"
    if is_graph and sources:
        raise UsageError("a graph has no place for sources; leave them out, or write the ties as a list")
    with open_register(context.obj.database, as_recorded) as register:
        result = report(register, by, on=on, from_=from_, to=to, basis=basis, dataset=dataset)
        last = result.about.get("on") or result.about.get("to") or day(None)
        coded = codes_of_time(register, codes)
        proofs = network_proofs(register, result.about) if sources else None
        keys, values = tabled(Edge, result.rows, coded, lambda _: last, proofs)
        rows, notes = records(keys, values, "table" if chart else format)
        named = {node.state: _codes(coded, node.state, last) for node in result.about["nodes"]} if coded else {}
    about = {name: value for name, value in result.about.items() if name != "nodes"}
    if not about.get("covered", True):
        note(f"Days that the dataset does not cover are left out; {limits_in_words(about)}.")
    title = _title(about, len(result.about["nodes"]), len(rows))
    if charted(context, chart, lambda kind: _drawn(result, kind), Facts(title, rows, keys, about, notes)):
        return
    with written_to(output, context.obj.database):
        if not is_graph:
            envelope = {**result.to_dict(), "rows": rows}
            render(envelope, format=format, raw=raw, columns=keys, title=title, footer=notes, about=about)
        elif not is_cited(title, about):
            print_bytes(graphml(result, named))
            _tell_left_out(sum(not edge.weight for edge in result.rows))


def _drawn(result: Any, kind: Kind) -> bytes:  # noqa: ANN401 - the report
    from secdb.reports.charts.network import network_chart

    return network_chart(result, kind=kind)


def _codes(coded: "CodesOfTime | None", state: str, day: str) -> Mapping[str, str]:
    pairs = zip(coded.schemes, coded.of(state, day), strict=True) if coded else ()
    return {scheme: code for scheme, code in pairs if code}


def _title(about: Mapping[str, object], states: int, ties: int) -> str:
    what = ("by", "on", "from", "to", "basis", "dataset", "revision")
    said = ", ".join(f"{name} {about[name]}" for name in what if about.get(name) is not None)
    return f"Network ({said}): {states} {'State' if states == 1 else 'States'}, {ties} {'tie' if ties == 1 else 'ties'}"


def _tell_left_out(count: int) -> None:
    if count:
        note(f"Left out of the graph: ties that are only possible ({count}); -f csv lists them.")
