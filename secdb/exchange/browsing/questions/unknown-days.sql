-- Where is the day of a beginning or an end not known?
-- Periods whose bounds lie apart: between the two days of a beginning, or of an end, membership is possible and not certain.
-- That a dataset covers no later days leaves no end open.
SELECT m.dataset, m.treaty, m.state, m.state_name, m.status, m.start_earliest, m.start_latest, m.end_earliest, m.end_latest
FROM memberships AS m
JOIN datasets AS d ON d.dataset = m.dataset
WHERE m.dataset = CASE :dataset WHEN '' THEN 'register' ELSE :dataset END AND lower(:treaty) IN ('', m.treaty)
  AND (m.start_earliest IS NULL OR m.start_latest IS NULL OR m.start_earliest < m.start_latest
    OR m.end_earliest < m.end_latest
    OR (m.end_latest IS NULL AND m.end_earliest IS NOT NULL AND (d.covers_to IS NULL OR m.end_earliest <= d.covers_to)))
ORDER BY m.dataset, m.treaty, m.state, m.seq
