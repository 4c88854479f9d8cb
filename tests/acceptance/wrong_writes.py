"""What no client may write into a register with the seeds, as plain SQL; act 1 is Armenia's signature of 1992-05-15.

Document 8 is the letter of 2002 (7010 characters), 9 that of 2009; citation 2501 quotes 8 from 1776 to 1875.
"""

from __future__ import annotations

from typing import NamedTuple

SQLITE, SERVER = "sqlite", "postgresql"


class Wrong(NamedTuple):
    """A write, and what the refusal says (a regular expression); on one engine alone if named."""

    sql: str
    said: str
    engine: str | None = None


def orphan(column: str) -> str:
    """Return what is said of a reference to what is not there; `column` as TABLE.COLUMN, a regular expression."""
    table, _, name = column.partition(".")
    return rf"FOREIGN KEY constraint failed: {table}\.{name}\b|violates foreign key constraint \"fk_{table}__{name}\""


ACT = "INSERT INTO act (dataset_id, treaty_id, state_id, kind, date_edtf, date_earliest, date_latest) VALUES "
IN_1993 = "'accession', '1993', '1993-01-01', '1993-12-31');"
QUOTE = "INSERT INTO citation (act_id, document_id, quotation, start_char, end_char) VALUES "
TENURE = "INSERT INTO tenure (dataset_id, person_id, state_id, office, acting) VALUES "
PERIOD = "INSERT INTO membership_period (dataset_id, treaty_id, state_id, seq, status, start_latest, origin) VALUES "
ANOTHERS = "the code is another State's on the same days"
NOT_THERE = "the quotation is not the slice of the document's text"
DERIVED = "are derived; write the acts"
RULE = "the rule of derivation changes only by migration"
LOG = "the change log is append-only"
SEALED = "a sealed revision cannot be changed|append-only"

