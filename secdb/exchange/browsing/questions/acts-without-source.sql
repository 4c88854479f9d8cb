-- Which acts have no source?
-- Acts that nothing cites a document for.
SELECT a.dataset, a.treaty, a.state, a.kind, a.date
FROM acts AS a
WHERE a.dataset = CASE :dataset WHEN '' THEN 'register' ELSE :dataset END AND lower(:treaty) IN ('', a.treaty)
  AND NOT EXISTS (SELECT 1 FROM citations AS c WHERE c.act = a.act)
ORDER BY a.dataset, a.treaty, a.state, a.act
