DROP VIEW current_members;

-- The view as revision 0005 made it.
CREATE VIEW current_members AS
SELECT m.dataset, m.treaty, m.state, m.state_name,
  CASE WHEN m.start_latest <= @TODAY AND (m.end_earliest IS NULL OR @TODAY < m.end_earliest) THEN 'member'
    ELSE 'possible' END AS standing,
  m.start_earliest AS since_earliest, m.start_latest AS since_latest, m.opened_by
FROM memberships AS m
WHERE m.status = 'party'
  AND (m.start_earliest IS NULL OR m.start_earliest <= @TODAY)
  AND (m.end_latest IS NULL OR @TODAY < m.end_latest)
  AND (m.start_latest IS NOT NULL OR m.start_earliest IS NOT NULL);
