-- The words by which rosters from :from_day to :to_day, of :treaty and of the treaties that require it, list a State.
SELECT x.state, c.document, c.title, c.locator, c.quotation, c.start_char, c.end_char, c.url, c.retrieved_on
FROM rosters AS x JOIN citations AS c ON c.roster_entry = x.entry
WHERE x.dataset = :dataset AND x.rank <> 'deprecated' AND (x.treaty = :treaty OR x.treaty IN (
  SELECT q.treaty FROM treaty_relations AS q WHERE q.related = :treaty AND q.kind = 'requires'))
  AND x.on_latest >= :from_day AND x.on_earliest <= :to_day
ORDER BY x.on_earliest, x.roster, c.citation
