-- index ix_organization__treaty_id
CREATE INDEX ix_organization__treaty_id ON organization (treaty_id)

-- index ix_signatory__person_id
CREATE INDEX ix_signatory__person_id ON signatory (person_id)

-- index ix_signatory__state_id
CREATE INDEX ix_signatory__state_id ON signatory (state_id)

-- index ix_treaty_relation__related_id
CREATE INDEX ix_treaty_relation__related_id ON treaty_relation (related_id)

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
note TEXT,
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

-- table document_symbol
CREATE TABLE document_symbol (
id INTEGER NOT NULL,
document_id INTEGER NOT NULL,
position INTEGER NOT NULL,
symbol TEXT NOT NULL,
CONSTRAINT pk_document_symbol PRIMARY KEY (id),
CONSTRAINT fk_document_symbol__document_id FOREIGN KEY(document_id) REFERENCES document (id),
CONSTRAINT uq_document_symbol__document_id_symbol UNIQUE (document_id, symbol),
CONSTRAINT uq_document_symbol__symbol UNIQUE (symbol)
)
STRICT

-- table organization
CREATE TABLE organization (
id INTEGER NOT NULL,
code TEXT NOT NULL,
name TEXT NOT NULL,
treaty_id INTEGER NOT NULL,
note TEXT,
CONSTRAINT pk_organization PRIMARY KEY (id),
CONSTRAINT ck_organization__code_lower CHECK (code = lower(code) AND code <> ''),
CONSTRAINT fk_organization__treaty_id FOREIGN KEY(treaty_id) REFERENCES treaty (id),
CONSTRAINT uq_organization__code UNIQUE (code)
)
STRICT

-- table signatory
CREATE TABLE signatory (
id INTEGER NOT NULL,
statement_id INTEGER NOT NULL,
position INTEGER NOT NULL,
state_id INTEGER NOT NULL,
person_id INTEGER,
capacity TEXT,
acting INTEGER DEFAULT 0 NOT NULL,
accredited_to TEXT,
mode TEXT NOT NULL,
as_printed TEXT,
joined_on TEXT,
withdrew_on TEXT,
note TEXT,
CONSTRAINT pk_signatory PRIMARY KEY (id),
CONSTRAINT ck_signatory__capacity_known CHECK (capacity IN ('head_of_state', 'head_of_government', 'minister_for_foreign_affairs', 'permanent_representative', 'deputy_permanent_representative', 'permanent_observer', 'charge_daffaires', 'special_envoy', 'other')),
CONSTRAINT ck_signatory__joined_on_day CHECK (joined_on IS date(joined_on, '+0 days') AND joined_on >= '0001-01-01'),
CONSTRAINT ck_signatory__withdrew_on_day CHECK (withdrew_on IS date(withdrew_on, '+0 days') AND withdrew_on >= '0001-01-01'),
CONSTRAINT ck_signatory__mode_known CHECK (mode IN ('signed', 'issued', 'named')),
CONSTRAINT ck_signatory__acting_flag CHECK (acting IN (0, 1)),
CONSTRAINT fk_signatory__person_id FOREIGN KEY(person_id) REFERENCES person (id),
CONSTRAINT fk_signatory__state_id FOREIGN KEY(state_id) REFERENCES state (id),
CONSTRAINT fk_signatory__statement_id FOREIGN KEY(statement_id) REFERENCES statement (id),
CONSTRAINT uq_signatory__statement_id_position UNIQUE (statement_id, position)
)
STRICT

-- table statement
CREATE TABLE statement (
id INTEGER NOT NULL,
code TEXT NOT NULL,
document_id INTEGER NOT NULL,
position INTEGER NOT NULL,
kind TEXT NOT NULL,
title TEXT NOT NULL,
date_text TEXT,
date_edtf TEXT,
date_earliest TEXT,
date_latest TEXT,
place TEXT,
addressee TEXT,
language TEXT,
start_char INTEGER,
end_char INTEGER,
note TEXT,
CONSTRAINT pk_statement PRIMARY KEY (id),
CONSTRAINT ck_statement__date_earliest_day CHECK (date_earliest IS date(date_earliest, '+0 days') AND date_earliest >= '0001-01-01'),
CONSTRAINT ck_statement__date_latest_day CHECK (date_latest IS date(date_latest, '+0 days') AND date_latest >= '0001-01-01'),
CONSTRAINT ck_statement__kind_known CHECK (kind IN ('letter', 'statement', 'declaration', 'communique', 'treaty', 'decision', 'note_verbale', 'cable', 'other')),
CONSTRAINT ck_statement__extent_whole CHECK ((start_char IS NULL) = (end_char IS NULL)),
CONSTRAINT ck_statement__extent_ordered CHECK (0 <= start_char AND start_char < end_char),
CONSTRAINT ck_statement__date_ordered CHECK (date_earliest <= date_latest),
CONSTRAINT ck_statement__date_stated CHECK (date_edtf IS NOT NULL OR (date_earliest IS NULL AND date_latest IS NULL)),
CONSTRAINT fk_statement__document_id FOREIGN KEY(document_id) REFERENCES document (id),
CONSTRAINT uq_statement__code UNIQUE (code),
CONSTRAINT uq_statement__document_id_position UNIQUE (document_id, position)
)
STRICT

-- table treaty
CREATE TABLE treaty (
id INTEGER NOT NULL,
code TEXT NOT NULL,
title TEXT NOT NULL,
signed_text TEXT,
signed_edtf TEXT,
signed_earliest TEXT,
signed_latest TEXT,
signed_at TEXT,
in_force_text TEXT,
in_force_edtf TEXT,
in_force_earliest TEXT,
in_force_latest TEXT,
term_years INTEGER,
expires_text TEXT,
expires_edtf TEXT,
expires_earliest TEXT,
expires_latest TEXT,
depositary TEXT,
registration TEXT,
note TEXT,
CONSTRAINT pk_treaty PRIMARY KEY (id),
CONSTRAINT ck_treaty__code_lower CHECK (code = lower(code) AND code <> ''),
CONSTRAINT ck_treaty__expires_earliest_day CHECK (expires_earliest IS date(expires_earliest, '+0 days') AND expires_earliest >= '0001-01-01'),
CONSTRAINT ck_treaty__expires_latest_day CHECK (expires_latest IS date(expires_latest, '+0 days') AND expires_latest >= '0001-01-01'),
CONSTRAINT ck_treaty__in_force_earliest_day CHECK (in_force_earliest IS date(in_force_earliest, '+0 days') AND in_force_earliest >= '0001-01-01'),
CONSTRAINT ck_treaty__in_force_latest_day CHECK (in_force_latest IS date(in_force_latest, '+0 days') AND in_force_latest >= '0001-01-01'),
CONSTRAINT ck_treaty__signed_earliest_day CHECK (signed_earliest IS date(signed_earliest, '+0 days') AND signed_earliest >= '0001-01-01'),
CONSTRAINT ck_treaty__signed_latest_day CHECK (signed_latest IS date(signed_latest, '+0 days') AND signed_latest >= '0001-01-01'),
CONSTRAINT ck_treaty__expires_ordered CHECK (expires_earliest <= expires_latest),
CONSTRAINT ck_treaty__expires_stated CHECK (expires_edtf IS NOT NULL OR (expires_earliest IS NULL AND expires_latest IS NULL)),
CONSTRAINT ck_treaty__in_force_ordered CHECK (in_force_earliest <= in_force_latest),
CONSTRAINT ck_treaty__in_force_stated CHECK (in_force_edtf IS NOT NULL OR (in_force_earliest IS NULL AND in_force_latest IS NULL)),
CONSTRAINT ck_treaty__signed_ordered CHECK (signed_earliest <= signed_latest),
CONSTRAINT ck_treaty__signed_stated CHECK (signed_edtf IS NOT NULL OR (signed_earliest IS NULL AND signed_latest IS NULL)),
CONSTRAINT ck_treaty__term_positive CHECK (term_years > 0),
CONSTRAINT uq_treaty__code UNIQUE (code)
)
STRICT