REFUSED = (
    # references, with the foreign keys of SQLite off
    Wrong(f"{ACT}(1, 999, 7, {IN_1993}", orphan("act.treaty_id")),
    Wrong(f"{ACT}(1, 1, 9999, {IN_1993}", orphan("act.state_id")),
    Wrong(f"{ACT}(99, 1, 7, {IN_1993}", orphan("act.dataset_id")),
    Wrong("UPDATE act SET state_id = 9999 WHERE id = 1;", orphan("act.state_id")),
    Wrong("UPDATE act SET state_id = 0 WHERE id = 1;", orphan("act.state_id")),
    Wrong("UPDATE signatory SET person_id = 999 WHERE id = 1;", orphan("signatory.person_id")),
    Wrong("UPDATE citation SET document_id = 999 WHERE id = 2501;", orphan("citation.document_id")),
    Wrong("WITH gone AS (SELECT 9999 AS s) UPDATE act SET state_id = (SELECT s FROM gone) WHERE id = 1;",
          orphan("act.state_id")),
    Wrong("DELETE FROM state WHERE code = 'UZB';", orphan("[a-z_]+.state_id")),
    Wrong("DELETE FROM treaty WHERE code = 'cst';", orphan("[a-z_]+.treaty_id")),
    Wrong("DELETE FROM document WHERE code = 'cst-2002';", orphan("[a-z_]+.document_id")),
    Wrong("DELETE FROM dataset WHERE code = 'register';", orphan("[a-z_]+.dataset_id")),
    Wrong("DELETE FROM act WHERE id = 1;", orphan("[a-z_]+.act_id")),
    Wrong("DELETE FROM roster WHERE id = 1;", orphan("[a-z_]+.roster_id")),
    Wrong("DELETE FROM statement WHERE id = 1;", orphan("[a-z_]+.statement_id")),
    Wrong("DELETE FROM person WHERE id = 1;", orphan("[a-z_]+.person_id")),
    Wrong(
        "BEGIN; SET CONSTRAINTS ALL DEFERRED; UPDATE act SET state_id = 9999 WHERE id = 1; COMMIT;",
        *(orphan("act.state_id"), SERVER),
    ),
    Wrong("MERGE INTO act AS a USING (SELECT 1) AS s ON a.id = 1 WHEN MATCHED THEN UPDATE SET state_id = 9999;",
          orphan("act.state_id"), SERVER),
    Wrong("WITH gone AS (DELETE FROM roster_entry RETURNING roster_id) DELETE FROM roster WHERE id IN "
          "(SELECT roster_id FROM gone);", orphan("[a-z_]+.roster_(entry_)?id"), SERVER),
    # one record in the place of another
    Wrong("UPDATE act SET id = 5000 WHERE id = 1;", r"act.id is never changed|the id of a row is never changed"),
    Wrong("UPDATE state SET id = 5000 WHERE id = 7;", r"state.id is never changed|the id of a row is never changed"),
    Wrong("UPDATE act SET rowid = 9000 WHERE id = 1;", "act.id is never changed", SQLITE),
    Wrong("INSERT INTO state (code) VALUES ('UZB');", "state.code|uq_state__code"),
    Wrong("INSERT INTO person (code, name) SELECT code, 'Eve' FROM person WHERE id = 1;", "person.code|uq_person_"),
    Wrong("INSERT OR REPLACE INTO state (id, code) VALUES (7, 'ARM');", "UNIQUE constraint failed: state.id", SQLITE),
    Wrong("REPLACE INTO person (id, code, name) VALUES (1, 'eve', 'Eve');", "UNIQUE.*person.id", SQLITE),
    Wrong("REPLACE INTO state (code) VALUES ('UZB');", "UNIQUE constraint failed: state.code", SQLITE),
    Wrong("UPDATE OR REPLACE state SET code = 'ARM' WHERE code = 'UZB';", "UNIQUE.*state.code", SQLITE),
    Wrong("UPDATE OR REPLACE act SET id = 1 WHERE id = 2;", "act.id is never changed", SQLITE),
    Wrong(f"{ACT.replace('INSERT', 'INSERT OR IGNORE')}(1, 999, 7, {IN_1993}", orphan("act.treaty_id"), SQLITE),
    Wrong("PRAGMA recursive_triggers = OFF; REPLACE INTO person (id, code, name) VALUES (1, 'eve', 'Eve');",
          "UNIQUE.*person.id", SQLITE),
    Wrong("INSERT INTO person (code, name) SELECT code, '' FROM person WHERE id = 1 ON CONFLICT (code) DO UPDATE SET "
          "name = '';", "ck_person__filled|person.code"),
    Wrong("INSERT INTO roster_entry (roster_id, state_id) SELECT roster_id, state_id FROM roster_entry WHERE id = 1;",
          "roster_entry.roster_id, roster_entry.state_id|uq_roster_entry__roster_id_state_id"),
    Wrong("INSERT INTO signatory (statement_id, position, state_id, mode, acting) SELECT statement_id, position, "
          "state_id, mode, 0 FROM signatory WHERE id = 1;",
          "signatory.statement_id, signatory.position|uq_signatory__statement_id_position"),
    Wrong("UPDATE act SET contests_id = id WHERE id = 1;", "ck_act__contests_another"),
    Wrong("UPDATE act SET contests_id = 2 WHERE id = 1;", "an act contests an uncontesting act of the same dataset"),
    Wrong("INSERT INTO treaty_relation (treaty_id, related_id, kind) VALUES (1, 1, 'amends');", "__two_treaties"),
    Wrong("INSERT INTO state_succession (predecessor_id, successor_id, kind) VALUES (1, 1, 'cession');", "_two_states"),
    Wrong("INSERT INTO person (id, code, name) VALUES (0, 'eve-0', 'Eve');", "person.id is positive|ck_person__id_pos"),
    Wrong("INSERT INTO state (id, code) VALUES (-1, 'XXA');", "state.id is positive|ck_state__id_positive"),
    Wrong(f"{ACT.replace('(dataset_id', '(id, dataset_id')}(-7, 1, 1, 7, {IN_1993}", "act.id is positive|ck_act__id_"),
    Wrong("INSERT INTO revision (id, opened_at) VALUES (0, 'x');", "ck_revision__number_positive"),
    Wrong("BEGIN; INSERT INTO revision (id, opened_at) VALUES (99, 'x'); INSERT INTO change (id, revision_id, "
          "table_name, row_id, operation, new) VALUES (0, 99, 'act', 1, 'insert', '{}'); COMMIT;",
          "ck_change__id_positive", SERVER),
    # one code for two States: Armenia has AM without limits, South Viet Nam VN until 1976-07-01, Viet Nam from the next
    Wrong("INSERT INTO state_code (state_id, scheme, code) VALUES (8, 'iso2', 'AM');", ANOTHERS),
    Wrong("UPDATE state_code SET code = 'AM' WHERE scheme = 'iso2' AND code = 'KZ';", ANOTHERS),
    Wrong("UPDATE state_code SET start_earliest = '1976-01-01', start_latest = '1976-07-01', valid = '1976/..' "
          "WHERE scheme = 'iso2' AND code = 'VN' AND end_earliest IS NULL;", ANOTHERS),
    Wrong("UPDATE state_code SET end_earliest = '1976-07-03', end_latest = '1976-07-03' WHERE scheme = 'iso2' "
          "AND code = 'VN' AND end_earliest IS NOT NULL;", ANOTHERS),
    # days and periods
    Wrong("UPDATE act SET date_earliest = '2023-02-30' WHERE id = 1;", "__date_earliest_day|out of range"),
    Wrong("UPDATE act SET date_earliest = '0000-00-00' WHERE id = 1;", "__date_earliest_day|out of range"),
    Wrong("UPDATE act SET date_latest = 'infinity' WHERE id = 1;", "ck_act__date_latest_day"),
    Wrong("UPDATE act SET date_earliest = '0044-03-15 BC' WHERE id = 1;", "ck_act__date_earliest_day"),
    Wrong("UPDATE act SET date_latest = '10000-01-01' WHERE id = 1;", "ck_act__date_latest_day"),
    Wrong("UPDATE act SET date_earliest = 19920515 WHERE id = 1;", "__date_earliest_day|of type date but"),
    Wrong("UPDATE act SET date_earliest = x'32303032' WHERE id = 1;", "cannot store BLOB value", SQLITE),
    Wrong("UPDATE act SET date_earliest = '1992-05-15' || char(0) || 'x' WHERE id = 1;", "date_earliest_day", SQLITE),
    Wrong("UPDATE signatory SET joined_on = '2002-13-01' WHERE id = 1;", "__joined_on_day|out of range"),
    Wrong("UPDATE act SET date_earliest = '1993-01-02', date_latest = '1993-01-01' WHERE id = 1;", "__date_ordered"),
    Wrong("UPDATE act SET date_edtf = NULL WHERE id = 1;", "ck_act__date_stated"),
    Wrong("UPDATE act SET date_edtf = NULL, date_earliest = NULL, date_latest = NULL WHERE id = 1;", "ck_act__dated"),
    Wrong("UPDATE state SET end_earliest = '1800-01-01', end_latest = '1800-01-01' WHERE code = 'UZB';",
          "ck_state__start_before_end"),
    Wrong("UPDATE state SET end_earliest = NULL, end_latest = '2000-01-01' WHERE code = 'UZB';", "__end_known_since"),
    Wrong("UPDATE dataset SET covers_from = '2002-05-14', covers_to = '1816-01-01' WHERE id = 2;",
          "ck_dataset__covers_ordered"),
    # words of closed lists, codes, numbers
    Wrong("UPDATE act SET kind = 'joined' WHERE id = 1;", "ck_act__kind_known"),
    Wrong("UPDATE act SET kind = NULL WHERE id = 1;", "NOT NULL constraint failed: act.kind|null value in column"),
    Wrong("UPDATE act SET rank = 'best' WHERE id = 1;", "ck_act__rank_known"),
    Wrong("UPDATE act SET state_id = NULL WHERE id = 1;", "ck_act__state_named"),
    Wrong(f"{TENURE}(1, 1, 7, 'king', 0);", "ck_tenure__office_known"),
    Wrong(f"{TENURE}(1, 1, 7, 'head_of_state', 2);", "ck_tenure__acting_flag"),
    Wrong("INSERT INTO dataset (code, title) VALUES ('', 'x');", "ck_dataset__code_lower"),
    Wrong("INSERT INTO dataset (code, title) VALUES ('REGISTER', 'x');", "ck_dataset__code_lower"),
    Wrong("UPDATE dataset SET code = 'Documents' WHERE code = 'documents';", "ck_dataset__code_lower"),
    Wrong("INSERT INTO dataset (code, title) VALUES (' ', 'x');", "ck_dataset__code_whole"),
    Wrong("INSERT INTO dataset (code, title) VALUES ('register ', 'x');", "ck_dataset__code_whole"),
    Wrong("INSERT INTO dataset (code, title) VALUES ('my own', 'x');", "ck_dataset__code_whole"),
    Wrong("INSERT INTO dataset (code, title) VALUES ('register' || char(9), 'x');", "ck_dataset__code_whole", SQLITE),
    Wrong("INSERT INTO dataset (code, title) VALUES (char(160) || 'register', 'x');", "__code_whole", SQLITE),
    Wrong(r"INSERT INTO dataset (code, title) VALUES (E'register\t', 'x');", "ck_dataset__code_whole", SERVER),
    Wrong("INSERT INTO dataset (code, title) VALUES (chr(160) || 'register', 'x');", "__code_whole", SERVER),
    Wrong("INSERT INTO treaty (code, title) VALUES ('CST2', 'x');", "ck_treaty__code_lower"),
    Wrong("INSERT INTO state (code) VALUES ('xyz');", "ck_state__code_upper"),
    Wrong("UPDATE state_name SET name = '' WHERE id = 1;", "ck_state_name__name_filled"),
    Wrong("UPDATE treaty SET term_years = -5;", "ck_treaty__term_positive"),
    Wrong("UPDATE treaty SET term_years = 'five';", "cannot store TEXT value|invalid input syntax"),
    Wrong("UPDATE act SET treaty_id = 9e999 WHERE id = 1;", "cannot store REAL value|out of range"),
    Wrong("UPDATE act SET treaty_id = 'NaN'::float8::int WHERE id = 1;", "integer out of range", SERVER),
    Wrong("UPDATE person SET name = x'ff' WHERE id = 1;", "cannot store BLOB value", SQLITE),
    Wrong(r"UPDATE person SET name = E'A\u0000B' WHERE id = 1;", "invalid Unicode escape", SERVER),
    # citations and texts
    Wrong("UPDATE citation SET state_id = 1 WHERE act_id IS NOT NULL;", "ck_citation__one_target"),
    Wrong("INSERT INTO citation (document_id, locator) VALUES (8, 'p. 1');", "ck_citation__one_target"),
    Wrong(f"{QUOTE}(1, 8, 'signing', 1875, 1776);", NOT_THERE),
    Wrong(f"{QUOTE}(1, 8, 'signing of the Treaty', 7005, 7026);", NOT_THERE),
    Wrong(f"{QUOTE}(1, 8, 'was never written', 10, 27);", NOT_THERE),
    Wrong(f"{QUOTE}(1, 8, 'Treaty', NULL, NULL);", NOT_THERE),
    Wrong(f"{QUOTE}(1, 8, 'x', -1, 0);", NOT_THERE),
    Wrong(f"{QUOTE}(1, 8, '', 5, 5);", "ck_citation__quotation_filled"),
    Wrong("UPDATE citation SET start_char = start_char + 1, end_char = end_char + 1 WHERE id = 2501;", NOT_THERE),
    Wrong("UPDATE citation SET quotation = 'May 14, 2002 in Moscow' WHERE id = 2506;", NOT_THERE),
    Wrong("UPDATE document SET text = replace(text, 'Uzbekistan', 'Nowhere__') WHERE id = 9;",
          "citations quote words|statements reach beyond"),
    Wrong("UPDATE document SET text = substr(text, 1, 100) WHERE id = 8;", "citations quote|statements reach beyond"),
    Wrong("UPDATE document SET text = NULL, sha256 = NULL WHERE id = 8;", "citations quote the text"),
    Wrong("UPDATE document SET sha256 = NULL WHERE id = 8;", "ck_document__text_with_hash"),
    Wrong("UPDATE document SET sha256 = 'abc' WHERE id = 9;", "ck_document__hash_"),
    Wrong("UPDATE document SET sha256 = '' WHERE id = 9;", "ck_document__hash_"),
    Wrong("UPDATE document SET sha256 = upper(sha256) WHERE id = 9;", "ck_document__hash_"),
    Wrong("UPDATE document SET sha256 = sha256 || '0' WHERE id = 9;", "ck_document__hash_"),
    Wrong("UPDATE document SET sha256 = ' ' || substr(sha256, 2) WHERE id = 9;", "ck_document__hash_"),
    Wrong("UPDATE document SET sha256 = sha256 || char(0) WHERE id = 9;", "ck_document__hash_form", SQLITE),
    Wrong("UPDATE document SET text = text || ' ' WHERE id = 9;", "ck_document__hash_true", SERVER),
    Wrong("UPDATE document SET sha256 = repeat('0', 64) WHERE id = 9;", "ck_document__hash_true", SERVER),
    Wrong("INSERT INTO document (code, kind, title, text, sha256) VALUES ('zz', 'other', 't', 'x', repeat('0', 64));",
          "ck_document__hash_true", SERVER),
    Wrong("UPDATE statement SET end_char = 99999 WHERE id = 1;", "the statement reaches beyond the text"),
    Wrong(r"""COPY citation (act_id, document_id, quotation, start_char, end_char) FROM PROGRAM """
          r"""'printf "1\t8\tnever written\t10\t23\n"';""", NOT_THERE, SERVER),
    # what is derived, and the rule of it
    Wrong(f"{PERIOD}(1, 1, 100, 1, 'party', '1994-01-01', 'acts');", DERIVED),
    Wrong("UPDATE membership_period SET end_earliest = NULL, end_latest = NULL;", DERIVED),
    Wrong("DELETE FROM membership_period;", DERIVED),
    Wrong("UPDATE membership_event SET earliest = '1990-01-01';", DERIVED),
    Wrong("DELETE FROM membership_event;", DERIVED),
    Wrong("UPDATE act_effect SET status = 'party' WHERE kind = 'signature';", RULE),
    Wrong("INSERT INTO act_effect (kind, status, level, resets) VALUES ('friendship', 'party', 3, 0);", RULE),
    Wrong("DELETE FROM derivation_switch;", "the switch of the derivation is turned"),
    Wrong("UPDATE derivation_switch SET enabled = 2;", "ck_derivation_switch__enabled_flag"),
    Wrong("DELETE FROM memberships;", "because it is a view|cannot delete from view"),
    Wrong("TRUNCATE act CASCADE;", "TRUNCATE passes by the change log", SERVER),
    Wrong("TRUNCATE membership_period;", "TRUNCATE passes by the change log", SERVER),
    Wrong("TRUNCATE act_effect;", RULE, SERVER),
    # the history
    Wrong("DELETE FROM change WHERE id = 1;", LOG),
    Wrong("UPDATE change SET new = NULL WHERE id = 1;", LOG),
    Wrong("INSERT INTO change (revision_id, table_name, row_id, operation, new) VALUES (1, 'act', 1, 'insert', '{}');",
          "a change belongs to a revision that is not sealed yet"),
    Wrong("UPDATE revision SET hash = NULL;", SEALED),
    Wrong("UPDATE revision SET author = 'Eve' WHERE id = 1;", SEALED),
    Wrong("DELETE FROM revision;", SEALED),
    Wrong("INSERT INTO revision (id, opened_at, hash) VALUES (99, 'x', 'abc');", "__closed_before_hash"),
    Wrong("REPLACE INTO revision (id, opened_at) VALUES (1, 'x');", SEALED, SQLITE),
    Wrong("UPDATE OR REPLACE revision SET id = 1;", SEALED, SQLITE),
    Wrong("INSERT OR REPLACE INTO change VALUES (1, 1, 'state', 1, 'insert', NULL, '{}');", LOG, SQLITE),
    Wrong("TRUNCATE change;", LOG, SERVER),
    Wrong("TRUNCATE revision CASCADE;", LOG, SERVER),
)  # fmt: skip


