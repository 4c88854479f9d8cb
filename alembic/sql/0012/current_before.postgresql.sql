-- The view as revision 0005 made it.
CREATE OR REPLACE VIEW current_members AS
SELECT m.dataset, m.treaty, m.state, m.state_name,
  CASE WHEN m.start_latest <= @TODAY AND (m.end_earliest IS NULL OR @TODAY < m.end_earliest) THEN 'member'
    ELSE 'possible' END AS standing,
  m.start_earliest AS since_earliest, m.start_latest AS since_latest, m.opened_by
FROM memberships AS m
WHERE m.status = 'party'
  AND (m.start_earliest IS NULL OR m.start_earliest <= @TODAY)
  AND (m.end_latest IS NULL OR @TODAY < m.end_latest)
  AND (m.start_latest IS NOT NULL OR m.start_earliest IS NOT NULL);

COMMENT ON VIEW current_members IS 'A party today, certain or possible.';
COMMENT ON FUNCTION members_on(text, date, text, text) IS 'The States with a standing under a treaty on a day, as `secdb members`: treaty or organization, day (default: today), dataset (default: register), basis signed, consented or in-force (default). Suspended States are rows too, and never counted. Bounds: since_* inclusive, until_* the first day no longer.';
COMMENT ON FUNCTION changes(text, date, date, text, text, boolean) IS 'How the members of a treaty differ on two days, as `secdb changes`: treaty or organization, the two days, dataset, basis, and whether to list States without a change. `acts` are the numbers of the acts between that count.';
