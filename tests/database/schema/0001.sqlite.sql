-- index ix_change__record
CREATE INDEX ix_change__record ON change (table_name, row_id)

-- index ix_change__revision_id
CREATE INDEX ix_change__revision_id ON change (revision_id)

-- index ix_revision__open
CREATE INDEX ix_revision__open ON revision (id) WHERE closed_at IS NULL

-- index ix_state_code__scheme_code
CREATE INDEX ix_state_code__scheme_code ON state_code (scheme, code)

-- index ix_state_succession__successor_id
CREATE INDEX ix_state_succession__successor_id ON state_succession (successor_id)

-- table alembic_version
CREATE TABLE alembic_version (
version_num VARCHAR(32) NOT NULL,
CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
)

-- table change
CREATE TABLE change (
id INTEGER NOT NULL,
revision_id INTEGER NOT NULL,
table_name TEXT NOT NULL,
row_id INTEGER NOT NULL,
operation TEXT NOT NULL,
old TEXT,
new TEXT,
CONSTRAINT pk_change PRIMARY KEY (id),
CONSTRAINT ck_change__new_when_kept CHECK ((operation = 'delete') = (new IS NULL)),
CONSTRAINT ck_change__old_when_replaced CHECK ((operation = 'insert') = (old IS NULL)),
CONSTRAINT ck_change__operation_known CHECK (operation IN ('insert', 'update', 'delete')),
CONSTRAINT fk_change__revision_id FOREIGN KEY(revision_id) REFERENCES revision (id)
)
STRICT

-- table dataset
CREATE TABLE dataset (
id INTEGER NOT NULL,
code TEXT NOT NULL,
title TEXT NOT NULL,
authority TEXT,
licence TEXT,
covers_from TEXT,
covers_to TEXT,
url TEXT,
note TEXT,
CONSTRAINT pk_dataset PRIMARY KEY (id),
CONSTRAINT ck_dataset__code_filled CHECK (code <> ''),
CONSTRAINT ck_dataset__covers_from_day CHECK (covers_from IS date(covers_from, '+0 days') AND covers_from >= '0001-01-01'),
CONSTRAINT ck_dataset__covers_to_day CHECK (covers_to IS date(covers_to, '+0 days') AND covers_to >= '0001-01-01'),
CONSTRAINT uq_dataset__code UNIQUE (code)
)
STRICT

-- table person
CREATE TABLE person (
id INTEGER NOT NULL,
code TEXT NOT NULL,
name TEXT NOT NULL,
note TEXT,
CONSTRAINT pk_person PRIMARY KEY (id),
CONSTRAINT ck_person__filled CHECK (code <> '' AND name <> ''),
CONSTRAINT uq_person__code UNIQUE (code)
)
STRICT

-- table person_name
CREATE TABLE person_name (
id INTEGER NOT NULL,
person_id INTEGER NOT NULL,
name TEXT NOT NULL,
language TEXT NOT NULL,
form TEXT NOT NULL,
CONSTRAINT pk_person_name PRIMARY KEY (id),
CONSTRAINT ck_person_name__form_known CHECK (form IN ('short', 'formal', 'variant')),
CONSTRAINT fk_person_name__person_id FOREIGN KEY(person_id) REFERENCES person (id),
CONSTRAINT uq_person_name__person_id_language_name UNIQUE (person_id, language, name)
)
STRICT

-- table revision
CREATE TABLE revision (
id INTEGER NOT NULL,
author TEXT,
message TEXT,
program TEXT,
opened_at TEXT NOT NULL,
closed_at TEXT,
previous_hash TEXT,
hash TEXT,
CONSTRAINT pk_revision PRIMARY KEY (id),
CONSTRAINT ck_revision__closed_before_hash CHECK (hash IS NULL OR closed_at IS NOT NULL),
CONSTRAINT ck_revision__number_positive CHECK (id > 0)
)
STRICT

-- table state
CREATE TABLE state (
id INTEGER NOT NULL,
code TEXT NOT NULL,
existence TEXT,
start_earliest TEXT,
start_latest TEXT,
end_earliest TEXT,
end_latest TEXT,
un_admission TEXT,
note TEXT,
CONSTRAINT pk_state PRIMARY KEY (id),
CONSTRAINT ck_state__code_upper CHECK (code = upper(code) AND code <> ''),
CONSTRAINT ck_state__end_earliest_day CHECK (end_earliest IS date(end_earliest, '+0 days') AND end_earliest >= '0001-01-01'),
CONSTRAINT ck_state__end_latest_day CHECK (end_latest IS date(end_latest, '+0 days') AND end_latest >= '0001-01-01'),
CONSTRAINT ck_state__start_earliest_day CHECK (start_earliest IS date(start_earliest, '+0 days') AND start_earliest >= '0001-01-01'),
CONSTRAINT ck_state__start_latest_day CHECK (start_latest IS date(start_latest, '+0 days') AND start_latest >= '0001-01-01'),
CONSTRAINT ck_state__un_admission_day CHECK (un_admission IS date(un_admission, '+0 days') AND un_admission >= '0001-01-01'),
CONSTRAINT ck_state__end_ordered CHECK (end_earliest <= end_latest),
CONSTRAINT ck_state__end_known_since CHECK (end_latest IS NULL OR end_earliest IS NOT NULL),
CONSTRAINT ck_state__start_before_end CHECK (start_earliest <= end_latest),
CONSTRAINT ck_state__start_ordered CHECK (start_earliest <= start_latest),
CONSTRAINT uq_state__code UNIQUE (code)
)
STRICT

-- table state_code
CREATE TABLE state_code (
id INTEGER NOT NULL,
state_id INTEGER NOT NULL,
scheme TEXT NOT NULL,
code TEXT NOT NULL,
valid TEXT,
start_earliest TEXT,
start_latest TEXT,
end_earliest TEXT,
end_latest TEXT,
CONSTRAINT pk_state_code PRIMARY KEY (id),
CONSTRAINT ck_state_code__code_filled CHECK (code <> ''),
CONSTRAINT ck_state_code__end_earliest_day CHECK (end_earliest IS date(end_earliest, '+0 days') AND end_earliest >= '0001-01-01'),
CONSTRAINT ck_state_code__end_latest_day CHECK (end_latest IS date(end_latest, '+0 days') AND end_latest >= '0001-01-01'),
CONSTRAINT ck_state_code__start_earliest_day CHECK (start_earliest IS date(start_earliest, '+0 days') AND start_earliest >= '0001-01-01'),
CONSTRAINT ck_state_code__start_latest_day CHECK (start_latest IS date(start_latest, '+0 days') AND start_latest >= '0001-01-01'),
CONSTRAINT ck_state_code__end_ordered CHECK (end_earliest <= end_latest),
CONSTRAINT ck_state_code__end_known_since CHECK (end_latest IS NULL OR end_earliest IS NOT NULL),
CONSTRAINT ck_state_code__start_before_end CHECK (start_earliest <= end_latest),
CONSTRAINT ck_state_code__start_ordered CHECK (start_earliest <= start_latest),
CONSTRAINT fk_state_code__state_id FOREIGN KEY(state_id) REFERENCES state (id),
CONSTRAINT uq_state_code__state_id_scheme_code_valid UNIQUE (state_id, scheme, code, valid)
)
STRICT

