-- table document_word
CREATE VIRTUAL TABLE document_word USING fts5(
words, content = '', columnsize = 0, tokenize = "unicode61 remove_diacritics 2 categories 'L* Nd'")

-- table document_word_config
CREATE TABLE 'document_word_config'(k PRIMARY KEY, v) WITHOUT ROWID

-- table document_word_data
CREATE TABLE 'document_word_data'(id INTEGER PRIMARY KEY, block BLOB)

-- table document_word_idx
CREATE TABLE 'document_word_idx'(segid, term, pgno, PRIMARY KEY(segid, term)) WITHOUT ROWID

-- table statement_word
CREATE VIRTUAL TABLE statement_word USING fts5(
words, content = '', columnsize = 0, tokenize = "unicode61 remove_diacritics 2 categories 'L* Nd'")

-- table statement_word_config
CREATE TABLE 'statement_word_config'(k PRIMARY KEY, v) WITHOUT ROWID

-- table statement_word_data
CREATE TABLE 'statement_word_data'(id INTEGER PRIMARY KEY, block BLOB)

-- table statement_word_idx
CREATE TABLE 'statement_word_idx'(segid, term, pgno, PRIMARY KEY(segid, term)) WITHOUT ROWID

-- trigger document_word_delete
CREATE TRIGGER document_word_delete AFTER DELETE ON document
BEGIN
INSERT INTO document_word (document_word, rowid, words)
VALUES ('delete', OLD.id, (SELECT CASE WHEN t GLOB '*[ก-๎ກ-ໍက-ဿក-៓⺀-⿕々-〇ぁ-ヿㇰ-ㇿ㐀-䶿一-鿿豈-﫿ｦ-ﾟ𠀀-𿿿؜؝⁥-⁩₺-⃏⏴-⏿␧-␿⑋-⑟✀⭍-⯿ⸯ⸼-⹿-︚-︟﹓﹧﹬-﹯＀]*' THEN (WITH RECURSIVE piece (start, part) AS (
SELECT 1, substr(t, 1, 500)
UNION ALL SELECT start + 500, substr(t, start + 500, 500) FROM piece WHERE length(part) = 500)
SELECT group_concat((
WITH RECURSIVE letter (at, sign) AS (
SELECT 1, substr(part, 1, 1) UNION ALL SELECT at + 1, substr(part, at + 1, 1) FROM letter WHERE at < length(part))
SELECT group_concat(CASE WHEN sign GLOB '[ก-๎ກ-ໍက-ဿក-៓⺀-⿕々-〇ぁ-ヿㇰ-ㇿ㐀-䶿一-鿿豈-﫿ｦ-ﾟ𠀀-𿿿]' THEN ' ' || sign || ' '
WHEN sign GLOB '[؜؝⁥-⁩₺-⃏⏴-⏿␧-␿⑋-⑟✀⭍-⯿ⸯ⸼-⹿-︚-︟﹓﹧﹬-﹯＀]' THEN ' ' ELSE sign END, '') FROM letter), '')
FROM piece) ELSE t END FROM (SELECT replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(OLD.title || char(10) || COALESCE(OLD.text, ''), 'Ё', 'е'), 'ё', 'е'), 'Ά', 'α'), 'ά', 'α'), 'Έ', 'ε'), 'έ', 'ε'), 'Ή', 'η'), 'ή', 'η'), 'Ί', 'ι'), 'ί', 'ι'), 'Ϊ', 'ι'), 'ϊ', 'ι'), 'ΐ', 'ι'), 'Ό', 'ο'), 'ό', 'ο'), 'Ύ', 'υ'), 'ύ', 'υ'), 'Ϋ', 'υ'), 'ϋ', 'υ'), 'ΰ', 'υ'), 'Ώ', 'ω'), 'ώ', 'ω') AS t)));
END

