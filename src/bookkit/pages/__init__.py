"""A page as the press works on it: what its file holds, its numbers, and what is kept of it."""
