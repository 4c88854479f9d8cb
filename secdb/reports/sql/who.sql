-- Who held, or may have held, the offices of :state (of every State if NULL) on the day :on.
WITH held AS (
  SELECT t.*,
    CASE WHEN t.start_latest <= :on AND (t.end_earliest IS NULL OR :on < t.end_earliest) THEN 'certain'
      ELSE 'possible' END AS standing
  FROM tenures AS t
  WHERE t.dataset = :dataset AND (CAST(:state AS TEXT) IS NULL OR t.state = :state)
    AND (t.start_earliest IS NULL OR t.start_earliest <= :on) AND (t.end_latest IS NULL OR :on < t.end_latest)
    -- nobody held an office of a State that was not there
    AND EXISTS (SELECT 1 FROM states AS s WHERE s.state = t.state
      AND (s.start_earliest IS NULL OR s.start_earliest <= :on) AND (s.end_latest IS NULL OR :on < s.end_latest))
)
SELECT h.state, h.state_name AS name, h.office, h.person_name AS person, h.person AS person_code, h.standing, h.origin,
  h.acting, h.accredited_to,
  h.start_earliest AS since_earliest, h.start_latest AS since_latest,
  h.end_earliest AS until_earliest, h.end_latest AS until_latest, h.statement, h.tenure, h.signatory
FROM held AS h
WHERE h.standing = 'certain' OR h.origin = 'recorded' OR (
  -- a signature of another day says only "possible": not where the holder is known ...
  NOT EXISTS (
    SELECT 1 FROM held AS c
    WHERE c.state = h.state AND c.office = h.office AND c.acting = h.acting
      AND COALESCE(c.accredited_to, '') = COALESCE(h.accredited_to, '')
      AND c.standing = 'certain' AND c.office NOT IN ('special_envoy', 'other'))
  -- ... nor where a recorded tenure says how long the time it was given in lasted
  AND NOT EXISTS (
    SELECT 1 FROM tenures AS r
    WHERE r.dataset = h.dataset AND r.origin = 'recorded' AND r.state = h.state AND r.person = h.person AND r.office = h.office
      AND (r.start_earliest IS NULL OR r.start_earliest <= h.start_latest)
      AND (r.end_latest IS NULL OR h.start_latest < r.end_latest)))
ORDER BY h.state, h.office, h.tenure, h.signatory
