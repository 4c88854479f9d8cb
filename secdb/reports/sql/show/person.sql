-- part record
SELECT * FROM persons WHERE person = :key;

-- part names
SELECT name, language, form FROM person_names WHERE person = :key ORDER BY language, form, name;

-- part offices, cited as tenure
SELECT t.state, t.state_name AS name, t.office, t.acting, t.accredited_to, t.origin,
  t.start_earliest AS since_earliest, t.start_latest AS since_latest,
  t.end_earliest AS until_earliest, t.end_latest AS until_latest, t.dataset, t.statement, t.tenure, t.signatory
FROM tenures AS t WHERE t.person = :key
ORDER BY t.state, t.office, COALESCE(t.start_latest, t.start_earliest), t.origin, t.tenure, t.signatory;

-- part rows, cited as signatory
SELECT x.statement, s.document, x.date_earliest, x.date_latest, s.kind, s.title, x.position, x.state, x.state_name AS name,
  x.capacity, x.acting, x.mode, x.as_printed, x.signatory
FROM signatories AS x JOIN statements AS s ON s.statement = x.statement
WHERE x.person = :key ORDER BY x.date_earliest, x.statement, x.position;