-- table state_name
CREATE TABLE state_name (
id INTEGER NOT NULL,
state_id INTEGER NOT NULL,
name TEXT NOT NULL,
language TEXT NOT NULL,
form TEXT NOT NULL,
valid TEXT,
start_earliest TEXT,
start_latest TEXT,
end_earliest TEXT,
end_latest TEXT,
note TEXT,
CONSTRAINT pk_state_name PRIMARY KEY (id),
CONSTRAINT ck_state_name__end_earliest_day CHECK (end_earliest IS date(end_earliest, '+0 days') AND end_earliest >= '0001-01-01'),
CONSTRAINT ck_state_name__end_latest_day CHECK (end_latest IS date(end_latest, '+0 days') AND end_latest >= '0001-01-01'),
CONSTRAINT ck_state_name__start_earliest_day CHECK (start_earliest IS date(start_earliest, '+0 days') AND start_earliest >= '0001-01-01'),
CONSTRAINT ck_state_name__start_latest_day CHECK (start_latest IS date(start_latest, '+0 days') AND start_latest >= '0001-01-01'),
CONSTRAINT ck_state_name__form_known CHECK (form IN ('short', 'formal', 'variant')),
CONSTRAINT ck_state_name__name_filled CHECK (name <> ''),
CONSTRAINT ck_state_name__end_ordered CHECK (end_earliest <= end_latest),
CONSTRAINT ck_state_name__end_known_since CHECK (end_latest IS NULL OR end_earliest IS NOT NULL),
CONSTRAINT ck_state_name__start_before_end CHECK (start_earliest <= end_latest),
CONSTRAINT ck_state_name__start_ordered CHECK (start_earliest <= start_latest),
CONSTRAINT fk_state_name__state_id FOREIGN KEY(state_id) REFERENCES state (id),
CONSTRAINT uq_state_name__state_id_language_form_name_valid UNIQUE (state_id, language, form, name, valid)
)
STRICT

-- table state_succession
CREATE TABLE state_succession (
id INTEGER NOT NULL,
predecessor_id INTEGER NOT NULL,
successor_id INTEGER NOT NULL,
kind TEXT NOT NULL,
date_text TEXT,
date_edtf TEXT,
date_earliest TEXT,
date_latest TEXT,
note TEXT,
CONSTRAINT pk_state_succession PRIMARY KEY (id),
CONSTRAINT ck_state_succession__date_earliest_day CHECK (date_earliest IS date(date_earliest, '+0 days') AND date_earliest >= '0001-01-01'),
CONSTRAINT ck_state_succession__date_latest_day CHECK (date_latest IS date(date_latest, '+0 days') AND date_latest >= '0001-01-01'),
CONSTRAINT ck_state_succession__kind_known CHECK (kind IN ('continuation', 'dissolution', 'separation', 'unification', 'cession')),
CONSTRAINT ck_state_succession__date_ordered CHECK (date_earliest <= date_latest),
CONSTRAINT ck_state_succession__date_stated CHECK (date_edtf IS NOT NULL OR (date_earliest IS NULL AND date_latest IS NULL)),
CONSTRAINT ck_state_succession__two_states CHECK (predecessor_id <> successor_id),
CONSTRAINT fk_state_succession__predecessor_id FOREIGN KEY(predecessor_id) REFERENCES state (id),
CONSTRAINT fk_state_succession__successor_id FOREIGN KEY(successor_id) REFERENCES state (id),
CONSTRAINT uq_state_succession__predecessor_id_successor_id_kind_date_edtf UNIQUE (predecessor_id, successor_id, kind, date_edtf)
)
STRICT

-- trigger change_kept_delete
CREATE TRIGGER change_kept_delete BEFORE DELETE ON change
BEGIN SELECT RAISE(ABORT, 'the change log is append-only'); END

-- trigger change_kept_id
CREATE TRIGGER change_kept_id AFTER INSERT ON change
WHEN NEW.id < 1
BEGIN SELECT RAISE(ABORT, 'the id of a change is positive'); END

-- trigger change_kept_insert
CREATE TRIGGER change_kept_insert BEFORE INSERT ON change
WHEN NOT EXISTS (SELECT 1 FROM revision WHERE id = NEW.revision_id AND hash IS NULL)
BEGIN SELECT RAISE(ABORT, 'a change belongs to a revision that is not sealed yet'); END

-- trigger change_kept_replace
CREATE TRIGGER change_kept_replace BEFORE INSERT ON change
WHEN EXISTS (SELECT 1 FROM change WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'the change log is append-only'); END

-- trigger change_kept_update
CREATE TRIGGER change_kept_update BEFORE UPDATE ON change
BEGIN SELECT RAISE(ABORT, 'the change log is append-only'); END

-- trigger dataset_guard_id
CREATE TRIGGER dataset_guard_id AFTER INSERT ON dataset WHEN NEW.id < 1
BEGIN SELECT RAISE(ABORT, 'CHECK constraint failed: dataset.id is positive'); END

-- trigger dataset_guard_insert
CREATE TRIGGER dataset_guard_insert BEFORE INSERT ON dataset
BEGIN
SELECT RAISE(ABORT, 'UNIQUE constraint failed: dataset.id') WHERE EXISTS (SELECT 1 FROM dataset AS t WHERE t.id = NEW.id);
SELECT RAISE(ABORT, 'UNIQUE constraint failed: dataset.code') WHERE EXISTS (SELECT 1 FROM dataset AS t WHERE t.code = NEW.code);
END

