SELECT change, table_name, row_id, operation, old, new FROM changes WHERE revision = :revision ORDER BY change
