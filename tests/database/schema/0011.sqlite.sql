-- trigger act_log_delete
CREATE TRIGGER act_log_delete AFTER DELETE ON act
BEGIN
INSERT INTO revision (id, opened_at, closed_at)
SELECT (SELECT COALESCE(MAX(id), 0) + 1 FROM revision), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), strftime('%Y-%m-%dT%H:%M:%fZ', 'now')
WHERE NOT EXISTS (SELECT 1 FROM revision WHERE closed_at IS NULL) AND NOT EXISTS (
SELECT 1 FROM revision WHERE id = (SELECT MAX(id) FROM revision)
AND author IS NULL AND hash IS NULL AND opened_at = strftime('%Y-%m-%dT%H:%M:%fZ', 'now'));
INSERT INTO change (revision_id, table_name, row_id, operation, old, new) VALUES (
COALESCE((SELECT id FROM revision WHERE closed_at IS NULL), (SELECT MAX(id) FROM revision)),
'act', OLD.id, 'delete', json_object('contests_id', OLD.contests_id, 'dataset_id', OLD.dataset_id, 'date_earliest', OLD.date_earliest, 'date_edtf', OLD.date_edtf, 'date_latest', OLD.date_latest, 'date_text', OLD.date_text, 'effect_earliest', OLD.effect_earliest, 'effect_edtf', OLD.effect_edtf, 'effect_latest', OLD.effect_latest, 'effect_text', OLD.effect_text, 'id', OLD.id, 'kind', OLD.kind, 'note', OLD.note, 'organ', OLD.organ, 'rank', OLD.rank, 'signer_capacity', OLD.signer_capacity, 'signer_id', OLD.signer_id, 'state_id', OLD.state_id, 'treaty_id', OLD.treaty_id), NULL);
END

-- trigger act_log_insert
CREATE TRIGGER act_log_insert AFTER INSERT ON act
WHEN EXISTS (SELECT 1 FROM revision WHERE closed_at IS NULL)
BEGIN
INSERT INTO change (revision_id, table_name, row_id, operation, old, new) VALUES (
(SELECT id FROM revision WHERE closed_at IS NULL),
'act', NEW.id, 'insert', NULL, json_object('contests_id', NEW.contests_id, 'dataset_id', NEW.dataset_id, 'date_earliest', NEW.date_earliest, 'date_edtf', NEW.date_edtf, 'date_latest', NEW.date_latest, 'date_text', NEW.date_text, 'effect_earliest', NEW.effect_earliest, 'effect_edtf', NEW.effect_edtf, 'effect_latest', NEW.effect_latest, 'effect_text', NEW.effect_text, 'id', NEW.id, 'kind', NEW.kind, 'note', NEW.note, 'organ', NEW.organ, 'rank', NEW.rank, 'signer_capacity', NEW.signer_capacity, 'signer_id', NEW.signer_id, 'state_id', NEW.state_id, 'treaty_id', NEW.treaty_id));
END

-- trigger act_log_insert_outside
CREATE TRIGGER act_log_insert_outside AFTER INSERT ON act
WHEN NOT EXISTS (SELECT 1 FROM revision WHERE closed_at IS NULL)
BEGIN
INSERT INTO revision (id, opened_at, closed_at)
SELECT (SELECT COALESCE(MAX(id), 0) + 1 FROM revision), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), strftime('%Y-%m-%dT%H:%M:%fZ', 'now')
WHERE NOT EXISTS (SELECT 1 FROM revision WHERE closed_at IS NULL) AND NOT EXISTS (
SELECT 1 FROM revision WHERE id = (SELECT MAX(id) FROM revision)
AND author IS NULL AND hash IS NULL AND opened_at = strftime('%Y-%m-%dT%H:%M:%fZ', 'now'));
INSERT INTO change (revision_id, table_name, row_id, operation, old, new) VALUES (
COALESCE((SELECT id FROM revision WHERE closed_at IS NULL), (SELECT MAX(id) FROM revision)),
'act', NEW.id, 'insert', NULL, json_object('contests_id', NEW.contests_id, 'dataset_id', NEW.dataset_id, 'date_earliest', NEW.date_earliest, 'date_edtf', NEW.date_edtf, 'date_latest', NEW.date_latest, 'date_text', NEW.date_text, 'effect_earliest', NEW.effect_earliest, 'effect_edtf', NEW.effect_edtf, 'effect_latest', NEW.effect_latest, 'effect_text', NEW.effect_text, 'id', NEW.id, 'kind', NEW.kind, 'note', NEW.note, 'organ', NEW.organ, 'rank', NEW.rank, 'signer_capacity', NEW.signer_capacity, 'signer_id', NEW.signer_id, 'state_id', NEW.state_id, 'treaty_id', NEW.treaty_id));
END

-- trigger act_log_update
CREATE TRIGGER act_log_update AFTER UPDATE ON act
WHEN json_object('contests_id', OLD.contests_id, 'dataset_id', OLD.dataset_id, 'date_earliest', OLD.date_earliest, 'date_edtf', OLD.date_edtf, 'date_latest', OLD.date_latest, 'date_text', OLD.date_text, 'effect_earliest', OLD.effect_earliest, 'effect_edtf', OLD.effect_edtf, 'effect_latest', OLD.effect_latest, 'effect_text', OLD.effect_text, 'id', OLD.id, 'kind', OLD.kind, 'note', OLD.note, 'organ', OLD.organ, 'rank', OLD.rank, 'signer_capacity', OLD.signer_capacity, 'signer_id', OLD.signer_id, 'state_id', OLD.state_id, 'treaty_id', OLD.treaty_id) <> json_object('contests_id', NEW.contests_id, 'dataset_id', NEW.dataset_id, 'date_earliest', NEW.date_earliest, 'date_edtf', NEW.date_edtf, 'date_latest', NEW.date_latest, 'date_text', NEW.date_text, 'effect_earliest', NEW.effect_earliest, 'effect_edtf', NEW.effect_edtf, 'effect_latest', NEW.effect_latest, 'effect_text', NEW.effect_text, 'id', NEW.id, 'kind', NEW.kind, 'note', NEW.note, 'organ', NEW.organ, 'rank', NEW.rank, 'signer_capacity', NEW.signer_capacity, 'signer_id', NEW.signer_id, 'state_id', NEW.state_id, 'treaty_id', NEW.treaty_id)
BEGIN
INSERT INTO revision (id, opened_at, closed_at)
SELECT (SELECT COALESCE(MAX(id), 0) + 1 FROM revision), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), strftime('%Y-%m-%dT%H:%M:%fZ', 'now')
WHERE NOT EXISTS (SELECT 1 FROM revision WHERE closed_at IS NULL) AND NOT EXISTS (
SELECT 1 FROM revision WHERE id = (SELECT MAX(id) FROM revision)
AND author IS NULL AND hash IS NULL AND opened_at = strftime('%Y-%m-%dT%H:%M:%fZ', 'now'));
INSERT INTO change (revision_id, table_name, row_id, operation, old, new) VALUES (
COALESCE((SELECT id FROM revision WHERE closed_at IS NULL), (SELECT MAX(id) FROM revision)),
'act', NEW.id, 'update', json_object('contests_id', OLD.contests_id, 'dataset_id', OLD.dataset_id, 'date_earliest', OLD.date_earliest, 'date_edtf', OLD.date_edtf, 'date_latest', OLD.date_latest, 'date_text', OLD.date_text, 'effect_earliest', OLD.effect_earliest, 'effect_edtf', OLD.effect_edtf, 'effect_latest', OLD.effect_latest, 'effect_text', OLD.effect_text, 'id', OLD.id, 'kind', OLD.kind, 'note', OLD.note, 'organ', OLD.organ, 'rank', OLD.rank, 'signer_capacity', OLD.signer_capacity, 'signer_id', OLD.signer_id, 'state_id', OLD.state_id, 'treaty_id', OLD.treaty_id), json_object('contests_id', NEW.contests_id, 'dataset_id', NEW.dataset_id, 'date_earliest', NEW.date_earliest, 'date_edtf', NEW.date_edtf, 'date_latest', NEW.date_latest, 'date_text', NEW.date_text, 'effect_earliest', NEW.effect_earliest, 'effect_edtf', NEW.effect_edtf, 'effect_latest', NEW.effect_latest, 'effect_text', NEW.effect_text, 'id', NEW.id, 'kind', NEW.kind, 'note', NEW.note, 'organ', NEW.organ, 'rank', NEW.rank, 'signer_capacity', NEW.signer_capacity, 'signer_id', NEW.signer_id, 'state_id', NEW.state_id, 'treaty_id', NEW.treaty_id));
END

-- trigger change_kept_insert
CREATE TRIGGER change_kept_insert AFTER INSERT ON change
WHEN NEW.id < 1 OR NOT EXISTS (SELECT 1 FROM revision WHERE id = NEW.revision_id AND hash IS NULL)
BEGIN
SELECT RAISE(ABORT, 'the id of a change is positive') WHERE NEW.id < 1;
SELECT RAISE(ABORT, 'a change belongs to a revision that is not sealed yet');
END

-- trigger citation_log_delete
CREATE TRIGGER citation_log_delete AFTER DELETE ON citation
BEGIN
INSERT INTO revision (id, opened_at, closed_at)
SELECT (SELECT COALESCE(MAX(id), 0) + 1 FROM revision), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), strftime('%Y-%m-%dT%H:%M:%fZ', 'now')
WHERE NOT EXISTS (SELECT 1 FROM revision WHERE closed_at IS NULL) AND NOT EXISTS (
SELECT 1 FROM revision WHERE id = (SELECT MAX(id) FROM revision)
AND author IS NULL AND hash IS NULL AND opened_at = strftime('%Y-%m-%dT%H:%M:%fZ', 'now'));
INSERT INTO change (revision_id, table_name, row_id, operation, old, new) VALUES (
COALESCE((SELECT id FROM revision WHERE closed_at IS NULL), (SELECT MAX(id) FROM revision)),
'citation', OLD.id, 'delete', json_object('act_id', OLD.act_id, 'document_id', OLD.document_id, 'end_char', OLD.end_char, 'id', OLD.id, 'locator', OLD.locator, 'note', OLD.note, 'quotation', OLD.quotation, 'roster_entry_id', OLD.roster_entry_id, 'roster_id', OLD.roster_id, 'signatory_id', OLD.signatory_id, 'start_char', OLD.start_char, 'state_id', OLD.state_id, 'state_name_id', OLD.state_name_id, 'state_succession_id', OLD.state_succession_id, 'statement_id', OLD.statement_id, 'tenure_id', OLD.tenure_id, 'treaty_id', OLD.treaty_id), NULL);
END

-- trigger citation_log_insert
CREATE TRIGGER citation_log_insert AFTER INSERT ON citation
WHEN EXISTS (SELECT 1 FROM revision WHERE closed_at IS NULL)
BEGIN
INSERT INTO change (revision_id, table_name, row_id, operation, old, new) VALUES (
(SELECT id FROM revision WHERE closed_at IS NULL),
'citation', NEW.id, 'insert', NULL, json_object('act_id', NEW.act_id, 'document_id', NEW.document_id, 'end_char', NEW.end_char, 'id', NEW.id, 'locator', NEW.locator, 'note', NEW.note, 'quotation', NEW.quotation, 'roster_entry_id', NEW.roster_entry_id, 'roster_id', NEW.roster_id, 'signatory_id', NEW.signatory_id, 'start_char', NEW.start_char, 'state_id', NEW.state_id, 'state_name_id', NEW.state_name_id, 'state_succession_id', NEW.state_succession_id, 'statement_id', NEW.statement_id, 'tenure_id', NEW.tenure_id, 'treaty_id', NEW.treaty_id));
END

-- trigger citation_log_insert_outside
CREATE TRIGGER citation_log_insert_outside AFTER INSERT ON citation
WHEN NOT EXISTS (SELECT 1 FROM revision WHERE closed_at IS NULL)
BEGIN
INSERT INTO revision (id, opened_at, closed_at)
SELECT (SELECT COALESCE(MAX(id), 0) + 1 FROM revision), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), strftime('%Y-%m-%dT%H:%M:%fZ', 'now')
WHERE NOT EXISTS (SELECT 1 FROM revision WHERE closed_at IS NULL) AND NOT EXISTS (
SELECT 1 FROM revision WHERE id = (SELECT MAX(id) FROM revision)
AND author IS NULL AND hash IS NULL AND opened_at = strftime('%Y-%m-%dT%H:%M:%fZ', 'now'));
INSERT INTO change (revision_id, table_name, row_id, operation, old, new) VALUES (
COALESCE((SELECT id FROM revision WHERE closed_at IS NULL), (SELECT MAX(id) FROM revision)),
'citation', NEW.id, 'insert', NULL, json_object('act_id', NEW.act_id, 'document_id', NEW.document_id, 'end_char', NEW.end_char, 'id', NEW.id, 'locator', NEW.locator, 'note', NEW.note, 'quotation', NEW.quotation, 'roster_entry_id', NEW.roster_entry_id, 'roster_id', NEW.roster_id, 'signatory_id', NEW.signatory_id, 'start_char', NEW.start_char, 'state_id', NEW.state_id, 'state_name_id', NEW.state_name_id, 'state_succession_id', NEW.state_succession_id, 'statement_id', NEW.statement_id, 'tenure_id', NEW.tenure_id, 'treaty_id', NEW.treaty_id));
END

