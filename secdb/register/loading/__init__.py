"""Loading records in the package format: checked and staged, then written by the engine itself, however many."""
