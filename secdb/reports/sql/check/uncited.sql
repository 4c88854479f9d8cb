-- Acts and rosters of :dataset that no citation proves; a roster is proved through any of its entries too.
SELECT 'act' AS record, a.act AS id, a.treaty, a.state, a.kind, COALESCE(a.effect, a.date) AS stated
FROM acts AS a
WHERE a.dataset = :dataset AND NOT EXISTS (SELECT 1 FROM citations AS c WHERE c.act = a.act)
UNION ALL
SELECT DISTINCT 'roster', r.roster, r.treaty, NULL, 'roster', r."on"
FROM rosters AS r
WHERE r.dataset = :dataset
  AND NOT EXISTS (SELECT 1 FROM citations AS c WHERE c.roster = r.roster)
  AND NOT EXISTS (
    SELECT 1 FROM rosters AS e JOIN citations AS c ON c.roster_entry = e.entry WHERE e.roster = r.roster)
ORDER BY 1, 2
