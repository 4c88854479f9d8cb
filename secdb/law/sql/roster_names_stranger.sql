-- States on rosters of :dataset that are parties on no day the roster may speak of; those suspended are members still.
-- A roster of a treaty that requires another says it of that one too.
WITH listed AS (
  SELECT r.roster, r.treaty AS roster_treaty, r.treaty, r.dataset, r."on" AS stated, r.on_earliest, r.on_latest,
    r.state, r.state_name
  FROM rosters AS r
  WHERE r.dataset = :dataset AND r.rank <> 'deprecated' AND r.state IS NOT NULL
  UNION ALL
  SELECT r.roster, r.treaty, q.related, r.dataset, r."on", r.on_earliest, r.on_latest, r.state, r.state_name
  FROM rosters AS r JOIN treaty_relations AS q ON q.treaty = r.treaty AND q.kind = 'requires'
  WHERE r.dataset = :dataset AND r.rank <> 'deprecated' AND r.state IS NOT NULL
)
SELECT l.roster, l.roster_treaty AS treaty, l.treaty AS judged, l.stated, l.state, l.state_name, 1 AS listed,
  NULL AS since, NULL AS opened_by
FROM listed AS l
WHERE NOT EXISTS (
  SELECT 1 FROM memberships AS m
  WHERE m.dataset = l.dataset AND m.treaty = l.treaty AND m.state = l.state AND m.status IN ('party', 'suspended')
    AND (m.start_earliest IS NULL OR l.on_latest IS NULL OR m.start_earliest <= l.on_latest)
    AND (m.end_latest IS NULL OR l.on_earliest IS NULL OR l.on_earliest < m.end_latest)) @LIMITS(l)
ORDER BY l.roster, l.treaty, l.state
