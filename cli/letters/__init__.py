"""From letters to records: drafts made, looked through, kept in a folder, recorded."""
