-- The history is append-only: a change is never altered, a sealed revision neither.
CREATE TRIGGER change_kept_update BEFORE UPDATE ON change
BEGIN SELECT RAISE(ABORT, 'the change log is append-only'); END;

CREATE TRIGGER change_kept_delete BEFORE DELETE ON change
BEGIN SELECT RAISE(ABORT, 'the change log is append-only'); END;

CREATE TRIGGER change_kept_replace BEFORE INSERT ON change
WHEN EXISTS (SELECT 1 FROM change WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'the change log is append-only'); END;

CREATE TRIGGER revision_kept_update BEFORE UPDATE ON revision
WHEN OLD.hash IS NOT NULL OR NEW.id <> OLD.id
BEGIN SELECT RAISE(ABORT, 'a sealed revision cannot be changed'); END;

CREATE TRIGGER revision_kept_delete BEFORE DELETE ON revision
BEGIN SELECT RAISE(ABORT, 'the change log is append-only'); END;

CREATE TRIGGER revision_kept_replace BEFORE INSERT ON revision
WHEN EXISTS (SELECT 1 FROM revision WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'the change log is append-only'); END;
