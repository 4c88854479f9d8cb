-- The States that had signed one of :treaties, or applied it provisionally, and had not consented to it, on the day :on.
WITH signed AS MATERIALIZED (
  SELECT m.treaty, m.state, m.status, m.seq, m.start_earliest, m.start_latest, m.end_earliest, m.end_latest,
    m.opened_by, m.opened_by_act, m.closed_by_act, m.origin,
    CASE WHEN m.start_latest <= :on AND (m.end_earliest IS NULL OR :on < m.end_earliest) THEN 1 ELSE 0 END AS certain
  FROM memberships AS m
  WHERE m.dataset = :dataset AND m.treaty IN (:treaties) AND m.status IN ('signatory', 'provisional')
),
-- From signature to provisional application on a day that is not known: in between neither is consent.
passage AS (
  SELECT DISTINCT a.treaty, a.state
  FROM signed AS a JOIN signed AS b ON b.treaty = a.treaty AND b.state = a.state AND b.opened_by_act = a.closed_by_act
  WHERE a.start_latest <= :on AND (b.end_earliest IS NULL OR :on < b.end_earliest)
),
best AS (
  SELECT s.*, CASE WHEN s.certain = 1 OR p.state IS NOT NULL THEN 'certain' ELSE 'possible' END AS standing,
    ROW_NUMBER() OVER (PARTITION BY s.treaty, s.state ORDER BY s.certain DESC, s.start_latest DESC, s.seq) AS place
  FROM signed AS s LEFT JOIN passage AS p ON p.treaty = s.treaty AND p.state = s.state
  WHERE (s.start_earliest IS NULL OR s.start_earliest <= :on) AND (s.end_latest IS NULL OR :on < s.end_latest)
),
-- each State once
named AS MATERIALIZED (
  SELECT s.state, COALESCE((SELECT n.name FROM state_names AS n
    WHERE n.state = s.state AND n.language = 'en' AND n.form = 'short'
      AND (n.start_earliest IS NULL OR n.start_earliest <= :on) AND (n.end_latest IS NULL OR :on < n.end_latest)
    ORDER BY CASE WHEN n.start_latest <= :on AND (n.end_earliest IS NULL OR :on < n.end_earliest) THEN 0 ELSE 1 END,
      n.start_latest DESC, n.name
    LIMIT 1), s.state_name) AS name
  FROM states AS s
)
SELECT b.treaty, b.state, n.name, b.status, b.standing, b.start_earliest AS since_earliest, b.start_latest AS since_latest,
  b.opened_by, b.opened_by_act, b.closed_by_act, b.origin
FROM best AS b JOIN named AS n ON n.state = b.state
WHERE b.place = 1
ORDER BY b.treaty, n.name, b.state
