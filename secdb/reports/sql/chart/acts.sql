-- The acts under :treaty that a chart marks: those from which membership follows, and the prolongations.
SELECT a.state, a.kind,
  CASE WHEN a.effect IS NULL THEN a.date_earliest ELSE a.effect_earliest END AS earliest,
  CASE WHEN a.effect IS NULL THEN a.date_latest ELSE a.effect_latest END AS latest
FROM acts AS a
WHERE a.dataset = :dataset AND a.treaty = :treaty AND a.state IS NOT NULL
  AND (a.stands = 1 OR (a.kind = 'prolongation' AND a.contests IS NULL AND a.rank <> 'deprecated'))
ORDER BY a.state, earliest, latest, a.act
