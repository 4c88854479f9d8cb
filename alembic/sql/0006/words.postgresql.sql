-- The words of a text, without accents and case; letters of scripts that put no blanks between words one by one.
-- A text with more words than a tsvector holds gets the word *, which every search looks for too.
CREATE FUNCTION secdb_words(title text, body text) RETURNS tsvector
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE COST 100000 AS $$
DECLARE
  letters text := translate(regexp_replace(
    lower(normalize(concat_ws(E'\n', title, body), NFD) @COLLATION), '[\u0300-\u036F]', '', 'g'), U&'\03C2', U&'\03C3');
  found text[] := ARRAY(
    SELECT DISTINCT left(word, 64)
    FROM regexp_split_to_table(regexp_replace(letters, '([@UNSPACED])', ' \1 ', 'g'), '[@BETWEEN]+') AS word
    WHERE word <> '');
BEGIN
  -- array_to_tsvector() makes rubbish of more than a megabyte and tells nobody
  RETURN array_to_tsvector(CASE WHEN octet_length(array_to_string(found, '')) > 1000000 THEN ARRAY['*'] ELSE found END);
END $$;

CREATE INDEX ix_document__words ON document USING gin (secdb_words(title, text));

CREATE INDEX ix_statement__words ON statement USING gin (secdb_words(title, ''));

-- The documents that answer to a query. Without the settings a common word makes the planner take the words of every text
-- anew, which is slower by far than to ask the index.
CREATE FUNCTION secdb_find(query tsquery) RETURNS TABLE (document text)
LANGUAGE sql STABLE SET enable_seqscan = off SET enable_indexscan = off AS $$
  SELECT d.document FROM documents AS d WHERE secdb_words(d.title, d.text) @@ query
  UNION SELECT s.document FROM statements AS s WHERE secdb_words(s.title, '') @@ query
$$;
