-- A write queues the keys it touches; the queue derives their periods at once, unless the switch is off.
CREATE TRIGGER membership_refresh_now AFTER INSERT ON membership_refresh
WHEN (SELECT enabled FROM derivation_switch) = 1
BEGIN
  DELETE FROM membership_event
  WHERE dataset_id = NEW.dataset_id AND treaty_id = NEW.treaty_id AND state_id = NEW.state_id;
  INSERT INTO membership_event
  SELECT dataset_id, treaty_id, state_id, act_id, kind, status, level, resets, NULLIF(earliest, @LOW), NULLIF(latest, @HIGH)
  FROM standing_act
  WHERE dataset_id = NEW.dataset_id AND treaty_id = NEW.treaty_id AND state_id = NEW.state_id;
  DELETE FROM membership_period
  WHERE dataset_id = NEW.dataset_id AND treaty_id = NEW.treaty_id AND state_id = NEW.state_id;
  INSERT INTO membership_period (dataset_id, treaty_id, state_id, seq, status, start_earliest, start_latest,
    end_earliest, end_latest, origin, opened_by, opened_by_act_id, closed_by, closed_by_act_id)
  SELECT dataset_id, treaty_id, state_id, seq, status, start_earliest, start_latest,
    end_earliest, end_latest, origin, opened_by, opened_by_act_id, closed_by, closed_by_act_id
  FROM derived_period
  WHERE dataset_id = NEW.dataset_id AND treaty_id = NEW.treaty_id AND state_id = NEW.state_id;
  DELETE FROM membership_refresh
  WHERE dataset_id = NEW.dataset_id AND treaty_id = NEW.treaty_id AND state_id = NEW.state_id;
END;

-- Turned on again, the database derives what was queued meanwhile; the switch itself stays.
CREATE TRIGGER derivation_switch_on AFTER UPDATE ON derivation_switch
WHEN NEW.enabled = 1 AND OLD.enabled = 0
BEGIN
  INSERT OR REPLACE INTO membership_refresh SELECT dataset_id, treaty_id, state_id FROM membership_refresh;
END;

CREATE TRIGGER derivation_switch_kept BEFORE DELETE ON derivation_switch
BEGIN SELECT RAISE(ABORT, 'the switch of the derivation is turned, not removed'); END;

CREATE TRIGGER derivation_switch_one BEFORE INSERT ON derivation_switch
BEGIN SELECT RAISE(ABORT, 'the switch of the derivation is turned, not made again'); END;

-- Periods are derived, never typed: only for a queued key may they change.
CREATE TRIGGER membership_period_insert BEFORE INSERT ON membership_period
WHEN NOT EXISTS (SELECT 1 FROM membership_refresh AS q
  WHERE q.dataset_id = NEW.dataset_id AND q.treaty_id = NEW.treaty_id AND q.state_id = NEW.state_id)
BEGIN SELECT RAISE(ABORT, 'membership periods are derived; write the acts or rosters they follow from'); END;

CREATE TRIGGER membership_period_update BEFORE UPDATE ON membership_period
BEGIN SELECT RAISE(ABORT, 'membership periods are derived; write the acts or rosters they follow from'); END;

CREATE TRIGGER membership_period_delete BEFORE DELETE ON membership_period
WHEN NOT EXISTS (SELECT 1 FROM membership_refresh AS q
  WHERE q.dataset_id = OLD.dataset_id AND q.treaty_id = OLD.treaty_id AND q.state_id = OLD.state_id)
BEGIN SELECT RAISE(ABORT, 'membership periods are derived; write the acts or rosters they follow from'); END;

CREATE TRIGGER membership_period_overlap BEFORE INSERT ON membership_period
WHEN NEW.start_latest IS NOT NULL AND (NEW.end_earliest IS NULL OR NEW.start_latest < NEW.end_earliest) AND EXISTS (
  SELECT 1 FROM membership_period AS p
  WHERE p.dataset_id = NEW.dataset_id AND p.treaty_id = NEW.treaty_id AND p.state_id = NEW.state_id
    AND p.start_latest IS NOT NULL AND (p.end_earliest IS NULL OR p.start_latest < p.end_earliest)
    AND (p.end_earliest IS NULL OR NEW.start_latest < p.end_earliest)
    AND (NEW.end_earliest IS NULL OR p.start_latest < NEW.end_earliest))
