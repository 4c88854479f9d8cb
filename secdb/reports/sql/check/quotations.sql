-- Quotations that are not the slice of their document's text that their offsets name.
SELECT c.citation, c.record, c.record_id, c.document, c.start_char, c.end_char
FROM citations AS c JOIN documents AS d ON d.document = c.document
WHERE c.quotation IS NOT NULL AND d.text IS NOT NULL
  AND (c.start_char IS NULL OR substr(d.text, c.start_char + 1, c.end_char - c.start_char) <> c.quotation)
ORDER BY c.citation
