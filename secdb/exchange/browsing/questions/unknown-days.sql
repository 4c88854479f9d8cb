-- Where is the day of a beginning or an end not known?
-- Periods whose bounds lie apart: between the two days of a beginning, or of an end, membership is possible and not certain.
SELECT dataset, treaty, state, state_name, status, start_earliest, start_latest, end_earliest, end_latest
FROM memberships
WHERE dataset = CASE :dataset WHEN '' THEN 'register' ELSE :dataset END AND lower(:treaty) IN ('', treaty)
  AND (start_earliest IS NULL OR start_latest IS NULL OR start_earliest < start_latest
    OR (end_earliest IS NOT NULL AND (end_latest IS NULL OR end_earliest < end_latest)))
ORDER BY dataset, treaty, state, seq
