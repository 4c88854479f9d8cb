-- table change
CREATE TABLE "change" (
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
CONSTRAINT ck_change__operation_known CHECK (operation = 'insert' OR operation = 'update' OR operation = 'delete'),
CONSTRAINT fk_change__revision_id FOREIGN KEY(revision_id) REFERENCES revision (id)
)
STRICT

-- view acts
CREATE VIEW acts AS
SELECT a.id AS act, d.code AS dataset, t.code AS treaty, s.code AS state,
(SELECT v.state_name FROM states AS v WHERE v.state = s.code) AS state_name,
a.kind, a.date_text, a.date_edtf AS date, a.date_earliest, a.date_latest,
a.effect_edtf AS effect, a.effect_earliest, a.effect_latest,
a.organ, p.code AS signer, a.signer_capacity, a.rank, a.contests_id AS contests,
CASE WHEN (SELECT COUNT(*) FROM standing_act AS z WHERE z.act_id = a.id) > 0 THEN 1 ELSE 0 END AS stands, a.note
FROM act AS a
JOIN dataset AS d ON d.id = a.dataset_id
JOIN treaty AS t ON t.id = a.treaty_id
LEFT JOIN state AS s ON s.id = a.state_id
LEFT JOIN person AS p ON p.id = a.signer_id

-- view membership_changes
CREATE VIEW membership_changes AS
SELECT m.dataset, m.treaty, m.state, m.state_name, 'began' AS change, m.status,
m.start_earliest AS earliest, m.start_latest AS latest, m.opened_by AS caused_by, m.opened_by_act AS act
FROM memberships AS m
UNION ALL
SELECT m.dataset, m.treaty, m.state, m.state_name, 'ended', m.status,
m.end_earliest, m.end_latest, m.closed_by, m.closed_by_act
FROM memberships AS m JOIN dataset AS d ON d.code = m.dataset
WHERE m.end_earliest IS NOT NULL
-- that nothing is said of later days is no change
AND (m.end_latest IS NOT NULL OR d.covers_to IS NULL OR m.end_earliest <= d.covers_to)

-- view memberships
CREATE VIEW memberships AS
SELECT d.code AS dataset, t.code AS treaty, s.code AS state,
(SELECT v.state_name FROM states AS v WHERE v.state = s.code) AS state_name,
m.status, m.start_earliest, m.start_latest,
-- nothing is said of the days after the last one that the dataset covers: the end is not known from then on; the type is
-- stated, for without it SQLite would read all of membership_changes at every question
CAST(CASE WHEN m.end_latest IS NULL AND (m.start_latest IS NULL OR m.start_latest <= d.covers_to)
AND (m.end_earliest IS NULL OR m.end_earliest > date(d.covers_to, '+1 day'))
THEN date(d.covers_to, '+1 day') ELSE m.end_earliest END AS TEXT) AS end_earliest,
m.end_latest,
m.opened_by, m.closed_by, m.origin, m.seq, m.opened_by_act_id AS opened_by_act, m.closed_by_act_id AS closed_by_act
FROM membership_period AS m
JOIN dataset AS d ON d.id = m.dataset_id
JOIN treaty AS t ON t.id = m.treaty_id
JOIN state AS s ON s.id = m.state_id
