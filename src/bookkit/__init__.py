"""The press of the book: it typesets, runs and proof-reads the pages."""
