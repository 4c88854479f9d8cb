-- Every act recorded under :treaty in :dataset, the claims that do not stand too.
SELECT a.act, a.state, a.kind, a.date, a.date_earliest, a.date_latest, a.effect, a.effect_earliest, a.effect_latest,
  a.organ, p.name AS signer, a.rank, a.contests, a.stands, a.note
FROM acts AS a LEFT JOIN persons AS p ON p.person = a.signer
WHERE a.dataset = :dataset AND a.treaty = :treaty
ORDER BY a.act
