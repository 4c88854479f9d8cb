DROP VIEW membership_key;

CREATE VIEW membership_key AS
SELECT dataset_id, treaty_id, state_id FROM act WHERE state_id IS NOT NULL
UNION
SELECT dataset_id, treaty_id, state_id FROM roster_presence
UNION
SELECT dataset_id, treaty_id, state_id FROM membership_period;
