"""What commands print: tables and their formats, footnotes, pictures, progress."""
