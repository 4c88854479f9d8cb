-- table document
CREATE TABLE document (
id INTEGER NOT NULL,
code TEXT NOT NULL,
kind TEXT NOT NULL,
title TEXT NOT NULL,
date_text TEXT,
date_edtf TEXT,
date_earliest TEXT,
date_latest TEXT,
language TEXT,
publisher TEXT,
url TEXT,
retrieved_on TEXT,
text TEXT,
sha256 TEXT,
received BLOB,
received_type TEXT,
note TEXT, received_sha256 TEXT
CONSTRAINT ck_document__received_with_hash CHECK ((received IS NULL) = (received_sha256 IS NULL))
CONSTRAINT ck_document__received_hash_form
CHECK (length(received_sha256) = 64 AND ltrim(received_sha256, '0123456789abcdef') = ''),
CONSTRAINT pk_document PRIMARY KEY (id),
CONSTRAINT ck_document__code_filled CHECK (code <> ''),
CONSTRAINT ck_document__date_earliest_day CHECK (date_earliest IS date(date_earliest, '+0 days') AND date_earliest >= '0001-01-01'),
CONSTRAINT ck_document__date_latest_day CHECK (date_latest IS date(date_latest, '+0 days') AND date_latest >= '0001-01-01'),
CONSTRAINT ck_document__retrieved_on_day CHECK (retrieved_on IS date(retrieved_on, '+0 days') AND retrieved_on >= '0001-01-01'),
CONSTRAINT ck_document__kind_known CHECK (kind IN ('un_document', 'treaty_text', 'book', 'dataset', 'press', 'web_page', 'other')),
CONSTRAINT ck_document__received_with_type CHECK ((received IS NULL) = (received_type IS NULL)),
CONSTRAINT ck_document__text_with_hash CHECK ((text IS NULL) = (sha256 IS NULL)),
CONSTRAINT ck_document__date_ordered CHECK (date_earliest <= date_latest),
CONSTRAINT ck_document__date_stated CHECK (date_edtf IS NOT NULL OR (date_earliest IS NULL AND date_latest IS NULL)),
CONSTRAINT uq_document__code UNIQUE (code),
CONSTRAINT uq_document__sha256 UNIQUE (sha256)
)
STRICT

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
'document', OLD.id, 'delete', json_object('id', OLD.id, 'code', OLD.code, 'kind', OLD.kind, 'title', OLD.title, 'date_text', OLD.date_text, 'date_edtf', OLD.date_edtf, 'date_earliest', OLD.date_earliest, 'date_latest', OLD.date_latest, 'language', OLD.language, 'publisher', OLD.publisher, 'url', OLD.url, 'retrieved_on', OLD.retrieved_on, 'text', OLD.text, 'sha256', OLD.sha256, 'received', CASE WHEN OLD.received IS NOT NULL THEN '\x' || lower(hex(OLD.received)) END, 'received_type', OLD.received_type, 'note', OLD.note, 'received_sha256', OLD.received_sha256), NULL);
END

-- trigger document_log_insert
CREATE TRIGGER document_log_insert AFTER INSERT ON document
BEGIN
INSERT INTO revision (id, opened_at, closed_at)
SELECT (SELECT COALESCE(MAX(id), 0) + 1 FROM revision), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), strftime('%Y-%m-%dT%H:%M:%fZ', 'now')
WHERE NOT EXISTS (SELECT 1 FROM revision WHERE closed_at IS NULL) AND NOT EXISTS (
SELECT 1 FROM revision WHERE id = (SELECT MAX(id) FROM revision)
AND author IS NULL AND hash IS NULL AND opened_at = strftime('%Y-%m-%dT%H:%M:%fZ', 'now'));
INSERT INTO change (revision_id, table_name, row_id, operation, old, new) VALUES (
COALESCE((SELECT id FROM revision WHERE closed_at IS NULL), (SELECT MAX(id) FROM revision)),
'document', NEW.id, 'insert', NULL, json_object('id', NEW.id, 'code', NEW.code, 'kind', NEW.kind, 'title', NEW.title, 'date_text', NEW.date_text, 'date_edtf', NEW.date_edtf, 'date_earliest', NEW.date_earliest, 'date_latest', NEW.date_latest, 'language', NEW.language, 'publisher', NEW.publisher, 'url', NEW.url, 'retrieved_on', NEW.retrieved_on, 'text', NEW.text, 'sha256', NEW.sha256, 'received', CASE WHEN NEW.received IS NOT NULL THEN '\x' || lower(hex(NEW.received)) END, 'received_type', NEW.received_type, 'note', NEW.note, 'received_sha256', NEW.received_sha256));
END

