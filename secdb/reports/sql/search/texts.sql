-- The documents of the codes given, with their texts.
SELECT d.document, d.title, d.text FROM documents AS d WHERE d.document IN (@CODES) ORDER BY d.document
