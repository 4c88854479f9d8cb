-- part record
SELECT document, kind, title, date_text, date, date_earliest, date_latest, symbols, language, publisher, url,
  retrieved_on, sha256, characters, received_type, received_size, received_sha256, note
FROM documents WHERE document = :key;

-- part cited_by
SELECT record, COUNT(*) AS citations, COUNT(quotation) AS quotations
FROM citations WHERE document = :key GROUP BY record ORDER BY record;

-- part rows
SELECT statement, position, kind, title, date, place, start_char, end_char
FROM statements WHERE document = :key ORDER BY position;