class Odd(NamedTuple):
    """What is accepted, and the line in which a command tells of it (a part of it); on one engine alone if named."""

    sql: str
    line: str
    engine: str | None = None


# by `check`, whoever wrote it
VALUES = (
    Odd("UPDATE act SET date_edtf = '1992', date_earliest = '1993-01-01', date_latest = '1993-12-31' WHERE id = 1;",
        "bounds act:1 date: 1992 means 1992-01-01..1992-12-31, kept is 1993-01-01..1993-12-31"),
    Odd("UPDATE act SET date_edtf = 'some day' WHERE id = 2;", "bounds act:2 date: 'some day'"),
    Odd("UPDATE state SET existence = '1900/..' WHERE id = 7;", "bounds state:7 existence: 1900/.. means"),
    Odd("UPDATE document SET sha256 = printf('%064d', 0) WHERE id = 9;",
        "text document:cst-2009 its text has the SHA-256 ba46", SQLITE),
    Odd("INSERT INTO document (id, code, kind, title, text, sha256) "
        "VALUES (900, 'zz', 'other', 't', 'x', printf('%064d', 1));",
        "text document:zz its text has the SHA-256 2d711642", SQLITE),
    Odd("UPDATE treaty SET title = '' WHERE id = 1;", "value treaty:1 its title is blank"),
    Odd("INSERT INTO state_name (id, state_id, name, language, form) VALUES (9000, 7, 'Armenia II', 'en', 'short');",
        "overlap state_name:"),
    Odd("INSERT INTO state_code (id, state_id, scheme, code) VALUES (9000, 7, 'iso2', 'AX-');", "overlap state_code:"),
    Odd("UPDATE derivation_switch SET enabled = 0;", "derivation derivation_switch:1 derivation is switched off"),
    Odd("UPDATE roster SET complete = 0 WHERE id = 1;", "derivation membership_refresh"),
)  # fmt: skip

