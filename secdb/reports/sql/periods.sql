-- The membership periods under :treaty, State by State.
SELECT m.state, m.state_name AS name, m.status, m.start_earliest, m.start_latest, m.end_earliest, m.end_latest,
  m.opened_by, m.closed_by, m.origin, m.opened_by_act, m.closed_by_act
FROM memberships AS m
WHERE m.dataset = :dataset AND m.treaty = :treaty
ORDER BY m.state_name, m.state, m.seq