-- trigger dataset_guard_update
CREATE TRIGGER dataset_guard_update BEFORE UPDATE ON dataset
BEGIN
SELECT RAISE(ABORT, 'UNIQUE constraint failed: dataset.id is never changed') WHERE NEW.id IS NOT OLD.id;
SELECT RAISE(ABORT, 'UNIQUE constraint failed: dataset.code') WHERE EXISTS (SELECT 1 FROM dataset AS t WHERE t.code = NEW.code AND t.id <> OLD.id);
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
'dataset', OLD.id, 'delete', json_object('id', OLD.id, 'code', OLD.code, 'title', OLD.title, 'authority', OLD.authority, 'licence', OLD.licence, 'covers_from', OLD.covers_from, 'covers_to', OLD.covers_to, 'url', OLD.url, 'note', OLD.note), NULL);
END

-- trigger dataset_log_insert
CREATE TRIGGER dataset_log_insert AFTER INSERT ON dataset
BEGIN
INSERT INTO revision (id, opened_at, closed_at)
SELECT (SELECT COALESCE(MAX(id), 0) + 1 FROM revision), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), strftime('%Y-%m-%dT%H:%M:%fZ', 'now')
WHERE NOT EXISTS (SELECT 1 FROM revision WHERE closed_at IS NULL) AND NOT EXISTS (
SELECT 1 FROM revision WHERE id = (SELECT MAX(id) FROM revision)
AND author IS NULL AND hash IS NULL AND opened_at = strftime('%Y-%m-%dT%H:%M:%fZ', 'now'));
INSERT INTO change (revision_id, table_name, row_id, operation, old, new) VALUES (
COALESCE((SELECT id FROM revision WHERE closed_at IS NULL), (SELECT MAX(id) FROM revision)),
'dataset', NEW.id, 'insert', NULL, json_object('id', NEW.id, 'code', NEW.code, 'title', NEW.title, 'authority', NEW.authority, 'licence', NEW.licence, 'covers_from', NEW.covers_from, 'covers_to', NEW.covers_to, 'url', NEW.url, 'note', NEW.note));
END

-- trigger dataset_log_update
CREATE TRIGGER dataset_log_update AFTER UPDATE ON dataset
WHEN json_object('id', OLD.id, 'code', OLD.code, 'title', OLD.title, 'authority', OLD.authority, 'licence', OLD.licence, 'covers_from', OLD.covers_from, 'covers_to', OLD.covers_to, 'url', OLD.url, 'note', OLD.note) <> json_object('id', NEW.id, 'code', NEW.code, 'title', NEW.title, 'authority', NEW.authority, 'licence', NEW.licence, 'covers_from', NEW.covers_from, 'covers_to', NEW.covers_to, 'url', NEW.url, 'note', NEW.note)
BEGIN
INSERT INTO revision (id, opened_at, closed_at)
SELECT (SELECT COALESCE(MAX(id), 0) + 1 FROM revision), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), strftime('%Y-%m-%dT%H:%M:%fZ', 'now')
WHERE NOT EXISTS (SELECT 1 FROM revision WHERE closed_at IS NULL) AND NOT EXISTS (
SELECT 1 FROM revision WHERE id = (SELECT MAX(id) FROM revision)
AND author IS NULL AND hash IS NULL AND opened_at = strftime('%Y-%m-%dT%H:%M:%fZ', 'now'));
INSERT INTO change (revision_id, table_name, row_id, operation, old, new) VALUES (
COALESCE((SELECT id FROM revision WHERE closed_at IS NULL), (SELECT MAX(id) FROM revision)),
'dataset', NEW.id, 'update', json_object('id', OLD.id, 'code', OLD.code, 'title', OLD.title, 'authority', OLD.authority, 'licence', OLD.licence, 'covers_from', OLD.covers_from, 'covers_to', OLD.covers_to, 'url', OLD.url, 'note', OLD.note), json_object('id', NEW.id, 'code', NEW.code, 'title', NEW.title, 'authority', NEW.authority, 'licence', NEW.licence, 'covers_from', NEW.covers_from, 'covers_to', NEW.covers_to, 'url', NEW.url, 'note', NEW.note));
END

-- trigger person_guard_delete__person_name__person_id
CREATE TRIGGER person_guard_delete__person_name__person_id BEFORE DELETE ON person
WHEN EXISTS (SELECT 1 FROM person_name AS t WHERE t.person_id = OLD.id)
BEGIN SELECT RAISE(ABORT, 'FOREIGN KEY constraint failed: person_name.person_id'); END

-- trigger person_guard_id
CREATE TRIGGER person_guard_id AFTER INSERT ON person WHEN NEW.id < 1
BEGIN SELECT RAISE(ABORT, 'CHECK constraint failed: person.id is positive'); END

-- trigger person_guard_insert
CREATE TRIGGER person_guard_insert BEFORE INSERT ON person
BEGIN
SELECT RAISE(ABORT, 'UNIQUE constraint failed: person.id') WHERE EXISTS (SELECT 1 FROM person AS t WHERE t.id = NEW.id);
SELECT RAISE(ABORT, 'UNIQUE constraint failed: person.code') WHERE EXISTS (SELECT 1 FROM person AS t WHERE t.code = NEW.code);
END

-- trigger person_guard_update
CREATE TRIGGER person_guard_update BEFORE UPDATE ON person
BEGIN
SELECT RAISE(ABORT, 'UNIQUE constraint failed: person.id is never changed') WHERE NEW.id IS NOT OLD.id;
SELECT RAISE(ABORT, 'UNIQUE constraint failed: person.code') WHERE EXISTS (SELECT 1 FROM person AS t WHERE t.code = NEW.code AND t.id <> OLD.id);
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
'person', OLD.id, 'delete', json_object('id', OLD.id, 'code', OLD.code, 'name', OLD.name, 'note', OLD.note), NULL);
END

-- trigger person_log_insert
CREATE TRIGGER person_log_insert AFTER INSERT ON person
BEGIN
INSERT INTO revision (id, opened_at, closed_at)
SELECT (SELECT COALESCE(MAX(id), 0) + 1 FROM revision), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), strftime('%Y-%m-%dT%H:%M:%fZ', 'now')
WHERE NOT EXISTS (SELECT 1 FROM revision WHERE closed_at IS NULL) AND NOT EXISTS (
SELECT 1 FROM revision WHERE id = (SELECT MAX(id) FROM revision)
AND author IS NULL AND hash IS NULL AND opened_at = strftime('%Y-%m-%dT%H:%M:%fZ', 'now'));
INSERT INTO change (revision_id, table_name, row_id, operation, old, new) VALUES (
COALESCE((SELECT id FROM revision WHERE closed_at IS NULL), (SELECT MAX(id) FROM revision)),
'person', NEW.id, 'insert', NULL, json_object('id', NEW.id, 'code', NEW.code, 'name', NEW.name, 'note', NEW.note));
END

