-- The datasets, each with what it holds.
SELECT d.dataset, d.title, d.authority, d.licence, d.covers_from, d.covers_to, d.url,
  (SELECT COUNT(*) FROM acts AS a WHERE a.dataset = d.dataset) AS acts,
  (SELECT COUNT(DISTINCT r.roster) FROM rosters AS r WHERE r.dataset = d.dataset) AS rosters, d.note
FROM datasets AS d
ORDER BY d.dataset
