CREATE TRIGGER change_kept_replace BEFORE INSERT ON change
WHEN EXISTS (SELECT 1 FROM change WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'the change log is append-only'); END;

-- A row that is not given an id shows as -1 to the trigger above.
CREATE TRIGGER change_kept_id AFTER INSERT ON change
WHEN NEW.id < 1
BEGIN SELECT RAISE(ABORT, 'the id of a change is positive'); END;

-- Nothing is added to a sealed revision, nor to one that is not there.
CREATE TRIGGER change_kept_insert BEFORE INSERT ON change
WHEN NOT EXISTS (SELECT 1 FROM revision WHERE id = NEW.revision_id AND hash IS NULL)
BEGIN SELECT RAISE(ABORT, 'a change belongs to a revision that is not sealed yet'); END;
