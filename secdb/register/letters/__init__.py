"""Letters taken in: drafts to review, what in them is on record already, and the entries that they become."""