-- trigger document_word_insert
CREATE TRIGGER document_word_insert AFTER INSERT ON document
BEGIN
INSERT INTO document_word (rowid, words) VALUES (NEW.id, (SELECT CASE WHEN t GLOB '*[ก-๎ກ-ໍက-ဿក-៓⺀-⿕々-〇ぁ-ヿㇰ-ㇿ㐀-䶿一-鿿豈-﫿ｦ-ﾟ𠀀-𿿿؜؝⁥-⁩₺-⃏⏴-⏿␧-␿⑋-⑟✀⭍-⯿ⸯ⸼-⹿-︚-︟﹓﹧﹬-﹯＀]*' THEN (WITH RECURSIVE piece (start, part) AS (
SELECT 1, substr(t, 1, 500)
UNION ALL SELECT start + 500, substr(t, start + 500, 500) FROM piece WHERE length(part) = 500)
SELECT group_concat((
WITH RECURSIVE letter (at, sign) AS (
SELECT 1, substr(part, 1, 1) UNION ALL SELECT at + 1, substr(part, at + 1, 1) FROM letter WHERE at < length(part))
SELECT group_concat(CASE WHEN sign GLOB '[ก-๎ກ-ໍက-ဿក-៓⺀-⿕々-〇ぁ-ヿㇰ-ㇿ㐀-䶿一-鿿豈-﫿ｦ-ﾟ𠀀-𿿿]' THEN ' ' || sign || ' '
WHEN sign GLOB '[؜؝⁥-⁩₺-⃏⏴-⏿␧-␿⑋-⑟✀⭍-⯿ⸯ⸼-⹿-︚-︟﹓﹧﹬-﹯＀]' THEN ' ' ELSE sign END, '') FROM letter), '')
FROM piece) ELSE t END FROM (SELECT replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(NEW.title || char(10) || COALESCE(NEW.text, ''), 'Ё', 'е'), 'ё', 'е'), 'Ά', 'α'), 'ά', 'α'), 'Έ', 'ε'), 'έ', 'ε'), 'Ή', 'η'), 'ή', 'η'), 'Ί', 'ι'), 'ί', 'ι'), 'Ϊ', 'ι'), 'ϊ', 'ι'), 'ΐ', 'ι'), 'Ό', 'ο'), 'ό', 'ο'), 'Ύ', 'υ'), 'ύ', 'υ'), 'Ϋ', 'υ'), 'ϋ', 'υ'), 'ΰ', 'υ'), 'Ώ', 'ω'), 'ώ', 'ω') AS t)));
END

