-- The documents whose words, or the words of a title of whose statements, answer to a tsquery.
SELECT document FROM secdb_find(CAST(:query AS tsquery))
