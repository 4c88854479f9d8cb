"""Who signed a text, and who is named in it, in which office."""
