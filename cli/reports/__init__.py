"""Reports on treaties."""