-- trigger person_log_update
CREATE TRIGGER person_log_update AFTER UPDATE ON person
WHEN json_object('id', OLD.id, 'code', OLD.code, 'name', OLD.name, 'note', OLD.note) <> json_object('id', NEW.id, 'code', NEW.code, 'name', NEW.name, 'note', NEW.note)
BEGIN
INSERT INTO revision (id, opened_at, closed_at)
SELECT (SELECT COALESCE(MAX(id), 0) + 1 FROM revision), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), strftime('%Y-%m-%dT%H:%M:%fZ', 'now')
WHERE NOT EXISTS (SELECT 1 FROM revision WHERE closed_at IS NULL) AND NOT EXISTS (
SELECT 1 FROM revision WHERE id = (SELECT MAX(id) FROM revision)
AND author IS NULL AND hash IS NULL AND opened_at = strftime('%Y-%m-%dT%H:%M:%fZ', 'now'));
INSERT INTO change (revision_id, table_name, row_id, operation, old, new) VALUES (
COALESCE((SELECT id FROM revision WHERE closed_at IS NULL), (SELECT MAX(id) FROM revision)),
'person', NEW.id, 'update', json_object('id', OLD.id, 'code', OLD.code, 'name', OLD.name, 'note', OLD.note), json_object('id', NEW.id, 'code', NEW.code, 'name', NEW.name, 'note', NEW.note));
END

-- trigger person_name_guard_id
CREATE TRIGGER person_name_guard_id AFTER INSERT ON person_name WHEN NEW.id < 1
BEGIN SELECT RAISE(ABORT, 'CHECK constraint failed: person_name.id is positive'); END

-- trigger person_name_guard_insert
CREATE TRIGGER person_name_guard_insert BEFORE INSERT ON person_name
BEGIN
SELECT RAISE(ABORT, 'UNIQUE constraint failed: person_name.id') WHERE EXISTS (SELECT 1 FROM person_name AS t WHERE t.id = NEW.id);
SELECT RAISE(ABORT, 'UNIQUE constraint failed: person_name.person_id, person_name.language, person_name.name') WHERE EXISTS (SELECT 1 FROM person_name AS t WHERE t.person_id = NEW.person_id AND t.language = NEW.language AND t.name = NEW.name);
SELECT RAISE(ABORT, 'FOREIGN KEY constraint failed: person_name.person_id') WHERE NEW.person_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM person AS t WHERE t.id = NEW.person_id);
END

-- trigger person_name_guard_update
CREATE TRIGGER person_name_guard_update BEFORE UPDATE ON person_name
BEGIN
SELECT RAISE(ABORT, 'UNIQUE constraint failed: person_name.id is never changed') WHERE NEW.id IS NOT OLD.id;
SELECT RAISE(ABORT, 'UNIQUE constraint failed: person_name.person_id, person_name.language, person_name.name') WHERE EXISTS (SELECT 1 FROM person_name AS t WHERE t.person_id = NEW.person_id AND t.language = NEW.language AND t.name = NEW.name AND t.id <> OLD.id);
SELECT RAISE(ABORT, 'FOREIGN KEY constraint failed: person_name.person_id') WHERE NEW.person_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM person AS t WHERE t.id = NEW.person_id);
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
'person_name', OLD.id, 'delete', json_object('id', OLD.id, 'person_id', OLD.person_id, 'name', OLD.name, 'language', OLD.language, 'form', OLD.form), NULL);
END

-- trigger person_name_log_insert
CREATE TRIGGER person_name_log_insert AFTER INSERT ON person_name
BEGIN
INSERT INTO revision (id, opened_at, closed_at)
SELECT (SELECT COALESCE(MAX(id), 0) + 1 FROM revision), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), strftime('%Y-%m-%dT%H:%M:%fZ', 'now')
WHERE NOT EXISTS (SELECT 1 FROM revision WHERE closed_at IS NULL) AND NOT EXISTS (
SELECT 1 FROM revision WHERE id = (SELECT MAX(id) FROM revision)
AND author IS NULL AND hash IS NULL AND opened_at = strftime('%Y-%m-%dT%H:%M:%fZ', 'now'));
INSERT INTO change (revision_id, table_name, row_id, operation, old, new) VALUES (
COALESCE((SELECT id FROM revision WHERE closed_at IS NULL), (SELECT MAX(id) FROM revision)),
'person_name', NEW.id, 'insert', NULL, json_object('id', NEW.id, 'person_id', NEW.person_id, 'name', NEW.name, 'language', NEW.language, 'form', NEW.form));
END

-- trigger person_name_log_update
CREATE TRIGGER person_name_log_update AFTER UPDATE ON person_name
WHEN json_object('id', OLD.id, 'person_id', OLD.person_id, 'name', OLD.name, 'language', OLD.language, 'form', OLD.form) <> json_object('id', NEW.id, 'person_id', NEW.person_id, 'name', NEW.name, 'language', NEW.language, 'form', NEW.form)
BEGIN
INSERT INTO revision (id, opened_at, closed_at)
SELECT (SELECT COALESCE(MAX(id), 0) + 1 FROM revision), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), strftime('%Y-%m-%dT%H:%M:%fZ', 'now')
WHERE NOT EXISTS (SELECT 1 FROM revision WHERE closed_at IS NULL) AND NOT EXISTS (
SELECT 1 FROM revision WHERE id = (SELECT MAX(id) FROM revision)
AND author IS NULL AND hash IS NULL AND opened_at = strftime('%Y-%m-%dT%H:%M:%fZ', 'now'));
INSERT INTO change (revision_id, table_name, row_id, operation, old, new) VALUES (
COALESCE((SELECT id FROM revision WHERE closed_at IS NULL), (SELECT MAX(id) FROM revision)),
'person_name', NEW.id, 'update', json_object('id', OLD.id, 'person_id', OLD.person_id, 'name', OLD.name, 'language', OLD.language, 'form', OLD.form), json_object('id', NEW.id, 'person_id', NEW.person_id, 'name', NEW.name, 'language', NEW.language, 'form', NEW.form));
END

-- trigger revision_kept_delete
CREATE TRIGGER revision_kept_delete BEFORE DELETE ON revision
BEGIN SELECT RAISE(ABORT, 'the change log is append-only'); END

