"""Writing entries: one revision, whose effect is known before it is kept."""
