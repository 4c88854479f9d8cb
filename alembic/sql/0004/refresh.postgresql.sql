-- Derive the periods of one key again.
CREATE FUNCTION secdb_refresh() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (SELECT enabled FROM derivation_switch) = 1 THEN
    DELETE FROM membership_event
    WHERE dataset_id = NEW.dataset_id AND treaty_id = NEW.treaty_id AND state_id = NEW.state_id;
    INSERT INTO membership_event
    SELECT dataset_id, treaty_id, state_id, act_id, kind, status, level, resets,
      NULLIF(earliest, @LOW), NULLIF(latest, @HIGH)
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
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER membership_refresh_now AFTER INSERT ON membership_refresh
FOR EACH ROW EXECUTE FUNCTION secdb_refresh();

-- Turned on again, the database derives what was queued meanwhile; the switch itself stays.
CREATE FUNCTION secdb_switch() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  key membership_refresh;
BEGIN
  IF TG_OP <> 'UPDATE' THEN
    RAISE EXCEPTION 'the switch of the derivation is turned, not removed or made again'
      USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  FOR key IN SELECT * FROM membership_refresh LOOP
    DELETE FROM membership_refresh
    WHERE dataset_id = key.dataset_id AND treaty_id = key.treaty_id AND state_id = key.state_id;
    INSERT INTO membership_refresh VALUES (key.dataset_id, key.treaty_id, key.state_id);
  END LOOP;
  RETURN NULL;
END $$;

CREATE TRIGGER derivation_switch_on AFTER UPDATE ON derivation_switch
FOR EACH ROW WHEN (NEW.enabled = 1 AND OLD.enabled = 0) EXECUTE FUNCTION secdb_switch();

CREATE TRIGGER derivation_switch_kept BEFORE INSERT OR DELETE OR TRUNCATE ON derivation_switch
FOR EACH STATEMENT EXECUTE FUNCTION secdb_switch();

-- Periods and events are derived, never typed: only for a queued key may they change.
CREATE FUNCTION secdb_refuse_typed() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  touched record;
BEGIN
  IF TG_OP = 'INSERT' THEN touched := NEW; ELSE touched := OLD; END IF;
  IF TG_OP = 'UPDATE' OR NOT EXISTS (
      SELECT 1 FROM membership_refresh AS q WHERE q.dataset_id = touched.dataset_id
        AND q.treaty_id = touched.treaty_id AND q.state_id = touched.state_id) THEN
    RAISE EXCEPTION 'membership periods are derived; write the acts or rosters they follow from'
      USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN touched;
END $$;

CREATE TRIGGER membership_period_typed BEFORE INSERT OR UPDATE OR DELETE ON membership_period
FOR EACH ROW EXECUTE FUNCTION secdb_refuse_typed();

CREATE TRIGGER membership_event_typed BEFORE INSERT OR UPDATE OR DELETE ON membership_event
FOR EACH ROW EXECUTE FUNCTION secdb_refuse_typed();

CREATE TRIGGER membership_period_truncate BEFORE TRUNCATE ON membership_period
FOR EACH STATEMENT EXECUTE FUNCTION secdb_refuse_truncate();

CREATE TRIGGER membership_event_truncate BEFORE TRUNCATE ON membership_event
FOR EACH STATEMENT EXECUTE FUNCTION secdb_refuse_truncate();

-- Certain parts never overlap; ranges of the key's own numbers serve as equality without btree_gist.
ALTER TABLE membership_period ADD CONSTRAINT ex_membership_period__overlap EXCLUDE USING gist (
  int4range(dataset_id, dataset_id, '[]') WITH &&,
  int4range(treaty_id, treaty_id, '[]') WITH &&,
  int4range(state_id, state_id, '[]') WITH &&,
  daterange(start_latest, end_earliest) WITH &&
) WHERE (start_latest IS NOT NULL AND (end_earliest IS NULL OR start_latest < end_earliest));

-- The rule is data, and only a migration changes it.
CREATE FUNCTION secdb_refuse_rule() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the rule of derivation changes only by migration' USING ERRCODE = 'integrity_constraint_violation';
END $$;

CREATE TRIGGER act_effect_kept BEFORE INSERT OR UPDATE OR DELETE OR TRUNCATE ON act_effect
FOR EACH STATEMENT EXECUTE FUNCTION secdb_refuse_rule();

