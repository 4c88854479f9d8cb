SELECT row_id, old, new FROM changes WHERE table_name = :table_name
