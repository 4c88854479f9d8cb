-- The rosters of :dataset that list a State, and their days; one of a treaty that requires another says it of that one too.
SELECT l.roster, l.stated, l.treaty, l.state, l.on_earliest, l.on_latest
FROM (
  SELECT r.roster, r."on" AS stated, r.dataset, r.treaty, r.state, r.on_earliest, r.on_latest
  FROM rosters AS r WHERE r.rank <> 'deprecated' AND r.state IS NOT NULL
  UNION ALL
  SELECT r.roster, r."on", r.dataset, q.related, r.state, r.on_earliest, r.on_latest
  FROM rosters AS r JOIN treaty_relations AS q ON q.treaty = r.treaty AND q.kind = 'requires'
  WHERE r.rank <> 'deprecated' AND r.state IS NOT NULL
) AS l
WHERE l.dataset = :dataset @LIMITS(l)
