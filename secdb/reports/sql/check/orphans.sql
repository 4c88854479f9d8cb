-- Records that nothing refers to: rosters without States, documents cited by nothing, persons who did nothing.
SELECT 'roster' AS record, CAST(r.roster AS TEXT) AS id, r.treaty AS title FROM rosters AS r WHERE r.state IS NULL
UNION ALL
SELECT 'document', d.document, d.title FROM documents AS d
WHERE NOT EXISTS (SELECT 1 FROM citations AS c WHERE c.document = d.document)
  AND NOT EXISTS (SELECT 1 FROM statements AS s WHERE s.document = d.document)
UNION ALL
SELECT 'person', p.person, p.name FROM persons AS p
WHERE NOT EXISTS (SELECT 1 FROM signatories AS s WHERE s.person = p.person)
  AND NOT EXISTS (SELECT 1 FROM tenures AS t WHERE t.person = p.person)
  AND NOT EXISTS (SELECT 1 FROM acts AS a WHERE a.signer = p.person)
ORDER BY 1, 2
