-- table dataset
CREATE TABLE "dataset" (
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
CONSTRAINT ck_dataset__code_lower CHECK (code = lower(code) AND code <> ''),
CONSTRAINT ck_dataset__code_whole CHECK (code NOT GLOB '*[' || char(9, 10, 11, 12, 13, 32, 160) || ']*'),
CONSTRAINT ck_dataset__covers_ordered CHECK (covers_from <= covers_to),
CONSTRAINT ck_dataset__covers_from_day CHECK (covers_from IS date(covers_from, '+0 days') AND covers_from >= '0001-01-01'),
CONSTRAINT ck_dataset__covers_to_day CHECK (covers_to IS date(covers_to, '+0 days') AND covers_to >= '0001-01-01'),
CONSTRAINT uq_dataset__code UNIQUE (code)
)
STRICT

-- table document
CREATE TABLE "document" (
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
CONSTRAINT ck_document__hash_form CHECK (length(sha256) = 64 AND ltrim(sha256, '0123456789abcdef') = ''),
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

-- trigger state_code_one_state_insert
CREATE TRIGGER state_code_one_state_insert AFTER INSERT ON state_code
WHEN EXISTS (
SELECT 1 FROM state_code AS c
WHERE c.scheme = NEW.scheme AND c.code = NEW.code AND c.state_id <> NEW.state_id
AND (c.start_latest IS NOT NULL OR c.start_earliest IS NULL)
AND (NEW.start_latest IS NOT NULL OR NEW.start_earliest IS NULL)
AND (c.start_latest IS NULL OR c.end_earliest IS NULL OR c.start_latest < c.end_earliest)
AND (NEW.start_latest IS NULL OR NEW.end_earliest IS NULL OR NEW.start_latest < NEW.end_earliest)
AND (c.start_latest IS NULL OR NEW.end_earliest IS NULL OR c.start_latest < NEW.end_earliest)
AND (NEW.start_latest IS NULL OR c.end_earliest IS NULL OR NEW.start_latest < c.end_earliest))
BEGIN SELECT RAISE(ABORT, 'the code is another State''s on the same days'); END

-- trigger state_code_one_state_update
CREATE TRIGGER state_code_one_state_update AFTER UPDATE ON state_code
WHEN EXISTS (
SELECT 1 FROM state_code AS c
WHERE c.scheme = NEW.scheme AND c.code = NEW.code AND c.state_id <> NEW.state_id
AND (c.start_latest IS NOT NULL OR c.start_earliest IS NULL)
AND (NEW.start_latest IS NOT NULL OR NEW.start_earliest IS NULL)
AND (c.start_latest IS NULL OR c.end_earliest IS NULL OR c.start_latest < c.end_earliest)
AND (NEW.start_latest IS NULL OR NEW.end_earliest IS NULL OR NEW.start_latest < NEW.end_earliest)
AND (c.start_latest IS NULL OR NEW.end_earliest IS NULL OR c.start_latest < NEW.end_earliest)
AND (NEW.start_latest IS NULL OR c.end_earliest IS NULL OR NEW.start_latest < c.end_earliest))
BEGIN SELECT RAISE(ABORT, 'the code is another State''s on the same days'); END

-- view current_members
CREATE VIEW current_members AS
SELECT m.dataset, m.treaty, m.state, m.state_name,
CASE WHEN m.start_latest <= date('now') AND (m.end_earliest IS NULL OR date('now') < m.end_earliest) THEN 'member'
ELSE 'possible' END AS standing,
m.start_earliest AS since_earliest, m.start_latest AS since_latest, m.opened_by
FROM memberships AS m
WHERE m.status = 'party'
AND (m.start_earliest IS NULL OR m.start_earliest <= date('now'))
AND (m.end_latest IS NULL OR date('now') < m.end_latest)
AND (m.start_latest IS NOT NULL OR m.start_earliest IS NOT NULL)
AND m.dataset IN (
SELECT d.code FROM dataset AS d
WHERE (d.covers_from IS NULL OR d.covers_from <= date('now')) AND (d.covers_to IS NULL OR date('now') <= d.covers_to))
