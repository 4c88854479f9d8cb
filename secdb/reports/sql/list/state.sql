-- The States, those only that exist (or may exist) on :on unless :every = 1.
SELECT s.state, s.state_name AS name, s.formal_name, s.existence,
  s.start_earliest AS since_earliest, s.start_latest AS since_latest,
  s.end_earliest AS until_earliest, s.end_latest AS until_latest, s.un_admission, s.note
FROM states AS s
WHERE :every = 1
  OR ((s.start_earliest IS NULL OR s.start_earliest <= :on) AND (s.end_latest IS NULL OR :on < s.end_latest))
ORDER BY s.state
