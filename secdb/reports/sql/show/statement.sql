-- part record
SELECT * FROM statements WHERE statement = :key;

-- part rows, cited as signatory
SELECT position, state, state_name AS name, person_name AS person, person AS person_code, as_printed,
  capacity, acting, mode, signatory
FROM signatories WHERE statement = :key ORDER BY position;
