-- Who held the offices of a State on a day?
-- Heads of State, ministers, representatives. Attested: a signature of that day says so; recorded: an archivist entered the time in office. Possible: the dates leave it open.
WITH asked AS (
  SELECT {day} AS day
)
SELECT t.state, t.state_name, t.office, t.person_name, t.acting, t.origin,
  CASE WHEN t.start_latest <= a.day AND (t.end_earliest IS NULL OR a.day < t.end_earliest)
    THEN 'certain' ELSE 'possible' END AS standing,
  t.statement, a.day AS on_day
FROM asked AS a
JOIN tenures AS t ON (t.start_earliest IS NULL OR t.start_earliest <= a.day)
  AND (t.end_latest IS NULL OR a.day < t.end_latest)
WHERE t.dataset = CASE :dataset WHEN '' THEN 'register' ELSE :dataset END
  AND upper(:state) IN ('', t.state)
ORDER BY t.state, t.office, standing, t.person_name, t.origin
