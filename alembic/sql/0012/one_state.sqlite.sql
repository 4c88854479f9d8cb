-- A code of a scheme is one State's at a time: two periods are refused if both certainly hold on some day (as rule
-- `overlap` of `secdb check`). No limits at all: it always held.
CREATE TRIGGER state_code_one_state_insert AFTER INSERT ON state_code
WHEN EXISTS (
  SELECT 1 FROM state_code AS c
  WHERE c.scheme = NEW.scheme AND c.code = NEW.code AND c.state_id <> NEW.state_id
    AND (c.start_latest IS NOT NULL OR c.start_earliest IS NULL)
    AND (NEW.start_latest IS NOT NULL OR NEW.start_earliest IS NULL)
    AND (c.start_latest IS NULL OR c.end_earliest IS NULL OR c.start_latest < c.end_earliest)
    AND (NEW.start_latest IS NULL OR NEW.end_earliest IS NULL OR NEW.start_latest < NEW.end_earliest)
    AND (c.start_latest IS NULL OR NEW.end_earliest IS NULL OR c.start_latest < NEW.end_earliest)
    AND (NEW.start_latest IS NULL OR c.end_earliest IS NULL OR NEW.start_latest < c.end_earliest))
BEGIN SELECT RAISE(ABORT, 'the code is another State''s on the same days'); END;

CREATE TRIGGER state_code_one_state_update AFTER UPDATE ON state_code
WHEN EXISTS (
  SELECT 1 FROM state_code AS c
  WHERE c.scheme = NEW.scheme AND c.code = NEW.code AND c.state_id <> NEW.state_id
    AND (c.start_latest IS NOT NULL OR c.start_earliest IS NULL)
    AND (NEW.start_latest IS NOT NULL OR NEW.start_earliest IS NULL)
    AND (c.start_latest IS NULL OR c.end_earliest IS NULL OR c.start_latest < c.end_earliest)
    AND (NEW.start_latest IS NULL OR NEW.end_earliest IS NULL OR NEW.start_latest < NEW.end_earliest)
    AND (c.start_latest IS NULL OR NEW.end_earliest IS NULL OR c.start_latest < NEW.end_earliest)
    AND (NEW.start_latest IS NULL OR c.end_earliest IS NULL OR NEW.start_latest < c.end_earliest))
BEGIN SELECT RAISE(ABORT, 'the code is another State''s on the same days'); END;
