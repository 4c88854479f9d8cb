"""What Datasette is told of the register: words for every view and column, facets, order, the questions.

The keys are Datasette's (https://docs.datasette.io/en/stable/metadata.html).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from secdb.exchange.browsing.questions import HINTS, questions
from secdb.models.views import VIEWS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from secdb.exchange.browsing.questions import Question

NAME = "register"
"""The database's name in addresses, whatever its file is called."""
ROWS = 100  # of a view, on a page

TITLE = "Register of treaty membership"
ABOUT = "Who was bound by a treaty on a given day, and which sentence of which document says so. It can be read only."

# what a reader narrows a view by
FACETS = {
    "state_names": "language form",
    "state_codes": "scheme",
    "state_successions": "kind",
    "treaty_names": "treaty language form",
    "treaty_relations": "kind",
    "acts": "dataset treaty kind rank stands",
    "act_effects": "status",
    "memberships": "dataset treaty status origin",
    "current_members": "dataset treaty standing",
    "membership_changes": "dataset treaty change status caused_by",
    "rosters": "dataset treaty on complete",
    "documents": "kind language publisher",
    "statements": "kind document",
    "signatories": "statement capacity mode state",
    "person_names": "language form",
    "tenures": "office origin state",
    "heads_of_state": "origin state",
    "representatives": "office origin state",
    "citations": "record",
    "revisions": "author outside",
    "changes": "table_name operation",
}
# by which column a view is shown
SORTED = {
    "states": "state_name",
    "treaties": "signed_earliest",
    "acts": "date_earliest",
    "memberships": "state_name",
    "current_members": "state_name",
    "membership_changes": "earliest",
    "documents": "date_earliest",
    "statements": "date_earliest",
    "persons": "name",
    "tenures": "state_name",
    "heads_of_state": "state_name",
    "representatives": "state_name",
}
NEWEST_FIRST = {"revisions": "revision", "changes": "change"}


def describe(datasets: Iterable[Mapping[str, Any]], path: str) -> dict[str, Any]:
    """Return the metadata of a register that holds these rows of the view `datasets`; `path` is its address."""
    return {
        "title": TITLE,
        "description": ABOUT,
        "license": "each dataset's own",
        "license_url": f"{path}/datasets",
        "source": "the documents cited",
        "source_url": f"{path}/documents",
        "databases": {
            NAME: {
                "title": TITLE,
                "description": ABOUT,
                "tables": {name: _view(name, path) for name in VIEWS},
                "queries": {one.name: _query(one) for one in questions()},
                "datasets": [dict(row) for row in datasets],  # for our own page; Datasette leaves it alone
            }
        },
    }


def _view(name: str, path: str) -> dict[str, Any]:
    view = VIEWS[name]
    told: dict[str, Any] = {
        "title": name,
        "description": _plain(view.row),
        "columns": {column: _plain(meaning) for column, meaning in view.columns.items()},
        "example": f"{path}?{urlencode({'sql': view.example})}",
        "facets": FACETS.get(name, "").split(),
        "size": ROWS,
    }
    if name in SORTED:
        told["sort"] = SORTED[name]
    elif name in NEWEST_FIRST:
        told["sort_desc"] = NEWEST_FIRST[name]
    return told


def _query(question: Question) -> dict[str, Any]:
    return {
        "title": question.title,
        "description": question.description,
        "sql": question.sql,
        "params": list(question.parameters),
        "hints": {name: HINTS[name] for name in question.parameters},
    }


def _plain(text: str) -> str:
    """Return the text without the marks of Markdown, which a page would show."""
    return text.replace("`", "'")
