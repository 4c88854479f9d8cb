-- Names and codes that certainly hold on the same day although only one of them can: two short or formal names of a State
-- in one language, one name twice, two codes of a State in one scheme, one code for two States.
WITH named AS (
  SELECT 'state_name' AS record, n.id, n.state_id, n.language || ' ' || n.form AS kind, n.name AS said,
    n.start_earliest, n.start_latest, n.end_earliest
  FROM state_name AS n
),
coded AS (
  SELECT 'state_code' AS record, c.id, c.state_id, c.scheme AS kind, c.code AS said,
    c.start_earliest, c.start_latest, c.end_earliest
  FROM state_code AS c
),
paired AS (
  SELECT a.record, a.id, a.kind, a.said, b.id AS other, b.said AS other_said, a.state_id, b.state_id AS other_state_id,
    a.start_earliest AS a_first, a.start_latest AS a_start, a.end_earliest AS a_end,
    b.start_earliest AS b_first, b.start_latest AS b_start, b.end_earliest AS b_end
  FROM named AS a JOIN named AS b ON b.state_id = a.state_id AND b.kind = a.kind AND b.id > a.id
    AND (a.said = b.said OR a.kind NOT LIKE '% variant')
  UNION ALL
  SELECT a.record, a.id, a.kind, a.said, b.id, b.said, a.state_id, b.state_id,
    a.start_earliest, a.start_latest, a.end_earliest, b.start_earliest, b.start_latest, b.end_earliest
  FROM coded AS a JOIN coded AS b ON b.kind = a.kind AND b.id > a.id AND (b.state_id = a.state_id OR b.said = a.said)
)
SELECT p.record, p.id, p.kind, p.said, p.other, p.other_said, s.code AS state, o.code AS other_state
FROM paired AS p JOIN state AS s ON s.id = p.state_id JOIN state AS o ON o.id = p.other_state_id
WHERE (p.a_start IS NOT NULL OR p.a_first IS NULL) AND (p.b_start IS NOT NULL OR p.b_first IS NULL)
  AND (p.a_start IS NULL OR p.a_end IS NULL OR p.a_start < p.a_end)
  AND (p.b_start IS NULL OR p.b_end IS NULL OR p.b_start < p.b_end)
  AND (p.a_start IS NULL OR p.b_end IS NULL OR p.a_start < p.b_end)
  AND (p.b_start IS NULL OR p.a_end IS NULL OR p.b_start < p.a_end)
ORDER BY 1, 2, 5
