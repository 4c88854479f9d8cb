-- index ix_act__contests
CREATE INDEX ix_act__contests ON act (contests_id)

-- index ix_act__key
CREATE INDEX ix_act__key ON act (dataset_id, treaty_id, state_id)

-- index ix_act__signer_id
CREATE INDEX ix_act__signer_id ON act (signer_id)

-- index ix_act__state
CREATE INDEX ix_act__state ON act (state_id, treaty_id)

-- index ix_act__treaty_kind
CREATE INDEX ix_act__treaty_kind ON act (treaty_id, kind)

-- index ix_citation__act
CREATE INDEX ix_citation__act ON citation (act_id)

-- index ix_citation__document_id
CREATE INDEX ix_citation__document_id ON citation (document_id)

-- index ix_citation__roster
CREATE INDEX ix_citation__roster ON citation (roster_id)

-- index ix_citation__roster_entry
CREATE INDEX ix_citation__roster_entry ON citation (roster_entry_id)

-- index ix_citation__signatory
CREATE INDEX ix_citation__signatory ON citation (signatory_id)

-- index ix_citation__state
CREATE INDEX ix_citation__state ON citation (state_id)

-- index ix_citation__state_name
CREATE INDEX ix_citation__state_name ON citation (state_name_id)

-- index ix_citation__state_succession
CREATE INDEX ix_citation__state_succession ON citation (state_succession_id)

-- index ix_citation__statement
CREATE INDEX ix_citation__statement ON citation (statement_id)

-- index ix_citation__tenure
CREATE INDEX ix_citation__tenure ON citation (tenure_id)

-- index ix_citation__treaty
CREATE INDEX ix_citation__treaty ON citation (treaty_id)

-- index ix_roster__dataset_id
CREATE INDEX ix_roster__dataset_id ON roster (dataset_id)

-- index ix_roster__statement_id
CREATE INDEX ix_roster__statement_id ON roster (statement_id)

-- index ix_roster__treaty
CREATE INDEX ix_roster__treaty ON roster (treaty_id, dataset_id)

-- index ix_roster_entry__state_id
CREATE INDEX ix_roster_entry__state_id ON roster_entry (state_id)

-- index ix_tenure__dataset_id
CREATE INDEX ix_tenure__dataset_id ON tenure (dataset_id)

-- index ix_tenure__person_id
CREATE INDEX ix_tenure__person_id ON tenure (person_id)

-- index ix_tenure__state_office
CREATE INDEX ix_tenure__state_office ON tenure (state_id, office)

-- table act
CREATE TABLE act (
id INTEGER NOT NULL,
dataset_id INTEGER NOT NULL,
treaty_id INTEGER NOT NULL,
state_id INTEGER,
kind TEXT NOT NULL,
date_text TEXT,
date_edtf TEXT,
date_earliest TEXT,
date_latest TEXT,
effect_text TEXT,
effect_edtf TEXT,
effect_earliest TEXT,
effect_latest TEXT,
organ TEXT,
signer_id INTEGER,
signer_capacity TEXT,
rank TEXT DEFAULT 'normal' NOT NULL,
contests_id INTEGER,
note TEXT,
CONSTRAINT pk_act PRIMARY KEY (id),
CONSTRAINT ck_act__date_earliest_day CHECK (date_earliest IS date(date_earliest, '+0 days') AND date_earliest >= '0001-01-01'),
CONSTRAINT ck_act__date_latest_day CHECK (date_latest IS date(date_latest, '+0 days') AND date_latest >= '0001-01-01'),
CONSTRAINT ck_act__effect_earliest_day CHECK (effect_earliest IS date(effect_earliest, '+0 days') AND effect_earliest >= '0001-01-01'),
CONSTRAINT ck_act__effect_latest_day CHECK (effect_latest IS date(effect_latest, '+0 days') AND effect_latest >= '0001-01-01'),
CONSTRAINT ck_act__kind_known CHECK (kind IN ('signature', 'definitive_signature', 'ratification', 'acceptance', 'approval', 'accession', 'succession', 'formal_confirmation', 'provisional_application', 'entry_into_force', 'participation', 'prolongation', 'non_renewal', 'withdrawal', 'suspension', 'resumption', 'expulsion', 'termination', 'extinction', 'observer_admission', 'associate_admission', 'reservation', 'declaration', 'objection', 'reservation_withdrawal')),
CONSTRAINT ck_act__rank_known CHECK (rank IN ('preferred', 'normal', 'deprecated')),
CONSTRAINT ck_act__signer_capacity_known CHECK (signer_capacity IN ('head_of_state', 'head_of_government', 'minister_for_foreign_affairs', 'permanent_representative', 'deputy_permanent_representative', 'permanent_observer', 'charge_daffaires', 'special_envoy', 'other')),
CONSTRAINT ck_act__state_named CHECK (state_id IS NOT NULL OR kind IN ('termination', 'prolongation', 'entry_into_force')),
CONSTRAINT ck_act__contests_another CHECK (contests_id <> id),
CONSTRAINT ck_act__date_ordered CHECK (date_earliest <= date_latest),
CONSTRAINT ck_act__date_stated CHECK (date_edtf IS NOT NULL OR (date_earliest IS NULL AND date_latest IS NULL)),
CONSTRAINT ck_act__dated CHECK (date_edtf IS NOT NULL OR effect_edtf IS NOT NULL),
CONSTRAINT ck_act__effect_ordered CHECK (effect_earliest <= effect_latest),
CONSTRAINT ck_act__effect_stated CHECK (effect_edtf IS NOT NULL OR (effect_earliest IS NULL AND effect_latest IS NULL)),
CONSTRAINT fk_act__contests_id FOREIGN KEY(contests_id) REFERENCES act (id),
CONSTRAINT fk_act__dataset_id FOREIGN KEY(dataset_id) REFERENCES dataset (id),
CONSTRAINT fk_act__signer_id FOREIGN KEY(signer_id) REFERENCES person (id),
CONSTRAINT fk_act__state_id FOREIGN KEY(state_id) REFERENCES state (id),
CONSTRAINT fk_act__treaty_id FOREIGN KEY(treaty_id) REFERENCES treaty (id)
)
STRICT

-- table citation
CREATE TABLE citation (
id INTEGER NOT NULL,
state_id INTEGER,
state_name_id INTEGER,
state_succession_id INTEGER,
treaty_id INTEGER,
act_id INTEGER,
roster_id INTEGER,
roster_entry_id INTEGER,
tenure_id INTEGER,
statement_id INTEGER,
signatory_id INTEGER,
document_id INTEGER NOT NULL,
locator TEXT,
quotation TEXT,
start_char INTEGER,
end_char INTEGER,
note TEXT,
CONSTRAINT pk_citation PRIMARY KEY (id),
CONSTRAINT ck_citation__quotation_filled CHECK (quotation <> ''),
CONSTRAINT ck_citation__offsets_with_quotation CHECK ((start_char IS NULL) = (end_char IS NULL) AND (start_char IS NULL OR quotation IS NOT NULL)),
CONSTRAINT ck_citation__offsets_fit_quotation CHECK (0 <= start_char AND end_char - start_char = length(quotation)),
CONSTRAINT ck_citation__one_target CHECK (CASE WHEN state_id IS NULL THEN 0 ELSE 1 END + CASE WHEN state_name_id IS NULL THEN 0 ELSE 1 END + CASE WHEN state_succession_id IS NULL THEN 0 ELSE 1 END + CASE WHEN treaty_id IS NULL THEN 0 ELSE 1 END + CASE WHEN act_id IS NULL THEN 0 ELSE 1 END + CASE WHEN roster_id IS NULL THEN 0 ELSE 1 END + CASE WHEN roster_entry_id IS NULL THEN 0 ELSE 1 END + CASE WHEN tenure_id IS NULL THEN 0 ELSE 1 END + CASE WHEN statement_id IS NULL THEN 0 ELSE 1 END + CASE WHEN signatory_id IS NULL THEN 0 ELSE 1 END = 1),
CONSTRAINT fk_citation__act_id FOREIGN KEY(act_id) REFERENCES act (id),
CONSTRAINT fk_citation__document_id FOREIGN KEY(document_id) REFERENCES document (id),
CONSTRAINT fk_citation__roster_entry_id FOREIGN KEY(roster_entry_id) REFERENCES roster_entry (id),
CONSTRAINT fk_citation__roster_id FOREIGN KEY(roster_id) REFERENCES roster (id),
CONSTRAINT fk_citation__signatory_id FOREIGN KEY(signatory_id) REFERENCES signatory (id),
CONSTRAINT fk_citation__state_id FOREIGN KEY(state_id) REFERENCES state (id),
CONSTRAINT fk_citation__state_name_id FOREIGN KEY(state_name_id) REFERENCES state_name (id),
CONSTRAINT fk_citation__state_succession_id FOREIGN KEY(state_succession_id) REFERENCES state_succession (id),
CONSTRAINT fk_citation__statement_id FOREIGN KEY(statement_id) REFERENCES statement (id),
CONSTRAINT fk_citation__tenure_id FOREIGN KEY(tenure_id) REFERENCES tenure (id),
CONSTRAINT fk_citation__treaty_id FOREIGN KEY(treaty_id) REFERENCES treaty (id)
)
STRICT

