-- The treaties' own dates.
SELECT t.treaty, t.signed, t.signed_earliest, t.signed_latest, t.in_force, t.in_force_earliest, t.in_force_latest
FROM treaties AS t
