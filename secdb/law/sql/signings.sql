-- Who stands under a statement, or signed an act of :dataset that counts, in what office, and on what day.
SELECT s.record, s.where_signed, s.state, s.person, s.person_name, s.office, s.acting, s.accredited_to,
  s.day_earliest, s.day_latest
FROM (
  SELECT 'signatory' AS source, x.signatory AS id, 'signatory:' || x.signatory AS record, x.statement AS where_signed,
    x.statement, CAST(NULL AS TEXT) AS treaty, x.state, x.person, x.person_name, x.capacity AS office, x.acting,
    x.accredited_to,
    COALESCE(x.joined_on, x.date_earliest) AS day_earliest, COALESCE(x.joined_on, x.date_latest) AS day_latest
  FROM signatories AS x
  WHERE x.person IS NOT NULL AND x.capacity IS NOT NULL AND x.mode <> 'named'
  UNION ALL
  SELECT 'act', a.act, 'act:' || a.act, a.treaty, NULL, a.treaty, a.state, a.signer, p.name, a.signer_capacity, 0,
    NULL, a.date_earliest, a.date_latest
  FROM acts AS a JOIN persons AS p ON p.person = a.signer
  WHERE a.dataset = :dataset AND a.signer_capacity IS NOT NULL AND @COUNTS(a)
) AS s
WHERE s.state IS NOT NULL @LIMITS(s)
ORDER BY s.source, s.id
