-- Who were the members on a day?
-- The parties to a treaty. Possible: the recorded dates leave it open whether the State was one. A dataset that does not
-- cover the day has no data on it: no row is no answer then.
WITH asked AS (
  SELECT {day} AS day
)
SELECT m.treaty, m.state, m.state_name,
  MIN(CASE WHEN m.start_latest <= a.day AND (m.end_earliest IS NULL OR a.day < m.end_earliest)
    THEN 'member' ELSE 'possible' END) AS standing,
  m.start_earliest, m.start_latest, m.opened_by, m.origin, a.day AS on_day
FROM asked AS a
JOIN memberships AS m ON (m.start_earliest IS NULL OR m.start_earliest <= a.day)
  AND (m.end_latest IS NULL OR a.day < m.end_latest)
JOIN datasets AS d ON d.dataset = m.dataset
  AND (d.covers_from IS NULL OR d.covers_from <= a.day) AND (d.covers_to IS NULL OR a.day <= d.covers_to)
WHERE m.dataset = CASE :dataset WHEN '' THEN 'register' ELSE :dataset END
  AND lower(:treaty) IN ('', m.treaty) AND m.status = 'party'
GROUP BY m.treaty, m.state
ORDER BY m.treaty, m.state
