"""Entering records: forms, what people give for them, and how that becomes rows of the register."""
