-- The document :document with its text.
SELECT document, kind, title, date, symbols, language, publisher, url, retrieved_on, sha256, characters, text, note
FROM documents WHERE document = :document
