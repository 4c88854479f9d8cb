"""Where datasets differ on the membership of a treaty."""
