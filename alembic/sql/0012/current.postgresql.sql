-- Parties today, certain and possible; none of a dataset that does not cover today, for it has no data.
-- Replaced and not dropped: what roles may read stays so.
CREATE OR REPLACE VIEW current_members AS
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

COMMENT ON VIEW current_members IS 'A party today, certain or possible; a dataset that does not cover today has no rows.';
COMMENT ON FUNCTION members_on(text, date, text, text) IS 'The States with a standing under a treaty on a day, as `secdb members`: treaty or organization, day (default: today), dataset (default: register), basis signed, consented or in-force (default). Suspended States are rows too, and never counted. Bounds: since_* inclusive, until_* the first day no longer. A day that the dataset does not cover is an error: there is no data.';
COMMENT ON FUNCTION changes(text, date, date, text, text, boolean) IS 'How the members of a treaty differ on two days, as `secdb changes`: treaty or organization, the two days, dataset, basis, and whether to list States without a change. `acts` are the numbers of the acts between that count. A day that the dataset does not cover is an error: there is no data.';