-- table roster
CREATE TABLE roster (
id INTEGER NOT NULL,
dataset_id INTEGER NOT NULL,
treaty_id INTEGER NOT NULL,
statement_id INTEGER,
on_text TEXT,
on_edtf TEXT,
on_earliest TEXT,
on_latest TEXT,
body TEXT,
complete INTEGER DEFAULT 0 NOT NULL,
rank TEXT DEFAULT 'normal' NOT NULL,
note TEXT,
CONSTRAINT pk_roster PRIMARY KEY (id),
CONSTRAINT ck_roster__on_earliest_day CHECK (on_earliest IS date(on_earliest, '+0 days') AND on_earliest >= '0001-01-01'),
CONSTRAINT ck_roster__on_latest_day CHECK (on_latest IS date(on_latest, '+0 days') AND on_latest >= '0001-01-01'),
CONSTRAINT ck_roster__rank_known CHECK (rank IN ('preferred', 'normal', 'deprecated')),
CONSTRAINT ck_roster__complete_flag CHECK (complete IN (0, 1)),
CONSTRAINT ck_roster__on_ordered CHECK (on_earliest <= on_latest),
CONSTRAINT ck_roster__on_stated CHECK (on_edtf IS NOT NULL OR (on_earliest IS NULL AND on_latest IS NULL)),
CONSTRAINT ck_roster__dated CHECK (on_edtf IS NOT NULL),
CONSTRAINT fk_roster__dataset_id FOREIGN KEY(dataset_id) REFERENCES dataset (id),
CONSTRAINT fk_roster__statement_id FOREIGN KEY(statement_id) REFERENCES statement (id),
CONSTRAINT fk_roster__treaty_id FOREIGN KEY(treaty_id) REFERENCES treaty (id)
)
STRICT

-- table roster_entry
CREATE TABLE roster_entry (
id INTEGER NOT NULL,
roster_id INTEGER NOT NULL,
state_id INTEGER NOT NULL,
position INTEGER,
as_printed TEXT,
CONSTRAINT pk_roster_entry PRIMARY KEY (id),
CONSTRAINT fk_roster_entry__roster_id FOREIGN KEY(roster_id) REFERENCES roster (id),
CONSTRAINT fk_roster_entry__state_id FOREIGN KEY(state_id) REFERENCES state (id),
CONSTRAINT uq_roster_entry__roster_id_state_id UNIQUE (roster_id, state_id)
)
STRICT

-- table tenure
CREATE TABLE tenure (
id INTEGER NOT NULL,
dataset_id INTEGER NOT NULL,
person_id INTEGER NOT NULL,
state_id INTEGER NOT NULL,
office TEXT NOT NULL,
acting INTEGER DEFAULT 0 NOT NULL,
accredited_to TEXT,
title TEXT,
valid TEXT,
start_earliest TEXT,
start_latest TEXT,
end_earliest TEXT,
end_latest TEXT,
rank TEXT DEFAULT 'normal' NOT NULL,
note TEXT,
CONSTRAINT pk_tenure PRIMARY KEY (id),
CONSTRAINT ck_tenure__end_earliest_day CHECK (end_earliest IS date(end_earliest, '+0 days') AND end_earliest >= '0001-01-01'),
CONSTRAINT ck_tenure__end_latest_day CHECK (end_latest IS date(end_latest, '+0 days') AND end_latest >= '0001-01-01'),
CONSTRAINT ck_tenure__start_earliest_day CHECK (start_earliest IS date(start_earliest, '+0 days') AND start_earliest >= '0001-01-01'),
CONSTRAINT ck_tenure__start_latest_day CHECK (start_latest IS date(start_latest, '+0 days') AND start_latest >= '0001-01-01'),
CONSTRAINT ck_tenure__office_known CHECK (office IN ('head_of_state', 'head_of_government', 'minister_for_foreign_affairs', 'permanent_representative', 'deputy_permanent_representative', 'permanent_observer', 'charge_daffaires', 'special_envoy', 'other')),
CONSTRAINT ck_tenure__rank_known CHECK (rank IN ('preferred', 'normal', 'deprecated')),
CONSTRAINT ck_tenure__acting_flag CHECK (acting IN (0, 1)),
CONSTRAINT ck_tenure__end_ordered CHECK (end_earliest <= end_latest),
CONSTRAINT ck_tenure__end_known_since CHECK (end_latest IS NULL OR end_earliest IS NOT NULL),
CONSTRAINT ck_tenure__start_before_end CHECK (start_earliest <= end_latest),
CONSTRAINT ck_tenure__start_ordered CHECK (start_earliest <= start_latest),
CONSTRAINT fk_tenure__dataset_id FOREIGN KEY(dataset_id) REFERENCES dataset (id),
CONSTRAINT fk_tenure__person_id FOREIGN KEY(person_id) REFERENCES person (id),
CONSTRAINT fk_tenure__state_id FOREIGN KEY(state_id) REFERENCES state (id)
)
STRICT

-- trigger act_contest_insert
CREATE TRIGGER act_contest_insert BEFORE INSERT ON act
WHEN NEW.contests_id IS NOT NULL AND NOT EXISTS (
SELECT 1 FROM act AS a WHERE a.id = NEW.contests_id AND a.contests_id IS NULL
AND a.dataset_id = NEW.dataset_id AND a.treaty_id = NEW.treaty_id AND a.state_id IS NEW.state_id)
BEGIN SELECT RAISE(ABORT, 'an act contests an uncontesting act of the same dataset, treaty and State'); END

-- trigger act_contest_update
CREATE TRIGGER act_contest_update BEFORE UPDATE ON act
WHEN (NEW.contests_id IS NOT NULL AND (
NOT EXISTS (
SELECT 1 FROM act AS a WHERE a.id = NEW.contests_id AND a.contests_id IS NULL
AND a.dataset_id = NEW.dataset_id AND a.treaty_id = NEW.treaty_id AND a.state_id IS NEW.state_id)
OR EXISTS (SELECT 1 FROM act AS a WHERE a.contests_id = NEW.id)))
OR EXISTS (
SELECT 1 FROM act AS a WHERE a.contests_id = OLD.id
AND (a.dataset_id <> NEW.dataset_id OR a.treaty_id <> NEW.treaty_id OR a.state_id IS NOT NEW.state_id))
BEGIN SELECT RAISE(ABORT, 'an act contests an uncontesting act of the same dataset, treaty and State'); END

-- trigger act_guard_delete__act__contests_id
CREATE TRIGGER act_guard_delete__act__contests_id BEFORE DELETE ON act
WHEN EXISTS (SELECT 1 FROM act AS t WHERE t.contests_id = OLD.id)
BEGIN SELECT RAISE(ABORT, 'FOREIGN KEY constraint failed: act.contests_id'); END

-- trigger act_guard_delete__citation__act_id
CREATE TRIGGER act_guard_delete__citation__act_id BEFORE DELETE ON act
WHEN EXISTS (SELECT 1 FROM citation AS t WHERE t.act_id = OLD.id)
BEGIN SELECT RAISE(ABORT, 'FOREIGN KEY constraint failed: citation.act_id'); END

-- trigger act_guard_id
CREATE TRIGGER act_guard_id AFTER INSERT ON act WHEN NEW.id < 1
BEGIN SELECT RAISE(ABORT, 'CHECK constraint failed: act.id is positive'); END

