"""What becomes of finished pages: cards, search, fonts and styles cut to size, and the folder they lie in."""
