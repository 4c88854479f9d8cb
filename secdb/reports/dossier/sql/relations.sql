-- How :treaty stands to other treaties, with their titles.
SELECT r.treaty, r.kind, r.related, a.title, b.title AS related_title
FROM treaty_relations AS r JOIN treaties AS a ON a.treaty = r.treaty JOIN treaties AS b ON b.treaty = r.related
WHERE r.treaty = :treaty OR r.related = :treaty
ORDER BY r.treaty, r.kind, r.related
