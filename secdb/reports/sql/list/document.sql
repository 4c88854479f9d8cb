-- The documents; `characters` is the length of the text kept, empty where only the reference is.
SELECT d.document, d.kind, d.title, d.date, d.date_earliest, d.date_latest, d.symbols, d.language, d.publisher, d.url,
  d.retrieved_on, d.characters, d.note
FROM documents AS d
WHERE (CAST(:kind AS TEXT) IS NULL OR d.kind = :kind)
  AND (:text_only = 0 OR d.characters IS NOT NULL)
ORDER BY d.document
