-- All that is recorded of :state: what happened, when, and the record (`record`, `record_id`) whose citations prove it.
SELECT a.date_earliest, a.date_latest, 'act' AS what,
  a.kind || CASE WHEN a.effect IS NULL THEN '' ELSE ', effect ' || a.effect END
    || CASE a.rank WHEN 'normal' THEN '' ELSE ', ' || a.rank END || COALESCE(': ' || a.note, '') AS detail,
  a.treaty, a.dataset, 'act' AS record, a.act AS record_id
FROM acts AS a WHERE a.state = :state AND a.dataset = :dataset AND a.date IS NOT NULL
UNION ALL
SELECT a.effect_earliest, a.effect_latest, 'act',
  a.kind || ' takes effect' || CASE a.rank WHEN 'normal' THEN '' ELSE ', ' || a.rank END || COALESCE(': ' || a.note, ''),
  a.treaty, a.dataset, 'act', a.act
FROM acts AS a WHERE a.state = :state AND a.dataset = :dataset AND a.date IS NULL
UNION ALL
SELECT c.earliest, c.latest, 'period',
  CASE WHEN c.change = 'began' THEN c.status || ' begins by ' || c.caused_by
    WHEN c.caused_by IS NULL THEN c.status || ', end unknown: nothing is known from this day'
    ELSE c.status || ' ends by ' || c.caused_by END,
  c.treaty, c.dataset, 'act', c.act
FROM membership_changes AS c WHERE c.state = :state AND c.dataset = :dataset
UNION ALL
SELECT r.on_earliest, r.on_latest, 'roster', 'listed by ' || COALESCE(r.body, r.treaty), r.treaty, r.dataset, 'roster_entry', r.entry
FROM rosters AS r WHERE r.state = :state AND r.dataset = :dataset
UNION ALL
SELECT n.start_earliest, n.start_latest, 'name',
  n.name || ' (' || n.form || ')' || CASE WHEN n.end_earliest IS NULL THEN '' ELSE ' until ' || n.end_earliest END,
  NULL, NULL, 'state_name', n.id
FROM state_names AS n WHERE n.state = :state AND n.language = 'en' AND n.form <> 'variant'
UNION ALL
SELECT t.start_earliest, t.start_latest, 'tenure',
  t.person_name || ', ' || t.office || CASE WHEN t.end_earliest IS NULL THEN '' ELSE ', until ' || t.end_earliest END,
  NULL, t.dataset, 'tenure', t.tenure
FROM tenures AS t WHERE t.state = :state AND t.dataset = :dataset AND t.origin = 'recorded'
UNION ALL
SELECT x.date_earliest, x.date_latest, 'statement',
  x.mode || COALESCE(' by ' || x.person_name, '') || COALESCE(', ' || x.capacity, '') || ': ' || s.title,
  NULL, NULL, 'signatory', x.signatory
FROM signatories AS x JOIN statements AS s ON s.statement = x.statement WHERE x.state = :state
UNION ALL
SELECT p.date_earliest, p.date_latest, 'succession', p.kind || ': ' || p.successor || ' after ' || p.predecessor,
  NULL, NULL, 'state_succession', p.id
FROM state_successions AS p WHERE p.predecessor = :state OR p.successor = :state
UNION ALL
SELECT s.start_earliest, s.start_latest, 'existence', 'begins', NULL, NULL, 'state', NULL
FROM states AS s WHERE s.state = :state
UNION ALL
SELECT s.end_earliest, s.end_latest, 'existence', 'ends', NULL, NULL, 'state', NULL
FROM states AS s WHERE s.state = :state AND s.end_earliest IS NOT NULL
UNION ALL
SELECT s.un_admission, s.un_admission, 'admission', 'admitted to the United Nations', NULL, NULL, 'state', NULL
FROM states AS s WHERE s.state = :state AND s.un_admission IS NOT NULL
