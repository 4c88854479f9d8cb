SELECT revision, table_name, COUNT(*) AS changes FROM changes
WHERE revision BETWEEN :first AND :last
GROUP BY revision, table_name ORDER BY revision, COUNT(*) DESC, table_name
