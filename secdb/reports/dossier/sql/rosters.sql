-- The lists of members of :treaty, and of the treaties that require it, a row per State listed.
SELECT r.roster, r.treaty, r.statement, s.title AS statement_title, r.body, r."on", r.on_earliest, r.on_latest,
  r.complete, r.rank, r.state, r.as_printed, r.entry, r.note
FROM rosters AS r LEFT JOIN statements AS s ON s.statement = r.statement
WHERE r.dataset = :dataset AND (r.treaty = :treaty OR r.treaty IN (
  SELECT q.treaty FROM treaty_relations AS q WHERE q.related = :treaty AND q.kind = 'requires'))
ORDER BY CASE WHEN r.on_latest IS NULL THEN 1 ELSE 0 END, r.on_latest, r.roster, COALESCE(r.position, 0), COALESCE(r.entry, 0)
