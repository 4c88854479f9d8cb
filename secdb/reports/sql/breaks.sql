-- The States that were counted on :from_day, ceased to be (or may have) and are counted again not after :to_day: of two
-- periods that count, the later one was not opened by what closed the earlier one.
WITH counted AS (
  SELECT m.* FROM memberships AS m
  WHERE m.dataset = :dataset AND m.treaty = :treaty
    AND (m.status = 'party'
      OR (m.status = 'contracting' AND :basis IN ('signed', 'consented'))
      OR (m.status IN ('signatory', 'provisional') AND :basis = 'signed'))
)
SELECT DISTINCT a.state
FROM counted AS a
WHERE a.end_earliest <= :to_day AND (a.end_latest IS NULL OR a.end_latest > :from_day)
  AND (a.start_earliest IS NULL OR a.start_earliest <= :from_day)
  AND NOT EXISTS (
    SELECT 1 FROM counted AS b
    WHERE b.state = a.state AND (b.opened_by_act = a.closed_by_act
      OR (a.status = 'contracting' AND b.status = 'party' AND b.opened_by_act = a.opened_by_act)))
  AND a.closed_by IS NOT NULL
