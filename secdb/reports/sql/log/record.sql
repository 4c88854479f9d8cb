SELECT DISTINCT revision FROM changes WHERE table_name = :table_name AND row_id = :row_id