-- trigger document_word_update
CREATE TRIGGER document_word_update AFTER UPDATE OF title, text ON document
WHEN NEW.title IS NOT OLD.title OR NEW.text IS NOT OLD.text
BEGIN
INSERT INTO document_word (document_word, rowid, words)
VALUES ('delete', OLD.id, (SELECT CASE WHEN t GLOB '*[ก-๎ກ-ໍက-ဿក-៓⺀-⿕々-〇ぁ-ヿㇰ-ㇿ㐀-䶿一-鿿豈-﫿ｦ-ﾟ𠀀-𿿿؜؝⁥-⁩₺-⃏⏴-⏿␧-␿⑋-⑟✀⭍-⯿ⸯ⸼-⹿-︚-︟﹓﹧﹬-﹯＀]*' THEN (WITH RECURSIVE piece (start, part) AS (
SELECT 1, substr(t, 1, 500)
UNION ALL SELECT start + 500, substr(t, start + 500, 500) FROM piece WHERE length(part) = 500)
SELECT group_concat((
WITH RECURSIVE letter (at, sign) AS (
SELECT 1, substr(part, 1, 1) UNION ALL SELECT at + 1, substr(part, at + 1, 1) FROM letter WHERE at < length(part))
SELECT group_concat(CASE WHEN sign GLOB '[ก-๎ກ-ໍက-ဿក-៓⺀-⿕々-〇ぁ-ヿㇰ-ㇿ㐀-䶿一-鿿豈-﫿ｦ-ﾟ𠀀-𿿿]' THEN ' ' || sign || ' '
WHEN sign GLOB '[؜؝⁥-⁩₺-⃏⏴-⏿␧-␿⑋-⑟✀⭍-⯿ⸯ⸼-⹿-︚-︟﹓﹧﹬-﹯＀]' THEN ' ' ELSE sign END, '') FROM letter), '')
FROM piece) ELSE t END FROM (SELECT replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(OLD.title || char(10) || COALESCE(OLD.text, ''), 'Ё', 'е'), 'ё', 'е'), 'Ά', 'α'), 'ά', 'α'), 'Έ', 'ε'), 'έ', 'ε'), 'Ή', 'η'), 'ή', 'η'), 'Ί', 'ι'), 'ί', 'ι'), 'Ϊ', 'ι'), 'ϊ', 'ι'), 'ΐ', 'ι'), 'Ό', 'ο'), 'ό', 'ο'), 'Ύ', 'υ'), 'ύ', 'υ'), 'Ϋ', 'υ'), 'ϋ', 'υ'), 'ΰ', 'υ'), 'Ώ', 'ω'), 'ώ', 'ω') AS t)));
INSERT INTO document_word (rowid, words) VALUES (NEW.id, (SELECT CASE WHEN t GLOB '*[ก-๎ກ-ໍက-ဿក-៓⺀-⿕々-〇ぁ-ヿㇰ-ㇿ㐀-䶿一-鿿豈-﫿ｦ-ﾟ𠀀-𿿿؜؝⁥-⁩₺-⃏⏴-⏿␧-␿⑋-⑟✀⭍-⯿ⸯ⸼-⹿-︚-︟﹓﹧﹬-﹯＀]*' THEN (WITH RECURSIVE piece (start, part) AS (
SELECT 1, substr(t, 1, 500)
UNION ALL SELECT start + 500, substr(t, start + 500, 500) FROM piece WHERE length(part) = 500)
SELECT group_concat((
WITH RECURSIVE letter (at, sign) AS (
SELECT 1, substr(part, 1, 1) UNION ALL SELECT at + 1, substr(part, at + 1, 1) FROM letter WHERE at < length(part))
SELECT group_concat(CASE WHEN sign GLOB '[ก-๎ກ-ໍက-ဿក-៓⺀-⿕々-〇ぁ-ヿㇰ-ㇿ㐀-䶿一-鿿豈-﫿ｦ-ﾟ𠀀-𿿿]' THEN ' ' || sign || ' '
WHEN sign GLOB '[؜؝⁥-⁩₺-⃏⏴-⏿␧-␿⑋-⑟✀⭍-⯿ⸯ⸼-⹿-︚-︟﹓﹧﹬-﹯＀]' THEN ' ' ELSE sign END, '') FROM letter), '')
FROM piece) ELSE t END FROM (SELECT replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(NEW.title || char(10) || COALESCE(NEW.text, ''), 'Ё', 'е'), 'ё', 'е'), 'Ά', 'α'), 'ά', 'α'), 'Έ', 'ε'), 'έ', 'ε'), 'Ή', 'η'), 'ή', 'η'), 'Ί', 'ι'), 'ί', 'ι'), 'Ϊ', 'ι'), 'ϊ', 'ι'), 'ΐ', 'ι'), 'Ό', 'ο'), 'ό', 'ο'), 'Ύ', 'υ'), 'ύ', 'υ'), 'Ϋ', 'υ'), 'ϋ', 'υ'), 'ΰ', 'υ'), 'Ώ', 'ω'), 'ώ', 'ω') AS t)));
END

-- trigger statement_word_delete
CREATE TRIGGER statement_word_delete AFTER DELETE ON statement
BEGIN
INSERT INTO statement_word (statement_word, rowid, words) VALUES ('delete', OLD.id, (SELECT CASE WHEN t GLOB '*[ก-๎ກ-ໍက-ဿក-៓⺀-⿕々-〇ぁ-ヿㇰ-ㇿ㐀-䶿一-鿿豈-﫿ｦ-ﾟ𠀀-𿿿؜؝⁥-⁩₺-⃏⏴-⏿␧-␿⑋-⑟✀⭍-⯿ⸯ⸼-⹿-︚-︟﹓﹧﹬-﹯＀]*' THEN (WITH RECURSIVE piece (start, part) AS (
SELECT 1, substr(t, 1, 500)
UNION ALL SELECT start + 500, substr(t, start + 500, 500) FROM piece WHERE length(part) = 500)
SELECT group_concat((
WITH RECURSIVE letter (at, sign) AS (
SELECT 1, substr(part, 1, 1) UNION ALL SELECT at + 1, substr(part, at + 1, 1) FROM letter WHERE at < length(part))
SELECT group_concat(CASE WHEN sign GLOB '[ก-๎ກ-ໍက-ဿក-៓⺀-⿕々-〇ぁ-ヿㇰ-ㇿ㐀-䶿一-鿿豈-﫿ｦ-ﾟ𠀀-𿿿]' THEN ' ' || sign || ' '
WHEN sign GLOB '[؜؝⁥-⁩₺-⃏⏴-⏿␧-␿⑋-⑟✀⭍-⯿ⸯ⸼-⹿-︚-︟﹓﹧﹬-﹯＀]' THEN ' ' ELSE sign END, '') FROM letter), '')
FROM piece) ELSE t END FROM (SELECT replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(OLD.title, 'Ё', 'е'), 'ё', 'е'), 'Ά', 'α'), 'ά', 'α'), 'Έ', 'ε'), 'έ', 'ε'), 'Ή', 'η'), 'ή', 'η'), 'Ί', 'ι'), 'ί', 'ι'), 'Ϊ', 'ι'), 'ϊ', 'ι'), 'ΐ', 'ι'), 'Ό', 'ο'), 'ό', 'ο'), 'Ύ', 'υ'), 'ύ', 'υ'), 'Ϋ', 'υ'), 'ϋ', 'υ'), 'ΰ', 'υ'), 'Ώ', 'ω'), 'ώ', 'ω') AS t)));
END

