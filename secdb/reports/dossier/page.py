"""The page: its parts in order, its style, and where it comes from. Nothing on it is loaded from elsewhere."""

from __future__ import annotations

import shlex
from pathlib import Path
from typing import TYPE_CHECKING

from secdb import __version__
from secdb.reports.dossier.asking import rows_of
from secdb.reports.dossier.footnotes import Footnotes, listed
from secdb.reports.dossier.gathering import gather
from secdb.reports.dossier.markup import Html, paragraph, section, tag, together
from secdb.reports.dossier.parts.documents import documents, statements
from secdb.reports.dossier.parts.members import changes, members
from secdb.reports.dossier.parts.treaty import acts, contradictions, history, timeline
from secdb.reports.dossier.words import counted

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    from secdb.database.reader import Register
    from secdb.reports.dossier.gathering import Gathered

MARK = '<meta name="generator" content="secdb dossier" />'
"""By what a page is known as a dossier; it stands near the beginning."""

POLICY = "default-src 'none'; style-src 'unsafe-inline'"
"""What a browser may do with a page: nothing is loaded and no script runs, whatever was written into the register."""

STYLE = Path(__file__).parent / "page.css"
PARTS = {
    "history": "History of the treaty",
    "timeline": "Timeline",
    "members": "Members",
    "changes": "Changes",
    "acts": "Acts",
    "contradictions": "Contradictions",
    "statements": "Statements and signatories",
    "footnotes": "Footnotes",
    "documents": "Documents",
}

TOLD = (history, timeline, members, changes, acts, contradictions, statements)


def dossier(
    register: Register,
    treaty: str,
    *,
    on: Iterable[str | dt.date] = (),
    basis: str = "in-force",
    dataset: str = "register",
) -> str:
    """Return all that is recorded of a treaty as one HTML page, which needs no other file, network or script.

    `on`: the days to look at, a year or month meaning its last day; by default the entry into force, the days on which
    the certain count changes (of more than 12 the greatest changes) and today. The page tells the days, the revision
    and its hash, and no time of making: for the same days and revision it is the same, byte for byte. `basis` and
    `dataset` as in `members`. Raises DateError, NotFoundError, AmbiguousError, UsageError.
    """
    found = gather(register, treaty, on=on, basis=basis, dataset=dataset)
    notes = Footnotes()
    # in the order of the page, by which footnotes are numbered
    told = [part(found, notes) for part in TOLD]
    cited = [note.source.document for note in notes.notes.values()]
    codes = dict.fromkeys([*cited, *(one.row["document"] for one in found.statements)])
    rows = [row for code in codes for row in rows_of(register, "document", document=code)]
    shown, marked = documents(rows, notes)
    footnotes = section("footnotes", "Footnotes", listed(notes, marked))
    return _page(found, together(*told, footnotes, shown))


def _page(found: Gathered, told: Html) -> str:
    title = f"Dossier: {found.found.title}"
    head = tag(
        "head",
        tag("meta", charset="utf-8"),
        Html(f"\n{MARK}\n"),
        tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
        tag("meta", http_equiv="Content-Security-Policy", content=POLICY),
        tag("title", title),
        Html(f"\n<style>\n{STYLE.read_text(encoding='utf-8')}</style>\n"),
    )
    body = tag(
        "body",
        tag("a", "Skip to the dossier", href="#main", class_="skip"),
        _header(found, title),
        _contents(),
        tag("main", told, id="main", tabindex="-1"),
        _footer(found),
    )
    return f"<!DOCTYPE html>\n{tag('html', head, body, lang='en')}\n"


def _header(found: Gathered, title: str) -> Html:
    last = found.members[-1]
    record = found.treaty.about["record"]
    of = "" if found.found.title == record["title"] else f"{record['title']}. "
    said = f"{of}Members on {last.about['on']}: {counted(last.count)} ({found.basis.replace('-', ' ')})."
    return tag(
        "header", tag("h1", title), paragraph(said, class_="lead"), paragraph(_provenance(found), class_="origin")
    )


def _contents() -> Html:
    links = (tag("li", tag("a", name, href=f"#{key}")) for key, name in PARTS.items())
    return tag("nav", tag("ul", *links), aria_label="Contents")


def _provenance(found: Gathered) -> str:
    parts = [
        f"secdb {__version__}",
        f"dataset {found.dataset}",
        found.basis.replace("-", " "),
        f"revision {found.revision}",
    ]
    return ", ".join(parts)


def _footer(found: Gathered) -> Html:
    hashed = f", hash {found.hash}" if found.hash else ""
    made = paragraph("Made with ", tag("code", _command(found)))
    return tag("footer", paragraph(_provenance(found), hashed), made)


def _command(found: Gathered) -> str:
    """Return the command that makes the same page again, whatever is recorded later."""
    days = [word for on in found.days.chosen for word in ("--on", on)]
    revision = ["--as-recorded", str(found.revision)]
    own = ["--basis", found.basis, "--dataset", found.dataset]
    return shlex.join(["secdb", "dossier", found.found.asked, *days, *own, *revision, "-o", "DIR"])
