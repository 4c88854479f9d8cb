"""The history of the register: revisions chained by hashes, read, verified and undone."""
