-- Whether derivation is at rest: the switch, and the keys that wait.
SELECT (SELECT enabled FROM derivation_switch) AS enabled, (SELECT COUNT(*) FROM membership_refresh) AS queued
