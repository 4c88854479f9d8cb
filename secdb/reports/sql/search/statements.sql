-- The statements of the documents given, and where in the text they stand.
SELECT s.document, s.statement, s.title, s.start_char, s.end_char
FROM statements AS s WHERE s.document IN (@CODES) ORDER BY s.document, s.position
