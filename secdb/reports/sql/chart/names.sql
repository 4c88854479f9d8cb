-- The short names in English of the States with a period under :treaty, each with the days it was valid on.
SELECT n.state, n.name, n.start_earliest, n.start_latest, n.end_earliest, n.end_latest
FROM state_names AS n
WHERE n.language = 'en' AND n.form = 'short'
  AND n.state IN (SELECT m.state FROM memberships AS m WHERE m.dataset = :dataset AND m.treaty = :treaty)
ORDER BY n.state, COALESCE(n.start_latest, n.start_earliest, ''), n.name
