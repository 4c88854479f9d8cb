-- Which claims contradict each other?
-- Two acts recorded of the same event, and how each ranks: what is preferred stands, what is deprecated does not.
SELECT a.treaty, a.state, a.kind, a.date, a.effect, a.rank, b.kind AS other_kind, b.date AS other_date,
  b.effect AS other_effect, b.rank AS other_rank
FROM acts AS a
JOIN acts AS b ON b.contests = a.act
WHERE a.dataset = CASE :dataset WHEN '' THEN 'register' ELSE :dataset END
  AND lower(:treaty) IN ('', a.treaty) AND upper(:state) IN ('', a.state)
ORDER BY a.treaty, a.state, a.act, b.act
