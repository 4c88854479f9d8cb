-- The acts in date order, whether the derivation takes them (stands = 1) or not.
SELECT a.act, a.dataset, a.treaty, a.state, a.state_name AS name, a.kind,
  a.date_text, a.date, a.date_earliest, a.date_latest, a.effect, a.effect_earliest, a.effect_latest,
  a.organ, a.signer, a.signer_capacity, a.rank, a.contests, a.stands, a.note
FROM acts AS a
WHERE (CAST(:dataset AS TEXT) IS NULL OR a.dataset = :dataset)
  AND (CAST(:treaty AS TEXT) IS NULL OR a.treaty = :treaty)
  AND (CAST(:state AS TEXT) IS NULL OR a.state = :state)
  AND (CAST(:kind AS TEXT) IS NULL OR a.kind = :kind)
ORDER BY a.treaty, COALESCE(a.date_earliest, a.effect_earliest, a.date_latest, a.effect_latest), a.state, a.act
