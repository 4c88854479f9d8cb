-- part record
SELECT * FROM tenures WHERE tenure = :key;

-- part rows, cited as signatory
SELECT x.statement, x.date_earliest, x.date_latest, x.capacity, x.acting, x.mode, x.signatory
FROM tenures AS t JOIN signatories AS x ON x.person = t.person AND x.state = t.state AND x.capacity = t.office
WHERE t.tenure = :key ORDER BY x.date_earliest, x.signatory;