-- trigger act_guard_insert
CREATE TRIGGER act_guard_insert BEFORE INSERT ON act
BEGIN
SELECT RAISE(ABORT, 'UNIQUE constraint failed: act.id') WHERE EXISTS (SELECT 1 FROM act AS t WHERE t.id = NEW.id);
SELECT RAISE(ABORT, 'FOREIGN KEY constraint failed: act.contests_id') WHERE NEW.contests_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM act AS t WHERE t.id = NEW.contests_id);
SELECT RAISE(ABORT, 'FOREIGN KEY constraint failed: act.dataset_id') WHERE NEW.dataset_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM dataset AS t WHERE t.id = NEW.dataset_id);
SELECT RAISE(ABORT, 'FOREIGN KEY constraint failed: act.signer_id') WHERE NEW.signer_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM person AS t WHERE t.id = NEW.signer_id);
SELECT RAISE(ABORT, 'FOREIGN KEY constraint failed: act.state_id') WHERE NEW.state_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM state AS t WHERE t.id = NEW.state_id);
SELECT RAISE(ABORT, 'FOREIGN KEY constraint failed: act.treaty_id') WHERE NEW.treaty_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM treaty AS t WHERE t.id = NEW.treaty_id);
END

-- trigger act_guard_update
CREATE TRIGGER act_guard_update BEFORE UPDATE ON act
BEGIN
SELECT RAISE(ABORT, 'UNIQUE constraint failed: act.id is never changed') WHERE NEW.id IS NOT OLD.id;
SELECT RAISE(ABORT, 'FOREIGN KEY constraint failed: act.contests_id') WHERE NEW.contests_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM act AS t WHERE t.id = NEW.contests_id);
SELECT RAISE(ABORT, 'FOREIGN KEY constraint failed: act.dataset_id') WHERE NEW.dataset_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM dataset AS t WHERE t.id = NEW.dataset_id);
SELECT RAISE(ABORT, 'FOREIGN KEY constraint failed: act.signer_id') WHERE NEW.signer_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM person AS t WHERE t.id = NEW.signer_id);
SELECT RAISE(ABORT, 'FOREIGN KEY constraint failed: act.state_id') WHERE NEW.state_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM state AS t WHERE t.id = NEW.state_id);
SELECT RAISE(ABORT, 'FOREIGN KEY constraint failed: act.treaty_id') WHERE NEW.treaty_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM treaty AS t WHERE t.id = NEW.treaty_id);
END

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
'act', OLD.id, 'delete', json_object('id', OLD.id, 'dataset_id', OLD.dataset_id, 'treaty_id', OLD.treaty_id, 'state_id', OLD.state_id, 'kind', OLD.kind, 'date_text', OLD.date_text, 'date_edtf', OLD.date_edtf, 'date_earliest', OLD.date_earliest, 'date_latest', OLD.date_latest, 'effect_text', OLD.effect_text, 'effect_edtf', OLD.effect_edtf, 'effect_earliest', OLD.effect_earliest, 'effect_latest', OLD.effect_latest, 'organ', OLD.organ, 'signer_id', OLD.signer_id, 'signer_capacity', OLD.signer_capacity, 'rank', OLD.rank, 'contests_id', OLD.contests_id, 'note', OLD.note), NULL);
END

-- trigger act_log_insert
CREATE TRIGGER act_log_insert AFTER INSERT ON act
BEGIN
INSERT INTO revision (id, opened_at, closed_at)
SELECT (SELECT COALESCE(MAX(id), 0) + 1 FROM revision), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), strftime('%Y-%m-%dT%H:%M:%fZ', 'now')
WHERE NOT EXISTS (SELECT 1 FROM revision WHERE closed_at IS NULL) AND NOT EXISTS (
SELECT 1 FROM revision WHERE id = (SELECT MAX(id) FROM revision)
AND author IS NULL AND hash IS NULL AND opened_at = strftime('%Y-%m-%dT%H:%M:%fZ', 'now'));
INSERT INTO change (revision_id, table_name, row_id, operation, old, new) VALUES (
COALESCE((SELECT id FROM revision WHERE closed_at IS NULL), (SELECT MAX(id) FROM revision)),
'act', NEW.id, 'insert', NULL, json_object('id', NEW.id, 'dataset_id', NEW.dataset_id, 'treaty_id', NEW.treaty_id, 'state_id', NEW.state_id, 'kind', NEW.kind, 'date_text', NEW.date_text, 'date_edtf', NEW.date_edtf, 'date_earliest', NEW.date_earliest, 'date_latest', NEW.date_latest, 'effect_text', NEW.effect_text, 'effect_edtf', NEW.effect_edtf, 'effect_earliest', NEW.effect_earliest, 'effect_latest', NEW.effect_latest, 'organ', NEW.organ, 'signer_id', NEW.signer_id, 'signer_capacity', NEW.signer_capacity, 'rank', NEW.rank, 'contests_id', NEW.contests_id, 'note', NEW.note));
END

-- trigger act_log_update
CREATE TRIGGER act_log_update AFTER UPDATE ON act
WHEN json_object('id', OLD.id, 'dataset_id', OLD.dataset_id, 'treaty_id', OLD.treaty_id, 'state_id', OLD.state_id, 'kind', OLD.kind, 'date_text', OLD.date_text, 'date_edtf', OLD.date_edtf, 'date_earliest', OLD.date_earliest, 'date_latest', OLD.date_latest, 'effect_text', OLD.effect_text, 'effect_edtf', OLD.effect_edtf, 'effect_earliest', OLD.effect_earliest, 'effect_latest', OLD.effect_latest, 'organ', OLD.organ, 'signer_id', OLD.signer_id, 'signer_capacity', OLD.signer_capacity, 'rank', OLD.rank, 'contests_id', OLD.contests_id, 'note', OLD.note) <> json_object('id', NEW.id, 'dataset_id', NEW.dataset_id, 'treaty_id', NEW.treaty_id, 'state_id', NEW.state_id, 'kind', NEW.kind, 'date_text', NEW.date_text, 'date_edtf', NEW.date_edtf, 'date_earliest', NEW.date_earliest, 'date_latest', NEW.date_latest, 'effect_text', NEW.effect_text, 'effect_edtf', NEW.effect_edtf, 'effect_earliest', NEW.effect_earliest, 'effect_latest', NEW.effect_latest, 'organ', NEW.organ, 'signer_id', NEW.signer_id, 'signer_capacity', NEW.signer_capacity, 'rank', NEW.rank, 'contests_id', NEW.contests_id, 'note', NEW.note)
BEGIN
INSERT INTO revision (id, opened_at, closed_at)
SELECT (SELECT COALESCE(MAX(id), 0) + 1 FROM revision), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), strftime('%Y-%m-%dT%H:%M:%fZ', 'now')
WHERE NOT EXISTS (SELECT 1 FROM revision WHERE closed_at IS NULL) AND NOT EXISTS (
SELECT 1 FROM revision WHERE id = (SELECT MAX(id) FROM revision)
AND author IS NULL AND hash IS NULL AND opened_at = strftime('%Y-%m-%dT%H:%M:%fZ', 'now'));
INSERT INTO change (revision_id, table_name, row_id, operation, old, new) VALUES (
COALESCE((SELECT id FROM revision WHERE closed_at IS NULL), (SELECT MAX(id) FROM revision)),
'act', NEW.id, 'update', json_object('id', OLD.id, 'dataset_id', OLD.dataset_id, 'treaty_id', OLD.treaty_id, 'state_id', OLD.state_id, 'kind', OLD.kind, 'date_text', OLD.date_text, 'date_edtf', OLD.date_edtf, 'date_earliest', OLD.date_earliest, 'date_latest', OLD.date_latest, 'effect_text', OLD.effect_text, 'effect_edtf', OLD.effect_edtf, 'effect_earliest', OLD.effect_earliest, 'effect_latest', OLD.effect_latest, 'organ', OLD.organ, 'signer_id', OLD.signer_id, 'signer_capacity', OLD.signer_capacity, 'rank', OLD.rank, 'contests_id', OLD.contests_id, 'note', OLD.note), json_object('id', NEW.id, 'dataset_id', NEW.dataset_id, 'treaty_id', NEW.treaty_id, 'state_id', NEW.state_id, 'kind', NEW.kind, 'date_text', NEW.date_text, 'date_edtf', NEW.date_edtf, 'date_earliest', NEW.date_earliest, 'date_latest', NEW.date_latest, 'effect_text', NEW.effect_text, 'effect_edtf', NEW.effect_edtf, 'effect_earliest', NEW.effect_earliest, 'effect_latest', NEW.effect_latest, 'organ', NEW.organ, 'signer_id', NEW.signer_id, 'signer_capacity', NEW.signer_capacity, 'rank', NEW.rank, 'contests_id', NEW.contests_id, 'note', NEW.note));
END

