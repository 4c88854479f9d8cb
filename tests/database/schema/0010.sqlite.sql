-- index ix_act__contests
CREATE INDEX ix_act__contests ON act (contests_id) WHERE contests_id IS NOT NULL

-- index ix_act__signer_id
CREATE INDEX ix_act__signer_id ON act (signer_id) WHERE signer_id IS NOT NULL

-- index ix_citation__act
CREATE INDEX ix_citation__act ON citation (act_id) WHERE act_id IS NOT NULL

-- index ix_citation__roster
CREATE INDEX ix_citation__roster ON citation (roster_id) WHERE roster_id IS NOT NULL

-- index ix_citation__roster_entry
CREATE INDEX ix_citation__roster_entry ON citation (roster_entry_id) WHERE roster_entry_id IS NOT NULL

-- index ix_citation__signatory
CREATE INDEX ix_citation__signatory ON citation (signatory_id) WHERE signatory_id IS NOT NULL

-- index ix_citation__state
CREATE INDEX ix_citation__state ON citation (state_id) WHERE state_id IS NOT NULL

-- index ix_citation__state_name
CREATE INDEX ix_citation__state_name ON citation (state_name_id) WHERE state_name_id IS NOT NULL

-- index ix_citation__state_succession
CREATE INDEX ix_citation__state_succession ON citation (state_succession_id) WHERE state_succession_id IS NOT NULL

-- index ix_citation__statement
CREATE INDEX ix_citation__statement ON citation (statement_id) WHERE statement_id IS NOT NULL

-- index ix_citation__tenure
CREATE INDEX ix_citation__tenure ON citation (tenure_id) WHERE tenure_id IS NOT NULL

-- index ix_citation__treaty
CREATE INDEX ix_citation__treaty ON citation (treaty_id) WHERE treaty_id IS NOT NULL

-- trigger act_queue_insert
CREATE TRIGGER act_queue_insert AFTER INSERT ON act WHEN NEW.state_id IS NOT NULL
BEGIN
INSERT OR IGNORE INTO membership_refresh (dataset_id, treaty_id, state_id)
VALUES (NEW.dataset_id, NEW.treaty_id, NEW.state_id);
END

-- trigger act_queue_insert_all
CREATE TRIGGER act_queue_insert_all AFTER INSERT ON act WHEN NEW.state_id IS NULL
BEGIN
INSERT OR IGNORE INTO membership_refresh
SELECT dataset_id, treaty_id, state_id FROM membership_key
WHERE dataset_id = NEW.dataset_id AND treaty_id = NEW.treaty_id;
END