-- trigger document_log_update
CREATE TRIGGER document_log_update AFTER UPDATE ON document
WHEN json_object('id', OLD.id, 'code', OLD.code, 'kind', OLD.kind, 'title', OLD.title, 'date_text', OLD.date_text, 'date_edtf', OLD.date_edtf, 'date_earliest', OLD.date_earliest, 'date_latest', OLD.date_latest, 'language', OLD.language, 'publisher', OLD.publisher, 'url', OLD.url, 'retrieved_on', OLD.retrieved_on, 'text', OLD.text, 'sha256', OLD.sha256, 'received', CASE WHEN OLD.received IS NOT NULL THEN '\x' || lower(hex(OLD.received)) END, 'received_type', OLD.received_type, 'note', OLD.note, 'received_sha256', OLD.received_sha256) <> json_object('id', NEW.id, 'code', NEW.code, 'kind', NEW.kind, 'title', NEW.title, 'date_text', NEW.date_text, 'date_edtf', NEW.date_edtf, 'date_earliest', NEW.date_earliest, 'date_latest', NEW.date_latest, 'language', NEW.language, 'publisher', NEW.publisher, 'url', NEW.url, 'retrieved_on', NEW.retrieved_on, 'text', NEW.text, 'sha256', NEW.sha256, 'received', CASE WHEN NEW.received IS NOT NULL THEN '\x' || lower(hex(NEW.received)) END, 'received_type', NEW.received_type, 'note', NEW.note, 'received_sha256', NEW.received_sha256)
BEGIN
INSERT INTO revision (id, opened_at, closed_at)
SELECT (SELECT COALESCE(MAX(id), 0) + 1 FROM revision), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), strftime('%Y-%m-%dT%H:%M:%fZ', 'now')
WHERE NOT EXISTS (SELECT 1 FROM revision WHERE closed_at IS NULL) AND NOT EXISTS (
SELECT 1 FROM revision WHERE id = (SELECT MAX(id) FROM revision)
AND author IS NULL AND hash IS NULL AND opened_at = strftime('%Y-%m-%dT%H:%M:%fZ', 'now'));
INSERT INTO change (revision_id, table_name, row_id, operation, old, new) VALUES (
COALESCE((SELECT id FROM revision WHERE closed_at IS NULL), (SELECT MAX(id) FROM revision)),
'document', NEW.id, 'update', json_object('id', OLD.id, 'code', OLD.code, 'kind', OLD.kind, 'title', OLD.title, 'date_text', OLD.date_text, 'date_edtf', OLD.date_edtf, 'date_earliest', OLD.date_earliest, 'date_latest', OLD.date_latest, 'language', OLD.language, 'publisher', OLD.publisher, 'url', OLD.url, 'retrieved_on', OLD.retrieved_on, 'text', OLD.text, 'sha256', OLD.sha256, 'received', CASE WHEN OLD.received IS NOT NULL THEN '\x' || lower(hex(OLD.received)) END, 'received_type', OLD.received_type, 'note', OLD.note, 'received_sha256', OLD.received_sha256), json_object('id', NEW.id, 'code', NEW.code, 'kind', NEW.kind, 'title', NEW.title, 'date_text', NEW.date_text, 'date_edtf', NEW.date_edtf, 'date_earliest', NEW.date_earliest, 'date_latest', NEW.date_latest, 'language', NEW.language, 'publisher', NEW.publisher, 'url', NEW.url, 'retrieved_on', NEW.retrieved_on, 'text', NEW.text, 'sha256', NEW.sha256, 'received', CASE WHEN NEW.received IS NOT NULL THEN '\x' || lower(hex(NEW.received)) END, 'received_type', NEW.received_type, 'note', NEW.note, 'received_sha256', NEW.received_sha256));
END

-- view documents
CREATE VIEW documents AS
SELECT d.code AS document, d.kind, d.title, d.date_text, d.date_edtf AS date, d.date_earliest, d.date_latest,
(SELECT group_concat(y.symbol, '; ') FROM (
SELECT x.symbol FROM document_symbol AS x WHERE x.document_id = d.id ORDER BY x.position) AS y) AS symbols,
d.language, d.publisher, d.url, d.retrieved_on, d.sha256, length(d.text) AS characters, d.text, d.note,
d.received_type, length(d.received) AS received_size, d.received_sha256
FROM document AS d
