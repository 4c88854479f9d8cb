-- Acts of :dataset that contradict another claim about the same event.
SELECT a.act, a.treaty, a.state, a.kind, COALESCE(a.effect, a.date) AS stated, a.rank,
  b.act AS other, b.kind AS other_kind, COALESCE(b.effect, b.date) AS other_stated, b.rank AS other_rank
FROM acts AS a JOIN acts AS b ON b.act = a.contests
WHERE a.dataset = :dataset
ORDER BY b.act, a.act
