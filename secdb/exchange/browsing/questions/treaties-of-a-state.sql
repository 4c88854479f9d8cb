-- What was a State under each treaty, and when?
-- Every period of a State, signature and suspension included. An end is the first day on which the period no longer holds; no end = it lasts.
SELECT m.state, m.state_name, m.treaty, t.title, m.status, m.start_earliest, m.start_latest, m.end_earliest,
  m.end_latest, m.opened_by, m.closed_by
FROM memberships AS m
JOIN treaties AS t ON t.treaty = m.treaty
WHERE m.dataset = CASE :dataset WHEN '' THEN 'register' ELSE :dataset END
  AND upper(:state) IN ('', m.state)
ORDER BY m.state, m.treaty, m.seq
