-- Which documents have these words?
-- In the title or the text, one after the other just as given; the place is where the text has them first. The command secdb search finds words in any order.
SELECT document, date, title, symbols,
  CASE WHEN instr(lower(text), lower(:words)) > 0
    THEN substr(text, max(1, instr(lower(text), lower(:words)) - 60), 160) END AS place
FROM documents
WHERE instr(lower(text), lower(:words)) > 0 OR instr(lower(title), lower(:words)) > 0
ORDER BY date_earliest, document
