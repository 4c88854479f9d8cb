"""The parts of a document: the letter, what it transmits, and what their headings say."""