-- table treaty_name
CREATE TABLE treaty_name (
id INTEGER NOT NULL,
treaty_id INTEGER NOT NULL,
name TEXT NOT NULL,
language TEXT NOT NULL,
form TEXT NOT NULL,
CONSTRAINT pk_treaty_name PRIMARY KEY (id),
CONSTRAINT ck_treaty_name__form_known CHECK (form IN ('short', 'formal', 'variant')),
CONSTRAINT fk_treaty_name__treaty_id FOREIGN KEY(treaty_id) REFERENCES treaty (id),
CONSTRAINT uq_treaty_name__treaty_id_language_name UNIQUE (treaty_id, language, name)
)
STRICT

-- table treaty_relation
CREATE TABLE treaty_relation (
id INTEGER NOT NULL,
treaty_id INTEGER NOT NULL,
related_id INTEGER NOT NULL,
kind TEXT NOT NULL,
CONSTRAINT pk_treaty_relation PRIMARY KEY (id),
CONSTRAINT ck_treaty_relation__kind_known CHECK (kind IN ('amends', 'prolongs', 'supersedes', 'requires')),
CONSTRAINT ck_treaty_relation__two_treaties CHECK (treaty_id <> related_id),
CONSTRAINT fk_treaty_relation__related_id FOREIGN KEY(related_id) REFERENCES treaty (id),
CONSTRAINT fk_treaty_relation__treaty_id FOREIGN KEY(treaty_id) REFERENCES treaty (id),
CONSTRAINT uq_treaty_relation__treaty_id_related_id_kind UNIQUE (treaty_id, related_id, kind)
)
STRICT

-- trigger document_guard_delete__document_symbol__document_id
CREATE TRIGGER document_guard_delete__document_symbol__document_id BEFORE DELETE ON document
WHEN EXISTS (SELECT 1 FROM document_symbol AS t WHERE t.document_id = OLD.id)
BEGIN SELECT RAISE(ABORT, 'FOREIGN KEY constraint failed: document_symbol.document_id'); END

-- trigger document_guard_delete__statement__document_id
CREATE TRIGGER document_guard_delete__statement__document_id BEFORE DELETE ON document
WHEN EXISTS (SELECT 1 FROM statement AS t WHERE t.document_id = OLD.id)
BEGIN SELECT RAISE(ABORT, 'FOREIGN KEY constraint failed: statement.document_id'); END

-- trigger document_guard_id
CREATE TRIGGER document_guard_id AFTER INSERT ON document WHEN NEW.id < 1
BEGIN SELECT RAISE(ABORT, 'CHECK constraint failed: document.id is positive'); END

-- trigger document_guard_insert
CREATE TRIGGER document_guard_insert BEFORE INSERT ON document
BEGIN
SELECT RAISE(ABORT, 'UNIQUE constraint failed: document.id') WHERE EXISTS (SELECT 1 FROM document AS t WHERE t.id = NEW.id);
SELECT RAISE(ABORT, 'UNIQUE constraint failed: document.code') WHERE EXISTS (SELECT 1 FROM document AS t WHERE t.code = NEW.code);
SELECT RAISE(ABORT, 'UNIQUE constraint failed: document.sha256') WHERE EXISTS (SELECT 1 FROM document AS t WHERE t.sha256 = NEW.sha256);
END

-- trigger document_guard_update
CREATE TRIGGER document_guard_update BEFORE UPDATE ON document
BEGIN
SELECT RAISE(ABORT, 'UNIQUE constraint failed: document.id is never changed') WHERE NEW.id IS NOT OLD.id;
SELECT RAISE(ABORT, 'UNIQUE constraint failed: document.code') WHERE EXISTS (SELECT 1 FROM document AS t WHERE t.code = NEW.code AND t.id <> OLD.id);
SELECT RAISE(ABORT, 'UNIQUE constraint failed: document.sha256') WHERE EXISTS (SELECT 1 FROM document AS t WHERE t.sha256 = NEW.sha256 AND t.id <> OLD.id);
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
'document', OLD.id, 'delete', json_object('id', OLD.id, 'code', OLD.code, 'kind', OLD.kind, 'title', OLD.title, 'date_text', OLD.date_text, 'date_edtf', OLD.date_edtf, 'date_earliest', OLD.date_earliest, 'date_latest', OLD.date_latest, 'language', OLD.language, 'publisher', OLD.publisher, 'url', OLD.url, 'retrieved_on', OLD.retrieved_on, 'text', OLD.text, 'sha256', OLD.sha256, 'received', CASE WHEN OLD.received IS NOT NULL THEN '\x' || lower(hex(OLD.received)) END, 'received_type', OLD.received_type, 'note', OLD.note), NULL);
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
'document', NEW.id, 'insert', NULL, json_object('id', NEW.id, 'code', NEW.code, 'kind', NEW.kind, 'title', NEW.title, 'date_text', NEW.date_text, 'date_edtf', NEW.date_edtf, 'date_earliest', NEW.date_earliest, 'date_latest', NEW.date_latest, 'language', NEW.language, 'publisher', NEW.publisher, 'url', NEW.url, 'retrieved_on', NEW.retrieved_on, 'text', NEW.text, 'sha256', NEW.sha256, 'received', CASE WHEN NEW.received IS NOT NULL THEN '\x' || lower(hex(NEW.received)) END, 'received_type', NEW.received_type, 'note', NEW.note));
END

-- trigger document_log_update
CREATE TRIGGER document_log_update AFTER UPDATE ON document
WHEN json_object('id', OLD.id, 'code', OLD.code, 'kind', OLD.kind, 'title', OLD.title, 'date_text', OLD.date_text, 'date_edtf', OLD.date_edtf, 'date_earliest', OLD.date_earliest, 'date_latest', OLD.date_latest, 'language', OLD.language, 'publisher', OLD.publisher, 'url', OLD.url, 'retrieved_on', OLD.retrieved_on, 'text', OLD.text, 'sha256', OLD.sha256, 'received', CASE WHEN OLD.received IS NOT NULL THEN '\x' || lower(hex(OLD.received)) END, 'received_type', OLD.received_type, 'note', OLD.note) <> json_object('id', NEW.id, 'code', NEW.code, 'kind', NEW.kind, 'title', NEW.title, 'date_text', NEW.date_text, 'date_edtf', NEW.date_edtf, 'date_earliest', NEW.date_earliest, 'date_latest', NEW.date_latest, 'language', NEW.language, 'publisher', NEW.publisher, 'url', NEW.url, 'retrieved_on', NEW.retrieved_on, 'text', NEW.text, 'sha256', NEW.sha256, 'received', CASE WHEN NEW.received IS NOT NULL THEN '\x' || lower(hex(NEW.received)) END, 'received_type', NEW.received_type, 'note', NEW.note)
BEGIN
INSERT INTO revision (id, opened_at, closed_at)
SELECT (SELECT COALESCE(MAX(id), 0) + 1 FROM revision), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), strftime('%Y-%m-%dT%H:%M:%fZ', 'now')
WHERE NOT EXISTS (SELECT 1 FROM revision WHERE closed_at IS NULL) AND NOT EXISTS (
SELECT 1 FROM revision WHERE id = (SELECT MAX(id) FROM revision)
AND author IS NULL AND hash IS NULL AND opened_at = strftime('%Y-%m-%dT%H:%M:%fZ', 'now'));
INSERT INTO change (revision_id, table_name, row_id, operation, old, new) VALUES (
COALESCE((SELECT id FROM revision WHERE closed_at IS NULL), (SELECT MAX(id) FROM revision)),
'document', NEW.id, 'update', json_object('id', OLD.id, 'code', OLD.code, 'kind', OLD.kind, 'title', OLD.title, 'date_text', OLD.date_text, 'date_edtf', OLD.date_edtf, 'date_earliest', OLD.date_earliest, 'date_latest', OLD.date_latest, 'language', OLD.language, 'publisher', OLD.publisher, 'url', OLD.url, 'retrieved_on', OLD.retrieved_on, 'text', OLD.text, 'sha256', OLD.sha256, 'received', CASE WHEN OLD.received IS NOT NULL THEN '\x' || lower(hex(OLD.received)) END, 'received_type', OLD.received_type, 'note', OLD.note), json_object('id', NEW.id, 'code', NEW.code, 'kind', NEW.kind, 'title', NEW.title, 'date_text', NEW.date_text, 'date_edtf', NEW.date_edtf, 'date_earliest', NEW.date_earliest, 'date_latest', NEW.date_latest, 'language', NEW.language, 'publisher', NEW.publisher, 'url', NEW.url, 'retrieved_on', NEW.retrieved_on, 'text', NEW.text, 'sha256', NEW.sha256, 'received', CASE WHEN NEW.received IS NOT NULL THEN '\x' || lower(hex(NEW.received)) END, 'received_type', NEW.received_type, 'note', NEW.note));
END

