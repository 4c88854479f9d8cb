"""The register in the forms of other programs: its views as tables, its persons and bodies as Popolo."""
