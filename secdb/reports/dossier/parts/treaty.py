"""The parts of the page that tell of the treaty itself: its record, its timeline, its acts, its contradictions."""

from __future__ import annotations

from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING

from secdb.reports.dossier.markup import (
    Html,
    acts_linked,
    cell,
    days_marked,
    framed,
    paragraph,
    scrolling,
    section,
    table,
    tag,
    together,
)
from secdb.reports.dossier.parts.drawing import Lane, legend, timeline_drawing
from secdb.reports.dossier.words import cause, ended, when

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from secdb.reports.dossier.footnotes import Footnotes
    from secdb.reports.dossier.gathering import Claim, Gathered
    from secdb.reports.dossier.markup import Content

RELATIONS = {
    "amends": "amends",
    "prolongs": "prolongs",
    "supersedes": "supersedes",
    "requires": "is only open to parties to",
}
FORMS = {"short": "Short name", "formal": "Formal name", "variant": "Other name"}
TOLD = 12  # changes of the number that are told in a sentence
RIGHT_TO_LEFT = {"ar", "fa", "he", "ur", "ps", "yi"}


def history(found: Gathered, notes: Footnotes) -> Html:
    """Return the treaty's record: titles, days, relations."""
    facts = list(_facts(found))
    proofs = cell(notes.refer(found.treaty.about["sources"]) or "none recorded", rows=len(facts))
    rows = [
        together("\n", tag("tr", cell(name, "row"), cell(value), proofs if place == 0 else ""))
        for place, (name, value) in enumerate(facts)
    ]
    record = framed("The treaty as recorded", ("What", "As recorded", "Sources of the record"), tag("tbody", *rows))
    names = table("Its names", ("Name", "Form", "Language"), [_name(row) for row in found.treaty.rows])
    return section("history", "History of the treaty", record, names if found.treaty.rows else "")


def _facts(found: Gathered) -> Iterator[tuple[str, Content]]:
    record = found.treaty.about["record"]
    place = f", {record['signed_at']}" if record["signed_at"] else ""
    yield "Title", record["title"]
    yield "Signed", together(when(record["signed_earliest"], record["signed_latest"]), place)
    yield "Entered into force", when(record["in_force_earliest"], record["in_force_latest"])
    if record["term_years"]:
        yield "Term", f"{record['term_years']} years"
    if record["expires"]:
        yield "End of its term", when(record["expires_earliest"], record["expires_latest"])
    for name in ("depositary", "registration", "note"):
        if record[name]:
            yield name.capitalize(), record[name]
    for row in found.treaty.about["organizations"]:
        yield "Founds", f"{row['name']} ({row['organization']})"
    for row in found.relations:
        yield "Relation", f"{row['title']} {RELATIONS.get(row['kind'], row['kind'])} {row['related_title']}"


def _name(row: dict[str, str]) -> tuple[Content, ...]:
    direction = "rtl" if row["language"] in RIGHT_TO_LEFT else None
    return (
        tag("span", row["name"], lang=row["language"], dir=direction),
        FORMS.get(row["form"], row["form"]),
        row["language"],
    )


def acts(found: Gathered, notes: Footnotes) -> Html:
    """Return every act in the order in which they take effect, those set aside too."""
    if not found.claims:
        return section("acts", "Acts", paragraph("No act is recorded."))
    rows = [
        (
            tag("span", claim.row["act"], id=f"act-{claim.row['act']}"),
            days_marked(_day(claim)),
            claim.name,
            cause(claim.row["kind"]),
            _standing(claim),
            _remarks(claim),
            notes.refer(claim.sources),
        )
        for claim in found.claims
    ]
    headings = ("No.", "Day", "State", "Act", "Claim", "Remarks", "Sources")
    return section("acts", "Acts", table("Every act recorded, by the day of effect", headings, rows))


def _day(claim: Claim) -> str:
    row = claim.row
    done = when(row["date_earliest"], row["date_latest"]) if row["date"] else ""
    effect = f"effect {when(row['effect_earliest'], row['effect_latest'])}" if row["effect"] else ""
    return "; ".join(part for part in (done, effect) if part) or "not known"


def _standing(claim: Claim) -> str:
    """Return whether an act stands, and its rank where that is not the usual one."""
    said = (
        "stands" if claim.row["stands"] else "set aside" if claim.why and "effect on" not in claim.why else "no effect"
    )
    return said if claim.row["rank"] == "normal" else f"{said}, {claim.row['rank']}"


def _remarks(claim: Claim) -> str | None:
    """Return organ, signer and note of an act."""
    row = claim.row
    parts = (row["organ"], row["signer"] and f"signed by {row['signer']}", row["note"])
    return "; ".join(part for part in parts if part) or None