-- trigger document_symbol_guard_id
CREATE TRIGGER document_symbol_guard_id AFTER INSERT ON document_symbol WHEN NEW.id < 1
BEGIN SELECT RAISE(ABORT, 'CHECK constraint failed: document_symbol.id is positive'); END

-- trigger document_symbol_guard_insert
CREATE TRIGGER document_symbol_guard_insert BEFORE INSERT ON document_symbol
BEGIN
SELECT RAISE(ABORT, 'UNIQUE constraint failed: document_symbol.id') WHERE EXISTS (SELECT 1 FROM document_symbol AS t WHERE t.id = NEW.id);
SELECT RAISE(ABORT, 'UNIQUE constraint failed: document_symbol.document_id, document_symbol.symbol') WHERE EXISTS (SELECT 1 FROM document_symbol AS t WHERE t.document_id = NEW.document_id AND t.symbol = NEW.symbol);
SELECT RAISE(ABORT, 'UNIQUE constraint failed: document_symbol.symbol') WHERE EXISTS (SELECT 1 FROM document_symbol AS t WHERE t.symbol = NEW.symbol);
SELECT RAISE(ABORT, 'FOREIGN KEY constraint failed: document_symbol.document_id') WHERE NEW.document_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM document AS t WHERE t.id = NEW.document_id);
END

-- trigger document_symbol_guard_update
CREATE TRIGGER document_symbol_guard_update BEFORE UPDATE ON document_symbol
BEGIN
SELECT RAISE(ABORT, 'UNIQUE constraint failed: document_symbol.id is never changed') WHERE NEW.id IS NOT OLD.id;
SELECT RAISE(ABORT, 'UNIQUE constraint failed: document_symbol.document_id, document_symbol.symbol') WHERE EXISTS (SELECT 1 FROM document_symbol AS t WHERE t.document_id = NEW.document_id AND t.symbol = NEW.symbol AND t.id <> OLD.id);
SELECT RAISE(ABORT, 'UNIQUE constraint failed: document_symbol.symbol') WHERE EXISTS (SELECT 1 FROM document_symbol AS t WHERE t.symbol = NEW.symbol AND t.id <> OLD.id);
SELECT RAISE(ABORT, 'FOREIGN KEY constraint failed: document_symbol.document_id') WHERE NEW.document_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM document AS t WHERE t.id = NEW.document_id);
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
'document_symbol', OLD.id, 'delete', json_object('id', OLD.id, 'document_id', OLD.document_id, 'position', OLD.position, 'symbol', OLD.symbol), NULL);
END

-- trigger document_symbol_log_insert
CREATE TRIGGER document_symbol_log_insert AFTER INSERT ON document_symbol
BEGIN
INSERT INTO revision (id, opened_at, closed_at)
SELECT (SELECT COALESCE(MAX(id), 0) + 1 FROM revision), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), strftime('%Y-%m-%dT%H:%M:%fZ', 'now')
WHERE NOT EXISTS (SELECT 1 FROM revision WHERE closed_at IS NULL) AND NOT EXISTS (
SELECT 1 FROM revision WHERE id = (SELECT MAX(id) FROM revision)
AND author IS NULL AND hash IS NULL AND opened_at = strftime('%Y-%m-%dT%H:%M:%fZ', 'now'));
INSERT INTO change (revision_id, table_name, row_id, operation, old, new) VALUES (
COALESCE((SELECT id FROM revision WHERE closed_at IS NULL), (SELECT MAX(id) FROM revision)),
'document_symbol', NEW.id, 'insert', NULL, json_object('id', NEW.id, 'document_id', NEW.document_id, 'position', NEW.position, 'symbol', NEW.symbol));
END

-- trigger document_symbol_log_update
CREATE TRIGGER document_symbol_log_update AFTER UPDATE ON document_symbol
WHEN json_object('id', OLD.id, 'document_id', OLD.document_id, 'position', OLD.position, 'symbol', OLD.symbol) <> json_object('id', NEW.id, 'document_id', NEW.document_id, 'position', NEW.position, 'symbol', NEW.symbol)
BEGIN
INSERT INTO revision (id, opened_at, closed_at)
SELECT (SELECT COALESCE(MAX(id), 0) + 1 FROM revision), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), strftime('%Y-%m-%dT%H:%M:%fZ', 'now')
WHERE NOT EXISTS (SELECT 1 FROM revision WHERE closed_at IS NULL) AND NOT EXISTS (
SELECT 1 FROM revision WHERE id = (SELECT MAX(id) FROM revision)
AND author IS NULL AND hash IS NULL AND opened_at = strftime('%Y-%m-%dT%H:%M:%fZ', 'now'));
INSERT INTO change (revision_id, table_name, row_id, operation, old, new) VALUES (
COALESCE((SELECT id FROM revision WHERE closed_at IS NULL), (SELECT MAX(id) FROM revision)),
'document_symbol', NEW.id, 'update', json_object('id', OLD.id, 'document_id', OLD.document_id, 'position', OLD.position, 'symbol', OLD.symbol), json_object('id', NEW.id, 'document_id', NEW.document_id, 'position', NEW.position, 'symbol', NEW.symbol));
END

-- trigger organization_guard_id
CREATE TRIGGER organization_guard_id AFTER INSERT ON organization WHEN NEW.id < 1
BEGIN SELECT RAISE(ABORT, 'CHECK constraint failed: organization.id is positive'); END

-- trigger organization_guard_insert
CREATE TRIGGER organization_guard_insert BEFORE INSERT ON organization
BEGIN
SELECT RAISE(ABORT, 'UNIQUE constraint failed: organization.id') WHERE EXISTS (SELECT 1 FROM organization AS t WHERE t.id = NEW.id);
SELECT RAISE(ABORT, 'UNIQUE constraint failed: organization.code') WHERE EXISTS (SELECT 1 FROM organization AS t WHERE t.code = NEW.code);
SELECT RAISE(ABORT, 'FOREIGN KEY constraint failed: organization.treaty_id') WHERE NEW.treaty_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM treaty AS t WHERE t.id = NEW.treaty_id);
END