BEGIN SELECT RAISE(ABORT, 'membership periods of one State under one treaty overlap in their certain parts'); END;

CREATE TRIGGER membership_event_insert BEFORE INSERT ON membership_event
WHEN NOT EXISTS (SELECT 1 FROM membership_refresh AS q
  WHERE q.dataset_id = NEW.dataset_id AND q.treaty_id = NEW.treaty_id AND q.state_id = NEW.state_id)
BEGIN SELECT RAISE(ABORT, 'membership events are derived; write the acts they follow from'); END;

CREATE TRIGGER membership_event_update BEFORE UPDATE ON membership_event
BEGIN SELECT RAISE(ABORT, 'membership events are derived; write the acts they follow from'); END;

CREATE TRIGGER membership_event_delete BEFORE DELETE ON membership_event
WHEN NOT EXISTS (SELECT 1 FROM membership_refresh AS q
  WHERE q.dataset_id = OLD.dataset_id AND q.treaty_id = OLD.treaty_id AND q.state_id = OLD.state_id)
BEGIN SELECT RAISE(ABORT, 'membership events are derived; write the acts they follow from'); END;

-- The rule is data, and only a migration changes it.
CREATE TRIGGER act_effect_insert BEFORE INSERT ON act_effect
BEGIN SELECT RAISE(ABORT, 'the rule of derivation changes only by migration'); END;

CREATE TRIGGER act_effect_update BEFORE UPDATE ON act_effect
BEGIN SELECT RAISE(ABORT, 'the rule of derivation changes only by migration'); END;

CREATE TRIGGER act_effect_delete BEFORE DELETE ON act_effect
BEGIN SELECT RAISE(ABORT, 'the rule of derivation changes only by migration'); END;

CREATE TRIGGER act_queue_insert AFTER INSERT ON act
BEGIN
  INSERT OR IGNORE INTO membership_refresh
  SELECT NEW.dataset_id, NEW.treaty_id, NEW.state_id WHERE NEW.state_id IS NOT NULL
  UNION SELECT dataset_id, treaty_id, state_id FROM membership_key
  WHERE NEW.state_id IS NULL AND dataset_id = NEW.dataset_id AND treaty_id = NEW.treaty_id;
END;

CREATE TRIGGER act_queue_update AFTER UPDATE ON act
BEGIN
  INSERT OR IGNORE INTO membership_refresh
  SELECT OLD.dataset_id, OLD.treaty_id, OLD.state_id WHERE OLD.state_id IS NOT NULL
  UNION SELECT NEW.dataset_id, NEW.treaty_id, NEW.state_id WHERE NEW.state_id IS NOT NULL
  UNION SELECT dataset_id, treaty_id, state_id FROM membership_key
  WHERE (NEW.state_id IS NULL AND dataset_id = NEW.dataset_id AND treaty_id = NEW.treaty_id)
    OR (OLD.state_id IS NULL AND dataset_id = OLD.dataset_id AND treaty_id = OLD.treaty_id);
END;

CREATE TRIGGER act_queue_delete AFTER DELETE ON act
BEGIN
  INSERT OR IGNORE INTO membership_refresh
  SELECT OLD.dataset_id, OLD.treaty_id, OLD.state_id WHERE OLD.state_id IS NOT NULL
  UNION SELECT dataset_id, treaty_id, state_id FROM membership_key
  WHERE OLD.state_id IS NULL AND dataset_id = OLD.dataset_id AND treaty_id = OLD.treaty_id;
END;

CREATE TRIGGER roster_queue_insert AFTER INSERT ON roster
BEGIN
  INSERT OR IGNORE INTO membership_refresh
  SELECT dataset_id, treaty_id, state_id FROM membership_key
  WHERE dataset_id = NEW.dataset_id AND treaty_id = NEW.treaty_id;
END;

CREATE TRIGGER roster_queue_update AFTER UPDATE ON roster
BEGIN
  INSERT OR IGNORE INTO membership_refresh
  SELECT k.dataset_id, k.treaty_id, k.state_id FROM membership_key AS k
  WHERE (k.dataset_id = NEW.dataset_id AND k.treaty_id IN (
      SELECT NEW.treaty_id UNION SELECT related_id FROM treaty_relation WHERE treaty_id = NEW.treaty_id AND kind = 'requires'))
    OR (k.dataset_id = OLD.dataset_id AND k.treaty_id IN (
      SELECT OLD.treaty_id UNION SELECT related_id FROM treaty_relation WHERE treaty_id = OLD.treaty_id AND kind = 'requires'));
