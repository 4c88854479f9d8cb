-- An act of a State touches one key, and most acts are such: no search, no set to bring together.
CREATE TRIGGER act_queue_insert AFTER INSERT ON act WHEN NEW.state_id IS NOT NULL
BEGIN
  INSERT OR IGNORE INTO membership_refresh (dataset_id, treaty_id, state_id)
  VALUES (NEW.dataset_id, NEW.treaty_id, NEW.state_id);
END;

-- An act for all touches every key of its treaty.
CREATE TRIGGER act_queue_insert_all AFTER INSERT ON act WHEN NEW.state_id IS NULL
BEGIN
  INSERT OR IGNORE INTO membership_refresh
  SELECT dataset_id, treaty_id, state_id FROM membership_key
  WHERE dataset_id = NEW.dataset_id AND treaty_id = NEW.treaty_id;
END;