-- trigger organization_guard_update
CREATE TRIGGER organization_guard_update BEFORE UPDATE ON organization
BEGIN
SELECT RAISE(ABORT, 'UNIQUE constraint failed: organization.id is never changed') WHERE NEW.id IS NOT OLD.id;
SELECT RAISE(ABORT, 'UNIQUE constraint failed: organization.code') WHERE EXISTS (SELECT 1 FROM organization AS t WHERE t.code = NEW.code AND t.id <> OLD.id);
SELECT RAISE(ABORT, 'FOREIGN KEY constraint failed: organization.treaty_id') WHERE NEW.treaty_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM treaty AS t WHERE t.id = NEW.treaty_id);
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
'organization', OLD.id, 'delete', json_object('id', OLD.id, 'code', OLD.code, 'name', OLD.name, 'treaty_id', OLD.treaty_id, 'note', OLD.note), NULL);
END

-- trigger organization_log_insert
CREATE TRIGGER organization_log_insert AFTER INSERT ON organization
BEGIN
INSERT INTO revision (id, opened_at, closed_at)
SELECT (SELECT COALESCE(MAX(id), 0) + 1 FROM revision), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), strftime('%Y-%m-%dT%H:%M:%fZ', 'now')
WHERE NOT EXISTS (SELECT 1 FROM revision WHERE closed_at IS NULL) AND NOT EXISTS (
SELECT 1 FROM revision WHERE id = (SELECT MAX(id) FROM revision)
AND author IS NULL AND hash IS NULL AND opened_at = strftime('%Y-%m-%dT%H:%M:%fZ', 'now'));
INSERT INTO change (revision_id, table_name, row_id, operation, old, new) VALUES (
COALESCE((SELECT id FROM revision WHERE closed_at IS NULL), (SELECT MAX(id) FROM revision)),
'organization', NEW.id, 'insert', NULL, json_object('id', NEW.id, 'code', NEW.code, 'name', NEW.name, 'treaty_id', NEW.treaty_id, 'note', NEW.note));
END

-- trigger organization_log_update
CREATE TRIGGER organization_log_update AFTER UPDATE ON organization
WHEN json_object('id', OLD.id, 'code', OLD.code, 'name', OLD.name, 'treaty_id', OLD.treaty_id, 'note', OLD.note) <> json_object('id', NEW.id, 'code', NEW.code, 'name', NEW.name, 'treaty_id', NEW.treaty_id, 'note', NEW.note)
BEGIN
INSERT INTO revision (id, opened_at, closed_at)
SELECT (SELECT COALESCE(MAX(id), 0) + 1 FROM revision), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), strftime('%Y-%m-%dT%H:%M:%fZ', 'now')
WHERE NOT EXISTS (SELECT 1 FROM revision WHERE closed_at IS NULL) AND NOT EXISTS (
SELECT 1 FROM revision WHERE id = (SELECT MAX(id) FROM revision)
AND author IS NULL AND hash IS NULL AND opened_at = strftime('%Y-%m-%dT%H:%M:%fZ', 'now'));
INSERT INTO change (revision_id, table_name, row_id, operation, old, new) VALUES (
COALESCE((SELECT id FROM revision WHERE closed_at IS NULL), (SELECT MAX(id) FROM revision)),
'organization', NEW.id, 'update', json_object('id', OLD.id, 'code', OLD.code, 'name', OLD.name, 'treaty_id', OLD.treaty_id, 'note', OLD.note), json_object('id', NEW.id, 'code', NEW.code, 'name', NEW.name, 'treaty_id', NEW.treaty_id, 'note', NEW.note));
END

-- trigger person_guard_delete__signatory__person_id
CREATE TRIGGER person_guard_delete__signatory__person_id BEFORE DELETE ON person
WHEN EXISTS (SELECT 1 FROM signatory AS t WHERE t.person_id = OLD.id)
BEGIN SELECT RAISE(ABORT, 'FOREIGN KEY constraint failed: signatory.person_id'); END

-- trigger signatory_guard_id
CREATE TRIGGER signatory_guard_id AFTER INSERT ON signatory WHEN NEW.id < 1
BEGIN SELECT RAISE(ABORT, 'CHECK constraint failed: signatory.id is positive'); END

-- trigger signatory_guard_insert
CREATE TRIGGER signatory_guard_insert BEFORE INSERT ON signatory
BEGIN
SELECT RAISE(ABORT, 'UNIQUE constraint failed: signatory.id') WHERE EXISTS (SELECT 1 FROM signatory AS t WHERE t.id = NEW.id);
SELECT RAISE(ABORT, 'UNIQUE constraint failed: signatory.statement_id, signatory.position') WHERE EXISTS (SELECT 1 FROM signatory AS t WHERE t.statement_id = NEW.statement_id AND t.position = NEW.position);
SELECT RAISE(ABORT, 'FOREIGN KEY constraint failed: signatory.person_id') WHERE NEW.person_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM person AS t WHERE t.id = NEW.person_id);
SELECT RAISE(ABORT, 'FOREIGN KEY constraint failed: signatory.state_id') WHERE NEW.state_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM state AS t WHERE t.id = NEW.state_id);
SELECT RAISE(ABORT, 'FOREIGN KEY constraint failed: signatory.statement_id') WHERE NEW.statement_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM statement AS t WHERE t.id = NEW.statement_id);
END

-- trigger signatory_guard_update
CREATE TRIGGER signatory_guard_update BEFORE UPDATE ON signatory
BEGIN
SELECT RAISE(ABORT, 'UNIQUE constraint failed: signatory.id is never changed') WHERE NEW.id IS NOT OLD.id;
SELECT RAISE(ABORT, 'UNIQUE constraint failed: signatory.statement_id, signatory.position') WHERE EXISTS (SELECT 1 FROM signatory AS t WHERE t.statement_id = NEW.statement_id AND t.position = NEW.position AND t.id <> OLD.id);
SELECT RAISE(ABORT, 'FOREIGN KEY constraint failed: signatory.person_id') WHERE NEW.person_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM person AS t WHERE t.id = NEW.person_id);
SELECT RAISE(ABORT, 'FOREIGN KEY constraint failed: signatory.state_id') WHERE NEW.state_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM state AS t WHERE t.id = NEW.state_id);
SELECT RAISE(ABORT, 'FOREIGN KEY constraint failed: signatory.statement_id') WHERE NEW.statement_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM statement AS t WHERE t.id = NEW.statement_id);
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
'signatory', OLD.id, 'delete', json_object('id', OLD.id, 'statement_id', OLD.statement_id, 'position', OLD.position, 'state_id', OLD.state_id, 'person_id', OLD.person_id, 'capacity', OLD.capacity, 'acting', OLD.acting, 'accredited_to', OLD.accredited_to, 'mode', OLD.mode, 'as_printed', OLD.as_printed, 'joined_on', OLD.joined_on, 'withdrew_on', OLD.withdrew_on, 'note', OLD.note), NULL);
END

-- trigger signatory_log_insert
CREATE TRIGGER signatory_log_insert AFTER INSERT ON signatory
BEGIN
INSERT INTO revision (id, opened_at, closed_at)
SELECT (SELECT COALESCE(MAX(id), 0) + 1 FROM revision), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), strftime('%Y-%m-%dT%H:%M:%fZ', 'now')
WHERE NOT EXISTS (SELECT 1 FROM revision WHERE closed_at IS NULL) AND NOT EXISTS (
SELECT 1 FROM revision WHERE id = (SELECT MAX(id) FROM revision)
AND author IS NULL AND hash IS NULL AND opened_at = strftime('%Y-%m-%dT%H:%M:%fZ', 'now'));
INSERT INTO change (revision_id, table_name, row_id, operation, old, new) VALUES (
COALESCE((SELECT id FROM revision WHERE closed_at IS NULL), (SELECT MAX(id) FROM revision)),
'signatory', NEW.id, 'insert', NULL, json_object('id', NEW.id, 'statement_id', NEW.statement_id, 'position', NEW.position, 'state_id', NEW.state_id, 'person_id', NEW.person_id, 'capacity', NEW.capacity, 'acting', NEW.acting, 'accredited_to', NEW.accredited_to, 'mode', NEW.mode, 'as_printed', NEW.as_printed, 'joined_on', NEW.joined_on, 'withdrew_on', NEW.withdrew_on, 'note', NEW.note));
END

