-- A quotation is exactly the slice of the document's text that its offsets name. substr() and length() count characters.
CREATE TRIGGER citation_words_insert BEFORE INSERT ON citation
WHEN NEW.quotation IS NOT NULL AND EXISTS (
  SELECT 1 FROM document AS d WHERE d.id = NEW.document_id AND d.text IS NOT NULL
    AND (NEW.start_char IS NULL OR substr(d.text, NEW.start_char + 1, NEW.end_char - NEW.start_char) IS NOT NEW.quotation))
BEGIN SELECT RAISE(ABORT, 'the quotation is not the slice of the document''s text that its offsets name'); END;

CREATE TRIGGER citation_words_update BEFORE UPDATE ON citation
WHEN NEW.quotation IS NOT NULL AND EXISTS (
  SELECT 1 FROM document AS d WHERE d.id = NEW.document_id AND d.text IS NOT NULL
    AND (NEW.start_char IS NULL OR substr(d.text, NEW.start_char + 1, NEW.end_char - NEW.start_char) IS NOT NEW.quotation))
BEGIN SELECT RAISE(ABORT, 'the quotation is not the slice of the document''s text that its offsets name'); END;

CREATE TRIGGER document_text_cited BEFORE UPDATE OF text ON document
WHEN NEW.text IS NOT OLD.text AND EXISTS (
  SELECT 1 FROM citation AS c WHERE c.document_id = OLD.id AND c.quotation IS NOT NULL AND NEW.text IS NOT NULL
    AND (c.start_char IS NULL OR substr(NEW.text, c.start_char + 1, c.end_char - c.start_char) IS NOT c.quotation))
BEGIN SELECT RAISE(ABORT, 'citations quote words that the new text does not have there'); END;

CREATE TRIGGER document_text_kept BEFORE UPDATE OF text ON document
WHEN OLD.text IS NOT NULL AND NEW.text IS NULL AND EXISTS (
  SELECT 1 FROM citation AS c WHERE c.document_id = OLD.id AND c.start_char IS NOT NULL)
BEGIN SELECT RAISE(ABORT, 'citations quote the text of this document'); END;

-- A claim contests a claim about the same event, and that one contests nothing: a group has one head.
CREATE TRIGGER act_contest_insert BEFORE INSERT ON act
WHEN NEW.contests_id IS NOT NULL AND NOT EXISTS (
  SELECT 1 FROM act AS a WHERE a.id = NEW.contests_id AND a.contests_id IS NULL
    AND a.dataset_id = NEW.dataset_id AND a.treaty_id = NEW.treaty_id AND a.state_id IS NEW.state_id)
BEGIN SELECT RAISE(ABORT, 'an act contests an uncontesting act of the same dataset, treaty and State'); END;

CREATE TRIGGER act_contest_update BEFORE UPDATE ON act
WHEN (NEW.contests_id IS NOT NULL AND (
    NOT EXISTS (
      SELECT 1 FROM act AS a WHERE a.id = NEW.contests_id AND a.contests_id IS NULL
        AND a.dataset_id = NEW.dataset_id AND a.treaty_id = NEW.treaty_id AND a.state_id IS NEW.state_id)
    OR EXISTS (SELECT 1 FROM act AS a WHERE a.contests_id = NEW.id)))
  OR EXISTS (
    SELECT 1 FROM act AS a WHERE a.contests_id = OLD.id
      AND (a.dataset_id <> NEW.dataset_id OR a.treaty_id <> NEW.treaty_id OR a.state_id IS NOT NEW.state_id))
BEGIN SELECT RAISE(ABORT, 'an act contests an uncontesting act of the same dataset, treaty and State'); END;

-- A statement stands inside its document.
CREATE TRIGGER statement_extent_insert BEFORE INSERT ON statement
WHEN NEW.end_char > (SELECT length(d.text) FROM document AS d WHERE d.id = NEW.document_id)
BEGIN SELECT RAISE(ABORT, 'the statement reaches beyond the text of its document'); END;

CREATE TRIGGER statement_extent_update BEFORE UPDATE ON statement
WHEN NEW.end_char > (SELECT length(d.text) FROM document AS d WHERE d.id = NEW.document_id)
BEGIN SELECT RAISE(ABORT, 'the statement reaches beyond the text of its document'); END;

CREATE TRIGGER document_text_extent BEFORE UPDATE OF text ON document
WHEN EXISTS (SELECT 1 FROM statement AS s WHERE s.document_id = OLD.id AND s.end_char > length(NEW.text))
BEGIN SELECT RAISE(ABORT, 'statements reach beyond the new text of the document'); END;
