-- Which treaties did two States have in common on a day?
-- Treaties to which both were certainly parties; the first State must be given.
WITH asked AS (
  SELECT {day} AS day
)
SELECT DISTINCT a.state AS state_a, b.state AS state_b, a.treaty, t.title, q.day AS on_day
FROM asked AS q
JOIN memberships AS a ON a.start_latest <= q.day AND (a.end_earliest IS NULL OR q.day < a.end_earliest)
JOIN memberships AS b ON b.start_latest <= q.day AND (b.end_earliest IS NULL OR q.day < b.end_earliest)
  AND b.dataset = a.dataset AND b.treaty = a.treaty AND b.state <> a.state
JOIN treaties AS t ON t.treaty = a.treaty
WHERE a.dataset = CASE :dataset WHEN '' THEN 'register' ELSE :dataset END
  AND a.status = 'party' AND b.status = 'party'
  AND a.state = upper(:one_state) AND upper(:other_state) IN ('', b.state)
ORDER BY a.state, b.state, a.treaty
