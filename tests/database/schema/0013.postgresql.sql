-- constraint ck_change__operation_known
change CHECK (((operation = 'insert'::text) OR (operation = 'update'::text) OR (operation = 'delete'::text)))

-- view acts
SELECT a.id AS act,
d.code AS dataset,
t.code AS treaty,
s.code AS state,
( SELECT v.state_name
FROM states v
WHERE (v.state = s.code)) AS state_name,
a.kind,
a.date_text,
a.date_edtf AS date,
a.date_earliest,
a.date_latest,
a.effect_edtf AS effect,
a.effect_earliest,
a.effect_latest,
a.organ,
p.code AS signer,
a.signer_capacity,
a.rank,
a.contests_id AS contests,
CASE
WHEN (( SELECT count(*) AS count
FROM standing_act z
WHERE (z.act_id = a.id)) > 0) THEN 1
ELSE 0
END AS stands,
a.note
FROM ((((act a
JOIN dataset d ON ((d.id = a.dataset_id)))
JOIN treaty t ON ((t.id = a.treaty_id)))
LEFT JOIN state s ON ((s.id = a.state_id)))
LEFT JOIN person p ON ((p.id = a.signer_id)));

-- view membership_changes
SELECT m.dataset,
m.treaty,
m.state,
m.state_name,
'began'::text AS change,
m.status,
m.start_earliest AS earliest,
m.start_latest AS latest,
m.opened_by AS caused_by,
m.opened_by_act AS act
FROM memberships m
UNION ALL
SELECT m.dataset,
m.treaty,
m.state,
m.state_name,
'ended'::text AS change,
m.status,
m.end_earliest AS earliest,
m.end_latest AS latest,
m.closed_by AS caused_by,
m.closed_by_act AS act
FROM (memberships m
JOIN dataset d ON ((d.code = m.dataset)))
WHERE ((m.end_earliest IS NOT NULL) AND ((m.end_latest IS NOT NULL) OR (d.covers_to IS NULL) OR (m.end_earliest <= d.covers_to)));

-- view memberships
SELECT d.code AS dataset,
t.code AS treaty,
s.code AS state,
( SELECT v.state_name
FROM states v
WHERE (v.state = s.code)) AS state_name,
m.status,
m.start_earliest,
m.start_latest,
CASE
WHEN ((m.end_latest IS NULL) AND ((m.start_latest IS NULL) OR (m.start_latest <= d.covers_to)) AND ((m.end_earliest IS NULL) OR (m.end_earliest > (d.covers_to + 1)))) THEN (d.covers_to + 1)
ELSE m.end_earliest
END AS end_earliest,
m.end_latest,
m.opened_by,
m.closed_by,
m.origin,
m.seq,
m.opened_by_act_id AS opened_by_act,
m.closed_by_act_id AS closed_by_act
FROM (((membership_period m
JOIN dataset d ON ((d.id = m.dataset_id)))
JOIN treaty t ON ((t.id = m.treaty_id)))
JOIN state s ON ((s.id = m.state_id)));
