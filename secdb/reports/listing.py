"""`list` of every noun: its SQL file under sql/list, with filters that may be left out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from secdb import lookup
from secdb.errors import UsageError
from secdb.lookup import find_dataset
from secdb.reports.base import Report, day, last_revision, sql
from secdb.reports.coverage import coverage_of
from secdb.vocabulary import ActKind, DocumentKind, Office, StatementKind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from secdb.database.reader import Register, Row

# the filters of each noun, which are the parameters of its SQL file
FILTERS: dict[str, tuple[str, ...]] = {
    "state": ("on",),
    "person": ("state",),
    "treaty": ("state",),
    "organization": (),
    "act": ("dataset", "treaty", "state", "kind"),
    "roster": ("dataset", "treaty", "state"),
    "tenure": ("dataset", "state", "person", "office"),
    "document": ("kind", "text_only"),
    "statement": ("document", "kind", "state", "person"),
    "dataset": (),
    "membership": ("dataset", "treaty", "state"),
}
KINDS = {"act": ActKind, "document": DocumentKind, "statement": StatementKind}
VIEWS = {"head_of_state": "heads_of_state", "representative": "representatives"}
FIND: dict[str, Callable[[Register, str], str]] = {
    "state": lookup.find_state,
    "person": lookup.find_person,
    "treaty": lambda register, name: lookup.find_treaty(register, name).treaty,
    "document": lookup.find_document,
    "dataset": find_dataset,
}


def listing(register: Register, noun: str, **filters: Any) -> Report[Row]:  # noqa: ANN401 - text, or a switch
    """Return the records of a noun as rows, those only that the filters let through.

    JSON: `report` ("states", "acts" ...), the filters given (as codes), `revision`, `rows`; the keys of a row are the
    columns of sql/list/NOUN.sql. Of memberships also `coverage`, where the dataset has one: of later days nothing
    is said. `noun` is a key of FILTERS, or `head_of_state` and `representative`: tenures in those
    offices. Filters are names as people write them; None = not asked. Raises NotFoundError, AmbiguousError, UsageError,
    DateError.
    """
    table = "tenure" if noun in VIEWS else noun
    given = {name: _resolved(register, table, name, value) for name, value in filters.items() if value is not None}
    parameters = dict.fromkeys(FILTERS[table]) | given
    if "on" in parameters:
        parameters |= {"every": int("on" not in given), "on": given.get("on") or day(None)}
    if noun == "membership" and "dataset" not in given:
        parameters["dataset"] = given["dataset"] = "register"
    if "text_only" in parameters:
        parameters["text_only"] = int(bool(given.get("text_only")))
    text = sql(f"list/{table}")
    if noun in VIEWS:
        text = text.replace("FROM tenures ", f"FROM {VIEWS[noun]} ")
    about = {**given, "revision": last_revision(register), **_coverage(register, noun, given)}
    return Report(plural(noun), about, tuple(register.rows(text, **parameters)))


def _coverage(register: Register, noun: str, given: Mapping[str, Any]) -> dict[str, Any]:
    """Return what the envelope says of the days that the dataset of memberships covers; nothing of other records."""
    said = coverage_of(register, given["dataset"]).about() if noun == "membership" else {}
    return {"coverage": said["coverage"]} if said else {}


def plural(noun: str) -> str:
    """Return the word for many: also the view of that name."""
    return VIEWS.get(noun) or ("treaties" if noun == "treaty" else f"{noun}s")


def require_word(text: str, words: Iterable[str], kind: str) -> str:
    """Return the word of a closed list, written with blanks, hyphens or underscores. Raises UsageError."""
    listed = list(map(str, words))
    word = text.strip().casefold().replace("-", "_").replace(" ", "_")
    if word not in listed:
        raise UsageError(f"there is no {kind} {text[:40]!r}; it is one of {', '.join(listed)}")
    return word


def _resolved(register: Register, noun: str, name: str, value: Any) -> Any:  # noqa: ANN401 - as `filters`
    if name == "on":
        return day(value)
    if name == "kind":
        return require_word(value, KINDS[noun], f"kind of {noun}")
    if name == "office":
        return require_word(value, Office, "office")
    return FIND[name](register, value) if name in FIND else value
