"""Makes the sample's HTML, Word and PDF files from the texts in ``data/sources``."""
