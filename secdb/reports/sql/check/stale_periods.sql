-- Keys whose kept events or periods are not those that the facts give now.
WITH event AS (
  SELECT dataset_id, treaty_id, state_id, act_id, kind, status, level, resets, earliest, latest FROM event_bound
),
standing AS (
  SELECT dataset_id, treaty_id, state_id, act_id, kind, status, level, resets, earliest, latest
  FROM standing_act WHERE state_id IS NOT NULL
),
kept AS (
  SELECT dataset_id, treaty_id, state_id, seq, status, start_earliest, start_latest, end_earliest, end_latest,
    origin, opened_by, opened_by_act_id, closed_by, closed_by_act_id
  FROM membership_period
),
derived AS (
  SELECT dataset_id, treaty_id, state_id, seq, status, start_earliest, start_latest, end_earliest, end_latest,
    origin, opened_by, opened_by_act_id, closed_by, closed_by_act_id
  FROM derived_period
),
differing AS (
  SELECT dataset_id, treaty_id, state_id FROM (SELECT * FROM kept EXCEPT SELECT * FROM derived) AS a
  UNION
  SELECT dataset_id, treaty_id, state_id FROM (SELECT * FROM derived EXCEPT SELECT * FROM kept) AS b
  UNION
  SELECT dataset_id, treaty_id, state_id FROM (SELECT * FROM event EXCEPT SELECT * FROM standing) AS c
  UNION
  SELECT dataset_id, treaty_id, state_id FROM (SELECT * FROM standing EXCEPT SELECT * FROM event) AS d
)
SELECT d.code AS dataset, t.code AS treaty, s.code AS state
FROM differing AS k
JOIN dataset AS d ON d.id = k.dataset_id
JOIN treaty AS t ON t.id = k.treaty_id
JOIN state AS s ON s.id = k.state_id
ORDER BY 1, 2, 3
