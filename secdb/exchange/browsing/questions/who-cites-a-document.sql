-- What rests on a document?
-- The records that cite it, with the words that prove them.
SELECT d.document, c.record, c.record_id, c.locator, c.quotation
FROM documents AS d
JOIN citations AS c ON c.document = d.document
WHERE :document IN ('', d.document) OR d.symbols LIKE '%' || :document || '%' OR d.title LIKE '%' || :document || '%'
ORDER BY d.document, c.record, c.citation