-- trigger citation_guard_id
CREATE TRIGGER citation_guard_id AFTER INSERT ON citation WHEN NEW.id < 1
BEGIN SELECT RAISE(ABORT, 'CHECK constraint failed: citation.id is positive'); END

-- trigger citation_guard_insert
CREATE TRIGGER citation_guard_insert BEFORE INSERT ON citation
BEGIN
SELECT RAISE(ABORT, 'UNIQUE constraint failed: citation.id') WHERE EXISTS (SELECT 1 FROM citation AS t WHERE t.id = NEW.id);
SELECT RAISE(ABORT, 'FOREIGN KEY constraint failed: citation.act_id') WHERE NEW.act_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM act AS t WHERE t.id = NEW.act_id);
SELECT RAISE(ABORT, 'FOREIGN KEY constraint failed: citation.document_id') WHERE NEW.document_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM document AS t WHERE t.id = NEW.document_id);
SELECT RAISE(ABORT, 'FOREIGN KEY constraint failed: citation.roster_entry_id') WHERE NEW.roster_entry_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM roster_entry AS t WHERE t.id = NEW.roster_entry_id);
SELECT RAISE(ABORT, 'FOREIGN KEY constraint failed: citation.roster_id') WHERE NEW.roster_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM roster AS t WHERE t.id = NEW.roster_id);
SELECT RAISE(ABORT, 'FOREIGN KEY constraint failed: citation.signatory_id') WHERE NEW.signatory_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM signatory AS t WHERE t.id = NEW.signatory_id);
SELECT RAISE(ABORT, 'FOREIGN KEY constraint failed: citation.state_id') WHERE NEW.state_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM state AS t WHERE t.id = NEW.state_id);
SELECT RAISE(ABORT, 'FOREIGN KEY constraint failed: citation.state_name_id') WHERE NEW.state_name_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM state_name AS t WHERE t.id = NEW.state_name_id);
SELECT RAISE(ABORT, 'FOREIGN KEY constraint failed: citation.state_succession_id') WHERE NEW.state_succession_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM state_succession AS t WHERE t.id = NEW.state_succession_id);
SELECT RAISE(ABORT, 'FOREIGN KEY constraint failed: citation.statement_id') WHERE NEW.statement_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM statement AS t WHERE t.id = NEW.statement_id);
SELECT RAISE(ABORT, 'FOREIGN KEY constraint failed: citation.tenure_id') WHERE NEW.tenure_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM tenure AS t WHERE t.id = NEW.tenure_id);
SELECT RAISE(ABORT, 'FOREIGN KEY constraint failed: citation.treaty_id') WHERE NEW.treaty_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM treaty AS t WHERE t.id = NEW.treaty_id);
END

-- trigger citation_guard_update
CREATE TRIGGER citation_guard_update BEFORE UPDATE ON citation
BEGIN
SELECT RAISE(ABORT, 'UNIQUE constraint failed: citation.id is never changed') WHERE NEW.id IS NOT OLD.id;
SELECT RAISE(ABORT, 'FOREIGN KEY constraint failed: citation.act_id') WHERE NEW.act_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM act AS t WHERE t.id = NEW.act_id);
SELECT RAISE(ABORT, 'FOREIGN KEY constraint failed: citation.document_id') WHERE NEW.document_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM document AS t WHERE t.id = NEW.document_id);
SELECT RAISE(ABORT, 'FOREIGN KEY constraint failed: citation.roster_entry_id') WHERE NEW.roster_entry_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM roster_entry AS t WHERE t.id = NEW.roster_entry_id);
SELECT RAISE(ABORT, 'FOREIGN KEY constraint failed: citation.roster_id') WHERE NEW.roster_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM roster AS t WHERE t.id = NEW.roster_id);
SELECT RAISE(ABORT, 'FOREIGN KEY constraint failed: citation.signatory_id') WHERE NEW.signatory_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM signatory AS t WHERE t.id = NEW.signatory_id);
SELECT RAISE(ABORT, 'FOREIGN KEY constraint failed: citation.state_id') WHERE NEW.state_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM state AS t WHERE t.id = NEW.state_id);
SELECT RAISE(ABORT, 'FOREIGN KEY constraint failed: citation.state_name_id') WHERE NEW.state_name_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM state_name AS t WHERE t.id = NEW.state_name_id);
SELECT RAISE(ABORT, 'FOREIGN KEY constraint failed: citation.state_succession_id') WHERE NEW.state_succession_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM state_succession AS t WHERE t.id = NEW.state_succession_id);
SELECT RAISE(ABORT, 'FOREIGN KEY constraint failed: citation.statement_id') WHERE NEW.statement_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM statement AS t WHERE t.id = NEW.statement_id);
SELECT RAISE(ABORT, 'FOREIGN KEY constraint failed: citation.tenure_id') WHERE NEW.tenure_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM tenure AS t WHERE t.id = NEW.tenure_id);
SELECT RAISE(ABORT, 'FOREIGN KEY constraint failed: citation.treaty_id') WHERE NEW.treaty_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM treaty AS t WHERE t.id = NEW.treaty_id);
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
'citation', OLD.id, 'delete', json_object('id', OLD.id, 'state_id', OLD.state_id, 'state_name_id', OLD.state_name_id, 'state_succession_id', OLD.state_succession_id, 'treaty_id', OLD.treaty_id, 'act_id', OLD.act_id, 'roster_id', OLD.roster_id, 'roster_entry_id', OLD.roster_entry_id, 'tenure_id', OLD.tenure_id, 'statement_id', OLD.statement_id, 'signatory_id', OLD.signatory_id, 'document_id', OLD.document_id, 'locator', OLD.locator, 'quotation', OLD.quotation, 'start_char', OLD.start_char, 'end_char', OLD.end_char, 'note', OLD.note), NULL);
END

-- trigger citation_log_insert
CREATE TRIGGER citation_log_insert AFTER INSERT ON citation
BEGIN
INSERT INTO revision (id, opened_at, closed_at)
SELECT (SELECT COALESCE(MAX(id), 0) + 1 FROM revision), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), strftime('%Y-%m-%dT%H:%M:%fZ', 'now')
WHERE NOT EXISTS (SELECT 1 FROM revision WHERE closed_at IS NULL) AND NOT EXISTS (
SELECT 1 FROM revision WHERE id = (SELECT MAX(id) FROM revision)
AND author IS NULL AND hash IS NULL AND opened_at = strftime('%Y-%m-%dT%H:%M:%fZ', 'now'));
INSERT INTO change (revision_id, table_name, row_id, operation, old, new) VALUES (
COALESCE((SELECT id FROM revision WHERE closed_at IS NULL), (SELECT MAX(id) FROM revision)),
'citation', NEW.id, 'insert', NULL, json_object('id', NEW.id, 'state_id', NEW.state_id, 'state_name_id', NEW.state_name_id, 'state_succession_id', NEW.state_succession_id, 'treaty_id', NEW.treaty_id, 'act_id', NEW.act_id, 'roster_id', NEW.roster_id, 'roster_entry_id', NEW.roster_entry_id, 'tenure_id', NEW.tenure_id, 'statement_id', NEW.statement_id, 'signatory_id', NEW.signatory_id, 'document_id', NEW.document_id, 'locator', NEW.locator, 'quotation', NEW.quotation, 'start_char', NEW.start_char, 'end_char', NEW.end_char, 'note', NEW.note));
END