-- trigger citation_log_update
CREATE TRIGGER citation_log_update AFTER UPDATE ON citation
WHEN json_object('act_id', OLD.act_id, 'document_id', OLD.document_id, 'end_char', OLD.end_char, 'id', OLD.id, 'locator', OLD.locator, 'note', OLD.note, 'quotation', OLD.quotation, 'roster_entry_id', OLD.roster_entry_id, 'roster_id', OLD.roster_id, 'signatory_id', OLD.signatory_id, 'start_char', OLD.start_char, 'state_id', OLD.state_id, 'state_name_id', OLD.state_name_id, 'state_succession_id', OLD.state_succession_id, 'statement_id', OLD.statement_id, 'tenure_id', OLD.tenure_id, 'treaty_id', OLD.treaty_id) <> json_object('act_id', NEW.act_id, 'document_id', NEW.document_id, 'end_char', NEW.end_char, 'id', NEW.id, 'locator', NEW.locator, 'note', NEW.note, 'quotation', NEW.quotation, 'roster_entry_id', NEW.roster_entry_id, 'roster_id', NEW.roster_id, 'signatory_id', NEW.signatory_id, 'start_char', NEW.start_char, 'state_id', NEW.state_id, 'state_name_id', NEW.state_name_id, 'state_succession_id', NEW.state_succession_id, 'statement_id', NEW.statement_id, 'tenure_id', NEW.tenure_id, 'treaty_id', NEW.treaty_id)
BEGIN
INSERT INTO revision (id, opened_at, closed_at)
SELECT (SELECT COALESCE(MAX(id), 0) + 1 FROM revision), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), strftime('%Y-%m-%dT%H:%M:%fZ', 'now')
WHERE NOT EXISTS (SELECT 1 FROM revision WHERE closed_at IS NULL) AND NOT EXISTS (
SELECT 1 FROM revision WHERE id = (SELECT MAX(id) FROM revision)
AND author IS NULL AND hash IS NULL AND opened_at = strftime('%Y-%m-%dT%H:%M:%fZ', 'now'));
INSERT INTO change (revision_id, table_name, row_id, operation, old, new) VALUES (
COALESCE((SELECT id FROM revision WHERE closed_at IS NULL), (SELECT MAX(id) FROM revision)),
'citation', NEW.id, 'update', json_object('act_id', OLD.act_id, 'document_id', OLD.document_id, 'end_char', OLD.end_char, 'id', OLD.id, 'locator', OLD.locator, 'note', OLD.note, 'quotation', OLD.quotation, 'roster_entry_id', OLD.roster_entry_id, 'roster_id', OLD.roster_id, 'signatory_id', OLD.signatory_id, 'start_char', OLD.start_char, 'state_id', OLD.state_id, 'state_name_id', OLD.state_name_id, 'state_succession_id', OLD.state_succession_id, 'statement_id', OLD.statement_id, 'tenure_id', OLD.tenure_id, 'treaty_id', OLD.treaty_id), json_object('act_id', NEW.act_id, 'document_id', NEW.document_id, 'end_char', NEW.end_char, 'id', NEW.id, 'locator', NEW.locator, 'note', NEW.note, 'quotation', NEW.quotation, 'roster_entry_id', NEW.roster_entry_id, 'roster_id', NEW.roster_id, 'signatory_id', NEW.signatory_id, 'start_char', NEW.start_char, 'state_id', NEW.state_id, 'state_name_id', NEW.state_name_id, 'state_succession_id', NEW.state_succession_id, 'statement_id', NEW.statement_id, 'tenure_id', NEW.tenure_id, 'treaty_id', NEW.treaty_id));
END

-- trigger dataset_log_delete
CREATE TRIGGER dataset_log_delete AFTER DELETE ON dataset
BEGIN
INSERT INTO revision (id, opened_at, closed_at)
SELECT (SELECT COALESCE(MAX(id), 0) + 1 FROM revision), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), strftime('%Y-%m-%dT%H:%M:%fZ', 'now')
WHERE NOT EXISTS (SELECT 1 FROM revision WHERE closed_at IS NULL) AND NOT EXISTS (
SELECT 1 FROM revision WHERE id = (SELECT MAX(id) FROM revision)
AND author IS NULL AND hash IS NULL AND opened_at = strftime('%Y-%m-%dT%H:%M:%fZ', 'now'));
INSERT INTO change (revision_id, table_name, row_id, operation, old, new) VALUES (
COALESCE((SELECT id FROM revision WHERE closed_at IS NULL), (SELECT MAX(id) FROM revision)),
'dataset', OLD.id, 'delete', json_object('authority', OLD.authority, 'code', OLD.code, 'covers_from', OLD.covers_from, 'covers_to', OLD.covers_to, 'id', OLD.id, 'licence', OLD.licence, 'note', OLD.note, 'title', OLD.title, 'url', OLD.url), NULL);
END

-- trigger dataset_log_insert
CREATE TRIGGER dataset_log_insert AFTER INSERT ON dataset
WHEN EXISTS (SELECT 1 FROM revision WHERE closed_at IS NULL)
BEGIN
INSERT INTO change (revision_id, table_name, row_id, operation, old, new) VALUES (
(SELECT id FROM revision WHERE closed_at IS NULL),
'dataset', NEW.id, 'insert', NULL, json_object('authority', NEW.authority, 'code', NEW.code, 'covers_from', NEW.covers_from, 'covers_to', NEW.covers_to, 'id', NEW.id, 'licence', NEW.licence, 'note', NEW.note, 'title', NEW.title, 'url', NEW.url));
END

-- trigger dataset_log_insert_outside
CREATE TRIGGER dataset_log_insert_outside AFTER INSERT ON dataset
WHEN NOT EXISTS (SELECT 1 FROM revision WHERE closed_at IS NULL)
BEGIN
INSERT INTO revision (id, opened_at, closed_at)
SELECT (SELECT COALESCE(MAX(id), 0) + 1 FROM revision), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), strftime('%Y-%m-%dT%H:%M:%fZ', 'now')
WHERE NOT EXISTS (SELECT 1 FROM revision WHERE closed_at IS NULL) AND NOT EXISTS (
SELECT 1 FROM revision WHERE id = (SELECT MAX(id) FROM revision)
AND author IS NULL AND hash IS NULL AND opened_at = strftime('%Y-%m-%dT%H:%M:%fZ', 'now'));
INSERT INTO change (revision_id, table_name, row_id, operation, old, new) VALUES (
COALESCE((SELECT id FROM revision WHERE closed_at IS NULL), (SELECT MAX(id) FROM revision)),
'dataset', NEW.id, 'insert', NULL, json_object('authority', NEW.authority, 'code', NEW.code, 'covers_from', NEW.covers_from, 'covers_to', NEW.covers_to, 'id', NEW.id, 'licence', NEW.licence, 'note', NEW.note, 'title', NEW.title, 'url', NEW.url));
END

-- trigger dataset_log_update
CREATE TRIGGER dataset_log_update AFTER UPDATE ON dataset
WHEN json_object('authority', OLD.authority, 'code', OLD.code, 'covers_from', OLD.covers_from, 'covers_to', OLD.covers_to, 'id', OLD.id, 'licence', OLD.licence, 'note', OLD.note, 'title', OLD.title, 'url', OLD.url) <> json_object('authority', NEW.authority, 'code', NEW.code, 'covers_from', NEW.covers_from, 'covers_to', NEW.covers_to, 'id', NEW.id, 'licence', NEW.licence, 'note', NEW.note, 'title', NEW.title, 'url', NEW.url)
BEGIN
INSERT INTO revision (id, opened_at, closed_at)
SELECT (SELECT COALESCE(MAX(id), 0) + 1 FROM revision), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), strftime('%Y-%m-%dT%H:%M:%fZ', 'now')
WHERE NOT EXISTS (SELECT 1 FROM revision WHERE closed_at IS NULL) AND NOT EXISTS (
SELECT 1 FROM revision WHERE id = (SELECT MAX(id) FROM revision)
AND author IS NULL AND hash IS NULL AND opened_at = strftime('%Y-%m-%dT%H:%M:%fZ', 'now'));
INSERT INTO change (revision_id, table_name, row_id, operation, old, new) VALUES (
COALESCE((SELECT id FROM revision WHERE closed_at IS NULL), (SELECT MAX(id) FROM revision)),
'dataset', NEW.id, 'update', json_object('authority', OLD.authority, 'code', OLD.code, 'covers_from', OLD.covers_from, 'covers_to', OLD.covers_to, 'id', OLD.id, 'licence', OLD.licence, 'note', OLD.note, 'title', OLD.title, 'url', OLD.url), json_object('authority', NEW.authority, 'code', NEW.code, 'covers_from', NEW.covers_from, 'covers_to', NEW.covers_to, 'id', NEW.id, 'licence', NEW.licence, 'note', NEW.note, 'title', NEW.title, 'url', NEW.url));
END

-- trigger document_log_delete
CREATE TRIGGER document_log_delete AFTER DELETE ON document
BEGIN
INSERT INTO revision (id, opened_at, closed_at)
SELECT (SELECT COALESCE(MAX(id), 0) + 1 FROM revision), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), strftime('%Y-%m-%dT%H:%M:%fZ', 'now')
WHERE NOT EXISTS (SELECT 1 FROM revision WHERE closed_at IS NULL) AND NOT EXISTS (
SELECT 1 FROM revision WHERE id = (SELECT MAX(id) FROM revision)
AND author IS NULL AND hash IS NULL AND opened_at = strftime('%Y-%m-%dT%H:%M:%fZ', 'now'));
INSERT INTO change (revision_id, table_name, row_id, operation, old, new) VALUES (
COALESCE((SELECT id FROM revision WHERE closed_at IS NULL), (SELECT MAX(id) FROM revision)),
'document', OLD.id, 'delete', json_object('code', OLD.code, 'date_earliest', OLD.date_earliest, 'date_edtf', OLD.date_edtf, 'date_latest', OLD.date_latest, 'date_text', OLD.date_text, 'id', OLD.id, 'kind', OLD.kind, 'language', OLD.language, 'note', OLD.note, 'publisher', OLD.publisher, 'received', CASE WHEN OLD.received IS NOT NULL THEN '\x' || lower(hex(OLD.received)) END, 'received_sha256', OLD.received_sha256, 'received_type', OLD.received_type, 'retrieved_on', OLD.retrieved_on, 'sha256', OLD.sha256, 'text', OLD.text, 'title', OLD.title, 'url', OLD.url), NULL);
END

-- trigger document_log_insert
CREATE TRIGGER document_log_insert AFTER INSERT ON document
WHEN EXISTS (SELECT 1 FROM revision WHERE closed_at IS NULL)
BEGIN
INSERT INTO change (revision_id, table_name, row_id, operation, old, new) VALUES (
(SELECT id FROM revision WHERE closed_at IS NULL),
'document', NEW.id, 'insert', NULL, json_object('code', NEW.code, 'date_earliest', NEW.date_earliest, 'date_edtf', NEW.date_edtf, 'date_latest', NEW.date_latest, 'date_text', NEW.date_text, 'id', NEW.id, 'kind', NEW.kind, 'language', NEW.language, 'note', NEW.note, 'publisher', NEW.publisher, 'received', CASE WHEN NEW.received IS NOT NULL THEN '\x' || lower(hex(NEW.received)) END, 'received_sha256', NEW.received_sha256, 'received_type', NEW.received_type, 'retrieved_on', NEW.retrieved_on, 'sha256', NEW.sha256, 'text', NEW.text, 'title', NEW.title, 'url', NEW.url));
END

-- trigger document_log_insert_outside
CREATE TRIGGER document_log_insert_outside AFTER INSERT ON document
WHEN NOT EXISTS (SELECT 1 FROM revision WHERE closed_at IS NULL)
BEGIN
INSERT INTO revision (id, opened_at, closed_at)
SELECT (SELECT COALESCE(MAX(id), 0) + 1 FROM revision), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), strftime('%Y-%m-%dT%H:%M:%fZ', 'now')
WHERE NOT EXISTS (SELECT 1 FROM revision WHERE closed_at IS NULL) AND NOT EXISTS (
SELECT 1 FROM revision WHERE id = (SELECT MAX(id) FROM revision)
AND author IS NULL AND hash IS NULL AND opened_at = strftime('%Y-%m-%dT%H:%M:%fZ', 'now'));
INSERT INTO change (revision_id, table_name, row_id, operation, old, new) VALUES (
COALESCE((SELECT id FROM revision WHERE closed_at IS NULL), (SELECT MAX(id) FROM revision)),
'document', NEW.id, 'insert', NULL, json_object('code', NEW.code, 'date_earliest', NEW.date_earliest, 'date_edtf', NEW.date_edtf, 'date_latest', NEW.date_latest, 'date_text', NEW.date_text, 'id', NEW.id, 'kind', NEW.kind, 'language', NEW.language, 'note', NEW.note, 'publisher', NEW.publisher, 'received', CASE WHEN NEW.received IS NOT NULL THEN '\x' || lower(hex(NEW.received)) END, 'received_sha256', NEW.received_sha256, 'received_type', NEW.received_type, 'retrieved_on', NEW.retrieved_on, 'sha256', NEW.sha256, 'text', NEW.text, 'title', NEW.title, 'url', NEW.url));
END

-- trigger document_log_update
CREATE TRIGGER document_log_update AFTER UPDATE ON document
WHEN json_object('code', OLD.code, 'date_earliest', OLD.date_earliest, 'date_edtf', OLD.date_edtf, 'date_latest', OLD.date_latest, 'date_text', OLD.date_text, 'id', OLD.id, 'kind', OLD.kind, 'language', OLD.language, 'note', OLD.note, 'publisher', OLD.publisher, 'received', CASE WHEN OLD.received IS NOT NULL THEN '\x' || lower(hex(OLD.received)) END, 'received_sha256', OLD.received_sha256, 'received_type', OLD.received_type, 'retrieved_on', OLD.retrieved_on, 'sha256', OLD.sha256, 'text', OLD.text, 'title', OLD.title, 'url', OLD.url) <> json_object('code', NEW.code, 'date_earliest', NEW.date_earliest, 'date_edtf', NEW.date_edtf, 'date_latest', NEW.date_latest, 'date_text', NEW.date_text, 'id', NEW.id, 'kind', NEW.kind, 'language', NEW.language, 'note', NEW.note, 'publisher', NEW.publisher, 'received', CASE WHEN NEW.received IS NOT NULL THEN '\x' || lower(hex(NEW.received)) END, 'received_sha256', NEW.received_sha256, 'received_type', NEW.received_type, 'retrieved_on', NEW.retrieved_on, 'sha256', NEW.sha256, 'text', NEW.text, 'title', NEW.title, 'url', NEW.url)
BEGIN
INSERT INTO revision (id, opened_at, closed_at)
SELECT (SELECT COALESCE(MAX(id), 0) + 1 FROM revision), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), strftime('%Y-%m-%dT%H:%M:%fZ', 'now')
WHERE NOT EXISTS (SELECT 1 FROM revision WHERE closed_at IS NULL) AND NOT EXISTS (
SELECT 1 FROM revision WHERE id = (SELECT MAX(id) FROM revision)
AND author IS NULL AND hash IS NULL AND opened_at = strftime('%Y-%m-%dT%H:%M:%fZ', 'now'));
INSERT INTO change (revision_id, table_name, row_id, operation, old, new) VALUES (
COALESCE((SELECT id FROM revision WHERE closed_at IS NULL), (SELECT MAX(id) FROM revision)),
'document', NEW.id, 'update', json_object('code', OLD.code, 'date_earliest', OLD.date_earliest, 'date_edtf', OLD.date_edtf, 'date_latest', OLD.date_latest, 'date_text', OLD.date_text, 'id', OLD.id, 'kind', OLD.kind, 'language', OLD.language, 'note', OLD.note, 'publisher', OLD.publisher, 'received', CASE WHEN OLD.received IS NOT NULL THEN '\x' || lower(hex(OLD.received)) END, 'received_sha256', OLD.received_sha256, 'received_type', OLD.received_type, 'retrieved_on', OLD.retrieved_on, 'sha256', OLD.sha256, 'text', OLD.text, 'title', OLD.title, 'url', OLD.url), json_object('code', NEW.code, 'date_earliest', NEW.date_earliest, 'date_edtf', NEW.date_edtf, 'date_latest', NEW.date_latest, 'date_text', NEW.date_text, 'id', NEW.id, 'kind', NEW.kind, 'language', NEW.language, 'note', NEW.note, 'publisher', NEW.publisher, 'received', CASE WHEN NEW.received IS NOT NULL THEN '\x' || lower(hex(NEW.received)) END, 'received_sha256', NEW.received_sha256, 'received_type', NEW.received_type, 'retrieved_on', NEW.retrieved_on, 'sha256', NEW.sha256, 'text', NEW.text, 'title', NEW.title, 'url', NEW.url));
END

