-- What is there is not replaced. A row that is not given an id shows as -1.
CREATE TRIGGER change_kept_replace BEFORE INSERT ON change
WHEN EXISTS (SELECT 1 FROM change WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'the change log is append-only'); END;

-- Nothing is added to a sealed revision, nor to one that is not there.
CREATE TRIGGER change_kept_insert AFTER INSERT ON change
WHEN NEW.id < 1 OR NOT EXISTS (SELECT 1 FROM revision WHERE id = NEW.revision_id AND hash IS NULL)
BEGIN
  SELECT RAISE(ABORT, 'the id of a change is positive') WHERE NEW.id < 1;
  SELECT RAISE(ABORT, 'a change belongs to a revision that is not sealed yet');
END;
