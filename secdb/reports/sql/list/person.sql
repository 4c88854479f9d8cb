-- The persons; with :state those who held an office of it or stand under a statement for it.
SELECT p.person, p.name, p.names, p.note
FROM persons AS p
WHERE CAST(:state AS TEXT) IS NULL
  OR EXISTS (SELECT 1 FROM tenures AS t WHERE t.person = p.person AND t.state = :state)
  OR EXISTS (SELECT 1 FROM signatories AS x WHERE x.person = p.person AND x.state = :state)
ORDER BY p.person
