-- The view as revision 0005 made it.
DROP VIEW documents;

CREATE VIEW documents AS
SELECT d.code AS document, d.kind, d.title, d.date_text, d.date_edtf AS date, d.date_earliest, d.date_latest,
  (SELECT @JOIN(y.symbol) FROM (
    SELECT x.symbol FROM document_symbol AS x WHERE x.document_id = d.id ORDER BY x.position) AS y) AS symbols,
  d.language, d.publisher, d.url, d.retrieved_on, d.sha256, length(d.text) AS characters, d.text, d.note
FROM document AS d;
