-- A code of a scheme is one State's at a time: two periods are refused if both certainly hold on some day (as rule
-- `overlap` of `secdb check`). No limits at all: it always held.
CREATE FUNCTION secdb_one_state() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
      SELECT 1 FROM state_code AS c
      WHERE c.scheme = NEW.scheme AND c.code = NEW.code AND c.state_id <> NEW.state_id
        AND (c.start_latest IS NOT NULL OR c.start_earliest IS NULL)
        AND (NEW.start_latest IS NOT NULL OR NEW.start_earliest IS NULL)
        AND (c.start_latest IS NULL OR c.end_earliest IS NULL OR c.start_latest < c.end_earliest)
        AND (NEW.start_latest IS NULL OR NEW.end_earliest IS NULL OR NEW.start_latest < NEW.end_earliest)
        AND (c.start_latest IS NULL OR NEW.end_earliest IS NULL OR c.start_latest < NEW.end_earliest)
        AND (NEW.start_latest IS NULL OR c.end_earliest IS NULL OR NEW.start_latest < c.end_earliest)) THEN
    RAISE EXCEPTION 'the code is another State''s on the same days' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NULL;
END $$;

-- Its name comes after that of the log, whose lock lets writers wait for one another.
CREATE TRIGGER state_code_one_state AFTER INSERT OR UPDATE ON state_code
FOR EACH ROW EXECUTE FUNCTION secdb_one_state();

COMMENT ON FUNCTION secdb_one_state() IS 'Trigger: a code of a scheme is one State''s at a time.';
