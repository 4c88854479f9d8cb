-- The rosters, each with the number of States on it.
SELECT r.roster, r.dataset, r.treaty, r."on", r.on_earliest, r.on_latest, r.body, r.complete, r.rank,
  COUNT(r.entry) AS states, r.statement, r.note
FROM rosters AS r
WHERE (CAST(:dataset AS TEXT) IS NULL OR r.dataset = :dataset)
  AND (CAST(:treaty AS TEXT) IS NULL OR r.treaty = :treaty)
  AND (CAST(:state AS TEXT) IS NULL
    OR EXISTS (SELECT 1 FROM rosters AS e WHERE e.roster = r.roster AND e.state = :state))
GROUP BY r.roster, r.dataset, r.treaty, r."on", r.on_earliest, r.on_latest, r.body, r.complete, r.rank, r.statement, r.note
ORDER BY r.on_earliest, r.roster
