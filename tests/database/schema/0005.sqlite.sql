-- view act_effects
CREATE VIEW act_effects AS
SELECT e.kind, e.status, e.level, e.resets FROM act_effect AS e

-- view acts
CREATE VIEW acts AS
SELECT a.id AS act, d.code AS dataset, t.code AS treaty, s.code AS state,
(SELECT v.state_name FROM states AS v WHERE v.state = s.code) AS state_name,
a.kind, a.date_text, a.date_edtf AS date, a.date_earliest, a.date_latest,
a.effect_edtf AS effect, a.effect_earliest, a.effect_latest,
a.organ, p.code AS signer, a.signer_capacity, a.rank, a.contests_id AS contests,
CASE WHEN EXISTS (SELECT 1 FROM standing_act AS z WHERE z.act_id = a.id) THEN 1 ELSE 0 END AS stands, a.note
FROM act AS a
JOIN dataset AS d ON d.id = a.dataset_id
JOIN treaty AS t ON t.id = a.treaty_id
LEFT JOIN state AS s ON s.id = a.state_id
LEFT JOIN person AS p ON p.id = a.signer_id

-- view changes
CREATE VIEW changes AS
SELECT c.id AS change, c.revision_id AS revision, c.table_name, c.row_id, c.operation, c.old, c.new FROM change AS c

-- view citations
CREATE VIEW citations AS
SELECT c.id AS citation,
CASE WHEN c.act_id IS NOT NULL THEN 'act' WHEN c.roster_id IS NOT NULL THEN 'roster'
WHEN c.roster_entry_id IS NOT NULL THEN 'roster_entry' WHEN c.signatory_id IS NOT NULL THEN 'signatory'
WHEN c.tenure_id IS NOT NULL THEN 'tenure' WHEN c.statement_id IS NOT NULL THEN 'statement'
WHEN c.treaty_id IS NOT NULL THEN 'treaty' WHEN c.state_id IS NOT NULL THEN 'state'
WHEN c.state_name_id IS NOT NULL THEN 'state_name' ELSE 'state_succession' END AS record,
COALESCE(c.act_id, c.roster_id, c.roster_entry_id, c.signatory_id, c.tenure_id, c.statement_id, c.treaty_id, c.state_id,
c.state_name_id, c.state_succession_id) AS record_id,
d.code AS document, d.title, d.url, d.retrieved_on, c.locator, c.quotation, c.start_char, c.end_char, c.note,
c.act_id AS act, c.roster_id AS roster, c.roster_entry_id AS roster_entry, c.signatory_id AS signatory,
c.tenure_id AS tenure, s.code AS statement, t.code AS treaty, z.code AS state,
c.state_name_id AS state_name, c.state_succession_id AS state_succession
FROM citation AS c
JOIN document AS d ON d.id = c.document_id
LEFT JOIN statement AS s ON s.id = c.statement_id
LEFT JOIN treaty AS t ON t.id = c.treaty_id
LEFT JOIN state AS z ON z.id = c.state_id

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

-- view datasets
CREATE VIEW datasets AS
SELECT d.code AS dataset, d.title, d.authority, d.licence, d.covers_from, d.covers_to, d.url, d.note FROM dataset AS d

-- view documents
CREATE VIEW documents AS
SELECT d.code AS document, d.kind, d.title, d.date_text, d.date_edtf AS date, d.date_earliest, d.date_latest,
(SELECT group_concat(y.symbol, '; ') FROM (
SELECT x.symbol FROM document_symbol AS x WHERE x.document_id = d.id ORDER BY x.position) AS y) AS symbols,
d.language, d.publisher, d.url, d.retrieved_on, d.sha256, length(d.text) AS characters, d.text, d.note
FROM document AS d

-- view heads_of_state
CREATE VIEW heads_of_state AS
SELECT * FROM tenures WHERE office = 'head_of_state'

