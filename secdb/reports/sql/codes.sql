-- The codes of States that are, or may be, valid on the day :on (at any time if :every = 1), the best one first.
SELECT c.state, c.scheme, c.code
FROM state_codes AS c
WHERE :every = 1
  OR ((c.start_earliest IS NULL OR c.start_earliest <= :on) AND (c.end_latest IS NULL OR :on < c.end_latest))
ORDER BY c.state, c.scheme,
  -- certainly valid on the day; else, and without a day, the one that ended last or not at all, then the later one
  CASE WHEN (c.start_latest IS NULL OR c.start_latest <= :on) AND (c.end_earliest IS NULL OR :on < c.end_earliest)
    THEN 0 ELSE 1 END,
  CASE WHEN c.end_earliest IS NULL THEN 0 ELSE 1 END, c.end_earliest DESC,
  CASE WHEN c.start_latest IS NULL THEN 1 ELSE 0 END, c.start_latest DESC, c.code