-- trigger signatory_log_update
CREATE TRIGGER signatory_log_update AFTER UPDATE ON signatory
WHEN json_object('id', OLD.id, 'statement_id', OLD.statement_id, 'position', OLD.position, 'state_id', OLD.state_id, 'person_id', OLD.person_id, 'capacity', OLD.capacity, 'acting', OLD.acting, 'accredited_to', OLD.accredited_to, 'mode', OLD.mode, 'as_printed', OLD.as_printed, 'joined_on', OLD.joined_on, 'withdrew_on', OLD.withdrew_on, 'note', OLD.note) <> json_object('id', NEW.id, 'statement_id', NEW.statement_id, 'position', NEW.position, 'state_id', NEW.state_id, 'person_id', NEW.person_id, 'capacity', NEW.capacity, 'acting', NEW.acting, 'accredited_to', NEW.accredited_to, 'mode', NEW.mode, 'as_printed', NEW.as_printed, 'joined_on', NEW.joined_on, 'withdrew_on', NEW.withdrew_on, 'note', NEW.note)
BEGIN
INSERT INTO revision (id, opened_at, closed_at)
SELECT (SELECT COALESCE(MAX(id), 0) + 1 FROM revision), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), strftime('%Y-%m-%dT%H:%M:%fZ', 'now')
WHERE NOT EXISTS (SELECT 1 FROM revision WHERE closed_at IS NULL) AND NOT EXISTS (
SELECT 1 FROM revision WHERE id = (SELECT MAX(id) FROM revision)
AND author IS NULL AND hash IS NULL AND opened_at = strftime('%Y-%m-%dT%H:%M:%fZ', 'now'));
INSERT INTO change (revision_id, table_name, row_id, operation, old, new) VALUES (
COALESCE((SELECT id FROM revision WHERE closed_at IS NULL), (SELECT MAX(id) FROM revision)),
'signatory', NEW.id, 'update', json_object('id', OLD.id, 'statement_id', OLD.statement_id, 'position', OLD.position, 'state_id', OLD.state_id, 'person_id', OLD.person_id, 'capacity', OLD.capacity, 'acting', OLD.acting, 'accredited_to', OLD.accredited_to, 'mode', OLD.mode, 'as_printed', OLD.as_printed, 'joined_on', OLD.joined_on, 'withdrew_on', OLD.withdrew_on, 'note', OLD.note), json_object('id', NEW.id, 'statement_id', NEW.statement_id, 'position', NEW.position, 'state_id', NEW.state_id, 'person_id', NEW.person_id, 'capacity', NEW.capacity, 'acting', NEW.acting, 'accredited_to', NEW.accredited_to, 'mode', NEW.mode, 'as_printed', NEW.as_printed, 'joined_on', NEW.joined_on, 'withdrew_on', NEW.withdrew_on, 'note', NEW.note));
END

-- trigger state_guard_delete__signatory__state_id
CREATE TRIGGER state_guard_delete__signatory__state_id BEFORE DELETE ON state
WHEN EXISTS (SELECT 1 FROM signatory AS t WHERE t.state_id = OLD.id)
BEGIN SELECT RAISE(ABORT, 'FOREIGN KEY constraint failed: signatory.state_id'); END

-- trigger statement_guard_delete__signatory__statement_id
CREATE TRIGGER statement_guard_delete__signatory__statement_id BEFORE DELETE ON statement
WHEN EXISTS (SELECT 1 FROM signatory AS t WHERE t.statement_id = OLD.id)
BEGIN SELECT RAISE(ABORT, 'FOREIGN KEY constraint failed: signatory.statement_id'); END

-- trigger statement_guard_id
CREATE TRIGGER statement_guard_id AFTER INSERT ON statement WHEN NEW.id < 1
BEGIN SELECT RAISE(ABORT, 'CHECK constraint failed: statement.id is positive'); END

-- trigger statement_guard_insert
CREATE TRIGGER statement_guard_insert BEFORE INSERT ON statement
BEGIN
SELECT RAISE(ABORT, 'UNIQUE constraint failed: statement.id') WHERE EXISTS (SELECT 1 FROM statement AS t WHERE t.id = NEW.id);
SELECT RAISE(ABORT, 'UNIQUE constraint failed: statement.code') WHERE EXISTS (SELECT 1 FROM statement AS t WHERE t.code = NEW.code);
SELECT RAISE(ABORT, 'UNIQUE constraint failed: statement.document_id, statement.position') WHERE EXISTS (SELECT 1 FROM statement AS t WHERE t.document_id = NEW.document_id AND t.position = NEW.position);
SELECT RAISE(ABORT, 'FOREIGN KEY constraint failed: statement.document_id') WHERE NEW.document_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM document AS t WHERE t.id = NEW.document_id);
END

-- trigger statement_guard_update
CREATE TRIGGER statement_guard_update BEFORE UPDATE ON statement
BEGIN
SELECT RAISE(ABORT, 'UNIQUE constraint failed: statement.id is never changed') WHERE NEW.id IS NOT OLD.id;
SELECT RAISE(ABORT, 'UNIQUE constraint failed: statement.code') WHERE EXISTS (SELECT 1 FROM statement AS t WHERE t.code = NEW.code AND t.id <> OLD.id);
SELECT RAISE(ABORT, 'UNIQUE constraint failed: statement.document_id, statement.position') WHERE EXISTS (SELECT 1 FROM statement AS t WHERE t.document_id = NEW.document_id AND t.position = NEW.position AND t.id <> OLD.id);
SELECT RAISE(ABORT, 'FOREIGN KEY constraint failed: statement.document_id') WHERE NEW.document_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM document AS t WHERE t.id = NEW.document_id);
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
'statement', OLD.id, 'delete', json_object('id', OLD.id, 'code', OLD.code, 'document_id', OLD.document_id, 'position', OLD.position, 'kind', OLD.kind, 'title', OLD.title, 'date_text', OLD.date_text, 'date_edtf', OLD.date_edtf, 'date_earliest', OLD.date_earliest, 'date_latest', OLD.date_latest, 'place', OLD.place, 'addressee', OLD.addressee, 'language', OLD.language, 'start_char', OLD.start_char, 'end_char', OLD.end_char, 'note', OLD.note), NULL);
END

-- trigger statement_log_insert
CREATE TRIGGER statement_log_insert AFTER INSERT ON statement
BEGIN
INSERT INTO revision (id, opened_at, closed_at)
SELECT (SELECT COALESCE(MAX(id), 0) + 1 FROM revision), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), strftime('%Y-%m-%dT%H:%M:%fZ', 'now')
WHERE NOT EXISTS (SELECT 1 FROM revision WHERE closed_at IS NULL) AND NOT EXISTS (
SELECT 1 FROM revision WHERE id = (SELECT MAX(id) FROM revision)
AND author IS NULL AND hash IS NULL AND opened_at = strftime('%Y-%m-%dT%H:%M:%fZ', 'now'));
INSERT INTO change (revision_id, table_name, row_id, operation, old, new) VALUES (
COALESCE((SELECT id FROM revision WHERE closed_at IS NULL), (SELECT MAX(id) FROM revision)),
'statement', NEW.id, 'insert', NULL, json_object('id', NEW.id, 'code', NEW.code, 'document_id', NEW.document_id, 'position', NEW.position, 'kind', NEW.kind, 'title', NEW.title, 'date_text', NEW.date_text, 'date_edtf', NEW.date_edtf, 'date_earliest', NEW.date_earliest, 'date_latest', NEW.date_latest, 'place', NEW.place, 'addressee', NEW.addressee, 'language', NEW.language, 'start_char', NEW.start_char, 'end_char', NEW.end_char, 'note', NEW.note));
END