-- view membership_changes
CREATE VIEW membership_changes AS
SELECT m.dataset, m.treaty, m.state, m.state_name, 'began' AS change, m.status,
m.start_earliest AS earliest, m.start_latest AS latest, m.opened_by AS caused_by, m.opened_by_act AS act
FROM memberships AS m
UNION ALL
SELECT m.dataset, m.treaty, m.state, m.state_name, 'ended', m.status,
m.end_earliest, m.end_latest, m.closed_by, m.closed_by_act
FROM memberships AS m WHERE m.end_earliest IS NOT NULL

-- view memberships
CREATE VIEW memberships AS
SELECT d.code AS dataset, t.code AS treaty, s.code AS state,
(SELECT v.state_name FROM states AS v WHERE v.state = s.code) AS state_name,
m.status, m.start_earliest, m.start_latest, m.end_earliest, m.end_latest,
m.opened_by, m.closed_by, m.origin, m.seq, m.opened_by_act_id AS opened_by_act, m.closed_by_act_id AS closed_by_act
FROM membership_period AS m
JOIN dataset AS d ON d.id = m.dataset_id
JOIN treaty AS t ON t.id = m.treaty_id
JOIN state AS s ON s.id = m.state_id

-- view organizations
CREATE VIEW organizations AS
SELECT o.code AS organization, o.name, t.code AS treaty, o.note FROM organization AS o JOIN treaty AS t ON t.id = o.treaty_id

-- view person_names
CREATE VIEW person_names AS
SELECT p.code AS person, n.name, n.language, n.form FROM person_name AS n JOIN person AS p ON p.id = n.person_id

-- view persons
CREATE VIEW persons AS
SELECT p.code AS person, p.name,
(SELECT group_concat(y.name, '; ') FROM (
SELECT n.name FROM person_name AS n WHERE n.person_id = p.id ORDER BY n.language, n.name) AS y) AS names, p.note
FROM person AS p

-- view representatives
CREATE VIEW representatives AS
SELECT * FROM tenures
WHERE office IN ('permanent_representative', 'deputy_permanent_representative', 'permanent_observer', 'charge_daffaires')

-- view revisions
CREATE VIEW revisions AS
SELECT r.id AS revision, r.author, r.message, r.program, r.opened_at, r.closed_at,
(SELECT COUNT(*) FROM change AS c WHERE c.revision_id = r.id) AS changes,
CASE WHEN r.author IS NULL THEN 1 ELSE 0 END AS outside, r.previous_hash, r.hash
FROM revision AS r

-- view rosters
CREATE VIEW rosters AS
SELECT r.id AS roster, d.code AS dataset, t.code AS treaty, x.code AS statement, r.body, r.on_text, r.on_edtf AS "on",
r.on_earliest, r.on_latest, r.complete, r.rank, s.code AS state,
(SELECT v.state_name FROM states AS v WHERE v.state = s.code) AS state_name, e.position, e.as_printed, e.id AS entry, r.note
FROM roster AS r
JOIN dataset AS d ON d.id = r.dataset_id
JOIN treaty AS t ON t.id = r.treaty_id
LEFT JOIN statement AS x ON x.id = r.statement_id
LEFT JOIN roster_entry AS e ON e.roster_id = r.id
LEFT JOIN state AS s ON s.id = e.state_id

-- view signatories
CREATE VIEW signatories AS
SELECT t.code AS statement, x.position, s.code AS state,
(SELECT v.state_name FROM states AS v WHERE v.state = s.code) AS state_name,
p.code AS person, COALESCE(p.name, x.as_printed) AS person_name, x.as_printed, x.capacity, x.acting, x.accredited_to,
x.mode, x.joined_on, x.withdrew_on, t.date_edtf AS date, t.date_earliest, t.date_latest, x.id AS signatory, x.note
FROM signatory AS x
JOIN statement AS t ON t.id = x.statement_id
JOIN state AS s ON s.id = x.state_id
LEFT JOIN person AS p ON p.id = x.person_id

-- view state_codes
CREATE VIEW state_codes AS
SELECT s.code AS state, c.scheme, c.code, c.valid, c.start_earliest, c.start_latest, c.end_earliest, c.end_latest
FROM state_code AS c JOIN state AS s ON s.id = c.state_id