-- trigger document_symbol_log_delete
CREATE TRIGGER document_symbol_log_delete AFTER DELETE ON document_symbol
BEGIN
INSERT INTO revision (id, opened_at, closed_at)
SELECT (SELECT COALESCE(MAX(id), 0) + 1 FROM revision), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), strftime('%Y-%m-%dT%H:%M:%fZ', 'now')
WHERE NOT EXISTS (SELECT 1 FROM revision WHERE closed_at IS NULL) AND NOT EXISTS (
SELECT 1 FROM revision WHERE id = (SELECT MAX(id) FROM revision)
AND author IS NULL AND hash IS NULL AND opened_at = strftime('%Y-%m-%dT%H:%M:%fZ', 'now'));
INSERT INTO change (revision_id, table_name, row_id, operation, old, new) VALUES (
COALESCE((SELECT id FROM revision WHERE closed_at IS NULL), (SELECT MAX(id) FROM revision)),
'document_symbol', OLD.id, 'delete', json_object('document_id', OLD.document_id, 'id', OLD.id, 'position', OLD.position, 'symbol', OLD.symbol), NULL);
END

-- trigger document_symbol_log_insert
CREATE TRIGGER document_symbol_log_insert AFTER INSERT ON document_symbol
WHEN EXISTS (SELECT 1 FROM revision WHERE closed_at IS NULL)
BEGIN
INSERT INTO change (revision_id, table_name, row_id, operation, old, new) VALUES (
(SELECT id FROM revision WHERE closed_at IS NULL),
'document_symbol', NEW.id, 'insert', NULL, json_object('document_id', NEW.document_id, 'id', NEW.id, 'position', NEW.position, 'symbol', NEW.symbol));
END

-- trigger document_symbol_log_insert_outside
CREATE TRIGGER document_symbol_log_insert_outside AFTER INSERT ON document_symbol
WHEN NOT EXISTS (SELECT 1 FROM revision WHERE closed_at IS NULL)
BEGIN
INSERT INTO revision (id, opened_at, closed_at)
SELECT (SELECT COALESCE(MAX(id), 0) + 1 FROM revision), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), strftime('%Y-%m-%dT%H:%M:%fZ', 'now')
WHERE NOT EXISTS (SELECT 1 FROM revision WHERE closed_at IS NULL) AND NOT EXISTS (
SELECT 1 FROM revision WHERE id = (SELECT MAX(id) FROM revision)
AND author IS NULL AND hash IS NULL AND opened_at = strftime('%Y-%m-%dT%H:%M:%fZ', 'now'));
INSERT INTO change (revision_id, table_name, row_id, operation, old, new) VALUES (
COALESCE((SELECT id FROM revision WHERE closed_at IS NULL), (SELECT MAX(id) FROM revision)),
'document_symbol', NEW.id, 'insert', NULL, json_object('document_id', NEW.document_id, 'id', NEW.id, 'position', NEW.position, 'symbol', NEW.symbol));
END

-- trigger document_symbol_log_update
CREATE TRIGGER document_symbol_log_update AFTER UPDATE ON document_symbol
WHEN json_object('document_id', OLD.document_id, 'id', OLD.id, 'position', OLD.position, 'symbol', OLD.symbol) <> json_object('document_id', NEW.document_id, 'id', NEW.id, 'position', NEW.position, 'symbol', NEW.symbol)
BEGIN
INSERT INTO revision (id, opened_at, closed_at)
SELECT (SELECT COALESCE(MAX(id), 0) + 1 FROM revision), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), strftime('%Y-%m-%dT%H:%M:%fZ', 'now')
WHERE NOT EXISTS (SELECT 1 FROM revision WHERE closed_at IS NULL) AND NOT EXISTS (
SELECT 1 FROM revision WHERE id = (SELECT MAX(id) FROM revision)
AND author IS NULL AND hash IS NULL AND opened_at = strftime('%Y-%m-%dT%H:%M:%fZ', 'now'));
INSERT INTO change (revision_id, table_name, row_id, operation, old, new) VALUES (
COALESCE((SELECT id FROM revision WHERE closed_at IS NULL), (SELECT MAX(id) FROM revision)),
'document_symbol', NEW.id, 'update', json_object('document_id', OLD.document_id, 'id', OLD.id, 'position', OLD.position, 'symbol', OLD.symbol), json_object('document_id', NEW.document_id, 'id', NEW.id, 'position', NEW.position, 'symbol', NEW.symbol));
END

-- trigger organization_log_delete
CREATE TRIGGER organization_log_delete AFTER DELETE ON organization
BEGIN
INSERT INTO revision (id, opened_at, closed_at)
SELECT (SELECT COALESCE(MAX(id), 0) + 1 FROM revision), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), strftime('%Y-%m-%dT%H:%M:%fZ', 'now')
WHERE NOT EXISTS (SELECT 1 FROM revision WHERE closed_at IS NULL) AND NOT EXISTS (
SELECT 1 FROM revision WHERE id = (SELECT MAX(id) FROM revision)
AND author IS NULL AND hash IS NULL AND opened_at = strftime('%Y-%m-%dT%H:%M:%fZ', 'now'));
INSERT INTO change (revision_id, table_name, row_id, operation, old, new) VALUES (
COALESCE((SELECT id FROM revision WHERE closed_at IS NULL), (SELECT MAX(id) FROM revision)),
'organization', OLD.id, 'delete', json_object('code', OLD.code, 'id', OLD.id, 'name', OLD.name, 'note', OLD.note, 'treaty_id', OLD.treaty_id), NULL);
END

-- trigger organization_log_insert
CREATE TRIGGER organization_log_insert AFTER INSERT ON organization
WHEN EXISTS (SELECT 1 FROM revision WHERE closed_at IS NULL)
BEGIN
INSERT INTO change (revision_id, table_name, row_id, operation, old, new) VALUES (
(SELECT id FROM revision WHERE closed_at IS NULL),
'organization', NEW.id, 'insert', NULL, json_object('code', NEW.code, 'id', NEW.id, 'name', NEW.name, 'note', NEW.note, 'treaty_id', NEW.treaty_id));
END

-- trigger organization_log_insert_outside
CREATE TRIGGER organization_log_insert_outside AFTER INSERT ON organization
WHEN NOT EXISTS (SELECT 1 FROM revision WHERE closed_at IS NULL)
BEGIN
INSERT INTO revision (id, opened_at, closed_at)
SELECT (SELECT COALESCE(MAX(id), 0) + 1 FROM revision), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), strftime('%Y-%m-%dT%H:%M:%fZ', 'now')
WHERE NOT EXISTS (SELECT 1 FROM revision WHERE closed_at IS NULL) AND NOT EXISTS (
SELECT 1 FROM revision WHERE id = (SELECT MAX(id) FROM revision)
AND author IS NULL AND hash IS NULL AND opened_at = strftime('%Y-%m-%dT%H:%M:%fZ', 'now'));
INSERT INTO change (revision_id, table_name, row_id, operation, old, new) VALUES (
COALESCE((SELECT id FROM revision WHERE closed_at IS NULL), (SELECT MAX(id) FROM revision)),
'organization', NEW.id, 'insert', NULL, json_object('code', NEW.code, 'id', NEW.id, 'name', NEW.name, 'note', NEW.note, 'treaty_id', NEW.treaty_id));
END

-- trigger organization_log_update
CREATE TRIGGER organization_log_update AFTER UPDATE ON organization
WHEN json_object('code', OLD.code, 'id', OLD.id, 'name', OLD.name, 'note', OLD.note, 'treaty_id', OLD.treaty_id) <> json_object('code', NEW.code, 'id', NEW.id, 'name', NEW.name, 'note', NEW.note, 'treaty_id', NEW.treaty_id)
BEGIN
INSERT INTO revision (id, opened_at, closed_at)
SELECT (SELECT COALESCE(MAX(id), 0) + 1 FROM revision), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), strftime('%Y-%m-%dT%H:%M:%fZ', 'now')
WHERE NOT EXISTS (SELECT 1 FROM revision WHERE closed_at IS NULL) AND NOT EXISTS (
SELECT 1 FROM revision WHERE id = (SELECT MAX(id) FROM revision)
AND author IS NULL AND hash IS NULL AND opened_at = strftime('%Y-%m-%dT%H:%M:%fZ', 'now'));
INSERT INTO change (revision_id, table_name, row_id, operation, old, new) VALUES (
COALESCE((SELECT id FROM revision WHERE closed_at IS NULL), (SELECT MAX(id) FROM revision)),
'organization', NEW.id, 'update', json_object('code', OLD.code, 'id', OLD.id, 'name', OLD.name, 'note', OLD.note, 'treaty_id', OLD.treaty_id), json_object('code', NEW.code, 'id', NEW.id, 'name', NEW.name, 'note', NEW.note, 'treaty_id', NEW.treaty_id));
END

-- trigger person_log_delete
CREATE TRIGGER person_log_delete AFTER DELETE ON person
BEGIN
INSERT INTO revision (id, opened_at, closed_at)
SELECT (SELECT COALESCE(MAX(id), 0) + 1 FROM revision), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), strftime('%Y-%m-%dT%H:%M:%fZ', 'now')
WHERE NOT EXISTS (SELECT 1 FROM revision WHERE closed_at IS NULL) AND NOT EXISTS (
SELECT 1 FROM revision WHERE id = (SELECT MAX(id) FROM revision)
AND author IS NULL AND hash IS NULL AND opened_at = strftime('%Y-%m-%dT%H:%M:%fZ', 'now'));
INSERT INTO change (revision_id, table_name, row_id, operation, old, new) VALUES (
COALESCE((SELECT id FROM revision WHERE closed_at IS NULL), (SELECT MAX(id) FROM revision)),
'person', OLD.id, 'delete', json_object('code', OLD.code, 'id', OLD.id, 'name', OLD.name, 'note', OLD.note), NULL);
END

-- trigger person_log_insert
CREATE TRIGGER person_log_insert AFTER INSERT ON person
WHEN EXISTS (SELECT 1 FROM revision WHERE closed_at IS NULL)
BEGIN
INSERT INTO change (revision_id, table_name, row_id, operation, old, new) VALUES (
(SELECT id FROM revision WHERE closed_at IS NULL),
'person', NEW.id, 'insert', NULL, json_object('code', NEW.code, 'id', NEW.id, 'name', NEW.name, 'note', NEW.note));
END

-- trigger person_log_insert_outside
CREATE TRIGGER person_log_insert_outside AFTER INSERT ON person
WHEN NOT EXISTS (SELECT 1 FROM revision WHERE closed_at IS NULL)
BEGIN
INSERT INTO revision (id, opened_at, closed_at)
SELECT (SELECT COALESCE(MAX(id), 0) + 1 FROM revision), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), strftime('%Y-%m-%dT%H:%M:%fZ', 'now')
WHERE NOT EXISTS (SELECT 1 FROM revision WHERE closed_at IS NULL) AND NOT EXISTS (
SELECT 1 FROM revision WHERE id = (SELECT MAX(id) FROM revision)
AND author IS NULL AND hash IS NULL AND opened_at = strftime('%Y-%m-%dT%H:%M:%fZ', 'now'));
INSERT INTO change (revision_id, table_name, row_id, operation, old, new) VALUES (
COALESCE((SELECT id FROM revision WHERE closed_at IS NULL), (SELECT MAX(id) FROM revision)),
'person', NEW.id, 'insert', NULL, json_object('code', NEW.code, 'id', NEW.id, 'name', NEW.name, 'note', NEW.note));
END

-- trigger person_log_update
CREATE TRIGGER person_log_update AFTER UPDATE ON person
WHEN json_object('code', OLD.code, 'id', OLD.id, 'name', OLD.name, 'note', OLD.note) <> json_object('code', NEW.code, 'id', NEW.id, 'name', NEW.name, 'note', NEW.note)
BEGIN
INSERT INTO revision (id, opened_at, closed_at)
SELECT (SELECT COALESCE(MAX(id), 0) + 1 FROM revision), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), strftime('%Y-%m-%dT%H:%M:%fZ', 'now')
WHERE NOT EXISTS (SELECT 1 FROM revision WHERE closed_at IS NULL) AND NOT EXISTS (
SELECT 1 FROM revision WHERE id = (SELECT MAX(id) FROM revision)
AND author IS NULL AND hash IS NULL AND opened_at = strftime('%Y-%m-%dT%H:%M:%fZ', 'now'));
INSERT INTO change (revision_id, table_name, row_id, operation, old, new) VALUES (
COALESCE((SELECT id FROM revision WHERE closed_at IS NULL), (SELECT MAX(id) FROM revision)),
'person', NEW.id, 'update', json_object('code', OLD.code, 'id', OLD.id, 'name', OLD.name, 'note', OLD.note), json_object('code', NEW.code, 'id', NEW.id, 'name', NEW.name, 'note', NEW.note));
END

-- trigger person_name_log_delete
CREATE TRIGGER person_name_log_delete AFTER DELETE ON person_name
BEGIN
INSERT INTO revision (id, opened_at, closed_at)
SELECT (SELECT COALESCE(MAX(id), 0) + 1 FROM revision), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), strftime('%Y-%m-%dT%H:%M:%fZ', 'now')
WHERE NOT EXISTS (SELECT 1 FROM revision WHERE closed_at IS NULL) AND NOT EXISTS (
SELECT 1 FROM revision WHERE id = (SELECT MAX(id) FROM revision)
AND author IS NULL AND hash IS NULL AND opened_at = strftime('%Y-%m-%dT%H:%M:%fZ', 'now'));
INSERT INTO change (revision_id, table_name, row_id, operation, old, new) VALUES (
COALESCE((SELECT id FROM revision WHERE closed_at IS NULL), (SELECT MAX(id) FROM revision)),
'person_name', OLD.id, 'delete', json_object('form', OLD.form, 'id', OLD.id, 'language', OLD.language, 'name', OLD.name, 'person_id', OLD.person_id), NULL);
END

-- trigger person_name_log_insert
CREATE TRIGGER person_name_log_insert AFTER INSERT ON person_name
WHEN EXISTS (SELECT 1 FROM revision WHERE closed_at IS NULL)
BEGIN
INSERT INTO change (revision_id, table_name, row_id, operation, old, new) VALUES (
(SELECT id FROM revision WHERE closed_at IS NULL),
'person_name', NEW.id, 'insert', NULL, json_object('form', NEW.form, 'id', NEW.id, 'language', NEW.language, 'name', NEW.name, 'person_id', NEW.person_id));
END