-- trigger statement_log_update
CREATE TRIGGER statement_log_update AFTER UPDATE ON statement
WHEN json_object('id', OLD.id, 'code', OLD.code, 'document_id', OLD.document_id, 'position', OLD.position, 'kind', OLD.kind, 'title', OLD.title, 'date_text', OLD.date_text, 'date_edtf', OLD.date_edtf, 'date_earliest', OLD.date_earliest, 'date_latest', OLD.date_latest, 'place', OLD.place, 'addressee', OLD.addressee, 'language', OLD.language, 'start_char', OLD.start_char, 'end_char', OLD.end_char, 'note', OLD.note) <> json_object('id', NEW.id, 'code', NEW.code, 'document_id', NEW.document_id, 'position', NEW.position, 'kind', NEW.kind, 'title', NEW.title, 'date_text', NEW.date_text, 'date_edtf', NEW.date_edtf, 'date_earliest', NEW.date_earliest, 'date_latest', NEW.date_latest, 'place', NEW.place, 'addressee', NEW.addressee, 'language', NEW.language, 'start_char', NEW.start_char, 'end_char', NEW.end_char, 'note', NEW.note)
BEGIN
INSERT INTO revision (id, opened_at, closed_at)
SELECT (SELECT COALESCE(MAX(id), 0) + 1 FROM revision), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), strftime('%Y-%m-%dT%H:%M:%fZ', 'now')
WHERE NOT EXISTS (SELECT 1 FROM revision WHERE closed_at IS NULL) AND NOT EXISTS (
SELECT 1 FROM revision WHERE id = (SELECT MAX(id) FROM revision)
AND author IS NULL AND hash IS NULL AND opened_at = strftime('%Y-%m-%dT%H:%M:%fZ', 'now'));
INSERT INTO change (revision_id, table_name, row_id, operation, old, new) VALUES (
COALESCE((SELECT id FROM revision WHERE closed_at IS NULL), (SELECT MAX(id) FROM revision)),
'statement', NEW.id, 'update', json_object('id', OLD.id, 'code', OLD.code, 'document_id', OLD.document_id, 'position', OLD.position, 'kind', OLD.kind, 'title', OLD.title, 'date_text', OLD.date_text, 'date_edtf', OLD.date_edtf, 'date_earliest', OLD.date_earliest, 'date_latest', OLD.date_latest, 'place', OLD.place, 'addressee', OLD.addressee, 'language', OLD.language, 'start_char', OLD.start_char, 'end_char', OLD.end_char, 'note', OLD.note), json_object('id', NEW.id, 'code', NEW.code, 'document_id', NEW.document_id, 'position', NEW.position, 'kind', NEW.kind, 'title', NEW.title, 'date_text', NEW.date_text, 'date_edtf', NEW.date_edtf, 'date_earliest', NEW.date_earliest, 'date_latest', NEW.date_latest, 'place', NEW.place, 'addressee', NEW.addressee, 'language', NEW.language, 'start_char', NEW.start_char, 'end_char', NEW.end_char, 'note', NEW.note));
END

-- trigger treaty_guard_delete__organization__treaty_id
CREATE TRIGGER treaty_guard_delete__organization__treaty_id BEFORE DELETE ON treaty
WHEN EXISTS (SELECT 1 FROM organization AS t WHERE t.treaty_id = OLD.id)
BEGIN SELECT RAISE(ABORT, 'FOREIGN KEY constraint failed: organization.treaty_id'); END

-- trigger treaty_guard_delete__treaty_name__treaty_id
CREATE TRIGGER treaty_guard_delete__treaty_name__treaty_id BEFORE DELETE ON treaty
WHEN EXISTS (SELECT 1 FROM treaty_name AS t WHERE t.treaty_id = OLD.id)
BEGIN SELECT RAISE(ABORT, 'FOREIGN KEY constraint failed: treaty_name.treaty_id'); END

-- trigger treaty_guard_delete__treaty_relation__related_id
CREATE TRIGGER treaty_guard_delete__treaty_relation__related_id BEFORE DELETE ON treaty
WHEN EXISTS (SELECT 1 FROM treaty_relation AS t WHERE t.related_id = OLD.id)
BEGIN SELECT RAISE(ABORT, 'FOREIGN KEY constraint failed: treaty_relation.related_id'); END

-- trigger treaty_guard_delete__treaty_relation__treaty_id
CREATE TRIGGER treaty_guard_delete__treaty_relation__treaty_id BEFORE DELETE ON treaty
WHEN EXISTS (SELECT 1 FROM treaty_relation AS t WHERE t.treaty_id = OLD.id)
BEGIN SELECT RAISE(ABORT, 'FOREIGN KEY constraint failed: treaty_relation.treaty_id'); END

-- trigger treaty_guard_id
CREATE TRIGGER treaty_guard_id AFTER INSERT ON treaty WHEN NEW.id < 1
BEGIN SELECT RAISE(ABORT, 'CHECK constraint failed: treaty.id is positive'); END

-- trigger treaty_guard_insert
CREATE TRIGGER treaty_guard_insert BEFORE INSERT ON treaty
BEGIN
SELECT RAISE(ABORT, 'UNIQUE constraint failed: treaty.id') WHERE EXISTS (SELECT 1 FROM treaty AS t WHERE t.id = NEW.id);
SELECT RAISE(ABORT, 'UNIQUE constraint failed: treaty.code') WHERE EXISTS (SELECT 1 FROM treaty AS t WHERE t.code = NEW.code);
END

-- trigger treaty_guard_update
CREATE TRIGGER treaty_guard_update BEFORE UPDATE ON treaty
BEGIN
SELECT RAISE(ABORT, 'UNIQUE constraint failed: treaty.id is never changed') WHERE NEW.id IS NOT OLD.id;
SELECT RAISE(ABORT, 'UNIQUE constraint failed: treaty.code') WHERE EXISTS (SELECT 1 FROM treaty AS t WHERE t.code = NEW.code AND t.id <> OLD.id);
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
'treaty', OLD.id, 'delete', json_object('id', OLD.id, 'code', OLD.code, 'title', OLD.title, 'signed_text', OLD.signed_text, 'signed_edtf', OLD.signed_edtf, 'signed_earliest', OLD.signed_earliest, 'signed_latest', OLD.signed_latest, 'signed_at', OLD.signed_at, 'in_force_text', OLD.in_force_text, 'in_force_edtf', OLD.in_force_edtf, 'in_force_earliest', OLD.in_force_earliest, 'in_force_latest', OLD.in_force_latest, 'term_years', OLD.term_years, 'expires_text', OLD.expires_text, 'expires_edtf', OLD.expires_edtf, 'expires_earliest', OLD.expires_earliest, 'expires_latest', OLD.expires_latest, 'depositary', OLD.depositary, 'registration', OLD.registration, 'note', OLD.note), NULL);
END

