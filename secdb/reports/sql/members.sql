-- The States with a standing under :treaty on the day :on, on the :basis, one row each; suspended ones too (status).
WITH counted AS (
  SELECT m.*,
    CASE
      WHEN start_latest <= :on AND (end_earliest IS NULL OR :on < end_earliest) THEN 'member'
      WHEN (start_earliest IS NULL OR start_earliest <= :on) AND (end_latest IS NULL OR :on < end_latest) THEN 'possible'
      ELSE 'none'
    END AS standing
  FROM memberships AS m
  WHERE m.dataset = :dataset AND m.treaty = :treaty
    AND (m.status IN ('party', 'suspended')
      OR (m.status = 'contracting' AND :basis IN ('signed', 'consented'))
      OR (m.status IN ('signatory', 'provisional') AND :basis = 'signed'))
),
-- One status passed into another that counts too, on a day that is not known: in between the State counts either way.
passage AS (
  SELECT a.state, a.start_latest, b.end_earliest
  FROM counted AS a JOIN counted AS b ON b.state = a.state
    AND (b.opened_by_act = a.closed_by_act OR (
      a.status = 'contracting' AND b.status = 'party' AND b.opened_by_act = a.opened_by_act))
  WHERE a.status <> 'suspended' AND b.status <> 'suspended'
    AND a.start_latest <= :on AND (b.end_earliest IS NULL OR :on < b.end_earliest)
),
best AS (
  SELECT c.*,
    CASE WHEN c.status <> 'suspended' AND EXISTS (SELECT 1 FROM passage AS p WHERE p.state = c.state)
      THEN 'member' ELSE c.standing END AS known,
    ROW_NUMBER() OVER (PARTITION BY c.state, CASE WHEN c.status = 'suspended' THEN 1 ELSE 0 END
      ORDER BY CASE c.standing WHEN 'member' THEN 0 ELSE 1 END, c.start_latest DESC, c.seq) AS place
  FROM counted AS c
  WHERE c.standing <> 'none'
)
SELECT b.state,
  COALESCE((SELECT n.name FROM state_names AS n
    WHERE n.state = b.state AND n.language = 'en' AND n.form = 'short'
      AND (n.start_earliest IS NULL OR n.start_earliest <= :on) AND (n.end_latest IS NULL OR :on < n.end_latest)
    ORDER BY CASE WHEN n.start_latest <= :on AND (n.end_earliest IS NULL OR :on < n.end_earliest) THEN 0 ELSE 1 END,
      n.start_latest DESC, n.name
    LIMIT 1), b.state_name) AS name,
  b.status, b.known AS standing,
  b.start_earliest AS since_earliest, b.start_latest AS since_latest,
  b.end_earliest AS until_earliest, b.end_latest AS until_latest,
  b.opened_by, b.closed_by, b.origin, b.opened_by_act, b.closed_by_act
FROM best AS b
WHERE b.place = 1
ORDER BY name, b.state