-- trigger person_name_log_insert_outside
CREATE TRIGGER person_name_log_insert_outside AFTER INSERT ON person_name
WHEN NOT EXISTS (SELECT 1 FROM revision WHERE closed_at IS NULL)
BEGIN
INSERT INTO revision (id, opened_at, closed_at)
SELECT (SELECT COALESCE(MAX(id), 0) + 1 FROM revision), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), strftime('%Y-%m-%dT%H:%M:%fZ', 'now')
WHERE NOT EXISTS (SELECT 1 FROM revision WHERE closed_at IS NULL) AND NOT EXISTS (
SELECT 1 FROM revision WHERE id = (SELECT MAX(id) FROM revision)
AND author IS NULL AND hash IS NULL AND opened_at = strftime('%Y-%m-%dT%H:%M:%fZ', 'now'));
INSERT INTO change (revision_id, table_name, row_id, operation, old, new) VALUES (
COALESCE((SELECT id FROM revision WHERE closed_at IS NULL), (SELECT MAX(id) FROM revision)),
'person_name', NEW.id, 'insert', NULL, json_object('form', NEW.form, 'id', NEW.id, 'language', NEW.language, 'name', NEW.name, 'person_id', NEW.person_id));
END

-- trigger person_name_log_update
CREATE TRIGGER person_name_log_update AFTER UPDATE ON person_name
WHEN json_object('form', OLD.form, 'id', OLD.id, 'language', OLD.language, 'name', OLD.name, 'person_id', OLD.person_id) <> json_object('form', NEW.form, 'id', NEW.id, 'language', NEW.language, 'name', NEW.name, 'person_id', NEW.person_id)
BEGIN
INSERT INTO revision (id, opened_at, closed_at)
SELECT (SELECT COALESCE(MAX(id), 0) + 1 FROM revision), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), strftime('%Y-%m-%dT%H:%M:%fZ', 'now')
WHERE NOT EXISTS (SELECT 1 FROM revision WHERE closed_at IS NULL) AND NOT EXISTS (
SELECT 1 FROM revision WHERE id = (SELECT MAX(id) FROM revision)
AND author IS NULL AND hash IS NULL AND opened_at = strftime('%Y-%m-%dT%H:%M:%fZ', 'now'));
INSERT INTO change (revision_id, table_name, row_id, operation, old, new) VALUES (
COALESCE((SELECT id FROM revision WHERE closed_at IS NULL), (SELECT MAX(id) FROM revision)),
'person_name', NEW.id, 'update', json_object('form', OLD.form, 'id', OLD.id, 'language', OLD.language, 'name', OLD.name, 'person_id', OLD.person_id), json_object('form', NEW.form, 'id', NEW.id, 'language', NEW.language, 'name', NEW.name, 'person_id', NEW.person_id));
END

-- trigger roster_entry_log_delete
CREATE TRIGGER roster_entry_log_delete AFTER DELETE ON roster_entry
BEGIN
INSERT INTO revision (id, opened_at, closed_at)
SELECT (SELECT COALESCE(MAX(id), 0) + 1 FROM revision), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), strftime('%Y-%m-%dT%H:%M:%fZ', 'now')
WHERE NOT EXISTS (SELECT 1 FROM revision WHERE closed_at IS NULL) AND NOT EXISTS (
SELECT 1 FROM revision WHERE id = (SELECT MAX(id) FROM revision)
AND author IS NULL AND hash IS NULL AND opened_at = strftime('%Y-%m-%dT%H:%M:%fZ', 'now'));
INSERT INTO change (revision_id, table_name, row_id, operation, old, new) VALUES (
COALESCE((SELECT id FROM revision WHERE closed_at IS NULL), (SELECT MAX(id) FROM revision)),
'roster_entry', OLD.id, 'delete', json_object('as_printed', OLD.as_printed, 'id', OLD.id, 'position', OLD.position, 'roster_id', OLD.roster_id, 'state_id', OLD.state_id), NULL);
END

-- trigger roster_entry_log_insert
CREATE TRIGGER roster_entry_log_insert AFTER INSERT ON roster_entry
WHEN EXISTS (SELECT 1 FROM revision WHERE closed_at IS NULL)
BEGIN
INSERT INTO change (revision_id, table_name, row_id, operation, old, new) VALUES (
(SELECT id FROM revision WHERE closed_at IS NULL),
'roster_entry', NEW.id, 'insert', NULL, json_object('as_printed', NEW.as_printed, 'id', NEW.id, 'position', NEW.position, 'roster_id', NEW.roster_id, 'state_id', NEW.state_id));
END

-- trigger roster_entry_log_insert_outside
CREATE TRIGGER roster_entry_log_insert_outside AFTER INSERT ON roster_entry
WHEN NOT EXISTS (SELECT 1 FROM revision WHERE closed_at IS NULL)
BEGIN
INSERT INTO revision (id, opened_at, closed_at)
SELECT (SELECT COALESCE(MAX(id), 0) + 1 FROM revision), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), strftime('%Y-%m-%dT%H:%M:%fZ', 'now')
WHERE NOT EXISTS (SELECT 1 FROM revision WHERE closed_at IS NULL) AND NOT EXISTS (
SELECT 1 FROM revision WHERE id = (SELECT MAX(id) FROM revision)
AND author IS NULL AND hash IS NULL AND opened_at = strftime('%Y-%m-%dT%H:%M:%fZ', 'now'));
INSERT INTO change (revision_id, table_name, row_id, operation, old, new) VALUES (
COALESCE((SELECT id FROM revision WHERE closed_at IS NULL), (SELECT MAX(id) FROM revision)),
'roster_entry', NEW.id, 'insert', NULL, json_object('as_printed', NEW.as_printed, 'id', NEW.id, 'position', NEW.position, 'roster_id', NEW.roster_id, 'state_id', NEW.state_id));
END

-- trigger roster_entry_log_update
CREATE TRIGGER roster_entry_log_update AFTER UPDATE ON roster_entry
WHEN json_object('as_printed', OLD.as_printed, 'id', OLD.id, 'position', OLD.position, 'roster_id', OLD.roster_id, 'state_id', OLD.state_id) <> json_object('as_printed', NEW.as_printed, 'id', NEW.id, 'position', NEW.position, 'roster_id', NEW.roster_id, 'state_id', NEW.state_id)
BEGIN
INSERT INTO revision (id, opened_at, closed_at)
SELECT (SELECT COALESCE(MAX(id), 0) + 1 FROM revision), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), strftime('%Y-%m-%dT%H:%M:%fZ', 'now')
WHERE NOT EXISTS (SELECT 1 FROM revision WHERE closed_at IS NULL) AND NOT EXISTS (
SELECT 1 FROM revision WHERE id = (SELECT MAX(id) FROM revision)
AND author IS NULL AND hash IS NULL AND opened_at = strftime('%Y-%m-%dT%H:%M:%fZ', 'now'));
INSERT INTO change (revision_id, table_name, row_id, operation, old, new) VALUES (
COALESCE((SELECT id FROM revision WHERE closed_at IS NULL), (SELECT MAX(id) FROM revision)),
'roster_entry', NEW.id, 'update', json_object('as_printed', OLD.as_printed, 'id', OLD.id, 'position', OLD.position, 'roster_id', OLD.roster_id, 'state_id', OLD.state_id), json_object('as_printed', NEW.as_printed, 'id', NEW.id, 'position', NEW.position, 'roster_id', NEW.roster_id, 'state_id', NEW.state_id));
END

-- trigger roster_log_delete
CREATE TRIGGER roster_log_delete AFTER DELETE ON roster
BEGIN
INSERT INTO revision (id, opened_at, closed_at)
SELECT (SELECT COALESCE(MAX(id), 0) + 1 FROM revision), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), strftime('%Y-%m-%dT%H:%M:%fZ', 'now')
WHERE NOT EXISTS (SELECT 1 FROM revision WHERE closed_at IS NULL) AND NOT EXISTS (
SELECT 1 FROM revision WHERE id = (SELECT MAX(id) FROM revision)
AND author IS NULL AND hash IS NULL AND opened_at = strftime('%Y-%m-%dT%H:%M:%fZ', 'now'));
INSERT INTO change (revision_id, table_name, row_id, operation, old, new) VALUES (
COALESCE((SELECT id FROM revision WHERE closed_at IS NULL), (SELECT MAX(id) FROM revision)),
'roster', OLD.id, 'delete', json_object('body', OLD.body, 'complete', OLD.complete, 'dataset_id', OLD.dataset_id, 'id', OLD.id, 'note', OLD.note, 'on_earliest', OLD.on_earliest, 'on_edtf', OLD.on_edtf, 'on_latest', OLD.on_latest, 'on_text', OLD.on_text, 'rank', OLD.rank, 'statement_id', OLD.statement_id, 'treaty_id', OLD.treaty_id), NULL);
END

-- trigger roster_log_insert
CREATE TRIGGER roster_log_insert AFTER INSERT ON roster
WHEN EXISTS (SELECT 1 FROM revision WHERE closed_at IS NULL)
BEGIN
INSERT INTO change (revision_id, table_name, row_id, operation, old, new) VALUES (
(SELECT id FROM revision WHERE closed_at IS NULL),
'roster', NEW.id, 'insert', NULL, json_object('body', NEW.body, 'complete', NEW.complete, 'dataset_id', NEW.dataset_id, 'id', NEW.id, 'note', NEW.note, 'on_earliest', NEW.on_earliest, 'on_edtf', NEW.on_edtf, 'on_latest', NEW.on_latest, 'on_text', NEW.on_text, 'rank', NEW.rank, 'statement_id', NEW.statement_id, 'treaty_id', NEW.treaty_id));
END

-- trigger roster_log_insert_outside
CREATE TRIGGER roster_log_insert_outside AFTER INSERT ON roster
WHEN NOT EXISTS (SELECT 1 FROM revision WHERE closed_at IS NULL)
BEGIN
INSERT INTO revision (id, opened_at, closed_at)
SELECT (SELECT COALESCE(MAX(id), 0) + 1 FROM revision), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), strftime('%Y-%m-%dT%H:%M:%fZ', 'now')
WHERE NOT EXISTS (SELECT 1 FROM revision WHERE closed_at IS NULL) AND NOT EXISTS (
SELECT 1 FROM revision WHERE id = (SELECT MAX(id) FROM revision)
AND author IS NULL AND hash IS NULL AND opened_at = strftime('%Y-%m-%dT%H:%M:%fZ', 'now'));
INSERT INTO change (revision_id, table_name, row_id, operation, old, new) VALUES (
COALESCE((SELECT id FROM revision WHERE closed_at IS NULL), (SELECT MAX(id) FROM revision)),
'roster', NEW.id, 'insert', NULL, json_object('body', NEW.body, 'complete', NEW.complete, 'dataset_id', NEW.dataset_id, 'id', NEW.id, 'note', NEW.note, 'on_earliest', NEW.on_earliest, 'on_edtf', NEW.on_edtf, 'on_latest', NEW.on_latest, 'on_text', NEW.on_text, 'rank', NEW.rank, 'statement_id', NEW.statement_id, 'treaty_id', NEW.treaty_id));
END

-- trigger roster_log_update
CREATE TRIGGER roster_log_update AFTER UPDATE ON roster
WHEN json_object('body', OLD.body, 'complete', OLD.complete, 'dataset_id', OLD.dataset_id, 'id', OLD.id, 'note', OLD.note, 'on_earliest', OLD.on_earliest, 'on_edtf', OLD.on_edtf, 'on_latest', OLD.on_latest, 'on_text', OLD.on_text, 'rank', OLD.rank, 'statement_id', OLD.statement_id, 'treaty_id', OLD.treaty_id) <> json_object('body', NEW.body, 'complete', NEW.complete, 'dataset_id', NEW.dataset_id, 'id', NEW.id, 'note', NEW.note, 'on_earliest', NEW.on_earliest, 'on_edtf', NEW.on_edtf, 'on_latest', NEW.on_latest, 'on_text', NEW.on_text, 'rank', NEW.rank, 'statement_id', NEW.statement_id, 'treaty_id', NEW.treaty_id)
BEGIN
INSERT INTO revision (id, opened_at, closed_at)
SELECT (SELECT COALESCE(MAX(id), 0) + 1 FROM revision), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), strftime('%Y-%m-%dT%H:%M:%fZ', 'now')
WHERE NOT EXISTS (SELECT 1 FROM revision WHERE closed_at IS NULL) AND NOT EXISTS (
SELECT 1 FROM revision WHERE id = (SELECT MAX(id) FROM revision)
AND author IS NULL AND hash IS NULL AND opened_at = strftime('%Y-%m-%dT%H:%M:%fZ', 'now'));
INSERT INTO change (revision_id, table_name, row_id, operation, old, new) VALUES (
COALESCE((SELECT id FROM revision WHERE closed_at IS NULL), (SELECT MAX(id) FROM revision)),
'roster', NEW.id, 'update', json_object('body', OLD.body, 'complete', OLD.complete, 'dataset_id', OLD.dataset_id, 'id', OLD.id, 'note', OLD.note, 'on_earliest', OLD.on_earliest, 'on_edtf', OLD.on_edtf, 'on_latest', OLD.on_latest, 'on_text', OLD.on_text, 'rank', OLD.rank, 'statement_id', OLD.statement_id, 'treaty_id', OLD.treaty_id), json_object('body', NEW.body, 'complete', NEW.complete, 'dataset_id', NEW.dataset_id, 'id', NEW.id, 'note', NEW.note, 'on_earliest', NEW.on_earliest, 'on_edtf', NEW.on_edtf, 'on_latest', NEW.on_latest, 'on_text', NEW.on_text, 'rank', NEW.rank, 'statement_id', NEW.statement_id, 'treaty_id', NEW.treaty_id));
END

-- trigger signatory_log_delete
CREATE TRIGGER signatory_log_delete AFTER DELETE ON signatory
BEGIN
INSERT INTO revision (id, opened_at, closed_at)
SELECT (SELECT COALESCE(MAX(id), 0) + 1 FROM revision), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), strftime('%Y-%m-%dT%H:%M:%fZ', 'now')
WHERE NOT EXISTS (SELECT 1 FROM revision WHERE closed_at IS NULL) AND NOT EXISTS (
SELECT 1 FROM revision WHERE id = (SELECT MAX(id) FROM revision)
AND author IS NULL AND hash IS NULL AND opened_at = strftime('%Y-%m-%dT%H:%M:%fZ', 'now'));
INSERT INTO change (revision_id, table_name, row_id, operation, old, new) VALUES (
COALESCE((SELECT id FROM revision WHERE closed_at IS NULL), (SELECT MAX(id) FROM revision)),
'signatory', OLD.id, 'delete', json_object('accredited_to', OLD.accredited_to, 'acting', OLD.acting, 'as_printed', OLD.as_printed, 'capacity', OLD.capacity, 'id', OLD.id, 'joined_on', OLD.joined_on, 'mode', OLD.mode, 'note', OLD.note, 'person_id', OLD.person_id, 'position', OLD.position, 'state_id', OLD.state_id, 'statement_id', OLD.statement_id, 'withdrew_on', OLD.withdrew_on), NULL);
END

