-- The treaties; with :state those under which it did an act.
SELECT t.treaty, t.title, t.signed, t.signed_at, t.in_force, t.term_years, t.expires, o.organization,
  t.depositary, t.registration, t.note
FROM treaties AS t LEFT JOIN organizations AS o ON o.treaty = t.treaty
WHERE CAST(:state AS TEXT) IS NULL
  OR EXISTS (SELECT 1 FROM acts AS a WHERE a.treaty = t.treaty AND a.state = :state)
ORDER BY t.treaty, o.organization