-- trigger statement_word_insert
CREATE TRIGGER statement_word_insert AFTER INSERT ON statement
BEGIN
INSERT INTO statement_word (rowid, words) VALUES (NEW.id, (SELECT CASE WHEN t GLOB '*[ก-๎ກ-ໍက-ဿក-៓⺀-⿕々-〇ぁ-ヿㇰ-ㇿ㐀-䶿一-鿿豈-﫿ｦ-ﾟ𠀀-𿿿؜؝⁥-⁩₺-⃏⏴-⏿␧-␿⑋-⑟✀⭍-⯿ⸯ⸼-⹿-︚-︟﹓﹧﹬-﹯＀]*' THEN (WITH RECURSIVE piece (start, part) AS (
SELECT 1, substr(t, 1, 500)
UNION ALL SELECT start + 500, substr(t, start + 500, 500) FROM piece WHERE length(part) = 500)
SELECT group_concat((
WITH RECURSIVE letter (at, sign) AS (
SELECT 1, substr(part, 1, 1) UNION ALL SELECT at + 1, substr(part, at + 1, 1) FROM letter WHERE at < length(part))
SELECT group_concat(CASE WHEN sign GLOB '[ก-๎ກ-ໍက-ဿក-៓⺀-⿕々-〇ぁ-ヿㇰ-ㇿ㐀-䶿一-鿿豈-﫿ｦ-ﾟ𠀀-𿿿]' THEN ' ' || sign || ' '
WHEN sign GLOB '[؜؝⁥-⁩₺-⃏⏴-⏿␧-␿⑋-⑟✀⭍-⯿ⸯ⸼-⹿-︚-︟﹓﹧﹬-﹯＀]' THEN ' ' ELSE sign END, '') FROM letter), '')
FROM piece) ELSE t END FROM (SELECT replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(NEW.title, 'Ё', 'е'), 'ё', 'е'), 'Ά', 'α'), 'ά', 'α'), 'Έ', 'ε'), 'έ', 'ε'), 'Ή', 'η'), 'ή', 'η'), 'Ί', 'ι'), 'ί', 'ι'), 'Ϊ', 'ι'), 'ϊ', 'ι'), 'ΐ', 'ι'), 'Ό', 'ο'), 'ό', 'ο'), 'Ύ', 'υ'), 'ύ', 'υ'), 'Ϋ', 'υ'), 'ϋ', 'υ'), 'ΰ', 'υ'), 'Ώ', 'ω'), 'ώ', 'ω') AS t)));
END

