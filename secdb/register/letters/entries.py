"""From the draft of a letter to the entries of its records, each fact with the words that prove it."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from secdb.errors import DateError
from secdb.names import fold
from secdb.period import parse_date
from secdb.register.entry.codes import code_of_title, free, person_code
from secdb.register.entry.entries import Entry
from secdb.register.letters.citing import Words, day_and_place, place_of, span_of
from secdb.register.letters.form import ACTING, NEW, kept
from secdb.register.rows.problems import Place

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from secdb.register.drafts.toml_lines import Path
    from secdb.register.entry.entries import Received
    from secdb.register.letters.form import LetterDraft, Table

DATASETS = ("documents", "register")
"""Where a letter's rosters are recorded: what the documents alone say, and the user's own register."""
_DOCUMENTS = {
    "code": "documents",
    "title": "The documents alone",
    "note": "Rosters only: what documents say by themselves, without any other source",
}
_PUBLISHER = "United Nations"


class LetterEntries:
    """Makes the entries of one draft. `is_taken(noun, code)` tells which codes records have."""

    def __init__(
        self,
        draft: LetterDraft,
        text: str,
        is_taken: Callable[[str, str], bool],
        received: Received | None = None,
    ) -> None:
        self._draft = draft
        self._statements = [*kept(draft.tables, "statements")]
        self._words = Words(text, draft.tables.get("statements", []))
        self._received = received
        self._text = text
        self._is_taken = is_taken
        self._codes: dict[tuple[str, str], str] = {}  # of new persons, by name and State
        self._given: set[tuple[str, str]] = set()

    def entries(self, document: str | None = None) -> list[Entry]:
        """Return the entries in the order they depend on one another; `document`: the code of one on record."""
        self._document = document or self._free("document", self._document_code())
        made = [] if document else [self._document_entry()]
        codes: dict[int, str] = {}
        for number, statement in self._statements:
            codes[number] = self._free("statement", statement.get("code") or f"{self._document}-{statement['kind']}")
            made += self._statement(number, statement, codes[number])
        for number, roster in kept(self._draft.tables, "rosters"):
            made += self._roster(number, roster, codes)
        return made

    def _entry(self, noun: str, values: Mapping[str, Any], path: Path, **parts: Sequence[Entry]) -> Entry:
        lines = {key: self._draft.lines[*path, key] for key in self._table(path) if (*path, key) in self._draft.lines}
        line = self._draft.lines.get(path, 0)
        given = {key: value for key, value in values.items() if value not in (None, "", ())}
        return Entry(
            noun, given, {key: tuple(part) for key, part in parts.items()}, Place(self._draft.file, line), lines
        )

    def _table(self, path: Path) -> Table:
        table: Any = self._draft.tables
        for key in path:
            table = table[key]
        return table  # type: ignore[no-any-return]

    def _document_entry(self) -> Entry:
        tables = self._draft.tables
        given = tables.get("document", {})
        first = self._statements[0][1] if self._statements else {}
        is_un = bool(given.get("symbols")) or first.get("addressee") is not None
        day = given.get("date")
        entry = self._entry(
            "document",
            {
                "code": self._document,
                "kind": given.get("kind") or ("un_document" if is_un else "other"),
                "title": given.get("title") or _title(first),
                **self._date("date", day, span_of(first, "date") if first.get("date") == day else None),
                "language": tables.get("language"),
                "publisher": given.get("publisher") or (_PUBLISHER if is_un else None),
                "symbol": tuple(given.get("symbols", ())),
                "note": "; ".join(filter(None, (_circulated(given), given.get("note")))),
                "text": self._text,
            },
            ("document",) if "document" in tables else (),
        )
        return replace(entry, received=self._received) if self._received else entry

    def _document_code(self) -> str:
        given = self._draft.tables.get("document", {})
        if given.get("code"):
            return str(given["code"])
        symbols = given.get("symbols")
        name = str(self._draft.tables.get("file", ""))
        return code_of_title(symbols[0] if symbols else re.sub(r"\.\w{1,5}$", "", name) or str(given.get("title")))

    def _statement(self, number: int, given: Table, code: str) -> Iterator[Entry]:
        path = ("statements", number)
        signatories = []
        for part, mode in (("signatories", None), ("issuers", "issued")):
            for place, one in kept(given, part):
                here = (*path, part, place)
                person = self._person(one, here)
                yield from [person] if isinstance(person, Entry) else ()
                signatories.append(self._signatory(one, mode, person, here))
        title = span_of(given, "title")
        apart = [one for one in day_and_place(given) if not (title and title[0] <= one[0][0] and one[0][1] <= title[1])]
        cited = [(title, ""), *apart]
        start, end = place_of(given) or ("", "")
        yield self._entry(
            "statement",
            {
                "document": self._document,
                "kind": given.get("kind"),
                "title": _title(given),
                "code": code,
                **self._date("date", given.get("date"), span_of(given, "date")),
                "place": given.get("place"),
                "addressee": given.get("addressee"),
                "language": self._draft.tables.get("language"),
                "start_char": str(start),
                "end_char": str(end),
                "note": given.get("note"),
            },
            path,
            signatories=[*signatories, *self._bare(given, path)],
            citations=self._words.citations(self._document, cited),
        )

    def _signatory(self, given: Table, mode: str | None, person: Entry | str | None, path: Path) -> Entry:
        capacity = given.get("capacity") or ""
        signed = span_of(given, "signed")
        proofs = [
            (signed or place_of(given), "State" if mode else ""),
            (span_of(given, "state"), "State"),
            (span_of(given, "capacity"), "capacity"),
        ]
        name = self._words.flat(place_of(given)) if mode is None else None
        return self._entry(
            "signatories",
            {
                "state": given.get("state"),
                "person": person.values["code"] if isinstance(person, Entry) else person,
                "capacity": capacity.removeprefix(ACTING),
                "acting": "1" if capacity.startswith(ACTING) else None,
                "mode": mode or ("signed" if given.get("signed") else "named"),
                "as_printed": name if given.get("name") else None,
                "note": given.get("note"),
            },
            path,
            citations=self._words.citations(self._document, proofs),
        )

    def _bare(self, given: Table, path: Path) -> Iterator[Entry]:
        """Yield the States of a statement of which nothing else is said, as in a draft written by hand."""
        told = {one.get("state") for part in ("signatories", "issuers") for one in given.get(part, ())}
        for state in given.get("states", ()):
            if state not in told:
                cited = self._words.citations(self._document, [(span_of(given, "title"), "")])
                yield self._entry("signatories", {"state": state, "mode": "issued"}, path, citations=cited)

    def _person(self, given: Table, path: Path) -> Entry | str | None:
        """Return who it is: the code of a person on record or given before, else a new person."""
        name, state = given.get("name"), given.get("state") or ""
        if not name or path[-2] == "issuers":
            return None
        asked = given.get("person")
        if asked and asked != NEW:
            return str(asked)
        key = (fold(name), state)
        if key in self._codes:
            return self._codes[key]
        self._codes[key] = self._free("person", person_code(name))
        return self._entry("person", {"name": name, "code": self._codes[key]}, path)

    def _roster(self, number: int, given: Table, codes: Mapping[int, str]) -> Iterator[Entry]:
        path = ("rosters", number)
        span = place_of(given)
        at = self._words.statement_at(span) if span else None
        spoken = self._draft.tables["statements"][at] if at is not None else {}
        day = given.get("on")
        entries = [
            self._entry(
                "entries",
                {"state": one.get("state"), "as_printed": one.get("name")},
                (*path, "entries", place),
                citations=self._words.citations(self._document, [(place_of(one), "")]),
            )
            for place, one in kept(given, "entries")
        ]
        listed = {one.values.get("state") for one in entries}
        left_out = {one.get("state") for one in given.get("entries", ()) if one.get("skip")}
        bare = [state for state in given.get("states", ()) if state not in listed | left_out]
        for dataset in given.get("datasets") or DATASETS:
            if dataset == "documents" and not self._is_taken("dataset", dataset):
                yield self._entry("dataset", _DOCUMENTS, path)
            yield self._entry(
                "roster",
                {
                    "dataset": dataset,
                    "treaty": given.get("treaty"),
                    **self._date("on", day, span_of(spoken, "date") if spoken.get("date") == day else None),
                    "state": tuple(bare),
                    "complete": "1" if given.get("complete") else "0",
                    "statement": codes.get(at) if at is not None else None,
                    "body": given.get("body"),
                    "note": given.get("note"),
                },
                path,
                entries=entries,
                citations=self._words.citations(self._document, [(span, "")]),
            )

    def _date(self, name: str, given: str | None, span: tuple[int, int] | None) -> dict[str, str | None]:
        """Return a date as printed with its EDTF; a date that a reviewer has corrected stands for itself."""
        words = self._words.flat(span)
        if not given or not words:
            return {name: given}
        try:
            understood = parse_date(words).edtf
        except DateError:  # of a language or form that only the reader of letters knows
            understood = given
        return {name: words, f"{name}_edtf": given} if understood == given else {name: given}

    def _free(self, noun: str, wanted: str) -> str:
        code = free(wanted, lambda code: (noun, code) in self._given or self._is_taken(noun, code))
        self._given.add((noun, code))
        return code


def _title(statement: Table) -> str:
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
