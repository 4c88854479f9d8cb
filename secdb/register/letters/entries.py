"""From the draft of a letter to the entries of its records, each fact with the words that prove it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from secdb.names import fold
from secdb.register.entry.codes import code_of_title, person_code
from secdb.register.letters.citing import day_and_place, place_of, span_of
from secdb.register.letters.form import ACTING, NEW, kept
from secdb.register.letters.rosters import roster_entries

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from secdb.register.drafts.toml_lines import Path
    from secdb.register.entry.entries import Entry, Received
    from secdb.register.letters.form import Table
    from secdb.register.letters.making import Making

_PUBLISHER = "United Nations"


@dataclass(frozen=True, slots=True)
class OnRecord:
    """What a document has on record: code, kind, first character and EDTF date of its statements; who signed where."""

    document: str
    statements: tuple[tuple[str, str, int | None, str | None], ...] = ()
    persons: Mapping[tuple[str, int], str] = field(default_factory=dict)
    """Codes of persons, by statement and position."""


class LetterEntries:
    """Makes the entries of one draft. What of it is on record already keeps its codes, so that nothing comes twice."""

    def __init__(self, making: Making, received: Received | None = None, known: OnRecord | None = None) -> None:
        self._making = making
        self._tables = making.draft.tables
        self._statements = [*kept(self._tables, "statements")]
        self._received = received
        self._known = known
        self._codes: dict[tuple[str, str], str] = {}  # of new persons, by name and State

    def entries(self) -> list[Entry]:
        """Return the entries in the order they depend on one another."""
        made = []
        if self._known:
            self._making.document = self._known.document
        else:
            given = self._tables.get("document", {}).get("code")
            self._making.document = given or self._making.free("document", self._made_code())
            made.append(self._document_entry())
        codes = self._statement_codes()
        for number, statement in self._statements:
            made += self._statement(number, statement, codes[number])
        return [*made, *roster_entries(self._making, codes)]

    def _document_entry(self) -> Entry:
        entry = self._making.entry(
            "document",
            {
                "code": self._making.document,
                **document_values(self._making),
                "symbol": tuple(self._tables.get("document", {}).get("symbols", ())),
                "text": self._making.text,
            },
            ("document",) if "document" in self._tables else (),
        )
        return replace(entry, received=self._received)

    def _made_code(self) -> str:
        given = self._tables.get("document", {})
        symbols = given.get("symbols")
        name = re.sub(r"\.\w{1,5}$", "", str(self._tables.get("file") or ""))
        return code_of_title(symbols[0] if symbols else name or given.get("title") or "")

    def _statement_codes(self) -> dict[int, str]:
        """Return the code of each statement, by its place: that on record for the same text, else a new one."""
        left = list(self._known.statements if self._known else ())
        codes = {}
        for number, given in self._statements:
            same = [one for one in left if one[1] == given["kind"] and one[2] == given.get("start_char")]
            same += [one for one in left if one[1] == given["kind"] and one[2] is None and one[3] == given.get("date")]
            if same:
                left.remove(same[0])
            wanted = f"{self._making.document}-{given['kind']}"
            codes[number] = same[0][0] if same else given.get("code") or self._making.free("statement", wanted)
        return codes

    def _statement(self, number: int, given: Table, code: str) -> Iterator[Entry]:
        path = ("statements", number)
        signatories: list[Entry] = []
        position = 0
        for part, mode in (("signatories", None), ("issuers", "issued")):
            for place, one in enumerate(given.get(part, ())):
                position += 1  # of those left out, too, so that they can be taken in later
                if one.get("skip"):
                    continue
                here = (*path, part, place)
                person = self._known.persons.get((code, position)) if self._known else None
                who = person or self._person(one, here)
                yield from [] if who is None or isinstance(who, str) else [who]
                signatories.append(self._signatory(one, mode, who, here, position))
        signatories += self._bare(given, path, position)
        title = span_of(given, "title")
        apart = [one for one in day_and_place(given) if not (title and title[0] <= one[0][0] and one[0][1] <= title[1])]
        start, end = place_of(given) or ("", "")
        yield self._making.entry(
            "statement",
            {
                "document": self._making.document,
                "kind": given.get("kind"),
                "title": title_of(given),
                "code": code,
                **self._making.date("date", given.get("date"), span_of(given, "date")),
                "place": given.get("place"),
                "addressee": given.get("addressee"),
                "language": self._tables.get("language"),
                "start_char": str(start),
                "end_char": str(end),
                "note": given.get("note"),
            },
            path,
            signatories=signatories,
            citations=self._making.cited([(title, ""), *apart]),
        )

    def _signatory(
        self, given: Table, mode: str | None, person: Entry | str | None, path: Path, position: int
    ) -> Entry:
        capacity = given.get("capacity") or ""
        proofs = [
            (span_of(given, "signed") or place_of(given), "State" if mode else ""),
            (span_of(given, "state"), "State"),
            (span_of(given, "capacity"), "capacity"),
        ]
        name = self._as_printed(given) if mode is None else None
        return self._making.entry(
            "signatories",
            {
                "state": given.get("state"),
                "person": person if person is None or isinstance(person, str) else person.values["code"],
                "capacity": capacity.removeprefix(ACTING),
                "acting": "1" if capacity.startswith(ACTING) else None,
                "mode": mode or ("signed" if given.get("signed") else "named"),
                "as_printed": name,
                "position": str(position),
                "note": given.get("note"),
            },
            path,
            citations=self._making.cited(proofs),
        )

    def _as_printed(self, given: Table) -> str | None:
        """Return the name with its capitals, which tell the family name: None when the place says another name."""
        words = self._making.words.flat(place_of(given))
        return words if words and given.get("name") else None

    def _bare(self, given: Table, path: Path, position: int) -> Iterator[Entry]:
        """Yield the States of a statement of whom nobody signed or issued it, as in a draft written by hand."""
        if position:
            return
        for place, state in enumerate(dict.fromkeys(given.get("states", ())), 1):
            cited = self._making.cited([(span_of(given, "title"), "")])
            values = {"state": state, "mode": "issued", "position": str(place)}
            yield self._making.entry("signatories", values, path, citations=cited)

    def _person(self, given: Table, path: Path) -> Entry | str | None:
        """Return who it is: the code of a person on record or given before, else a new person."""
        name, asked = given.get("name"), given.get("person")
        if not name or path[-2] == "issuers":
            return None
        if asked and asked != NEW:
            return str(asked)
        key = (fold(name), given.get("state") or "")
        if key in self._codes:
            return self._codes[key]
        self._codes[key] = self._making.free("person", person_code(self._as_printed(given) or name))
        return self._making.entry("person", {"name": name, "code": self._codes[key]}, path)


def document_values(making: Making) -> dict[str, str | None]:
    """Return what a draft says of its document, by field; without code, symbols and text."""
    tables = making.draft.tables
    given = tables.get("document", {})
    first = next((one for _, one in kept(tables, "statements")), {})
    is_un = bool(given.get("symbols")) or first.get("addressee") is not None
    day = given.get("date")
    return {
        "kind": given.get("kind") or ("un_document" if is_un else "other"),
        "title": given.get("title") or title_of(first),
        **making.date("date", day, span_of(first, "date") if first.get("date") == day else None),
        "language": tables.get("language"),
        "publisher": given.get("publisher") or (_PUBLISHER if is_un else None),
        "note": "; ".join(filter(None, (_circulated(given), given.get("note")))),
    }


def title_of(statement: Table) -> str:
    """Return a statement's title; one that has none is called after its kind and day: `Cable of 1991-12-24`."""
    kind = str(statement.get("kind") or "").replace("_", " ").capitalize()
    day = statement.get("date")
    return statement.get("title") or (f"{kind} of {day}" if kind and day else kind)


def _circulated(document: Table) -> str | None:
    """Return where a document was circulated, which the register has no columns for."""
    items = document.get("agenda_items", ())
    parts = [f"session {document['session']}"] if document.get("session") else []
    parts += [f"agenda item{'s' if len(items) > 1 else ''} {', '.join(map(str, items))}"] if items else []
    return ", ".join(parts).capitalize() or None