END;

CREATE TRIGGER roster_queue_delete AFTER DELETE ON roster
BEGIN
  INSERT OR IGNORE INTO membership_refresh
  SELECT dataset_id, treaty_id, state_id FROM membership_key
  WHERE dataset_id = OLD.dataset_id AND treaty_id = OLD.treaty_id;
END;

CREATE TRIGGER roster_entry_queue_insert AFTER INSERT ON roster_entry
BEGIN
  INSERT OR IGNORE INTO membership_refresh
  SELECT r.dataset_id, r.treaty_id, NEW.state_id FROM roster AS r WHERE r.id = NEW.roster_id
  UNION SELECT r.dataset_id, q.related_id, NEW.state_id FROM roster AS r
  JOIN treaty_relation AS q ON q.treaty_id = r.treaty_id AND q.kind = 'requires' WHERE r.id = NEW.roster_id;
END;

CREATE TRIGGER roster_entry_queue_update AFTER UPDATE ON roster_entry
BEGIN
  INSERT OR IGNORE INTO membership_refresh
  SELECT r.dataset_id, r.treaty_id, s.id FROM roster AS r JOIN state AS s ON s.id IN (OLD.state_id, NEW.state_id)
  WHERE r.id IN (OLD.roster_id, NEW.roster_id)
  UNION SELECT r.dataset_id, q.related_id, s.id FROM roster AS r JOIN state AS s ON s.id IN (OLD.state_id, NEW.state_id)
  JOIN treaty_relation AS q ON q.treaty_id = r.treaty_id AND q.kind = 'requires'
  WHERE r.id IN (OLD.roster_id, NEW.roster_id);
END;

CREATE TRIGGER roster_entry_queue_delete AFTER DELETE ON roster_entry
BEGIN
  INSERT OR IGNORE INTO membership_refresh
  SELECT r.dataset_id, r.treaty_id, OLD.state_id FROM roster AS r WHERE r.id = OLD.roster_id
  UNION SELECT r.dataset_id, q.related_id, OLD.state_id FROM roster AS r
  JOIN treaty_relation AS q ON q.treaty_id = r.treaty_id AND q.kind = 'requires' WHERE r.id = OLD.roster_id;
END;

CREATE TRIGGER treaty_relation_queue_insert AFTER INSERT ON treaty_relation WHEN NEW.kind = 'requires'
BEGIN
  INSERT OR IGNORE INTO membership_refresh
  SELECT r.dataset_id, NEW.related_id, e.state_id FROM roster AS r JOIN roster_entry AS e ON e.roster_id = r.id
  WHERE r.treaty_id = NEW.treaty_id;
END;

CREATE TRIGGER treaty_relation_queue_update AFTER UPDATE ON treaty_relation
BEGIN
  INSERT OR IGNORE INTO membership_refresh
  SELECT r.dataset_id, OLD.related_id, e.state_id FROM roster AS r JOIN roster_entry AS e ON e.roster_id = r.id
  WHERE r.treaty_id = OLD.treaty_id
  UNION SELECT r.dataset_id, NEW.related_id, e.state_id FROM roster AS r JOIN roster_entry AS e ON e.roster_id = r.id
  WHERE r.treaty_id = NEW.treaty_id;
END;

CREATE TRIGGER treaty_relation_queue_delete AFTER DELETE ON treaty_relation WHEN OLD.kind = 'requires'
BEGIN
  INSERT OR IGNORE INTO membership_refresh
  SELECT r.dataset_id, OLD.related_id, e.state_id FROM roster AS r JOIN roster_entry AS e ON e.roster_id = r.id
  WHERE r.treaty_id = OLD.treaty_id;
END;

CREATE TRIGGER treaty_queue_update AFTER UPDATE OF in_force_earliest, in_force_latest ON treaty
BEGIN
  INSERT OR IGNORE INTO membership_refresh
  SELECT dataset_id, treaty_id, state_id FROM membership_key WHERE treaty_id = NEW.id;
END;

CREATE TRIGGER state_queue_update AFTER UPDATE OF end_earliest, end_latest ON state
BEGIN
  INSERT OR IGNORE INTO membership_refresh
  SELECT dataset_id, treaty_id, state_id FROM membership_key WHERE state_id = NEW.id;
END;
