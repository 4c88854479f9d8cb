"""Charts of reports, as SVG, PNG or PDF: the same input gives the same bytes. They need the extra `charts`."""