# by `verify`, where a client of SQLite takes a guard away or switches it off
GUARDS_OFF = (
    Odd("PRAGMA ignore_check_constraints = ON; UPDATE act SET kind = 'joined' WHERE id = 2;",
        "constraint SQLite says: CHECK constraint failed in act"),
    Odd("PRAGMA ignore_check_constraints = OFF;", "outside"),
    Odd("DROP TRIGGER act_guard_update; UPDATE act SET state_id = 9999 WHERE id = 3;",
        "reference act 3: there is no state 9999, which state_id names"),
    Odd("DROP TRIGGER document_guard_delete__citation__document_id;",
        "schema the trigger document_guard_delete__citation__document_id is gone"),
    Odd("DROP TRIGGER person_log_update; UPDATE person SET note = 'unlogged' WHERE id = 1;",
        "row person 1 is not what revision 1 left: note differ"),
    Odd("DROP TRIGGER person_log_insert_outside; INSERT INTO person (id, code, name) VALUES (900, 'e', 'Eve');",
        "row person 900 is in no revision: it was written past the log"),
    Odd("DROP TRIGGER treaty_name_log_delete; DELETE FROM treaty_name WHERE id = 1;",
        "row treaty_name 1 is gone, and no revision removed it"),
    Odd("DROP TRIGGER change_kept_delete; DELETE FROM change WHERE table_name = 'organization';", "hash"),
    Odd("DROP TRIGGER act_contest_update; UPDATE act SET contests_id = 4 WHERE id = 5;",
        "constraint act 5 contests none of the uncontesting acts"),
    Odd("DROP TRIGGER statement_extent_update; UPDATE statement SET start_char = 1, end_char = 99999 WHERE id = 1;",
        "constraint statement 1 reaches beyond the text of its document"),
    Odd("CREATE TRIGGER quiet BEFORE DELETE ON dataset BEGIN SELECT RAISE(IGNORE); END;",
        "schema the trigger quiet is none of this program's"),
    Odd("PRAGMA writable_schema = ON; UPDATE sqlite_master SET sql = replace(sql, 'ABORT', 'ROLLBACK') "
        "WHERE name = 'citation_words_insert'; PRAGMA writable_schema = OFF;",
        "schema the trigger citation_words_insert is not as this program makes it"),
    Odd("ALTER TABLE tenure ADD COLUMN secret TEXT;", "schema the table tenure is not as this program makes it"),
    Odd("DROP TRIGGER state_code_one_state_update;", "schema the trigger state_code_one_state_update is gone"),
    Odd("PRAGMA ignore_check_constraints = ON; UPDATE dataset SET covers_from = '2030-01-01', covers_to = '2014-12-31' "
        "WHERE id = 2; PRAGMA ignore_check_constraints = OFF;",
        "constraint SQLite says: CHECK constraint failed in dataset"),
    Odd("DROP INDEX ix_act__key;", "schema the index ix_act__key is gone"),
    Odd("DROP VIEW current_members;", "schema the view current_members is gone"),
    Odd("UPDATE person SET name = 'A' || char(0) || 'B' WHERE id = 2;", "text person 2 holds a NUL character"),
    Odd("UPDATE person SET name = CAST(x'ff' AS TEXT) WHERE id = 3;", "text person 3 holds a NUL character, or bytes"),
)  # fmt: skip

