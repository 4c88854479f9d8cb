-- On which States do the datasets differ on a day?
-- States that are certainly parties in one dataset on that day and in another, which speaks of that day too, certainly not.
WITH asked AS (
  SELECT {day} AS day
),
speaking AS (
  SELECT d.dataset, m.treaty
  FROM asked AS a, datasets AS d
  JOIN memberships AS m ON m.dataset = d.dataset
  WHERE (d.covers_from IS NULL OR d.covers_from <= a.day) AND (d.covers_to IS NULL OR a.day <= d.covers_to)
  GROUP BY d.dataset, m.treaty
),
certain AS (
  SELECT DISTINCT m.dataset, m.treaty, m.state, m.state_name
  FROM asked AS a
  JOIN memberships AS m ON m.start_latest <= a.day AND (m.end_earliest IS NULL OR a.day < m.end_earliest)
  WHERE m.status = 'party' AND lower(:treaty) IN ('', m.treaty)
),
possible AS (
  SELECT DISTINCT m.dataset, m.treaty, m.state
  FROM asked AS a
  JOIN memberships AS m ON (m.start_earliest IS NULL OR m.start_earliest <= a.day)
    AND (m.end_latest IS NULL OR a.day < m.end_latest)
  WHERE m.status = 'party' AND lower(:treaty) IN ('', m.treaty)
)
SELECT c.treaty, c.state, c.state_name, c.dataset AS in_dataset, s.dataset AS not_in_dataset, a.day AS on_day
FROM asked AS a, certain AS c
JOIN speaking AS s ON s.treaty = c.treaty AND s.dataset <> c.dataset
JOIN speaking AS o ON o.treaty = c.treaty AND o.dataset = c.dataset
WHERE NOT EXISTS (
  SELECT 1 FROM possible AS x WHERE x.dataset = s.dataset AND x.treaty = c.treaty AND x.state = c.state)
ORDER BY c.treaty, c.state, c.dataset, s.dataset
