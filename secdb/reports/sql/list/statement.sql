-- The statements, each with the number of those who stand under it.
SELECT s.statement, s.document, s.position, s.kind, s.title, s.date, s.date_earliest, s.date_latest, s.place, s.addressee,
  (SELECT COUNT(*) FROM signatories AS x WHERE x.statement = s.statement) AS signatories, s.note
FROM statements AS s
WHERE (CAST(:document AS TEXT) IS NULL OR s.document = :document)
  AND (CAST(:kind AS TEXT) IS NULL OR s.kind = :kind)
  AND (CAST(:state AS TEXT) IS NULL
    OR EXISTS (SELECT 1 FROM signatories AS x WHERE x.statement = s.statement AND x.state = :state))
  AND (CAST(:person AS TEXT) IS NULL
    OR EXISTS (SELECT 1 FROM signatories AS x WHERE x.statement = s.statement AND x.person = :person))
ORDER BY s.document, s.position