-- trigger treaty_log_insert
CREATE TRIGGER treaty_log_insert AFTER INSERT ON treaty
BEGIN
INSERT INTO revision (id, opened_at, closed_at)
SELECT (SELECT COALESCE(MAX(id), 0) + 1 FROM revision), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), strftime('%Y-%m-%dT%H:%M:%fZ', 'now')
WHERE NOT EXISTS (SELECT 1 FROM revision WHERE closed_at IS NULL) AND NOT EXISTS (
SELECT 1 FROM revision WHERE id = (SELECT MAX(id) FROM revision)
AND author IS NULL AND hash IS NULL AND opened_at = strftime('%Y-%m-%dT%H:%M:%fZ', 'now'));
INSERT INTO change (revision_id, table_name, row_id, operation, old, new) VALUES (
COALESCE((SELECT id FROM revision WHERE closed_at IS NULL), (SELECT MAX(id) FROM revision)),
'treaty', NEW.id, 'insert', NULL, json_object('id', NEW.id, 'code', NEW.code, 'title', NEW.title, 'signed_text', NEW.signed_text, 'signed_edtf', NEW.signed_edtf, 'signed_earliest', NEW.signed_earliest, 'signed_latest', NEW.signed_latest, 'signed_at', NEW.signed_at, 'in_force_text', NEW.in_force_text, 'in_force_edtf', NEW.in_force_edtf, 'in_force_earliest', NEW.in_force_earliest, 'in_force_latest', NEW.in_force_latest, 'term_years', NEW.term_years, 'expires_text', NEW.expires_text, 'expires_edtf', NEW.expires_edtf, 'expires_earliest', NEW.expires_earliest, 'expires_latest', NEW.expires_latest, 'depositary', NEW.depositary, 'registration', NEW.registration, 'note', NEW.note));
END

-- trigger treaty_log_update
CREATE TRIGGER treaty_log_update AFTER UPDATE ON treaty
WHEN json_object('id', OLD.id, 'code', OLD.code, 'title', OLD.title, 'signed_text', OLD.signed_text, 'signed_edtf', OLD.signed_edtf, 'signed_earliest', OLD.signed_earliest, 'signed_latest', OLD.signed_latest, 'signed_at', OLD.signed_at, 'in_force_text', OLD.in_force_text, 'in_force_edtf', OLD.in_force_edtf, 'in_force_earliest', OLD.in_force_earliest, 'in_force_latest', OLD.in_force_latest, 'term_years', OLD.term_years, 'expires_text', OLD.expires_text, 'expires_edtf', OLD.expires_edtf, 'expires_earliest', OLD.expires_earliest, 'expires_latest', OLD.expires_latest, 'depositary', OLD.depositary, 'registration', OLD.registration, 'note', OLD.note) <> json_object('id', NEW.id, 'code', NEW.code, 'title', NEW.title, 'signed_text', NEW.signed_text, 'signed_edtf', NEW.signed_edtf, 'signed_earliest', NEW.signed_earliest, 'signed_latest', NEW.signed_latest, 'signed_at', NEW.signed_at, 'in_force_text', NEW.in_force_text, 'in_force_edtf', NEW.in_force_edtf, 'in_force_earliest', NEW.in_force_earliest, 'in_force_latest', NEW.in_force_latest, 'term_years', NEW.term_years, 'expires_text', NEW.expires_text, 'expires_edtf', NEW.expires_edtf, 'expires_earliest', NEW.expires_earliest, 'expires_latest', NEW.expires_latest, 'depositary', NEW.depositary, 'registration', NEW.registration, 'note', NEW.note)
BEGIN
INSERT INTO revision (id, opened_at, closed_at)
SELECT (SELECT COALESCE(MAX(id), 0) + 1 FROM revision), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), strftime('%Y-%m-%dT%H:%M:%fZ', 'now')
WHERE NOT EXISTS (SELECT 1 FROM revision WHERE closed_at IS NULL) AND NOT EXISTS (
SELECT 1 FROM revision WHERE id = (SELECT MAX(id) FROM revision)
AND author IS NULL AND hash IS NULL AND opened_at = strftime('%Y-%m-%dT%H:%M:%fZ', 'now'));
INSERT INTO change (revision_id, table_name, row_id, operation, old, new) VALUES (
COALESCE((SELECT id FROM revision WHERE closed_at IS NULL), (SELECT MAX(id) FROM revision)),
'treaty', NEW.id, 'update', json_object('id', OLD.id, 'code', OLD.code, 'title', OLD.title, 'signed_text', OLD.signed_text, 'signed_edtf', OLD.signed_edtf, 'signed_earliest', OLD.signed_earliest, 'signed_latest', OLD.signed_latest, 'signed_at', OLD.signed_at, 'in_force_text', OLD.in_force_text, 'in_force_edtf', OLD.in_force_edtf, 'in_force_earliest', OLD.in_force_earliest, 'in_force_latest', OLD.in_force_latest, 'term_years', OLD.term_years, 'expires_text', OLD.expires_text, 'expires_edtf', OLD.expires_edtf, 'expires_earliest', OLD.expires_earliest, 'expires_latest', OLD.expires_latest, 'depositary', OLD.depositary, 'registration', OLD.registration, 'note', OLD.note), json_object('id', NEW.id, 'code', NEW.code, 'title', NEW.title, 'signed_text', NEW.signed_text, 'signed_edtf', NEW.signed_edtf, 'signed_earliest', NEW.signed_earliest, 'signed_latest', NEW.signed_latest, 'signed_at', NEW.signed_at, 'in_force_text', NEW.in_force_text, 'in_force_edtf', NEW.in_force_edtf, 'in_force_earliest', NEW.in_force_earliest, 'in_force_latest', NEW.in_force_latest, 'term_years', NEW.term_years, 'expires_text', NEW.expires_text, 'expires_edtf', NEW.expires_edtf, 'expires_earliest', NEW.expires_earliest, 'expires_latest', NEW.expires_latest, 'depositary', NEW.depositary, 'registration', NEW.registration, 'note', NEW.note));
END

-- trigger treaty_name_guard_id
CREATE TRIGGER treaty_name_guard_id AFTER INSERT ON treaty_name WHEN NEW.id < 1
BEGIN SELECT RAISE(ABORT, 'CHECK constraint failed: treaty_name.id is positive'); END

-- trigger treaty_name_guard_insert
CREATE TRIGGER treaty_name_guard_insert BEFORE INSERT ON treaty_name
BEGIN
SELECT RAISE(ABORT, 'UNIQUE constraint failed: treaty_name.id') WHERE EXISTS (SELECT 1 FROM treaty_name AS t WHERE t.id = NEW.id);
SELECT RAISE(ABORT, 'UNIQUE constraint failed: treaty_name.treaty_id, treaty_name.language, treaty_name.name') WHERE EXISTS (SELECT 1 FROM treaty_name AS t WHERE t.treaty_id = NEW.treaty_id AND t.language = NEW.language AND t.name = NEW.name);
SELECT RAISE(ABORT, 'FOREIGN KEY constraint failed: treaty_name.treaty_id') WHERE NEW.treaty_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM treaty AS t WHERE t.id = NEW.treaty_id);
END

-- trigger treaty_name_guard_update
CREATE TRIGGER treaty_name_guard_update BEFORE UPDATE ON treaty_name
BEGIN
SELECT RAISE(ABORT, 'UNIQUE constraint failed: treaty_name.id is never changed') WHERE NEW.id IS NOT OLD.id;
SELECT RAISE(ABORT, 'UNIQUE constraint failed: treaty_name.treaty_id, treaty_name.language, treaty_name.name') WHERE EXISTS (SELECT 1 FROM treaty_name AS t WHERE t.treaty_id = NEW.treaty_id AND t.language = NEW.language AND t.name = NEW.name AND t.id <> OLD.id);
SELECT RAISE(ABORT, 'FOREIGN KEY constraint failed: treaty_name.treaty_id') WHERE NEW.treaty_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM treaty AS t WHERE t.id = NEW.treaty_id);
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
'treaty_name', OLD.id, 'delete', json_object('id', OLD.id, 'treaty_id', OLD.treaty_id, 'name', OLD.name, 'language', OLD.language, 'form', OLD.form), NULL);
END