-- Queue the keys a write touches. AFTER ... so that the row itself is seen.
CREATE FUNCTION secdb_queue_treaty(of_dataset integer, of_treaty integer) RETURNS void LANGUAGE sql AS $$
  INSERT INTO membership_refresh
  SELECT k.dataset_id, k.treaty_id, k.state_id FROM membership_key AS k
  WHERE k.dataset_id = of_dataset AND k.treaty_id IN (
    SELECT of_treaty UNION SELECT related_id FROM treaty_relation WHERE treaty_id = of_treaty AND kind = 'requires')
  ON CONFLICT DO NOTHING
$$;

CREATE FUNCTION secdb_queue_entry(of_roster integer, of_state integer) RETURNS void LANGUAGE sql AS $$
  INSERT INTO membership_refresh
  SELECT r.dataset_id, r.treaty_id, of_state FROM roster AS r WHERE r.id = of_roster
  UNION SELECT r.dataset_id, q.related_id, of_state FROM roster AS r
  JOIN treaty_relation AS q ON q.treaty_id = r.treaty_id AND q.kind = 'requires' WHERE r.id = of_roster
  ON CONFLICT DO NOTHING
$$;

CREATE FUNCTION secdb_queue_relation(of_treaty integer, of_related integer) RETURNS void LANGUAGE sql AS $$
  INSERT INTO membership_refresh
  SELECT DISTINCT r.dataset_id, of_related, e.state_id FROM roster AS r JOIN roster_entry AS e ON e.roster_id = r.id
  WHERE r.treaty_id = of_treaty
  ON CONFLICT DO NOTHING
$$;

CREATE FUNCTION secdb_queue_act_key(of_dataset integer, of_treaty integer, of_state integer) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
  IF of_state IS NULL THEN
    PERFORM secdb_queue_treaty(of_dataset, of_treaty);
  ELSE
    INSERT INTO membership_refresh VALUES (of_dataset, of_treaty, of_state) ON CONFLICT DO NOTHING;
  END IF;
END $$;

CREATE FUNCTION secdb_queue_act() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'INSERT' THEN
    PERFORM secdb_queue_act_key(OLD.dataset_id, OLD.treaty_id, OLD.state_id);
  END IF;
  IF TG_OP <> 'DELETE' THEN
    PERFORM secdb_queue_act_key(NEW.dataset_id, NEW.treaty_id, NEW.state_id);
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER act_queue AFTER INSERT OR UPDATE OR DELETE ON act
FOR EACH ROW EXECUTE FUNCTION secdb_queue_act();

CREATE FUNCTION secdb_queue_roster() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'INSERT' THEN
    PERFORM secdb_queue_treaty(OLD.dataset_id, OLD.treaty_id);
  END IF;
  IF TG_OP <> 'DELETE' THEN
    PERFORM secdb_queue_treaty(NEW.dataset_id, NEW.treaty_id);
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER roster_queue AFTER INSERT OR UPDATE OR DELETE ON roster
FOR EACH ROW EXECUTE FUNCTION secdb_queue_roster();

CREATE FUNCTION secdb_queue_roster_entry() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'INSERT' THEN
    PERFORM secdb_queue_entry(OLD.roster_id, OLD.state_id);
  END IF;
  IF TG_OP <> 'DELETE' THEN
    PERFORM secdb_queue_entry(NEW.roster_id, NEW.state_id);
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER roster_entry_queue AFTER INSERT OR UPDATE OR DELETE ON roster_entry
FOR EACH ROW EXECUTE FUNCTION secdb_queue_roster_entry();

CREATE FUNCTION secdb_queue_treaty_relation() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'INSERT' THEN
    PERFORM secdb_queue_relation(OLD.treaty_id, OLD.related_id);
  END IF;
  IF TG_OP <> 'DELETE' THEN
    PERFORM secdb_queue_relation(NEW.treaty_id, NEW.related_id);
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER treaty_relation_queue AFTER INSERT OR UPDATE OR DELETE ON treaty_relation
FOR EACH ROW EXECUTE FUNCTION secdb_queue_treaty_relation();

CREATE FUNCTION secdb_queue_all() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_TABLE_NAME = 'treaty' THEN
    INSERT INTO membership_refresh
    SELECT dataset_id, treaty_id, state_id FROM membership_key WHERE treaty_id = NEW.id ON CONFLICT DO NOTHING;
  ELSE
    INSERT INTO membership_refresh
    SELECT dataset_id, treaty_id, state_id FROM membership_key WHERE state_id = NEW.id ON CONFLICT DO NOTHING;
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER treaty_queue AFTER UPDATE OF in_force_earliest, in_force_latest ON treaty
FOR EACH ROW EXECUTE FUNCTION secdb_queue_all();

CREATE TRIGGER state_queue AFTER UPDATE OF end_earliest, end_latest ON state
FOR EACH ROW EXECUTE FUNCTION secdb_queue_all();
