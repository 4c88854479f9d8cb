-- The acts of :dataset that count: none deprecated, and of contradicting claims the best-ranked ones.
SELECT a.act, a.treaty, a.state, a.kind, a.contests, COALESCE(a.date, a.effect) AS stated,
  a.date, a.date_earliest, a.date_latest, a.effect, a.effect_earliest, a.effect_latest, a.signer_capacity, a.note
FROM acts AS a
WHERE a.dataset = :dataset AND @COUNTS(a)
  @LIMITS(a)
ORDER BY a.treaty, a.state, a.act