-- trigger citation_log_update
CREATE TRIGGER citation_log_update AFTER UPDATE ON citation
WHEN json_object('id', OLD.id, 'state_id', OLD.state_id, 'state_name_id', OLD.state_name_id, 'state_succession_id', OLD.state_succession_id, 'treaty_id', OLD.treaty_id, 'act_id', OLD.act_id, 'roster_id', OLD.roster_id, 'roster_entry_id', OLD.roster_entry_id, 'tenure_id', OLD.tenure_id, 'statement_id', OLD.statement_id, 'signatory_id', OLD.signatory_id, 'document_id', OLD.document_id, 'locator', OLD.locator, 'quotation', OLD.quotation, 'start_char', OLD.start_char, 'end_char', OLD.end_char, 'note', OLD.note) <> json_object('id', NEW.id, 'state_id', NEW.state_id, 'state_name_id', NEW.state_name_id, 'state_succession_id', NEW.state_succession_id, 'treaty_id', NEW.treaty_id, 'act_id', NEW.act_id, 'roster_id', NEW.roster_id, 'roster_entry_id', NEW.roster_entry_id, 'tenure_id', NEW.tenure_id, 'statement_id', NEW.statement_id, 'signatory_id', NEW.signatory_id, 'document_id', NEW.document_id, 'locator', NEW.locator, 'quotation', NEW.quotation, 'start_char', NEW.start_char, 'end_char', NEW.end_char, 'note', NEW.note)
BEGIN
INSERT INTO revision (id, opened_at, closed_at)
SELECT (SELECT COALESCE(MAX(id), 0) + 1 FROM revision), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), strftime('%Y-%m-%dT%H:%M:%fZ', 'now')
WHERE NOT EXISTS (SELECT 1 FROM revision WHERE closed_at IS NULL) AND NOT EXISTS (
SELECT 1 FROM revision WHERE id = (SELECT MAX(id) FROM revision)
AND author IS NULL AND hash IS NULL AND opened_at = strftime('%Y-%m-%dT%H:%M:%fZ', 'now'));
INSERT INTO change (revision_id, table_name, row_id, operation, old, new) VALUES (
COALESCE((SELECT id FROM revision WHERE closed_at IS NULL), (SELECT MAX(id) FROM revision)),
'citation', NEW.id, 'update', json_object('id', OLD.id, 'state_id', OLD.state_id, 'state_name_id', OLD.state_name_id, 'state_succession_id', OLD.state_succession_id, 'treaty_id', OLD.treaty_id, 'act_id', OLD.act_id, 'roster_id', OLD.roster_id, 'roster_entry_id', OLD.roster_entry_id, 'tenure_id', OLD.tenure_id, 'statement_id', OLD.statement_id, 'signatory_id', OLD.signatory_id, 'document_id', OLD.document_id, 'locator', OLD.locator, 'quotation', OLD.quotation, 'start_char', OLD.start_char, 'end_char', OLD.end_char, 'note', OLD.note), json_object('id', NEW.id, 'state_id', NEW.state_id, 'state_name_id', NEW.state_name_id, 'state_succession_id', NEW.state_succession_id, 'treaty_id', NEW.treaty_id, 'act_id', NEW.act_id, 'roster_id', NEW.roster_id, 'roster_entry_id', NEW.roster_entry_id, 'tenure_id', NEW.tenure_id, 'statement_id', NEW.statement_id, 'signatory_id', NEW.signatory_id, 'document_id', NEW.document_id, 'locator', NEW.locator, 'quotation', NEW.quotation, 'start_char', NEW.start_char, 'end_char', NEW.end_char, 'note', NEW.note));
END

-- trigger citation_words_insert
CREATE TRIGGER citation_words_insert BEFORE INSERT ON citation
WHEN NEW.quotation IS NOT NULL AND EXISTS (
SELECT 1 FROM document AS d WHERE d.id = NEW.document_id AND d.text IS NOT NULL
AND (NEW.start_char IS NULL OR substr(d.text, NEW.start_char + 1, NEW.end_char - NEW.start_char) IS NOT NEW.quotation))
BEGIN SELECT RAISE(ABORT, 'the quotation is not the slice of the document''s text that its offsets name'); END

-- trigger citation_words_update
CREATE TRIGGER citation_words_update BEFORE UPDATE ON citation
WHEN NEW.quotation IS NOT NULL AND EXISTS (
SELECT 1 FROM document AS d WHERE d.id = NEW.document_id AND d.text IS NOT NULL
AND (NEW.start_char IS NULL OR substr(d.text, NEW.start_char + 1, NEW.end_char - NEW.start_char) IS NOT NEW.quotation))
BEGIN SELECT RAISE(ABORT, 'the quotation is not the slice of the document''s text that its offsets name'); END

-- trigger dataset_guard_delete__act__dataset_id
CREATE TRIGGER dataset_guard_delete__act__dataset_id BEFORE DELETE ON dataset
WHEN EXISTS (SELECT 1 FROM act AS t WHERE t.dataset_id = OLD.id)
BEGIN SELECT RAISE(ABORT, 'FOREIGN KEY constraint failed: act.dataset_id'); END

-- trigger dataset_guard_delete__roster__dataset_id
CREATE TRIGGER dataset_guard_delete__roster__dataset_id BEFORE DELETE ON dataset
WHEN EXISTS (SELECT 1 FROM roster AS t WHERE t.dataset_id = OLD.id)
BEGIN SELECT RAISE(ABORT, 'FOREIGN KEY constraint failed: roster.dataset_id'); END

-- trigger dataset_guard_delete__tenure__dataset_id
CREATE TRIGGER dataset_guard_delete__tenure__dataset_id BEFORE DELETE ON dataset
WHEN EXISTS (SELECT 1 FROM tenure AS t WHERE t.dataset_id = OLD.id)
BEGIN SELECT RAISE(ABORT, 'FOREIGN KEY constraint failed: tenure.dataset_id'); END

-- trigger document_guard_delete__citation__document_id
CREATE TRIGGER document_guard_delete__citation__document_id BEFORE DELETE ON document
WHEN EXISTS (SELECT 1 FROM citation AS t WHERE t.document_id = OLD.id)
BEGIN SELECT RAISE(ABORT, 'FOREIGN KEY constraint failed: citation.document_id'); END

-- trigger document_text_cited
CREATE TRIGGER document_text_cited BEFORE UPDATE OF text ON document
WHEN NEW.text IS NOT OLD.text AND EXISTS (
SELECT 1 FROM citation AS c WHERE c.document_id = OLD.id AND c.quotation IS NOT NULL AND NEW.text IS NOT NULL
AND (c.start_char IS NULL OR substr(NEW.text, c.start_char + 1, c.end_char - c.start_char) IS NOT c.quotation))
BEGIN SELECT RAISE(ABORT, 'citations quote words that the new text does not have there'); END

-- trigger document_text_extent
CREATE TRIGGER document_text_extent BEFORE UPDATE OF text ON document
WHEN EXISTS (SELECT 1 FROM statement AS s WHERE s.document_id = OLD.id AND s.end_char > length(NEW.text))
BEGIN SELECT RAISE(ABORT, 'statements reach beyond the new text of the document'); END

-- trigger document_text_kept
CREATE TRIGGER document_text_kept BEFORE UPDATE OF text ON document
WHEN OLD.text IS NOT NULL AND NEW.text IS NULL AND EXISTS (
SELECT 1 FROM citation AS c WHERE c.document_id = OLD.id AND c.start_char IS NOT NULL)
BEGIN SELECT RAISE(ABORT, 'citations quote the text of this document'); END

-- trigger person_guard_delete__act__signer_id
CREATE TRIGGER person_guard_delete__act__signer_id BEFORE DELETE ON person
WHEN EXISTS (SELECT 1 FROM act AS t WHERE t.signer_id = OLD.id)
BEGIN SELECT RAISE(ABORT, 'FOREIGN KEY constraint failed: act.signer_id'); END

-- trigger person_guard_delete__tenure__person_id
CREATE TRIGGER person_guard_delete__tenure__person_id BEFORE DELETE ON person
WHEN EXISTS (SELECT 1 FROM tenure AS t WHERE t.person_id = OLD.id)
BEGIN SELECT RAISE(ABORT, 'FOREIGN KEY constraint failed: tenure.person_id'); END

-- trigger roster_entry_guard_delete__citation__roster_entry_id
CREATE TRIGGER roster_entry_guard_delete__citation__roster_entry_id BEFORE DELETE ON roster_entry
WHEN EXISTS (SELECT 1 FROM citation AS t WHERE t.roster_entry_id = OLD.id)
BEGIN SELECT RAISE(ABORT, 'FOREIGN KEY constraint failed: citation.roster_entry_id'); END

-- trigger roster_entry_guard_id
CREATE TRIGGER roster_entry_guard_id AFTER INSERT ON roster_entry WHEN NEW.id < 1
BEGIN SELECT RAISE(ABORT, 'CHECK constraint failed: roster_entry.id is positive'); END

