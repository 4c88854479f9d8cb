CREATE TRIGGER act_queue_insert AFTER INSERT ON act
BEGIN
  INSERT OR IGNORE INTO membership_refresh
  SELECT NEW.dataset_id, NEW.treaty_id, NEW.state_id WHERE NEW.state_id IS NOT NULL
  UNION SELECT dataset_id, treaty_id, state_id FROM membership_key
  WHERE NEW.state_id IS NULL AND dataset_id = NEW.dataset_id AND treaty_id = NEW.treaty_id;
END;
