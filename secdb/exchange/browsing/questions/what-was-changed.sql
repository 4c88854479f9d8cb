-- What was changed, by whom, in which revision?
-- How many rows of which table, the newest revision first.
SELECT r.revision, r.closed_at, r.author, r.message, c.table_name, c.operation, COUNT(*) AS rows
FROM revisions AS r
JOIN changes AS c ON c.revision = r.revision
WHERE r.author LIKE '%' || :author || '%' OR :author = ''
GROUP BY r.revision, c.table_name, c.operation
ORDER BY r.revision DESC, c.table_name, c.operation