-- trigger signatory_log_insert
CREATE TRIGGER signatory_log_insert AFTER INSERT ON signatory
WHEN EXISTS (SELECT 1 FROM revision WHERE closed_at IS NULL)
BEGIN
INSERT INTO change (revision_id, table_name, row_id, operation, old, new) VALUES (
(SELECT id FROM revision WHERE closed_at IS NULL),
'signatory', NEW.id, 'insert', NULL, json_object('accredited_to', NEW.accredited_to, 'acting', NEW.acting, 'as_printed', NEW.as_printed, 'capacity', NEW.capacity, 'id', NEW.id, 'joined_on', NEW.joined_on, 'mode', NEW.mode, 'note', NEW.note, 'person_id', NEW.person_id, 'position', NEW.position, 'state_id', NEW.state_id, 'statement_id', NEW.statement_id, 'withdrew_on', NEW.withdrew_on));
END

-- trigger signatory_log_insert_outside
CREATE TRIGGER signatory_log_insert_outside AFTER INSERT ON signatory
WHEN NOT EXISTS (SELECT 1 FROM revision WHERE closed_at IS NULL)
BEGIN
INSERT INTO revision (id, opened_at, closed_at)
SELECT (SELECT COALESCE(MAX(id), 0) + 1 FROM revision), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), strftime('%Y-%m-%dT%H:%M:%fZ', 'now')
WHERE NOT EXISTS (SELECT 1 FROM revision WHERE closed_at IS NULL) AND NOT EXISTS (
SELECT 1 FROM revision WHERE id = (SELECT MAX(id) FROM revision)
AND author IS NULL AND hash IS NULL AND opened_at = strftime('%Y-%m-%dT%H:%M:%fZ', 'now'));
INSERT INTO change (revision_id, table_name, row_id, operation, old, new) VALUES (
COALESCE((SELECT id FROM revision WHERE closed_at IS NULL), (SELECT MAX(id) FROM revision)),
'signatory', NEW.id, 'insert', NULL, json_object('accredited_to', NEW.accredited_to, 'acting', NEW.acting, 'as_printed', NEW.as_printed, 'capacity', NEW.capacity, 'id', NEW.id, 'joined_on', NEW.joined_on, 'mode', NEW.mode, 'note', NEW.note, 'person_id', NEW.person_id, 'position', NEW.position, 'state_id', NEW.state_id, 'statement_id', NEW.statement_id, 'withdrew_on', NEW.withdrew_on));
END

-- trigger signatory_log_update
CREATE TRIGGER signatory_log_update AFTER UPDATE ON signatory
WHEN json_object('accredited_to', OLD.accredited_to, 'acting', OLD.acting, 'as_printed', OLD.as_printed, 'capacity', OLD.capacity, 'id', OLD.id, 'joined_on', OLD.joined_on, 'mode', OLD.mode, 'note', OLD.note, 'person_id', OLD.person_id, 'position', OLD.position, 'state_id', OLD.state_id, 'statement_id', OLD.statement_id, 'withdrew_on', OLD.withdrew_on) <> json_object('accredited_to', NEW.accredited_to, 'acting', NEW.acting, 'as_printed', NEW.as_printed, 'capacity', NEW.capacity, 'id', NEW.id, 'joined_on', NEW.joined_on, 'mode', NEW.mode, 'note', NEW.note, 'person_id', NEW.person_id, 'position', NEW.position, 'state_id', NEW.state_id, 'statement_id', NEW.statement_id, 'withdrew_on', NEW.withdrew_on)
BEGIN
INSERT INTO revision (id, opened_at, closed_at)
SELECT (SELECT COALESCE(MAX(id), 0) + 1 FROM revision), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), strftime('%Y-%m-%dT%H:%M:%fZ', 'now')
WHERE NOT EXISTS (SELECT 1 FROM revision WHERE closed_at IS NULL) AND NOT EXISTS (
SELECT 1 FROM revision WHERE id = (SELECT MAX(id) FROM revision)
AND author IS NULL AND hash IS NULL AND opened_at = strftime('%Y-%m-%dT%H:%M:%fZ', 'now'));
INSERT INTO change (revision_id, table_name, row_id, operation, old, new) VALUES (
COALESCE((SELECT id FROM revision WHERE closed_at IS NULL), (SELECT MAX(id) FROM revision)),
'signatory', NEW.id, 'update', json_object('accredited_to', OLD.accredited_to, 'acting', OLD.acting, 'as_printed', OLD.as_printed, 'capacity', OLD.capacity, 'id', OLD.id, 'joined_on', OLD.joined_on, 'mode', OLD.mode, 'note', OLD.note, 'person_id', OLD.person_id, 'position', OLD.position, 'state_id', OLD.state_id, 'statement_id', OLD.statement_id, 'withdrew_on', OLD.withdrew_on), json_object('accredited_to', NEW.accredited_to, 'acting', NEW.acting, 'as_printed', NEW.as_printed, 'capacity', NEW.capacity, 'id', NEW.id, 'joined_on', NEW.joined_on, 'mode', NEW.mode, 'note', NEW.note, 'person_id', NEW.person_id, 'position', NEW.position, 'state_id', NEW.state_id, 'statement_id', NEW.statement_id, 'withdrew_on', NEW.withdrew_on));
END

-- trigger state_code_log_delete
CREATE TRIGGER state_code_log_delete AFTER DELETE ON state_code
BEGIN
INSERT INTO revision (id, opened_at, closed_at)
SELECT (SELECT COALESCE(MAX(id), 0) + 1 FROM revision), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), strftime('%Y-%m-%dT%H:%M:%fZ', 'now')
WHERE NOT EXISTS (SELECT 1 FROM revision WHERE closed_at IS NULL) AND NOT EXISTS (
SELECT 1 FROM revision WHERE id = (SELECT MAX(id) FROM revision)
AND author IS NULL AND hash IS NULL AND opened_at = strftime('%Y-%m-%dT%H:%M:%fZ', 'now'));
INSERT INTO change (revision_id, table_name, row_id, operation, old, new) VALUES (
COALESCE((SELECT id FROM revision WHERE closed_at IS NULL), (SELECT MAX(id) FROM revision)),
'state_code', OLD.id, 'delete', json_object('code', OLD.code, 'end_earliest', OLD.end_earliest, 'end_latest', OLD.end_latest, 'id', OLD.id, 'scheme', OLD.scheme, 'start_earliest', OLD.start_earliest, 'start_latest', OLD.start_latest, 'state_id', OLD.state_id, 'valid', OLD.valid), NULL);
END

-- trigger state_code_log_insert
CREATE TRIGGER state_code_log_insert AFTER INSERT ON state_code
WHEN EXISTS (SELECT 1 FROM revision WHERE closed_at IS NULL)
BEGIN
INSERT INTO change (revision_id, table_name, row_id, operation, old, new) VALUES (
(SELECT id FROM revision WHERE closed_at IS NULL),
'state_code', NEW.id, 'insert', NULL, json_object('code', NEW.code, 'end_earliest', NEW.end_earliest, 'end_latest', NEW.end_latest, 'id', NEW.id, 'scheme', NEW.scheme, 'start_earliest', NEW.start_earliest, 'start_latest', NEW.start_latest, 'state_id', NEW.state_id, 'valid', NEW.valid));
END

-- trigger state_code_log_insert_outside
CREATE TRIGGER state_code_log_insert_outside AFTER INSERT ON state_code
WHEN NOT EXISTS (SELECT 1 FROM revision WHERE closed_at IS NULL)
BEGIN
INSERT INTO revision (id, opened_at, closed_at)
SELECT (SELECT COALESCE(MAX(id), 0) + 1 FROM revision), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), strftime('%Y-%m-%dT%H:%M:%fZ', 'now')
WHERE NOT EXISTS (SELECT 1 FROM revision WHERE closed_at IS NULL) AND NOT EXISTS (
SELECT 1 FROM revision WHERE id = (SELECT MAX(id) FROM revision)
AND author IS NULL AND hash IS NULL AND opened_at = strftime('%Y-%m-%dT%H:%M:%fZ', 'now'));
INSERT INTO change (revision_id, table_name, row_id, operation, old, new) VALUES (
COALESCE((SELECT id FROM revision WHERE closed_at IS NULL), (SELECT MAX(id) FROM revision)),
'state_code', NEW.id, 'insert', NULL, json_object('code', NEW.code, 'end_earliest', NEW.end_earliest, 'end_latest', NEW.end_latest, 'id', NEW.id, 'scheme', NEW.scheme, 'start_earliest', NEW.start_earliest, 'start_latest', NEW.start_latest, 'state_id', NEW.state_id, 'valid', NEW.valid));
END

-- trigger state_code_log_update
CREATE TRIGGER state_code_log_update AFTER UPDATE ON state_code
WHEN json_object('code', OLD.code, 'end_earliest', OLD.end_earliest, 'end_latest', OLD.end_latest, 'id', OLD.id, 'scheme', OLD.scheme, 'start_earliest', OLD.start_earliest, 'start_latest', OLD.start_latest, 'state_id', OLD.state_id, 'valid', OLD.valid) <> json_object('code', NEW.code, 'end_earliest', NEW.end_earliest, 'end_latest', NEW.end_latest, 'id', NEW.id, 'scheme', NEW.scheme, 'start_earliest', NEW.start_earliest, 'start_latest', NEW.start_latest, 'state_id', NEW.state_id, 'valid', NEW.valid)
BEGIN
INSERT INTO revision (id, opened_at, closed_at)
SELECT (SELECT COALESCE(MAX(id), 0) + 1 FROM revision), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), strftime('%Y-%m-%dT%H:%M:%fZ', 'now')
WHERE NOT EXISTS (SELECT 1 FROM revision WHERE closed_at IS NULL) AND NOT EXISTS (
SELECT 1 FROM revision WHERE id = (SELECT MAX(id) FROM revision)
AND author IS NULL AND hash IS NULL AND opened_at = strftime('%Y-%m-%dT%H:%M:%fZ', 'now'));
INSERT INTO change (revision_id, table_name, row_id, operation, old, new) VALUES (
COALESCE((SELECT id FROM revision WHERE closed_at IS NULL), (SELECT MAX(id) FROM revision)),
'state_code', NEW.id, 'update', json_object('code', OLD.code, 'end_earliest', OLD.end_earliest, 'end_latest', OLD.end_latest, 'id', OLD.id, 'scheme', OLD.scheme, 'start_earliest', OLD.start_earliest, 'start_latest', OLD.start_latest, 'state_id', OLD.state_id, 'valid', OLD.valid), json_object('code', NEW.code, 'end_earliest', NEW.end_earliest, 'end_latest', NEW.end_latest, 'id', NEW.id, 'scheme', NEW.scheme, 'start_earliest', NEW.start_earliest, 'start_latest', NEW.start_latest, 'state_id', NEW.state_id, 'valid', NEW.valid));
END

-- trigger state_log_delete
CREATE TRIGGER state_log_delete AFTER DELETE ON state
BEGIN
INSERT INTO revision (id, opened_at, closed_at)
SELECT (SELECT COALESCE(MAX(id), 0) + 1 FROM revision), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), strftime('%Y-%m-%dT%H:%M:%fZ', 'now')
WHERE NOT EXISTS (SELECT 1 FROM revision WHERE closed_at IS NULL) AND NOT EXISTS (
SELECT 1 FROM revision WHERE id = (SELECT MAX(id) FROM revision)
AND author IS NULL AND hash IS NULL AND opened_at = strftime('%Y-%m-%dT%H:%M:%fZ', 'now'));
INSERT INTO change (revision_id, table_name, row_id, operation, old, new) VALUES (
COALESCE((SELECT id FROM revision WHERE closed_at IS NULL), (SELECT MAX(id) FROM revision)),
'state', OLD.id, 'delete', json_object('code', OLD.code, 'end_earliest', OLD.end_earliest, 'end_latest', OLD.end_latest, 'existence', OLD.existence, 'id', OLD.id, 'note', OLD.note, 'start_earliest', OLD.start_earliest, 'start_latest', OLD.start_latest, 'un_admission', OLD.un_admission), NULL);
END

-- trigger state_log_insert
CREATE TRIGGER state_log_insert AFTER INSERT ON state
WHEN EXISTS (SELECT 1 FROM revision WHERE closed_at IS NULL)
BEGIN
INSERT INTO change (revision_id, table_name, row_id, operation, old, new) VALUES (
(SELECT id FROM revision WHERE closed_at IS NULL),
'state', NEW.id, 'insert', NULL, json_object('code', NEW.code, 'end_earliest', NEW.end_earliest, 'end_latest', NEW.end_latest, 'existence', NEW.existence, 'id', NEW.id, 'note', NEW.note, 'start_earliest', NEW.start_earliest, 'start_latest', NEW.start_latest, 'un_admission', NEW.un_admission));
END

-- trigger state_log_insert_outside
CREATE TRIGGER state_log_insert_outside AFTER INSERT ON state
WHEN NOT EXISTS (SELECT 1 FROM revision WHERE closed_at IS NULL)
BEGIN
INSERT INTO revision (id, opened_at, closed_at)
SELECT (SELECT COALESCE(MAX(id), 0) + 1 FROM revision), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), strftime('%Y-%m-%dT%H:%M:%fZ', 'now')
WHERE NOT EXISTS (SELECT 1 FROM revision WHERE closed_at IS NULL) AND NOT EXISTS (
SELECT 1 FROM revision WHERE id = (SELECT MAX(id) FROM revision)
AND author IS NULL AND hash IS NULL AND opened_at = strftime('%Y-%m-%dT%H:%M:%fZ', 'now'));
INSERT INTO change (revision_id, table_name, row_id, operation, old, new) VALUES (
COALESCE((SELECT id FROM revision WHERE closed_at IS NULL), (SELECT MAX(id) FROM revision)),
'state', NEW.id, 'insert', NULL, json_object('code', NEW.code, 'end_earliest', NEW.end_earliest, 'end_latest', NEW.end_latest, 'existence', NEW.existence, 'id', NEW.id, 'note', NEW.note, 'start_earliest', NEW.start_earliest, 'start_latest', NEW.start_latest, 'un_admission', NEW.un_admission));
END

