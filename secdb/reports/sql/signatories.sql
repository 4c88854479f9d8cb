-- Who stands under the statement :statement, with the State's name as of :on, the day of the statement.
SELECT x.position, x.state,
  COALESCE((SELECT n.name FROM state_names AS n
    WHERE n.state = x.state AND n.language = 'en' AND n.form = 'short'
      AND (n.start_earliest IS NULL OR n.start_earliest <= :on)
      AND (n.end_latest IS NULL OR :on < n.end_latest)
    ORDER BY CASE WHEN n.start_latest <= :on AND (n.end_earliest IS NULL OR :on < n.end_earliest)
        THEN 0 ELSE 1 END,
      n.start_latest DESC, n.name
    LIMIT 1), x.state_name) AS name,
  x.person_name AS person, x.person AS person_code, x.as_printed, x.capacity, x.acting, x.accredited_to, x.mode,
  x.joined_on, x.withdrew_on, x.note, x.signatory
FROM signatories AS x
WHERE x.statement = :statement
ORDER BY x.position
