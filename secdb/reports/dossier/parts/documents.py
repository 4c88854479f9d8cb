"""The parts of the page on documents: their lists of members, their statements, and the documents themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from secdb.reports.dossier.footnotes import document_id
from secdb.reports.dossier.highlighting import highlighted, spans
from secdb.reports.dossier.markup import Html, link, paragraph, section, table, tag, together
from secdb.reports.dossier.words import cause, when

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from secdb.database.reader import Row
    from secdb.reports.dossier.footnotes import Footnotes
    from secdb.reports.dossier.gathering import Gathered
    from secdb.reports.dossier.markup import Content
    from secdb.reports.dossier.statements import Concerned, Roster
    from secdb.reports.offices import Signature

KINDS = {"un_document": "document of the United Nations"}


def statements(found: Gathered, notes: Footnotes) -> Html:
    """Return the lists of members that documents give, and the statements with those who stand under them."""
    parts = [
        *(_roster(one, notes, found.treaty.about["treaty"]) for one in found.rosters),
        *(_statement(one, notes) for one in found.statements),
    ]
    said = parts or [paragraph("No list of members and no statement concerns this treaty.")]
    return section("statements", "Statements and signatories", *said)


def _roster(roster: Roster, notes: Footnotes, treaty: str) -> Html:
    row = roster.row
    on, body = when(row["on_earliest"], row["on_latest"]), row["body"] or row["treaty"]
    heading = tag("h3", f"List of members: {body}, {on}", id=f"roster-{row['roster']}")
    kind = "complete: a State not on it was no member" if row["complete"] else "not complete: it proves membership only"
    rank = "" if row["rank"] == "normal" else f", {row['rank']}"
    count = f"{len(roster.states)} {'State' if len(roster.states) == 1 else 'States'}"
    said = together(f"{count}. The list is {kind}{rank}. ", notes.refer(roster.sources))
    source = paragraph("From the statement ", _to_statement(row["statement"], row["statement_title"]))
    rows = [(one.name, one.as_printed, notes.refer(one.sources)) for one in roster.states]
    listed = table(f"States listed on {on} for {body}", ("State", "As printed", "Sources"), rows)
    compared = paragraph(_compared(roster, treaty))
    return together(
        "\n", heading, paragraph(said), source if row["statement"] else "", compared, listed if rows else ""
    )


def _compared(roster: Roster, treaty: str) -> str:
    """Return how the list differs from the periods that the register has."""
    if roster.parties is None:
        return "Its day is not known, so it is not compared with the register."
    listed = {one.state: one.name for one in roster.states}
    strangers = ", ".join(name for state, name in listed.items() if state not in roster.parties)
    missing = ", ".join(name for state, name in roster.parties.items() if state not in listed)
    begin = f"By the register {len(roster.parties)} States were then certainly parties to {treaty}"
    if not strangers and not missing:
        return f"{begin}: the same."
    differing = (("on the list only", strangers), ("in the register only", missing))
    return f"{begin}; {'; '.join(f'{where}: {names}' for where, names in differing if names)}."


def _to_statement(code: str | None, title: str | None) -> Html:
    return tag("a", title or code, href=f"#statement-{code}")


def _statement(concerned: Concerned, notes: Footnotes) -> Html:
    row = concerned.row
    heading = tag("h3", row["title"] or row["statement"], id=f"statement-{row['statement']}")
    parts = (cause(row["kind"]).capitalize(), when(row["date_earliest"], row["date_latest"]), row["place"], row["note"])
    document = tag("a", row["document"], href=f"#{document_id(row['document'])}")
    said = paragraph(", ".join(part for part in parts if part), ", in ", document, ". ", notes.refer(concerned.sources))
    signed = concerned.signatories.rows
    if not signed:
        return together("\n", heading, said, paragraph("No signatory is recorded."))
    headings = ("No.", "State", "Person", "Capacity", "Mode", "Sources")
    rows = [_signature(one, notes) for one in signed]
    return together("\n", heading, said, table(f"Who stands under {row['statement']}", headings, rows))


def _signature(one: Signature, notes: Footnotes) -> tuple[Content, ...]:
    acting = "acting " if one.acting else ""
    changed = [f"{verb} {day}" for verb, day in (("joined", one.joined_on), ("withdrew", one.withdrew_on)) if day]
    mode = "; ".join([one.mode, *changed, *([one.note] if one.note else [])])
    person = one.person or one.as_printed or "not named"
    return one.position, one.name, person, f"{acting}{cause(one.capacity)}" or None, mode, notes.refer(one.sources)


def documents(rows: Sequence[Row], notes: Footnotes) -> tuple[Html, list[int]]:
    """Return the documents, with text where it is kept, and the numbers of the footnotes whose words are marked."""
    marked: list[int] = []
    parts = []
    for row in rows:
        found = spans(row["text"], notes.of_document(row["document"]))
        marked += [one.number for one in found]
        text = highlighted(row["text"], found) if row["text"] is not None else paragraph("Its text is not kept.")
        parts.append(_document(row, notes, tag("div", text, lang=row["language"], dir="auto")))
    said = parts or [paragraph("No document is cited.")]
    return section("documents", "Documents", *said), marked


def _document(row: Row, notes: Footnotes, text: Html) -> Html:
    title = tag("h3", row["title"] or row["document"], id=f"{document_id(row['document'])}-title")
    known = [together("\n", tag("dt", name), tag("dd", value)) for name, value in _known(row, notes)]
    parts = (title, tag("dl", *known), "\n", text)
    return together("\n", tag("article", *parts, id=document_id(row["document"]), class_="document"))


def _known(row: Row, notes: Footnotes) -> Iterator[tuple[str, Content]]:
    yield "Code", row["document"]
    yield "Kind", KINDS.get(row["kind"]) or cause(row["kind"])
    named = {"symbols": "Symbols", "date": "Date", "publisher": "Publisher", "retrieved_on": "Read on", "note": "Note"}
    yield from ((label, row[name]) for name, label in named.items() if row[name])
    if row["url"]:
        yield "Address", link(row["url"])
    if row["sha256"]:
        yield "Text", f"{row['characters']} characters, SHA-256 {row['sha256']}"
    cited = notes.of_document(row["document"])
    links = (tag("a", note.number, href=f"#note-{note.number}", aria_label=f"Footnote {note.number}") for note in cited)
    if cited:
        yield "Footnotes", together(*links, between=" ")
