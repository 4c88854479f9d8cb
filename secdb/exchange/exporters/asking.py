"""The public views row by row, in an order that is the same on both engines: the same register, the same bytes."""

from __future__ import annotations

import json
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from secdb.errors import NotFoundError
from secdb.exchange.packages.asking import opened as opened_source
from secdb.models.schema import views
from secdb.models.views import VIEWS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from secdb.exchange.packages.asking import Source
    from secdb.models.schema import Column, Relation

    Values = list[Any]

FLAGS = frozenset({"acting", "complete", "outside", "resets", "stands"})
"""Columns that say yes or no, as 1 and 0."""

# what tells any two rows of a view apart, unless they are alike in every column
_TENURES = "dataset state office accredited_to title person acting origin start_latest tenure signatory"
_ORDERS = {
    "states": "state",
    "state_names": "state language form name id",
    "state_codes": "state scheme code valid",
    "state_successions": "predecessor successor id",
    "treaties": "treaty",
    "treaty_names": "treaty language form name",
    "treaty_relations": "treaty kind related",
    "organizations": "organization",
    "datasets": "dataset",
    "acts": "act",
    "act_effects": "kind",
    "memberships": "dataset treaty state seq",
    "current_members": "dataset treaty state since_earliest since_latest standing opened_by",
    "membership_changes": "dataset treaty state earliest latest change status caused_by act",
    "rosters": "roster position entry",
    "documents": "document",
    "statements": "statement",
    "signatories": "statement position signatory",
    "persons": "person",
    "person_names": "person language form name",
    "tenures": _TENURES,
    "heads_of_state": _TENURES,
    "representatives": _TENURES,
    "citations": "citation",
    "revisions": "revision",
    "changes": "change",
}
_C = ' COLLATE "C"'
_LAST = "SELECT MAX(revision) AS number FROM revisions WHERE hash IS NOT NULL"

_FOREIGN = """
SELECT treaty FROM (
  SELECT treaty, dataset FROM acts UNION ALL SELECT treaty, dataset FROM rosters
  UNION ALL SELECT treaty, dataset FROM memberships) AS spoken
WHERE treaty IS NOT NULL GROUP BY treaty HAVING SUM(CASE WHEN dataset = :dataset THEN 1 ELSE 0 END) = 0
"""
# the citations of what other datasets have on record
_ELSEWHERE = """
WITH elsewhere (citation, document) AS (
  SELECT citation, document FROM citations WHERE act IN (SELECT act FROM acts WHERE dataset <> :dataset)
  UNION SELECT citation, document FROM citations WHERE roster IN (SELECT roster FROM rosters WHERE dataset <> :dataset)
  UNION SELECT citation, document FROM citations
    WHERE roster_entry IN (SELECT entry FROM rosters WHERE dataset <> :dataset)
  UNION SELECT citation, document FROM citations WHERE tenure IN (SELECT tenure FROM tenures WHERE dataset <> :dataset))
"""
_OF_OTHERS = {
    "citations": f"{_ELSEWHERE} SELECT COUNT(*) AS number FROM elsewhere",  # noqa: S608 - names of our own views
    "documents": f"""{_ELSEWHERE},
  whole AS (SELECT document, COUNT(*) AS n FROM citations GROUP BY document),
  part AS (SELECT document, COUNT(*) AS n FROM elsewhere GROUP BY document)
SELECT COUNT(*) AS number FROM (
  SELECT whole.document FROM whole JOIN part ON part.document = whole.document AND part.n = whole.n
  EXCEPT SELECT document FROM statements) AS alone""",  # noqa: S608 - names of our own views
}


