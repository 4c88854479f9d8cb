"""Readers of the datasets of the field, one module each: their forms and their pitfalls."""
