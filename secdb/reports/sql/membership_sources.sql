-- The words behind the acts of a treaty in a dataset, or behind its rosters (those of treaties that require it too).
SELECT 'act' AS record, a.act AS record_id, a.state, c.document, c.title, c.locator, c.quotation,
  c.start_char, c.end_char, c.url, c.retrieved_on
FROM acts AS a JOIN citations AS c ON c.act = a.act
WHERE a.dataset = :dataset AND a.treaty = :treaty
UNION ALL
SELECT 'roster', r.roster, r.state, c.document, c.title, c.locator, c.quotation,
  c.start_char, c.end_char, c.url, c.retrieved_on
FROM rosters AS r JOIN citations AS c ON c.roster_entry = r.entry
WHERE r.dataset = :dataset AND (r.treaty = :treaty OR r.treaty IN (
  SELECT q.treaty FROM treaty_relations AS q WHERE q.related = :treaty AND q.kind = 'requires'))
ORDER BY 1, 2, 4, 8
