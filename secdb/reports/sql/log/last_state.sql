SELECT old, new FROM changes
WHERE table_name = :table_name AND row_id = :row_id AND revision <= :last
ORDER BY change DESC LIMIT 1