-- view state_names
CREATE VIEW state_names AS
SELECT s.code AS state, n.name, n.language, n.form, n.valid,
n.start_earliest, n.start_latest, n.end_earliest, n.end_latest, n.id
FROM state_name AS n JOIN state AS s ON s.id = n.state_id

-- view state_successions
CREATE VIEW state_successions AS
SELECT p.code AS predecessor, s.code AS successor, x.kind, x.date_edtf AS date, x.date_earliest, x.date_latest, x.note, x.id
FROM state_succession AS x JOIN state AS p ON p.id = x.predecessor_id JOIN state AS s ON s.id = x.successor_id

-- view statements
CREATE VIEW statements AS
SELECT s.code AS statement, d.code AS document, s.position, s.kind, s.title, s.date_text, s.date_edtf AS date,
s.date_earliest, s.date_latest, s.place, s.addressee, s.language, s.start_char, s.end_char, s.note
FROM statement AS s JOIN document AS d ON d.id = s.document_id

-- view states
CREATE VIEW states AS
SELECT s.code AS state,
COALESCE((SELECT n.name FROM state_name AS n WHERE n.state_id = s.id AND n.language = 'en' AND n.form = 'short'
ORDER BY n.end_earliest IS NOT NULL, n.end_earliest DESC, n.name LIMIT 1), s.code) AS state_name,
(SELECT n.name FROM state_name AS n WHERE n.state_id = s.id AND n.language = 'en' AND n.form = 'formal'
ORDER BY n.end_earliest IS NOT NULL, n.end_earliest DESC, n.name LIMIT 1) AS formal_name,
s.existence, s.start_earliest, s.start_latest, s.end_earliest, s.end_latest, s.un_admission, s.note
FROM state AS s

-- view tenures
CREATE VIEW tenures AS
SELECT d.code AS dataset, s.code AS state,
(SELECT v.state_name FROM states AS v WHERE v.state = s.code) AS state_name,
p.code AS person, p.name AS person_name, n.office, n.acting, n.accredited_to, n.title,
n.start_earliest, n.start_latest, n.end_earliest, n.end_latest, 'recorded' AS origin,
n.id AS tenure, CAST(NULL AS INTEGER) AS signatory, CAST(NULL AS TEXT) AS statement
FROM tenure AS n
JOIN dataset AS d ON d.id = n.dataset_id
JOIN state AS s ON s.id = n.state_id
JOIN person AS p ON p.id = n.person_id
WHERE n.rank <> 'deprecated'
UNION ALL
SELECT 'register', x.state, x.state_name, x.person, x.person_name, x.capacity, x.acting, x.accredited_to, NULL,
-- held on the day of the statement; since when and until when is not known
NULL, x.date_latest, date(x.date_earliest, '+1 day'), NULL, 'attested',
NULL, x.signatory, x.statement
FROM signatories AS x
WHERE x.capacity IS NOT NULL AND x.mode <> 'named' AND x.date_earliest IS NOT NULL

-- view treaties
CREATE VIEW treaties AS
SELECT t.code AS treaty, t.title, t.signed_edtf AS signed, t.signed_earliest, t.signed_latest, t.signed_at,
t.in_force_edtf AS in_force, t.in_force_earliest, t.in_force_latest, t.term_years,
t.expires_edtf AS expires, t.expires_earliest, t.expires_latest, t.depositary, t.registration, t.note
FROM treaty AS t

-- view treaty_names
CREATE VIEW treaty_names AS
SELECT t.code AS treaty, n.name, n.language, n.form FROM treaty_name AS n JOIN treaty AS t ON t.id = n.treaty_id

-- view treaty_relations
CREATE VIEW treaty_relations AS
SELECT t.code AS treaty, x.kind, r.code AS related
FROM treaty_relation AS x JOIN treaty AS t ON t.id = x.treaty_id JOIN treaty AS r ON r.id = x.related_id
