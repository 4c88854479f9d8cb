-- The history is append-only: a change is never altered, a sealed revision neither.
CREATE FUNCTION secdb_keep_history() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_TABLE_NAME = 'revision' AND TG_OP = 'UPDATE' THEN
    IF OLD.hash IS NULL AND NEW.id = OLD.id THEN
      RETURN NEW;
    END IF;
    RAISE EXCEPTION 'a sealed revision cannot be changed' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RAISE EXCEPTION 'the change log is append-only' USING ERRCODE = 'integrity_constraint_violation';
END $$;

CREATE TRIGGER change_kept BEFORE UPDATE OR DELETE ON change
FOR EACH ROW EXECUTE FUNCTION secdb_keep_history();

CREATE TRIGGER change_kept_truncate BEFORE TRUNCATE ON change
FOR EACH STATEMENT EXECUTE FUNCTION secdb_keep_history();

-- Nothing is added to a sealed revision.
CREATE FUNCTION secdb_refuse_sealed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM revision WHERE id = NEW.revision_id AND hash IS NOT NULL) THEN
    RAISE EXCEPTION 'a change belongs to a revision that is not sealed yet'
      USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER change_kept_insert BEFORE INSERT ON change
FOR EACH ROW EXECUTE FUNCTION secdb_refuse_sealed();

CREATE TRIGGER revision_kept BEFORE UPDATE OR DELETE ON revision
FOR EACH ROW EXECUTE FUNCTION secdb_keep_history();

-- Truncation would pass by the row triggers, so tables of facts refuse it.
CREATE FUNCTION secdb_refuse_truncate() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'TRUNCATE passes by the change log; use DELETE' USING ERRCODE = 'integrity_constraint_violation';
END $$;

-- The history knows a row by its id.
CREATE FUNCTION secdb_refuse_new_id() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the id of a row is never changed' USING ERRCODE = 'integrity_constraint_violation';
END $$;

-- The revision a write belongs to: the one being written, else one made for the outside client's transaction.
-- The lock lets writers wait for one another, so that numbers have no gaps and no two share one.
CREATE FUNCTION secdb_current_revision() RETURNS integer LANGUAGE plpgsql AS $$
DECLARE
  found integer;
  moment text := to_char(now() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"');
BEGIN
  SELECT id INTO found FROM revision WHERE closed_at IS NULL;
  IF found IS NOT NULL THEN
    RETURN found;
  END IF;
  PERFORM pg_advisory_xact_lock(5032002);
  SELECT id INTO found FROM revision
  WHERE id = (SELECT max(id) FROM revision) AND author IS NULL AND hash IS NULL AND opened_at = moment;
  IF found IS NULL THEN
    INSERT INTO revision (id, opened_at, closed_at)
    SELECT COALESCE(max(id), 0) + 1, moment, moment FROM revision
    RETURNING id INTO found;
  END IF;
  RETURN found;
END $$;

CREATE FUNCTION secdb_log_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    INSERT INTO change (revision_id, table_name, row_id, operation, old, new)
    VALUES (secdb_current_revision(), TG_TABLE_NAME, NEW.id, 'insert', NULL, to_jsonb(NEW));
  ELSIF TG_OP = 'DELETE' THEN
    INSERT INTO change (revision_id, table_name, row_id, operation, old, new)
    VALUES (secdb_current_revision(), TG_TABLE_NAME, OLD.id, 'delete', to_jsonb(OLD), NULL);
  ELSIF to_jsonb(NEW) <> to_jsonb(OLD) THEN
    INSERT INTO change (revision_id, table_name, row_id, operation, old, new)
    VALUES (secdb_current_revision(), TG_TABLE_NAME, NEW.id, 'update', to_jsonb(OLD), to_jsonb(NEW));
  END IF;
  RETURN NULL;
END $$;
