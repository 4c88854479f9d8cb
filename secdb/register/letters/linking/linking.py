"""What the register knows of a letter: its persons, the treaties of its rosters, and the letter itself."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from secdb.register.letters.form import ACTING, kept
from secdb.register.letters.linking.bodies import bodies_like
from secdb.register.letters.linking.copies import NO_TEXT, copies_of
from secdb.register.letters.linking.persons import People

if TYPE_CHECKING:
    from secdb.lookup import Rows
    from secdb.register.drafts.toml_lines import Path
    from secdb.register.letters.form import Table
    from secdb.register.letters.linking.copies import Copy

_SAME = 0.8
"""Share of words in common from which a document of the same symbol is taken for the same letter."""
_HOW = {"same_symbol": "The same symbol", "nearly_same_text": "Nearly the same text"}


@dataclass(frozen=True, slots=True)
class Linked:
    """A draft with the records that it surely means filled in, and what is offered besides, by part of the draft."""

    tables: Table
    remarks: dict[Path, list[str]] = field(default_factory=dict)
    copies: tuple[Copy, ...] = ()


def link(rows: Rows, tables: Table, text: str, *, people: People | None = None) -> Linked:
    """Return the draft with `person`, `treaty` and `same_as` filled in where the draft does not say and they are sure.

    A person is linked who has the very name, State and office (`persons`), a treaty of the very name (`bodies`), and a
    document of the same text, or of the same symbol and nearly the same words or no text yet. All else is only offered:
    in `remarks`. `people`: those of the register, when read before.
    """
    linked = Linked(deepcopy(tables), copies=tuple(_copies(rows, tables, text)))
    _link_document(linked)
    people = people or People(rows)
    for number, statement in kept(linked.tables, "statements"):
        for place, signatory in kept(statement, "signatories"):
            _link_person(linked, people, signatory, statement, ("statements", number, "signatories", place))
    for number, roster in kept(linked.tables, "rosters"):
        _link_body(linked, rows, roster, ("rosters", number))
    return linked


def leave_out_unknown(linked: Linked) -> list[str]:
    """Mark the rosters without treaty or day to be left out, and tell which."""
    told = []
    for number, roster in kept(linked.tables, "rosters"):
        lacking = [what for key, what in (("treaty", "treaty or organization"), ("on", "day")) if not roster.get(key)]
        if lacking:
            roster["skip"] = True
            told.append(f"the roster of {roster.get('body')} is left out: no {' and no '.join(lacking)} is known of it")
            linked.remarks.setdefault(("rosters", number), []).append(f"{told[-1]}; skip = false takes it in")
    return told


def _copies(rows: Rows, tables: Table, text: str) -> list[Copy]:
    document = tables.get("document", {})
    if "same_as" in document:
        return []
    first: Table = next(iter(tables.get("statements", ())), {})
    return copies_of(
        rows,
        text=text,
        text_sha256=tables.get("text_sha256"),
        symbols=document.get("symbols", ()),
        title=document.get("title") or first.get("title"),
        date=document.get("date"),
    )


def _link_document(linked: Linked) -> None:
    for copy in linked.copies[:1]:
        same = copy.how == "same_text" or (
            copy.how == "same_symbol" and (copy.shared >= _SAME or NO_TEXT in copy.differences)
        )
        if copy.how == "same_text":
            remarks = [f"on record already as {copy.document}, with the same text"]
        else:
            as_same = f'same_as = "{copy.document}" if it is the same letter'
            advice = 'same_as = "" records it as another' if same else as_same
            shared = f"{_HOW[copy.how]}, {copy.shared:.0%} of the words in common"
            remarks = [f"on record as {copy.document}? {shared}; {advice}", *copy.differences]
        linked.remarks[("document",)] = remarks
        if same:
            linked.tables.setdefault("document", {})["same_as"] = copy.document


def _link_person(linked: Linked, people: People, signatory: Table, statement: Table, path: Path) -> None:
    name, asked = signatory.get("name"), signatory.get("person")
    if not name or asked:
        return
    capacity = (signatory.get("capacity") or "").removeprefix(ACTING) or None
    known = people.like(name, state=signatory.get("state") or None, capacity=capacity, day=statement.get("date"))
    for one in known:
        if one.is_same:
            signatory["person"] = one.code
            return
    if known:
        offered = [
            f'{one.code}, {one.name} ({one.offices or "no office known"}): person = "{one.code}"' for one in known
        ]
        linked.remarks[path] = ["perhaps a person on record, whom this does not become by itself:", *offered]


def _link_body(linked: Linked, rows: Rows, roster: Table, path: Path) -> None:
    body = roster.get("body")
    if not body or roster.get("treaty"):
        return
    found = bodies_like(rows, body, day=roster.get("on"))
    if found.treaty:
        roster["treaty"] = found.treaty
    elif found.offered:
        offered = [f'{one.code}, {one.name}: treaty = "{one.code}"' for one in found.offered]
        linked.remarks[path] = ["nothing on record is called so; perhaps it is:", *offered]
