"""The words that prove records, asked for by record."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from secdb.reports.base import Source

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from secdb.database.reader import Register

# what can be cited: columns of the view `citations`
KINDS = frozenset(
    {"act", "roster", "roster_entry", "tenure", "signatory", "statement", "treaty", "state", "state_name"}
    | {"state_succession"}
)
BATCH = 500  # keys in one query: SQLite takes 999 parameters and more


def sources_of(register: Register, kind: str, keys: Iterable[Any]) -> Mapping[Any, tuple[Source, ...]]:
    """Return the sources of records of one kind, by key: a number, or the code of a treaty, statement or State.

    Records without a source have no entry.
    """
    if kind not in KINDS:
        raise ValueError(f"no citation points to a {kind}")
    wanted = sorted({key for key in keys if key is not None})
    found: dict[Any, list[Source]] = {}
    for start in range(0, len(wanted), BATCH):
        batch = {f"k{number}": key for number, key in enumerate(wanted[start : start + BATCH])}
        marks = ", ".join(f":{name}" for name in batch)
        rows = register.rows(
            f"SELECT c.{kind} AS cited, c.document, c.title, c.locator, c.quotation, c.start_char, c.end_char, "  # noqa: S608 - names of ours
            f"c.url, c.retrieved_on FROM citations AS c WHERE c.{kind} IN ({marks}) ORDER BY c.citation",
            **batch,
        )
        for row in rows:
            found.setdefault(row.pop("cited"), []).append(Source(**row))
    return {key: tuple(sources) for key, sources in found.items()}
