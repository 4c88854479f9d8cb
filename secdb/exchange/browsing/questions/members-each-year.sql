-- How many were members at the end of each year?
-- Certain parties on 31 December, and with them those that possibly were; from the first year recorded to the last that has ended.
WITH RECURSIVE spells AS (
  SELECT treaty, state, start_earliest, start_latest, end_earliest, end_latest
  FROM memberships
  WHERE dataset = CASE :dataset WHEN '' THEN 'register' ELSE :dataset END
    AND lower(:treaty) IN ('', treaty) AND status = 'party'
),
years (year) AS (
  SELECT CAST(substr(MIN(COALESCE(start_earliest, start_latest)), 1, 4) AS INTEGER) FROM spells
  UNION ALL
  SELECT year + 1 FROM years WHERE year < CAST(strftime('%Y', 'now') AS INTEGER) - 1
)
SELECT s.treaty, y.year,
  COUNT(DISTINCT CASE WHEN s.start_latest <= y.year || '-12-31'
    AND (s.end_earliest IS NULL OR y.year || '-12-31' < s.end_earliest) THEN s.state END) AS certain,
  COUNT(DISTINCT s.state) AS certain_or_possible
FROM years AS y
JOIN spells AS s ON (s.start_earliest IS NULL OR s.start_earliest <= y.year || '-12-31')
  AND (s.end_latest IS NULL OR y.year || '-12-31' < s.end_latest)
GROUP BY s.treaty, y.year
ORDER BY s.treaty, y.year
