"""Quotations: where words stand in the text of a document."""
