"""Drafts: entries as TOML, for a person to fill in."""
