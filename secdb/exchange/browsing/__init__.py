"""The register in a browser: Datasette over the public views, with what they mean and questions that are ready."""