-- trigger state_log_update
CREATE TRIGGER state_log_update AFTER UPDATE ON state
WHEN json_object('code', OLD.code, 'end_earliest', OLD.end_earliest, 'end_latest', OLD.end_latest, 'existence', OLD.existence, 'id', OLD.id, 'note', OLD.note, 'start_earliest', OLD.start_earliest, 'start_latest', OLD.start_latest, 'un_admission', OLD.un_admission) <> json_object('code', NEW.code, 'end_earliest', NEW.end_earliest, 'end_latest', NEW.end_latest, 'existence', NEW.existence, 'id', NEW.id, 'note', NEW.note, 'start_earliest', NEW.start_earliest, 'start_latest', NEW.start_latest, 'un_admission', NEW.un_admission)
BEGIN
INSERT INTO revision (id, opened_at, closed_at)
SELECT (SELECT COALESCE(MAX(id), 0) + 1 FROM revision), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), strftime('%Y-%m-%dT%H:%M:%fZ', 'now')
WHERE NOT EXISTS (SELECT 1 FROM revision WHERE closed_at IS NULL) AND NOT EXISTS (
SELECT 1 FROM revision WHERE id = (SELECT MAX(id) FROM revision)
AND author IS NULL AND hash IS NULL AND opened_at = strftime('%Y-%m-%dT%H:%M:%fZ', 'now'));
INSERT INTO change (revision_id, table_name, row_id, operation, old, new) VALUES (
COALESCE((SELECT id FROM revision WHERE closed_at IS NULL), (SELECT MAX(id) FROM revision)),
'state', NEW.id, 'update', json_object('code', OLD.code, 'end_earliest', OLD.end_earliest, 'end_latest', OLD.end_latest, 'existence', OLD.existence, 'id', OLD.id, 'note', OLD.note, 'start_earliest', OLD.start_earliest, 'start_latest', OLD.start_latest, 'un_admission', OLD.un_admission), json_object('code', NEW.code, 'end_earliest', NEW.end_earliest, 'end_latest', NEW.end_latest, 'existence', NEW.existence, 'id', NEW.id, 'note', NEW.note, 'start_earliest', NEW.start_earliest, 'start_latest', NEW.start_latest, 'un_admission', NEW.un_admission));
END

-- trigger state_name_log_delete
CREATE TRIGGER state_name_log_delete AFTER DELETE ON state_name
BEGIN
INSERT INTO revision (id, opened_at, closed_at)
SELECT (SELECT COALESCE(MAX(id), 0) + 1 FROM revision), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), strftime('%Y-%m-%dT%H:%M:%fZ', 'now')
WHERE NOT EXISTS (SELECT 1 FROM revision WHERE closed_at IS NULL) AND NOT EXISTS (
SELECT 1 FROM revision WHERE id = (SELECT MAX(id) FROM revision)
AND author IS NULL AND hash IS NULL AND opened_at = strftime('%Y-%m-%dT%H:%M:%fZ', 'now'));
INSERT INTO change (revision_id, table_name, row_id, operation, old, new) VALUES (
COALESCE((SELECT id FROM revision WHERE closed_at IS NULL), (SELECT MAX(id) FROM revision)),
'state_name', OLD.id, 'delete', json_object('end_earliest', OLD.end_earliest, 'end_latest', OLD.end_latest, 'form', OLD.form, 'id', OLD.id, 'language', OLD.language, 'name', OLD.name, 'note', OLD.note, 'start_earliest', OLD.start_earliest, 'start_latest', OLD.start_latest, 'state_id', OLD.state_id, 'valid', OLD.valid), NULL);
END

-- trigger state_name_log_insert
CREATE TRIGGER state_name_log_insert AFTER INSERT ON state_name
WHEN EXISTS (SELECT 1 FROM revision WHERE closed_at IS NULL)
BEGIN
INSERT INTO change (revision_id, table_name, row_id, operation, old, new) VALUES (
(SELECT id FROM revision WHERE closed_at IS NULL),
'state_name', NEW.id, 'insert', NULL, json_object('end_earliest', NEW.end_earliest, 'end_latest', NEW.end_latest, 'form', NEW.form, 'id', NEW.id, 'language', NEW.language, 'name', NEW.name, 'note', NEW.note, 'start_earliest', NEW.start_earliest, 'start_latest', NEW.start_latest, 'state_id', NEW.state_id, 'valid', NEW.valid));
END

-- trigger state_name_log_insert_outside
CREATE TRIGGER state_name_log_insert_outside AFTER INSERT ON state_name
WHEN NOT EXISTS (SELECT 1 FROM revision WHERE closed_at IS NULL)
BEGIN
INSERT INTO revision (id, opened_at, closed_at)
SELECT (SELECT COALESCE(MAX(id), 0) + 1 FROM revision), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), strftime('%Y-%m-%dT%H:%M:%fZ', 'now')
WHERE NOT EXISTS (SELECT 1 FROM revision WHERE closed_at IS NULL) AND NOT EXISTS (
SELECT 1 FROM revision WHERE id = (SELECT MAX(id) FROM revision)
AND author IS NULL AND hash IS NULL AND opened_at = strftime('%Y-%m-%dT%H:%M:%fZ', 'now'));
INSERT INTO change (revision_id, table_name, row_id, operation, old, new) VALUES (
COALESCE((SELECT id FROM revision WHERE closed_at IS NULL), (SELECT MAX(id) FROM revision)),
'state_name', NEW.id, 'insert', NULL, json_object('end_earliest', NEW.end_earliest, 'end_latest', NEW.end_latest, 'form', NEW.form, 'id', NEW.id, 'language', NEW.language, 'name', NEW.name, 'note', NEW.note, 'start_earliest', NEW.start_earliest, 'start_latest', NEW.start_latest, 'state_id', NEW.state_id, 'valid', NEW.valid));
END

-- trigger state_name_log_update
CREATE TRIGGER state_name_log_update AFTER UPDATE ON state_name
WHEN json_object('end_earliest', OLD.end_earliest, 'end_latest', OLD.end_latest, 'form', OLD.form, 'id', OLD.id, 'language', OLD.language, 'name', OLD.name, 'note', OLD.note, 'start_earliest', OLD.start_earliest, 'start_latest', OLD.start_latest, 'state_id', OLD.state_id, 'valid', OLD.valid) <> json_object('end_earliest', NEW.end_earliest, 'end_latest', NEW.end_latest, 'form', NEW.form, 'id', NEW.id, 'language', NEW.language, 'name', NEW.name, 'note', NEW.note, 'start_earliest', NEW.start_earliest, 'start_latest', NEW.start_latest, 'state_id', NEW.state_id, 'valid', NEW.valid)
BEGIN
INSERT INTO revision (id, opened_at, closed_at)
SELECT (SELECT COALESCE(MAX(id), 0) + 1 FROM revision), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), strftime('%Y-%m-%dT%H:%M:%fZ', 'now')
WHERE NOT EXISTS (SELECT 1 FROM revision WHERE closed_at IS NULL) AND NOT EXISTS (
SELECT 1 FROM revision WHERE id = (SELECT MAX(id) FROM revision)
AND author IS NULL AND hash IS NULL AND opened_at = strftime('%Y-%m-%dT%H:%M:%fZ', 'now'));
INSERT INTO change (revision_id, table_name, row_id, operation, old, new) VALUES (
COALESCE((SELECT id FROM revision WHERE closed_at IS NULL), (SELECT MAX(id) FROM revision)),
'state_name', NEW.id, 'update', json_object('end_earliest', OLD.end_earliest, 'end_latest', OLD.end_latest, 'form', OLD.form, 'id', OLD.id, 'language', OLD.language, 'name', OLD.name, 'note', OLD.note, 'start_earliest', OLD.start_earliest, 'start_latest', OLD.start_latest, 'state_id', OLD.state_id, 'valid', OLD.valid), json_object('end_earliest', NEW.end_earliest, 'end_latest', NEW.end_latest, 'form', NEW.form, 'id', NEW.id, 'language', NEW.language, 'name', NEW.name, 'note', NEW.note, 'start_earliest', NEW.start_earliest, 'start_latest', NEW.start_latest, 'state_id', NEW.state_id, 'valid', NEW.valid));
END

-- trigger state_succession_log_delete
CREATE TRIGGER state_succession_log_delete AFTER DELETE ON state_succession
BEGIN
INSERT INTO revision (id, opened_at, closed_at)
SELECT (SELECT COALESCE(MAX(id), 0) + 1 FROM revision), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), strftime('%Y-%m-%dT%H:%M:%fZ', 'now')
WHERE NOT EXISTS (SELECT 1 FROM revision WHERE closed_at IS NULL) AND NOT EXISTS (
SELECT 1 FROM revision WHERE id = (SELECT MAX(id) FROM revision)
AND author IS NULL AND hash IS NULL AND opened_at = strftime('%Y-%m-%dT%H:%M:%fZ', 'now'));
INSERT INTO change (revision_id, table_name, row_id, operation, old, new) VALUES (
COALESCE((SELECT id FROM revision WHERE closed_at IS NULL), (SELECT MAX(id) FROM revision)),
'state_succession', OLD.id, 'delete', json_object('date_earliest', OLD.date_earliest, 'date_edtf', OLD.date_edtf, 'date_latest', OLD.date_latest, 'date_text', OLD.date_text, 'id', OLD.id, 'kind', OLD.kind, 'note', OLD.note, 'predecessor_id', OLD.predecessor_id, 'successor_id', OLD.successor_id), NULL);
END

-- trigger state_succession_log_insert
CREATE TRIGGER state_succession_log_insert AFTER INSERT ON state_succession
WHEN EXISTS (SELECT 1 FROM revision WHERE closed_at IS NULL)
BEGIN
INSERT INTO change (revision_id, table_name, row_id, operation, old, new) VALUES (
(SELECT id FROM revision WHERE closed_at IS NULL),
'state_succession', NEW.id, 'insert', NULL, json_object('date_earliest', NEW.date_earliest, 'date_edtf', NEW.date_edtf, 'date_latest', NEW.date_latest, 'date_text', NEW.date_text, 'id', NEW.id, 'kind', NEW.kind, 'note', NEW.note, 'predecessor_id', NEW.predecessor_id, 'successor_id', NEW.successor_id));
END

-- trigger state_succession_log_insert_outside
CREATE TRIGGER state_succession_log_insert_outside AFTER INSERT ON state_succession
WHEN NOT EXISTS (SELECT 1 FROM revision WHERE closed_at IS NULL)
BEGIN
INSERT INTO revision (id, opened_at, closed_at)
SELECT (SELECT COALESCE(MAX(id), 0) + 1 FROM revision), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), strftime('%Y-%m-%dT%H:%M:%fZ', 'now')
WHERE NOT EXISTS (SELECT 1 FROM revision WHERE closed_at IS NULL) AND NOT EXISTS (
SELECT 1 FROM revision WHERE id = (SELECT MAX(id) FROM revision)
AND author IS NULL AND hash IS NULL AND opened_at = strftime('%Y-%m-%dT%H:%M:%fZ', 'now'));
INSERT INTO change (revision_id, table_name, row_id, operation, old, new) VALUES (
COALESCE((SELECT id FROM revision WHERE closed_at IS NULL), (SELECT MAX(id) FROM revision)),
'state_succession', NEW.id, 'insert', NULL, json_object('date_earliest', NEW.date_earliest, 'date_edtf', NEW.date_edtf, 'date_latest', NEW.date_latest, 'date_text', NEW.date_text, 'id', NEW.id, 'kind', NEW.kind, 'note', NEW.note, 'predecessor_id', NEW.predecessor_id, 'successor_id', NEW.successor_id));
END

-- trigger state_succession_log_update
CREATE TRIGGER state_succession_log_update AFTER UPDATE ON state_succession
WHEN json_object('date_earliest', OLD.date_earliest, 'date_edtf', OLD.date_edtf, 'date_latest', OLD.date_latest, 'date_text', OLD.date_text, 'id', OLD.id, 'kind', OLD.kind, 'note', OLD.note, 'predecessor_id', OLD.predecessor_id, 'successor_id', OLD.successor_id) <> json_object('date_earliest', NEW.date_earliest, 'date_edtf', NEW.date_edtf, 'date_latest', NEW.date_latest, 'date_text', NEW.date_text, 'id', NEW.id, 'kind', NEW.kind, 'note', NEW.note, 'predecessor_id', NEW.predecessor_id, 'successor_id', NEW.successor_id)
BEGIN
INSERT INTO revision (id, opened_at, closed_at)
SELECT (SELECT COALESCE(MAX(id), 0) + 1 FROM revision), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), strftime('%Y-%m-%dT%H:%M:%fZ', 'now')
WHERE NOT EXISTS (SELECT 1 FROM revision WHERE closed_at IS NULL) AND NOT EXISTS (
SELECT 1 FROM revision WHERE id = (SELECT MAX(id) FROM revision)
AND author IS NULL AND hash IS NULL AND opened_at = strftime('%Y-%m-%dT%H:%M:%fZ', 'now'));
INSERT INTO change (revision_id, table_name, row_id, operation, old, new) VALUES (
COALESCE((SELECT id FROM revision WHERE closed_at IS NULL), (SELECT MAX(id) FROM revision)),
'state_succession', NEW.id, 'update', json_object('date_earliest', OLD.date_earliest, 'date_edtf', OLD.date_edtf, 'date_latest', OLD.date_latest, 'date_text', OLD.date_text, 'id', OLD.id, 'kind', OLD.kind, 'note', OLD.note, 'predecessor_id', OLD.predecessor_id, 'successor_id', OLD.successor_id), json_object('date_earliest', NEW.date_earliest, 'date_edtf', NEW.date_edtf, 'date_latest', NEW.date_latest, 'date_text', NEW.date_text, 'id', NEW.id, 'kind', NEW.kind, 'note', NEW.note, 'predecessor_id', NEW.predecessor_id, 'successor_id', NEW.successor_id));
END

-- trigger statement_log_delete
CREATE TRIGGER statement_log_delete AFTER DELETE ON statement
BEGIN
INSERT INTO revision (id, opened_at, closed_at)
SELECT (SELECT COALESCE(MAX(id), 0) + 1 FROM revision), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), strftime('%Y-%m-%dT%H:%M:%fZ', 'now')
WHERE NOT EXISTS (SELECT 1 FROM revision WHERE closed_at IS NULL) AND NOT EXISTS (
SELECT 1 FROM revision WHERE id = (SELECT MAX(id) FROM revision)
AND author IS NULL AND hash IS NULL AND opened_at = strftime('%Y-%m-%dT%H:%M:%fZ', 'now'));
INSERT INTO change (revision_id, table_name, row_id, operation, old, new) VALUES (
COALESCE((SELECT id FROM revision WHERE closed_at IS NULL), (SELECT MAX(id) FROM revision)),
'statement', OLD.id, 'delete', json_object('addressee', OLD.addressee, 'code', OLD.code, 'date_earliest', OLD.date_earliest, 'date_edtf', OLD.date_edtf, 'date_latest', OLD.date_latest, 'date_text', OLD.date_text, 'document_id', OLD.document_id, 'end_char', OLD.end_char, 'id', OLD.id, 'kind', OLD.kind, 'language', OLD.language, 'note', OLD.note, 'place', OLD.place, 'position', OLD.position, 'start_char', OLD.start_char, 'title', OLD.title), NULL);
END

-- trigger statement_log_insert
CREATE TRIGGER statement_log_insert AFTER INSERT ON statement
WHEN EXISTS (SELECT 1 FROM revision WHERE closed_at IS NULL)
BEGIN
INSERT INTO change (revision_id, table_name, row_id, operation, old, new) VALUES (
(SELECT id FROM revision WHERE closed_at IS NULL),
'statement', NEW.id, 'insert', NULL, json_object('addressee', NEW.addressee, 'code', NEW.code, 'date_earliest', NEW.date_earliest, 'date_edtf', NEW.date_edtf, 'date_latest', NEW.date_latest, 'date_text', NEW.date_text, 'document_id', NEW.document_id, 'end_char', NEW.end_char, 'id', NEW.id, 'kind', NEW.kind, 'language', NEW.language, 'note', NEW.note, 'place', NEW.place, 'position', NEW.position, 'start_char', NEW.start_char, 'title', NEW.title));
END

