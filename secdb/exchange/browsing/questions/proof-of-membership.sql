-- Which words prove a membership?
-- The act that opened each period of a State under a treaty, and the sentence of the document that says so.
SELECT m.treaty, m.state, m.status, m.start_latest AS since, a.kind, c.document, c.locator, c.quotation, c.url
FROM memberships AS m
JOIN acts AS a ON a.act = m.opened_by_act
JOIN citations AS c ON c.act = a.act
WHERE m.dataset = CASE :dataset WHEN '' THEN 'register' ELSE :dataset END
  AND lower(:treaty) IN ('', m.treaty) AND upper(:state) IN ('', m.state)
ORDER BY m.treaty, m.state, m.seq, c.citation
