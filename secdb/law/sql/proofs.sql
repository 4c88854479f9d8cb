-- Citations with the day of the document and the day of what it proves; an act by its own date, never its date of effect.
SELECT f.citation, f.document, f.date_earliest, f.date_latest, f.proved, f.kind, f.began_earliest, f.began_latest
FROM (
  SELECT c.citation, c.document, d.date_earliest, d.date_latest, a.dataset, a.treaty, a.state,
    a.treaty || ' ' || COALESCE(a.state, 'all') || ' ' || a.kind || ' ' || a.date AS proved, a.kind,
    a.date_earliest AS began_earliest, a.date_latest AS began_latest
  FROM citations AS c JOIN documents AS d ON d.document = c.document JOIN acts AS a ON a.act = c.act
  WHERE a.date IS NOT NULL AND d.date IS NOT NULL AND @COUNTS(a)
  UNION ALL
  SELECT DISTINCT c.citation, c.document, d.date_earliest, d.date_latest, r.dataset, r.treaty, NULL,
    'the roster of ' || r.treaty || ' on ' || r."on", NULL, r.on_earliest, r.on_latest
  FROM citations AS c JOIN documents AS d ON d.document = c.document JOIN rosters AS r ON r.roster = c.roster
  WHERE d.date IS NOT NULL AND r.rank <> 'deprecated'
  UNION ALL
  SELECT c.citation, c.document, d.date_earliest, d.date_latest, r.dataset, r.treaty, r.state,
    'the roster of ' || r.treaty || ' on ' || r."on", NULL, r.on_earliest, r.on_latest
  FROM citations AS c JOIN documents AS d ON d.document = c.document JOIN rosters AS r ON r.entry = c.roster_entry
  WHERE d.date IS NOT NULL AND r.rank <> 'deprecated'
  UNION ALL
  SELECT c.citation, c.document, d.date_earliest, d.date_latest, NULL, NULL, x.state,
    'the signature of ' || x.state || ' under ' || x.statement || ' on ' || x.date, NULL, x.date_earliest, x.date_latest
  FROM citations AS c JOIN documents AS d ON d.document = c.document JOIN signatories AS x ON x.signatory = c.signatory
  WHERE d.date IS NOT NULL AND x.date IS NOT NULL
  UNION ALL
  SELECT c.citation, c.document, d.date_earliest, d.date_latest, n.dataset, NULL, n.state,
    'that ' || n.person_name || ' was ' || n.office || ' of ' || n.state || ' from ' || n.start_earliest, NULL,
    n.start_earliest, n.start_latest
  FROM citations AS c JOIN documents AS d ON d.document = c.document
  JOIN tenures AS n ON n.origin = 'recorded' AND n.tenure = c.tenure
  WHERE d.date IS NOT NULL AND n.start_earliest IS NOT NULL
) AS f
WHERE (f.dataset = :dataset OR f.dataset IS NULL) @LIMITS(f)
ORDER BY f.citation
