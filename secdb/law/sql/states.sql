-- When the States existed, as far as that is recorded.
SELECT s.state, s.start_earliest, s.start_latest, s.end_earliest, s.end_latest
FROM states AS s WHERE s.existence IS NOT NULL
