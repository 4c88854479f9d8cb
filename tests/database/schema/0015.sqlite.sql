-- view standing_act
CREATE VIEW standing_act AS
SELECT a.id AS act_id, a.dataset_id, a.treaty_id, a.state_id, a.kind, e.status, e.level, e.resets,
CASE WHEN a.contests_id IS NULL AND NOT EXISTS (SELECT 1 FROM act AS o WHERE o.contests_id = a.id)
THEN COALESCE(CASE WHEN a.effect_edtf IS NULL THEN a.date_earliest ELSE a.effect_earliest END, '')
ELSE (
SELECT MIN(COALESCE(CASE WHEN c.effect_edtf IS NULL THEN c.date_earliest ELSE c.effect_earliest END, ''))
FROM act AS c JOIN act_effect AS f ON f.kind = c.kind
WHERE (c.id = COALESCE(a.contests_id, a.id) OR c.contests_id = COALESCE(a.contests_id, a.id))
AND c.rank = a.rank AND f.status = e.status) END AS earliest,
CASE WHEN a.contests_id IS NULL AND NOT EXISTS (SELECT 1 FROM act AS o WHERE o.contests_id = a.id)
THEN COALESCE(CASE WHEN a.effect_edtf IS NULL THEN a.date_latest ELSE a.effect_latest END, '~')
ELSE (
SELECT MAX(COALESCE(CASE WHEN c.effect_edtf IS NULL THEN c.date_latest ELSE c.effect_latest END, '~'))
FROM act AS c JOIN act_effect AS f ON f.kind = c.kind
WHERE (c.id = COALESCE(a.contests_id, a.id) OR c.contests_id = COALESCE(a.contests_id, a.id))
AND c.rank = a.rank AND f.status = e.status) END AS latest
FROM act AS a
JOIN act_effect AS e ON e.kind = a.kind
WHERE e.status IS NOT NULL
AND a.rank <> 'deprecated'
AND (a.rank = 'preferred'
OR (a.contests_id IS NULL AND NOT EXISTS (SELECT 1 FROM act AS o WHERE o.contests_id = a.id))
OR NOT EXISTS (
SELECT 1 FROM act AS b
WHERE (b.id = COALESCE(a.contests_id, a.id) OR b.contests_id = COALESCE(a.contests_id, a.id))
AND b.rank = 'preferred'))
