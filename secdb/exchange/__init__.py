"""Reading and writing other people's files: packages, tables, datasets."""
