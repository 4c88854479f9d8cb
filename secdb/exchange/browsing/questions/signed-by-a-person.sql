-- What did a person sign?
-- By any part of a name, as the register or the document has it. Capitals outside the Latin alphabet count.
SELECT s.person_name, s.as_printed, s.state, s.capacity, s.mode, s.statement, t.title, t.document, s.date
FROM signatories AS s
JOIN statements AS t ON t.statement = s.statement
WHERE s.person_name LIKE '%' || :person || '%' OR s.as_printed LIKE '%' || :person || '%' OR s.person IN (
  SELECT n.person FROM person_names AS n WHERE n.name LIKE '%' || :person || '%')
ORDER BY s.person_name, s.date_earliest, s.statement
