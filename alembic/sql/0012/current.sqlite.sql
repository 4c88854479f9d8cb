DROP VIEW current_members;

-- Parties today, certain and possible; none of a dataset that does not cover today, for it has no data.
CREATE VIEW current_members AS
SELECT m.dataset, m.treaty, m.state, m.state_name,
  CASE WHEN m.start_latest <= @TODAY AND (m.end_earliest IS NULL OR @TODAY < m.end_earliest) THEN 'member'
    ELSE 'possible' END AS standing,
  m.start_earliest AS since_earliest, m.start_latest AS since_latest, m.opened_by
FROM memberships AS m
WHERE m.status = 'party'
  AND (m.start_earliest IS NULL OR m.start_earliest <= @TODAY)
  AND (m.end_latest IS NULL OR @TODAY < m.end_latest)
  AND (m.start_latest IS NOT NULL OR m.start_earliest IS NOT NULL)
  AND m.dataset IN (
    SELECT d.code FROM dataset AS d
    WHERE (d.covers_from IS NULL OR d.covers_from <= @TODAY) AND (d.covers_to IS NULL OR @TODAY <= d.covers_to));
