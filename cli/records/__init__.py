"""`list` and `show` of the records, one module per noun."""
