-- The statements of the document :document, in its order.
SELECT statement, document, kind, title, date, date_earliest, date_latest, place, addressee, language, start_char, end_char, note
FROM statements WHERE document = :document
ORDER BY position, statement
