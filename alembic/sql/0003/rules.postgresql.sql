-- A quotation is exactly the slice of the document's text that its offsets name. substr() counts characters.
CREATE FUNCTION secdb_citation_words() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  words text := (SELECT d.text FROM document AS d WHERE d.id = NEW.document_id);
BEGIN
  IF NEW.quotation IS NOT NULL AND words IS NOT NULL AND (NEW.start_char IS NULL OR NEW.start_char < 0
      OR NEW.end_char < NEW.start_char
      OR substr(words, NEW.start_char + 1, NEW.end_char - NEW.start_char) IS DISTINCT FROM NEW.quotation) THEN
    RAISE EXCEPTION 'the quotation is not the slice of the document''s text that its offsets name'
      USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER citation_words BEFORE INSERT OR UPDATE ON citation
FOR EACH ROW EXECUTE FUNCTION secdb_citation_words();

CREATE FUNCTION secdb_document_text() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.text IS NULL AND EXISTS (
      SELECT 1 FROM citation AS c WHERE c.document_id = OLD.id AND c.start_char IS NOT NULL) THEN
    RAISE EXCEPTION 'citations quote the text of this document' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  IF EXISTS (
      SELECT 1 FROM citation AS c WHERE c.document_id = OLD.id AND c.quotation IS NOT NULL AND NEW.text IS NOT NULL
        AND (c.start_char IS NULL
          OR substr(NEW.text, c.start_char + 1, c.end_char - c.start_char) IS DISTINCT FROM c.quotation)) THEN
    RAISE EXCEPTION 'citations quote words that the new text does not have there'
      USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  IF EXISTS (SELECT 1 FROM statement AS s WHERE s.document_id = OLD.id AND s.end_char > length(NEW.text)) THEN
    RAISE EXCEPTION 'statements reach beyond the new text of the document'
      USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER document_text BEFORE UPDATE OF text ON document
FOR EACH ROW WHEN (NEW.text IS DISTINCT FROM OLD.text) EXECUTE FUNCTION secdb_document_text();

-- A claim contests a claim about the same event, and that one contests nothing: a group has one head.
CREATE FUNCTION secdb_act_contest() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.contests_id IS NOT NULL AND (
        NOT EXISTS (
          SELECT 1 FROM act AS a WHERE a.id = NEW.contests_id AND a.contests_id IS NULL
            AND a.dataset_id = NEW.dataset_id AND a.treaty_id = NEW.treaty_id
            AND a.state_id IS NOT DISTINCT FROM NEW.state_id)
        OR (TG_OP = 'UPDATE' AND EXISTS (SELECT 1 FROM act AS a WHERE a.contests_id = NEW.id))))
      OR TG_OP = 'UPDATE' AND EXISTS (
        SELECT 1 FROM act AS a WHERE a.contests_id = NEW.id
          AND (a.dataset_id <> NEW.dataset_id OR a.treaty_id <> NEW.treaty_id
            OR a.state_id IS DISTINCT FROM NEW.state_id)) THEN
    RAISE EXCEPTION 'an act contests an uncontesting act of the same dataset, treaty and State'
      USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER act_contest BEFORE INSERT OR UPDATE ON act
FOR EACH ROW EXECUTE FUNCTION secdb_act_contest();

-- A statement stands inside its document.
CREATE FUNCTION secdb_statement_extent() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.end_char > (SELECT length(d.text) FROM document AS d WHERE d.id = NEW.document_id) THEN
    RAISE EXCEPTION 'the statement reaches beyond the text of its document'
      USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER statement_extent BEFORE INSERT OR UPDATE ON statement
FOR EACH ROW EXECUTE FUNCTION secdb_statement_extent();
