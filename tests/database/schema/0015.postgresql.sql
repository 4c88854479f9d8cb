-- view standing_act
SELECT a.id AS act_id,
a.dataset_id,
a.treaty_id,
a.state_id,
a.kind,
e.status,
e.level,
e.resets,
CASE
WHEN ((a.contests_id IS NULL) AND (NOT (EXISTS ( SELECT 1
FROM act o
WHERE (o.contests_id = a.id))))) THEN COALESCE(
CASE
WHEN (a.effect_edtf IS NULL) THEN a.date_earliest
ELSE a.effect_earliest
END, '-infinity'::date)
ELSE ( SELECT min(COALESCE(
CASE
WHEN (c.effect_edtf IS NULL) THEN c.date_earliest
ELSE c.effect_earliest
END, '-infinity'::date)) AS min
FROM (act c
JOIN act_effect f ON ((f.kind = c.kind)))
WHERE (((c.id = COALESCE(a.contests_id, a.id)) OR (c.contests_id = COALESCE(a.contests_id, a.id))) AND (c.rank = a.rank) AND (f.status = e.status)))
END AS earliest,
CASE
WHEN ((a.contests_id IS NULL) AND (NOT (EXISTS ( SELECT 1
FROM act o
WHERE (o.contests_id = a.id))))) THEN COALESCE(
CASE
WHEN (a.effect_edtf IS NULL) THEN a.date_latest
ELSE a.effect_latest
END, 'infinity'::date)
ELSE ( SELECT max(COALESCE(
CASE
WHEN (c.effect_edtf IS NULL) THEN c.date_latest
ELSE c.effect_latest
END, 'infinity'::date)) AS max
FROM (act c
JOIN act_effect f ON ((f.kind = c.kind)))
WHERE (((c.id = COALESCE(a.contests_id, a.id)) OR (c.contests_id = COALESCE(a.contests_id, a.id))) AND (c.rank = a.rank) AND (f.status = e.status)))
END AS latest
FROM (act a
JOIN act_effect e ON ((e.kind = a.kind)))
WHERE ((e.status IS NOT NULL) AND (a.rank <> 'deprecated'::text) AND ((a.rank = 'preferred'::text) OR ((a.contests_id IS NULL) AND (NOT (EXISTS ( SELECT 1
FROM act o
WHERE (o.contests_id = a.id))))) OR (NOT (EXISTS ( SELECT 1
FROM act b
WHERE (((b.id = COALESCE(a.contests_id, a.id)) OR (b.contests_id = COALESCE(a.contests_id, a.id))) AND (b.rank = 'preferred'::text)))))));
