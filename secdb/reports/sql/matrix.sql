-- The States with a standing under :treaties on the day :on, on the :basis, one row per State and treaty; suspended ones
-- too (status), who count as none. `certain` = 1: that status is certain.
WITH RECURSIVE counted AS MATERIALIZED (
  SELECT m.treaty, m.state, m.status, m.seq, m.start_earliest, m.start_latest, m.end_earliest, m.end_latest,
    m.opened_by_act, m.closed_by_act, m.origin,
    CASE
      WHEN m.start_latest <= :on AND (m.end_earliest IS NULL OR :on < m.end_earliest) THEN 'member'
      WHEN (m.start_earliest IS NULL OR m.start_earliest <= :on) AND (m.end_latest IS NULL OR :on < m.end_latest)
        THEN 'possible'
      ELSE 'none'
    END AS standing
  FROM memberships AS m
  WHERE m.dataset = :dataset AND m.treaty IN (:treaties)
    AND (m.status IN ('party', 'suspended')
      OR (m.status = 'contracting' AND :basis IN ('signed', 'consented'))
      OR (m.status IN ('signatory', 'provisional') AND :basis = 'signed'))
),
-- One status passed into another that counts too, on a day that is not known: in between the State counts either way.
-- From a status that has begun, `reached` goes by what closed it to what that act opened, and so on.
reached AS (
  SELECT c.treaty, c.state, c.status, c.start_earliest, c.start_latest, c.end_earliest, c.end_latest,
    c.opened_by_act, c.closed_by_act
  FROM counted AS c
  WHERE c.standing = 'possible' AND c.status <> 'suspended' AND c.start_latest <= :on
    -- if a suspension may last, an act that leads no higher may have changed nothing
    AND (c.status IN ('contracting', 'party') OR NOT EXISTS (
      SELECT 1 FROM counted AS s
      WHERE s.treaty = c.treaty AND s.state = c.state AND s.status = 'suspended' AND s.standing <> 'none'))
  UNION
  SELECT b.treaty, b.state, b.status, b.start_earliest, b.start_latest, b.end_earliest, b.end_latest,
    b.opened_by_act, b.closed_by_act
  FROM reached AS a JOIN counted AS b ON b.treaty = a.treaty AND b.state = a.state
    AND (b.opened_by_act = a.closed_by_act OR (
      a.status = 'contracting' AND b.status = 'party' AND b.opened_by_act = a.opened_by_act))
  WHERE b.status <> 'suspended'
),
-- Nothing may have ended the last of them by :on. An end is kept as no earlier than the start: where the two are one day,
-- an exit may have come first.
passage AS MATERIALIZED (
  SELECT DISTINCT r.treaty, r.state
  FROM reached AS r
  WHERE (r.end_earliest IS NULL AND (r.start_earliest IS NOT NULL OR r.start_latest IS NOT NULL))
    OR (:on < r.end_earliest AND r.end_earliest <> COALESCE(
      r.start_earliest, CASE WHEN r.end_latest < r.start_latest THEN r.end_latest ELSE r.start_latest END))
),
known AS (
  SELECT c.*,
    CASE WHEN c.status = 'suspended' THEN 'none' WHEN p.state IS NOT NULL THEN 'member' ELSE c.standing END AS counts_as,
    CASE WHEN c.standing = 'member' THEN 1 ELSE 0 END AS certain
  FROM counted AS c LEFT JOIN passage AS p ON p.treaty = c.treaty AND p.state = c.state
  WHERE c.standing <> 'none'
),
best AS (
  SELECT k.*,
    ROW_NUMBER() OVER (PARTITION BY k.treaty, k.state
      ORDER BY CASE WHEN k.status = 'suspended' THEN 1 ELSE 0 END, k.certain DESC, k.start_latest DESC, k.seq) AS place
  FROM known AS k
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
SELECT b.treaty, b.state, n.name, b.status, b.counts_as AS standing, b.certain, b.opened_by_act, b.closed_by_act, b.origin
FROM best AS b JOIN named AS n ON n.state = b.state
WHERE b.place = 1
ORDER BY n.name, b.state, b.treaty
