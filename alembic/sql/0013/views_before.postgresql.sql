CREATE OR REPLACE VIEW acts AS
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
LEFT JOIN person AS p ON p.id = a.signer_id;

CREATE OR REPLACE VIEW memberships AS
SELECT d.code AS dataset, t.code AS treaty, s.code AS state,
  (SELECT v.state_name FROM states AS v WHERE v.state = s.code) AS state_name,
  m.status, m.start_earliest, m.start_latest, m.end_earliest, m.end_latest,
  m.opened_by, m.closed_by, m.origin, m.seq, m.opened_by_act_id AS opened_by_act, m.closed_by_act_id AS closed_by_act
FROM membership_period AS m
JOIN dataset AS d ON d.id = m.dataset_id
JOIN treaty AS t ON t.id = m.treaty_id
JOIN state AS s ON s.id = m.state_id;

CREATE OR REPLACE VIEW membership_changes AS
SELECT m.dataset, m.treaty, m.state, m.state_name, 'began' AS change, m.status,
  m.start_earliest AS earliest, m.start_latest AS latest, m.opened_by AS caused_by, m.opened_by_act AS act
FROM memberships AS m
UNION ALL
SELECT m.dataset, m.treaty, m.state, m.state_name, 'ended', m.status,
  m.end_earliest, m.end_latest, m.closed_by, m.closed_by_act
FROM memberships AS m WHERE m.end_earliest IS NOT NULL;

COMMENT ON VIEW memberships IS 'A spell of one status of one State under one treaty; derived from acts and rosters, never typed.';
