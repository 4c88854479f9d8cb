"""Entering records: flags, questions, drafts, and the effect shown before anything is kept."""
