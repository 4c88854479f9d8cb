-- constraint ck_change__operation_known
change CHECK ((operation = ANY (ARRAY['insert'::text, 'update'::text, 'delete'::text])))

-- view membership_key
SELECT act.dataset_id,
act.treaty_id,
act.state_id
FROM act
WHERE (act.state_id IS NOT NULL)
UNION ALL
SELECT roster_presence.dataset_id,
roster_presence.treaty_id,
roster_presence.state_id
FROM roster_presence
UNION ALL
SELECT membership_period.dataset_id,
membership_period.treaty_id,
membership_period.state_id
FROM membership_period;
