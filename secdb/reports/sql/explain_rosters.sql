-- The rosters of :treaty and of the treaties that require it: is :state on them?
SELECT r.roster, r.treaty, r.body, r."on", r.on_earliest, r.on_latest, r.complete, r.rank, r.statement,
  MAX(CASE WHEN r.state = :state THEN 1 ELSE 0 END) AS listed,
  MAX(CASE WHEN r.state = :state THEN r.entry END) AS entry
FROM rosters AS r
WHERE r.dataset = :dataset AND (r.treaty = :treaty OR r.treaty IN (
  SELECT q.treaty FROM treaty_relations AS q WHERE q.related = :treaty AND q.kind = 'requires'))
GROUP BY r.roster, r.treaty, r.body, r."on", r.on_earliest, r.on_latest, r.complete, r.rank, r.statement
ORDER BY r.on_earliest, r.roster