-- trigger revision_kept_replace
CREATE TRIGGER revision_kept_replace BEFORE INSERT ON revision
WHEN EXISTS (SELECT 1 FROM revision WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'the change log is append-only'); END

-- trigger revision_kept_update
CREATE TRIGGER revision_kept_update BEFORE UPDATE ON revision
WHEN OLD.hash IS NOT NULL OR NEW.id <> OLD.id
BEGIN SELECT RAISE(ABORT, 'a sealed revision cannot be changed'); END

-- trigger state_code_guard_id
CREATE TRIGGER state_code_guard_id AFTER INSERT ON state_code WHEN NEW.id < 1
BEGIN SELECT RAISE(ABORT, 'CHECK constraint failed: state_code.id is positive'); END

-- trigger state_code_guard_insert
CREATE TRIGGER state_code_guard_insert BEFORE INSERT ON state_code
BEGIN
SELECT RAISE(ABORT, 'UNIQUE constraint failed: state_code.id') WHERE EXISTS (SELECT 1 FROM state_code AS t WHERE t.id = NEW.id);
SELECT RAISE(ABORT, 'UNIQUE constraint failed: state_code.state_id, state_code.scheme, state_code.code, state_code.valid') WHERE EXISTS (SELECT 1 FROM state_code AS t WHERE t.state_id = NEW.state_id AND t.scheme = NEW.scheme AND t.code = NEW.code AND t.valid = NEW.valid);
SELECT RAISE(ABORT, 'FOREIGN KEY constraint failed: state_code.state_id') WHERE NEW.state_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM state AS t WHERE t.id = NEW.state_id);
END

-- trigger state_code_guard_update
CREATE TRIGGER state_code_guard_update BEFORE UPDATE ON state_code
BEGIN
SELECT RAISE(ABORT, 'UNIQUE constraint failed: state_code.id is never changed') WHERE NEW.id IS NOT OLD.id;
SELECT RAISE(ABORT, 'UNIQUE constraint failed: state_code.state_id, state_code.scheme, state_code.code, state_code.valid') WHERE EXISTS (SELECT 1 FROM state_code AS t WHERE t.state_id = NEW.state_id AND t.scheme = NEW.scheme AND t.code = NEW.code AND t.valid = NEW.valid AND t.id <> OLD.id);
SELECT RAISE(ABORT, 'FOREIGN KEY constraint failed: state_code.state_id') WHERE NEW.state_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM state AS t WHERE t.id = NEW.state_id);
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
'state_code', OLD.id, 'delete', json_object('id', OLD.id, 'state_id', OLD.state_id, 'scheme', OLD.scheme, 'code', OLD.code, 'valid', OLD.valid, 'start_earliest', OLD.start_earliest, 'start_latest', OLD.start_latest, 'end_earliest', OLD.end_earliest, 'end_latest', OLD.end_latest), NULL);
END

-- trigger state_code_log_insert
CREATE TRIGGER state_code_log_insert AFTER INSERT ON state_code
BEGIN
INSERT INTO revision (id, opened_at, closed_at)
SELECT (SELECT COALESCE(MAX(id), 0) + 1 FROM revision), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), strftime('%Y-%m-%dT%H:%M:%fZ', 'now')
WHERE NOT EXISTS (SELECT 1 FROM revision WHERE closed_at IS NULL) AND NOT EXISTS (
SELECT 1 FROM revision WHERE id = (SELECT MAX(id) FROM revision)
AND author IS NULL AND hash IS NULL AND opened_at = strftime('%Y-%m-%dT%H:%M:%fZ', 'now'));
INSERT INTO change (revision_id, table_name, row_id, operation, old, new) VALUES (
COALESCE((SELECT id FROM revision WHERE closed_at IS NULL), (SELECT MAX(id) FROM revision)),
'state_code', NEW.id, 'insert', NULL, json_object('id', NEW.id, 'state_id', NEW.state_id, 'scheme', NEW.scheme, 'code', NEW.code, 'valid', NEW.valid, 'start_earliest', NEW.start_earliest, 'start_latest', NEW.start_latest, 'end_earliest', NEW.end_earliest, 'end_latest', NEW.end_latest));
END

-- trigger state_code_log_update
CREATE TRIGGER state_code_log_update AFTER UPDATE ON state_code
WHEN json_object('id', OLD.id, 'state_id', OLD.state_id, 'scheme', OLD.scheme, 'code', OLD.code, 'valid', OLD.valid, 'start_earliest', OLD.start_earliest, 'start_latest', OLD.start_latest, 'end_earliest', OLD.end_earliest, 'end_latest', OLD.end_latest) <> json_object('id', NEW.id, 'state_id', NEW.state_id, 'scheme', NEW.scheme, 'code', NEW.code, 'valid', NEW.valid, 'start_earliest', NEW.start_earliest, 'start_latest', NEW.start_latest, 'end_earliest', NEW.end_earliest, 'end_latest', NEW.end_latest)
BEGIN
INSERT INTO revision (id, opened_at, closed_at)
SELECT (SELECT COALESCE(MAX(id), 0) + 1 FROM revision), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), strftime('%Y-%m-%dT%H:%M:%fZ', 'now')
WHERE NOT EXISTS (SELECT 1 FROM revision WHERE closed_at IS NULL) AND NOT EXISTS (
SELECT 1 FROM revision WHERE id = (SELECT MAX(id) FROM revision)
AND author IS NULL AND hash IS NULL AND opened_at = strftime('%Y-%m-%dT%H:%M:%fZ', 'now'));
INSERT INTO change (revision_id, table_name, row_id, operation, old, new) VALUES (
COALESCE((SELECT id FROM revision WHERE closed_at IS NULL), (SELECT MAX(id) FROM revision)),
'state_code', NEW.id, 'update', json_object('id', OLD.id, 'state_id', OLD.state_id, 'scheme', OLD.scheme, 'code', OLD.code, 'valid', OLD.valid, 'start_earliest', OLD.start_earliest, 'start_latest', OLD.start_latest, 'end_earliest', OLD.end_earliest, 'end_latest', OLD.end_latest), json_object('id', NEW.id, 'state_id', NEW.state_id, 'scheme', NEW.scheme, 'code', NEW.code, 'valid', NEW.valid, 'start_earliest', NEW.start_earliest, 'start_latest', NEW.start_latest, 'end_earliest', NEW.end_earliest, 'end_latest', NEW.end_latest));
END

