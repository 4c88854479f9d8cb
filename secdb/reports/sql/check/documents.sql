-- Documents that have a text.
SELECT document, text, sha256 FROM documents WHERE text IS NOT NULL ORDER BY document
