"""Loading packages: whole tables checked before a row is written."""