-- trigger roster_entry_guard_insert
CREATE TRIGGER roster_entry_guard_insert BEFORE INSERT ON roster_entry
BEGIN
SELECT RAISE(ABORT, 'UNIQUE constraint failed: roster_entry.id') WHERE EXISTS (SELECT 1 FROM roster_entry AS t WHERE t.id = NEW.id);
SELECT RAISE(ABORT, 'UNIQUE constraint failed: roster_entry.roster_id, roster_entry.state_id') WHERE EXISTS (SELECT 1 FROM roster_entry AS t WHERE t.roster_id = NEW.roster_id AND t.state_id = NEW.state_id);
SELECT RAISE(ABORT, 'FOREIGN KEY constraint failed: roster_entry.roster_id') WHERE NEW.roster_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM roster AS t WHERE t.id = NEW.roster_id);
SELECT RAISE(ABORT, 'FOREIGN KEY constraint failed: roster_entry.state_id') WHERE NEW.state_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM state AS t WHERE t.id = NEW.state_id);
END

-- trigger roster_entry_guard_update
CREATE TRIGGER roster_entry_guard_update BEFORE UPDATE ON roster_entry
BEGIN
SELECT RAISE(ABORT, 'UNIQUE constraint failed: roster_entry.id is never changed') WHERE NEW.id IS NOT OLD.id;
SELECT RAISE(ABORT, 'UNIQUE constraint failed: roster_entry.roster_id, roster_entry.state_id') WHERE EXISTS (SELECT 1 FROM roster_entry AS t WHERE t.roster_id = NEW.roster_id AND t.state_id = NEW.state_id AND t.id <> OLD.id);
SELECT RAISE(ABORT, 'FOREIGN KEY constraint failed: roster_entry.roster_id') WHERE NEW.roster_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM roster AS t WHERE t.id = NEW.roster_id);
SELECT RAISE(ABORT, 'FOREIGN KEY constraint failed: roster_entry.state_id') WHERE NEW.state_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM state AS t WHERE t.id = NEW.state_id);
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
'roster_entry', OLD.id, 'delete', json_object('id', OLD.id, 'roster_id', OLD.roster_id, 'state_id', OLD.state_id, 'position', OLD.position, 'as_printed', OLD.as_printed), NULL);
END

-- trigger roster_entry_log_insert
CREATE TRIGGER roster_entry_log_insert AFTER INSERT ON roster_entry
BEGIN
INSERT INTO revision (id, opened_at, closed_at)
SELECT (SELECT COALESCE(MAX(id), 0) + 1 FROM revision), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), strftime('%Y-%m-%dT%H:%M:%fZ', 'now')
WHERE NOT EXISTS (SELECT 1 FROM revision WHERE closed_at IS NULL) AND NOT EXISTS (
SELECT 1 FROM revision WHERE id = (SELECT MAX(id) FROM revision)
AND author IS NULL AND hash IS NULL AND opened_at = strftime('%Y-%m-%dT%H:%M:%fZ', 'now'));
INSERT INTO change (revision_id, table_name, row_id, operation, old, new) VALUES (
COALESCE((SELECT id FROM revision WHERE closed_at IS NULL), (SELECT MAX(id) FROM revision)),
'roster_entry', NEW.id, 'insert', NULL, json_object('id', NEW.id, 'roster_id', NEW.roster_id, 'state_id', NEW.state_id, 'position', NEW.position, 'as_printed', NEW.as_printed));
END

-- trigger roster_entry_log_update
CREATE TRIGGER roster_entry_log_update AFTER UPDATE ON roster_entry
WHEN json_object('id', OLD.id, 'roster_id', OLD.roster_id, 'state_id', OLD.state_id, 'position', OLD.position, 'as_printed', OLD.as_printed) <> json_object('id', NEW.id, 'roster_id', NEW.roster_id, 'state_id', NEW.state_id, 'position', NEW.position, 'as_printed', NEW.as_printed)
BEGIN
INSERT INTO revision (id, opened_at, closed_at)
SELECT (SELECT COALESCE(MAX(id), 0) + 1 FROM revision), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), strftime('%Y-%m-%dT%H:%M:%fZ', 'now')
WHERE NOT EXISTS (SELECT 1 FROM revision WHERE closed_at IS NULL) AND NOT EXISTS (
SELECT 1 FROM revision WHERE id = (SELECT MAX(id) FROM revision)
AND author IS NULL AND hash IS NULL AND opened_at = strftime('%Y-%m-%dT%H:%M:%fZ', 'now'));
INSERT INTO change (revision_id, table_name, row_id, operation, old, new) VALUES (
COALESCE((SELECT id FROM revision WHERE closed_at IS NULL), (SELECT MAX(id) FROM revision)),
'roster_entry', NEW.id, 'update', json_object('id', OLD.id, 'roster_id', OLD.roster_id, 'state_id', OLD.state_id, 'position', OLD.position, 'as_printed', OLD.as_printed), json_object('id', NEW.id, 'roster_id', NEW.roster_id, 'state_id', NEW.state_id, 'position', NEW.position, 'as_printed', NEW.as_printed));
END

-- trigger roster_guard_delete__citation__roster_id
CREATE TRIGGER roster_guard_delete__citation__roster_id BEFORE DELETE ON roster
WHEN EXISTS (SELECT 1 FROM citation AS t WHERE t.roster_id = OLD.id)
BEGIN SELECT RAISE(ABORT, 'FOREIGN KEY constraint failed: citation.roster_id'); END

-- trigger roster_guard_delete__roster_entry__roster_id
CREATE TRIGGER roster_guard_delete__roster_entry__roster_id BEFORE DELETE ON roster
WHEN EXISTS (SELECT 1 FROM roster_entry AS t WHERE t.roster_id = OLD.id)
BEGIN SELECT RAISE(ABORT, 'FOREIGN KEY constraint failed: roster_entry.roster_id'); END

-- trigger roster_guard_id
CREATE TRIGGER roster_guard_id AFTER INSERT ON roster WHEN NEW.id < 1
BEGIN SELECT RAISE(ABORT, 'CHECK constraint failed: roster.id is positive'); END

-- trigger roster_guard_insert
CREATE TRIGGER roster_guard_insert BEFORE INSERT ON roster
BEGIN
SELECT RAISE(ABORT, 'UNIQUE constraint failed: roster.id') WHERE EXISTS (SELECT 1 FROM roster AS t WHERE t.id = NEW.id);
SELECT RAISE(ABORT, 'FOREIGN KEY constraint failed: roster.dataset_id') WHERE NEW.dataset_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM dataset AS t WHERE t.id = NEW.dataset_id);
SELECT RAISE(ABORT, 'FOREIGN KEY constraint failed: roster.statement_id') WHERE NEW.statement_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM statement AS t WHERE t.id = NEW.statement_id);
SELECT RAISE(ABORT, 'FOREIGN KEY constraint failed: roster.treaty_id') WHERE NEW.treaty_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM treaty AS t WHERE t.id = NEW.treaty_id);
END

-- trigger roster_guard_update
CREATE TRIGGER roster_guard_update BEFORE UPDATE ON roster
BEGIN
SELECT RAISE(ABORT, 'UNIQUE constraint failed: roster.id is never changed') WHERE NEW.id IS NOT OLD.id;
SELECT RAISE(ABORT, 'FOREIGN KEY constraint failed: roster.dataset_id') WHERE NEW.dataset_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM dataset AS t WHERE t.id = NEW.dataset_id);
SELECT RAISE(ABORT, 'FOREIGN KEY constraint failed: roster.statement_id') WHERE NEW.statement_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM statement AS t WHERE t.id = NEW.statement_id);
SELECT RAISE(ABORT, 'FOREIGN KEY constraint failed: roster.treaty_id') WHERE NEW.treaty_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM treaty AS t WHERE t.id = NEW.treaty_id);
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
'roster', OLD.id, 'delete', json_object('id', OLD.id, 'dataset_id', OLD.dataset_id, 'treaty_id', OLD.treaty_id, 'statement_id', OLD.statement_id, 'on_text', OLD.on_text, 'on_edtf', OLD.on_edtf, 'on_earliest', OLD.on_earliest, 'on_latest', OLD.on_latest, 'body', OLD.body, 'complete', OLD.complete, 'rank', OLD.rank, 'note', OLD.note), NULL);
END

