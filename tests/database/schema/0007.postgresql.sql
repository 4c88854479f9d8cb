-- column document.received_sha256
text
-- SHA-256 of the file as received

-- constraint ck_document__received_hash_true
document CHECK ((received_sha256 = encode(sha256(received), 'hex'::text)))

-- constraint ck_document__received_with_hash
document CHECK (((received IS NULL) = (received_sha256 IS NULL)))

-- view documents
SELECT code AS document,
kind,
title,
date_text,
date_edtf AS date,
date_earliest,
date_latest,
( SELECT string_agg(y.symbol, '; '::text) AS string_agg
FROM ( SELECT x.symbol
FROM document_symbol x
WHERE (x.document_id = d.id)
ORDER BY x."position") y) AS symbols,
language,
publisher,
url,
retrieved_on,
sha256,
length(text) AS characters,
text,
note,
received_type,
length(received) AS received_size,
received_sha256
FROM document d;
