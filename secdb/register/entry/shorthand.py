"""What an entry says in short, written out: an alias is a name, `cite` and `quote` are a citation."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from secdb.errors import DateError
from secdb.period import parse_date
from secdb.register.entry.entries import Entry

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from secdb.period import RecordedDate
    from secdb.register.entry.entries import Given
    from secdb.register.entry.forms import Form

CITATION_KEYS = ("cite", "quote", "locator", "occurrence")
_SIGNATORY = ("state", "person", "capacity", "mode")
_RELATIONS = ("requires", "amends", "prolongs", "supersedes")
_OPEN = ".."


def split(entry: Entry) -> tuple[Entry, ...]:
    """Return the entries that one stands for: six signatures are six acts, a membership is its first and its last.

    Raises DateError for a membership that certainly ends before it begins.
    """
    if entry.noun == "membership":
        return _acts_of_membership(entry)
    states = entry.values.get("state")
    if entry.noun != "act" or not isinstance(states, tuple):
        return (entry,)
    named = several(states) or ("",)  # an act that names none is one act, which may lack it
    return tuple(replace(entry, values={**entry.values, "state": state}) for state in named)


def _acts_of_membership(entry: Entry) -> tuple[Entry, ...]:
    ends = (("from", "by", "participation"), ("to", "until_by", "withdrawal"))
    shared = {name: given for name, given in entry.values.items() if name not in {"from", "by", "to", "until_by"}}
    days = {side: str(entry.values.get(side, "")) for side in ("from", "to")}
    _require_order(days["from"], days["to"])
    return tuple(
        replace(
            entry,
            noun="act",
            values={**shared, "kind": entry.values.get(by) or usual, "effect": days[side]},
            given_as={"date": side, "effect": side, "kind": by},
        )
        for side, by, usual in ends
        if side == "from" or days[side]
    )


def _require_order(from_: str, to: str) -> None:
    first, last = _understood(from_), _understood(to)
    if first and last and first.earliest and last.latest and last.latest <= first.earliest:
        raise DateError(f"is not after {from_!r}: the membership ends before it begins; write the earlier date first")


def _understood(day: str) -> RecordedDate | None:
    """Return the date, None for a text that is none: the act that has it says what is wrong."""
    try:
        return parse_date(day)
    except DateError:
        return None


def several(given: Given) -> tuple[str, ...]:
    """Return the texts given for a field that may have many."""
    return tuple(text for text in ((given,) if isinstance(given, str) else given) if text.strip())


def citations_of(entry: Entry) -> tuple[Entry, ...]:
    """Return the citations of an entry: those spelled out, and that of its own `cite`."""
    given = {name: text for name in CITATION_KEYS if isinstance(text := entry.values.get(name), str) and text}
    spelled = entry.parts.get("citations", ())
    if not given:
        return spelled
    values = {_CITED_AS.get(name, name): text for name, text in given.items()}
    return (*spelled, _part(entry, "citations", values, {own: name for name, own in _CITED_AS.items()}))


_CITED_AS = {"cite": "document", "quote": "quotation"}


def parts_of(entry: Entry, form: Form) -> dict[str, tuple[Entry, ...]]:
    """Return the parts of an entry by name, those given in short included."""
    found = {name: tuple(entry.parts.get(name, ())) for name in form.parts}
    for name, make in _PARTS.get(entry.noun, {}).items():
        found[name] += tuple(make(entry))
    return found


def values_of(entry: Entry) -> dict[str, str]:
    """Return the texts of the fields that are columns of the record's own table. Raises DateError."""
    short = _SHORT.get(entry.noun, frozenset()) | (set() if entry.noun == "citations" else set(CITATION_KEYS))
    values = {name: text for name, text in entry.values.items() if name not in short and isinstance(text, str)}
    if entry.noun == "tenure" and any(entry.values.get(side) for side in ("from", "to")):
        values["valid"] = _valid(entry.values)
    if entry.noun == "act" and (reason := entry.values.get("reason")):
        values["note"] = f"{values['note']}; {reason}" if values.get("note") else str(reason)
    return values


def _valid(values: Mapping[str, Given]) -> str:
    """Return the interval between the first and the last day in office. Raises DateError."""
    first, last = (str(values.get(side) or "") for side in ("from", "to"))
    if values.get("valid"):
        raise DateError("give either the period or its first and last day, not both")
    return f"{parse_date(first).edtf if first else _OPEN}/{parse_date(last).edtf if last else _OPEN}"


def _part(entry: Entry, noun: str, values: Mapping[str, str], given_as: Mapping[str, str]) -> Entry:
    return Entry(noun, values, place=entry.place, lines=entry.lines, given_as=given_as)


def _state_names(entry: Entry) -> Iterator[Entry]:
    for key, form in (("name", "short"), ("formal_name", "formal")):
        if name := entry.values.get(key):
            yield _part(entry, "names", {"name": str(name), "language": "en", "form": form}, {"name": key})
    yield from _aliases(entry)


def _aliases(entry: Entry) -> Iterator[Entry]:
    for name in several(entry.values.get("alias", ())):
        yield _part(entry, "names", {"name": name, "language": "en", "form": "variant"}, {"name": "alias"})


def _relations(entry: Entry) -> Iterator[Entry]:
    for kind in _RELATIONS:
        for treaty in several(entry.values.get(kind, ())):
            yield _part(entry, "relations", {"kind": kind, "related": treaty}, {"related": kind})


def _symbols(entry: Entry) -> Iterator[Entry]:
    for symbol in several(entry.values.get("symbol", ())):
        yield _part(entry, "symbols", {"symbol": symbol}, {"symbol": "symbol"})


def _listed(entry: Entry) -> Iterator[Entry]:
    for state in several(entry.values.get("state", ())):
        yield _part(entry, "entries", {"state": state}, {"state": "state"})


def _signatories(entry: Entry) -> Iterator[Entry]:
    for text in several(entry.values.get("signatory", ())):
        given = zip(_SIGNATORY, (side.strip() for side in text.split(":", len(_SIGNATORY) - 1)), strict=False)
        values = {name: side for name, side in given if side}
        yield _part(entry, "signatories", values, dict.fromkeys(_SIGNATORY, "signatory"))


_PARTS: dict[str, dict[str, Callable[[Entry], Iterator[Entry]]]] = {
    "state": {"names": _state_names},
    "person": {"names": _aliases},
    "treaty": {"names": _aliases, "relations": _relations},
    "document": {"symbols": _symbols},
    "roster": {"entries": _listed},
    "statement": {"signatories": _signatories},
}
_SHORT = {
    "state": frozenset({"name", "formal_name", "alias"}),
    "person": frozenset({"alias"}),
    "treaty": frozenset({"alias", *_RELATIONS}),
    "document": frozenset({"symbol", "file"}),
    "roster": frozenset({"state"}),
    "statement": frozenset({"signatory"}),
    "tenure": frozenset({"from", "to"}),
    "act": frozenset({"reason"}),
}
