"""The book to take along: a folder that is read without a server, and a single PDF."""
