-- function secdb_find
CREATE OR REPLACE FUNCTION public.secdb_find(query tsquery)
RETURNS TABLE(document text)
LANGUAGE sql
STABLE
SET enable_seqscan TO 'off'
SET enable_indexscan TO 'off'
AS $function$
SELECT d.document FROM documents AS d WHERE secdb_words(d.title, d.text) @@ query
UNION SELECT s.document FROM statements AS s WHERE secdb_words(s.title, '') @@ query
$function$

-- function secdb_words
CREATE OR REPLACE FUNCTION public.secdb_words(title text, body text)
RETURNS tsvector
LANGUAGE plpgsql
IMMUTABLE PARALLEL SAFE COST 100000
AS $function$
DECLARE
letters text := translate(regexp_replace(
lower(normalize(concat_ws(E'\n', title, body), NFD) COLLATE "pg_c_utf8"), '[\u0300-\u036F]', '', 'g'), U&'\03C2', U&'\03C3');
found text[] := ARRAY(
SELECT DISTINCT left(word, 64)
FROM regexp_split_to_table(regexp_replace(letters, '([\u0E01-\u0E4E\u0E81-\u0ECD\u1000-\u103F\u1780-\u17D3\u2E80-\u2FD5\u3005-\u3007\u3041-\u30FF\u31F0-\u31FF\u3400-\u4DBF\u4E00-\u9FFF\uF900-\uFAFF\uFF66-\uFF9F\U00020000-\U0003FFFF])', ' \1 ', 'g'), '[\u0000-\u002F\u003A-\u0040\u005B-\u0060\u007B-\u00A9\u00AB-\u00B4\u00B6-\u00B9\u00BB-\u00BF\u00D7\u00F7\u055A-\u055F\u0589\u058A\u05BE\u05C0\u05C3\u05C6\u05F3\u05F4\u0609-\u060D\u061B-\u061F\u066A-\u066D\u06D4\u0964\u0965\u2000-\u206F\u20A0-\u20CF\u2116\u2117\u2122\u2190-\u2BFF\u2E00-\u2E7F\u3000-\u3004\u3008-\u3020\u3030\u303D-\u303F\uE000-\uF8FF\uFE10-\uFE1F\uFE30-\uFE6F\uFEFF-\uFF0F\uFF1A-\uFF20\uFF3B-\uFF40\uFF5B-\uFF65\uFFFC\uFFFD]+') AS word
WHERE word <> '');
BEGIN
-- array_to_tsvector() makes rubbish of more than a megabyte and tells nobody
RETURN array_to_tsvector(CASE WHEN octet_length(array_to_string(found, '')) > 1000000 THEN ARRAY['*'] ELSE found END);
END $function$

-- index ix_document__words
CREATE INDEX ix_document__words ON public.document USING gin (secdb_words(title, text))

-- index ix_statement__words
CREATE INDEX ix_statement__words ON public.statement USING gin (secdb_words(title, ''::text))
