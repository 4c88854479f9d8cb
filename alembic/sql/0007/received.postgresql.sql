ALTER TABLE document ADD COLUMN received_sha256 text;

COMMENT ON COLUMN document.received_sha256 IS 'SHA-256 of the file as received';

-- what follows from the row is no change to be logged
ALTER TABLE document DISABLE TRIGGER document_log;

UPDATE document SET received_sha256 = encode(sha256(received), 'hex') WHERE received IS NOT NULL;

ALTER TABLE document ENABLE TRIGGER document_log;

ALTER TABLE document ADD CONSTRAINT ck_document__received_with_hash
CHECK ((received IS NULL) = (received_sha256 IS NULL));

ALTER TABLE document ADD CONSTRAINT ck_document__received_hash_true
CHECK (received_sha256 = encode(sha256(received), 'hex'));

-- replaced, not dropped: who may read it stays
CREATE OR REPLACE VIEW documents AS
SELECT d.code AS document, d.kind, d.title, d.date_text, d.date_edtf AS date, d.date_earliest, d.date_latest,
  (SELECT @JOIN(y.symbol) FROM (
    SELECT x.symbol FROM document_symbol AS x WHERE x.document_id = d.id ORDER BY x.position) AS y) AS symbols,
  d.language, d.publisher, d.url, d.retrieved_on, d.sha256, length(d.text) AS characters, d.text, d.note,
  d.received_type, length(d.received) AS received_size, d.received_sha256
FROM document AS d;