-- trigger statement_word_update
CREATE TRIGGER statement_word_update AFTER UPDATE OF title ON statement
WHEN NEW.title IS NOT OLD.title
BEGIN
INSERT INTO statement_word (statement_word, rowid, words) VALUES ('delete', OLD.id, (SELECT CASE WHEN t GLOB '*[ก-๎ກ-ໍက-ဿក-៓⺀-⿕々-〇ぁ-ヿㇰ-ㇿ㐀-䶿一-鿿豈-﫿ｦ-ﾟ𠀀-𿿿؜؝⁥-⁩₺-⃏⏴-⏿␧-␿⑋-⑟✀⭍-⯿ⸯ⸼-⹿-︚-︟﹓﹧﹬-﹯＀]*' THEN (WITH RECURSIVE piece (start, part) AS (
SELECT 1, substr(t, 1, 500)
UNION ALL SELECT start + 500, substr(t, start + 500, 500) FROM piece WHERE length(part) = 500)
SELECT group_concat((
WITH RECURSIVE letter (at, sign) AS (
SELECT 1, substr(part, 1, 1) UNION ALL SELECT at + 1, substr(part, at + 1, 1) FROM letter WHERE at < length(part))
SELECT group_concat(CASE WHEN sign GLOB '[ก-๎ກ-ໍက-ဿក-៓⺀-⿕々-〇ぁ-ヿㇰ-ㇿ㐀-䶿一-鿿豈-﫿ｦ-ﾟ𠀀-𿿿]' THEN ' ' || sign || ' '
WHEN sign GLOB '[؜؝⁥-⁩₺-⃏⏴-⏿␧-␿⑋-⑟✀⭍-⯿ⸯ⸼-⹿-︚-︟﹓﹧﹬-﹯＀]' THEN ' ' ELSE sign END, '') FROM letter), '')
FROM piece) ELSE t END FROM (SELECT replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(OLD.title, 'Ё', 'е'), 'ё', 'е'), 'Ά', 'α'), 'ά', 'α'), 'Έ', 'ε'), 'έ', 'ε'), 'Ή', 'η'), 'ή', 'η'), 'Ί', 'ι'), 'ί', 'ι'), 'Ϊ', 'ι'), 'ϊ', 'ι'), 'ΐ', 'ι'), 'Ό', 'ο'), 'ό', 'ο'), 'Ύ', 'υ'), 'ύ', 'υ'), 'Ϋ', 'υ'), 'ϋ', 'υ'), 'ΰ', 'υ'), 'Ώ', 'ω'), 'ώ', 'ω') AS t)));
INSERT INTO statement_word (rowid, words) VALUES (NEW.id, (SELECT CASE WHEN t GLOB '*[ก-๎ກ-ໍက-ဿក-៓⺀-⿕々-〇ぁ-ヿㇰ-ㇿ㐀-䶿一-鿿豈-﫿ｦ-ﾟ𠀀-𿿿؜؝⁥-⁩₺-⃏⏴-⏿␧-␿⑋-⑟✀⭍-⯿ⸯ⸼-⹿-︚-︟﹓﹧﹬-﹯＀]*' THEN (WITH RECURSIVE piece (start, part) AS (
SELECT 1, substr(t, 1, 500)
UNION ALL SELECT start + 500, substr(t, start + 500, 500) FROM piece WHERE length(part) = 500)
SELECT group_concat((
WITH RECURSIVE letter (at, sign) AS (
SELECT 1, substr(part, 1, 1) UNION ALL SELECT at + 1, substr(part, at + 1, 1) FROM letter WHERE at < length(part))
SELECT group_concat(CASE WHEN sign GLOB '[ก-๎ກ-ໍက-ဿក-៓⺀-⿕々-〇ぁ-ヿㇰ-ㇿ㐀-䶿一-鿿豈-﫿ｦ-ﾟ𠀀-𿿿]' THEN ' ' || sign || ' '
WHEN sign GLOB '[؜؝⁥-⁩₺-⃏⏴-⏿␧-␿⑋-⑟✀⭍-⯿ⸯ⸼-⹿-︚-︟﹓﹧﹬-﹯＀]' THEN ' ' ELSE sign END, '') FROM letter), '')
FROM piece) ELSE t END FROM (SELECT replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(NEW.title, 'Ё', 'е'), 'ё', 'е'), 'Ά', 'α'), 'ά', 'α'), 'Έ', 'ε'), 'έ', 'ε'), 'Ή', 'η'), 'ή', 'η'), 'Ί', 'ι'), 'ί', 'ι'), 'Ϊ', 'ι'), 'ϊ', 'ι'), 'ΐ', 'ι'), 'Ό', 'ο'), 'ό', 'ο'), 'Ύ', 'υ'), 'ύ', 'υ'), 'Ϋ', 'υ'), 'ϋ', 'υ'), 'ΰ', 'υ'), 'Ώ', 'ω'), 'ώ', 'ω') AS t)));
END
