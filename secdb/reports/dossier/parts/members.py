"""The parts of the page on members: on each day looked at, and what changed from one to the next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from secdb.reports.coverage import limits_in_words, no_data
from secdb.reports.dossier.markup import Html, paragraph, section, table, tag, together
from secdb.reports.dossier.words import cause, counted, ended, when

if TYPE_CHECKING:
    from collections.abc import Mapping

    from secdb.reports.base import Report
    from secdb.reports.changes import Act, Change
    from secdb.reports.dossier.footnotes import Footnotes
    from secdb.reports.dossier.gathering import Gathered
    from secdb.reports.dossier.markup import Content
    from secdb.reports.members import Member

BASES = {
    "in-force": "parties: States that have consented and for which the treaty is in force",
    "consented": "contracting States and parties",
    "signed": "signatories, contracting States, provisional appliers and parties",
}


def members(found: Gathered, notes: Footnotes) -> Html:
    """Return the count on each day, then the States of each day."""
    explained = paragraph(
        f"Counted are {BASES[found.basis]}. Suspended States are shown and not counted. "
        "A State whose standing on the day is not certain is possible."
    )
    left_out = found.days.left_out
    more = f"On {left_out} more days the count changes; name days with --on to see them." if left_out else ""
    rows = [_summary(report, notes) for report in found.members]
    headings = ("Day", "Certain members", "Possible", "Suspended, not counted", "Sources")
    days = [_day(report, notes) for report in found.members]
    summary = table("Members on the days looked at", headings, rows)
    return section("members", "Members", explained, summary, paragraph(more) if more else "", *days)


def _summary(report: Report[Member], notes: Footnotes) -> tuple[Content, ...]:
    on = report.about["on"]
    suspended = ", ".join(row.name for row in report.about["suspended"])
    sources = [source for row in (*report.rows, *report.about["suspended"]) for source in row.sources]
    is_covered = report.about.get("covered", True)
    said = report.count["member"] if is_covered else "no data"
    count = tag("a", said, href=f"#on-{on}", class_="number")
    return on, count, report.count["possible"], suspended or ("none" if is_covered else ""), notes.refer(sources)


def _day(report: Report[Member], notes: Footnotes) -> Html:
    on = report.about["on"]
    heading = tag("h3", f"On {on}: {counted(report.count)}", id=f"on-{on}")
    rows = [_member(row, notes) for row in (*report.rows, *report.about["suspended"])]
    if not rows:
        said = no_data(report.about)
        return together(heading, paragraph(f"{said[0].upper()}{said[1:]}." if said else "No State was a member."))
    headings = ("State", "Status", "Standing", "Since", "Until", "Began by", "Sources")
    return together("\n", heading, table(f"Members on {on}", headings, rows))


def _member(row: Member, notes: Footnotes) -> tuple[Content, ...]:
    return (
        row.name,
        row.status,
        "not counted" if row.status == "suspended" else "certain" if row.standing == "member" else row.standing,
        when(row.since_earliest, row.since_latest),
        ended(row.until_earliest, row.until_latest),
        cause(row.opened_by),
        notes.refer(row.sources),
    )


def changes(found: Gathered, notes: Footnotes) -> Html:
    """Return what changed between each day looked at and the next."""
    parts = [_between(report, notes) for report in found.changes]
    return section("changes", "Changes", *(parts or [paragraph("One day is looked at, so nothing is compared.")]))


def _between(report: Report[Change], notes: Footnotes) -> Html:
    about = report.about
    first, last = about["from"], about["to"]
    heading = tag("h3", f"{first} to {last}: {counted(about['count_from'])} → {counted(about['count_to'])}")
    if not report.rows:
        said = "No change." if about.get("covered", True) else f"Not compared: {limits_in_words(about)}."
        return together("\n", heading, paragraph(said))
    rows = [_change(row, notes) for row in report.rows]
    headings = ("State", "Change", "Before", "After", "Acts between", "Sources")
    return together("\n", heading, table(f"Changes from {first} to {last}", headings, rows))


def _change(row: Change, notes: Footnotes) -> tuple[Content, ...]:
    acts = together(*(_act(act, notes) for act in row.between), between="; ")
    return row.name, row.change, _standing(row.before), _standing(row.after), acts or "none", notes.refer(row.sources)


def _act(act: Act, notes: Footnotes) -> Html:
    return together(f"{cause(act.kind)} {act.effect or act.date or ''} ".replace("  ", " "), notes.refer(act.sources))


def _standing(side: Mapping[str, str | None]) -> str:
    status = side["status"] or "none"
    return f"possible {status}" if side["standing"] == "possible" else status
