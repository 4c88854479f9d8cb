"""The authority list of States alone, out of a package that holds more."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from secdb.exchange.csvfile import Row

STATE_TABLES = ("state", "state_name", "state_code", "state_succession")
_CITED = ("state", "state_name", "state_succession")


def only_states(package: Iterable[tuple[str, Iterable[Row]]]) -> Iterator[tuple[str, list[Row]]]:
    """Yield the tables of States with the documents they cite, and the dataset `register`, of a package."""
    tables = dict(package)
    for name in STATE_TABLES:
        yield name, list(tables[name])
    citations = [row for row in tables["citation"] if any(row.values.get(target) for target in _CITED)]
    cited = {row.values["document"] for row in citations}
    yield "citation", citations
    yield "document", [row for row in tables["document"] if row.values["code"] in cited]
    yield "document_symbol", [row for row in tables["document_symbol"] if row.values["document"] in cited]
    yield "dataset", [row for row in tables["dataset"] if row.values["code"] == "register"]
