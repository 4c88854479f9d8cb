-- Where the citation :citation leads.
SELECT document, title, locator, quotation, start_char, end_char, url, retrieved_on
FROM citations WHERE citation = :citation
