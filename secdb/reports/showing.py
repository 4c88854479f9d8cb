"""`show` of every noun: the record itself, what proves it, and what belongs to it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from secdb.errors import NotFoundError
from secdb.reports import lookup
from secdb.reports.base import Report, last_revision, plain, require_dataset
from secdb.reports.citing import KINDS, sources_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from secdb.database.reader import Register, Row


@dataclass(frozen=True, slots=True)
class Part:
    """Rows that belong to a record: their SQL, and which key of theirs leads to sources of which kind."""

    sql: str
    cited: str | None = None
    key: str = ""


@dataclass(frozen=True, slots=True)
class Shown:
    """How a noun is shown: `rows` are the parts most asked for, `parts` stand beside it in the envelope."""

    find: Callable[[Register, str], Any]
    record: str
    rows: Part
    parts: Mapping[str, Part] = field(default_factory=dict)


def number(noun: str) -> Callable[[Register, str], int]:
    """Return what reads the number of a record. Raises NotFoundError for what is none."""

    def read(_: Register, text: str) -> int:
        if not (text.isascii() and text.isdigit() and len(text) < 19):  # noqa: PLR2004 - digits of a 64-bit number
            raise NotFoundError(_unknown(noun, text))
        return int(text)

    return read


def _unknown(noun: str, key: object) -> str:
    return f"there is no {noun} {str(key)[:40]!r}; list them all with: secdb {noun} list"


PERIODS = """
SELECT m.dataset, m.treaty, m.state, m.state_name AS name, m.status,
  m.start_earliest AS since_earliest, m.start_latest AS since_latest,
  m.end_earliest AS until_earliest, m.end_latest AS until_latest, m.opened_by, m.closed_by, m.origin
FROM memberships AS m WHERE {} ORDER BY m.dataset, m.treaty, m.state, m.seq
"""
ROSTERS = """
SELECT r.roster, r.dataset, r."on", r.on_earliest, r.on_latest, r.body, r.complete, COUNT(r.entry) AS states, r.statement
FROM rosters AS r WHERE r.treaty = {}
GROUP BY r.roster, r.dataset, r."on", r.on_earliest, r.on_latest, r.body, r.complete, r.statement
ORDER BY r.on_earliest, r.roster
"""
SIGNED = """
SELECT x.statement, s.document, x.date_earliest, x.date_latest, s.kind, s.title, x.position, x.state, x.state_name AS name,
  x.capacity, x.acting, x.mode, x.as_printed, x.signatory
FROM signatories AS x JOIN statements AS s ON s.statement = x.statement
WHERE x.person = :key ORDER BY x.date_earliest, x.statement, x.position
"""
OFFICES = """
SELECT t.state, t.state_name AS name, t.office, t.acting, t.accredited_to, t.origin,
  t.start_earliest AS since_earliest, t.start_latest AS since_latest,
  t.end_earliest AS until_earliest, t.end_latest AS until_latest, t.dataset, t.statement, t.tenure, t.signatory
FROM tenures AS t WHERE t.person = :key
ORDER BY t.state, t.office, COALESCE(t.start_latest, t.start_earliest), t.origin, t.tenure, t.signatory
"""
# the act contradicted, and all that contradict it
CLAIMS = """
SELECT b.act, b.kind, b.date, b.date_earliest, b.date_latest, b.effect, b.effect_earliest, b.effect_latest,
  b.rank, b.contests, b.stands, b.note
FROM acts AS a JOIN acts AS b
  ON (b.act = COALESCE(a.contests, a.act) OR b.contests = COALESCE(a.contests, a.act)) AND b.act <> a.act
