"""What readers take along of the book, and under which licences and version."""