-- trigger state_guard_delete__state_code__state_id
CREATE TRIGGER state_guard_delete__state_code__state_id BEFORE DELETE ON state
WHEN EXISTS (SELECT 1 FROM state_code AS t WHERE t.state_id = OLD.id)
BEGIN SELECT RAISE(ABORT, 'FOREIGN KEY constraint failed: state_code.state_id'); END

-- trigger state_guard_delete__state_name__state_id
CREATE TRIGGER state_guard_delete__state_name__state_id BEFORE DELETE ON state
WHEN EXISTS (SELECT 1 FROM state_name AS t WHERE t.state_id = OLD.id)
BEGIN SELECT RAISE(ABORT, 'FOREIGN KEY constraint failed: state_name.state_id'); END

-- trigger state_guard_delete__state_succession__predecessor_id
CREATE TRIGGER state_guard_delete__state_succession__predecessor_id BEFORE DELETE ON state
WHEN EXISTS (SELECT 1 FROM state_succession AS t WHERE t.predecessor_id = OLD.id)
BEGIN SELECT RAISE(ABORT, 'FOREIGN KEY constraint failed: state_succession.predecessor_id'); END

-- trigger state_guard_delete__state_succession__successor_id
CREATE TRIGGER state_guard_delete__state_succession__successor_id BEFORE DELETE ON state
WHEN EXISTS (SELECT 1 FROM state_succession AS t WHERE t.successor_id = OLD.id)
BEGIN SELECT RAISE(ABORT, 'FOREIGN KEY constraint failed: state_succession.successor_id'); END

-- trigger state_guard_id
CREATE TRIGGER state_guard_id AFTER INSERT ON state WHEN NEW.id < 1
BEGIN SELECT RAISE(ABORT, 'CHECK constraint failed: state.id is positive'); END

-- trigger state_guard_insert
CREATE TRIGGER state_guard_insert BEFORE INSERT ON state
BEGIN
SELECT RAISE(ABORT, 'UNIQUE constraint failed: state.id') WHERE EXISTS (SELECT 1 FROM state AS t WHERE t.id = NEW.id);
SELECT RAISE(ABORT, 'UNIQUE constraint failed: state.code') WHERE EXISTS (SELECT 1 FROM state AS t WHERE t.code = NEW.code);
END

-- trigger state_guard_update
CREATE TRIGGER state_guard_update BEFORE UPDATE ON state
BEGIN
SELECT RAISE(ABORT, 'UNIQUE constraint failed: state.id is never changed') WHERE NEW.id IS NOT OLD.id;
SELECT RAISE(ABORT, 'UNIQUE constraint failed: state.code') WHERE EXISTS (SELECT 1 FROM state AS t WHERE t.code = NEW.code AND t.id <> OLD.id);
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
'state', OLD.id, 'delete', json_object('id', OLD.id, 'code', OLD.code, 'existence', OLD.existence, 'start_earliest', OLD.start_earliest, 'start_latest', OLD.start_latest, 'end_earliest', OLD.end_earliest, 'end_latest', OLD.end_latest, 'un_admission', OLD.un_admission, 'note', OLD.note), NULL);
END

-- trigger state_log_insert
CREATE TRIGGER state_log_insert AFTER INSERT ON state
BEGIN
INSERT INTO revision (id, opened_at, closed_at)
SELECT (SELECT COALESCE(MAX(id), 0) + 1 FROM revision), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), strftime('%Y-%m-%dT%H:%M:%fZ', 'now')
WHERE NOT EXISTS (SELECT 1 FROM revision WHERE closed_at IS NULL) AND NOT EXISTS (
SELECT 1 FROM revision WHERE id = (SELECT MAX(id) FROM revision)
AND author IS NULL AND hash IS NULL AND opened_at = strftime('%Y-%m-%dT%H:%M:%fZ', 'now'));
INSERT INTO change (revision_id, table_name, row_id, operation, old, new) VALUES (
COALESCE((SELECT id FROM revision WHERE closed_at IS NULL), (SELECT MAX(id) FROM revision)),
'state', NEW.id, 'insert', NULL, json_object('id', NEW.id, 'code', NEW.code, 'existence', NEW.existence, 'start_earliest', NEW.start_earliest, 'start_latest', NEW.start_latest, 'end_earliest', NEW.end_earliest, 'end_latest', NEW.end_latest, 'un_admission', NEW.un_admission, 'note', NEW.note));
END

-- trigger state_log_update
CREATE TRIGGER state_log_update AFTER UPDATE ON state
WHEN json_object('id', OLD.id, 'code', OLD.code, 'existence', OLD.existence, 'start_earliest', OLD.start_earliest, 'start_latest', OLD.start_latest, 'end_earliest', OLD.end_earliest, 'end_latest', OLD.end_latest, 'un_admission', OLD.un_admission, 'note', OLD.note) <> json_object('id', NEW.id, 'code', NEW.code, 'existence', NEW.existence, 'start_earliest', NEW.start_earliest, 'start_latest', NEW.start_latest, 'end_earliest', NEW.end_earliest, 'end_latest', NEW.end_latest, 'un_admission', NEW.un_admission, 'note', NEW.note)
BEGIN
INSERT INTO revision (id, opened_at, closed_at)
SELECT (SELECT COALESCE(MAX(id), 0) + 1 FROM revision), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), strftime('%Y-%m-%dT%H:%M:%fZ', 'now')
WHERE NOT EXISTS (SELECT 1 FROM revision WHERE closed_at IS NULL) AND NOT EXISTS (
SELECT 1 FROM revision WHERE id = (SELECT MAX(id) FROM revision)
AND author IS NULL AND hash IS NULL AND opened_at = strftime('%Y-%m-%dT%H:%M:%fZ', 'now'));
INSERT INTO change (revision_id, table_name, row_id, operation, old, new) VALUES (
COALESCE((SELECT id FROM revision WHERE closed_at IS NULL), (SELECT MAX(id) FROM revision)),
'state', NEW.id, 'update', json_object('id', OLD.id, 'code', OLD.code, 'existence', OLD.existence, 'start_earliest', OLD.start_earliest, 'start_latest', OLD.start_latest, 'end_earliest', OLD.end_earliest, 'end_latest', OLD.end_latest, 'un_admission', OLD.un_admission, 'note', OLD.note), json_object('id', NEW.id, 'code', NEW.code, 'existence', NEW.existence, 'start_earliest', NEW.start_earliest, 'start_latest', NEW.start_latest, 'end_earliest', NEW.end_earliest, 'end_latest', NEW.end_latest, 'un_admission', NEW.un_admission, 'note', NEW.note));
END

