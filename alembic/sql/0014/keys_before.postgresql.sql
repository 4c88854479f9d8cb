CREATE OR REPLACE VIEW membership_key AS
SELECT dataset_id, treaty_id, state_id FROM act WHERE state_id IS NOT NULL
UNION
SELECT dataset_id, treaty_id, state_id FROM roster_presence
UNION
SELECT dataset_id, treaty_id, state_id FROM membership_period;

COMMENT ON VIEW membership_key IS 'A step of the derivation: a dataset, treaty and State that has, or had, something to derive from.';
