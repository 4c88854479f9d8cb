-- The documents whose words, or the words of a title of whose statements, answer to an FTS5 query.
SELECT d.code AS document
FROM document_word AS w JOIN document AS d ON d.id = w.rowid
WHERE document_word MATCH :query
UNION SELECT d.code
FROM statement_word AS w JOIN statement AS s ON s.id = w.rowid JOIN document AS d ON d.id = s.document_id
WHERE statement_word MATCH :query
