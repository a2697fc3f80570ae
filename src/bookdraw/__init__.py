"""How the book draws: one palette, one figure style, circuits with values on their wires."""
