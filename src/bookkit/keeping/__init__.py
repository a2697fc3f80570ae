"""Results kept by what they were made from, and what was read to make them."""