-- trigger roster_log_insert
CREATE TRIGGER roster_log_insert AFTER INSERT ON roster
BEGIN
INSERT INTO revision (id, opened_at, closed_at)
SELECT (SELECT COALESCE(MAX(id), 0) + 1 FROM revision), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), strftime('%Y-%m-%dT%H:%M:%fZ', 'now')
WHERE NOT EXISTS (SELECT 1 FROM revision WHERE closed_at IS NULL) AND NOT EXISTS (
SELECT 1 FROM revision WHERE id = (SELECT MAX(id) FROM revision)
AND author IS NULL AND hash IS NULL AND opened_at = strftime('%Y-%m-%dT%H:%M:%fZ', 'now'));
INSERT INTO change (revision_id, table_name, row_id, operation, old, new) VALUES (
COALESCE((SELECT id FROM revision WHERE closed_at IS NULL), (SELECT MAX(id) FROM revision)),
'roster', NEW.id, 'insert', NULL, json_object('id', NEW.id, 'dataset_id', NEW.dataset_id, 'treaty_id', NEW.treaty_id, 'statement_id', NEW.statement_id, 'on_text', NEW.on_text, 'on_edtf', NEW.on_edtf, 'on_earliest', NEW.on_earliest, 'on_latest', NEW.on_latest, 'body', NEW.body, 'complete', NEW.complete, 'rank', NEW.rank, 'note', NEW.note));
END

-- trigger roster_log_update
CREATE TRIGGER roster_log_update AFTER UPDATE ON roster
WHEN json_object('id', OLD.id, 'dataset_id', OLD.dataset_id, 'treaty_id', OLD.treaty_id, 'statement_id', OLD.statement_id, 'on_text', OLD.on_text, 'on_edtf', OLD.on_edtf, 'on_earliest', OLD.on_earliest, 'on_latest', OLD.on_latest, 'body', OLD.body, 'complete', OLD.complete, 'rank', OLD.rank, 'note', OLD.note) <> json_object('id', NEW.id, 'dataset_id', NEW.dataset_id, 'treaty_id', NEW.treaty_id, 'statement_id', NEW.statement_id, 'on_text', NEW.on_text, 'on_edtf', NEW.on_edtf, 'on_earliest', NEW.on_earliest, 'on_latest', NEW.on_latest, 'body', NEW.body, 'complete', NEW.complete, 'rank', NEW.rank, 'note', NEW.note)
BEGIN
INSERT INTO revision (id, opened_at, closed_at)
SELECT (SELECT COALESCE(MAX(id), 0) + 1 FROM revision), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), strftime('%Y-%m-%dT%H:%M:%fZ', 'now')
WHERE NOT EXISTS (SELECT 1 FROM revision WHERE closed_at IS NULL) AND NOT EXISTS (
SELECT 1 FROM revision WHERE id = (SELECT MAX(id) FROM revision)
AND author IS NULL AND hash IS NULL AND opened_at = strftime('%Y-%m-%dT%H:%M:%fZ', 'now'));
INSERT INTO change (revision_id, table_name, row_id, operation, old, new) VALUES (
COALESCE((SELECT id FROM revision WHERE closed_at IS NULL), (SELECT MAX(id) FROM revision)),
'roster', NEW.id, 'update', json_object('id', OLD.id, 'dataset_id', OLD.dataset_id, 'treaty_id', OLD.treaty_id, 'statement_id', OLD.statement_id, 'on_text', OLD.on_text, 'on_edtf', OLD.on_edtf, 'on_earliest', OLD.on_earliest, 'on_latest', OLD.on_latest, 'body', OLD.body, 'complete', OLD.complete, 'rank', OLD.rank, 'note', OLD.note), json_object('id', NEW.id, 'dataset_id', NEW.dataset_id, 'treaty_id', NEW.treaty_id, 'statement_id', NEW.statement_id, 'on_text', NEW.on_text, 'on_edtf', NEW.on_edtf, 'on_earliest', NEW.on_earliest, 'on_latest', NEW.on_latest, 'body', NEW.body, 'complete', NEW.complete, 'rank', NEW.rank, 'note', NEW.note));
END

-- trigger signatory_guard_delete__citation__signatory_id
CREATE TRIGGER signatory_guard_delete__citation__signatory_id BEFORE DELETE ON signatory
WHEN EXISTS (SELECT 1 FROM citation AS t WHERE t.signatory_id = OLD.id)
BEGIN SELECT RAISE(ABORT, 'FOREIGN KEY constraint failed: citation.signatory_id'); END

-- trigger state_guard_delete__act__state_id
CREATE TRIGGER state_guard_delete__act__state_id BEFORE DELETE ON state
WHEN EXISTS (SELECT 1 FROM act AS t WHERE t.state_id = OLD.id)
BEGIN SELECT RAISE(ABORT, 'FOREIGN KEY constraint failed: act.state_id'); END

-- trigger state_guard_delete__citation__state_id
CREATE TRIGGER state_guard_delete__citation__state_id BEFORE DELETE ON state
WHEN EXISTS (SELECT 1 FROM citation AS t WHERE t.state_id = OLD.id)
BEGIN SELECT RAISE(ABORT, 'FOREIGN KEY constraint failed: citation.state_id'); END

-- trigger state_guard_delete__roster_entry__state_id
CREATE TRIGGER state_guard_delete__roster_entry__state_id BEFORE DELETE ON state
WHEN EXISTS (SELECT 1 FROM roster_entry AS t WHERE t.state_id = OLD.id)
BEGIN SELECT RAISE(ABORT, 'FOREIGN KEY constraint failed: roster_entry.state_id'); END

-- trigger state_guard_delete__tenure__state_id
CREATE TRIGGER state_guard_delete__tenure__state_id BEFORE DELETE ON state
WHEN EXISTS (SELECT 1 FROM tenure AS t WHERE t.state_id = OLD.id)
BEGIN SELECT RAISE(ABORT, 'FOREIGN KEY constraint failed: tenure.state_id'); END

-- trigger state_name_guard_delete__citation__state_name_id
CREATE TRIGGER state_name_guard_delete__citation__state_name_id BEFORE DELETE ON state_name
WHEN EXISTS (SELECT 1 FROM citation AS t WHERE t.state_name_id = OLD.id)
BEGIN SELECT RAISE(ABORT, 'FOREIGN KEY constraint failed: citation.state_name_id'); END

-- trigger state_succession_guard_delete__citation__state_succession_id
CREATE TRIGGER state_succession_guard_delete__citation__state_succession_id BEFORE DELETE ON state_succession
WHEN EXISTS (SELECT 1 FROM citation AS t WHERE t.state_succession_id = OLD.id)
BEGIN SELECT RAISE(ABORT, 'FOREIGN KEY constraint failed: citation.state_succession_id'); END

-- trigger statement_extent_insert
CREATE TRIGGER statement_extent_insert BEFORE INSERT ON statement
WHEN NEW.end_char > (SELECT length(d.text) FROM document AS d WHERE d.id = NEW.document_id)
BEGIN SELECT RAISE(ABORT, 'the statement reaches beyond the text of its document'); END

-- trigger statement_extent_update
CREATE TRIGGER statement_extent_update BEFORE UPDATE ON statement
WHEN NEW.end_char > (SELECT length(d.text) FROM document AS d WHERE d.id = NEW.document_id)
BEGIN SELECT RAISE(ABORT, 'the statement reaches beyond the text of its document'); END

-- trigger statement_guard_delete__citation__statement_id
CREATE TRIGGER statement_guard_delete__citation__statement_id BEFORE DELETE ON statement
WHEN EXISTS (SELECT 1 FROM citation AS t WHERE t.statement_id = OLD.id)
BEGIN SELECT RAISE(ABORT, 'FOREIGN KEY constraint failed: citation.statement_id'); END

-- trigger statement_guard_delete__roster__statement_id
CREATE TRIGGER statement_guard_delete__roster__statement_id BEFORE DELETE ON statement
WHEN EXISTS (SELECT 1 FROM roster AS t WHERE t.statement_id = OLD.id)
BEGIN SELECT RAISE(ABORT, 'FOREIGN KEY constraint failed: roster.statement_id'); END

-- trigger tenure_guard_delete__citation__tenure_id
CREATE TRIGGER tenure_guard_delete__citation__tenure_id BEFORE DELETE ON tenure
WHEN EXISTS (SELECT 1 FROM citation AS t WHERE t.tenure_id = OLD.id)
BEGIN SELECT RAISE(ABORT, 'FOREIGN KEY constraint failed: citation.tenure_id'); END

