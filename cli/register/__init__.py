"""The register itself: made, described, checked, undone, asked in SQL."""
