-- What changed between two days?
-- Memberships and suspensions that began or ended after the first day, to the second inclusive.
WITH asked AS (
  SELECT CASE :from_day WHEN '' THEN '0001-01-01' ELSE {from_day} END AS from_day,
    {to_day} AS to_day
)
SELECT c.treaty, c.state, c.state_name, c.change, c.status, c.earliest, c.latest, c.caused_by
FROM asked AS a
JOIN membership_changes AS c ON (c.latest IS NULL OR a.from_day < c.latest)
  AND (c.earliest IS NULL OR c.earliest <= a.to_day)
WHERE c.dataset = CASE :dataset WHEN '' THEN 'register' ELSE :dataset END
  AND lower(:treaty) IN ('', c.treaty) AND c.status IN ('party', 'suspended')
  AND a.from_day IS NOT NULL AND a.to_day IS NOT NULL
ORDER BY c.treaty, c.earliest, c.state, c.change