-- trigger statement_log_insert_outside
CREATE TRIGGER statement_log_insert_outside AFTER INSERT ON statement
WHEN NOT EXISTS (SELECT 1 FROM revision WHERE closed_at IS NULL)
BEGIN
INSERT INTO revision (id, opened_at, closed_at)
SELECT (SELECT COALESCE(MAX(id), 0) + 1 FROM revision), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), strftime('%Y-%m-%dT%H:%M:%fZ', 'now')
WHERE NOT EXISTS (SELECT 1 FROM revision WHERE closed_at IS NULL) AND NOT EXISTS (
SELECT 1 FROM revision WHERE id = (SELECT MAX(id) FROM revision)
AND author IS NULL AND hash IS NULL AND opened_at = strftime('%Y-%m-%dT%H:%M:%fZ', 'now'));
INSERT INTO change (revision_id, table_name, row_id, operation, old, new) VALUES (
COALESCE((SELECT id FROM revision WHERE closed_at IS NULL), (SELECT MAX(id) FROM revision)),
'statement', NEW.id, 'insert', NULL, json_object('addressee', NEW.addressee, 'code', NEW.code, 'date_earliest', NEW.date_earliest, 'date_edtf', NEW.date_edtf, 'date_latest', NEW.date_latest, 'date_text', NEW.date_text, 'document_id', NEW.document_id, 'end_char', NEW.end_char, 'id', NEW.id, 'kind', NEW.kind, 'language', NEW.language, 'note', NEW.note, 'place', NEW.place, 'position', NEW.position, 'start_char', NEW.start_char, 'title', NEW.title));
END

-- trigger statement_log_update
CREATE TRIGGER statement_log_update AFTER UPDATE ON statement
WHEN json_object('addressee', OLD.addressee, 'code', OLD.code, 'date_earliest', OLD.date_earliest, 'date_edtf', OLD.date_edtf, 'date_latest', OLD.date_latest, 'date_text', OLD.date_text, 'document_id', OLD.document_id, 'end_char', OLD.end_char, 'id', OLD.id, 'kind', OLD.kind, 'language', OLD.language, 'note', OLD.note, 'place', OLD.place, 'position', OLD.position, 'start_char', OLD.start_char, 'title', OLD.title) <> json_object('addressee', NEW.addressee, 'code', NEW.code, 'date_earliest', NEW.date_earliest, 'date_edtf', NEW.date_edtf, 'date_latest', NEW.date_latest, 'date_text', NEW.date_text, 'document_id', NEW.document_id, 'end_char', NEW.end_char, 'id', NEW.id, 'kind', NEW.kind, 'language', NEW.language, 'note', NEW.note, 'place', NEW.place, 'position', NEW.position, 'start_char', NEW.start_char, 'title', NEW.title)
BEGIN
INSERT INTO revision (id, opened_at, closed_at)
SELECT (SELECT COALESCE(MAX(id), 0) + 1 FROM revision), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), strftime('%Y-%m-%dT%H:%M:%fZ', 'now')
WHERE NOT EXISTS (SELECT 1 FROM revision WHERE closed_at IS NULL) AND NOT EXISTS (
SELECT 1 FROM revision WHERE id = (SELECT MAX(id) FROM revision)
AND author IS NULL AND hash IS NULL AND opened_at = strftime('%Y-%m-%dT%H:%M:%fZ', 'now'));
INSERT INTO change (revision_id, table_name, row_id, operation, old, new) VALUES (
COALESCE((SELECT id FROM revision WHERE closed_at IS NULL), (SELECT MAX(id) FROM revision)),
'statement', NEW.id, 'update', json_object('addressee', OLD.addressee, 'code', OLD.code, 'date_earliest', OLD.date_earliest, 'date_edtf', OLD.date_edtf, 'date_latest', OLD.date_latest, 'date_text', OLD.date_text, 'document_id', OLD.document_id, 'end_char', OLD.end_char, 'id', OLD.id, 'kind', OLD.kind, 'language', OLD.language, 'note', OLD.note, 'place', OLD.place, 'position', OLD.position, 'start_char', OLD.start_char, 'title', OLD.title), json_object('addressee', NEW.addressee, 'code', NEW.code, 'date_earliest', NEW.date_earliest, 'date_edtf', NEW.date_edtf, 'date_latest', NEW.date_latest, 'date_text', NEW.date_text, 'document_id', NEW.document_id, 'end_char', NEW.end_char, 'id', NEW.id, 'kind', NEW.kind, 'language', NEW.language, 'note', NEW.note, 'place', NEW.place, 'position', NEW.position, 'start_char', NEW.start_char, 'title', NEW.title));
END

-- trigger tenure_log_delete
CREATE TRIGGER tenure_log_delete AFTER DELETE ON tenure
BEGIN
INSERT INTO revision (id, opened_at, closed_at)
SELECT (SELECT COALESCE(MAX(id), 0) + 1 FROM revision), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), strftime('%Y-%m-%dT%H:%M:%fZ', 'now')
WHERE NOT EXISTS (SELECT 1 FROM revision WHERE closed_at IS NULL) AND NOT EXISTS (
SELECT 1 FROM revision WHERE id = (SELECT MAX(id) FROM revision)
AND author IS NULL AND hash IS NULL AND opened_at = strftime('%Y-%m-%dT%H:%M:%fZ', 'now'));
INSERT INTO change (revision_id, table_name, row_id, operation, old, new) VALUES (
COALESCE((SELECT id FROM revision WHERE closed_at IS NULL), (SELECT MAX(id) FROM revision)),
'tenure', OLD.id, 'delete', json_object('accredited_to', OLD.accredited_to, 'acting', OLD.acting, 'dataset_id', OLD.dataset_id, 'end_earliest', OLD.end_earliest, 'end_latest', OLD.end_latest, 'id', OLD.id, 'note', OLD.note, 'office', OLD.office, 'person_id', OLD.person_id, 'rank', OLD.rank, 'start_earliest', OLD.start_earliest, 'start_latest', OLD.start_latest, 'state_id', OLD.state_id, 'title', OLD.title, 'valid', OLD.valid), NULL);
END

-- trigger tenure_log_insert
CREATE TRIGGER tenure_log_insert AFTER INSERT ON tenure
WHEN EXISTS (SELECT 1 FROM revision WHERE closed_at IS NULL)
BEGIN
INSERT INTO change (revision_id, table_name, row_id, operation, old, new) VALUES (
(SELECT id FROM revision WHERE closed_at IS NULL),
'tenure', NEW.id, 'insert', NULL, json_object('accredited_to', NEW.accredited_to, 'acting', NEW.acting, 'dataset_id', NEW.dataset_id, 'end_earliest', NEW.end_earliest, 'end_latest', NEW.end_latest, 'id', NEW.id, 'note', NEW.note, 'office', NEW.office, 'person_id', NEW.person_id, 'rank', NEW.rank, 'start_earliest', NEW.start_earliest, 'start_latest', NEW.start_latest, 'state_id', NEW.state_id, 'title', NEW.title, 'valid', NEW.valid));
END

-- trigger tenure_log_insert_outside
CREATE TRIGGER tenure_log_insert_outside AFTER INSERT ON tenure
WHEN NOT EXISTS (SELECT 1 FROM revision WHERE closed_at IS NULL)
BEGIN
INSERT INTO revision (id, opened_at, closed_at)
SELECT (SELECT COALESCE(MAX(id), 0) + 1 FROM revision), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), strftime('%Y-%m-%dT%H:%M:%fZ', 'now')
WHERE NOT EXISTS (SELECT 1 FROM revision WHERE closed_at IS NULL) AND NOT EXISTS (
SELECT 1 FROM revision WHERE id = (SELECT MAX(id) FROM revision)
AND author IS NULL AND hash IS NULL AND opened_at = strftime('%Y-%m-%dT%H:%M:%fZ', 'now'));
INSERT INTO change (revision_id, table_name, row_id, operation, old, new) VALUES (
COALESCE((SELECT id FROM revision WHERE closed_at IS NULL), (SELECT MAX(id) FROM revision)),
'tenure', NEW.id, 'insert', NULL, json_object('accredited_to', NEW.accredited_to, 'acting', NEW.acting, 'dataset_id', NEW.dataset_id, 'end_earliest', NEW.end_earliest, 'end_latest', NEW.end_latest, 'id', NEW.id, 'note', NEW.note, 'office', NEW.office, 'person_id', NEW.person_id, 'rank', NEW.rank, 'start_earliest', NEW.start_earliest, 'start_latest', NEW.start_latest, 'state_id', NEW.state_id, 'title', NEW.title, 'valid', NEW.valid));
END

-- trigger tenure_log_update
CREATE TRIGGER tenure_log_update AFTER UPDATE ON tenure
WHEN json_object('accredited_to', OLD.accredited_to, 'acting', OLD.acting, 'dataset_id', OLD.dataset_id, 'end_earliest', OLD.end_earliest, 'end_latest', OLD.end_latest, 'id', OLD.id, 'note', OLD.note, 'office', OLD.office, 'person_id', OLD.person_id, 'rank', OLD.rank, 'start_earliest', OLD.start_earliest, 'start_latest', OLD.start_latest, 'state_id', OLD.state_id, 'title', OLD.title, 'valid', OLD.valid) <> json_object('accredited_to', NEW.accredited_to, 'acting', NEW.acting, 'dataset_id', NEW.dataset_id, 'end_earliest', NEW.end_earliest, 'end_latest', NEW.end_latest, 'id', NEW.id, 'note', NEW.note, 'office', NEW.office, 'person_id', NEW.person_id, 'rank', NEW.rank, 'start_earliest', NEW.start_earliest, 'start_latest', NEW.start_latest, 'state_id', NEW.state_id, 'title', NEW.title, 'valid', NEW.valid)
BEGIN
INSERT INTO revision (id, opened_at, closed_at)
SELECT (SELECT COALESCE(MAX(id), 0) + 1 FROM revision), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), strftime('%Y-%m-%dT%H:%M:%fZ', 'now')
WHERE NOT EXISTS (SELECT 1 FROM revision WHERE closed_at IS NULL) AND NOT EXISTS (
SELECT 1 FROM revision WHERE id = (SELECT MAX(id) FROM revision)
AND author IS NULL AND hash IS NULL AND opened_at = strftime('%Y-%m-%dT%H:%M:%fZ', 'now'));
INSERT INTO change (revision_id, table_name, row_id, operation, old, new) VALUES (
COALESCE((SELECT id FROM revision WHERE closed_at IS NULL), (SELECT MAX(id) FROM revision)),
'tenure', NEW.id, 'update', json_object('accredited_to', OLD.accredited_to, 'acting', OLD.acting, 'dataset_id', OLD.dataset_id, 'end_earliest', OLD.end_earliest, 'end_latest', OLD.end_latest, 'id', OLD.id, 'note', OLD.note, 'office', OLD.office, 'person_id', OLD.person_id, 'rank', OLD.rank, 'start_earliest', OLD.start_earliest, 'start_latest', OLD.start_latest, 'state_id', OLD.state_id, 'title', OLD.title, 'valid', OLD.valid), json_object('accredited_to', NEW.accredited_to, 'acting', NEW.acting, 'dataset_id', NEW.dataset_id, 'end_earliest', NEW.end_earliest, 'end_latest', NEW.end_latest, 'id', NEW.id, 'note', NEW.note, 'office', NEW.office, 'person_id', NEW.person_id, 'rank', NEW.rank, 'start_earliest', NEW.start_earliest, 'start_latest', NEW.start_latest, 'state_id', NEW.state_id, 'title', NEW.title, 'valid', NEW.valid));
END

-- trigger treaty_log_delete
CREATE TRIGGER treaty_log_delete AFTER DELETE ON treaty
BEGIN
INSERT INTO revision (id, opened_at, closed_at)
SELECT (SELECT COALESCE(MAX(id), 0) + 1 FROM revision), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), strftime('%Y-%m-%dT%H:%M:%fZ', 'now')
WHERE NOT EXISTS (SELECT 1 FROM revision WHERE closed_at IS NULL) AND NOT EXISTS (
SELECT 1 FROM revision WHERE id = (SELECT MAX(id) FROM revision)
AND author IS NULL AND hash IS NULL AND opened_at = strftime('%Y-%m-%dT%H:%M:%fZ', 'now'));
INSERT INTO change (revision_id, table_name, row_id, operation, old, new) VALUES (
COALESCE((SELECT id FROM revision WHERE closed_at IS NULL), (SELECT MAX(id) FROM revision)),
'treaty', OLD.id, 'delete', json_object('code', OLD.code, 'depositary', OLD.depositary, 'expires_earliest', OLD.expires_earliest, 'expires_edtf', OLD.expires_edtf, 'expires_latest', OLD.expires_latest, 'expires_text', OLD.expires_text, 'id', OLD.id, 'in_force_earliest', OLD.in_force_earliest, 'in_force_edtf', OLD.in_force_edtf, 'in_force_latest', OLD.in_force_latest, 'in_force_text', OLD.in_force_text, 'note', OLD.note, 'registration', OLD.registration, 'signed_at', OLD.signed_at, 'signed_earliest', OLD.signed_earliest, 'signed_edtf', OLD.signed_edtf, 'signed_latest', OLD.signed_latest, 'signed_text', OLD.signed_text, 'term_years', OLD.term_years, 'title', OLD.title), NULL);
END

-- trigger treaty_log_insert
CREATE TRIGGER treaty_log_insert AFTER INSERT ON treaty
WHEN EXISTS (SELECT 1 FROM revision WHERE closed_at IS NULL)
BEGIN
INSERT INTO change (revision_id, table_name, row_id, operation, old, new) VALUES (
(SELECT id FROM revision WHERE closed_at IS NULL),
'treaty', NEW.id, 'insert', NULL, json_object('code', NEW.code, 'depositary', NEW.depositary, 'expires_earliest', NEW.expires_earliest, 'expires_edtf', NEW.expires_edtf, 'expires_latest', NEW.expires_latest, 'expires_text', NEW.expires_text, 'id', NEW.id, 'in_force_earliest', NEW.in_force_earliest, 'in_force_edtf', NEW.in_force_edtf, 'in_force_latest', NEW.in_force_latest, 'in_force_text', NEW.in_force_text, 'note', NEW.note, 'registration', NEW.registration, 'signed_at', NEW.signed_at, 'signed_earliest', NEW.signed_earliest, 'signed_edtf', NEW.signed_edtf, 'signed_latest', NEW.signed_latest, 'signed_text', NEW.signed_text, 'term_years', NEW.term_years, 'title', NEW.title));
END