-- trigger tenure_guard_id
CREATE TRIGGER tenure_guard_id AFTER INSERT ON tenure WHEN NEW.id < 1
BEGIN SELECT RAISE(ABORT, 'CHECK constraint failed: tenure.id is positive'); END

-- trigger tenure_guard_insert
CREATE TRIGGER tenure_guard_insert BEFORE INSERT ON tenure
BEGIN
SELECT RAISE(ABORT, 'UNIQUE constraint failed: tenure.id') WHERE EXISTS (SELECT 1 FROM tenure AS t WHERE t.id = NEW.id);
SELECT RAISE(ABORT, 'FOREIGN KEY constraint failed: tenure.dataset_id') WHERE NEW.dataset_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM dataset AS t WHERE t.id = NEW.dataset_id);
SELECT RAISE(ABORT, 'FOREIGN KEY constraint failed: tenure.person_id') WHERE NEW.person_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM person AS t WHERE t.id = NEW.person_id);
SELECT RAISE(ABORT, 'FOREIGN KEY constraint failed: tenure.state_id') WHERE NEW.state_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM state AS t WHERE t.id = NEW.state_id);
END

-- trigger tenure_guard_update
CREATE TRIGGER tenure_guard_update BEFORE UPDATE ON tenure
BEGIN
SELECT RAISE(ABORT, 'UNIQUE constraint failed: tenure.id is never changed') WHERE NEW.id IS NOT OLD.id;
SELECT RAISE(ABORT, 'FOREIGN KEY constraint failed: tenure.dataset_id') WHERE NEW.dataset_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM dataset AS t WHERE t.id = NEW.dataset_id);
SELECT RAISE(ABORT, 'FOREIGN KEY constraint failed: tenure.person_id') WHERE NEW.person_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM person AS t WHERE t.id = NEW.person_id);
SELECT RAISE(ABORT, 'FOREIGN KEY constraint failed: tenure.state_id') WHERE NEW.state_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM state AS t WHERE t.id = NEW.state_id);
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
'tenure', OLD.id, 'delete', json_object('id', OLD.id, 'dataset_id', OLD.dataset_id, 'person_id', OLD.person_id, 'state_id', OLD.state_id, 'office', OLD.office, 'acting', OLD.acting, 'accredited_to', OLD.accredited_to, 'title', OLD.title, 'valid', OLD.valid, 'start_earliest', OLD.start_earliest, 'start_latest', OLD.start_latest, 'end_earliest', OLD.end_earliest, 'end_latest', OLD.end_latest, 'rank', OLD.rank, 'note', OLD.note), NULL);
END

-- trigger tenure_log_insert
CREATE TRIGGER tenure_log_insert AFTER INSERT ON tenure
BEGIN
INSERT INTO revision (id, opened_at, closed_at)
SELECT (SELECT COALESCE(MAX(id), 0) + 1 FROM revision), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), strftime('%Y-%m-%dT%H:%M:%fZ', 'now')
WHERE NOT EXISTS (SELECT 1 FROM revision WHERE closed_at IS NULL) AND NOT EXISTS (
SELECT 1 FROM revision WHERE id = (SELECT MAX(id) FROM revision)
AND author IS NULL AND hash IS NULL AND opened_at = strftime('%Y-%m-%dT%H:%M:%fZ', 'now'));
INSERT INTO change (revision_id, table_name, row_id, operation, old, new) VALUES (
COALESCE((SELECT id FROM revision WHERE closed_at IS NULL), (SELECT MAX(id) FROM revision)),
'tenure', NEW.id, 'insert', NULL, json_object('id', NEW.id, 'dataset_id', NEW.dataset_id, 'person_id', NEW.person_id, 'state_id', NEW.state_id, 'office', NEW.office, 'acting', NEW.acting, 'accredited_to', NEW.accredited_to, 'title', NEW.title, 'valid', NEW.valid, 'start_earliest', NEW.start_earliest, 'start_latest', NEW.start_latest, 'end_earliest', NEW.end_earliest, 'end_latest', NEW.end_latest, 'rank', NEW.rank, 'note', NEW.note));
END

-- trigger tenure_log_update
CREATE TRIGGER tenure_log_update AFTER UPDATE ON tenure
WHEN json_object('id', OLD.id, 'dataset_id', OLD.dataset_id, 'person_id', OLD.person_id, 'state_id', OLD.state_id, 'office', OLD.office, 'acting', OLD.acting, 'accredited_to', OLD.accredited_to, 'title', OLD.title, 'valid', OLD.valid, 'start_earliest', OLD.start_earliest, 'start_latest', OLD.start_latest, 'end_earliest', OLD.end_earliest, 'end_latest', OLD.end_latest, 'rank', OLD.rank, 'note', OLD.note) <> json_object('id', NEW.id, 'dataset_id', NEW.dataset_id, 'person_id', NEW.person_id, 'state_id', NEW.state_id, 'office', NEW.office, 'acting', NEW.acting, 'accredited_to', NEW.accredited_to, 'title', NEW.title, 'valid', NEW.valid, 'start_earliest', NEW.start_earliest, 'start_latest', NEW.start_latest, 'end_earliest', NEW.end_earliest, 'end_latest', NEW.end_latest, 'rank', NEW.rank, 'note', NEW.note)
BEGIN
INSERT INTO revision (id, opened_at, closed_at)
SELECT (SELECT COALESCE(MAX(id), 0) + 1 FROM revision), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), strftime('%Y-%m-%dT%H:%M:%fZ', 'now')
WHERE NOT EXISTS (SELECT 1 FROM revision WHERE closed_at IS NULL) AND NOT EXISTS (
SELECT 1 FROM revision WHERE id = (SELECT MAX(id) FROM revision)
AND author IS NULL AND hash IS NULL AND opened_at = strftime('%Y-%m-%dT%H:%M:%fZ', 'now'));
INSERT INTO change (revision_id, table_name, row_id, operation, old, new) VALUES (
COALESCE((SELECT id FROM revision WHERE closed_at IS NULL), (SELECT MAX(id) FROM revision)),
'tenure', NEW.id, 'update', json_object('id', OLD.id, 'dataset_id', OLD.dataset_id, 'person_id', OLD.person_id, 'state_id', OLD.state_id, 'office', OLD.office, 'acting', OLD.acting, 'accredited_to', OLD.accredited_to, 'title', OLD.title, 'valid', OLD.valid, 'start_earliest', OLD.start_earliest, 'start_latest', OLD.start_latest, 'end_earliest', OLD.end_earliest, 'end_latest', OLD.end_latest, 'rank', OLD.rank, 'note', OLD.note), json_object('id', NEW.id, 'dataset_id', NEW.dataset_id, 'person_id', NEW.person_id, 'state_id', NEW.state_id, 'office', NEW.office, 'acting', NEW.acting, 'accredited_to', NEW.accredited_to, 'title', NEW.title, 'valid', NEW.valid, 'start_earliest', NEW.start_earliest, 'start_latest', NEW.start_latest, 'end_earliest', NEW.end_earliest, 'end_latest', NEW.end_latest, 'rank', NEW.rank, 'note', NEW.note));
END

-- trigger treaty_guard_delete__act__treaty_id
CREATE TRIGGER treaty_guard_delete__act__treaty_id BEFORE DELETE ON treaty
WHEN EXISTS (SELECT 1 FROM act AS t WHERE t.treaty_id = OLD.id)
BEGIN SELECT RAISE(ABORT, 'FOREIGN KEY constraint failed: act.treaty_id'); END

-- trigger treaty_guard_delete__citation__treaty_id
CREATE TRIGGER treaty_guard_delete__citation__treaty_id BEFORE DELETE ON treaty
WHEN EXISTS (SELECT 1 FROM citation AS t WHERE t.treaty_id = OLD.id)
BEGIN SELECT RAISE(ABORT, 'FOREIGN KEY constraint failed: citation.treaty_id'); END

-- trigger treaty_guard_delete__roster__treaty_id
CREATE TRIGGER treaty_guard_delete__roster__treaty_id BEFORE DELETE ON treaty
WHEN EXISTS (SELECT 1 FROM roster AS t WHERE t.treaty_id = OLD.id)
BEGIN SELECT RAISE(ABORT, 'FOREIGN KEY constraint failed: roster.treaty_id'); END
