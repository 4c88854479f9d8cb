"""What the public views mean, column by column: the contract with SQL clients (docs/schema.md is written from this).

The views themselves are made by migrations (`alembic/sql`); a test holds both equal and runs the examples.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

# what a column of this name means unless the view says otherwise
MEANINGS = {
    "accredited_to": "for representatives: to whom accredited; NULL = the United Nations",
    "act": "number of the act",
    "acting": "1 = acting in that office",
    "as_printed": "the name as the document prints it",
    "capacity": "in what office the person acted",
    "code": "the code",
    "date": "the date in EDTF",
    "date_earliest": "lower bound of the date, inclusive; NULL = unbounded",
    "date_latest": "upper bound of the date, inclusive; NULL = unbounded",
    "date_text": "the date as the source prints it",
    "dataset": "code of the dataset: under whose authority it is recorded",
    "document": "code of the document",
    "end_char": "character after the last one",
    "end_earliest": "first day it no longer holds, lower bound; NULL = open, no end has happened",
    "end_latest": "first day it no longer holds, upper bound; NULL with end_earliest set = end unknown",
    "existence": "when it existed, EDTF interval with an inclusive last day",
    "form": "which of the names: short, formal or variant",
    "formal_name": "latest formal name in English",
    "kind": "which kind",
    "language": "ISO 639-1 code",
    "locator": "page, paragraph or annex",
    "name": "the name",
    "note": "anything a reader should know",
    "office": "the office held",
    "opened_by": "kind of act or event that opened the period; `roster` where it follows from rosters",
    "organization": "code of the organization",
    "person": "code of the person; NULL = not named",
    "person_name": "the person's name, or as printed where the person is not recorded",
    "position": "order, from 1",
    "quotation": "the words; exactly that slice of the document's text where it has one",
    "rank": "preferred, normal or deprecated: order among contradicting claims",
    "retrieved_on": "day it was read there",
    "signatory": "number of the signatory",
    "start_char": "first character in the document's text, from 0",
    "start_earliest": "first day, lower bound, inclusive; NULL = unbounded",
    "start_latest": "first day, upper bound, inclusive; NULL = not certain ever to have begun",
    "state": "code of the State: ISO 3166-1 alpha-3, else the COW abbreviation",
    "state_name": "latest short name in English",
    "statement": "code of the statement",
    "status": "signatory, contracting, provisional, party, suspended, associate or observer",
    "title": "the title",
    "treaty": "code of the treaty",
    "url": "where it is published",
    "valid": "the period as recorded, EDTF interval with an inclusive last day; NULL = no limits known",
}


@dataclass(frozen=True, slots=True)
class View:
    """A public view: what a row is, its columns in order, what is particular about them, a query to start from."""

    row: str
    names: str
    example: str
    particular: Mapping[str, str] = field(default_factory=dict)

    @property
    def columns(self) -> dict[str, str]:
        """Return the meaning of each column, in order."""
        return {name: self.particular.get(name) or MEANINGS[name] for name in self.names.split()}


_BOUNDS = "start_earliest start_latest end_earliest end_latest"
_TENURE = (
    f"dataset state state_name person person_name office acting accredited_to title {_BOUNDS} origin tenure signatory "
    "statement"
)
_TENURES = {
    "origin": "`recorded` by an archivist, or `attested` by a signature (for the day of the statement)",
    "tenure": "number of the tenure, where recorded",
    "signatory": "number of the signatory, where attested",
    "statement": "code of the statement signed, where attested",
    "title": "the office as printed",
}

VIEWS = {
    "states": View(
        "A State, or State-like entity, with its latest names.",
        f"state state_name formal_name existence {_BOUNDS} un_admission note",
        "SELECT state, state_name FROM states WHERE un_admission >= '1992-01-01' ORDER BY un_admission",
        {"un_admission": "day of admission to the United Nations"},
    ),
    "state_names": View(
        "A name of a State, in a language, for a period.",
        f"state name language form valid {_BOUNDS} id",
        "SELECT name, valid FROM state_names WHERE state = 'BLR' AND language = 'en' ORDER BY start_earliest",
        {"id": "number of the name"},
    ),
    "state_codes": View(
        "A code of a State in another scheme, for a period.",
        f"state scheme code valid {_BOUNDS}",
        "SELECT state, code FROM state_codes WHERE scheme = 'cow' ORDER BY state",
        {"scheme": "iso2, iso3, m49, cow, cowabb, gw, wikidata, un"},
    ),
    "state_successions": View(
        "One State took the place of another, wholly or in part.",
        "predecessor successor kind date date_earliest date_latest note id",
        "SELECT successor, kind, date FROM state_successions WHERE predecessor = 'SUN' ORDER BY date",
        {
            "predecessor": "code of the State before",
            "successor": "code of the State after",
            "kind": "continuation, dissolution, separation, unification or cession",
            "date": "first day of the new situation, EDTF",
            "id": "number of the succession",
        },
    ),
    "treaties": View(
        "An international agreement, whatever its title.",
        "treaty title signed signed_earliest signed_latest signed_at in_force in_force_earliest in_force_latest "
        "term_years expires expires_earliest expires_latest depositary registration note",
        "SELECT treaty, title, in_force FROM treaties ORDER BY signed_earliest",
        {
            "signed": "day of adoption or signature, EDTF",
            "signed_earliest": "its lower bound, inclusive",
            "signed_latest": "its upper bound, inclusive",
            "signed_at": "place of signature",
            "in_force": "entry into force of the treaty itself, EDTF",
            "in_force_earliest": "its lower bound, inclusive; NULL with no latest = not in force",
            "in_force_latest": "its upper bound, inclusive",
            "term_years": "length of a term in years, where it has one",
            "expires": "end of the first term as the treaty provides, EDTF; ends no period by itself",
            "expires_earliest": "its lower bound, inclusive",
            "expires_latest": "its upper bound, inclusive",
            "depositary": "who keeps the original",
            "registration": "registration number, as UNTS I-32307",
        },
    ),
    "treaty_names": View(
        "Another name of a treaty or of the organization it founds.",
        "treaty name language form",
        "SELECT name, language FROM treaty_names WHERE treaty = 'cst' ORDER BY language, name",
    ),
    "treaty_relations": View(
        "How one treaty stands to another.",
        "treaty kind related",
        "SELECT treaty, kind, related FROM treaty_relations",
        {
            "kind": "amends, prolongs, supersedes or requires (a party to this one must be a party to that one)",
            "related": "code of the other treaty",
        },
    ),
    "organizations": View(
        "A body founded by a treaty; its members are that treaty's parties.",
        "organization name treaty note",
        "SELECT organization, name, treaty FROM organizations",
        {"treaty": "code of its constituent instrument"},
    ),
    "datasets": View(
        "A body of records kept under one authority.",
        "dataset title authority licence covers_from covers_to url note",
        "SELECT dataset, title, authority, licence FROM datasets",
        {
            "dataset": "its code; `register` holds the user's own records",
            "authority": "who keeps it",
            "licence": "under what terms it may be used",
            "covers_from": "first day it speaks of; NULL = no limit",
            "covers_to": "last day it speaks of, inclusive; NULL = no limit",
        },
    ),
    "acts": View(
        "One dated legal act of a State, or of an organ, with respect to a treaty; contradicting claims are all here.",
        "act dataset treaty state state_name kind date_text date date_earliest date_latest effect effect_earliest "
        "effect_latest organ signer signer_capacity rank contests stands note",
        "SELECT kind, date, effect, rank, stands FROM acts WHERE dataset = 'register' AND treaty = 'cst' "
        "AND state = 'UZB' ORDER BY date_earliest, act",
        {
            "state": "code of the State; NULL = an act for all parties",
            "kind": "what was done: signature, accession, withdrawal, suspension and so on (view act_effects)",
            "date": "date of the act (for an instrument: its deposit), EDTF",
            "effect": "date of effect where it differs, EDTF",
            "effect_earliest": "its lower bound, inclusive",
            "effect_latest": "its upper bound, inclusive",
            "organ": "the organ that acted, where it was not the State",
            "signer": "code of the person who signed for the State",
            "signer_capacity": "in what office",
            "contests": "number of the act about the same event that this one contradicts",
            "stands": "1 = membership follows from it; 0 = it has no effect, or a better-ranked claim stands",
        },
    ),
    "act_effects": View(
        "The rule of derivation as data: the status that each kind of act leads to.",
        "kind status level resets",
        "SELECT kind, status FROM act_effects ORDER BY level, kind",
        {
            "kind": "the kind of act",
            "status": "the status it leads to; `none` = an exit; NULL = no effect on membership",
            "level": "a higher level ends a lower one; a lower one after a higher one changes nothing",
            "resets": "1 = ends whatever status there was (exits and suspension)",
        },
    ),
    "memberships": View(
        "A spell of one status of one State under one treaty; derived from acts and rosters, never typed. Nothing is "
        "said of days after the last that its dataset covers: one that is open then has its end, at a day unknown, "
        "from the day after.",
        f"dataset treaty state state_name status {_BOUNDS} opened_by closed_by origin seq opened_by_act closed_by_act",
        "SELECT state, state_name FROM memberships WHERE dataset = 'register' AND treaty = 'cst' AND status = 'party' "
        "AND start_latest <= '2009-09-26' AND (end_earliest IS NULL OR '2009-09-26' < end_earliest)",
        {
            "closed_by": "kind of act or event that closed it; NULL = open",
            "origin": "what it was derived from: acts or rosters",
            "seq": "order of the State's periods under the treaty, from 1",
            "opened_by_act": "number of the act that opened it",
            "closed_by_act": "number of the act that closed it",
        },
    ),
    "current_members": View(
        "A party today, certain or possible; a dataset that does not cover today has no rows.",
        "dataset treaty state state_name standing since_earliest since_latest opened_by",
        "SELECT state, standing, since_latest FROM current_members WHERE dataset = 'register' AND treaty = 'cst'",
        {
            "standing": "`member` = certainly, `possible` = perhaps",
            "since_earliest": "first day, lower bound, inclusive; NULL = unbounded",
            "since_latest": "first day, upper bound, inclusive; NULL = not certain",
        },
    ),
    "membership_changes": View(
        "A beginning or an end of a membership period.",
        "dataset treaty state state_name change status earliest latest caused_by act",
        "SELECT state, change, status, latest, caused_by FROM membership_changes "
        "WHERE dataset = 'register' AND treaty = 'cst' AND status = 'party' ORDER BY latest, state",
        {
            "change": "began or ended",
            "earliest": "lower bound of the day, inclusive; NULL = unbounded",
            "latest": "upper bound of the day, inclusive; NULL = unbounded",
            "caused_by": "kind of act or event",
        },
    ),
    "rosters": View(
        "A State on a document's own list of members; a list without States is one row.",
        "roster dataset treaty statement body on_text on on_earliest on_latest complete rank state state_name position "
        "as_printed entry note",
        """SELECT state, "on" FROM rosters WHERE dataset = 'documents' AND treaty = 'cst' ORDER BY position""",
        {
            "roster": "number of the list",
            "body": "the treaty or organization as the document names it",
            "on_text": "the day it speaks of, as printed",
            "on": "the same in EDTF (a word of SQL: write it in double quotes)",
            "on_earliest": "its lower bound, inclusive",
            "on_latest": "its upper bound, inclusive",
            "complete": "1 = a State not listed was not a member",
            "position": "order on the list, from 1",
            "entry": "number of the State's line on the list",
        },
    ),
    "documents": View(
        "Anything citable, with or without its text.",
        "document kind title date_text date date_earliest date_latest symbols language publisher url retrieved_on "
        "sha256 characters text note received_type received_size received_sha256",
        "SELECT document, title, symbols, characters FROM documents WHERE text IS NOT NULL",
        {
            "symbols": "symbols or numbers under which it is cited, `; ` between",
            "publisher": "who issued it",
            "sha256": "SHA-256 of the text in UTF-8",
            "characters": "length of the text",
            "text": "its text exactly as received; offsets count its characters from 0",
            "received_type": "media type of the file kept beside the text; NULL = only a text was received",
            "received_size": "how many bytes it has",
            "received_sha256": "its SHA-256",
        },
    ),
    "statements": View(
        "One authored text inside a document: the covering letter, an annexed statement.",
        "statement document position kind title date_text date date_earliest date_latest place addressee language "
        "start_char end_char note",
        "SELECT s.statement, s.kind, substr(d.text, s.start_char + 1, 60) AS opening FROM statements AS s "
        "JOIN documents AS d ON d.document = s.document WHERE s.start_char IS NOT NULL",
        {
            "position": "order in the document, from 1",
            "place": "where it was adopted",
            "addressee": "to whom it is addressed",
        },
    ),
    "signatories": View(
        "A State, and where known a person in a capacity, under a statement.",
        "statement position state state_name person person_name as_printed capacity acting accredited_to mode "
        "joined_on withdrew_on date date_earliest date_latest signatory note",
        "SELECT position, state, person_name, capacity FROM signatories WHERE statement = 'cst-2002-statement' "
        "ORDER BY position",
        {
            "position": "order of signature, from 1",
            "mode": "signed, issued or named",
            "joined_on": "day it joined the statement later",
            "withdrew_on": "day it withdrew from the statement",
            "date": "date of the statement, EDTF",
        },
    ),
    "persons": View(
        "A person who signed or held an office.",
        "person name names note",
        "SELECT person, name, names FROM persons ORDER BY name",
        {"person": "code of the person", "name": "the name in reports", "names": "other spellings, `; ` between"},
    ),
    "person_names": View(
        "Another spelling or form of a person's name.",
        "person name language form",
        "SELECT person, name FROM person_names WHERE language = 'ru' ORDER BY person",
    ),
    "tenures": View(
        "A person's time in an office for a State, recorded or attested by a signature.",
        _TENURE,
        "SELECT state, person_name, office, origin FROM tenures ORDER BY state, start_latest",
        _TENURES,
    ),
    "heads_of_state": View(
        "A tenure of a head of State.",
        _TENURE,
        "SELECT state, person_name, start_latest FROM heads_of_state ORDER BY state",
        _TENURES,
    ),
    "representatives": View(
        "A tenure of a permanent representative, deputy, permanent observer or charge d'affaires.",
        _TENURE,
        "SELECT state, person_name, start_latest FROM representatives ORDER BY state",
        _TENURES,
    ),
    "citations": View(
        "The link from exactly one record to a document; the columns from `act` on hold that record's number.",
        "citation record record_id document title url retrieved_on locator quotation start_char end_char note act "
        "roster roster_entry signatory tenure statement treaty state state_name state_succession",
        "SELECT a.kind, a.date, c.document, c.quotation FROM acts AS a JOIN citations AS c ON c.act = a.act "
        "WHERE a.treaty = 'cst' AND a.state = 'UZB' ORDER BY a.date_earliest, a.act",
        {
            "citation": "number of the citation",
            "record": "what it proves: act, roster, roster_entry, signatory, tenure, statement, treaty, state, "
            "state_name or state_succession",
            "record_id": "number of that record",
            "title": "the document's title",
            **{
                name: f"number of the {name.replace('_', ' ')}, where it proves one"
                for name in ("roster_entry", "signatory", "tenure", "state_name")
            },
            **{name: f"code of the {name}, where it proves one" for name in ("statement", "treaty")},
            "state": "code of the State, where it proves one",
            "act": "number of the act, where it proves one",
            "roster": "number of the roster, where it proves one",
            "state_succession": "number of the succession, where it proves one",
        },
    ),
    "revisions": View(
        "One unit of change to the register.",
        "revision author message program opened_at closed_at changes outside previous_hash hash",
        "SELECT revision, author, message, changes FROM revisions ORDER BY revision DESC",
        {
            "revision": "its number, from 1",
            "author": "who signed it off; NULL = a write by an outside client",
            "message": "why",
            "program": "program and version that wrote it",
            "opened_at": "UTC, ISO 8601 with milliseconds",
            "closed_at": "UTC, ISO 8601 with milliseconds; NULL while it is being written",
            "changes": "how many rows it changed",
            "outside": "1 = written by a client that named no author",
            "previous_hash": "hash of the revision before; NULL for the first",
            "hash": "SHA-256 over the previous hash and the changes; NULL = not sealed yet",
        },
    ),
    "changes": View(
        "One row changed in one revision.",
        "change revision table_name row_id operation old new",
        "SELECT table_name, operation, COUNT(*) AS how_many FROM changes GROUP BY table_name, operation ORDER BY 1, 2",
        {
            "change": "number of the change",
            "revision": "number of the revision",
            "table_name": "the table of the row",
            "row_id": "the row's id",
            "operation": "insert, update or delete",
            "old": "the row before, as JSON",
            "new": "the row after, as JSON",
        },
    ),
}
"""The public views by name, the authority list first."""