-- trigger state_name_guard_id
CREATE TRIGGER state_name_guard_id AFTER INSERT ON state_name WHEN NEW.id < 1
BEGIN SELECT RAISE(ABORT, 'CHECK constraint failed: state_name.id is positive'); END

-- trigger state_name_guard_insert
CREATE TRIGGER state_name_guard_insert BEFORE INSERT ON state_name
BEGIN
SELECT RAISE(ABORT, 'UNIQUE constraint failed: state_name.id') WHERE EXISTS (SELECT 1 FROM state_name AS t WHERE t.id = NEW.id);
SELECT RAISE(ABORT, 'UNIQUE constraint failed: state_name.state_id, state_name.language, state_name.form, state_name.name, state_name.valid') WHERE EXISTS (SELECT 1 FROM state_name AS t WHERE t.state_id = NEW.state_id AND t.language = NEW.language AND t.form = NEW.form AND t.name = NEW.name AND t.valid = NEW.valid);
SELECT RAISE(ABORT, 'FOREIGN KEY constraint failed: state_name.state_id') WHERE NEW.state_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM state AS t WHERE t.id = NEW.state_id);
END

-- trigger state_name_guard_update
CREATE TRIGGER state_name_guard_update BEFORE UPDATE ON state_name
BEGIN
SELECT RAISE(ABORT, 'UNIQUE constraint failed: state_name.id is never changed') WHERE NEW.id IS NOT OLD.id;
SELECT RAISE(ABORT, 'UNIQUE constraint failed: state_name.state_id, state_name.language, state_name.form, state_name.name, state_name.valid') WHERE EXISTS (SELECT 1 FROM state_name AS t WHERE t.state_id = NEW.state_id AND t.language = NEW.language AND t.form = NEW.form AND t.name = NEW.name AND t.valid = NEW.valid AND t.id <> OLD.id);
SELECT RAISE(ABORT, 'FOREIGN KEY constraint failed: state_name.state_id') WHERE NEW.state_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM state AS t WHERE t.id = NEW.state_id);
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
'state_name', OLD.id, 'delete', json_object('id', OLD.id, 'state_id', OLD.state_id, 'name', OLD.name, 'language', OLD.language, 'form', OLD.form, 'valid', OLD.valid, 'start_earliest', OLD.start_earliest, 'start_latest', OLD.start_latest, 'end_earliest', OLD.end_earliest, 'end_latest', OLD.end_latest, 'note', OLD.note), NULL);
END

-- trigger state_name_log_insert
CREATE TRIGGER state_name_log_insert AFTER INSERT ON state_name
BEGIN
INSERT INTO revision (id, opened_at, closed_at)
SELECT (SELECT COALESCE(MAX(id), 0) + 1 FROM revision), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), strftime('%Y-%m-%dT%H:%M:%fZ', 'now')
WHERE NOT EXISTS (SELECT 1 FROM revision WHERE closed_at IS NULL) AND NOT EXISTS (
SELECT 1 FROM revision WHERE id = (SELECT MAX(id) FROM revision)
AND author IS NULL AND hash IS NULL AND opened_at = strftime('%Y-%m-%dT%H:%M:%fZ', 'now'));
INSERT INTO change (revision_id, table_name, row_id, operation, old, new) VALUES (
COALESCE((SELECT id FROM revision WHERE closed_at IS NULL), (SELECT MAX(id) FROM revision)),
'state_name', NEW.id, 'insert', NULL, json_object('id', NEW.id, 'state_id', NEW.state_id, 'name', NEW.name, 'language', NEW.language, 'form', NEW.form, 'valid', NEW.valid, 'start_earliest', NEW.start_earliest, 'start_latest', NEW.start_latest, 'end_earliest', NEW.end_earliest, 'end_latest', NEW.end_latest, 'note', NEW.note));
END

-- trigger state_name_log_update
CREATE TRIGGER state_name_log_update AFTER UPDATE ON state_name
WHEN json_object('id', OLD.id, 'state_id', OLD.state_id, 'name', OLD.name, 'language', OLD.language, 'form', OLD.form, 'valid', OLD.valid, 'start_earliest', OLD.start_earliest, 'start_latest', OLD.start_latest, 'end_earliest', OLD.end_earliest, 'end_latest', OLD.end_latest, 'note', OLD.note) <> json_object('id', NEW.id, 'state_id', NEW.state_id, 'name', NEW.name, 'language', NEW.language, 'form', NEW.form, 'valid', NEW.valid, 'start_earliest', NEW.start_earliest, 'start_latest', NEW.start_latest, 'end_earliest', NEW.end_earliest, 'end_latest', NEW.end_latest, 'note', NEW.note)
BEGIN
INSERT INTO revision (id, opened_at, closed_at)
SELECT (SELECT COALESCE(MAX(id), 0) + 1 FROM revision), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), strftime('%Y-%m-%dT%H:%M:%fZ', 'now')
WHERE NOT EXISTS (SELECT 1 FROM revision WHERE closed_at IS NULL) AND NOT EXISTS (
SELECT 1 FROM revision WHERE id = (SELECT MAX(id) FROM revision)
AND author IS NULL AND hash IS NULL AND opened_at = strftime('%Y-%m-%dT%H:%M:%fZ', 'now'));
INSERT INTO change (revision_id, table_name, row_id, operation, old, new) VALUES (
COALESCE((SELECT id FROM revision WHERE closed_at IS NULL), (SELECT MAX(id) FROM revision)),
'state_name', NEW.id, 'update', json_object('id', OLD.id, 'state_id', OLD.state_id, 'name', OLD.name, 'language', OLD.language, 'form', OLD.form, 'valid', OLD.valid, 'start_earliest', OLD.start_earliest, 'start_latest', OLD.start_latest, 'end_earliest', OLD.end_earliest, 'end_latest', OLD.end_latest, 'note', OLD.note), json_object('id', NEW.id, 'state_id', NEW.state_id, 'name', NEW.name, 'language', NEW.language, 'form', NEW.form, 'valid', NEW.valid, 'start_earliest', NEW.start_earliest, 'start_latest', NEW.start_latest, 'end_earliest', NEW.end_earliest, 'end_latest', NEW.end_latest, 'note', NEW.note));
END

-- trigger state_succession_guard_id
CREATE TRIGGER state_succession_guard_id AFTER INSERT ON state_succession WHEN NEW.id < 1
BEGIN SELECT RAISE(ABORT, 'CHECK constraint failed: state_succession.id is positive'); END