-- trigger treaty_name_log_insert
CREATE TRIGGER treaty_name_log_insert AFTER INSERT ON treaty_name
BEGIN
INSERT INTO revision (id, opened_at, closed_at)
SELECT (SELECT COALESCE(MAX(id), 0) + 1 FROM revision), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), strftime('%Y-%m-%dT%H:%M:%fZ', 'now')
WHERE NOT EXISTS (SELECT 1 FROM revision WHERE closed_at IS NULL) AND NOT EXISTS (
SELECT 1 FROM revision WHERE id = (SELECT MAX(id) FROM revision)
AND author IS NULL AND hash IS NULL AND opened_at = strftime('%Y-%m-%dT%H:%M:%fZ', 'now'));
INSERT INTO change (revision_id, table_name, row_id, operation, old, new) VALUES (
COALESCE((SELECT id FROM revision WHERE closed_at IS NULL), (SELECT MAX(id) FROM revision)),
'treaty_name', NEW.id, 'insert', NULL, json_object('id', NEW.id, 'treaty_id', NEW.treaty_id, 'name', NEW.name, 'language', NEW.language, 'form', NEW.form));
END

-- trigger treaty_name_log_update
CREATE TRIGGER treaty_name_log_update AFTER UPDATE ON treaty_name
WHEN json_object('id', OLD.id, 'treaty_id', OLD.treaty_id, 'name', OLD.name, 'language', OLD.language, 'form', OLD.form) <> json_object('id', NEW.id, 'treaty_id', NEW.treaty_id, 'name', NEW.name, 'language', NEW.language, 'form', NEW.form)
BEGIN
INSERT INTO revision (id, opened_at, closed_at)
SELECT (SELECT COALESCE(MAX(id), 0) + 1 FROM revision), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), strftime('%Y-%m-%dT%H:%M:%fZ', 'now')
WHERE NOT EXISTS (SELECT 1 FROM revision WHERE closed_at IS NULL) AND NOT EXISTS (
SELECT 1 FROM revision WHERE id = (SELECT MAX(id) FROM revision)
AND author IS NULL AND hash IS NULL AND opened_at = strftime('%Y-%m-%dT%H:%M:%fZ', 'now'));
INSERT INTO change (revision_id, table_name, row_id, operation, old, new) VALUES (
COALESCE((SELECT id FROM revision WHERE closed_at IS NULL), (SELECT MAX(id) FROM revision)),
'treaty_name', NEW.id, 'update', json_object('id', OLD.id, 'treaty_id', OLD.treaty_id, 'name', OLD.name, 'language', OLD.language, 'form', OLD.form), json_object('id', NEW.id, 'treaty_id', NEW.treaty_id, 'name', NEW.name, 'language', NEW.language, 'form', NEW.form));
END

-- trigger treaty_relation_guard_id
CREATE TRIGGER treaty_relation_guard_id AFTER INSERT ON treaty_relation WHEN NEW.id < 1
BEGIN SELECT RAISE(ABORT, 'CHECK constraint failed: treaty_relation.id is positive'); END

-- trigger treaty_relation_guard_insert
CREATE TRIGGER treaty_relation_guard_insert BEFORE INSERT ON treaty_relation
BEGIN
SELECT RAISE(ABORT, 'UNIQUE constraint failed: treaty_relation.id') WHERE EXISTS (SELECT 1 FROM treaty_relation AS t WHERE t.id = NEW.id);
SELECT RAISE(ABORT, 'UNIQUE constraint failed: treaty_relation.treaty_id, treaty_relation.related_id, treaty_relation.kind') WHERE EXISTS (SELECT 1 FROM treaty_relation AS t WHERE t.treaty_id = NEW.treaty_id AND t.related_id = NEW.related_id AND t.kind = NEW.kind);
SELECT RAISE(ABORT, 'FOREIGN KEY constraint failed: treaty_relation.related_id') WHERE NEW.related_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM treaty AS t WHERE t.id = NEW.related_id);
SELECT RAISE(ABORT, 'FOREIGN KEY constraint failed: treaty_relation.treaty_id') WHERE NEW.treaty_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM treaty AS t WHERE t.id = NEW.treaty_id);
END

-- trigger treaty_relation_guard_update
CREATE TRIGGER treaty_relation_guard_update BEFORE UPDATE ON treaty_relation
BEGIN
SELECT RAISE(ABORT, 'UNIQUE constraint failed: treaty_relation.id is never changed') WHERE NEW.id IS NOT OLD.id;
SELECT RAISE(ABORT, 'UNIQUE constraint failed: treaty_relation.treaty_id, treaty_relation.related_id, treaty_relation.kind') WHERE EXISTS (SELECT 1 FROM treaty_relation AS t WHERE t.treaty_id = NEW.treaty_id AND t.related_id = NEW.related_id AND t.kind = NEW.kind AND t.id <> OLD.id);
SELECT RAISE(ABORT, 'FOREIGN KEY constraint failed: treaty_relation.related_id') WHERE NEW.related_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM treaty AS t WHERE t.id = NEW.related_id);
SELECT RAISE(ABORT, 'FOREIGN KEY constraint failed: treaty_relation.treaty_id') WHERE NEW.treaty_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM treaty AS t WHERE t.id = NEW.treaty_id);
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
'treaty_relation', OLD.id, 'delete', json_object('id', OLD.id, 'treaty_id', OLD.treaty_id, 'related_id', OLD.related_id, 'kind', OLD.kind), NULL);
END

-- trigger treaty_relation_log_insert
CREATE TRIGGER treaty_relation_log_insert AFTER INSERT ON treaty_relation
BEGIN
INSERT INTO revision (id, opened_at, closed_at)
SELECT (SELECT COALESCE(MAX(id), 0) + 1 FROM revision), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), strftime('%Y-%m-%dT%H:%M:%fZ', 'now')
WHERE NOT EXISTS (SELECT 1 FROM revision WHERE closed_at IS NULL) AND NOT EXISTS (
SELECT 1 FROM revision WHERE id = (SELECT MAX(id) FROM revision)
AND author IS NULL AND hash IS NULL AND opened_at = strftime('%Y-%m-%dT%H:%M:%fZ', 'now'));
INSERT INTO change (revision_id, table_name, row_id, operation, old, new) VALUES (
COALESCE((SELECT id FROM revision WHERE closed_at IS NULL), (SELECT MAX(id) FROM revision)),
'treaty_relation', NEW.id, 'insert', NULL, json_object('id', NEW.id, 'treaty_id', NEW.treaty_id, 'related_id', NEW.related_id, 'kind', NEW.kind));
END

-- trigger treaty_relation_log_update
CREATE TRIGGER treaty_relation_log_update AFTER UPDATE ON treaty_relation
WHEN json_object('id', OLD.id, 'treaty_id', OLD.treaty_id, 'related_id', OLD.related_id, 'kind', OLD.kind) <> json_object('id', NEW.id, 'treaty_id', NEW.treaty_id, 'related_id', NEW.related_id, 'kind', NEW.kind)
BEGIN
INSERT INTO revision (id, opened_at, closed_at)
SELECT (SELECT COALESCE(MAX(id), 0) + 1 FROM revision), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), strftime('%Y-%m-%dT%H:%M:%fZ', 'now')
WHERE NOT EXISTS (SELECT 1 FROM revision WHERE closed_at IS NULL) AND NOT EXISTS (
SELECT 1 FROM revision WHERE id = (SELECT MAX(id) FROM revision)
AND author IS NULL AND hash IS NULL AND opened_at = strftime('%Y-%m-%dT%H:%M:%fZ', 'now'));
INSERT INTO change (revision_id, table_name, row_id, operation, old, new) VALUES (
COALESCE((SELECT id FROM revision WHERE closed_at IS NULL), (SELECT MAX(id) FROM revision)),
'treaty_relation', NEW.id, 'update', json_object('id', OLD.id, 'treaty_id', OLD.treaty_id, 'related_id', OLD.related_id, 'kind', OLD.kind), json_object('id', NEW.id, 'treaty_id', NEW.treaty_id, 'related_id', NEW.related_id, 'kind', NEW.kind));
END
