"""Text that the press writes into pages, because it follows from what all the others say."""
