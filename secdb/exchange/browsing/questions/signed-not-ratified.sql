-- Who signed and never consented to be bound?
-- Signatures that stand, of States that were never contracting or parties.
SELECT a.treaty, a.state, a.state_name, a.date
FROM acts AS a
WHERE a.dataset = CASE :dataset WHEN '' THEN 'register' ELSE :dataset END
  AND lower(:treaty) IN ('', a.treaty) AND a.stands = 1 AND a.kind = 'signature'
  AND NOT EXISTS (
    SELECT 1 FROM memberships AS m
    WHERE m.dataset = a.dataset AND m.treaty = a.treaty AND m.state = a.state AND m.status IN ('contracting', 'party'))
ORDER BY a.treaty, a.state