-- trigger treaty_log_insert_outside
CREATE TRIGGER treaty_log_insert_outside AFTER INSERT ON treaty
WHEN NOT EXISTS (SELECT 1 FROM revision WHERE closed_at IS NULL)
BEGIN
INSERT INTO revision (id, opened_at, closed_at)
SELECT (SELECT COALESCE(MAX(id), 0) + 1 FROM revision), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), strftime('%Y-%m-%dT%H:%M:%fZ', 'now')
WHERE NOT EXISTS (SELECT 1 FROM revision WHERE closed_at IS NULL) AND NOT EXISTS (
SELECT 1 FROM revision WHERE id = (SELECT MAX(id) FROM revision)
AND author IS NULL AND hash IS NULL AND opened_at = strftime('%Y-%m-%dT%H:%M:%fZ', 'now'));
INSERT INTO change (revision_id, table_name, row_id, operation, old, new) VALUES (
COALESCE((SELECT id FROM revision WHERE closed_at IS NULL), (SELECT MAX(id) FROM revision)),
'treaty', NEW.id, 'insert', NULL, json_object('code', NEW.code, 'depositary', NEW.depositary, 'expires_earliest', NEW.expires_earliest, 'expires_edtf', NEW.expires_edtf, 'expires_latest', NEW.expires_latest, 'expires_text', NEW.expires_text, 'id', NEW.id, 'in_force_earliest', NEW.in_force_earliest, 'in_force_edtf', NEW.in_force_edtf, 'in_force_latest', NEW.in_force_latest, 'in_force_text', NEW.in_force_text, 'note', NEW.note, 'registration', NEW.registration, 'signed_at', NEW.signed_at, 'signed_earliest', NEW.signed_earliest, 'signed_edtf', NEW.signed_edtf, 'signed_latest', NEW.signed_latest, 'signed_text', NEW.signed_text, 'term_years', NEW.term_years, 'title', NEW.title));
END

-- trigger treaty_log_update
CREATE TRIGGER treaty_log_update AFTER UPDATE ON treaty
WHEN json_object('code', OLD.code, 'depositary', OLD.depositary, 'expires_earliest', OLD.expires_earliest, 'expires_edtf', OLD.expires_edtf, 'expires_latest', OLD.expires_latest, 'expires_text', OLD.expires_text, 'id', OLD.id, 'in_force_earliest', OLD.in_force_earliest, 'in_force_edtf', OLD.in_force_edtf, 'in_force_latest', OLD.in_force_latest, 'in_force_text', OLD.in_force_text, 'note', OLD.note, 'registration', OLD.registration, 'signed_at', OLD.signed_at, 'signed_earliest', OLD.signed_earliest, 'signed_edtf', OLD.signed_edtf, 'signed_latest', OLD.signed_latest, 'signed_text', OLD.signed_text, 'term_years', OLD.term_years, 'title', OLD.title) <> json_object('code', NEW.code, 'depositary', NEW.depositary, 'expires_earliest', NEW.expires_earliest, 'expires_edtf', NEW.expires_edtf, 'expires_latest', NEW.expires_latest, 'expires_text', NEW.expires_text, 'id', NEW.id, 'in_force_earliest', NEW.in_force_earliest, 'in_force_edtf', NEW.in_force_edtf, 'in_force_latest', NEW.in_force_latest, 'in_force_text', NEW.in_force_text, 'note', NEW.note, 'registration', NEW.registration, 'signed_at', NEW.signed_at, 'signed_earliest', NEW.signed_earliest, 'signed_edtf', NEW.signed_edtf, 'signed_latest', NEW.signed_latest, 'signed_text', NEW.signed_text, 'term_years', NEW.term_years, 'title', NEW.title)
BEGIN
INSERT INTO revision (id, opened_at, closed_at)
SELECT (SELECT COALESCE(MAX(id), 0) + 1 FROM revision), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), strftime('%Y-%m-%dT%H:%M:%fZ', 'now')
WHERE NOT EXISTS (SELECT 1 FROM revision WHERE closed_at IS NULL) AND NOT EXISTS (
SELECT 1 FROM revision WHERE id = (SELECT MAX(id) FROM revision)
AND author IS NULL AND hash IS NULL AND opened_at = strftime('%Y-%m-%dT%H:%M:%fZ', 'now'));
INSERT INTO change (revision_id, table_name, row_id, operation, old, new) VALUES (
COALESCE((SELECT id FROM revision WHERE closed_at IS NULL), (SELECT MAX(id) FROM revision)),
'treaty', NEW.id, 'update', json_object('code', OLD.code, 'depositary', OLD.depositary, 'expires_earliest', OLD.expires_earliest, 'expires_edtf', OLD.expires_edtf, 'expires_latest', OLD.expires_latest, 'expires_text', OLD.expires_text, 'id', OLD.id, 'in_force_earliest', OLD.in_force_earliest, 'in_force_edtf', OLD.in_force_edtf, 'in_force_latest', OLD.in_force_latest, 'in_force_text', OLD.in_force_text, 'note', OLD.note, 'registration', OLD.registration, 'signed_at', OLD.signed_at, 'signed_earliest', OLD.signed_earliest, 'signed_edtf', OLD.signed_edtf, 'signed_latest', OLD.signed_latest, 'signed_text', OLD.signed_text, 'term_years', OLD.term_years, 'title', OLD.title), json_object('code', NEW.code, 'depositary', NEW.depositary, 'expires_earliest', NEW.expires_earliest, 'expires_edtf', NEW.expires_edtf, 'expires_latest', NEW.expires_latest, 'expires_text', NEW.expires_text, 'id', NEW.id, 'in_force_earliest', NEW.in_force_earliest, 'in_force_edtf', NEW.in_force_edtf, 'in_force_latest', NEW.in_force_latest, 'in_force_text', NEW.in_force_text, 'note', NEW.note, 'registration', NEW.registration, 'signed_at', NEW.signed_at, 'signed_earliest', NEW.signed_earliest, 'signed_edtf', NEW.signed_edtf, 'signed_latest', NEW.signed_latest, 'signed_text', NEW.signed_text, 'term_years', NEW.term_years, 'title', NEW.title));
END

-- trigger treaty_name_log_delete
CREATE TRIGGER treaty_name_log_delete AFTER DELETE ON treaty_name
BEGIN
INSERT INTO revision (id, opened_at, closed_at)
SELECT (SELECT COALESCE(MAX(id), 0) + 1 FROM revision), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), strftime('%Y-%m-%dT%H:%M:%fZ', 'now')
WHERE NOT EXISTS (SELECT 1 FROM revision WHERE closed_at IS NULL) AND NOT EXISTS (
SELECT 1 FROM revision WHERE id = (SELECT MAX(id) FROM revision)
AND author IS NULL AND hash IS NULL AND opened_at = strftime('%Y-%m-%dT%H:%M:%fZ', 'now'));
INSERT INTO change (revision_id, table_name, row_id, operation, old, new) VALUES (
COALESCE((SELECT id FROM revision WHERE closed_at IS NULL), (SELECT MAX(id) FROM revision)),
'treaty_name', OLD.id, 'delete', json_object('form', OLD.form, 'id', OLD.id, 'language', OLD.language, 'name', OLD.name, 'treaty_id', OLD.treaty_id), NULL);
END

-- trigger treaty_name_log_insert
CREATE TRIGGER treaty_name_log_insert AFTER INSERT ON treaty_name
WHEN EXISTS (SELECT 1 FROM revision WHERE closed_at IS NULL)
BEGIN
INSERT INTO change (revision_id, table_name, row_id, operation, old, new) VALUES (
(SELECT id FROM revision WHERE closed_at IS NULL),
'treaty_name', NEW.id, 'insert', NULL, json_object('form', NEW.form, 'id', NEW.id, 'language', NEW.language, 'name', NEW.name, 'treaty_id', NEW.treaty_id));
END

-- trigger treaty_name_log_insert_outside
CREATE TRIGGER treaty_name_log_insert_outside AFTER INSERT ON treaty_name
WHEN NOT EXISTS (SELECT 1 FROM revision WHERE closed_at IS NULL)
BEGIN
INSERT INTO revision (id, opened_at, closed_at)
SELECT (SELECT COALESCE(MAX(id), 0) + 1 FROM revision), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), strftime('%Y-%m-%dT%H:%M:%fZ', 'now')
WHERE NOT EXISTS (SELECT 1 FROM revision WHERE closed_at IS NULL) AND NOT EXISTS (
SELECT 1 FROM revision WHERE id = (SELECT MAX(id) FROM revision)
AND author IS NULL AND hash IS NULL AND opened_at = strftime('%Y-%m-%dT%H:%M:%fZ', 'now'));
INSERT INTO change (revision_id, table_name, row_id, operation, old, new) VALUES (
COALESCE((SELECT id FROM revision WHERE closed_at IS NULL), (SELECT MAX(id) FROM revision)),
'treaty_name', NEW.id, 'insert', NULL, json_object('form', NEW.form, 'id', NEW.id, 'language', NEW.language, 'name', NEW.name, 'treaty_id', NEW.treaty_id));
END

-- trigger treaty_name_log_update
CREATE TRIGGER treaty_name_log_update AFTER UPDATE ON treaty_name
WHEN json_object('form', OLD.form, 'id', OLD.id, 'language', OLD.language, 'name', OLD.name, 'treaty_id', OLD.treaty_id) <> json_object('form', NEW.form, 'id', NEW.id, 'language', NEW.language, 'name', NEW.name, 'treaty_id', NEW.treaty_id)
BEGIN
INSERT INTO revision (id, opened_at, closed_at)
SELECT (SELECT COALESCE(MAX(id), 0) + 1 FROM revision), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), strftime('%Y-%m-%dT%H:%M:%fZ', 'now')
WHERE NOT EXISTS (SELECT 1 FROM revision WHERE closed_at IS NULL) AND NOT EXISTS (
SELECT 1 FROM revision WHERE id = (SELECT MAX(id) FROM revision)
AND author IS NULL AND hash IS NULL AND opened_at = strftime('%Y-%m-%dT%H:%M:%fZ', 'now'));
INSERT INTO change (revision_id, table_name, row_id, operation, old, new) VALUES (
COALESCE((SELECT id FROM revision WHERE closed_at IS NULL), (SELECT MAX(id) FROM revision)),
'treaty_name', NEW.id, 'update', json_object('form', OLD.form, 'id', OLD.id, 'language', OLD.language, 'name', OLD.name, 'treaty_id', OLD.treaty_id), json_object('form', NEW.form, 'id', NEW.id, 'language', NEW.language, 'name', NEW.name, 'treaty_id', NEW.treaty_id));
END

-- trigger treaty_relation_log_delete
CREATE TRIGGER treaty_relation_log_delete AFTER DELETE ON treaty_relation
BEGIN
INSERT INTO revision (id, opened_at, closed_at)
SELECT (SELECT COALESCE(MAX(id), 0) + 1 FROM revision), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), strftime('%Y-%m-%dT%H:%M:%fZ', 'now')
WHERE NOT EXISTS (SELECT 1 FROM revision WHERE closed_at IS NULL) AND NOT EXISTS (
SELECT 1 FROM revision WHERE id = (SELECT MAX(id) FROM revision)
AND author IS NULL AND hash IS NULL AND opened_at = strftime('%Y-%m-%dT%H:%M:%fZ', 'now'));
INSERT INTO change (revision_id, table_name, row_id, operation, old, new) VALUES (
COALESCE((SELECT id FROM revision WHERE closed_at IS NULL), (SELECT MAX(id) FROM revision)),
'treaty_relation', OLD.id, 'delete', json_object('id', OLD.id, 'kind', OLD.kind, 'related_id', OLD.related_id, 'treaty_id', OLD.treaty_id), NULL);
END

-- trigger treaty_relation_log_insert
CREATE TRIGGER treaty_relation_log_insert AFTER INSERT ON treaty_relation
WHEN EXISTS (SELECT 1 FROM revision WHERE closed_at IS NULL)
BEGIN
INSERT INTO change (revision_id, table_name, row_id, operation, old, new) VALUES (
(SELECT id FROM revision WHERE closed_at IS NULL),
'treaty_relation', NEW.id, 'insert', NULL, json_object('id', NEW.id, 'kind', NEW.kind, 'related_id', NEW.related_id, 'treaty_id', NEW.treaty_id));
END

-- trigger treaty_relation_log_insert_outside
CREATE TRIGGER treaty_relation_log_insert_outside AFTER INSERT ON treaty_relation
WHEN NOT EXISTS (SELECT 1 FROM revision WHERE closed_at IS NULL)
BEGIN
INSERT INTO revision (id, opened_at, closed_at)
SELECT (SELECT COALESCE(MAX(id), 0) + 1 FROM revision), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), strftime('%Y-%m-%dT%H:%M:%fZ', 'now')
WHERE NOT EXISTS (SELECT 1 FROM revision WHERE closed_at IS NULL) AND NOT EXISTS (
SELECT 1 FROM revision WHERE id = (SELECT MAX(id) FROM revision)
AND author IS NULL AND hash IS NULL AND opened_at = strftime('%Y-%m-%dT%H:%M:%fZ', 'now'));
INSERT INTO change (revision_id, table_name, row_id, operation, old, new) VALUES (
COALESCE((SELECT id FROM revision WHERE closed_at IS NULL), (SELECT MAX(id) FROM revision)),
'treaty_relation', NEW.id, 'insert', NULL, json_object('id', NEW.id, 'kind', NEW.kind, 'related_id', NEW.related_id, 'treaty_id', NEW.treaty_id));
END

-- trigger treaty_relation_log_update
CREATE TRIGGER treaty_relation_log_update AFTER UPDATE ON treaty_relation
WHEN json_object('id', OLD.id, 'kind', OLD.kind, 'related_id', OLD.related_id, 'treaty_id', OLD.treaty_id) <> json_object('id', NEW.id, 'kind', NEW.kind, 'related_id', NEW.related_id, 'treaty_id', NEW.treaty_id)
BEGIN
INSERT INTO revision (id, opened_at, closed_at)
SELECT (SELECT COALESCE(MAX(id), 0) + 1 FROM revision), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), strftime('%Y-%m-%dT%H:%M:%fZ', 'now')
WHERE NOT EXISTS (SELECT 1 FROM revision WHERE closed_at IS NULL) AND NOT EXISTS (
SELECT 1 FROM revision WHERE id = (SELECT MAX(id) FROM revision)
AND author IS NULL AND hash IS NULL AND opened_at = strftime('%Y-%m-%dT%H:%M:%fZ', 'now'));
INSERT INTO change (revision_id, table_name, row_id, operation, old, new) VALUES (
COALESCE((SELECT id FROM revision WHERE closed_at IS NULL), (SELECT MAX(id) FROM revision)),
'treaty_relation', NEW.id, 'update', json_object('id', OLD.id, 'kind', OLD.kind, 'related_id', OLD.related_id, 'treaty_id', OLD.treaty_id), json_object('id', NEW.id, 'kind', NEW.kind, 'related_id', NEW.related_id, 'treaty_id', NEW.treaty_id));
END

-- dropped: trigger change_kept_id
