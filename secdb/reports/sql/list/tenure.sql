-- Who held which office: as recorded by an archivist, and as signatures attest it on the day of a statement.
SELECT t.tenure, t.dataset, t.state, t.state_name AS name, t.office, t.person_name AS person, t.person AS person_code,
  t.acting, t.accredited_to, t.title,
  t.start_earliest AS since_earliest, t.start_latest AS since_latest,
  t.end_earliest AS until_earliest, t.end_latest AS until_latest, t.origin, t.statement, t.signatory
FROM tenures AS t
WHERE (CAST(:dataset AS TEXT) IS NULL OR t.dataset = :dataset)
  AND (CAST(:state AS TEXT) IS NULL OR t.state = :state)
  AND (CAST(:person AS TEXT) IS NULL OR t.person = :person)
  AND (CAST(:office AS TEXT) IS NULL OR t.office = :office)
ORDER BY t.state, t.office, COALESCE(t.start_latest, t.start_earliest), t.origin, t.tenure, t.signatory
