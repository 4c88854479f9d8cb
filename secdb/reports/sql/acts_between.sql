-- The acts that count under :treaty and may have taken effect after :from_day and not after :to_day, in order.
SELECT a.act, a.state, a.state_name, a.kind, a.date, a.effect, a.organ, a.rank, a.note,
  CASE WHEN a.effect IS NULL THEN a.date_earliest ELSE a.effect_earliest END AS earliest,
  CASE WHEN a.effect IS NULL THEN a.date_latest ELSE a.effect_latest END AS latest
FROM acts AS a
WHERE a.dataset = :dataset AND a.treaty = :treaty AND a.stands = 1
  AND COALESCE(CASE WHEN a.effect IS NULL THEN a.date_earliest ELSE a.effect_earliest END, :to_day) <= :to_day
  AND (CASE WHEN a.effect IS NULL THEN a.date_latest ELSE a.effect_latest END IS NULL
    OR CASE WHEN a.effect IS NULL THEN a.date_latest ELSE a.effect_latest END > :from_day)
ORDER BY earliest, latest, a.act
