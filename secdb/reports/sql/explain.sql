-- Every claim about :state (or about all parties) under :treaty, with what its kind does to membership.
SELECT a.act, a.state, a.kind, a.date_text, a.date, a.date_earliest, a.date_latest,
  a.effect, a.effect_earliest, a.effect_latest, a.rank, a.contests, a.stands, e.status AS leads_to, a.organ, a.note
FROM acts AS a JOIN act_effects AS e ON e.kind = a.kind
WHERE a.dataset = :dataset AND a.treaty = :treaty AND (a.state = :state OR a.state IS NULL)
ORDER BY COALESCE(a.effect_earliest, a.date_earliest, a.effect_latest, a.date_latest), a.act
