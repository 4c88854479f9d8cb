DROP VIEW membership_key;

-- A key may stand here more than once: to give each once SQLite would read them all, whichever are asked for.
CREATE VIEW membership_key AS
SELECT dataset_id, treaty_id, state_id FROM act WHERE state_id IS NOT NULL
UNION ALL
SELECT dataset_id, treaty_id, state_id FROM roster_presence
UNION ALL
SELECT dataset_id, treaty_id, state_id FROM membership_period;