-- trigger state_succession_guard_insert
CREATE TRIGGER state_succession_guard_insert BEFORE INSERT ON state_succession
BEGIN
SELECT RAISE(ABORT, 'UNIQUE constraint failed: state_succession.id') WHERE EXISTS (SELECT 1 FROM state_succession AS t WHERE t.id = NEW.id);
SELECT RAISE(ABORT, 'UNIQUE constraint failed: state_succession.predecessor_id, state_succession.successor_id, state_succession.kind, state_succession.date_edtf') WHERE EXISTS (SELECT 1 FROM state_succession AS t WHERE t.predecessor_id = NEW.predecessor_id AND t.successor_id = NEW.successor_id AND t.kind = NEW.kind AND t.date_edtf = NEW.date_edtf);
SELECT RAISE(ABORT, 'FOREIGN KEY constraint failed: state_succession.predecessor_id') WHERE NEW.predecessor_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM state AS t WHERE t.id = NEW.predecessor_id);
SELECT RAISE(ABORT, 'FOREIGN KEY constraint failed: state_succession.successor_id') WHERE NEW.successor_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM state AS t WHERE t.id = NEW.successor_id);
END

-- trigger state_succession_guard_update
CREATE TRIGGER state_succession_guard_update BEFORE UPDATE ON state_succession
BEGIN
SELECT RAISE(ABORT, 'UNIQUE constraint failed: state_succession.id is never changed') WHERE NEW.id IS NOT OLD.id;
SELECT RAISE(ABORT, 'UNIQUE constraint failed: state_succession.predecessor_id, state_succession.successor_id, state_succession.kind, state_succession.date_edtf') WHERE EXISTS (SELECT 1 FROM state_succession AS t WHERE t.predecessor_id = NEW.predecessor_id AND t.successor_id = NEW.successor_id AND t.kind = NEW.kind AND t.date_edtf = NEW.date_edtf AND t.id <> OLD.id);
SELECT RAISE(ABORT, 'FOREIGN KEY constraint failed: state_succession.predecessor_id') WHERE NEW.predecessor_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM state AS t WHERE t.id = NEW.predecessor_id);
SELECT RAISE(ABORT, 'FOREIGN KEY constraint failed: state_succession.successor_id') WHERE NEW.successor_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM state AS t WHERE t.id = NEW.successor_id);
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
'state_succession', OLD.id, 'delete', json_object('id', OLD.id, 'predecessor_id', OLD.predecessor_id, 'successor_id', OLD.successor_id, 'kind', OLD.kind, 'date_text', OLD.date_text, 'date_edtf', OLD.date_edtf, 'date_earliest', OLD.date_earliest, 'date_latest', OLD.date_latest, 'note', OLD.note), NULL);
END

-- trigger state_succession_log_insert
CREATE TRIGGER state_succession_log_insert AFTER INSERT ON state_succession
BEGIN
INSERT INTO revision (id, opened_at, closed_at)
SELECT (SELECT COALESCE(MAX(id), 0) + 1 FROM revision), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), strftime('%Y-%m-%dT%H:%M:%fZ', 'now')
WHERE NOT EXISTS (SELECT 1 FROM revision WHERE closed_at IS NULL) AND NOT EXISTS (
SELECT 1 FROM revision WHERE id = (SELECT MAX(id) FROM revision)
AND author IS NULL AND hash IS NULL AND opened_at = strftime('%Y-%m-%dT%H:%M:%fZ', 'now'));
INSERT INTO change (revision_id, table_name, row_id, operation, old, new) VALUES (
COALESCE((SELECT id FROM revision WHERE closed_at IS NULL), (SELECT MAX(id) FROM revision)),
'state_succession', NEW.id, 'insert', NULL, json_object('id', NEW.id, 'predecessor_id', NEW.predecessor_id, 'successor_id', NEW.successor_id, 'kind', NEW.kind, 'date_text', NEW.date_text, 'date_edtf', NEW.date_edtf, 'date_earliest', NEW.date_earliest, 'date_latest', NEW.date_latest, 'note', NEW.note));
END

-- trigger state_succession_log_update
CREATE TRIGGER state_succession_log_update AFTER UPDATE ON state_succession
WHEN json_object('id', OLD.id, 'predecessor_id', OLD.predecessor_id, 'successor_id', OLD.successor_id, 'kind', OLD.kind, 'date_text', OLD.date_text, 'date_edtf', OLD.date_edtf, 'date_earliest', OLD.date_earliest, 'date_latest', OLD.date_latest, 'note', OLD.note) <> json_object('id', NEW.id, 'predecessor_id', NEW.predecessor_id, 'successor_id', NEW.successor_id, 'kind', NEW.kind, 'date_text', NEW.date_text, 'date_edtf', NEW.date_edtf, 'date_earliest', NEW.date_earliest, 'date_latest', NEW.date_latest, 'note', NEW.note)
BEGIN
INSERT INTO revision (id, opened_at, closed_at)
SELECT (SELECT COALESCE(MAX(id), 0) + 1 FROM revision), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), strftime('%Y-%m-%dT%H:%M:%fZ', 'now')
WHERE NOT EXISTS (SELECT 1 FROM revision WHERE closed_at IS NULL) AND NOT EXISTS (
SELECT 1 FROM revision WHERE id = (SELECT MAX(id) FROM revision)
AND author IS NULL AND hash IS NULL AND opened_at = strftime('%Y-%m-%dT%H:%M:%fZ', 'now'));
INSERT INTO change (revision_id, table_name, row_id, operation, old, new) VALUES (
COALESCE((SELECT id FROM revision WHERE closed_at IS NULL), (SELECT MAX(id) FROM revision)),
'state_succession', NEW.id, 'update', json_object('id', OLD.id, 'predecessor_id', OLD.predecessor_id, 'successor_id', OLD.successor_id, 'kind', OLD.kind, 'date_text', OLD.date_text, 'date_edtf', OLD.date_edtf, 'date_earliest', OLD.date_earliest, 'date_latest', OLD.date_latest, 'note', OLD.note), json_object('id', NEW.id, 'predecessor_id', NEW.predecessor_id, 'successor_id', NEW.successor_id, 'kind', NEW.kind, 'date_text', NEW.date_text, 'date_edtf', NEW.date_edtf, 'date_earliest', NEW.date_earliest, 'date_latest', NEW.date_latest, 'note', NEW.note));
END
