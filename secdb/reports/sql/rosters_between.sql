-- The rosters from :from_day to :to_day of :treaty, and of the treaties that require it, with the words behind each.
SELECT r.roster, r.treaty, r."on", r.body, r.complete, r.statement,
  (SELECT COUNT(*) FROM rosters AS e WHERE e.roster = r.roster AND e.state IS NOT NULL) AS states,
  c.document, c.title, c.locator, c.quotation, c.start_char, c.end_char, c.url, c.retrieved_on
FROM (
  SELECT DISTINCT x.roster, x.treaty, x."on", x.body, x.complete, x.statement, x.on_earliest, x.on_latest
  FROM rosters AS x
  WHERE x.dataset = :dataset AND x.rank <> 'deprecated' AND (x.treaty = :treaty OR x.treaty IN (
    SELECT q.treaty FROM treaty_relations AS q WHERE q.related = :treaty AND q.kind = 'requires'))
    AND x.on_latest >= :from_day AND x.on_earliest <= :to_day
) AS r LEFT JOIN citations AS c ON c.roster = r.roster
ORDER BY r.on_earliest, r.roster, c.citation