WHERE a.act = :key ORDER BY b.act
"""
SHOWN = {
    "state": Shown(
        lookup.find_state,
        "SELECT * FROM states WHERE state = :key",
        Part(
            "SELECT name, language, form, start_earliest AS since_earliest, start_latest AS since_latest, "
            "end_earliest AS until_earliest, end_latest AS until_latest, id AS state_name FROM state_names "
            "WHERE state = :key ORDER BY CASE language WHEN 'en' THEN 0 ELSE 1 END, language, form, id",
            "state_name",
            "state_name",
        ),
        {
            "codes": Part("SELECT scheme, code, valid FROM state_codes WHERE state = :key ORDER BY scheme, code"),
            "successions": Part(
                "SELECT predecessor, successor, kind, date, note, id AS state_succession FROM state_successions "
                "WHERE predecessor = :key OR successor = :key ORDER BY date_earliest, id",
                "state_succession",
                "state_succession",
            ),
            "memberships": Part(PERIODS.format("m.state = :key")),
        },
    ),
    "person": Shown(
        lookup.find_person,
        "SELECT * FROM persons WHERE person = :key",
        Part(SIGNED, "signatory", "signatory"),
        {
            "names": Part(
                "SELECT name, language, form FROM person_names WHERE person = :key ORDER BY language, form, name"
            ),
            "offices": Part(OFFICES, "tenure", "tenure"),
        },
    ),
    "treaty": Shown(
        lambda register, name: lookup.find_treaty(register, name).treaty,
        "SELECT * FROM treaties WHERE treaty = :key",
        Part("SELECT name, language, form FROM treaty_names WHERE treaty = :key ORDER BY language, form, name"),
        {
            "relations": Part(
                "SELECT treaty, kind, related FROM treaty_relations WHERE treaty = :key OR related = :key "
                "ORDER BY treaty, kind, related"
            ),
            "organizations": Part("SELECT organization, name FROM organizations WHERE treaty = :key ORDER BY 1"),
            "rosters": Part(ROSTERS.format(":key"), "roster", "roster"),
        },
    ),
    "organization": Shown(
        lookup.find_organization,
        "SELECT * FROM organizations WHERE organization = :key",
        Part(
            ROSTERS.format("(SELECT o.treaty FROM organizations AS o WHERE o.organization = :key)"), "roster", "roster"
        ),
        {
            "names": Part(
                "SELECT n.name, n.language, n.form FROM treaty_names AS n JOIN organizations AS o ON o.treaty = n.treaty "
                "WHERE o.organization = :key ORDER BY n.language, n.form, n.name"
            )
        },
    ),
    "act": Shown(number("act"), "SELECT * FROM acts WHERE act = :key", Part(CLAIMS, "act", "act")),
    "roster": Shown(
        number("roster"),
        'SELECT roster, dataset, treaty, statement, body, on_text, "on", on_earliest, on_latest, complete, rank, '
        "COUNT(entry) AS states, note FROM rosters WHERE roster = :key "
        'GROUP BY roster, dataset, treaty, statement, body, on_text, "on", on_earliest, on_latest, complete, rank, note',
        Part(
            "SELECT position, state, state_name AS name, as_printed, entry FROM rosters "
            "WHERE roster = :key AND entry IS NOT NULL ORDER BY position, entry",
            "roster_entry",
            "entry",
        ),
    ),
    "tenure": Shown(
        number("tenure"),
        "SELECT * FROM tenures WHERE tenure = :key",
        Part(
            "SELECT x.statement, x.date_earliest, x.date_latest, x.capacity, x.acting, x.mode, x.signatory "
            "FROM tenures AS t JOIN signatories AS x ON x.person = t.person AND x.state = t.state AND x.capacity = t.office "
            "WHERE t.tenure = :key ORDER BY x.date_earliest, x.signatory",
            "signatory",
            "signatory",
        ),
    ),
    "document": Shown(
        lookup.find_document,
        "SELECT document, kind, title, date_text, date, date_earliest, date_latest, symbols, language, publisher, url, "
        "retrieved_on, sha256, characters, note FROM documents WHERE document = :key",
        Part(
            "SELECT statement, position, kind, title, date, place, start_char, end_char FROM statements "
            "WHERE document = :key ORDER BY position"
        ),
        {
            "cited_by": Part(
                "SELECT record, COUNT(*) AS citations, COUNT(quotation) AS quotations FROM citations "
                "WHERE document = :key GROUP BY record ORDER BY record"
            )
        },
    ),
    "statement": Shown(
        lookup.find_statement,
        "SELECT * FROM statements WHERE statement = :key",
        Part(
            "SELECT position, state, state_name AS name, person_name AS person, person AS person_code, as_printed, "
            "capacity, acting, mode, signatory FROM signatories WHERE statement = :key ORDER BY position",
            "signatory",
            "signatory",
        ),
    ),
    "dataset": Shown(
        require_dataset,
        "SELECT * FROM datasets WHERE dataset = :key",
        Part(
            "SELECT t.treaty, t.title, "
            "(SELECT COUNT(*) FROM acts AS a WHERE a.dataset = :key AND a.treaty = t.treaty) AS acts, "
            "(SELECT COUNT(DISTINCT r.roster) FROM rosters AS r WHERE r.dataset = :key AND r.treaty = t.treaty) AS rosters, "
            "(SELECT COUNT(*) FROM memberships AS m WHERE m.dataset = :key AND m.treaty = t.treaty) AS periods "
            "FROM treaties AS t WHERE EXISTS (SELECT 1 FROM memberships AS m WHERE m.dataset = :key AND m.treaty = t.treaty) "
            "OR EXISTS (SELECT 1 FROM acts AS a WHERE a.dataset = :key AND a.treaty = t.treaty) "
            "OR EXISTS (SELECT 1 FROM rosters AS r WHERE r.dataset = :key AND r.treaty = t.treaty) ORDER BY t.treaty"
        ),
    ),
}


def show(register: Register, noun: str, name: str, *, text: bool = False) -> Report[Row]:
    """Return one record: `record` (the columns of its view), its `sources`, and what belongs to it.

    JSON: `report` (the noun), the noun's own key (code or number), `revision`, `record`, `sources`, then per noun
    state: `codes`, `successions`, `memberships`, rows = names; person: `names`, `offices`, rows = what was signed;
    treaty: `relations`, `organizations`, `rosters`, rows = names; organization: `names`, rows = rosters;
    act: rows = the other claims about the event; roster: rows = the States listed; tenure: rows = signatures that attest it;
    document: `cited_by`, rows = statements, and the text in `record` if `text`; statement: rows = signatories;
    dataset: rows = treaties. Parts that can be cited have `sources` too. Raises NotFoundError, AmbiguousError.
    """
    shown = SHOWN[noun]
    key = shown.find(register, name)
    found = register.rows(shown.record, key=key)
    if not found:
        raise NotFoundError(_unknown(noun, name))
    record = found[0]
    if text:
        record["text"] = register.rows("SELECT text FROM documents WHERE document = :key", key=key)[0]["text"]
    about = {
        noun: key,
        "revision": last_revision(register),
        "record": record,
        "sources": sources_of(register, noun, [key]).get(key, ()) if noun in KINDS else (),
        **{name: _rows(register, part, key) for name, part in shown.parts.items()},
    }
    return Report(noun, about, _rows(register, shown.rows, key))


def _rows(register: Register, part: Part, key: object) -> tuple[Row, ...]:
    rows = register.rows(part.sql, key=key)
    if part.cited is None:
        return tuple(rows)
    proofs = sources_of(register, part.cited, (row[part.key] for row in rows))
    return tuple(row | {"sources": plain(proofs.get(row[part.key], ()))} for row in rows)