class Asked:
    """A register as one state, asked view by view; with a `dataset` rows of views that name one are of that one."""

    def __init__(self, source: Source, dataset: str | None) -> None:
        self._source = source
        self.dataset = dataset

    def revision(self) -> int | None:
        """Return the number of the last sealed revision; None when there is none."""
        return self._number(_LAST, {})

    def rows(self, view: str) -> Iterator[Values]:
        """Yield the values of each row by the view's columns: days as ISO text, flags as 0 and 1, JSON as text."""
        relation = relation_of(view)
        stored = [place for place, column in enumerate(relation.columns) if column.postgresql == "jsonb"]
        for row in self._source.ask(*self._question(relation)):
            values = list(row.values())
            for place in stored:
                values[place] = canonical(values[place])
            yield values

    def dicts(self, view: str) -> Iterator[dict[str, Any]]:
        """Yield each row as a dict."""
        yield from self._source.ask(*self._question(relation_of(view)))

    def count(self, view: str, condition: str = "1 = 1") -> int:
        """Return how many rows of a view a condition, which is SQL of ours, holds for."""
        where, values = self._of_dataset(relation_of(view))
        sql = f"SELECT COUNT(*) AS number FROM {view} WHERE {where} AND ({condition})"  # noqa: S608 - names of our own
        return self._number(sql, values) or 0

    def count_own(self, view: str) -> int:
        """Return how many rows a view has without those of which only other datasets speak.

        So does a citation of their acts, rosters and tenures, and a document that is cited by nothing else.
        """
        if self.dataset is None or view not in _OF_OTHERS:
            return self.count(view)
        return self.count(view) - (self._number(_OF_OTHERS[view], {"dataset": self.dataset}) or 0)

    def foreign_treaties(self) -> set[str]:
        """Return the treaties of which other datasets speak and this one does not; those of nobody are not foreign."""
        if self.dataset is None:
            return set()
        return {row["treaty"] for row in self._source.ask(_FOREIGN, {"dataset": self.dataset})}

    def _number(self, sql: str, values: dict[str, object]) -> int | None:
        [row] = self._source.ask(sql, values)  # to its end, or a server would keep a cursor open
        number: int | None = row["number"]
        return number

    def _question(self, relation: Relation) -> tuple[str, dict[str, object]]:
        columns = {column.name: column for column in relation.columns}
        where, values = self._of_dataset(relation)
        order = ", ".join(self._ordered(columns[name]) for name in _ORDERS[relation.name].split())
        selected = ", ".join(f'"{name}"' for name in columns)
        return f"SELECT {selected} FROM {relation.name} WHERE {where} ORDER BY {order}", values  # noqa: S608

    def _of_dataset(self, relation: Relation) -> tuple[str, dict[str, object]]:
        if self.dataset is None or not any(column.name == "dataset" for column in relation.columns):
            return "1 = 1", {}
        return "dataset = :dataset", {"dataset": self.dataset}

    def _ordered(self, column: Column) -> str:
        """Return how a column orders: texts by code points, what is not there first."""
        is_text = column.postgresql == "text"
        if self._source.engine == "postgresql":
            return f'"{column.name}"{_C if is_text else ""} NULLS FIRST'
        return f'"{column.name}"{" COLLATE BINARY" if is_text else ""}'


@contextmanager
def opened(database: str | None, dataset: str | None = None, as_recorded: int | None = None) -> Iterator[Asked]:
    """Open the register at a URL or path as it is now, or was at a revision; all views are of the same state.

    Raises NotFoundError for a dataset that is not there, and what `secdb.open` raises.
    """
    with opened_source(database, as_recorded) as source:
        asked = Asked(source, None)
        if dataset is not None:
            codes = [row["dataset"] for row in asked.dicts("datasets")]
            if dataset not in codes:
                raise NotFoundError(f"there is no dataset {dataset!r}; there are {', '.join(codes)}")
        yield Asked(source, dataset)


def relation_of(view: str) -> Relation:
    """Return what a view is, and its columns."""
    return _RELATIONS[view]


def chosen(names: Sequence[str]) -> tuple[str, ...]:
    """Return the views named, each once; all of them where none is. Raises NotFoundError for another name."""
    for name in names:
        if name not in VIEWS:
            from difflib import get_close_matches

            near = ", ".join(get_close_matches(name, VIEWS)) or ", ".join(VIEWS)
            raise NotFoundError(f"there is no view {name!r}; nearest: {near}")
    return tuple(dict.fromkeys(names)) or tuple(VIEWS)


def canonical(value: object) -> str | None:
    """Return JSON that is text on one engine and parsed on the other as the same text."""
    if value is None:
        return None
    found = json.loads(value) if isinstance(value, str) else value
    return json.dumps(found, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


_RELATIONS = {relation.name: relation for relation in views()}