# the same where the owner of a PostgreSQL database does
SERVER_GUARDS_OFF = (
    Odd("DROP TRIGGER state_code_one_state ON state_code;", "schema the trigger state_code_one_state is gone"),
    Odd("SET session_replication_role = replica; UPDATE act SET state_id = 9999 WHERE id = 3;",
        "reference act 3: there is no state 9999, which state_id names"),
    Odd("INSERT INTO person (id, code, name) VALUES (900, 'e', 'Eve');",
        "row person 900 is in no revision: it was written past the log"),
    Odd("DELETE FROM treaty_name WHERE id = 1;", "row treaty_name 1 is gone, and no revision removed it"),
    Odd("DELETE FROM change WHERE table_name = 'organization';", "hash"),
    Odd("UPDATE act SET contests_id = 4 WHERE id = 5;", "constraint act 5 contests none of the uncontesting acts"),
    Odd("UPDATE statement SET start_char = 1, end_char = 99999 WHERE id = 1; SET session_replication_role = origin;",
        "constraint statement 1 reaches beyond the text of its document"),
    Odd("ALTER TABLE citation DISABLE TRIGGER citation_words;", "the trigger citation_words of citation is switched"),
    Odd("ALTER TABLE roster_entry DISABLE TRIGGER ALL;", "the trigger roster_entry_log of roster_entry is switch"),
    Odd("DROP TRIGGER person_log ON person; UPDATE person SET note = 'unlogged' WHERE id = 1;",
        "row person 1 is not what revision 1 left: note differ"),
    Odd("DROP TRIGGER document_text ON document;", "schema the trigger document_text is gone"),
    Odd("ALTER TABLE dataset DROP CONSTRAINT ck_dataset__covers_ordered;",
        "the constraint ck_dataset__covers_ordered of dataset is gone"),
    Odd("ALTER TABLE act DROP CONSTRAINT ck_act__rank_known;", "the constraint ck_act__rank_known of act is gone"),
    Odd("ALTER TABLE tenure DROP CONSTRAINT fk_tenure__state_id; ALTER TABLE tenure ADD CONSTRAINT fk_tenure__state_id "
        "FOREIGN KEY (state_id) REFERENCES state NOT VALID;",
        "the constraint fk_tenure__state_id of tenure holds for new rows only"),
)  # fmt: skip
