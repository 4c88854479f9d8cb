"""Rows of the register's tables: how they are written down, read, and put in."""
