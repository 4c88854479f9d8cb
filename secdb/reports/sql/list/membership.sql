-- The membership periods, derived from acts and rosters.
SELECT m.dataset, m.treaty, m.state, m.state_name AS name, m.seq, m.status,
  m.start_earliest AS since_earliest, m.start_latest AS since_latest,
  m.end_earliest AS until_earliest, m.end_latest AS until_latest,
  m.opened_by, m.closed_by, m.origin, m.opened_by_act, m.closed_by_act
FROM memberships AS m
WHERE m.dataset = :dataset
  AND (CAST(:treaty AS TEXT) IS NULL OR m.treaty = :treaty)
  AND (CAST(:state AS TEXT) IS NULL OR m.state = :state)
ORDER BY m.treaty, m.state, m.seq
