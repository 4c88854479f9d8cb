SELECT change, revision, table_name, row_id, operation, old, new FROM changes
WHERE revision > :after AND revision <= :last
ORDER BY table_name, row_id, change
