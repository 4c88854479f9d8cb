-- The words of a document, and of a statement's title, are found by FTS5. It keeps no copy of the text, so a row is taken
-- out by giving it once more the words it was put in with. What @WORDS makes of a text is told in the migration.
CREATE VIRTUAL TABLE document_word USING fts5(
  words, content = '', columnsize = 0, tokenize = "unicode61 remove_diacritics 2 categories 'L* Nd'");

CREATE VIRTUAL TABLE statement_word USING fts5(
  words, content = '', columnsize = 0, tokenize = "unicode61 remove_diacritics 2 categories 'L* Nd'");

CREATE TRIGGER document_word_insert AFTER INSERT ON document
BEGIN
  INSERT INTO document_word (rowid, words) VALUES (NEW.id, @WORDS(NEW.title || char(10) || COALESCE(NEW.text, '')));
END;

CREATE TRIGGER document_word_update AFTER UPDATE OF title, text ON document
WHEN NEW.title IS NOT OLD.title OR NEW.text IS NOT OLD.text
BEGIN
  INSERT INTO document_word (document_word, rowid, words)
  VALUES ('delete', OLD.id, @WORDS(OLD.title || char(10) || COALESCE(OLD.text, '')));
  INSERT INTO document_word (rowid, words) VALUES (NEW.id, @WORDS(NEW.title || char(10) || COALESCE(NEW.text, '')));
END;

CREATE TRIGGER document_word_delete AFTER DELETE ON document
BEGIN
  INSERT INTO document_word (document_word, rowid, words)
  VALUES ('delete', OLD.id, @WORDS(OLD.title || char(10) || COALESCE(OLD.text, '')));
END;

CREATE TRIGGER statement_word_insert AFTER INSERT ON statement
BEGIN
  INSERT INTO statement_word (rowid, words) VALUES (NEW.id, @WORDS(NEW.title));
END;

CREATE TRIGGER statement_word_update AFTER UPDATE OF title ON statement
WHEN NEW.title IS NOT OLD.title
BEGIN
  INSERT INTO statement_word (statement_word, rowid, words) VALUES ('delete', OLD.id, @WORDS(OLD.title));
  INSERT INTO statement_word (rowid, words) VALUES (NEW.id, @WORDS(NEW.title));
END;

CREATE TRIGGER statement_word_delete AFTER DELETE ON statement
BEGIN
  INSERT INTO statement_word (statement_word, rowid, words) VALUES ('delete', OLD.id, @WORDS(OLD.title));
END;

INSERT INTO document_word (rowid, words)
SELECT d.id, @WORDS(d.title || char(10) || COALESCE(d.text, '')) FROM document AS d;

INSERT INTO statement_word (rowid, words) SELECT s.id, @WORDS(s.title) FROM statement AS s;