def timeline(found: Gathered, notes: Footnotes) -> Html:
    """Return the drawing, and the same periods as a table."""
    if not found.spells:
        return section("timeline", "Timeline", paragraph("No membership follows from what is recorded."))
    last = found.days.chosen[-1]
    drawings = timeline_drawing(
        _lanes(found, last), found.days.steps, to=last, title=f"Membership of {found.found.title}"
    )
    figure = tag("figure", *(scrolling("Timeline", one) for one in drawings), tag("figcaption", legend()))
    rows = [
        (
            found.names.on(spell.state, spell.start_latest or spell.start_earliest or last),
            spell.status,
            when(spell.start_earliest, spell.start_latest),
            ended(spell.end_earliest, spell.end_latest),
            f"{cause(spell.opened_by)} / {cause(spell.closed_by)}" if spell.closed_by else cause(spell.opened_by),
            notes.refer(spell.sources),
        )
        for spell in found.spells
    ]
    headings = ("State, by its name then", "Status", "Since", "Until", "Began / ended by", "Sources")
    return section("timeline", "Timeline", _steps(found), figure, table("The same as a table", headings, rows))


def _steps(found: Gathered) -> Html:
    """Return in words how the number changes, for who sees a part of the drawing or none; nothing of many changes."""
    steps = found.days.steps
    if not 0 < len(steps) <= TOLD:
        return Html("")
    told = ", ".join(f"{step.count} from {step.day}" for step in steps)
    return paragraph(f"Certain members ({found.basis.replace('-', ' ')}): {told}.")


def _lanes(found: Gathered, last: str) -> list[Lane]:
    lanes = []
    for state, group in groupby(found.spells, key=attrgetter("state")):
        spells = tuple(group)
        until = spells[-1].end_earliest or last
        name = found.names.on(state, until)
        starts = (spell.start_latest or spell.start_earliest or last for spell in spells)
        former = dict.fromkeys(found.names.on(state, start) for start in starts)
        lanes.append(Lane(name, tuple(one for one in former if one != name), spells))
    return lanes


def contradictions(found: Gathered, notes: Footnotes) -> Html:
    """Return claims that contest one another, claims set aside, and what the rules make doubtful."""
    events: dict[int, list[Claim]] = {}
    for claim in found.claims:
        events.setdefault(claim.event, []).append(claim)
    contested = [claims for claims in events.values() if len(claims) > 1]
    alone = [claims for claims in events.values() if len(claims) == 1 and claims[0].row["rank"] == "deprecated"]
    known = {claim.row["act"] for claim in found.claims}
    parts = [
        _claims("Claims that contest one another", contested, notes, known),
        _claims("Claims set aside, contested by none", alone, notes, known),
        _doubts(found, notes),
    ]
    said = [part for part in parts if part] or [paragraph("Nothing that is recorded contradicts anything else.")]
    return section("contradictions", "Contradictions", *said)


def _claims(caption: str, events: Sequence[list[Claim]], notes: Footnotes, known: Collection[int]) -> Html | None:
    if not events:
        return None
    headings = ("State", "Claim", "Day", "Rank", "What the rule makes of it", "Note", "Sources")
    return framed(caption, headings, *(_event(claims, notes, known) for claims in events))


def _event(claims: Sequence[Claim], notes: Footnotes, known: Collection[int]) -> Html:
    """Return the rows of one event, the best-ranked claim first."""
    ranks = ("preferred", "normal", "deprecated")
    ordered = sorted(claims, key=lambda claim: ranks.index(claim.row["rank"]))
    name = cell(ordered[0].name, "rowgroup", rows=len(ordered))
    rows = [tag("tr", name if place == 0 else "", *_cells(claim, notes, known)) for place, claim in enumerate(ordered)]
    return tag("tbody", together(*rows, between="\n"))


def _cells(claim: Claim, notes: Footnotes, known: Collection[int]) -> Iterator[Html]:
    row = claim.row
    why = acts_linked(claim.why, known)
    told = (cause(row["kind"]), _day(claim), row["rank"], why, row["note"], notes.refer(claim.sources))
    return map(cell, told)


def _doubts(found: Gathered, notes: Footnotes) -> Html | None:
    if not found.doubts:
        return None
    rows = [
        (doubt.rule.replace("-", " "), doubt.message, doubt.source, notes.refer(found.doubted.get(doubt.record, ())))
        for doubt in found.doubts
    ]
    return table(
        "What the rules find doubtful", ("Rule", "What is doubtful", "Where the rule is from", "Sources"), rows
    )
