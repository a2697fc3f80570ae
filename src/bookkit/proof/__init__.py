"""What is judged of a page: its equations, its numbers, and what only looks like either."""
