-- part record
SELECT * FROM states WHERE state = :key;

-- part codes
SELECT scheme, code, valid FROM state_codes WHERE state = :key ORDER BY scheme, code;

-- part successions, cited as state_succession
SELECT predecessor, successor, kind, date, note, id AS state_succession
FROM state_successions WHERE predecessor = :key OR successor = :key
ORDER BY date_earliest, id;

-- part memberships
SELECT m.dataset, m.treaty, m.status, m.start_earliest AS since_earliest, m.start_latest AS since_latest,
  m.end_earliest AS until_earliest, m.end_latest AS until_latest, m.opened_by, m.closed_by, m.origin
FROM memberships AS m WHERE m.state = :key
ORDER BY m.dataset, m.treaty, m.seq;

-- part rows, cited as state_name
SELECT name, language, form, start_earliest AS since_earliest, start_latest AS since_latest,
  end_earliest AS until_earliest, end_latest AS until_latest, id AS state_name
FROM state_names WHERE state = :key
ORDER BY CASE language WHEN 'en' THEN 0 ELSE 1 END, language, form, id;
