"""The parts of the page, one after the other."""
