-- part record
SELECT * FROM datasets WHERE dataset = :key;

-- part rows
SELECT h.treaty, h.title, h.acts, h.rosters, h.periods
FROM (
  SELECT t.treaty, t.title,
    (SELECT COUNT(*) FROM acts AS a WHERE a.dataset = :key AND a.treaty = t.treaty) AS acts,
    (SELECT COUNT(DISTINCT r.roster) FROM rosters AS r WHERE r.dataset = :key AND r.treaty = t.treaty) AS rosters,
    (SELECT COUNT(*) FROM memberships AS m WHERE m.dataset = :key AND m.treaty = t.treaty) AS periods
  FROM treaties AS t
) AS h
WHERE h.acts > 0 OR h.rosters > 0 OR h.periods > 0
ORDER BY h.treaty;
