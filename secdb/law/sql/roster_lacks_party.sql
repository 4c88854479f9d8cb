-- Complete rosters of :dataset without a State that is certainly a party on every day the roster may speak of.
SELECT r.roster, r.treaty, r.treaty AS judged, r.stated, m.state, m.state_name, 0 AS listed,
  m.start_latest AS since, m.opened_by
FROM (
  SELECT DISTINCT roster, dataset, treaty, "on" AS stated, on_earliest, on_latest
  FROM rosters
  WHERE dataset = :dataset AND complete = 1 AND rank <> 'deprecated'
) AS r
JOIN memberships AS m ON m.dataset = r.dataset AND m.treaty = r.treaty AND m.status = 'party'
  AND m.start_latest <= r.on_earliest AND (m.end_earliest IS NULL OR r.on_latest < m.end_earliest)
WHERE NOT EXISTS (SELECT 1 FROM rosters AS e WHERE e.roster = r.roster AND e.state = m.state) @LIMITS(m)
ORDER BY r.roster, m.state
